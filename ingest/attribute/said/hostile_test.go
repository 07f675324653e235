package said

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema/cputime"
)

// Time must grow with the text and not with its square, whatever the text is.
func TestHostileTextsTakeBoundedTime(t *testing.T) {
	for name, text := range map[string]string{
		"one sentence without end": strings.Repeat("Ann Lee said that Bob told Carl and ", 1000),
		"nested quotations":        strings.Repeat("“", 500_000) + strings.Repeat("”", 500_000),
		"quotations in a row":      strings.Repeat("“a” ", 12_000),
		"doubled marks":            strings.Repeat("''a ", 12_000),
		"closing marks alone":      strings.Repeat("” ", 20_000),
		"commas":                   strings.Repeat("said, ", 10_000),
		"colons":                   strings.Repeat("Ann Lee said:\n\n", 4_000),
		"open paragraphs":          strings.Repeat("“Ann Lee said it is over.\n\n", 3_000),
		"dashes":                   strings.Repeat("— Ann ", 8_000),
		"nouns":                    strings.Repeat("claim ", 12_000),
		"combining characters":     "Ann Lee said" + strings.Repeat("\u0301", 100_000) + " that it is over.",
		"right to left":            strings.Repeat("\u202eAnn Lee \u05d0\u05d1 said “\u05d0” is over. ", 1000),
		"NUL bytes":                strings.Repeat("Ann\x00Lee said\x00that it is over.\x00", 1000),
		"one word":                 strings.Repeat("a", 500_000),
		"brackets":                 "“x,” said Ann " + strings.Repeat("(", 20_000),
	} {
		t.Run(name, func(t *testing.T) {
			if took := cputime.Of(func() { check(t, text) }); took > time.Minute {
				t.Errorf("%v for %d bytes", took, len(text))
			}
		})
	}
}

// What is kept of a long article is in proportion to it; the benchmarks of the
// pipeline measure the time for articles up to 25 MB.
func TestLongArticleIsKeptInProportion(t *testing.T) {
	const paragraph = "OSLO — “The quota must stay,” said Ann Lee, the minister. “It saved the herring.” Bob Roe, who opposes it, told reporters that prices will rise, according to the Daily Herald.\n\n"
	const size = 1 << 20
	text := strings.Repeat(paragraph, size/len(paragraph))
	before := live()
	cut := segment.Segment(text)
	list := Find(cut)
	perByte := float64(live()-before) / float64(len(text))
	if want := 3 * (size / len(paragraph)); len(list) < want {
		t.Errorf("%d attributions: expected %d and more", len(list), want)
	}
	if perByte > 60 {
		t.Errorf("%.0f bytes kept a byte of text", perByte)
	}
	runtime.KeepAlive(cut)
}

// live is what the heap holds, in bytes.
func live() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// BenchmarkFind reads an invented article of some 3 kB, one core.
func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("According to the Daily Herald, Ann Lee said on Tuesday that Norvia refuses to accept a catch quota. "+
		"“Joint patrols are essential,” she added. The harbour was quiet, and nobody expected the ships before the end of the week.\n\n", 14)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if len(Find(segment.Segment(text))) == 0 {
			b.Fatal("nothing found")
		}
	}
}
