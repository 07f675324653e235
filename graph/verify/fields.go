package verify

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// compareFields names the fields in which two records differ.
func compareFields(given, known []byte) schema.Problems {
	a, b := fields(given), fields(known)
	all := maps.Clone(b)
	maps.Copy(all, a)
	var problems schema.Problems
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !bytes.Equal(a[name], b[name]) {
			problems = append(problems, problem(name, string(a[name]), "the store has "+string(b[name])))
		}
	}
	return problems
}

func fields(record []byte) map[string]json.RawMessage {
	var m map[string]json.RawMessage
	_ = json.Unmarshal(record, &m) // it was marshalled a moment ago
	return m
}
