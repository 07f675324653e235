package resolve

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

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
