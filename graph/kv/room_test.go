package kv

import (
	"math/bits"
	"path/filepath"
	"runtime"
	"testing"
)

// There is room for four times the file, and the store learns in time when it
// is used up.
func TestRoom(t *testing.T) {
	t.Parallel()
	if bits.UintSize == 32 || runtime.GOOS == "windows" {
		t.Skip("no room to give")
	}
	for size, want := range map[int64]int64{0: 8 << 30, 1 << 30: 8 << 30, 3 << 30: 12 << 30, 1 << 60: 1 << 46} {
		if got := int64(roomFor(size)); got != want {
			t.Errorf("%d bytes: got %d, want %d", size, got, want)
		}
	}
	db, err := Open(filepath.Join(t.TempDir(), "store"), Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if db.Outgrown() {
		t.Error("an empty file has outgrown its room")
	}
	if db.room = 8 << 10; !db.Outgrown() {
		t.Error("a file that fills its room has not outgrown it")
	}
}
