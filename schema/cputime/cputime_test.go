package cputime_test

import (
	"runtime"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/schema/cputime"
)

// Sleeping costs nothing, working does, and others' work does not count.
func TestWorkIsCountedAndSleepIsNot(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("not known on " + runtime.GOOS)
	}
	if took := cputime.Of(func() { time.Sleep(300 * time.Millisecond) }); took > 100*time.Millisecond {
		t.Errorf("sleeping takes %v", took)
	}
	before := cputime.Process()
	work := func() {
		for begun := cputime.Process(); cputime.Process()-begun < 200*time.Millisecond; {
			continue
		}
	}
	if took := cputime.Of(work); took < 50*time.Millisecond {
		t.Errorf("working takes %v", took)
	}
	if took := cputime.Of(func() {
		done := make(chan bool)
		go func() { work(); close(done) }()
		<-done
	}); took > 100*time.Millisecond {
		t.Errorf("others' work takes %v", took)
	}
	if used := cputime.Process() - before; used < 300*time.Millisecond {
		t.Errorf("the process has used %v", used)
	}
}
