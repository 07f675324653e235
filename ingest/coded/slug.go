package coded

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxSlug bounds an ID, in code points.
const maxSlug = 60

// slug is a name as an ID: small letters and digits of any script, Latin ones
// without their marks, joined by hyphens.
func slug(name string) string {
	var b strings.Builder
	gap, n := false, 0
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			if gap = false; n == maxSlug {
				return norm.NFC.String(b.String())
			}
			n++
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return norm.NFC.String(b.String())
}

// freeID is the slug of a name or, where something else has that, the slug with
// the beginning of the name's hash: what else a table names does not change it
// more than that.
func freeID(name, otherwise string, taken func(id string) bool) string {
	id := slug(name)
	if id == "" {
		id = otherwise
	}
	if !taken(id) {
		return id
	}
	sum := sha256.Sum256([]byte(name))
	digits := hex.EncodeToString(sum[:])
	for n := 6; n < len(digits); n++ {
		if longer := id + "-" + digits[:n]; !taken(longer) {
			return longer
		}
	}
	return id + "-" + digits
}
