package classify

import (
	"slices"
)

// record notes the reading of a frame whose holder is known; a holder that
// stands further out replaces the same holder and those spoken for.
func (c *composer) record(i int, outer []int) {
	if !c.who[i].Known() {
		c.lose(i, outer)
		return
	}
	if n := len(c.readings); n > 0 && c.takesOver(i) {
		c.readings = c.readings[:n-1]
	}
	c.append(i, outer)
}

// lose notes a stance whose holder the text names and nobody could resolve.
func (c *composer) lose(i int, outer []int) {
	if c.now.Polar && c.who[i].Words != "" && !c.who[i].Document {
		c.lost = append(c.lost, c.reading(i, outer))
	}
}

func (c *composer) append(i int, outer []int) {
	c.readings = append(c.readings, c.reading(i, outer))
}

func (c *composer) reading(i int, outer []int) Reading {
	r := c.now
	r.Frame, r.Outer = i, outer
	r.Words = slices.Clone(r.Words)
	return r
}
