package segment

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/schema"
)

func sentences(t *Text) string {
	var list []string
	for _, s := range t.Sentences {
		list = append(list, t.Raw[s.Start:s.End])
	}
	return strings.Join(list, "|")
}

func TestSentences(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"Mr. Lee met Gen. Ann J. Roe. They agreed.", "Mr. Lee met Gen. Ann J. Roe.|They agreed."},
		{"It is in the U.S. budget. He left the U.S. The talks ended.", "It is in the U.S. budget.|He left the U.S.|The talks ended."},
		{`"We will not. Never!" he said. Then he left.`, `"We will not.|Never!" he said.|Then he left.`},
		{"He said “no.” She said yes.", "He said “no.”|She said yes."},
		{"Prices rose 2.5 percent. In 2031 they fell.", "Prices rose 2.5 percent.|In 2031 they fell."},
		{"Land is under control According to Ann, it is not.", "Land is under control|According to Ann, it is not."},
		{"Really?! Yes… No.", "Really?!|Yes…|No."},
	} {
		if got := sentences(Segment(c.text)); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func TestBlocksHaveKinds(t *testing.T) {
	t.Parallel()
	text := Segment(`# Title

A Short Heading Without a Stop
Ann said that the quota must stay, and nobody in the room seemed to disagree with her about that at the time of the vote.
- a bullet of a list
| Issue | Ann |
| Quota | Yes |
“We must keep it.”
— Ann Lee, Minister
Latest news
Something else happened.
`)
	want := []Kind{Heading, Heading, Paragraph, Bullet, Row, Row, Paragraph, Credit, Boilerplate, Boilerplate}
	if len(text.Blocks) != len(want) {
		t.Fatalf("got %d blocks", len(text.Blocks))
	}
	for i, b := range text.Blocks {
		if b.Kind != want[i] {
			t.Errorf("%q: kind %d, want %d", text.Raw[b.Start:b.End], b.Kind, want[i])
		}
	}
}

func TestWrappedLinesAreOneParagraph(t *testing.T) {
	t.Parallel()
	text := Segment("Ann said that the quota\nmust stay as it is,\nwhatever happens. Bob\ndisagreed.\n\nThe end came soon\nafter that.\n")
	if len(text.Blocks) != 2 || len(text.Sentences) != 3 {
		t.Errorf("got %d blocks, %q", len(text.Blocks), sentences(text))
	}
}

func TestQuotationsOfAllStyles(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{`He said "no way" and "yes".`, `"no way"|"yes"`},
		{"He said “no ‘way’ at all” and left.", "“no ‘way’ at all”"},
		{"Er sagte „nein“ dazu.", "„nein“"},
		{"Il a dit «non» hier.", "«non»"},
		{"He isn't one of Ann's 'best friends' today.", "'best friends'"},
		{"It's ‘done’, the students’ union said.", "‘done’"},
		{"“A paragraph that goes on", "“A paragraph that goes on"},
		{"Hon sade ”nej tack” igen.", "”nej tack”"},
		{"He said ''no, it isn't'' and ``yes''.", "''no, it isn't''|``yes''"},
		{"“What he calls “progress” is not,” she said.", "“What he calls “progress” is not,”"},
		{"“One that “never closes inside,” she said.", "“One that “never closes inside,”"},
		{`A stray " mark.`, ""},
		{`5" and 6" pipes`, ""},
	} {
		text := Segment(c.text)
		var got []string
		for _, q := range text.Quotes {
			got = append(got, text.Raw[q.Start:q.End])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// check holds for every text: parts lie in the text, in order, and the code
// points of a span give back its passage.
func within(part, whole Span) bool { return whole.Start <= part.Start && part.End <= whole.End }

func check(t interface{ Fatalf(string, ...any) }, raw string) {
	text := Segment(raw)
	at := 0
	for _, s := range text.Sentences {
		if s.Start < at || s.End <= s.Start || s.End > len(raw) {
			t.Fatalf("sentence %d-%d after %d in %q", s.Start, s.End, at, raw)
		}
		at = s.End
		passage, ok := schema.Passage(raw, text.Point(s.Start), text.Point(s.End))
		if !ok || passage != raw[s.Start:s.End] {
			t.Fatalf("passage %q of %q in %q", passage, raw[s.Start:s.End], raw)
		}
		if !within(s.Span, text.Blocks[s.Block].Span) {
			t.Fatalf("sentence outside its block in %q", raw)
		}
	}
	for i, q := range text.Quotes {
		if !within(q.Span, text.Blocks[q.Block].Span) {
			t.Fatalf("quote outside its block in %q", raw)
		}
		if text.SpanOf(text.QuoteRange(i)) != q.Span {
			t.Fatalf("quote range %v of %v in %q", text.QuoteRange(i), q.Span, raw)
		}
	}
}

func TestPartsLieInTheText(t *testing.T) {
	t.Parallel()
	parts := []string{"Ann", " said", "\n", "\n\n", ". ", "“", "”", `"`, "'", "’", "U.S.", " é", "–", "| a |", "- x", "\u0301", "漢字", "…", "»", "«", "\u200f", "\t", "?", "''", "`"}
	rapid.Check(t, func(t *rapid.T) {
		check(t, strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "parts"), ""))
		check(t, rapid.String().Draw(t, "text"))
	})
}

func FuzzSegment(f *testing.F) {
	f.Add("Ann said “no.” — Bob\n| a | b |\n")
	f.Add("\"\"\"\"' ‘ U.S.The")
	f.Fuzz(func(t *testing.T, raw string) {
		if text, err := schema.ReadText([]byte(raw)); err == nil {
			check(t, text)
		}
	})
}
