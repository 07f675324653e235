package ledger

import (
	"maps"
	"slices"
)

// Dictionary gives the distinct texts of a column numbers, from 0, in the order
// of the texts: comparing codes is comparing texts.
type Dictionary struct{ texts []string }

// dictionary collects texts; they may come several times.
type dictionary map[string]struct{}

func (d dictionary) add(text string) { d[text] = struct{}{} }

func (d dictionary) sorted() Dictionary {
	texts := slices.AppendSeq(make([]string, 0, len(d)), maps.Keys(d))
	slices.Sort(texts)
	return Dictionary{texts}
}

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
