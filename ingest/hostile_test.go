package ingest

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/schema/cputime"
)

// Time must grow with the text and not with its square, whatever the text is.
func TestHostileTextsTakeBoundedTime(t *testing.T) {
	t.Parallel()
	p, _ := whaling(t)
	for name, text := range map[string]string{
		"one sentence without end": strings.Repeat("Ann Lee said that Norvia refuses a catch quota and ", 3000),
		"opening quotation marks":  strings.Repeat("“", 100_000),
		"alternating marks":        strings.Repeat("\"a “b ", 30_000),
		"pronouns":                 strings.Repeat("He said he said she. ", 8_000),
		"names":                    strings.Repeat("Ann Lee Bob ", 15_000),
		"bars":                     strings.Repeat("|", 100_000),
		"combining characters":     "Ann Lee rejects" + strings.Repeat("\u0301", 80_000) + " a catch quota.",
		"right to left":            strings.Repeat("\u202eAnn Lee \u05d0\u05d1 rejects a catch quota. ", 2000),
	} {
		src := schema.Source{ID: schema.HashText(text), Doc: "a.txt", Text: text}
		var list []schema.Statement
		var err error
		took := cputime.Of(func() { list, err = p.Extract(context.Background(), src) })
		if err != nil {
			t.Fatal(err)
		}
		if took > time.Minute {
			t.Errorf("%s: %v for %d bytes", name, took, len(text))
		} else {
			t.Logf("%s: %v, %d statements", name, took, len(list))
		}
	}
}
