package explore

import (
	"fmt"
	"math"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/quads"
)

// value turns what a query gave into what JSON has.
func value(v any) (any, error) { return nested(v, 0) }

func nested(v any, depth int) (any, error) {
	if depth > MaxDepth {
		return nil, depthError("a value")
	}
	switch v := v.(type) {
	case nil, bool, int, int64:
		return v, nil
	case float64:
		return float(v), nil
	case string:
		return text(v), nil
	case quad.Value:
		return node(v), nil
	case time.Time:
		return v.UTC().Format(time.RFC3339), nil
	case []any:
		return list(v, depth)
	case []string:
		return list(v, depth)
	case []quad.Value:
		return list(v, depth)
	case []map[string]any:
		return list(v, depth)
	case map[string]any:
		return object(v, depth)
	}
	return nil, failed(0, 0, fmt.Sprintf("a value of type %T is no data", v), "emit texts, numbers, lists and objects")
}

func list[T any](items []T, depth int) (any, error) {
	out := make([]any, len(items))
	for i, item := range items {
		var err error
		if out[i], err = nested(item, depth+1); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func object(m map[string]any, depth int) (map[string]any, error) {
	out := make(map[string]any, len(m))
	for k, item := range m {
		v, err := nested(item, depth+1)
		if err != nil {
			return nil, err
		}
		out[text(k)] = v
	}
	return out, nil
}

// node is the plain value of a node of the graph.
func node(v quad.Value) any {
	switch v := plain(v).(type) {
	case nil:
		return nil
	case quad.Int:
		return int64(v)
	case quad.Float:
		return float(float64(v))
	case quad.Bool:
		return bool(v)
	case quad.Time:
		return time.Time(v).UTC().Format(time.RFC3339)
	case quad.String:
		return string(v)
	default: // an IRI or a blank node
		return v.String()
	}
}

// text is a text; one that is an IRI gets its prefix.
func text(s string) string {
	if len(s) > 2 && s[0] == '<' && s[len(s)-1] == '>' {
		return "<" + quads.Shorten(s[1:len(s)-1]) + ">"
	}
	return s
}

// float is a number, or a text for what JSON has no number for.
func float(x float64) any {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return fmt.Sprint(x)
	}
	return x
}
