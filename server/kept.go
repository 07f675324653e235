package server

import (
	"bytes"
	"compress/gzip"
	"container/list"
	"strconv"
	"strings"
	"sync"
	"time"

	gingzip "github.com/gin-contrib/gzip"
	"github.com/gin-gonic/gin"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// keptPage is an answer as it went out, compressed.
type keptPage struct {
	key, media, tag string
	zipped          []byte
	from            *request // that it answers
	again           bool     // it was asked for after it had been made
}

// maxKept is how many compressed bytes of answers are kept.
const maxKept = 32 << 20

// keptPages are the answers from one snapshot, those that were asked for last.
// A snapshot never changes, so none of them goes stale.
type keptPages struct {
	sync.Mutex
	newest *list.List // of *keptPage; the one that was asked for last is first
	byKey  map[string]*list.Element
	making map[string]chan struct{} // closed when the page is made, or cannot be
	size   int
}

func newKeptPages() *keptPages {
	return &keptPages{newest: list.New(), byKey: map[string]*list.Element{}, making: map[string]chan struct{}{}}
}

// claim returns a kept page or, where there is none, what to call when it has
// been made. While somebody else makes the same page one waits for it, once: it
// may turn out to be an error, or too large to be kept.
func (k *keptPages) claim(key string) (p *keptPage, made func()) {
	k.Lock()
	defer k.Unlock()
	if p = k.get(key); p != nil {
		p.again = true
		return p, nil
	}
	if other := k.making[key]; other != nil {
		k.Unlock()
		<-other
		k.Lock()
		return k.get(key), func() {}
	}
	done := make(chan struct{})
	k.making[key] = done
	return nil, func() {
		k.Lock()
		defer k.Unlock()
		delete(k.making, key)
		close(done)
	}
}

// get returns a kept page, or nil. The lock is held.
func (k *keptPages) get(key string) *keptPage {
	e := k.byKey[key]
	if e == nil {
		return nil
	}
	k.newest.MoveToFront(e)
	return e.Value.(*keptPage)
}

// put keeps a page. One that is a large part of all that may be kept is not.
func (k *keptPages) put(p *keptPage) {
	k.Lock()
	defer k.Unlock()
	if len(p.zipped) > maxKept/16 || k.byKey[p.key] != nil {
		return
	}
	k.byKey[p.key] = k.newest.PushFront(p)
	k.size += p.bytes()
	for k.size > maxKept {
		last := k.newest.Remove(k.newest.Back()).(*keptPage)
		delete(k.byKey, last.key)
		k.size -= last.bytes()
	}
}

func (p *keptPage) bytes() int { return len(p.zipped) + len(p.key) }

// compress compresses what is made anew for every request. The answer of a
// lasting route follows from the snapshot, the address and the day of access,
// which the citation names: it is kept as it is compressed, see send.
func (s *site) compress() gin.HandlerFunc {
	anew := gingzip.Gzip(gzip.DefaultCompression)
	return func(c *gin.Context) {
		if !s.keeps[c.FullPath()] {
			anew(c)
		}
	}
}

// kept says whether the answer to a request may be kept: somebody who takes
// nothing compressed is answered anew.
func (s *site) kept(c *gin.Context, r *request) bool {
	return s.keeps[c.FullPath()] && r.store != nil && strings.Contains(c.GetHeader("Accept-Encoding"), "gzip")
}

// keyOf names everything that an answer depends on beside the snapshot.
func (s *site) keyOf(r *request) string {
	return strings.Join([]string{string(r.shape), strconv.FormatBool(r.public), r.permalink(r.URL.EscapedPath()), r.URL.RawQuery, s.now().Format(time.DateOnly)}, "\x00")
}

// keep keeps a page that answers a request.
func (s *site) keep(r *request, media string, body []byte) *keptPage {
	p := &keptPage{key: s.keyOf(r), media: media, tag: etag(body), zipped: zipped(body), from: r.alone()}
	keptOf(r.store).put(p)
	return p
}

func keptOf(snap *ledger.Snapshot) *keptPages {
	type key struct{}
	return snap.Derived(key{}, func() any { return newKeptPages() }).(*keptPages)
}

var zippers = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

func zipped(body []byte) []byte {
	var b bytes.Buffer
	z := zippers.Get().(*gzip.Writer)
	defer zippers.Put(z)
	z.Reset(&b)
	_, _ = z.Write(body) // a buffer takes everything
	_ = z.Close()
	return b.Bytes()
}
