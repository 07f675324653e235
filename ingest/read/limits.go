package read

import (
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// MaxSize bounds a file and a member of an archive, in bytes: a hundred times
// a long article.
const MaxSize = 16 << 20

// MaxLine bounds one line of a text, in bytes. A paragraph on one line is a
// few thousand bytes; a longer one is no article.
const MaxLine = 1 << 20

// limits bound what an archive, a feed or a page may cost.
type limits struct {
	size    int64         // bytes of one article
	total   int64         // bytes of all members of an archive, unpacked
	ratio   int64         // unpacked bytes per packed byte, past the first size bytes
	members int           // of an archive or a feed
	time    time.Duration // of one web page or PDF
}

// Texts pack to a third or a tenth; a thousandth is made to harm.
var standard = limits{size: MaxSize, total: 8 << 30, ratio: 200, members: 200_000, time: 20 * time.Second}

// within runs f and gives up after d. The libraries that take pages apart
// cannot be interrupted: what does not come back goes on behind the error
// until it ends. What they panic with is an error like any other.
func within[T any](d time.Duration, name string, f func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- outcome{err: damaged(name, p)}
			}
		}()
		v, err := f()
		done <- outcome{v, err}
	}()
	clock := time.NewTimer(d)
	defer clock.Stop()
	select {
	case o := <-done:
		return o.value, o.err
	case <-clock.C:
		var none T
		return none, tooSlow(name, d)
	}
}

func tooSlow(name string, d time.Duration) error {
	return schema.Errorf(schema.KindInput, "save the article as plain text (.txt)", "%s: takes longer than %v to read", name, d)
}

func damaged(name string, why any) error {
	return schema.Errorf(schema.KindInput, "open it in another program and save it again, or save the article as plain text (.txt)", "%s: damaged: %v", name, why)
}
