package suggest

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// Coded is what a proposal rests on: one statement.
type Coded struct {
	Doc         string        `json:"doc"`
	Start       int           `json:"start"`
	Evidence    string        `json:"evidence"`
	Actor       string        `json:"actor"`
	Proposition string        `json:"proposition"`
	Status      schema.Status `json:"status"`
}

// Of is what counts of a statement.
func Of(s *schema.Statement) Coded {
	return Coded{s.Doc, s.Start, s.Evidence, s.Actor, s.Proposition, s.Status}
}

// Load reads statements from JSON Lines; fields beside those of Coded may be
// there or not. Rejected statements are left out. All bad lines are reported
// together.
func Load(file string, r io.Reader) ([]Coded, error) {
	var list []Coded
	problems, err := schema.EachLine(r, file, func(line schema.Line) schema.Problems {
		var c Coded
		if err := json.Unmarshal(line.Bytes, &c); err != nil {
			return schema.Problems{{Expected: fmt.Sprintf("expected one JSON statement: %v", err)}}
		}
		if c.Evidence == "" || c.Actor == "" || c.Proposition == "" {
			return schema.Problems{{Expected: "expected a statement with evidence, actor and proposition"}}
		}
		if c.Status != schema.StatusRejected {
			list = append(list, c)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return list, problems.Err("give a JSON Lines file with doc, start, evidence, actor and proposition on every line")
}

// passage is an evidence with all that was coded on it.
type passage struct {
	text         string
	tokens       []lexis.Token
	propositions map[string]bool
	actors       map[string]bool
}

// passages puts statements on the same words together, in the order of the
// first of each.
func passages(coded []Coded) []*passage {
	type place struct {
		doc      string
		start    int
		evidence string
	}
	at := map[place]*passage{}
	var list []*passage
	for _, c := range coded {
		k := place{c.Doc, c.Start, c.Evidence}
		p := at[k]
		if p == nil {
			p = &passage{text: c.Evidence, tokens: lexis.Tokenize(c.Evidence), propositions: map[string]bool{}, actors: map[string]bool{}}
			at[k] = p
			list = append(list, p)
		}
		p.propositions[c.Proposition], p.actors[c.Actor] = true, true
	}
	return list
}
