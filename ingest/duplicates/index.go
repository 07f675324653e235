package duplicates

import (
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/cespare/xxhash/v2"
)

// Threshold is the resemblance from which on two texts are nearly the same:
// half of one's sentences may be cut or a fifth of the words be others.
const Threshold = 0.6

// MaxNear bounds the texts that are reported as near to one, the nearest
// first: a form letter in a thousand versions must not make a million links.
const MaxNear = 20

const (
	bandRows = 4
	bands    = 24 // of the first 96 minima
)

// Index holds the signatures of texts by name. The zero value is ready; it is
// not for use by many at once.
type Index struct {
	names  []string
	signs  []Signature
	tables [bands]map[uint64][]int32
}

// Near is a text that is nearly the same as another.
type Near struct {
	Name        string
	Resemblance float64 // estimated, Threshold to 1
}

// Find returns the texts of the index that are nearly the same as the named
// one, which may be in the index itself: nearest first and by name among
// equals, MaxNear at most. It does not depend on the order in which they were
// added.
func (x *Index) Find(name string, s *Signature) []Near {
	if !s.valid {
		return nil
	}
	seen := map[int32]bool{}
	var found []Near
	for b := range bands {
		for _, i := range x.tables[b][s.band(b)] {
			if seen[i] || x.names[i] == name {
				continue
			}
			seen[i] = true
			if r := s.Resemblance(&x.signs[i]); r >= Threshold {
				found = append(found, Near{x.names[i], r})
			}
		}
	}
	slices.SortFunc(found, func(a, b Near) int {
		return cmp.Or(cmp.Compare(b.Resemblance, a.Resemblance), cmp.Compare(a.Name, b.Name))
	})
	return found[:min(len(found), MaxNear)]
}

// Add adds a text by a name that is its own.
func (x *Index) Add(name string, s Signature) {
	if !s.valid {
		return
	}
	i := int32(len(x.names))
	x.names, x.signs = append(x.names, name), append(x.signs, s)
	for b := range bands {
		if x.tables[b] == nil {
			x.tables[b] = map[uint64][]int32{}
		}
		key := s.band(b)
		x.tables[b][key] = append(x.tables[b][key], i)
	}
}

// band hashes a few of the minima: texts that share them all meet.
func (s *Signature) band(b int) uint64 {
	var buf [4 * bandRows]byte
	for i, v := range s.min[b*bandRows : (b+1)*bandRows] {
		binary.LittleEndian.PutUint32(buf[4*i:], v)
	}
	return xxhash.Sum64(buf[:])
}
