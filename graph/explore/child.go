package explore

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"time"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/quads"
)

// ChildCommand is the argument that a program is started with to run Child.
const ChildCommand = "query-child"

// parentVariable names the process that started a child.
const parentVariable = "STANCEGRAPH_QUERY_PARENT"

// The exit codes of a child that stops itself.
const (
	exitAnswered = 0
	exitRefused  = 2
	exitMemory   = 21
	exitTime     = 22
	exitOrphaned = 23
)

// maxStack stops a recursion of Go code while it is still cheap.
const maxStack = 64 * mib

// StartedAsChild reports whether this process was started by Run to be a
// child.
func StartedAsChild() bool { return os.Getenv(parentVariable) == strconv.Itoa(os.Getppid()) }

// Child runs one query for the process that started this one, and returns the
// exit code. It refuses to work for anybody else.
func Child(stdin io.Reader, stdout, stderr io.Writer) int {
	if !StartedAsChild() {
		fmt.Fprintf(stderr, "error: %s is a part of stancegraph query and of the server\nhint:  run stancegraph query --help\n", ChildCommand)
		return exitRefused
	}
	input := bufio.NewReader(stdin)
	line, err := input.ReadBytes('\n')
	var req request
	if err == nil {
		err = json.Unmarshal(line, &req)
	}
	if err == nil {
		err = confine(req)
	}
	if err != nil {
		fmt.Fprintln(stderr, "error: query-child:", err)
		return exitRefused
	}
	debug.SetMaxStack(maxStack)
	debug.SetMemoryLimit(req.Memory / 10 * 9) // from here the collector works harder
	go watch(req)
	go follow(input)
	out := newOutput(stdout, req.Rows)
	if err := out.end(answer(req, out)); err != nil {
		return exitOrphaned
	}
	return exitAnswered
}

// answer runs the query. Panics are left alone: the parent reads their message
// from the standard error, wherever they come from. The file is left open: a
// program that was cut short still reads it, and closing waits for readers.
func answer(req request, out *output) error {
	qs, err := kv.OpenReadOnly(req.File, func(f *kv.Finder) ([]uint64, error) { return quads.Hidden(f) })
	if err != nil {
		return err
	}
	if req.Language == GraphQL {
		return runGraphQL(context.Background(), &plainStore{qs}, req, out)
	}
	return runGizmo(context.Background(), &plainStore{qs}, req, out)
}

// follow ends the process with its parent: a parent that was killed closes
// its end of the pipe.
func follow(stdin io.Reader) {
	_, _ = io.Copy(io.Discard, stdin)
	os.Exit(exitOrphaned)
}

// lookEvery is how long memory may grow unseen. The limits of the operating
// system, where it has them, see what is faster.
const lookEvery = 5 * time.Millisecond

// watch ends the process when it uses too much memory or time. The parent
// watches the time as well; this is for when it is stopped itself.
func watch(req request) {
	deadline := time.Now().Add(req.Time + time.Second)
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(lookEvery) {
		metrics.Read(sample)
		if int64(sample[0].Value.Uint64()-sample[1].Value.Uint64()) > req.Memory {
			os.Exit(exitMemory)
		}
		if time.Now().After(deadline) {
			os.Exit(exitTime)
		}
	}
}
