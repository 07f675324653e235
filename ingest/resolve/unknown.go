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
