package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"io"
	"math"
	"net/url"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/gonum/graph/formats/dot"
	"gonum.org/v1/gonum/graph/formats/dot/ast"
	"gonum.org/v1/gonum/graph/formats/gexf12"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// networks are one of each kind, of a corpus in which everything occurs.
func networks(t *testing.T) map[string]export.Network {
	t.Helper()
	s := generated(t)
	table := network.FromLedger(s, questions.Select(s, questions.Filter{}))
	all := map[string]export.Network{}
	for name, query := range map[string]string{
		"two-mode": "network=twomode&aggregation=subtract", "one-mode": "network=onemode&aggregation=congruence&normalization=average",
	} {
		values, err := url.ParseQuery(query + "&var1=actor&var2=proposition&qualifier=stance")
		if err != nil {
			t.Fatal(err)
		}
		spec, err := network.ParseSpec(values)
		if err != nil {
			t.Fatal(err)
		}
		r, err := network.Compute(context.Background(), table, spec)
		if err != nil {
			t.Fatal(err)
		}
		n := export.Network{Result: r, TwoMode: name == "two-mode", Row: "actor", Codebook: s.Codebook, Day: s.LastDay(), Provenance: export.Provenance{Program: "test", DataVersion: s.Version, Command: `a "test" <&>`}}
		if n.TwoMode {
			n.Col = "proposition"
		} else if n.Communities, err = network.Communities(r, 1); err != nil {
			t.Fatal(err)
		}
		all[name] = n
	}
	return all
}

// drawn is a network as another program has read it: labels, their attributes,
// and the weights of ties by both labels.
type drawn struct {
	labels map[string]string // by ID
	of     map[string]map[string]string
	ties   map[[2]string]float64
}

// compare asks for every cell of the matrix, by its labels.
func (d drawn) compare(t *testing.T, what string, n export.Network) {
	t.Helper()
	if want := len(n.Rows) + map[bool]int{true: len(n.Cols)}[n.TwoMode]; len(d.labels) != want {
		t.Errorf("%s: %d nodes, want %d", what, len(d.labels), want)
	}
	ties := 0
	for i, row := range n.Rows {
		for j, col := range n.Cols {
			if want := n.Matrix[i][j]; want != 0 && (n.TwoMode || i < j) {
				if got, ok := d.ties[[2]string{row, col}]; !ok || got != want {
					t.Errorf("%s: tie of %s and %s is %v, want %v", what, row, col, got, want)
				}
				ties++
			}
		}
	}
	if len(d.ties) != ties || ties == 0 {
		t.Errorf("%s: %d ties, want %d", what, len(d.ties), ties)
	}
	for i, row := range n.Rows {
		if got := d.of[row]["statements"]; got != strconv.Itoa(n.RowCounts[i]) {
			t.Errorf("%s: %s has %s statements, want %d", what, row, got, n.RowCounts[i])
		}
	}
	if got := d.of["Ana Åkesson"]; got["kind"] != "person" || got["group"] == "" || got["variable"] != "actor" {
		t.Errorf("%s: attributes of a person: %v", what, got)
	}
	if got := d.of["Ana Åkesson"]["community"]; (got != "") != (n.Communities != nil) {
		t.Errorf("%s: community %q", what, got)
	}
}

func TestGEXFIsReadByGonum(t *testing.T) {
	t.Parallel()
	for name, n := range networks(t) {
		data := networkBytes(t, n, export.GEXF)
		var g gexf12.Content
		if err := xml.Unmarshal(data, &g); err != nil {
			t.Fatal(err)
		}
		d := drawn{map[string]string{}, map[string]map[string]string{}, map[[2]string]float64{}}
		for _, node := range g.Graph.Nodes.Nodes {
			d.labels[node.ID] = node.Label
			d.of[node.Label] = map[string]string{}
			for _, v := range node.AttValues.AttValues {
				d.of[node.Label][v.For] = v.Value
			}
		}
		for _, e := range g.Graph.Edges.Edges {
			d.ties[[2]string{d.labels[e.Source], d.labels[e.Target]}] = e.Weight
		}
		if g.Version != "1.2" || g.Graph.Edges.Count != len(g.Graph.Edges.Edges) || g.Graph.Nodes.Count != len(g.Graph.Nodes.Nodes) {
			t.Errorf("%s: version %s, counts %d and %d", name, g.Version, g.Graph.Nodes.Count, g.Graph.Edges.Count)
		}
		d.compare(t, name, n)
	}
}

// graphML is GraphML as its schema has it, as far as it is used.
type graphML struct {
	XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	} `xml:"key"`
	Graph struct {
		Edges string `xml:"edgedefault,attr"`
		Nodes []struct {
			ID   string        `xml:"id,attr"`
			Data []graphMLData `xml:"data"`
		} `xml:"node"`
		Ties []struct {
			Source string        `xml:"source,attr"`
			Target string        `xml:"target,attr"`
			Data   []graphMLData `xml:"data"`
		} `xml:"edge"`
	} `xml:"graph"`
}

type graphMLData struct {
	Key  string `xml:"key,attr"`
	Text string `xml:",chardata"`
}

