package dna

import (
	"strings"
	"unicode/utf16"

	"github.com/stancegraph/stancegraph/schema"
)

// text is a document's text as read, and the way from DNA's offsets to its
// code points.
type text struct {
	read   string
	points []int32 // code point of the read text at each UTF-16 code unit, the end included
	inside []bool  // the unit is the second half of a character
}

// newText reads a text as schema.ReadText does, and notes where each code unit
// of the stored text went: a byte-order mark and the CR of CRLF go nowhere.
func newText(stored string) (*text, error) {
	read, err := schema.ReadText([]byte(stored))
	if err != nil {
		return nil, err
	}
	t := &text{read: read}
	point := int32(0)
	for i, r := range stored {
		t.points, t.inside = append(t.points, point), append(t.inside, false)
		if utf16.RuneLen(r) == 2 {
			t.points, t.inside = append(t.points, point), append(t.inside, true)
		}
		if (i > 0 || r != '\ufeff') && (r != '\r' || !strings.HasPrefix(stored[i:], "\r\n")) {
			point++
		}
	}
	t.points, t.inside = append(t.points, point), append(t.inside, false)
	return t, nil
}

// passage turns UTF-16 offsets into code points. It is not ok when they do not
// lie in the text or nothing lies between them; widened when one of them cut a
// character in two.
func (t *text) passage(start, stop int64) (from, to int, widened, ok bool) {
	if start < 0 || stop <= start || stop >= int64(len(t.points)) {
		return 0, 0, false, false
	}
	from, to = int(t.points[start]), int(t.points[stop])
	if t.inside[stop] {
		to++
	}
	return from, to, t.inside[start] || t.inside[stop], to > from
}
