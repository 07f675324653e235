//go:build !linux

package cputime

import "time"

const process, thread = 0, 1

func used(int) time.Duration { return 0 }
