package server

import (
	"html/template"
	"io"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// networkView is the page of a network: a picture, and tables that say the same.
type networkView struct {
	Begin      bool
	Selection  selection
	Title      string
	Meaning    string // of a line, in plain words
	Sentence   string // how it was counted, in the words of the field
	AsOf       schema.Day
	Ways       []networkWay
	Statements int
	Picture    template.HTML
	Unshown    *problem // why there is no picture
	YearURL    string   // never: a network has no periods
	Parts      *parts   // to choose from where there are too many statements
	Ego        string
	WholeURL   string // the network that the ego is in
	Nodes      []nodeRow
	Ties       []tieRow
	Community  bool
	Pager      pager
}

// networkWay is one of the usual questions to a network.
type networkWay struct {
	Label, URL string
	Current    bool
}

// networkAnswer is the JSON of a network.
type networkAnswer struct {
	*network.Result
	Communities *network.Partition `json:"communities,omitempty"`
	Ego         string             `json:"ego,omitempty"`
	Version     string             `json:"version"` // data version
}

// network is who stands with whom, against whom, or on what. Nothing said, it is
// actors by what they agree on.
func (s *site) network(r *request) (*page, error) {
	q, err := r.networkQuestion()
	if err == nil && (r.shape == formatHTML || r.shape.isPicture()) {
		if parts := r.networkParts(q); parts != nil {
			return s.partedNetwork(r, q, parts)
		}
	}
	var whole *network.Result
	if err == nil {
		whole, err = s.compute(r, q)
	}
	a := networkAnswer{Result: whole, Ego: q.ego, Version: r.snap.Version}
	if err == nil && q.ego != "" {
		a.Result, err = r.around(q, whole)
	}
	if err == nil && q.communities {
		a.Communities, err = network.Communities(a.Result, q.seed)
	}
	if err != nil {
		v := networkView{Selection: r.brokenSelection(place{path: "/network"}, err, r.networkFields(q.spec, nil)...), Ways: r.networkWays(q)}
		return nil, unread(err, "network", v)
	}
	return s.networkPage(r, q, whole, a)
}

// partedNetwork is the page of a network of too many statements. There is no
// picture of it; the JSON and the CSV have all of it.
func (s *site) partedNetwork(r *request, q networkQuestion, parts *parts) (*page, error) {
	if r.shape != formatHTML {
		return nil, schema.Errorf(schema.KindUsage, "choose an issue, or dates with from and until; the JSON and the CSV have all of it",
			"%s are too many for a picture of a network, which takes %s", count(parts.Statements, "statement"), thousands(parts.Most))
	}
	v := networkView{Selection: r.selection(q.place, q.filter, r.networkFields(q.spec, nil)...), Ways: r.networkWays(q), Parts: parts}
	return &page{
		template: "network", title: "Network", view: v, path: q.whole().at(r.full(q.filter).filter),
		table: func(w io.Writer) error {
			whole, err := s.compute(r, q)
			if err != nil {
				return err
			}
			return writeTies(w, q, whole)
		},
	}, nil
}

// around is the network around a node. Somebody who is known and says nothing in
// this selection, or on this day, has an empty one.
func (r *request) around(q networkQuestion, whole *network.Result) (*network.Result, error) {
	part, err := network.Ego(whole, q.ego)
	names := r.networkNames(links{})
	if err != nil && (names.address(q.spec.Var1, q.ego) != "" || names.address(q.spec.Var2, q.ego) != "") {
		return &network.Result{Rows: []string{}, Cols: []string{}, Left: whole.Left}, nil
	}
	return part, err
}

func (s *site) networkPage(r *request, q networkQuestion, whole *network.Result, a networkAnswer) (*page, error) {
	drawn := picture.NetworkSpec{
		Spec: q.spec, Communities: a.Communities, Ego: q.ego, MinTie: q.minTie, Seed: q.seed, Name: picture.ShortNames(r.snap.Codebook),
	}
	filter := q.filter.Values()
	v := networkView{
		Begin: len(r.snap.Statements) == 0, Selection: r.selection(q.place, q.filter, r.networkFields(q.spec, whole.Rows)...), Ways: r.networkWays(q),
		Title: picture.NetworkTitle(drawn), Meaning: tieSentence(q.spec), Sentence: picture.NetworkSentence(a.Result, drawn), AsOf: r.asOf(q.filter), Statements: a.Result.Statements, Ego: q.ego,
		WholeURL: q.place.with("ego", "").at(filter), Community: a.Communities != nil,
	}
	rows := questions.RowsActors
	if q.spec.Var1 == "organization" {
		rows = questions.RowsGroups
	}
	v.Selection.Views = otherViews(q.place, q.filter, rows)
	names := r.networkNames(linksOf(q.filter))
	ties := tieRows(q.spec, a.Result)
	v.Nodes = nodeRows(q, a, names, ties)
	v.Pager = pagerOf(q.page, tiesShown, len(ties), "ties", func(page int) string { return q.place.onPage(page).at(filter) })
	v.Ties = ties[v.Pager.From-1 : v.Pager.To]
	answer := &page{
		template: "network", title: v.Title, data: a, path: q.whole().onPage(q.page).at(r.full(q.filter).filter), cite: v.Title,
		table: func(w io.Writer) error { return writeTies(w, q, a.Result) }, files: s.networkFiles(r, q, a),
	}
	if len(a.Result.Rows) > 0 {
		answer.draw = r.drawNetwork(q, drawn, a.Result, names)
		var err error
		if v.Picture, err = inline(answer.draw, "network"); err != nil {
			v.Unshown, answer.draw = tell(err), nil
		}
	}
	answer.view = v
	return answer, nil
}

func writeTies(w io.Writer, q networkQuestion, result *network.Result) error {
	list := export.NewEdgeList(w, q.spec.Network == network.TwoMode, false)
	if err := list.Add(result); err != nil {
		return err
	}
	return list.Close()
}

// drawNetwork leads from every node to the network around it, and from the one
// in the middle to its page.
func (r *request) drawNetwork(q networkQuestion, spec picture.NetworkSpec, result *network.Result, names networkNames) drawing {
	return func(c picture.Caption, whole func(string) string) (*picture.Scene, error) {
		c.Title = picture.NetworkTitle(spec)
		c.Sentence = picture.NetworkSentence(result, spec) + " " + picture.Selection(q.filter, r.snap.Codebook)
		spec.Link = func(variable, label string) string {
			if label != q.ego {
				return whole(q.place.with("ego", label).at(q.filter.Values()))
			}
			if address := names.address(variable, label); address != "" {
				return whole(address)
			}
			return ""
		}
		return picture.Network(result, spec, c)
	}
}
