package explore

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// maxProcessors is how many of them one query may keep busy: one to run, one
// to collect its garbage and to watch it.
const maxProcessors = 2

// process is a child that runs.
type process struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stdout io.Reader
	stderr *head
}

// start starts a child and tells it what to do. It is killed when ctx ends.
func start(ctx context.Context, req request) (*process, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, startError(err)
	}
	p := &process{cmd: exec.CommandContext(ctx, path, ChildCommand), stderr: &head{}}
	p.cmd.Args[0] = os.Args[0] // a program that does different things by its name does the same in the child
	p.cmd.Env = environment(os.Environ())
	p.cmd.Stderr = p.stderr
	p.cmd.WaitDelay = time.Second
	if p.stdin, err = p.cmd.StdinPipe(); err != nil {
		return nil, startError(err)
	}
	if p.stdout, err = p.cmd.StdoutPipe(); err != nil {
		return nil, startError(err)
	}
	if err := p.cmd.Start(); err != nil {
		return nil, startError(err)
	}
	// A child that is dead already shows in how it ended.
	_ = json.NewEncoder(p.stdin).Encode(req)
	return p, nil
}

func startError(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return schema.Errorf(schema.KindIO, "check that the program may start itself and that the machine has memory and processes left",
		"start the process of the query: %w", err)
}

// environment is what a child is given: nothing of the parent's but what
// Windows needs to start a program, and the variables of this program.
func environment(all []string) []string {
	env := []string{parentVariable + "=" + strconv.Itoa(os.Getpid()), "GOTRACEBACK=none", "GOMAXPROCS=" + strconv.Itoa(maxProcessors)}
	for _, v := range all {
		name, _, _ := strings.Cut(v, "=")
		if strings.EqualFold(name, "SystemRoot") || strings.HasPrefix(name, "STANCEGRAPH_") && name != parentVariable {
			env = append(env, v)
		}
	}
	return env
}

func (p *process) wait() error {
	_ = p.stdin.Close()
	return p.cmd.Wait()
}

// verdict is why a child ended without an answer, as far as can be told from
// its exit code and from what the runtime of Go wrote.
func (p *process) verdict(exitError error, l Limits) error {
	said := string(p.stderr.kept)
	used := p.cmd.ProcessState.UserTime() + p.cmd.ProcessState.SystemTime()
	switch code := p.cmd.ProcessState.ExitCode(); {
	case code == exitTime, code < 0 && used >= l.Time:
		return timeError(l.Time)
	case code == exitMemory, code < 0, containsAny(said, memoryMarks):
		return memoryError(l.Memory)
	case containsAny(said, []string{"stack overflow", "stack exceeds"}):
		return recursionError()
	}
	for line := range strings.Lines(said) {
		if cause, ok := strings.CutPrefix(line, "panic: "); ok {
			return crashError(strings.TrimSuffix(strings.TrimSpace(cause), " [recovered, repanicked]"))
		}
	}
	return crashError(strings.TrimSpace(fmt.Sprintf("%v: %s", exitError, firstLine(said))))
}

// memoryMarks are the words with which Go dies when the system gives it no more
// memory. A fault in code that was compiled by Go is a panic and says so; this
// one is the runtime's own, which had to do without a page.
var memoryMarks = []string{"out of memory", "cannot allocate memory", "failed to create new OS thread", "pthread_create failed", "SIGSEGV: segmentation violation"}

func containsAny(s string, marks []string) bool {
	return slices.ContainsFunc(marks, func(m string) bool { return strings.Contains(s, m) })
}

// head keeps the beginning of what is written to it, and takes the rest.
type head struct{ kept []byte }

const headSize = 16 << 10

func (h *head) Write(p []byte) (int, error) {
	h.kept = append(h.kept, p[:min(len(p), headSize-len(h.kept))]...)
	return len(p), nil
}
