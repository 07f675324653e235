package attribute

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// according makes frames of "according to X", "as reported by X", "citing X".
func (r *reader) according() {
	for i := r.at.From; i+2 < r.at.To; i++ {
		n := r.relayAfter(i)
		if n == nil {
			continue
		}
		f := Frame{Kind: According, Sentence: r.s, Holders: []Nominal{*n}, Cue: segment.Range{From: i, To: n.From}, Word: speech(), Weight: 1}
		f.Word.Phrase = "according to"
		f.Content = segment.Range{From: n.To, To: r.at.To}
		if !r.leads(i) && i > r.at.From+3 {
			f.Content = r.before(i)
		}
		r.add(f)
	}
}

// relayAfter is the noun phrase that "according to" and the like at i credit.
// "A report by X" credits X.
func (r *reader) relayAfter(i int) *Nominal {
	w, next, third := r.Tokens[i].Fold, r.Tokens[i+1].Fold, r.Tokens[i+2].Fold
	from := 0
	switch {
	case w == "according" && next == "to":
		from = i + 2
	case w == "as" && reports.Has(r.Tokens[i+1]) && third == "by":
		from = i + 3
	case w == "citing" || w == "quoting":
		from = i + 1
	default:
		return nil
	}
	for k := range r.noms {
		n := &r.noms[k]
		if n.From < from || n.Possessive && n.Nature == Name {
			continue // "Norvia's minister": whoever follows
		}
		if n.From > from+4 {
			break
		}
		if n.Nature == Document && k+1 < len(r.noms) && !n.Complement.Empty() {
			return &r.noms[k+1]
		}
		return n
	}
	return nil
}

var reports = lexis.NewWords("reported noted stated said told quoted described cited announced explained confirmed")

// perspective makes a frame of "For Ann, the ban is unacceptable".
func (r *reader) perspective() {
	if len(r.noms) == 0 || r.Tokens[r.at.From].Fold != "for" {
		return
	}
	if n := r.noms[0]; n.From == r.at.From+1 && n.To < r.at.To && r.Tokens[n.To].Fold == "," {
		f := Frame{Kind: For, Sentence: r.s, Holders: r.noms[:1], Cue: segment.Range{From: r.at.From, To: n.From}, Word: speech(), Content: segment.Range{From: n.To, To: r.at.To}, Weight: 1}
		f.Word.Phrase = "for"
		r.add(f)
	}
}
