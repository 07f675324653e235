package ledger

import (
	"slices"
)

// numbering gives the distinct values of a column numbers in the order in which
// they come. Sorted, it says what number each has in the order of the values.
type numbering[K comparable] struct {
	codes map[K]uint32
	keys  []K

	last     K // the value before: mostly that of the next statement too
	lastCode uint32
}

func newNumbering[K comparable]() *numbering[K] { return &numbering[K]{codes: map[K]uint32{}} }

func (n *numbering[K]) code(k K) uint32 {
	if len(n.keys) > 0 && k == n.last {
		return n.lastCode
	}
	code, ok := n.codes[k]
	if !ok {
		code = uint32(len(n.keys))
		n.codes[k], n.keys = code, append(n.keys, k)
	}
	n.last, n.lastCode = k, code
	return code
}

// sorted returns the values in order and, by the number that each was given,
// its place among them.
func (n *numbering[K]) sorted(compare func(a, b K) int) (keys []K, place []uint32) {
	order := make([]uint32, len(n.keys))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return compare(n.keys[a], n.keys[b]) })
	keys, place = make([]K, len(order)), make([]uint32, len(order))
	for i, k := range order {
		keys[i], place[k] = n.keys[k], uint32(i)
	}
	return keys, place
}

// Dictionary gives the distinct texts of a column numbers, from 0, in the order
// of the texts: comparing codes is comparing texts.
type Dictionary struct{ texts []string }

// Len is the number of texts; codes are below it.
func (d Dictionary) Len() int { return len(d.texts) }

// Text is what a code stands for.
func (d Dictionary) Text(code uint32) string { return d.texts[code] }

// Code returns the code of a text; it is not ok for a text that the column
// never has.
func (d Dictionary) Code(text string) (code uint32, ok bool) {
	i, ok := slices.BinarySearch(d.texts, text)
	return uint32(i), ok
}
