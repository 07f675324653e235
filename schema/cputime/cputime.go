// Package cputime measures the processor time that something takes: unlike the
// clock it says little of what else the machine does. Only tests use it, those
// of every folder: hence its place.
package cputime

import (
	"runtime"
	"time"
)

// Of runs f and returns the time of its own thread: what other goroutines do for
// it does not count. Where that is not known it is 0.
func Of(f func()) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before := used(thread)
	f()
	return used(thread) - before
}

// Process is what the process has used so far, of all processors. Where that is
// not known it is 0.
func Process() time.Duration { return used(process) }
