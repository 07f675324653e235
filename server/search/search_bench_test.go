package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// corpus makes passages of twenty words, from words as common as those of a
// language are: by Zipf's law. The seed is fixed.
func corpus(n int) [][]string {
	r := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(r, 1.1, 4, 50_000)
	texts := make([][]string, n)
	for i := range texts {
		var b strings.Builder
		for range 20 {
			fmt.Fprintf(&b, "word%c%d ", 'a'+rune(zipf.Uint64()%26), zipf.Uint64())
		}
		texts[i] = []string{b.String()}
	}
	return texts
}

func BenchmarkBuild100k(b *testing.B) {
	texts := corpus(100_000)
	b.ReportAllocs()
	for b.Loop() {
		Build(len(texts), func(i int) []string { return texts[i] })
	}
}

func BenchmarkFindIn100k(b *testing.B) {
	texts := corpus(100_000)
	ix := Build(len(texts), func(i int) []string { return texts[i] })
	q := Parse("worda0 wordb1")
	for b.Loop() {
		ix.Find(q, nil)
	}
}
