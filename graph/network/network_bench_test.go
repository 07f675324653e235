package network_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/network"
)

// roll is a table like a record of votes: every actor on most concepts once.
func roll(actors, concepts int) *network.Table {
	var events []network.Event
	columns := map[string]network.Column{"actor": {}, "concept": {}, "vote": {Kind: network.Stance}}
	add := func(name, v string) {
		c := columns[name]
		c.Values = append(c.Values, v)
		columns[name] = c
	}
	for j := range concepts {
		at := time.Unix(int64(j)*86400, 0).UTC()
		for i := range actors {
			if (i*7+j*13)%10 < 3 {
				continue
			}
			events = append(events, network.Event{ID: strconv.Itoa(len(events)), First: at, Last: at, Doc: strconv.Itoa(j)})
			add("actor", "actor "+strconv.Itoa(i))
			add("concept", "concept "+strconv.Itoa(j))
			add("vote", []string{"-1", "0", "1"}[(i+j*i)%3])
		}
	}
	return network.NewTable(events, nil, columns)
}

// 868,420 statements of 200 actors on 6,203 concepts.
func BenchmarkNetworkOfVotes(b *testing.B) {
	table := roll(200, 6203)
	s := network.Defaults()
	s.Var1, s.Var2, s.Qualifier = "actor", "concept", "vote"
	for _, c := range []struct {
		mode        network.Mode
		aggregation network.Aggregation
		norm        network.Normalization
	}{{network.TwoMode, network.Subtract, network.Activity}, {network.OneMode, network.Congruence, network.Average}, {network.OneMode, network.Ignore, network.Jaccard}} {
		s.Network, s.Aggregation, s.Normalization = c.mode, c.aggregation, c.norm
		b.Run(string(c.mode)+"/"+string(c.aggregation)+"/"+string(c.norm), func(b *testing.B) {
			for b.Loop() {
				r, err := network.Compute(b.Context(), table, s)
				if err != nil || r.Statements != len(table.Events) {
					b.Fatal(r.Statements, err)
				}
			}
		})
	}
}
