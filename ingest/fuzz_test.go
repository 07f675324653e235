package ingest

import (
	"context"
	"testing"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// Whatever the text, records are valid and their evidence is the passage.
func FuzzExtract(f *testing.F) {
	p, cb := whaling(f)
	for _, text := range []string{
		"SKARHAVEN, April 9 (NNA) — Ann Lee, who met Bob on Monday, said that Norvia, too, “will never” accept a catch quota, but only after joint patrols.",
		"| Issue | Estia | Norvia |\n| Quotas | No | A catch quota |\n\n“No patrols, no deal,” van der Berg said.\n\nThe summit failed.",
		"According to the Herald, citing sources, the group rejected a demand to drop the catch quota the next day; without it there is nothing.",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // no reader gives it
		}
		src := schema.Source{ID: schema.HashText(text), Doc: "a.txt", Text: text, Published: schema.MustDate("2031-04-09")}
		list, err := p.ExtractAll(context.Background(), src)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range list {
			if passage, ok := schema.Passage(text, s.Start, s.End); !ok || passage != s.Evidence {
				t.Errorf("evidence %q, passage %q", s.Evidence, passage)
			}
			if s.Reason == "" && len(s.Validate(cb)) > 0 {
				t.Error(s.Validate(cb))
			}
		}
	})
}
