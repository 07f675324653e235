package classify

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// Cues are the cues of a codebook, compiled. They are safe for use by many.
type Cues struct {
	codebook *schema.Codebook
	cues     []cue
	uses     []use // by matcher value
	matcher  lexis.Matcher
}

// cue is one cue of one proposition.
type cue struct {
	proposition *schema.Proposition
	sign        int  // -1 where the wording means the opposite
	with        bool // whether one of the with phrases is needed
	need        int  // how many different phrases of any are needed; 1 for cues of the codebook
}

// use says which list of which cue a phrase belongs to.
type use struct {
	cue    int
	list   list
	phrase string
}

type list uint8

const (
	anyList list = iota
	withList
	notList
)

// NewCues compiles a codebook. A proposition without cues is looked for by the
// words of its label; that finds little and is meant as a start.
func NewCues(cb *schema.Codebook) *Cues {
	c := &Cues{codebook: cb}
	for i := range cb.Issues {
		for j := range cb.Issues[i].Propositions {
			p := &cb.Issues[i].Propositions[j]
			for _, q := range p.Cues {
				c.add(p, q)
			}
			if len(p.Cues) == 0 {
				c.addLabel(p)
			}
		}
	}
	return c
}

func (c *Cues) add(p *schema.Proposition, q schema.Cue) {
	compiled := cue{proposition: p, sign: 1, with: len(q.With) > 0, need: 1}
	if q.Against {
		compiled.sign = -1
	}
	c.cues = append(c.cues, compiled)
	c.phrases(q.Any, anyList)
	c.phrases(q.With, withList)
	c.phrases(q.Not, notList)
}

func (c *Cues) phrases(phrases []string, l list) {
	for _, p := range phrases {
		c.matcher.Add(p, len(c.uses))
		c.uses = append(c.uses, use{len(c.cues) - 1, l, p})
	}
}

// smallWords say nothing about a topic.
var smallWords = lexis.NewWords("the a an of in on at to by with from for and or not no be is are was must should now all its their his her more than that this as before after instead first comes come takes take part")

// addLabel makes a cue of a label's words: three in five of them, two at least.
func (c *Cues) addLabel(p *schema.Proposition) {
	label, _, _ := strings.Cut(p.Label, "(")
	var words []string
	for _, t := range lexis.Tokenize(label) {
		if t.Kind != lexis.Mark && !smallWords.Has(t) {
			words = append(words, t.Text)
		}
	}
	if len(words) == 0 {
		return
	}
	need := max(min(2, len(words)), (3*len(words)+4)/5)
	c.cues = append(c.cues, cue{proposition: p, sign: 1, need: need})
	c.phrases(words, anyList)
}
