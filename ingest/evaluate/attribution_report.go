package evaluate

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// AttributionReport is the outcome of a comparison of attributions.
type AttributionReport struct {
	Articles   int
	Missing    int // gold articles without a prediction
	Others     int // predictions for articles that have no gold
	MinOverlap float64
	All        Class
	Direct     Class // the content holds a double quotation mark
	Indirect   Class

	Missed, Spurious []AttributionMiss // in the order of the gold articles
	OtherSource      []AttributionMiss // matched, with another source
}

func (r *AttributionReport) class(i int) *Class { return []*Class{&r.All, &r.Direct, &r.Indirect}[i] }

// Class holds the counts of one class of attributions.
type Class struct {
	Gold, Predicted                    int
	content, exact, third, most, joint count
	words                              wordCount
	source, any, strict, named, nobody share
	cue                                share
}

// count is the number of matches, seen from the predictions and from the gold.
type count struct{ predicted, gold int }

func (c *count) add(gold, predicted []told, of []int, is func(told) bool) {
	for i, j := range of {
		if j < 0 {
			continue
		}
		if is(gold[i]) {
			c.gold++
		}
		if is(predicted[j]) {
			c.predicted++
		}
	}
}

type wordCount struct{ predicted, predictedAll, gold, goldAll int }

// share is how many of a number were right.
type share struct{ right, of int }

func (s *share) add(right bool) {
	s.of++
	if right {
		s.right++
	}
}

// Ratio is the share from 0 to 1; known is false when nothing was counted.
func (s share) ratio() (value float64, known bool) {
	if s.of == 0 {
		return 0, false
	}
	return float64(s.right) / float64(s.of), true
}

// Figures are precision, recall and F1 by name, in the order of printing:
// content (overlap), content_exact, token, joint (content and source), ggt30
// and ggt80 (the gold content covered, whatever else was predicted).
func (c *Class) Figures() []Figure {
	return []Figure{
		prf("content", c.content.predicted, c.Predicted, c.content.gold, c.Gold),
		prf("content_exact", c.exact.predicted, c.Predicted, c.exact.gold, c.Gold),
		prf("token", c.words.predicted, c.words.predictedAll, c.words.gold, c.words.goldAll),
		prf("joint", c.joint.predicted, c.Predicted, c.joint.gold, c.Gold),
		prf("ggt30", c.third.predicted, c.Predicted, c.third.gold, c.Gold),
		prf("ggt80", c.most.predicted, c.Predicted, c.most.gold, c.Gold),
	}
}

// prf is a figure; with nothing on one side and nothing on the other, both
// precision and recall are perfect.
func prf(name string, rightPredicted, predicted, rightGold, gold int) Figure {
	ratio := func(n, of, other int) float64 {
		switch {
		case of > 0:
			return float64(n) / float64(of)
		case other == 0:
			return 1
		}
		return 0
	}
	f := Figure{Name: name, Matched: rightGold, Predicted: predicted, Gold: gold}
	f.Precision, f.Recall = ratio(rightPredicted, predicted, gold), ratio(rightGold, gold, predicted)
	if f.Precision+f.Recall > 0 {
		f.F1 = 2 * f.Precision * f.Recall / (f.Precision + f.Recall)
	}
	return f
}

// shares are the figures of matched attributions, by name.
func (c *Class) shares() []struct {
	name string
	share
} {
	return []struct {
		name string
		share
	}{{"source_acc", c.source}, {"source_acc_any", c.any}, {"source_acc_strict", c.strict}, {"source_predicted", c.named}, {"no_source_acc", c.nobody}, {"cue_acc", c.cue}}
}

// WriteText prints the figures of all, direct and indirect attributions.
func (r *AttributionReport) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "articles %d (no prediction for %d)  IoU >= %.2f\n", r.Articles, r.Missing, r.MinOverlap)
	for i := range classes {
		c := r.class(i)
		fmt.Fprintf(&b, "%s: gold %d, predicted %d\n", strings.ToUpper(classes[i].name), c.Gold, c.Predicted)
		for _, f := range c.Figures() {
			fmt.Fprintf(&b, "   %-14s P %.3f  R %.3f  F1 %.3f\n", f.Name, f.Precision, f.Recall, f.F1)
		}
		var shares []string
		for _, s := range c.shares() {
			value := "n/a"
			if v, known := s.ratio(); known {
				value = fmt.Sprintf("%.3f", v)
			}
			shares = append(shares, s.name+" "+value)
		}
		b.WriteString("   " + strings.Join(shares, "  ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// MarshalJSON prints the figures by class and name; a share that nothing was
// counted for is null.
func (r *AttributionReport) MarshalJSON() ([]byte, error) {
	out := map[string]any{"articles": r.Articles, "articles_without_prediction": r.Missing, "iou": r.MinOverlap}
	for i := range classes {
		c := r.class(i)
		class := map[string]any{}
		for _, f := range c.Figures() {
			class[f.Name] = map[string]any{"p": f.Precision, "r": f.Recall, "f1": f.F1, "tp": f.Matched, "n_pred": f.Predicted, "n_gold": f.Gold}
		}
		for _, s := range c.shares() {
			class[s.name] = nil
			if v, known := s.ratio(); known {
				class[s.name] = v
			}
		}
		out[classes[i].name] = class
	}
	return json.Marshal(out)
}
