package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

var (
	relatives     = lexis.NewWords("who which that whom")
	subordinators = lexis.NewWords("that because if while although though whereas when whenever where unless until since whether why how what so lest as after before once than")
)

// subject is the words that name who the verb of group k is said of, or empty.
// An infinitive, a participle and the second of two joined verbs share the
// subject of a verb before; a relative pronoun gives its antecedent.
func (r *reader) subject(k int) segment.Range {
	g := r.groups[k]
	if g.From == r.at.From && !g.participle {
		return segment.Range{}
	}
	before := g.From - 1
	switch {
	case g.infinitive:
		return r.controller(k)
	case before >= r.at.From && relatives.Has(r.Tokens[before]) && g.finite && before > r.at.From:
		return r.antecedent(before)
	case g.participle && r.tag(g.head) == "VBG":
		return r.shared(k)
	case r.joined(before):
		return r.shared(k)
	}
	if s := r.nounPhraseBefore(g.From); !s.Empty() {
		return s
	}
	if g.participle || !g.finite {
		return r.shared(k)
	}
	return segment.Range{}
}

// joined reports whether a verb follows "and", "but", "or" or "then" directly:
// it shares the subject of the verb before.
func (r *reader) joined(before int) bool {
	if before < r.at.From {
		return false
	}
	w := r.Tokens[before].Fold
	return w == "and" || w == "but" || w == "or" || w == "then"
}

// shared is the subject of the clause that a participle or joined verb goes on
// with: that of the nearest finite verb before it whose clause is still open,
// so not that of a relative clause between commas.
func (r *reader) shared(k int) segment.Range {
	g := r.groups[k]
	after := g.From > r.at.From && r.Tokens[g.From-1].Fold == ","
	for j := k - 1; j >= 0; j-- {
		h := r.groups[j]
		if h.quoted != g.quoted || r.sub[j].Empty() || after && r.inRelative(h) {
			continue
		}
		if after && r.reported(j) {
			continue
		}
		return r.sub[j]
	}
	if s := r.mainSubject(g.From); !s.Empty() {
		return s
	}
	if k+1 < len(r.groups) && g.From <= r.at.From+1 {
		// "Speaking in Oslo, Ann said": the subject comes behind.
		return r.subject(k + 1)
	}
	return segment.Range{}
}

// inRelative reports whether a group is the verb of a relative clause.
func (r *reader) inRelative(g group) bool {
	return g.From > r.at.From && relatives.Has(r.Tokens[g.From-1]) && r.Tokens[g.From-1].Fold != "that"
}

// reported reports whether group j stands in the clause that another reports:
// "said she feared it, adding" adds to what was said, not to the fear.
func (r *reader) reported(j int) bool {
	for i := j - 1; i >= 0; i-- {
		h := r.groups[i]
		if h.finite && h.frames.has("t") && r.sub[j].From >= h.To && r.sub[j].From-h.To <= 3 && r.groups[j].finite {
			return true
		}
	}
	return false
}
