package read

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// Apart reads web pages and PDFs in a process of its own, which is started with
// the first of them and ended with the one that was given too much: the libraries
// that take them apart cannot be interrupted, and what they do to their memory
// they do to the whole program. A page that cannot be read is an error, and the
// next one finds a new process. The zero value is ready and may be used by many at
// once, who wait for each other. The process ends with the one that started it.
type Apart struct {
	mu    sync.Mutex
	child *child
}

// child is a process that reads.
type child struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// job is a page for the child, one line of JSON; answer what becomes of it.
type (
	job struct {
		Kind kind
		Name string
		Data []byte
	}
	answer struct {
		Text     string
		Meta     Meta
		DateRule string
		Shown    schema.Date
		Reader   string
		Fault    *fault
	}
	fault struct {
		Kind          schema.Kind
		Message, Hint string
	}
)

// page has a page read within a time. A nil Apart reads it in this process.
func (a *Apart) page(d time.Duration, j job) (page, error) {
	if a == nil {
		return within(d, j.Name, j.read)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.child == nil {
		c, err := startChild()
		if err != nil {
			return page{}, err
		}
		a.child = c
	}
	c := a.child
	clock := time.AfterFunc(d, func() { _ = c.cmd.Process.Kill() })
	got, err := c.ask(j)
	inTime := clock.Stop()
	if inTime && err == nil {
		return got.page()
	}
	a.child = nil
	how := c.end()
	if !inTime {
		return page{}, tooSlow(j.Name, d)
	}
	return page{}, damaged(j.Name, how)
}

func (c *child) ask(j job) (answer, error) {
	var got answer
	// A child that is dead already shows in what it does not answer.
	_ = json.NewEncoder(c.in).Encode(j)
	line, err := c.out.ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(line, &got)
	}
	return got, err
}

// end ends the process and tells how it ended.
func (c *child) end() string {
	_, _ = c.in.Close(), c.cmd.Process.Kill()
	_ = c.cmd.Wait()
	if c.cmd.ProcessState.ExitCode() == exitMemory {
		return fmt.Sprintf("reading it takes more than %d MiB of memory", maxMemory>>20)
	}
	return "reading it ends the process that reads"
}

func (g answer) page() (page, error) {
	if g.Fault != nil {
		return page{}, &schema.Error{Kind: g.Fault.Kind, Message: g.Fault.Message, Hint: g.Fault.Hint}
	}
	g.Meta.dateRule = g.DateRule
	return page{text: g.Text, meta: g.Meta, shown: g.Shown, reader: g.Reader}, nil
}

// startChild starts this program anew, to read.
func startChild() (*child, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, startError(err)
	}
	c := &child{cmd: exec.Command(path, ChildCommand)}
	c.cmd.Args[0] = os.Args[0] // a program that does different things by its name does the same in the child
	c.cmd.Env = environment(os.Environ())
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return nil, startError(err)
	}
	out, err := c.cmd.StdoutPipe()
	if err = errors.Join(err, c.cmd.Start()); err != nil {
		return nil, startError(err)
	}
	c.out = bufio.NewReader(out)
	return c, nil
}

func startError(err error) error {
	return schema.Errorf(schema.KindIO, "check that the program may start itself and that the machine has memory and processes left",
		"start the process that reads pages: %w", err)
}

// environment is what a child is given: nothing of the parent's but what Windows
// needs to start a program.
func environment(all []string) []string {
	env := []string{parentVariable + "=" + strconv.Itoa(os.Getpid()), "GOTRACEBACK=none"}
	for _, v := range all {
		if name, _, _ := strings.Cut(v, "="); strings.EqualFold(name, "SystemRoot") {
			env = append(env, v)
		}
	}
	return env
}
