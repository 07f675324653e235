package records

import (
	"bufio"
	"encoding/binary"
	"io"
	"maps"
	"math"
	"math/bits"
	"slices"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// Encode writes a set: the fingerprint, the records, in which texts are
// numbers, then the texts and how many bytes the records take. The same set
// gives the same bytes.
func Encode(w io.Writer, s *Set) error {
	b := bufio.NewWriterSize(w, 256<<10)
	e := &writer{out: b, known: map[string]uint64{"": 0}}
	mark := fingerprint()
	b.Write(mark[:])
	s.fields(e)
	size := e.size
	for _, t := range e.table {
		e.uvarint(uint64(len(t)))
	}
	for _, t := range e.table {
		b.WriteString(t)
	}
	var end [footer]byte
	binary.BigEndian.PutUint64(end[:], uint64(size))
	binary.BigEndian.PutUint64(end[8:], uint64(len(e.table)))
	b.Write(end[:])
	return b.Flush() // with the first error of all that was written
}

// footer is how many bytes the two numbers at the end take.
const footer = 16

// writer is the coder that writes.
type writer struct {
	out   *bufio.Writer
	size  int64             // bytes of records
	known map[string]uint64 // texts by number, from 1; 0 is the empty one
	table []string
	buf   [binary.MaxVarintLen64]byte
}

func (w *writer) uvarint(x uint64) {
	n, _ := w.out.Write(w.buf[:binary.PutUvarint(w.buf[:], x)]) // Flush reports what went wrong
	w.size += int64(n)
}

func (w *writer) text(s *string) {
	n, ok := w.known[*s]
	if !ok {
		w.table = append(w.table, *s)
		n = uint64(len(w.table))
		w.known[*s] = n
	}
	w.uvarint(n)
}

func (w *writer) length(n int) int {
	w.uvarint(uint64(n))
	return n
}

func (w *writer) texts(list *[]string) {
	w.length(len(*list))
	for i := range *list {
		w.text(&(*list)[i])
	}
}

func (w *writer) pairs(m *map[string]string) {
	if w.length(len(*m)) == 0 {
		return
	}
	for _, k := range slices.Sorted(maps.Keys(*m)) {
		v := (*m)[k]
		w.text(&k)
		w.text(&v)
	}
}

func (w *writer) whole(n *int) { w.uvarint(uint64(*n)<<1 ^ uint64(*n>>63)) } // small ones of either sign in few bytes

// number is a float back to front: most have few digits.
func (w *writer) number(x *float64) { w.uvarint(bits.ReverseBytes64(math.Float64bits(*x))) }

func (w *writer) date(d *schema.Date) {
	s := d.String()
	w.text(&s)
}

// moment counts seconds from the zero time.
func (w *writer) moment(t *time.Time) { w.uvarint(uint64(t.Unix() - time.Time{}.Unix())) }

func (w *writer) flag(b *bool) {
	n := uint64(0)
	if *b {
		n = 1
	}
	w.uvarint(n)
}

func (w *writer) codebook(cb **schema.Codebook) {
	ref := (*cb).Ref()
	w.text(&ref)
	w.text(&(*cb).YAML)
}
