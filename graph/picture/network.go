package picture

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/schema"
)

// What one network shows at most.
const (
	maxNodes = 150
	maxTies  = 3000
)

// NetworkSpec is what a picture of a network has beside the network.
type NetworkSpec struct {
	Spec        network.Spec
	Communities *network.Partition                  // of a one-mode network; nil: not shown
	Ego         string                              // the node that is set off; "" for none
	MinTie      float64                             // ties of less, by their size, are not drawn
	Seed        uint64                              // of the places of nodes
	Name        func(variable, label string) string // a shorter label; nil: the label
	Link        func(variable, label string) string
}

// Network draws nodes and ties. Nodes of variable 1 are discs and those of
// variable 2 squares, by the sum of their ties; ties are as wide as they are
// strong, broken and in the colour of opposition where they are negative or
// count conflict. Communities have a ground and a letter.
//
// It is an error of kind not-found when there is no node, and of kind usage
// when there are more than a picture can show, or ties that are no amounts.
func Network(r *network.Result, spec NetworkSpec, c Caption) (*Scene, error) {
	if len(r.Rows) == 0 {
		return nil, empty("no statement makes a network", "take out a part of the filter, or other variables")
	}
	d := &networkDrawing{r: r, spec: spec, body: &group{}}
	if err := d.read(); err != nil {
		return nil, err
	}
	if err := limit(len(d.nodes), maxNodes, "nodes", "name some with --only or --actor, or look at one with --ego"); err != nil {
		return nil, err
	}
	if err := limit(len(d.ties), maxTies, "ties", "draw the strong ones with --min-tie"); err != nil {
		return nil, err
	}
	d.place()
	d.draw()
	return framed(c, d.desc(), d.body, d.width, d.height, d.legend()), nil
}

// NetworkSentence is the sentence of a caption: what was counted, and how.
func NetworkSentence(r *network.Result, spec NetworkSpec) string {
	s := spec.Spec
	parts := []string{s.Var1 + " by " + s.Var2}
	if s.Network == network.OneMode {
		parts = []string{s.Var1 + " by " + s.Var1 + " over " + s.Var2}
	}
	if s.Qualifier != "" {
		parts = append(parts, "qualifier "+s.Qualifier)
	}
	parts = append(parts, "aggregation "+string(s.Aggregation), "normalization "+string(s.Normalization), "duplicates "+string(s.Duplicates))
	if spec.MinTie > 0 {
		parts = append(parts, "ties of at least "+amount(spec.MinTie))
	}
	if spec.Ego != "" {
		parts = append(parts, "around "+spec.Ego)
	}
	if spec.Communities != nil {
		parts = append(parts, fmt.Sprintf("%s by the Louvain method (modularity %s, seed %d)", communities(spec.Communities.Count), amount(spec.Communities.Modularity), spec.Communities.Seed))
	}
	return fmt.Sprintf("%s; %s.", capitalised(strings.Join(parts, ", ")), count(r.Statements, "statement"))
}

func communities(n int) string {
	if n == 1 {
		return "1 community"
	}
	return fmt.Sprintf("%d communities", n)
}

// NetworkTitle is the title of a caption.
func NetworkTitle(spec NetworkSpec) string {
	switch {
	case spec.Ego != "":
		return "Around " + spec.Ego
	case spec.Spec.Network == network.TwoMode:
		return "Who takes a stand on what"
	case spec.Spec.Aggregation == network.Conflict:
		return "Who stands against whom"
	}
	return "Who stands with whom"
}

// networkDrawing is a network while it is drawn.
type networkDrawing struct {
	r             *network.Result
	spec          NetworkSpec
	body          *group
	nodes         []node
	ties          []weighed
	at            []point
	most          float64 // strength of the strongest tie
	left          int     // ties that are too weak to be drawn
	width, height float64
}

// node is a row or a column.
type node struct {
	variable, label string
	lines           []string // its label
	second          bool     // of variable 2
	strength        float64  // sum of its ties, without their signs
	radius          float64
	community       int // -1: none
	ties            int
}

// weighed is a tie with its amount, and how strong that is, from 0 to 1.
type weighed struct {
	tie
	amount, strength float64
}

