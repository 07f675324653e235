package read

import (
	"bytes"
	"errors"
	"regexp"

	"github.com/stancegraph/stancegraph/schema"
)

var (
	errHostile   = errors.New("made to harm")
	errBrokenOff = errors.New("breaks off in the middle")
)

// outsized are numbers by which a file of at most MaxSize bytes makes the
// library reserve more memory than there is: tables of a million objects and
// more. Memory that is refused ends the whole program, so it is not tried.
var outsized = regexp.MustCompile(`/(?:Size|Columns|#)[^/<>]{0,8}\d{7}|/(?:W|Index)\s*\[[^\]]{0,64}\d{7}|(?m:^\s*\d{7,}\s+\d+\s*$)|xref\s+\d{7}`)

// maxNesting bounds arrays and dictionaries within each other: the library
// descends into them, and a stack that overflows ends the whole program.
const maxNesting = 256

// checkPDF turns away what the library cannot be trusted with.
func checkPDF(name string, data []byte) error {
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return schema.Errorf(schema.KindInput, "check that it is a PDF, or rename it", "%s: not a PDF", name)
	}
	for part := range outsideStreams(data) {
		if outsized.Match(part) || tooDeep(part) {
			return damaged(name, errHostile)
		}
	}
	return nil
}

// outsideStreams yields what stands between streams, whose bytes mean nothing
// before they are unpacked.
func outsideStreams(data []byte) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for len(data) > 0 {
			at := bytes.Index(data, []byte("stream"))
			if at < 0 {
				yield(data)
				return
			}
			if !yield(data[:at]) {
				return
			}
			end := bytes.Index(data[at:], []byte("endstream"))
			if end < 0 {
				yield(data[at:])
				return
			}
			data = data[at+end+len("endstream"):]
		}
	}
}

// tooDeep reports whether brackets open far more often than they close.
func tooDeep(data []byte) bool {
	depth := 0
	for _, b := range data {
		switch b {
		case '[', '<', '{':
			depth++
		case ']', '>', '}':
			depth = max(0, depth-1)
		}
		if depth > maxNesting {
			return true
		}
	}
	return false
}

// endsInHex reports whether instructions break off within a hexadecimal string:
// the library would look for its end for ever.
func endsInHex(content []byte) bool {
	for len(content) > 0 {
		c := content[0]
		content = content[1:]
		switch {
		case c == '%':
			content = content[until(content, "\r\n"):]
		case c == '(':
			content = content[literal(content):]
		case c == '<' && bytes.HasPrefix(content, []byte("<")):
			content = content[1:]
		case c == '<':
			end := until(content, ">")
			if end == len(content) {
				return true
			}
			content = content[end:]
		}
	}
	return false
}

// until is where one of some bytes comes first, or the length where none does.
func until(data []byte, some string) int {
	if at := bytes.IndexAny(data, some); at >= 0 {
		return at
	}
	return len(data)
}

// literal is the length of a string in brackets whose first one is read.
func literal(data []byte) int {
	depth := 1
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			return i + 1
		}
	}
	return len(data)
}
