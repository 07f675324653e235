package evaluate

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Figure is precision, recall and F1 of one level of strictness, each from 0
// to 1, with the counts they come from.
type Figure struct {
	Name      string
	Precision float64
	Recall    float64
	F1        float64
	Matched   int // required gold that was found
	Predicted int // predictions that count: those matched with optional gold do not
	Gold      int // required gold
}

// Report is the outcome of a comparison. Missed and Spurious are those of the
// stance figure, by document and place.
type Report struct {
	Figures  []Figure // actor-issue, actor-proposition, stance, stance-date, exact-stance
	Evidence float64  // share of stance matches whose evidence overlaps the gold evidence
	Missed   []Record // required gold without a prediction
	Spurious []Record // predictions without gold
}

// Evaluate compares predictions with gold; see the package comment for how.
func Evaluate(gold, predicted []Record) Report {
	var report Report
	predicted = inDocs(gold, predicted)
	for _, level := range levels {
		pairs, extra := match(gold, predicted, level.same)
		hits := slices.DeleteFunc(pairs, func(p pair) bool { return p.gold.Optional })
		report.Figures = append(report.Figures, figure(level.name, len(hits), len(extra), required(gold)))
		if level.name == "stance" {
			report.Evidence = evidenceShare(hits)
			report.Missed, report.Spurious = missed(gold, hits), sorted(extra)
		}
	}
	return report
}

// Figure is the figure of a name, such as "stance".
func (r Report) Figure(name string) Figure {
	i := slices.IndexFunc(r.Figures, func(f Figure) bool { return f.Name == name })
	if i < 0 {
		return Figure{Name: name}
	}
	return r.Figures[i]
}

func inDocs(gold, predicted []Record) []Record {
	coded := map[string]bool{}
	for _, g := range gold {
		coded[g.name()] = true
	}
	var kept []Record
	for _, p := range predicted {
		if coded[p.name()] {
			kept = append(kept, p)
		}
	}
	return kept
}

func required(gold []Record) int {
	n := 0
	for _, g := range gold {
		if !g.Optional {
			n++
		}
	}
	return n
}

func figure(name string, hits, extra, gold int) Figure {
	f := Figure{Name: name, Matched: hits, Predicted: hits + extra, Gold: gold}
	if f.Predicted > 0 {
		f.Precision = float64(hits) / float64(f.Predicted)
	}
	if gold > 0 {
		f.Recall = float64(hits) / float64(gold)
	}
	if f.Precision+f.Recall > 0 {
		f.F1 = 2 * f.Precision * f.Recall / (f.Precision + f.Recall)
	}
	return f
}

func evidenceShare(hits []pair) float64 {
	if len(hits) == 0 {
		return 0
	}
	n := 0
	for _, h := range hits {
		if overlap(h.gold, h.predicted) > 0 {
			n++
		}
	}
	return float64(n) / float64(len(hits))
}

// missed is the required gold that no hit covers. Equal records are counted,
// not merged: two of them need two predictions.
func missed(gold []Record, hits []pair) []Record {
	found := map[Record]int{}
	for _, h := range hits {
		found[h.gold]++
	}
	var list []Record
	for _, g := range gold {
		if g.Optional {
			continue
		}
		if found[g] > 0 {
			found[g]--
			continue
		}
		list = append(list, g)
	}
	return sorted(list)
}

func sorted(records []Record) []Record {
	slices.SortStableFunc(records, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.name(), b.name()), cmp.Compare(a.Start, b.Start))
	})
	return records
}

// WriteText prints the figures, one a line, rounded to four decimals.
func (r Report) WriteText(w io.Writer) error {
	var b strings.Builder
	for _, f := range r.Figures {
		fmt.Fprintf(&b, "%-18s precision %s  recall %s  f1 %s  matched %d  predicted %d  gold %d\n",
			f.Name, decimal(f.Precision), decimal(f.Recall), decimal(f.F1), f.Matched, f.Predicted, f.Gold)
		if f.Name == "stance" {
			fmt.Fprintf(&b, "%-18s share %s\n", "evidence", decimal(r.Evidence))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteMisses prints what was missed and what was spurious, with the sentences.
func (r Report) WriteMisses(w io.Writer) error {
	var b strings.Builder
	for _, part := range []struct {
		title string
		list  []Record
	}{{"missed", r.Missed}, {"spurious", r.Spurious}} {
		fmt.Fprintf(&b, "\n%s:\n", part.title)
		for _, m := range part.list {
			fmt.Fprintf(&b, "  %s %d-%d %s %s %+g %s  %q\n", m.name(), m.Start, m.End, m.Actor, m.Proposition, m.Stance, m.Date, m.Evidence)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// MarshalJSON prints the figures as an object by name, rounded to four decimals.
func (r Report) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i, f := range r.Figures {
		if i > 0 {
			b.WriteString(", ")
		}
		name, err := json.Marshal(f.Name)
		if err != nil {
			return nil, fmt.Errorf("evaluate: figure %q: %w", f.Name, err)
		}
		fmt.Fprintf(&b, `%s: {"precision": %s, "recall": %s, "f1": %s, "matched": %d, "predicted": %d, "gold": %d}`,
			name, decimal(f.Precision), decimal(f.Recall), decimal(f.F1), f.Matched, f.Predicted, f.Gold)
		if f.Name == "stance" {
			fmt.Fprintf(&b, `, "evidence": {"share": %s}`, decimal(r.Evidence))
		}
	}
	b.WriteByte('}')
	return []byte(b.String()), nil
}

// decimal is a number with one to four decimals.
func decimal(x float64) string {
	s := strings.TrimRight(strconv.FormatFloat(x, 'f', 4, 64), "0")
	if strings.HasSuffix(s, ".") {
		s += "0"
	}
	return s
}
