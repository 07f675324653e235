package server

import (
	"fmt"

	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// sign is how a stance or a position is drawn, on pages as in pictures.
type sign = picture.Sign

var (
	signs = picture.Signs
	bands = picture.Bands
)

// stanceSign draws a coded stance like the position that it would make alone.
func stanceSign(s schema.Stance) sign {
	drawn := map[schema.Stance]questions.Band{
		schema.Support: questions.BandSupport, schema.ConditionalSupport: questions.BandConditionalSupport,
		schema.Undecided:         questions.BandUndecided,
		schema.ConditionalOppose: questions.BandConditionalOppose, schema.Oppose: questions.BandOppose,
	}
	g, ok := signs[drawn[s]]
	if !ok {
		g = signs[questions.BandNone]
	}
	g.Word = s.Label()
	return g
}

// tag is a small word beside a position that colour and glyph do not say.
type tag = picture.Tag

var (
	tags   = picture.Tags
	tagsOf = picture.TagsOf
)

// standpoint is a position as pages show it.
type standpoint struct {
	questions.Position
	Sign  sign
	Value string // "+0.75"; "" when there is no number
	Count string // "3 of 4"
	Tags  []tag
	Label string // of the proposition
	Short string
	Name  string // of the actor
	URL   string // its evidence
}

func (r *request) standpoint(l links, p questions.Position) standpoint {
	s := standpoint{
		Position: p, Sign: signs[p.Band], Count: fmt.Sprintf("%d of %d", p.N, p.Of), Tags: tagsOf(p),
		Label: p.Proposition, Short: p.Proposition, Name: r.snap.Codebook.ActorLabel(p.Actor),
		URL: l.Cell(questions.CellRef{Actor: p.Actor, Group: p.Group, Issue: p.Issue, Proposition: p.Proposition}),
	}
	if p.Value != nil {
		s.Value = signedValue(*p.Value)
	}
	if known, ok := r.snap.Codebook.Proposition(p.Proposition); ok {
		s.Label, s.Short = known.Label, known.Short
	}
	return s
}

func (r *request) standpoints(l links, ps []questions.Position) []standpoint {
	list := make([]standpoint, 0, len(ps))
	for _, p := range ps {
		list = append(list, r.standpoint(l, p))
	}
	return list
}

// Age is how long ago the last counted statement was, or "" where it is not
// before the as-of date.
func (s standpoint) Age() string {
	if s.AgeDays <= 0 {
		return ""
	}
	return ago(s.AgeDays) + " earlier"
}

func drawn(b questions.Band) *sign {
	s := signs[b]
	return &s
}
