package resolve

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// resolver goes through a text from its start and remembers who was named.
type resolver struct {
	register *Register
	text     *segment.Text
	on       schema.Date
	frames   []attribute.Frame
	nominals []attribute.Nominal // of the sentence
	speakers []Speaker           // by frame

	person, group string // last named as a subject
	issuer        Speaker
	news          map[string]string // surname -> "NEW:Label"
	frame         int               // whose holder is resolved, or -1
}

// Resolve returns the speaker of every frame, in the order of the frames. on
// is the article's date, which says who holds an office; it may be unknown.
func Resolve(t *segment.Text, a *attribute.Analysis, reg *Register, on schema.Date) []Speaker {
	r := &resolver{register: reg, text: t, on: on, frames: a.Frames, speakers: make([]Speaker, len(a.Frames)), news: map[string]string{}}
	f, n := 0, 0
	for s := range t.Sentences {
		first, from := f, n
		for n < len(a.Nominals) && a.Nominals[n].Sentence <= s {
			n++
		}
		r.nominals = a.Nominals[from:n]
		for ; f < len(a.Frames) && a.Frames[f].Sentence <= s; f++ {
			r.frame = f
			r.speakers[f] = r.holders(a.Frames[f])
		}
		r.frame = -1
		r.remember(a.Nominals[from:n], first, f)
	}
	return r.speakers
}

func (r *resolver) day() schema.Day {
	if r.on.IsZero() {
		return 0
	}
	return r.on.Latest()
}

// holders resolves the coordinated phrases of one frame.
func (r *resolver) holders(f attribute.Frame) Speaker {
	var all Speaker
	for i, n := range f.Holders {
		s := r.nominal(n)
		if i == 0 {
			all = s
			all.Actors = nil
		}
		for _, id := range s.Actors {
			if !slices.Contains(all.Actors, id) {
				all.Actors = append(all.Actors, id)
			}
		}
	}
	return all
}

// remember keeps who the sentence was about, for the pronouns of the next one:
// the subjects of its frames, else whoever it names first.
func (r *resolver) remember(noms []attribute.Nominal, first, end int) {
	var person, group string
	keep := func(s Speaker) {
		for _, id := range s.Actors {
			if r.isPerson(id) && person == "" {
				person = id
			} else if !r.isPerson(id) && group == "" {
				group = id
			}
		}
	}
	for f := first; f < end; f++ {
		if r.frames[f].Kind == attribute.Says && !r.speakers[f].Document {
			keep(r.speakers[f])
		}
	}
	var issuer Speaker
	for _, n := range noms {
		if n.Nature == attribute.Pronoun {
			continue
		}
		s := r.nominal(n)
		keep(s)
		if n.Nature == attribute.Document && r.indefinite(n) && !s.Known() && (person != "" || group != "") {
			issuer = Speaker{Actors: r.issuedBy(first, end, person, group)}
		}
	}
	if issuer.Known() {
		r.issuer = issuer
	}
	r.person, r.group = or(person, r.person), or(group, r.group)
}

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

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (r *resolver) isPerson(id string) bool {
	if strings.HasPrefix(id, schema.NewActorPrefix) {
		return true
	}
	a, ok := r.register.codebook.Actor(id)
	return ok && (a.Kind == schema.KindPerson || a.Kind == schema.KindAnalyst)
}

func (r *resolver) indefinite(n attribute.Nominal) bool {
	w := r.text.Tokens[n.From].Fold
	return w == "a" || w == "an"
}

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

// unknown proposes a new actor for a personal name that the codebook lacks: two
// to four capitalised words, after a title where there is one, as the subject
// of speech. A surname that follows later is the same person.
func (r *resolver) unknown(n attribute.Nominal, hits []hit) []string {
	from := n.From
	if len(hits) > 0 {
		from = hits[len(hits)-1].last + 1
	}
	words := r.text.Tokens[from:n.To]
	for i := len(words) - 1; i >= 0; i-- {
		if attribute.IsHead(words[i]) || !words[i].Capital() {
			words = words[i+1:]
			break
		}
	}
	if id := r.newActor(words); id != "" {
		return []string{id}
	}
	// "Norvian Trade Minister": an office without a name speaks for its group.
	if len(hits) > 0 && hits[len(hits)-1].actor.Kind.IsGroup() && attribute.IsHead(r.text.Tokens[n.To-1]) {
		return []string{hits[len(hits)-1].actor.ID}
	}
	return nil
}

func (r *resolver) newActor(words []lexis.Token) string {
	var parts []string
	for _, w := range words {
		if w.Kind == lexis.Word {
			parts = append(parts, w.Text)
		}
	}
	if len(parts) == 0 || len(parts) > 4 {
		return ""
	}
	last := parts[len(parts)-1]
	if id, ok := r.news[last]; ok {
		return id
	}
	if len(parts) < 2 || r.frame < 0 || !r.speaks() {
		return ""
	}
	r.news[last] = schema.NewActorPrefix + strings.Join(parts, " ")
	return r.news[last]
}

// speaks reports whether the frame being resolved is speech: only then is an
// unknown name a speaker and not a place or a firm.
func (r *resolver) speaks() bool {
	f := r.frames[r.frame]
	return f.Kind == attribute.Credit || f.Kind == attribute.Says && f.Word.Class == lexis.Speech
}
