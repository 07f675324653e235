package server

import "github.com/stancegraph/stancegraph/graph/questions"

// helpPage defines what the numbers mean, in the words of graph/questions.
type helpPage struct {
	Bands   []bandView         `json:"bands"`
	Tags    []tag              `json:"tags"`
	Reasons []questions.Reason `json:"reasons"`
}

type bandView struct {
	Sign  sign   `json:"sign"`
	Range string `json:"range"`
}

// ranges are the values of the bands, in words.
var ranges = map[questions.Band]string{
	questions.BandSupport:            "a value of at least +0.75",
	questions.BandConditionalSupport: "at least +0.25",
	questions.BandUndecided:          "between \u22120.25 and +0.25: the actor said something, and it leaves the matter open",
	questions.BandConditionalOppose:  "\u22120.25 or less",
	questions.BandOppose:             "\u22120.75 or less",
	questions.BandMixed:              "the statements of the deciding day include both support and opposition; there is no value",
	questions.BandNone:               "nothing counts; this is not a position, least of all a neutral one",
}

func help(*request) (*page, error) {
	v := helpPage{Tags: tags, Reasons: questions.Reasons}
	for _, b := range bands {
		v.Bands = append(v.Bands, bandView{signs[b], ranges[b]})
	}
	return &page{template: "help", title: "How positions are computed", view: v, path: links{}.Help(""), data: v}, nil
}
