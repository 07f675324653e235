package explore

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// idColumn is the end of a path in Gizmo, and the node in GraphQL.
const idColumn = "id"

// columnsOf are the columns of all rows, id first and the rest by name.
func columnsOf(rows []Row) []string {
	seen := map[string]bool{}
	for _, r := range rows {
		for c := range r {
			seen[c] = true
		}
	}
	columns := append([]string{}, slices.Sorted(maps.Keys(seen))...) // an empty list is [] in JSON
	if i := slices.Index(columns, idColumn); i > 0 {
		columns = slices.Insert(slices.Delete(columns, i, i+1), 0, idColumn)
	}
	return columns
}

func sortRows(rows []Row, columns []string) {
	slices.SortStableFunc(rows, func(a, b Row) int {
		for _, c := range columns {
			if d := compareValues(a[c], b[c]); d != 0 {
				return d
			}
		}
		return 0
	})
}

// compareValues orders nothing, booleans, numbers, texts, then lists and
// objects, which are compared by their id or else as JSON.
func compareValues(a, b any) int {
	ka, kb := kindOf(a), kindOf(b)
	if ka != kb {
		return cmp.Compare(ka, kb)
	}
	switch ka {
	case kindNumber:
		return cmp.Compare(floatOf(a), floatOf(b))
	case kindText:
		return strings.Compare(a.(string), b.(string))
	case kindObject:
		if d := compareValues(a.(map[string]any)[idColumn], b.(map[string]any)[idColumn]); d != 0 {
			return d
		}
	}
	return strings.Compare(jsonText(a), jsonText(b))
}

const (
	kindNothing = iota
	kindBool
	kindNumber
	kindText
	kindList
	kindObject
)

func kindOf(v any) int {
	switch v.(type) {
	case nil:
		return kindNothing
	case bool:
		return kindBool
	case json.Number, float64, int64, int:
		return kindNumber
	case string:
		return kindText
	case []any:
		return kindList
	}
	return kindObject
}

func floatOf(v any) float64 {
	switch v := v.(type) {
	case json.Number:
		f, _ := v.Float64()
		return f
	case int64:
		return float64(v)
	case int:
		return float64(v)
	case float64:
		return v
	}
	return 0
}

func jsonText(v any) string {
	text, _ := json.Marshal(v) // what came from JSON goes back into it
	return string(text)
}
