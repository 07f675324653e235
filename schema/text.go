package schema

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ReadText turns bytes into the text as read, to which all offsets refer:
// UTF-8 without byte-order mark, CRLF as LF, nothing else normalised. Bytes
// that are not UTF-8 are an error that names the first offending offset;
// nothing is repaired silently.
func ReadText(b []byte) (string, error) {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if !utf8.Valid(b) {
		at := firstInvalid(b)
		return "", Errorf(KindInput, "save the file as UTF-8 and try again",
			"byte %d (0x%02x) is not UTF-8", at, b[at])
	}
	return strings.ReplaceAll(string(b), "\r\n", "\n"), nil
}

func firstInvalid(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return -1
}

// HashText is the ID of a source: the SHA-256 of its text as read.
func HashText(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Passage returns text[start:end] by code points. It is not ok when the
// offsets do not lie inside the text or the passage is empty.
func Passage(text string, start, end int) (passage string, ok bool) {
	if start < 0 || end <= start {
		return "", false
	}
	from, n := -1, 0
	for i := range text {
		if n == start {
			from = i
		}
		if n == end {
			return text[from:i], true
		}
		n++
	}
	if n == end && from >= 0 {
		return text[from:], true
	}
	return "", false
}

func itoa(n int) string { return strconv.Itoa(n) }
