package read

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// ChildCommand is the argument that a program is started with to run Child.
const ChildCommand = "read-child"

// parentVariable names the process that started a child.
const parentVariable = "STANCEGRAPH_READ_PARENT"

// The exit codes of a child.
const (
	exitDone    = 0
	exitRefused = 2
	exitMemory  = 21
)

// Bounds of a child: the memory of the process, in bytes; the stack of one
// goroutine, so that a recursion ends while it is still cheap; how long memory
// may grow unseen.
const (
	maxMemory = 1 << 30
	maxStack  = 64 << 20
	lookEvery = 5 * time.Millisecond
)

// StartedAsChild reports whether this process was started by an Apart.
func StartedAsChild() bool { return os.Getenv(parentVariable) == strconv.Itoa(os.Getppid()) }

// Child reads pages for the process that started this one until that ends, and
// returns the exit code. It refuses to work for anybody else.
func Child(stdin io.Reader, stdout, stderr io.Writer) int {
	if !StartedAsChild() {
		fmt.Fprintf(stderr, "error: %s is a part of stancegraph ingest\nhint:  run stancegraph ingest --help\n", ChildCommand)
		return exitRefused
	}
	debug.SetMaxStack(maxStack)
	debug.SetMemoryLimit(maxMemory / 10 * 9) // from here the collector works harder
	go watch()
	out := json.NewEncoder(stdout)
	for j := range jobs(stdin) {
		p, err := j.read()
		got := answer{Text: p.text, Meta: p.meta, DateRule: p.meta.dateRule, Shown: p.shown, Reader: p.reader}
		if err != nil {
			got = answer{Fault: &fault{schema.KindOf(err), err.Error(), schema.HintOf(err)}}
		}
		if out.Encode(got) != nil {
			break // nobody listens any more
		}
	}
	return exitDone
}

// jobs are the pages to read, in order. The process ends with its parent also
// while a page is read.
func jobs(stdin io.Reader) <-chan job {
	list := make(chan job)
	go func() {
		in := json.NewDecoder(bufio.NewReader(stdin))
		for {
			var j job
			if in.Decode(&j) != nil {
				os.Exit(exitDone)
			}
			list <- j
		}
	}()
	return list
}

// read reads one page; what the library panics with is an error of its file.
func (j job) read() (p page, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			p, err = page{}, damaged(j.Name, cause)
		}
	}()
	if j.Kind == pdfFile {
		return readPDF(j.Name, j.Data)
	}
	return readPage(j.Name, string(j.Data))
}

// watch ends the process when it uses too much memory.
func watch() {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(lookEvery) {
		metrics.Read(sample)
		if sample[0].Value.Uint64()-sample[1].Value.Uint64() > maxMemory {
			os.Exit(exitMemory)
		}
	}
}
