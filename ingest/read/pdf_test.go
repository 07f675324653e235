package read

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestPDFIsItsParagraphsAndPages(t *testing.T) {
	t.Parallel()
	file := makePDF("/Title (Talks on the quota) /Author (Ida Holm) /CreationDate (D:20310411120000Z)",
		drawn("Quota talks stall", "", "Ann Lee said that Norvia would never accept a nego-", "tiated quota \\(the third time\\).", "", "Estia left."),
		drawn("The next round is in May."))
	s := mustText(t, "a.pdf", string(file))
	want := "Quota talks stall\n\nAnn Lee said that Norvia would never accept a negotiated quota (the third time).\n\nEstia left.\n\n\f\nThe next round is in May.\n"
	if strings.ReplaceAll(s.Text, `\`, "") != want {
		t.Errorf("got %q", s.Text)
	}
	if s.Title != "Talks on the quota" || s.Author != "Ida Holm" || s.Reader != "pdf/2" || s.Published.String() != "" || s.PageDate.String() != "2031-04-11" {
		t.Errorf("got %+v", s)
	}
}

func TestPDFErrors(t *testing.T) {
	t.Parallel()
	good := makePDF("", drawn("Ann Lee said no."))
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"not a PDF", []byte("text"), "a.pdf: not a PDF"},
		{"cut short", good[:len(good)/2], "a.pdf: damaged"},
		{"no text", makePDF("", "0 0 10 10 re f"), "a.pdf: has no text"},
		{"no pages", makePDF(""), "a.pdf: has no text"},
		{"table without end", bytes.Replace(good, []byte("/Size 7"), []byte("/Size 999999999999"), 1), "a.pdf: damaged"},
		{"object number without end", bytes.Replace(good, []byte("xref\n0 7"), []byte("xref\n4000000000 7"), 1), "a.pdf: damaged"},
		{"arrays in arrays", bytes.Replace(good, []byte("/Kids ["), []byte("/Kids "+strings.Repeat("[", 1000)), 1), "a.pdf: damaged"},
		{"arrays in instructions", makePDF("", strings.Repeat("[", 1_000_000)), "a.pdf: page 1: more than text"},
		{"broken off", makePDF("", drawn("Ann Lee said")+" <416e6e"), "a.pdf: damaged: page 1 breaks off"},
		{"bomb", makePDF("", strings.Repeat("(a) Tj ", 1_000_000)), "a.pdf: page 1: more than text"},
		{"pages within themselves", bytes.Replace(good, []byte("/Kids [5 0 R]"), []byte("/Kids [2 0 R]"), 1), "a.pdf: damaged"},
		{"a page below itself", bytes.Replace(good, []byte("/Page /Parent 2 0 R"), []byte("/Page /Parent 5 0 R"), 1), "a.pdf: damaged"},
		{"a page without its stack", makePDF("", "Q"), "a.pdf: damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := Text("a.pdf", c.data, Meta{})
			if err == nil || !strings.HasPrefix(err.Error(), c.want) || schema.HintOf(err) == "" || schema.KindOf(err) != schema.KindInput {
				t.Errorf("got %v (hint %q), want %s", err, schema.HintOf(err), c.want)
			}
		})
	}
}

// What looks like a string that is never closed, and is none.
func TestPDFInstructionsThatBreakOff(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]bool{
		"(x < y) Tj": false, `(x \) < (y)) Tj`: false, "% x < y\n(a) Tj": false, "/P << /A 1 >> BDC": false, "<4161> Tj": false, "<< /A <41> >>": false,
		"<41 Tj": true, "(a) Tj <": true, "<< /A <41 ": true, "(a": false, `(a\`: false, "": false, "<4161> Tj <41": true,
	} {
		if got := endsInHex([]byte(content)); got != want {
			t.Errorf("%q: got %v", content, got)
		}
	}
}
