package resolve

import (
	"github.com/stancegraph/stancegraph/ingest/attribute"
)

// pronoun resolves "he", "they", "we" to the speaker around it, if one fits,
// else to the last fitting actor before.
func (r *resolver) pronoun(n attribute.Nominal) Speaker {
	word := r.text.Tokens[n.From].Fold
	s := Speaker{Words: word, Anaphor: true}
	around := r.around()
	switch word {
	case "i", "we", "my", "our", "us", "me":
		s.Actors = around.Actors
		return s
	case "they", "their", "them", "it", "its":
		if len(around.Actors) == 1 && !r.isPerson(around.Actors[0]) {
			s.Actors = around.Actors
		} else if r.group != "" {
			s.Actors = []string{r.group}
		}
		return s
	}
	if len(around.Actors) == 1 && r.isPerson(around.Actors[0]) {
		s.Actors = around.Actors
	} else if id := r.within(n); id != "" {
		s.Actors = []string{id}
	} else if r.person != "" {
		s.Actors = []string{r.person}
	}
	return s
}

// within is the first person that the sentence names before a pronoun, also as
// a possessive: "Ann's impatience is clear: she wants". Objects of prepositions
// are less likely meant than whoever the text was about before.
func (r *resolver) within(n attribute.Nominal) string {
	for _, m := range r.nominals {
		if m.Sentence != n.Sentence || m.From >= n.From || m.Nature != attribute.Name || attribute.Object(r.text.Tokens, m) {
			continue
		}
		for _, id := range r.nominal(m).Actors {
			if r.isPerson(id) {
				return id
			}
		}
	}
	return ""
}

// around is the speaker of the frame that holds the one being resolved, or of
// a person named before in the same sentence.
func (r *resolver) around() Speaker {
	if r.frame < 0 {
		return Speaker{}
	}
	f := r.frames[r.frame]
	if f.Parent >= 0 && f.Parent < r.frame && r.speakers[f.Parent].Known() {
		return r.speakers[f.Parent]
	}
	for i := r.frame - 1; i >= 0 && r.frames[i].Sentence == f.Sentence; i-- {
		if r.speakers[i].Known() && !r.speakers[i].Document {
			return r.speakers[i]
		}
	}
	return Speaker{}
}
