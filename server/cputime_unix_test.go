//go:build unix

package server

import (
	"syscall"
	"time"
)

// processorTime is what the process has used so far, of all processors: unlike
// the clock it says little of what else the machine does.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
