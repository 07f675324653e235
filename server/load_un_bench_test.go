package server

import (
	"fmt"
	"net/url"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// votesLike makes votes like those that are there, of all actors and
// propositions, each on evidence of its own.
func votesLike(there *ledger.Snapshot, begun int64) func(n int) schema.Statement {
	return func(n int) schema.Statement {
		st := there.Statements[n*104_729%len(there.Statements)]
		st.Doc = fmt.Sprintf("Repeated vote %d/%d", begun, n/loadBatch)
		st.Source, st.Evidence, st.ID = schema.HashText(st.Doc), fmt.Sprintf("%s, no. %d", st.Doc, n), ""
		return st
	}
}

// researched are the pages that somebody opens who studies votes: what is in
// here, who stands where, an issue of that, a cell of that, an actor and how it
// changed, and the same matrix as of another day each time.
func researched(votes *ledger.Snapshot) pageOf {
	actors, issues, last := votes.Actors(), votes.Codebook.Issues, votes.LastDay()
	words := []string{"nuclear", "palestine", "apartheid", "disarmament", "human rights"}
	return func(reader, n int) (kind, path string) {
		i := reader + n
		actor, issue := url.QueryEscape(actors[i*7%len(actors)]), url.QueryEscape(issues[i%len(issues)].ID)
		one := []struct{ kind, path string }{
			{"home", "/"}, {"matrix", "/matrix?rows=actors"}, {"opened", "/matrix?rows=actors&issue=" + issue}, {"cell", "/cell?actor=" + actor + "&issue=" + issue},
			{"actors", "/actors"}, {"actor", "/actors/" + url.PathEscape(actors[i*7%len(actors)])}, {"issue", "/issues/" + url.PathEscape(issues[i%len(issues)].ID)},
			{"timeline", "/timeline?actor=" + actor}, {"shifts", "/shifts?actor=" + actor}, {"search", "/search?q=" + url.QueryEscape(words[i%len(words)])},
			{"another day", fmt.Sprint("/matrix?rows=actors&as-of=", last-schema.Day(reader*(pagesBefore+loadPages)+n))},
		}[i%11]
		return one.kind, one.path
	}
}
