package ingest

import (
	"context"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/classify"
	"github.com/stancegraph/stancegraph/ingest/date"
	"github.com/stancegraph/stancegraph/ingest/grade"
	"github.com/stancegraph/stancegraph/ingest/resolve"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// Coder is the name and version under which the pipeline codes.
const Coder = "rules/1.2"

// Pipeline extracts statements by the cues and actors of one codebook. It is
// safe for use by many at once.
type Pipeline struct {
	codebook *schema.Codebook
	register *resolve.Register
	cues     *classify.Cues
}

// New compiles the cues and aliases of a codebook. It is an error when the
// codebook has nothing that could be found.
func New(cb *schema.Codebook) (*Pipeline, error) {
	if len(cb.Issues) == 0 || len(cb.Actors) == 0 {
		return nil, schema.Errorf(schema.KindInput, "add issues with propositions, and actors, to the codebook",
			"codebook %s has no issues or no actors: nothing can be extracted", cb.Ref())
	}
	return &Pipeline{codebook: cb, register: resolve.NewRegister(cb), cues: classify.NewCues(cb)}, nil
}

// Extract codes a source. The statements are proposals, in the order of their
// evidence. The rules are rules of English: a source in another declared
// language gives none. The error is the context's.
func (p *Pipeline) Extract(ctx context.Context, src schema.Source) ([]schema.Statement, error) {
	sure, _, err := p.code(ctx, src)
	return sure, err
}

// Undecided returns what a source seems to say and the rules cannot decide: a
// stance of somebody who is not resolved, a passage read with both signs. The
// statements have a reason, a low confidence, and as actor "NEW:" with the words
// of the text. They are for a person to decide and no part of what Extract
// returns.
func (p *Pipeline) Undecided(ctx context.Context, src schema.Source) ([]schema.Statement, error) {
	_, open, err := p.code(ctx, src)
	return open, err
}

// ExtractAll returns both, what is decided and what is not, for a store whose
// users review proposals: there, what has a reason does not count until a
// person has accepted it.
func (p *Pipeline) ExtractAll(ctx context.Context, src schema.Source) ([]schema.Statement, error) {
	sure, open, err := p.code(ctx, src)
	return append(sure, open...), err
}

// code returns what is decided and what is not.
func (p *Pipeline) code(ctx context.Context, src schema.Source) (sure, open []schema.Statement, err error) {
	if src.IsForeign() {
		return nil, nil, ctx.Err()
	}
	text := segment.Segment(src.Text)
	said := attribute.Attribute(text)
	who := resolve.Resolve(text, said, p.register, src.Published)
	when := date.Assign(text, said, who, src.Published)

	w := writer{codebook: p.codebook, source: src, text: text, said: said, who: who, when: when}
	w.sides = sidesOf(who)
	w.reader = classify.NewReader(text, said, who, classify.Sides{SpeaksFor: w.speaksFor, Together: w.together})
	for s := range text.Sentences {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		p.sentence(&w, s)
	}
	statements := w.list
	for _, cell := range classify.Table(text, p.cues, p.register, src.Published) {
		statements = append(statements, w.cell(cell)...)
	}
	sure, open = grade.Contradictions(grade.Once(statements))
	return sure, append(open, w.lost(sure)...), ctx.Err()
}

// sentence codes one sentence. A clause without a topic of its own may point
// back to one before.
func (p *Pipeline) sentence(w *writer, s int) {
	for _, clause := range classify.Clauses(w.text, w.said, s) {
		topics := p.topics(w.text, s, clause)
		if len(topics) == 0 && prose(w.text, s) {
			topics = w.memory.PointBack(w.text, w.said, s, clause)
		}
		w.memory.Remember(w.text, s, topics)
		w.read(topics, clause)
	}
}

// topics are what a clause of prose is about.
func (p *Pipeline) topics(text *segment.Text, s int, clause segment.Range) []classify.Topic {
	if prose(text, s) {
		return p.cues.Topics(text.Tokens, clause)
	}
	return nil
}

// sidesOf are the groups that a text names with actors who are not in the
// codebook: whom they speak for.
func sidesOf(who []resolve.Speaker) map[string]string {
	sides := map[string]string{}
	for _, s := range who {
		if s.Side != "" {
			sides[s.Actors[0]] = s.Side
		}
	}
	return sides
}

// prose reports whether a sentence is running text.
func prose(text *segment.Text, s int) bool {
	kind := text.Blocks[text.Sentences[s].Block].Kind
	return kind == segment.Paragraph || kind == segment.Bullet
}
