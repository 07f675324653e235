package server

import (
	"runtime"
	"testing"
)

// BenchmarkSearchIndex builds the index of all texts, and says how much memory
// it holds.
func BenchmarkSearchIndex(b *testing.B) {
	s := benchSnapshot(b)
	before := held()
	var index *searchable
	for b.Loop() {
		index = indexed(s)
	}
	b.ReportMetric(float64(held()-before)/1e6, "MB-held")
	b.ReportMetric(float64(len(index.passages)), "passages")
}

// held is the memory that is in use.
func held() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
