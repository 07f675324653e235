package kv

import (
	"math/bits"
	"os"
	"runtime"
)

// roomFor is how much of the address space a file of a size is mapped into:
// what it may grow to before bbolt must map it anew, for which it waits until
// no reader is left. Cayley nests readers, so that waiting would never end.
// Address space costs nothing, so there is room for four times the file and for
// 8 GiB at least. Windows makes the file as large as the map, and 32 bits have
// no room to give.
func roomFor(size int64) int {
	const most = int64(1) << 46 // of the 47 bits that a process has
	switch {
	case bits.UintSize == 32:
		return 1 << 29
	case runtime.GOOS == "windows":
		return 1 << 28
	}
	eightGiB := int64(8) << 30 // a variable, because as a constant int it would not compile for 32 bits
	return int(min(max(eightGiB, 4*min(size, most)), most))
}

func fileSize(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0 // it is to be made
	}
	return info.Size()
}

// Outgrown reports whether the file fills so much of its room that it should be
// closed and opened again before more is written. A quarter of the room is more
// than any transaction writes.
func (db *DB) Outgrown() bool {
	return db.bolt != nil && bits.UintSize == 64 && runtime.GOOS != "windows" && fileSize(db.bolt.Path()) > db.room/4*3
}
