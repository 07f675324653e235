package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// phrase is one part of a cell in words: what somebody is for, or against.
type phrase struct {
	Head  string // "For", "Conditionally against", ...
	Items []item
}

// item is a proposition with what is to be said of the position on it, and the
// numbers of its source notes.
type item struct {
	Text  string
	Notes []int
}

// phrases says a cell in words, the firmest first.
func phrases(c questions.TableCell) []phrase {
	var out []phrase
	for _, part := range []struct {
		head  string
		band  questions.Band
		among []questions.Standpoint
	}{
		{"For", questions.BandSupport, c.Held}, {"Conditionally for", questions.BandConditionalSupport, c.Held},
		{"Against", questions.BandOppose, c.Rejected}, {"Conditionally against", questions.BandConditionalOppose, c.Rejected},
		{"Undecided", questions.BandUndecided, c.Undecided}, {"Both for and against", questions.BandMixed, c.Mixed},
	} {
		p := phrase{Head: part.head}
		for _, sp := range part.among {
			if sp.Band == part.band {
				p.Items = append(p.Items, item{Text: sp.Label + remarks(sp), Notes: sp.Notes})
			}
		}
		if len(p.Items) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// remarks are the conditions and the doubts about a position, in brackets.
func remarks(sp questions.Standpoint) string {
	words := slices.Clone(sp.Conditions)
	for _, mark := range []struct {
		holds bool
		word  string
	}{{sp.Possible, "date not exact, possibly later"}, {sp.AsSignatory, "as signatory"}, {sp.Disagree, "speakers differ"}, {sp.Stale, "stale"}} {
		if mark.holds {
			words = append(words, mark.word)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return " (" + strings.Join(words, "; ") + ")"
}

// nothing says why a cell has no position.
func nothing(c questions.TableCell) string {
	if c.Of == 0 {
		return "no statement"
	}
	return fmt.Sprintf("no statement counts (0 of %d)", c.Of)
}

// plain is a cell as one text; mark prints the numbers of notes.
func plain(c questions.TableCell, mark func([]int) string) string {
	var sentences []string
	for _, p := range phrases(c) {
		var items []string
		for _, i := range p.Items {
			items = append(items, i.Text+mark(i.Notes))
		}
		sentences = append(sentences, p.Head+": "+strings.Join(items, "; ")+".")
	}
	if len(sentences) == 0 {
		return nothing(c)
	}
	return strings.Join(sentences, " ")
}

// citation is a source note as prose: "quotation", speaker, date; outlet, relays, address.
func citation(n questions.Note, cb *schema.Codebook) string {
	st := n.Statement
	speaker := cb.ActorLabel(st.Actor)
	if st.OnBehalfOf != "" && st.OnBehalfOf != st.Actor {
		speaker += " for " + cb.ActorLabel(st.OnBehalfOf)
	}
	parts := []string{"“" + strings.Join(strings.Fields(st.Evidence), " ") + "”", speaker, dateWords(st)}
	if len(st.Via) > 0 {
		parts = append(parts, "relayed by "+strings.Join(st.Via, ", from "))
	}
	return strings.Join(append(parts, sourceWords(n)), ", ") + "."
}

func dateWords(st *schema.Statement) string {
	switch {
	case st.Date.IsZero():
		return "undated"
	case st.DateBasis == schema.DateArticle:
		return st.Date.String() + " (date of the source)"
	}
	return st.Date.String()
}

func sourceWords(n questions.Note) string {
	src := n.Source
	if src == nil {
		return "in " + n.Statement.Doc
	}
	words := "in " + strings.TrimSpace(src.Outlet+" “"+src.Heading()+"”")
	if src.Kind == schema.KindDigest {
		words += " (digest)"
	}
	if src.URL != "" {
		words += ", " + src.URL
	}
	return words
}
