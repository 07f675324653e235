package duplicates

import (
	"math"
	"strings"
	"unicode"

	"github.com/cespare/xxhash/v2"
)

const (
	minima = 128 // of a signature
	run    = 4   // words
)

// MinWords is the length below which texts are not compared: short notices
// resemble each other without being copies.
const MinWords = 40

// Signature stands for the words of a text. The zero value is that of a text
// too short to compare, and near to none.
type Signature struct {
	min   [minima]uint32
	valid bool
}

// Of returns the signature of a text.
func Of(text string) Signature {
	s := Signature{}
	for i := range s.min {
		s.min[i] = math.MaxUint32
	}
	var last [run]uint64 // hashes of the last words
	n := 0
	for word := range strings.FieldsFuncSeq(text, isGap) {
		copy(last[:], last[1:])
		last[run-1] = xxhash.Sum64String(strings.ToLower(word))
		if n++; n >= run {
			s.add(mix(last))
		}
	}
	if n < MinWords {
		return Signature{}
	}
	s.valid = true
	return s
}

// isGap is what stands between words. Apostrophes do, too: an outlet that sets
// its marks in another way must not make other words.
func isGap(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// mix hashes a run of words, in their order.
func mix(words [run]uint64) uint64 {
	h := uint64(0x9e3779b97f4a7c15)
	for _, w := range words {
		h = (h ^ w) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	return h
}

// add keeps, for each of the hash functions, the smallest value seen. The
// functions are multiples of one hash by odd numbers: cheap, and independent
// enough.
func (s *Signature) add(h uint64) {
	for i := range s.min {
		v := uint32((h * odd[i]) >> 32)
		if v < s.min[i] {
			s.min[i] = v
		}
	}
}

// odd are the multipliers: a fixed sequence (splitmix64), so that signatures
// agree between runs and machines.
var odd = func() (list [minima]uint64) {
	x := uint64(1)
	for i := range list {
		x += 0x9e3779b97f4a7c15
		z := (x ^ x>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		list[i] = (z ^ z>>31) | 1
	}
	return list
}()

// Resemblance estimates the share of runs that two texts have in common, 0 to 1.
func (s *Signature) Resemblance(t *Signature) float64 {
	if !s.valid || !t.valid {
		return 0
	}
	same := 0
	for i := range s.min {
		if s.min[i] == t.min[i] {
			same++
		}
	}
	return float64(same) / minima
}
