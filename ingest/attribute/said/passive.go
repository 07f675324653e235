package said

import (
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// passive makes the attribution of a verb in the passive. With an agent, the
// content is the subject: "The plan was rejected by Ann". A clause behind the
// verb is the content, and the subject has been told: "Ann was told that". An
// infinitive goes with its subject, which belongs to what is reported: "Ann is
// said to have left".
func (r *reader) passive(k int) {
	g := r.groups[k]
	agent := r.agent(g.To)
	a := Attribution{Cue: []segment.Range{g.Range}}
	if !agent.Empty() {
		a.Source = []segment.Range{agent}
	}
	content := segment.Range{}
	if c := r.thatClause(g); !c.Empty() && g.frames.has("t") {
		content = c
	} else if c := r.toVerb(r.raised(g)); !c.Empty() {
		content = c
		if s := r.sub[k]; agent.Empty() && !s.Empty() {
			a.Content = []segment.Range{s} // raised: "the quota is believed to help"
		}
	} else if !agent.Empty() {
		content = r.sub[k]
	}
	if content.Empty() {
		return
	}
	a.Content = append(a.Content, content)
	r.add(a)
	r.take(content)
}

// raised gives a passive verb the infinitive that its active takes with an
// object.
func (r *reader) raised(g group) group {
	if g.frames.has("t") {
		g.frames += "i"
	}
	return g
}

// maxAgent bounds what may stand between a passive and its agent, in tokens.
const maxAgent = 8

// agent is the noun phrase after "by".
func (r *reader) agent(from int) segment.Range {
	for i := from; i < min(r.at.To-1, from+maxAgent); i++ {
		if r.finite(i) || r.Tokens[i].Fold == "," {
			break
		}
		if r.Tokens[i].Fold == "by" {
			if to := r.phraseAfter(i + 1); to > i+1 {
				return segment.Range{From: i + 1, To: to}
			}
		}
	}
	return segment.Range{}
}
