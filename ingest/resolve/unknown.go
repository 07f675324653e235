package resolve

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// unknown proposes a new actor for a name that the codebook lacks, after a title
// where there is one. A surname that follows later is the same person.
func (r *resolver) unknown(n attribute.Nominal, hits []hit) []string {
	words, titled := r.bareName(n, hits)
	if id := r.newActor(n, words, titled); id != "" {
		return []string{id}
	}
	// "Norvian Trade Minister": an office without a name speaks for its group.
	if len(hits) > 0 && hits[len(hits)-1].actor.Kind.IsGroup() && attribute.IsHead(r.text.Tokens[n.To-1]) {
		return []string{hits[len(hits)-1].actor.ID}
	}
	return nil
}

// bareName is a name without what stands before it, and whether that is a title
// or an office stands beside it: then it is a person's.
func (r *resolver) bareName(n attribute.Nominal, hits []hit) (words []lexis.Token, titled bool) {
	from := n.From
	if len(hits) > 0 {
		from = hits[len(hits)-1].last + 1
	}
	words = r.text.Tokens[from:n.To]
	for i := len(words) - 1; i >= 0; i-- {
		if attribute.IsHead(words[i]) || !words[i].Capital() {
			titled = attribute.IsHead(words[i])
			words = words[i+1:]
			break
		}
	}
	return words, titled || r.office(n) != nil || r.namedFor(n)
}

// namedFor reports whether an office stands before the name: "the minister, Ann
// Lee,".
func (r *resolver) namedFor(n attribute.Nominal) bool {
	for i := range r.nominals {
		if m := &r.nominals[i]; m.To == n.From-1 && m.Nature == attribute.Person && r.token(m.To).Fold == "," && closes(r.token(n.To)) {
			return true
		}
	}
	return false
}

// newActor proposes a name as a new actor where the text shows that it can
// speak: persons have a title or speak, and whoever takes a side by a verb of
// its own is an actor too ("Galt rejects the plan").
func (r *resolver) newActor(n attribute.Nominal, words []lexis.Token, titled bool) string {
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
	person := len(parts) >= 2 && (titled || r.frame >= 0 && r.speaks())
	if !person && !(r.frame >= 0 && r.takesSide() && r.proper(n)) {
		return ""
	}
	id := schema.NewActorPrefix + strings.Join(parts, " ")
	r.news[last] = id
	r.sides[id] = r.named(n)
	return id
}

// introduce keeps the persons that a sentence names with their office: a
// surname later on is theirs ("her deputy, Ida Holm, was blunter").
func (r *resolver) introduce(n attribute.Nominal) {
	if n.Nature != attribute.Name || n.Possessive {
		return
	}
	hits := r.register.find(r.text.Tokens, n.From, n.To, r.on)
	if h := r.head(hits, n); h != nil || r.outlet(n) {
		return
	}
	if words, titled := r.bareName(n, hits); titled {
		r.newActor(n, words, true)
	}
}

// speaks reports whether the frame being resolved is speech: only then is an
// unknown name of two words a person and not a place or a firm.
func (r *resolver) speaks() bool {
	f := r.frames[r.frame]
	return f.Kind == attribute.Credit || f.Kind == attribute.According || f.Kind == attribute.Says && f.Word.Class == lexis.Speech
}

// takesSide reports whether the frame being resolved tells that its holder takes
// a side, in the active voice.
func (r *resolver) takesSide() bool {
	f := r.frames[r.frame]
	return f.Kind == attribute.Says && !f.Passive && !f.Irreal && (f.Word.Class == lexis.Taking || f.Word.Class == lexis.Desire) && f.Word.Sign != 0
}

// proper reports whether a phrase is a name by more than the capital that every
// sentence begins with.
func (r *resolver) proper(n attribute.Nominal) bool {
	first := r.token(n.From)
	if first.Fold == "the" || first.Fold == "a" || first.Fold == "an" || attribute.IsHead(r.token(n.To-1)) {
		return false
	}
	if attribute.Object(r.text.Tokens, n) {
		return false // "according to the Herald": who is credited holds nothing
	}
	from := r.text.Sentences[n.Sentence].Tokens.From
	begins := from == n.From || r.token(n.From-1).Kind == lexis.Mark && n.From-from <= 2
	return !begins || n.To-n.From > 1 || r.bareSingular(n) || r.elsewhere(first.Text, n.From)
}

// bareSingular reports whether a word without an article is the subject of a
// verb in -s: a singular noun that can be counted would need the article, so it
// is a name. What is uncountable is told by its ending.
func (r *resolver) bareSingular(n attribute.Nominal) bool {
	word := r.token(n.From).Fold
	for _, ending := range []string{"s", "tion", "ment", "ness", "ity", "ing", "ance", "ence", "ship", "ure"} {
		if strings.HasSuffix(word, ending) {
			return false
		}
	}
	cue := r.token(r.frames[r.frame].Cue.From)
	return strings.HasSuffix(cue.Fold, "s") && r.frames[r.frame].Cue.From-n.To <= 2
}

// maxLook bounds how far from its place a name is looked for, in tokens.
const maxLook = 2000

// elsewhere reports whether a word stands with its capital inside a sentence.
func (r *resolver) elsewhere(word string, at int) bool {
	t := r.text.Tokens
	for i := max(1, at-maxLook); i < min(len(t), at+maxLook); i++ {
		if t[i].Text == word && i != at && t[i-1].Kind == lexis.Word {
			return true
		}
	}
	return false
}

// named is the group that a phrase names with a person: "Norvian lawmaker Ida
// Holm", "Norvia's prime minister, Ida Holm".
func (r *resolver) named(n attribute.Nominal) string {
	from, to := n.From, n.To
	for i := range r.nominals {
		m := &r.nominals[i]
		if m.To == n.From-1 && m.Nature == attribute.Person && r.token(m.To).Fold == "," {
			from = m.From
			if o := r.owner(*m); o != nil {
				from = o.From
			}
		}
	}
	if o := r.office(n); o != nil {
		to = o.To
	}
	for _, h := range r.register.find(r.text.Tokens, from, to, r.on) {
		if h.actor.Kind.IsGroup() {
			return h.actor.ID
		}
	}
	return ""
}

// side is the group that the text names with new actors.
func (r *resolver) side(ids []string) string {
	if len(ids) != 1 {
		return ""
	}
	return r.sides[ids[0]]
}

// media are the words that make a capitalised phrase the name of an outlet.
var media = lexis.NewWords("post times news journal herald tribune gazette daily television tv radio broadcasting telegraph guardian independent observer chronicle globe mail wire magazine newspaper")

// outlet reports whether a phrase is the name of a newspaper or the like: a
// place or a state inside it says nothing ("The Skarhaven Post").
func (r *resolver) outlet(n attribute.Nominal) bool {
	last := r.token(n.To - 1)
	if last.Capital() && media.Has(last) {
		return true
	}
	for i := n.From; i+1 < n.To; i++ {
		if t := r.token(i); t.Text == "News" && !strings.HasSuffix(last.Fold, "man") {
			return true
		}
	}
	return false
}
