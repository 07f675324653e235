package ingest

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// BenchmarkExtractLong codes one invented article of 1, 5 and 25 MB on one
// core: the rate must not fall with the length.
func BenchmarkExtractLong(b *testing.B) {
	p, _ := whaling(b)
	for _, size := range []int{1 << 20, 5 << 20, 25 << 20} {
		b.Run(fmt.Sprintf("%dMB", size>>20), func(b *testing.B) {
			text := longArticle(size)
			src := schema.Source{ID: schema.HashText(text), Doc: "a.txt", Text: text, Published: schema.MustDate("2031-04-09")}
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.Extract(context.Background(), src); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// longArticle repeats paragraphs that no two of which are alike.
func longArticle(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "According to the Daily Herald of day %d, Ann Lee said that Norvia refuses to accept a catch quota of %d tons. "+
			"“Joint patrols are essential,” she added. The harbour was quiet, and nobody expected ship %d before the end of the week.\n\n", i, i*7, i)
	}
	return b.String()
}

// BenchmarkExtractMany codes articles that no two of which are alike, one after
// the other: what is still held after the last one must not grow with their
// number (-benchtime 1000x, 100000x).
func BenchmarkExtractMany(b *testing.B) {
	p, _ := whaling(b)
	for i := 0; b.Loop(); i++ {
		text := fmt.Sprintf("SKARHAVEN, April %d (NNA) — Ann Lee said on Monday that Norvia refuses to accept a catch quota of %d tons.\n\n"+
			"“Patrols under article %d are essential,” word%d shrugged. Member%d Lund called for joint patrols.\n", i%28+1, i*7, i, i, i)
		src := schema.Source{ID: schema.HashText(text), Doc: "a.txt", Text: text, Published: schema.MustDate("2031-04-09")}
		if _, err := p.Extract(context.Background(), src); err != nil {
			b.Fatal(err)
		}
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapAlloc)/(1<<20), "MiB-held")
}