func TestGraphMLIsReadByItsSchema(t *testing.T) {
	t.Parallel()
	for name, n := range networks(t) {
		var g graphML
		if err := xml.Unmarshal(networkBytes(t, n, export.GraphML), &g); err != nil {
			t.Fatal(err)
		}
		types := map[string]string{}
		for _, k := range g.Keys {
			types[k.For+" "+k.ID] = k.Type
		}
		values := func(what string, data []graphMLData) map[string]string {
			m := map[string]string{}
			for _, v := range data {
				switch types[what+" "+v.Key] {
				case "string":
				case "int":
					if _, err := strconv.Atoi(v.Text); err != nil {
						t.Errorf("%s %s: %v", what, v.Key, err)
					}
				case "double":
					if _, err := strconv.ParseFloat(v.Text, 64); err != nil {
						t.Errorf("%s %s: %v", what, v.Key, err)
					}
				default:
					t.Errorf("%s %s is not declared", what, v.Key)
				}
				m[v.Key] = v.Text
			}
			return m
		}
		d := drawn{map[string]string{}, map[string]map[string]string{}, map[[2]string]float64{}}
		for _, node := range g.Graph.Nodes {
			of := values("node", node.Data)
			d.labels[node.ID], d.of[of["label"]] = of["label"], of
		}
		for _, e := range g.Graph.Ties {
			of := values("edge", e.Data)
			x, _ := strconv.ParseFloat(of["weight"], 64)
			d.ties[[2]string{d.labels[e.Source], d.labels[e.Target]}] = x
			if (x < 0) != (of["sign"] == "negative") {
				t.Errorf("%s: a tie of %v is %s", name, x, of["sign"])
			}
		}
		if g.Graph.Edges != "undirected" {
			t.Errorf("edges are %s", g.Graph.Edges)
		}
		d.compare(t, name, n)
	}
}

func TestDOTIsReadByGonum(t *testing.T) {
	t.Parallel()
	for name, n := range networks(t) {
		data := networkBytes(t, n, export.DOT)
		f, err := dot.ParseBytes(data)
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, data)
		}
		d := drawn{map[string]string{}, map[string]map[string]string{}, map[[2]string]float64{}}
		attributes := func(list []*ast.Attr) map[string]string {
			m := map[string]string{}
			for _, a := range list {
				m[a.Key] = strings.Trim(a.Val, `"`)
			}
			m["group"] = m["category"]
			return m
		}
		for _, s := range f.Graphs[0].Stmts {
			switch s := s.(type) {
			case *ast.NodeStmt:
				of := attributes(s.Attrs)
				d.labels[s.Node.ID], d.of[of["label"]] = of["label"], of
			case *ast.EdgeStmt:
				x, _ := strconv.ParseFloat(attributes(s.Attrs)["weight"], 64)
				d.ties[[2]string{d.labels[s.From.(*ast.Node).ID], d.labels[s.To.Vertex.(*ast.Node).ID]}] = x
			}
		}
		d.compare(t, name, n)
	}
}

func TestDOTIsReadByGraphviz(t *testing.T) {
	t.Parallel()
	graphviz, err := exec.LookPath("dot")
	if err != nil {
		t.Skip("Graphviz is not installed: the files were not opened in it")
	}
	for name, n := range networks(t) {
		cmd := exec.CommandContext(t.Context(), graphviz, "-Tcanon")
		cmd.Stdin = bytes.NewReader(networkBytes(t, n, export.DOT))
		if out, err := cmd.CombinedOutput(); err != nil || !bytes.Contains(out, []byte("Ana Åkesson")) {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func TestNodeTable(t *testing.T) {
	t.Parallel()
	n := networks(t)["one-mode"]
	rows, err := csv.NewReader(bytes.NewReader(networkBytes(t, n, export.NodeTable))).ReadAll()
	if err != nil || len(rows) != len(n.Rows)+1 || strings.Join(rows[0], " ") != "Id Label Variable Kind Group Community Statements" {
		t.Errorf("%d rows of %d, head %v (%v)", len(rows), len(n.Rows), rows[0], err)
	}
}

func TestTiesWithoutNumbersAreRefused(t *testing.T) {
	t.Parallel()
	n := export.Network{Result: &network.Result{Rows: []string{"a", "b"}, Cols: []string{"a", "b"}, Matrix: network.Matrix{{0, math.NaN()}, {math.NaN(), 0}}}}
	for _, write := range []func(io.Writer, export.Network) error{export.GraphML, export.GEXF, export.DOT} {
		if err := write(io.Discard, n); schema.KindOf(err) != schema.KindUsage || !strings.Contains(err.Error(), `the tie of "a" and "b" is no number`) {
			t.Errorf("%v", err)
		}
	}
}

// networkBytes writes a network twice: same network, same bytes.
func networkBytes(t *testing.T, n export.Network, write func(io.Writer, export.Network) error) []byte {
	t.Helper()
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := write(b, n); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("not the same bytes")
	}
	return first.Bytes()
}

// Labels that programs trip over do not break a file.
func TestHostileLabels(t *testing.T) {
	t.Parallel()
	labels := []string{"a\"b\\", "<&>\x00\x01", "=x\ny", "\ufffe"}
	matrix := network.Matrix{{0, 1, 2, 3}, {1, 0, 0, 0}, {2, 0, 0, 0}, {3, 0, 0, 0}}
	n := export.Network{Result: &network.Result{Rows: labels, Cols: labels, Matrix: matrix, RowCounts: []int{1, 1, 1, 1}}}
	for what, read := range map[string]func([]byte) error{
		"graphml": func(b []byte) error { return xml.Unmarshal(b, new(graphML)) }, "gexf": func(b []byte) error { return xml.Unmarshal(b, new(gexf12.Content)) },
		"dot": func(b []byte) error { _, err := dot.ParseBytes(b); return err },
	} {
		write := map[string]func(io.Writer, export.Network) error{"graphml": export.GraphML, "gexf": export.GEXF, "dot": export.DOT}[what]
		if err := read(networkBytes(t, n, write)); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
}
