package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/schema"
)

// Network is a network with what programs that draw networks want to know of its
// nodes.
type Network struct {
	*network.Result
	TwoMode     bool
	Row, Col    string // the variables; Col is empty in a one-mode network
	Communities *network.Partition
	Codebook    *schema.Codebook // says what nodes are; may be empty
	Day         schema.Day       // on which actors belong to groups
	Provenance  Provenance
}

// networkNode is a row or a column.
type networkNode struct {
	id         string
	label      string
	variable   string
	kind       string // of an actor, or "proposition"; empty where the codebook lacks it
	group      string // whom an actor belongs to, or the issue of a proposition
	community  int    // -1: none asked for
	statements int
}

// networkTie is a cell that is not 0.
type networkTie struct {
	from, to string
	weight   float64
}

func (n Network) nodes() []networkNode {
	known := describe(n.Codebook, n.Day)
	var list []networkNode
	add := func(labels []string, counts []int, variable string) {
		for i, label := range labels {
			node := networkNode{id: "n" + strconv.Itoa(len(list)), label: label, variable: variable, community: -1}
			node.kind, node.group = known(label)
			if i < len(counts) {
				node.statements = counts[i]
			}
			if n.Communities != nil {
				node.community = n.Communities.Of[i]
			}
			list = append(list, node)
		}
	}
	add(n.Rows, n.RowCounts, n.Row)
	if n.TwoMode {
		add(n.Cols, n.ColCounts, n.Col)
	}
	return list
}

// ties lists the ties; one that has no number is an error of kind usage, because
// no program could draw it.
func (n Network) ties() ([]networkTie, error) {
	nodes := n.nodes()
	var list []networkTie
	for i, row := range n.Matrix {
		first, offset := i+1, 0 // one-mode networks are symmetric, with an empty diagonal
		if n.TwoMode {
			first, offset = 0, len(n.Rows)
		}
		for j := first; j < len(row); j++ {
			switch x := row[j]; {
			case math.IsNaN(x) || math.IsInf(x, 0):
				return nil, schema.Errorf(schema.KindUsage, "leave --compat out, or take another normalization", "the tie of %q and %q is no number", n.Rows[i], n.Cols[j])
			case x != 0:
				list = append(list, networkTie{nodes[i].id, nodes[offset+j].id, x})
			}
		}
	}
	return list, nil
}

// describe finds out what a label of a network is: two of one label have their
// IDs behind it.
func describe(cb *schema.Codebook, on schema.Day) func(label string) (kind, group string) {
	type known struct{ kind, group string }
	by := map[string]known{}
	add := func(id, label string, k known) {
		by[label+" ("+id+")"] = k
		if _, twice := by[label]; twice {
			k = known{}
		}
		by[label] = k
	}
	if cb == nil {
		cb = &schema.Codebook{}
	}
	for _, a := range cb.Actors {
		k := known{kind: string(a.Kind)}
		if of := cb.AffiliationsOn(a.ID, on); len(of) > 0 {
			k.group = cb.ActorLabel(of[0].Group)
		}
		add(a.ID, a.Label, k)
	}
	for _, i := range cb.Issues {
		for _, p := range i.Propositions {
			add(p.ID, p.Label, known{"proposition", i.Label})
		}
	}
	return func(label string) (string, string) { return by[label].kind, by[label].group }
}

// NodeTable writes the nodes of a network, one a row, with the names that Gephi
// reads; its keys are the labels of the edge list.
func NodeTable(w io.Writer, n Network) error {
	c := csv.NewWriter(w)
	_ = c.Write([]string{"Id", "Label", "Variable", "Kind", "Group", "Community", "Statements"}) // Error reports what went wrong
	for _, node := range n.nodes() {
		_ = c.Write([]string{Guard(node.label), Guard(node.label), Guard(node.variable), node.kind, Guard(node.group), node.communityText(), strconv.Itoa(node.statements)})
	}
	c.Flush()
	return wrote(c)
}

func (n networkNode) communityText() string {
	if n.community < 0 {
		return ""
	}
	return strconv.Itoa(n.community)
}

// sign tells ties of opposite meaning apart for programs that show no negative
// weights.
func (t networkTie) sign() string {
	if t.weight < 0 {
		return "negative"
	}
	return "positive"
}

// DOT writes a network for Graphviz: one undirected graph, a weight on every
// tie.
func DOT(w io.Writer, n Network) error {
	ties, err := n.ties()
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "graph network {\n  comment=%s;\n", dotText(n.Provenance.Sentence()))
	for _, node := range n.nodes() {
		fmt.Fprintf(&b, "  %s [label=%s, variable=%s, kind=%s, category=%s, community=%s, statements=%d];\n", node.id, dotText(node.label), dotText(node.variable),
			dotText(node.kind), dotText(node.group), dotText(node.communityText()), node.statements)
	}
	for _, t := range ties {
		fmt.Fprintf(&b, "  %s -- %s [weight=%s, sign=%s];\n", t.from, t.to, dotText(weight(t.weight)), t.sign())
	}
	b.WriteString("}\n")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write network: %w", err)
	}
	return nil
}

// dotText is a text in quotation marks; in labels a backslash begins an escape.
func dotText(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ", "\x00", "").Replace(s) + `"`
}
