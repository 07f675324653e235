package resolve

import (
	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// Speaker is who a noun phrase stands for.
type Speaker struct {
	Actors      []string // codebook IDs, or one "NEW:Label"; empty when unknown
	Words       string   // as printed, without article
	Document    bool     // a text speaks: the actors are whose text it is
	Signatories []string // named signers of the text
	Anaphor     bool     // by a pronoun or "the statement"
	Side        string   // the group that the text names with an actor who is not in the codebook
	Misprinted  string   // a printed title that is not the register's on the day
}

// Known reports whether anybody was found.
func (s Speaker) Known() bool { return len(s.Actors) > 0 }

// nominal resolves one phrase by its own words.
func (r *resolver) nominal(n attribute.Nominal) (s Speaker) {
	s = Speaker{Words: r.text.Words(trimArticle(r.text.Tokens, n)), Document: n.Nature == attribute.Document}
	if n.Nature == attribute.Pronoun {
		return r.pronoun(n)
	}
	hits := r.register.find(r.text.Tokens, n.From, n.To, r.on)
	if whole := r.wider(n); whole != nil {
		s.Actors = []string{whole.actor.ID}
		return s
	}
	if name := r.apposed(n); name != nil {
		return r.nominal(*name)
	}
	defer func() { s.Side = r.side(s.Actors) }()
	switch h := r.head(hits, n); {
	case h != nil:
		s.Actors, s.Misprinted = []string{h.actor.ID}, r.misprinted(n, h)
	case r.outlet(n):
		return s
	case r.frame >= 0 && r.frames[r.frame].Kind == attribute.Owns && len(hits) == 1 && hits[0].adjective && hits[0].last == n.To-1:
		s.Actors = []string{hits[0].actor.ID} // "the Norvian demand"
	case n.Nature == attribute.Name && len(hits) > 0 && isPerson(hits[len(hits)-1]) && hits[len(hits)-1].last < n.To-1 && r.rest(hits[len(hits)-1], n) == 0:
		s.Actors = []string{hits[len(hits)-1].actor.ID}
	case n.Nature == attribute.Name:
		s.Actors = r.unknown(n, hits)
	default:
		s.Actors = r.generic(n, hits)
	}
	if n.Nature == attribute.Document {
		r.document(n, &s)
		if !s.Known() && r.indefinite(n) && r.frame >= 0 {
			s.Actors = r.introducer(n)
		}
	}
	return s
}

func trimArticle(tokens []lexis.Token, n attribute.Nominal) (r segment.Range) {
	r = n.Range
	for r.To-r.From > 1 && (tokens[r.From].Fold == "the" || tokens[r.From].Fold == "a" || tokens[r.From].Fold == "an") {
		r.From++
	}
	return r
}

// wider is a name that takes in what the head is "of": "leaders of the Five
// Valleys".
func (r *resolver) wider(n attribute.Nominal) *hit {
	if n.Complement.Empty() {
		return nil
	}
	for _, h := range r.register.find(r.text.Tokens, n.From, n.Complement.To, r.on) {
		if h.last >= n.Complement.From && h.first < n.To {
			return &h
		}
	}
	return nil
}

// head is the name that ends the phrase; it names the phrase. Two actors of one
// name are nobody.
func (r *resolver) head(hits []hit, n attribute.Nominal) *hit {
	var found *hit
	for i, h := range hits {
		if isPerson(h) && r.token(h.last+1).Fold == "of" && h.last+1 < n.To {
			return &hits[i] // "Minister Ann Lee of Norvia"
		}
	}
	for i := range hits {
		if hits[i].last != n.To-1 || hits[i].adjective {
			continue
		}
		if found != nil && found.actor != hits[i].actor && !isPerson(*found) && isPerson(hits[i]) {
			found = nil
		}
		if found != nil && found.actor != hits[i].actor {
			return nil
		}
		found = &hits[i]
	}
	return found
}

func isPerson(h hit) bool {
	return h.actor.Kind == schema.KindPerson || h.actor.Kind == schema.KindAnalyst
}

// rest is the number of capitalised words after a name in its phrase.
func (r *resolver) rest(h hit, n attribute.Nominal) int {
	count := 0
	for _, t := range r.text.Tokens[h.last+1 : n.To] {
		if t.Capital() {
			count++
		}
	}
	return count
}
