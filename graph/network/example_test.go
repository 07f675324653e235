package network_test

import (
	"context"
	"fmt"

	"github.com/stancegraph/stancegraph/graph/network"
)

// Two towns support the ferry, one opposes it: who agrees with whom?
func ExampleCompute() {
	table := network.NewTable(make([]network.Event, 3), nil, map[string]network.Column{
		"actor":   {Values: []string{"Northend", "Eastbay", "Southport"}},
		"concept": {Values: []string{"ferry", "ferry", "ferry"}},
		"stance":  {Kind: network.Stance, Values: []string{"1", "1", "-1"}},
	})
	spec := network.Defaults()
	spec.Network, spec.Var1, spec.Var2 = network.OneMode, "actor", "concept"
	spec.Qualifier, spec.Aggregation = "stance", network.Congruence
	r, err := network.Compute(context.Background(), table, spec)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, row := range r.Matrix {
		fmt.Println(r.Rows[i], row)
	}
	// Output:
	// Eastbay [0 1 0]
	// Northend [1 0 0]
	// Southport [0 0 0]
}
