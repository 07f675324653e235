package read

import (
	"errors"
	"path"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// members reads the members of an archive one at a time, into memory and never
// to disk: a name that points outside is only a name.
type members struct {
	*Reader
	archive string // its path
	limits
	count  int
	total  int64
	packed func() int64 // how many packed bytes all this came from
	yield  func(schema.Source, error) bool
}

// member takes one member; false ends the archive. open reads at most n bytes.
func (m *members) member(name string, open func(n int64) ([]byte, error)) bool {
	inner := harmless(name)
	if m.count++; m.count > m.members {
		return m.stop("more than %d members", m.members)
	}
	k := kindOf(inner)
	switch {
	case isHidden(inner):
		return true
	case k.isArchive():
		return m.yield(schema.Source{}, schema.Errorf(schema.KindInput, "unpack the inner archive and name it, too", "%s/%s: an archive inside an archive is not opened", m.archive, inner))
	case k == unknown:
		if m.Skip != nil {
			m.Skip(m.archive + "/" + inner)
		}
		return true
	}
	data, err := open(m.size + 1)
	m.total += int64(len(data))
	switch {
	case errors.Is(err, errBomb) || m.isBomb(m.total):
		return m.bomb()
	case err != nil:
		return m.yield(schema.Source{}, damaged(m.archive+"/"+inner, err))
	case int64(len(data)) > m.size:
		return m.yield(schema.Source{}, tooLarge(m.archive+"/"+inner, m.size))
	}
	return m.articles(m.archive+"/"+inner, data, m.yield)
}

// isBomb reports whether n unpacked bytes are more than an archive may hold,
// or come from far fewer packed ones than texts do.
func (m *members) isBomb(n int64) bool {
	return n > m.limits.total || n > m.size && n/m.ratio > m.packed()
}

var errBomb = errors.New("unpacks to far more than texts do")

func (m *members) bomb() bool {
	return m.stop("unpacks to more than %d times its size or to more than %d MiB", m.ratio, m.limits.total>>20)
}

// stop ends the archive with an error of the whole.
func (m *members) stop(format string, args ...any) bool {
	m.yield(schema.Source{}, schema.Errorf(schema.KindInput, "unpack it with a program you trust, look at it, and name the folder", "%s: "+format, append([]any{m.archive}, args...)...))
	return false
}

// harmless is the name of a member as a path inside the archive: no climbing,
// no root, no characters that steer a terminal.
func harmless(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

// isHidden reports whether a member is what systems put beside files.
func isHidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true
		}
	}
	return false
}
