package attribute

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/ingest/segment"
)

// frames prints the frames of a text: kind, word, holders, content.
func frames(text string) []string {
	t := segment.Segment(text)
	var list []string
	for _, f := range Attribute(t).Frames {
		var holders []string
		for _, h := range f.Holders {
			holders = append(holders, t.Words(h.Range))
		}
		list = append(list, string(f.Kind)+" "+f.Word.Phrase+" ["+strings.Join(holders, "; ")+"] "+t.Words(f.Content))
	}
	return list
}

func TestFrames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"indirect", "Ann Lee said that the ban failed.", "verb say [Ann Lee] that the ban failed."},
		{"direct, trailing", "“The ban failed,” Ann Lee said.", "verb say [Ann Lee] “The ban failed,”"},
		{"direct, inverted", "“The ban failed,” said Ann Lee.", "verb say [Ann Lee] “The ban failed,”"},
		{"quotation over sentences", "“The ban failed. It is over,” she said.", "verb say [she] The ban failed. It is over,”"},
		{"according to", "According to Ann Lee, the ban failed.", "according to according to [Ann Lee] , the ban failed."},
		{"noun", "Ann Lee's demand for a ban surprised them.", "noun demand for [Ann Lee] a ban surprised them."},
		{"relative clause", "Ann Lee, who opposes the ban, left.", "verb oppose [Ann Lee] the ban, left."},
		{"list of subjects", "Ann Lee and Bob Roe oppose the ban.", "verb oppose [Ann Lee; Bob Roe] the ban."},
		{"object of a preposition is no subject", "The talks with Ann Lee failed.", ""},
		{"opening phrase", "After a talk with Ann Lee, Bob Roe rejected the ban.", "verb reject [Bob Roe] the ban."},
		{"passive", "The ban was rejected by Ann Lee.", "verb reject [Ann Lee] The ban"},
		{"adjective", "Ann Lee is ready to accept.", "adj"},
		{"perspective", "For Ann Lee, it is over.", "for for [Ann Lee] , it is over."},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := frames(c.text)
			switch c.want {
			case "":
				if len(got) > 0 {
					t.Errorf("got %q", got)
				}
			case "adj":
				if len(got) == 0 || !strings.HasPrefix(got[0], "verb ready to [Ann Lee]") {
					t.Errorf("got %q", got)
				}
			default:
				if len(got) == 0 || got[0] != c.want {
					t.Errorf("got %q, want %q", got, c.want)
				}
			}
		})
	}
}

func TestWantedOfOthersIsNotToldOfThem(t *testing.T) {
	t.Parallel()
	a := Attribute(segment.Segment("Ann Lee urged Bob Roe to accept the ban."))
	if len(a.Frames) != 2 || !a.Frames[1].Irreal || a.Frames[1].Parent != 0 {
		t.Errorf("got %+v", a.Frames)
	}
}

func TestCreditLineHoldsTheBlockAbove(t *testing.T) {
	t.Parallel()
	got := frames("“The ban failed.”\n— Ann Lee, minister")
	if len(got) != 1 || got[0] != "credit line  [Ann Lee] “The ban failed.”" {
		t.Errorf("got %q", got)
	}
}

func TestFramesLieInTheText(t *testing.T) {
	t.Parallel()
	parts := []string{"Ann Lee", " said", " that ", "the ", "officials ", "refuse", " to ", "accept", ". ", "“", "”", ", ", " and ", "\n", "— ", "by ", "who ", "was rejected ", "For ", "According to ", "'s ", "demand for "}
	rapid.Check(t, func(r *rapid.T) {
		text := segment.Segment(strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(r, "parts"), ""))
		for _, f := range Attribute(text).Frames {
			for _, x := range []segment.Range{f.Cue, f.Content} {
				if x.From < 0 || x.To > len(text.Tokens) {
					r.Fatalf("range %v of %d tokens", x, len(text.Tokens))
				}
			}
			text.Words(f.Cue)
			text.Words(f.Content)
		}
	})
}

func TestQuotationsThatNoVerbOfTheLexiconHolds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, holder, content string }{
		{"“We will not sign it,” Ann Lee shrugged.", "Ann Lee", "“We will not sign it,”"},
		{"“The island fund is what matters most,” its director, Paul Ray, said.", "director", "“The island fund is what matters most,”"},
	} {
		text := segment.Segment(c.text)
		found := false
		for _, f := range Attribute(text).Frames {
			found = found || len(f.Holders) == 1 && text.Words(f.Holders[0].Range) == c.holder && text.Words(f.Content) == c.content
		}
		if !found {
			t.Errorf("%s: no frame of %s with %s", c.text, c.holder, c.content)
		}
	}
}
