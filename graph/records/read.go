package records

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// ErrFormat says that other fields were written than this program has.
var ErrFormat = errors.New("another version of the program wrote it")

var errDamaged = errors.New("it is damaged")

// Decode reads a set. Bytes that Encode did not write are an error, or another
// set: whoever keeps them keeps a checksum beside them. The set holds on to the
// texts, not to b.
func Decode(b []byte) (*Set, error) {
	mark := fingerprint()
	if len(b) < len(mark)+footer {
		return nil, errDamaged
	}
	if [len(mark)]byte(b) != mark {
		return nil, ErrFormat
	}
	end := b[len(b)-footer:]
	b = b[len(mark) : len(b)-footer]
	size, n := binary.BigEndian.Uint64(end), binary.BigEndian.Uint64(end[8:])
	if size > uint64(len(b)) || n > uint64(len(b))-size { // a text takes a byte at least
		return nil, errDamaged
	}
	r := &reader{in: b[:size]}
	if !r.readTable(b[size:], int(n)) {
		return nil, errDamaged
	}
	s := &Set{}
	s.fields(r)
	if r.err == nil && len(r.in) > 0 {
		r.err = errDamaged
	}
	return s, r.err
}

// reader is the coder that reads. After an error it fills in nothing.
type reader struct {
	in    []byte
	table []string
	dates map[string]schema.Date
	err   error
}

func (r *reader) readTable(b []byte, n int) bool {
	lengths := &reader{in: b}
	r.table, r.dates = make([]string, n+1), map[string]schema.Date{}
	ends, end := make([]int, n+1), 0
	for i := range n {
		length := lengths.uvarint()
		if length > uint64(len(b)) {
			return false
		}
		end += int(length)
		ends[i+1] = end
	}
	if lengths.err != nil || end != len(lengths.in) {
		return false
	}
	texts := string(lengths.in)
	for i := range n {
		r.table[i+1] = texts[ends[i]:ends[i+1]]
	}
	return true
}

func (r *reader) fail() { r.in, r.err = nil, errDamaged }

func (r *reader) uvarint() uint64 {
	if len(r.in) > 0 && r.in[0] < 0x80 { // nearly always
		x := r.in[0]
		r.in = r.in[1:]
		return uint64(x)
	}
	x, n := binary.Uvarint(r.in)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.in = r.in[n:]
	return x
}

func (r *reader) text(s *string) {
	n := r.uvarint()
	if n >= uint64(len(r.table)) {
		r.fail()
		return
	}
	*s = r.table[n]
}

// length reads how many items follow, each of which takes a byte at least.
func (r *reader) length(int) int {
	n := r.uvarint()
	if n > uint64(len(r.in)) {
		r.fail()
		return 0
	}
	return int(n)
}

func (r *reader) texts(list *[]string) {
	n := r.length(0)
	if n == 0 {
		return
	}
	*list = make([]string, n)
	for i := range *list {
		r.text(&(*list)[i])
	}
}

func (r *reader) pairs(m *map[string]string) {
	n := r.length(0)
	if n == 0 {
		return
	}
	*m = make(map[string]string, n)
	for range n {
		var k, v string
		r.text(&k)
		r.text(&v)
		(*m)[k] = v
	}
}

func (r *reader) whole(n *int) {
	x := r.uvarint()
	*n = int(x>>1) ^ -int(x&1)
}

func (r *reader) number(x *float64) { *x = math.Float64frombits(bits.ReverseBytes64(r.uvarint())) }

func (r *reader) date(d *schema.Date) {
	var text string
	if r.text(&text); text == "" {
		return
	}
	known, ok := r.dates[text]
	if !ok {
		var err error
		if known, err = schema.ParseDate(text); err != nil {
			r.fail()
			return
		}
		r.dates[text] = known
	}
	*d = known
}

func (r *reader) moment(t *time.Time) {
	if seconds := r.uvarint(); seconds > 0 {
		*t = time.Unix(int64(seconds)+time.Time{}.Unix(), 0).UTC()
	}
}

func (r *reader) flag(b *bool) { *b = r.uvarint() == 1 }

func (r *reader) codebook(cb **schema.Codebook) {
	var ref, yaml string
	r.text(&ref)
	r.text(&yaml)
	if r.err != nil {
		return
	}
	read, err := schema.LoadCodebook(ref, []byte(yaml))
	if err != nil {
		r.in, r.err = nil, fmt.Errorf("codebook %s: %w", ref, err)
		return
	}
	*cb = read
}
