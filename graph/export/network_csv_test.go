package export_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/network"
)

func TestNetworkCSV(t *testing.T) {
	t.Parallel()
	r := &network.Result{Rows: []string{"Åse, mayor", "=1+1"}, Cols: []string{"x", "y"}, Matrix: network.Matrix{{0.5, 0}, {math.NaN(), -2}}}
	var b strings.Builder
	if err := export.NetworkCSV(&b, r); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), ",x,y\n\"Åse, mayor\",0.5,0\n'=1+1,NaN,-2\n"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestEdgeLists(t *testing.T) {
	t.Parallel()
	at := func(day int) network.Clock { return network.Clock{Time: time.Date(2005, 1, day, 0, 0, 0, 0, time.UTC)} }
	twoMode := &network.Result{Rows: []string{"a", "b"}, Cols: []string{"x", "y"}, Matrix: network.Matrix{{1, 0}, {0, -2}}}
	oneMode := &network.Result{Rows: []string{"a", "b"}, Cols: []string{"a", "b"}, Matrix: network.Matrix{{0, 3}, {3, 0}}, Start: at(1), Stop: at(3)}
	for _, c := range []struct {
		name             string
		network          *network.Result
		twoMode, windows bool
		want             string
	}{
		{"ties that are nothing are left out", twoMode, true, false, "Source,Target,Weight\na,x,1\nb,y,-2\n"},
		{"a tie of two stands once", oneMode, false, false, "Source,Target,Weight\na,b,3\n"},
		{"windows stand before their ties", oneMode, false, true, "From,Until,Source,Target,Weight\n2005-01-01T00:00:00,2005-01-03T00:00:00,a,b,3\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var b strings.Builder
			e := export.NewEdgeList(&b, c.twoMode, c.windows)
			if err := e.Add(c.network); err != nil {
				t.Fatal(err)
			}
			if err := e.Close(); err != nil {
				t.Fatal(err)
			}
			if got := b.String(); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}
