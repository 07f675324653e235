package network_test

import (
	"cmp"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/network"
)

var update = flag.Bool("update", false, "write the answers into testdata/networks")

// TestNetworks runs the cases of testdata/networks; the README there says how
// they are written.
func TestNetworks(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/networks/*.txt")
	if err != nil || len(files) < 5 {
		t.Fatalf("cases: found %d, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			t.Parallel()
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := runCase(t, string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// tableFile is what the lines of a case have said so far.
type tableFile struct {
	events    []network.Event
	documents []time.Time
	values    []map[string]string
	kinds     map[string]string
}

// runCase returns the text of a case with the answers that networks give now.
func runCase(t testing.TB, text string) string {
	f := &tableFile{kinds: map[string]string{}}
	var out strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "\t") {
			continue
		}
		out.WriteString(line)
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		switch words[0] {
		case "kind":
			f.kinds[words[1]] = words[2]
		case "document":
			f.documents = append(f.documents, mustTime(t, words[1]))
		case "statement":
			f.statement(t, words[1:])
		default:
			for answer := range strings.Lines(f.ask(t, words[0], words[1:])) {
				out.WriteString("\t" + answer)
			}
		}
	}
	return out.String()
}

// statement reads ID DOC TIME name=value ...; the time is a day, a time, two of
// them with ".." between, or "unknown".
func (f *tableFile) statement(t testing.TB, words []string) {
	e := network.Event{ID: words[0], Doc: words[1], Start: len(f.events), End: len(f.events) + 1, Rank: words[0]}
	if words[2] != "unknown" {
		first, last, interval := strings.Cut(words[2], "..")
		e.First = mustTime(t, first)
		e.Last = e.First
		if interval {
			e.Last = mustTime(t, last)
		}
		f.documents = append(f.documents, e.First)
	}
	values := map[string]string{}
	for _, w := range words[3:] {
		name, value, _ := strings.Cut(w, "=")
		values[name] = strings.ReplaceAll(value, "_", " ")
	}
	f.events, f.values = append(f.events, e), append(f.values, values)
}

func (f *tableFile) table() *network.Table {
	columns := map[string]network.Column{}
	for i, values := range f.values {
		for name, v := range values {
			c, ok := columns[name]
			if !ok {
				c = network.Column{Kind: kinds[f.kinds[name]], Document: f.kinds[name] == "document", Values: make([]string, len(f.events))}
			}
			c.Values[i] = v
			columns[name] = c
		}
	}
	return network.NewTable(f.events, f.documents, columns)
}

var kinds = map[string]network.Kind{"integer": network.Integer, "boolean": network.Boolean, "stance": network.Stance}

func (f *tableFile) ask(t testing.TB, verb string, words []string) string {
	v := url.Values{"var1": {"actor"}, "var2": {"concept"}, "qualifier": {""}}
	for _, w := range words {
		name, value, _ := strings.Cut(w, "=")
		if name == "exclude" || name == "only" {
			v.Add(name, strings.ReplaceAll(value, "_", " "))
		} else {
			v.Set(name, value)
		}
	}
	spec, err := network.ParseSpec(v)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	switch verb {
	case "list":
		return printList(network.List(f.table(), spec))
	case "network", "slices":
		return printSlices(t, f.table(), spec)
	}
	t.Fatalf("no question is called %q", verb)
	return ""
}

func printList(listed []network.Listed, err error) string {
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	ids := make([]string, len(listed))
	for i, l := range listed {
		ids[i] = l.ID
	}
	return strings.Join(ids, " ") + "\n"
}

func printSlices(t testing.TB, table *network.Table, spec network.Spec) string {
	slices, err := network.Slices(t.Context(), table, spec)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var b strings.Builder
	for r, err := range slices {
		if err != nil {
			return b.String() + "error: " + err.Error() + "\n"
		}
		if !r.Middle.IsZero() {
			fmt.Fprintf(&b, "%v: %v to %v\n", r.Middle, r.Start, r.Stop)
		}
		b.WriteString(printMatrix(r))
	}
	return cmp.Or(b.String(), "no slices\n")
}

// printMatrix is a table with the statements in its corner.
func printMatrix(r *network.Result) string {
	rows := [][]string{append([]string{"n=" + strconv.Itoa(r.Statements)}, r.Cols...)}
	for i, cells := range r.Matrix {
		row := []string{r.Rows[i]}
		for _, x := range cells {
			row = append(row, strconv.FormatFloat(x, 'g', 6, 64))
		}
		rows = append(rows, row)
	}
	return align(rows) + strings.Join(prefixed("warning: ", r.Warnings), "")
}

func prefixed(with string, lines []string) []string {
	out := slices.Clone(lines)
	for i := range out {
		out[i] = with + out[i] + "\n"
	}
	return out
}

func align(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			width := 0
			for _, r := range rows {
				width = max(width, len([]rune(r[i])))
			}
			line += cell + strings.Repeat(" ", width-len([]rune(cell))+2)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

func mustTime(t testing.TB, text string) time.Time {
	t.Helper()
	at, err := network.ParseTime(text, false)
	if err != nil {
		t.Fatal(err)
	}
	return at
}
