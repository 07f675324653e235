package resolve

import (
	"github.com/stancegraph/stancegraph/ingest/attribute"
)

// issuedBy is who issues a document that the sentence introduces: the subject
// of its first frame, else whoever it is about.
func (r *resolver) issuedBy(first, end int, person, group string) []string {
	for f := first; f < end; f++ {
		if r.frames[f].Kind == attribute.Says && r.speakers[f].Known() && !r.speakers[f].Document {
			return r.speakers[f].Actors
		}
	}
	return []string{or(group, person)}
}

func (r *resolver) indefinite(n attribute.Nominal) bool {
	w := r.text.Tokens[n.From].Fold
	return w == "a" || w == "an"
}

// document resolves "the joint statement": by who signed it, by whose it is,
// or by who issued the last one.
func (r *resolver) document(n attribute.Nominal, s *Speaker) {
	if ids := r.complement(n); len(ids) > 1 {
		s.Actors, s.Signatories = r.commonGroup(ids), r.persons(ids)
	}
	switch {
	case s.Known():
		r.issuer = *s
	case r.issuer.Known() && !r.indefinite(n) && r.anaphoric(n):
		s.Actors, s.Signatories, s.Anaphor = r.issuer.Actors, r.issuer.Signatories, true
	}
}

// introducer is who a sentence names before a document that is new in it: "The
// union sent a letter demanding ..." is the union's demand.
func (r *resolver) introducer(n attribute.Nominal) []string {
	for _, m := range r.nominals {
		if m.Sentence != n.Sentence || m.From >= n.From {
			break
		}
		if m.Nature != attribute.Document && m.Nature != attribute.Pronoun && !m.Possessive && !attribute.Object(r.text.Tokens, m) {
			if s := r.nominal(m); s.Known() {
				return s.Actors
			}
		}
	}
	return nil
}

// anaphoric reports whether the phrase points back: "the statement".
func (r *resolver) anaphoric(n attribute.Nominal) bool {
	w := r.text.Tokens[n.From].Fold
	return w == "the" || w == "this" || w == "that"
}

func (r *resolver) persons(ids []string) []string {
	var list []string
	for _, id := range ids {
		if r.isPerson(id) {
			list = append(list, id)
		}
	}
	return list
}
