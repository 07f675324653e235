package resolve

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
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
	news          map[string]string // last name -> "NEW:Label"
	sides         map[string]string // "NEW:Label" -> the group that the text names with it
	mentioned     []string          // actors in the order they were named, for "the two"
	frame         int               // whose holder is resolved, or -1
}

// Resolve returns the speaker of every frame, in the order of the frames. on
// is the article's date, which says who holds an office; it may be unknown.
func Resolve(t *segment.Text, a *attribute.Analysis, reg *Register, on schema.Date) []Speaker {
	r := &resolver{register: reg, text: t, on: on, frames: a.Frames, speakers: make([]Speaker, len(a.Frames)), news: map[string]string{}, sides: map[string]string{}}
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
		r.mention(s.Actors)
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
		r.introduce(n)
		s := r.nominal(n)
		keep(s)
		if !n.Possessive {
			r.mention(s.Actors)
		}
		if n.Nature == attribute.Document && r.indefinite(n) && !s.Known() && (person != "" || group != "") {
			issuer = Speaker{Actors: r.issuedBy(first, end, person, group)}
		}
	}
	if issuer.Known() {
		r.issuer = issuer
	}
	r.person, r.group = or(person, r.person), or(group, r.group)
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
