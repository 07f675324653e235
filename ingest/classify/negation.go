package classify

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// negate turns the sign round. Not to oppose is less than to support, and who
// "has not rejected" something has not taken a side yet.
func (c *composer) negate(f attribute.Frame) {
	c.now.Sign = -c.now.Sign
	if f.Word.Sign >= 0 {
		return
	}
	c.now.Weight = 0.5
	for i := f.Cue.From - 1; i >= 0 && i >= f.Cue.From-4; i-- {
		if w := c.text.Tokens[i].Fold; (w == "has" || w == "have") && f.Word.Act == schema.ActReject {
			c.now.Sign = 0
		}
	}
}

// conditional reports whether a frame stands in a condition: "if Bob refuses"
// does not tell that he does.
func (c *composer) conditional(f attribute.Frame) bool {
	return c.ifAt > 0 && f.Cue.From > c.ifAt && c.now.Topic.First > c.ifAt
}

// onlySaid reports whether the cue's own verb tells no deed but what somebody
// else says will or must come: "Ann said that Norvia would leave the union".
func (c *composer) onlySaid(f attribute.Frame, outer []int) bool {
	for i := f.Cue.From - 1; i >= 0 && i >= f.Cue.From-3; i-- {
		if modal.Has(c.text.Tokens[i]) {
			return len(outer) > 0
		}
	}
	return false
}

var modal = lexis.NewWords("would will wo should must shall can ca could may might 'd 'll")

// gerund reports whether the words of a frame are a noun in -ing.
func gerund(t *segment.Text, f attribute.Frame) bool {
	return strings.HasSuffix(t.Tokens[f.Cue.From].Fold, "ing")
}

// conceding are the verbs by which one tells against one's own wish: whoever
// concedes that something will not come says nothing of what should.
var conceding = map[string]bool{"acknowledge": true, "admit": true, "concede": true, "concede that": true}
