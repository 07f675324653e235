package explore

import (
	"fmt"
	"syscall"
	"time"
)

// beyondHeap is what a process maps beside the memory that it is allowed: its
// own data, the stacks of its threads and what the collector needs to know.
const beyondHeap = 256 * mib

// maxFiles is enough for the store, the pipes and what Go opens.
const maxFiles = 64

// confine takes from the process what no query needs, for good: data memory
// beyond the limit, processor time beyond the deadline on two processors,
// writing to files, dumping texts into a core file. Maps of files do not count
// as data, so that a store of any size fits.
func confine(req request) error {
	limits := []struct {
		name     string
		resource int
		value    uint64
	}{
		{"processor time", syscall.RLIMIT_CPU, uint64(maxProcessors*(req.Time/time.Second+1) + 1)},
		{"file size", syscall.RLIMIT_FSIZE, 0},
		{"core size", syscall.RLIMIT_CORE, 0},
		{"open files", syscall.RLIMIT_NOFILE, maxFiles},
	}
	if !raceDetector { // its shadow memory counts as data
		limits = append(limits, struct {
			name     string
			resource int
			value    uint64
		}{"data memory", syscall.RLIMIT_DATA, uint64(req.Memory + beyondHeap)})
	}
	for _, l := range limits {
		var now syscall.Rlimit
		if err := syscall.Getrlimit(l.resource, &now); err == nil {
			l.value = min(l.value, now.Max) // who has less already may not have more
		}
		if err := syscall.Setrlimit(l.resource, &syscall.Rlimit{Cur: l.value, Max: l.value}); err != nil {
			return fmt.Errorf("limit %s to %d: %w", l.name, l.value, err)
		}
	}
	return nil
}
