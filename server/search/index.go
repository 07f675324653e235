package search

import (
	"cmp"
	"math"
	"slices"
)

// Index knows in which texts each word occurs. It is read only, and may be
// asked by many at once.
type Index struct {
	texts    func(i int) []string
	postings map[string][]uint32 // by stem: texts in order, one as often as the word occurs in it
	lengths  []uint32            // words of each text
	mean     float64             // of the lengths
}

// Hit is a text that was found.
type Hit struct {
	Text  int     // its number
	Score float64 // the higher the better; comparable within one answer
}

// Build reads n texts. fields returns the parts of one, which a phrase does not
// cross; it is called again for the texts that a phrase may be in, so it must
// go on answering the same.
func Build(n int, fields func(i int) []string) *Index {
	ix := &Index{texts: fields, postings: map[string][]uint32{}, lengths: make([]uint32, n)}
	known, total := stems{}, 0
	for i := range n {
		for _, text := range fields(i) {
			for w := range words(text) {
				s := known.of(w.folded)
				ix.postings[s] = append(ix.postings[s], uint32(i))
				ix.lengths[i]++
			}
		}
		total += int(ix.lengths[i])
	}
	ix.mean = float64(total) / float64(max(n, 1))
	return ix
}

// Find returns the texts that a query describes and keep lets through, the best
// first. Equals stand in the order in which they were indexed. A nil keep lets
// all through.
func (ix *Index) Find(q Query, keep func(text int) bool) []Hit {
	terms := q.terms()
	if len(terms) == 0 {
		return nil
	}
	lists := make([][]uint32, len(terms))
	for k, t := range terms {
		lists[k] = ix.postings[t]
	}
	slices.SortFunc(lists, func(a, b []uint32) int { return cmp.Compare(len(a), len(b)) })
	scores := ix.score(lists[0], nil)
	for _, list := range lists[1:] {
		scores = ix.score(list, scores)
	}
	var hits []Hit
	for text, score := range scores {
		if (keep == nil || keep(int(text))) && q.admits(ix.fieldsFor(q, int(text))) {
			hits = append(hits, Hit{int(text), score})
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Text, b.Text)) })
	return hits
}

// fieldsFor fetches a text only where the words alone do not decide.
func (ix *Index) fieldsFor(q Query, text int) []string {
	if len(q.never) == 0 && !slices.ContainsFunc(q.must, func(p phrase) bool { return len(p) > 1 }) {
		return nil
	}
	return ix.texts(text)
}

// The constants of BM25 as they are commonly set.
const (
	saturation = 1.2  // k1
	lengthPart = 0.75 // b
)

// score adds the part of one word to the scores of those texts that have it,
// and drops the others; nil scores are those of the first word. The formula is
// BM25: Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009,
// with the logarithm of 1 + … so that common words never count against a text.
func (ix *Index) score(list []uint32, before map[uint32]float64) map[uint32]float64 {
	after := map[uint32]float64{}
	n, in := float64(len(ix.lengths)), float64(len(slices.Compact(slices.Clone(list))))
	idf := math.Log(1 + (n-in+0.5)/(in+0.5))
	for i := 0; i < len(list); {
		text, tf := list[i], 0.0
		for ; i < len(list) && list[i] == text; i++ {
			tf++
		}
		sum, had := before[text]
		if before != nil && !had {
			continue
		}
		norm := 1 - lengthPart + lengthPart*float64(ix.lengths[text])/ix.mean
		after[text] = sum + idf*tf*(saturation+1)/(tf+saturation*norm)
	}
	return after
}
