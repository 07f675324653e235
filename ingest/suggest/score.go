package suggest

import "math"

// MinScore is the score of what is proposed, in standard errors: about one in
// ten of what has it has it by chance.
const MinScore = 1.28

// Counts say where a run of words stands.
type Counts struct {
	Here   int `json:"here"`   // passages of the proposition or actor that have it
	Of     int `json:"of"`     // passages of the proposition or actor
	Others int `json:"others"` // other passages that have it
	Rest   int `json:"rest"`   // other passages
}

// score is the log odds ratio in standard errors. Half a passage is added to
// each of the four counts: what never happened is rare, not impossible.
func (c Counts) score() float64 {
	a, b := float64(c.Here)+0.5, float64(c.Of-c.Here)+0.5
	x, y := float64(c.Others)+0.5, float64(c.Rest-c.Others)+0.5
	z := (math.Log(a/b) - math.Log(x/y)) / math.Sqrt(1/a+1/b+1/x+1/y)
	return math.Round(z*100) / 100 // the same on every machine
}

// telling reports whether more of the passages that have it are of this one
// than of all the others.
func (c Counts) telling() bool { return c.Here > c.Others && c.score() >= MinScore }
