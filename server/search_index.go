package server

import (
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server/search"
)

// searchable is a snapshot with the indexes of its texts.
type searchable struct {
	snap     *ledger.Snapshot
	passages []passageText
	sources  []*schema.Source
	inQuotes *search.Index // over passages
	inTexts  *search.Index // over sources
	names    []nameEntry
	took     time.Duration // to build
}

// passageText is a piece of evidence with the statements that rest on it: one
// sentence may say several things, and one vote is cast by many.
type passageText struct {
	evidence   string
	statements []*schema.Statement // never empty
}

// searchIndex is built behind the back of those who ask, one at a time: a
// reader never waits long for it, and searches what there is meanwhile.
type searchIndex struct {
	ready    atomic.Pointer[searchable] // of the last snapshot that was searched
	coming   atomic.Pointer[searchable] // of one that nobody has seen; may be nil
	patience time.Duration              // how long a search waits for one

	mu       sync.Mutex
	building chan struct{} // closed when what is being built is there; nil when nothing is
}

// Times of the machine, which tests have more of: they want the whole answer
// however busy it is.
var (
	// patience is how long a search waits for an index before it says that there
	// is none yet; that of a corpus of some thousand statements takes less.
	patience = 400 * time.Millisecond
	// quick is what it may take to build an index before its snapshot is shown.
	quick = 2 * time.Second
)

// of returns the index of a snapshot or, while that is being built, the one
// before it, which is not fresh; nil when there has been none.
func (x *searchIndex) of(snap *ledger.Snapshot) (s *searchable, fresh bool) {
	if s = x.coming.Load(); s.isOf(snap) {
		x.ready.Store(s)
	}
	if s = x.ready.Load(); s.isOf(snap) {
		return s, true
	}
	done, mine := x.begin()
	if mine {
		go func() {
			defer x.end()
			x.ready.Store(indexed(snap))
		}()
	}
	if s == nil || s.took < x.patience { // else waiting is in vain
		select {
		case <-done:
		case <-time.After(x.patience):
		}
	}
	s = x.ready.Load()
	return s, s.isOf(snap)
}

// begin says when the index that is being built is there, and whether it is the
// caller who builds it, and says so with end.
func (x *searchIndex) begin() (done <-chan struct{}, mine bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if mine = x.building == nil; mine {
		x.building = make(chan struct{})
	}
	return x.building, mine
}

func (x *searchIndex) end() {
	x.mu.Lock()
	defer x.mu.Unlock()
	close(x.building)
	x.building = nil
}

func (s *searchable) isOf(snap *ledger.Snapshot) bool {
	return s != nil && s.snap.Version == snap.Version
}

// prepare indexes a snapshot that nobody has seen yet, where the one now has been
// searched and that does not take long.
func (x *searchIndex) prepare(now, next *ledger.Snapshot) {
	x.coming.Store(nil)
	if s := x.ready.Load(); !s.isOf(now) || s.took >= quick {
		return
	}
	if _, mine := x.begin(); mine {
		defer x.end()
		x.coming.Store(indexed(next))
	}
}

func indexed(snap *ledger.Snapshot) *searchable {
	begun := time.Now() // of the machine: it only says how long to wait
	s := &searchable{snap: snap, sources: snap.SourceList(), passages: passageTexts(snap), names: namesOf(snap)}
	s.inQuotes = search.Build(len(s.passages), func(i int) []string { return []string{s.passages[i].evidence} })
	s.inTexts = search.Build(len(s.sources), func(i int) []string {
		src := s.sources[i]
		return []string{src.Title, src.Outlet, src.Author, src.Doc, src.Text}
	})
	s.took = time.Since(begun)
	return s
}

// passageTexts groups statements by their evidence, in the order of the ledger.
func passageTexts(snap *ledger.Snapshot) []passageText {
	type key struct {
		source, evidence string
		start            int
	}
	places := map[key]int{}
	var list []passageText
	for i := range snap.Statements {
		st := &snap.Statements[i]
		k := key{st.Source, st.Evidence, st.Start}
		at, known := places[k]
		if !known {
			at, list = len(list), append(list, passageText{evidence: st.Evidence})
			places[k] = at
		}
		list[at].statements = append(list[at].statements, st)
	}
	return list
}

// described are the statements of a passage for which keep holds.
func (p passageText) described(keep func(*schema.Statement) bool) []*schema.Statement {
	if !slices.ContainsFunc(p.statements, func(st *schema.Statement) bool { return !keep(st) }) {
		return p.statements
	}
	var list []*schema.Statement
	for _, st := range p.statements {
		if keep(st) {
			list = append(list, st)
		}
	}
	return list
}
