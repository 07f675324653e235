package ingest

import (
	"context"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// BenchmarkExtract codes an invented article of some 3 kB, one core.
func BenchmarkExtract(b *testing.B) {
	p, _ := whaling(b)
	text := strings.Repeat("According to the Daily Herald, Ann Lee said on Tuesday that Norvia refuses to accept a catch quota. "+
		"“Joint patrols are essential,” she added. The harbour was quiet, and nobody expected the ships before the end of the week.\n\n", 14)
	src := schema.Source{ID: schema.HashText(text), Doc: "a.txt", Text: text, Published: schema.MustDate("2031-04-09")}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Extract(context.Background(), src); err != nil {
			b.Fatal(err)
		}
	}
}