// read makes nodes and ties of a matrix.
func (d *networkDrawing) read() error {
	twoMode := d.spec.Spec.Network == network.TwoMode
	if d.spec.Spec.Aggregation == network.Combine {
		return schema.Errorf(schema.KindUsage, "use the aggregation ignore or subtract", "the aggregation combine gives codes, which have no width")
	}
	for i, label := range d.r.Rows {
		n := node{variable: d.spec.Spec.Var1, label: label, community: -1}
		if d.spec.Communities != nil {
			n.community = d.spec.Communities.Of[i]
		}
		d.nodes = append(d.nodes, n)
	}
	first := 0
	if twoMode {
		first = len(d.nodes)
		for _, label := range d.r.Cols {
			d.nodes = append(d.nodes, node{variable: d.spec.Spec.Var2, label: label, second: true, community: -1})
		}
	}
	for i, row := range d.r.Matrix {
		for j, x := range row {
			if x == 0 || !twoMode && j <= i {
				continue
			}
			if math.IsNaN(x) || math.IsInf(x, 0) {
				return schema.Errorf(schema.KindUsage, "leave --compat out, or take another normalization", "the tie of %q and %q is no number", d.r.Rows[i], d.r.Cols[j])
			}
			if abs(x) < d.spec.MinTie {
				d.left++
				continue
			}
			d.join(i, first+j, x)
		}
	}
	for i := range d.ties {
		d.ties[i].measure(d.most)
	}
	d.sizes()
	return nil
}

// measure sets a strong tie to a length of 1 and a weak one to 1.7; who is tied by
// opposition stands further apart.
func (t *weighed) measure(most float64) {
	t.strength = abs(t.amount) / most
	t.length = 1 + .7*(1-t.strength)
	if t.amount < 0 {
		t.length = 2
	}
}

func (d *networkDrawing) join(a, b int, x float64) {
	d.ties = append(d.ties, weighed{tie: tie{a: a, b: b}, amount: x})
	d.most = max(d.most, abs(x))
	for _, n := range []int{a, b} {
		d.nodes[n].strength += abs(x)
		d.nodes[n].ties++
	}
}

const (
	smallest, largest = 6.0, 18.0 // radius of a node
	labelWidth        = 112.0
)

// sizes gives a node an area by the sum of its ties.
func (d *networkDrawing) sizes() {
	most := 0.0
	for _, n := range d.nodes {
		most = max(most, n.strength)
	}
	for i := range d.nodes {
		n := &d.nodes[i]
		n.radius = smallest
		if most > 0 {
			n.radius = smallest + (largest-smallest)*math.Sqrt(n.strength/most)
		}
		if n.community >= 0 {
			n.radius = max(n.radius, 8) // for its letter
		}
		n.lines = wrap(n.class(), d.name(*n), labelWidth, 3)
	}
}

func (d *networkDrawing) name(n node) string {
	if d.spec.Name == nil {
		return n.label
	}
	return d.spec.Name(n.variable, n.label)
}

// ShortNames gives propositions their short labels, and leaves others as they
// are.
func ShortNames(cb *schema.Codebook) func(variable, label string) string {
	short := map[string]string{}
	for _, i := range cb.Issues {
		for _, p := range cb.OnIssue(i.ID) {
			short[p.Label] = propositionShort(cb, p.ID)
		}
	}
	return func(variable, label string) string {
		if s := short[label]; s != "" && (variable == "proposition" || variable == "concept") {
			return s
		}
		return label
	}
}

func (n node) class() string {
	if n.second {
		return "tag"
	}
	return "name"
}

// desc is the picture in words, with the strongest ties.
func (d *networkDrawing) desc() string {
	strong := slices.Clone(d.ties)
	slices.SortStableFunc(strong, func(a, b weighed) int { return cmp.Compare(abs(b.amount), abs(a.amount)) })
	var parts []string
	for _, t := range strong[:min(len(strong), 3)] {
		parts = append(parts, fmt.Sprintf("%s and %s (%s)", shortened(d.nodes[t.a].label, 60), shortened(d.nodes[t.b].label, 60), amount(t.amount)))
	}
	text := fmt.Sprintf("A network of %s and %s", count(len(d.nodes), "node"), count(len(d.ties), "tie"))
	if len(parts) > 0 {
		text += "; the strongest: " + strings.Join(parts, ", ")
	}
	return text + "."
}

// amount is a number with at most three digits behind the point.
func amount(v float64) string {
	s := fmt.Sprintf("%.3f", abs(v))
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if v < 0 && s != "0" {
		return "\u2212" + s
	}
	return s
}
