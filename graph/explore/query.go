package explore

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// Language is a query language.
type Language string

// The languages, each with its reference in docs/queries.md.
const (
	Gizmo   Language = "gizmo"
	GraphQL Language = "graphql"
)

// Languages are all of them; the first is the default.
var Languages = []Language{Gizmo, GraphQL}

// Query is one question.
type Query struct {
	Language Language // "" is Gizmo
	Text     string
	Limits   Limits // zero values are the defaults
}

// Row is one row of an answer by column. Values are what JSON has: texts,
// numbers (json.Number), booleans, lists and objects. IRIs are texts in angle
// brackets, with prefixes: "<actor:peskov>".
type Row map[string]any

// Result is the answer to a query.
type Result struct {
	Language  Language      `json:"language"`
	Columns   []string      `json:"columns"` // id first, then by name
	Rows      []Row         `json:"rows"`
	Truncated string        `json:"truncated"` // why rows are missing: "rows" or "size"; "" when none are
	Note      string        `json:"note"`      // for a person: what was cut, or what to do about an empty answer
	Elapsed   time.Duration `json:"-"`
}

// Text is a value of a row as a text; lists and objects are JSON.
func Text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []any, map[string]any:
		var b strings.Builder
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		_ = enc.Encode(v) // it came from JSON
		return strings.TrimSpace(b.String())
	}
	return fmt.Sprint(v)
}

// The values of Truncated.
const (
	TruncatedRows = "rows" // there were more than the limit
	TruncatedSize = "size" // they were larger than the limit
)

// check completes a query with the defaults, or says what is wrong with it.
func (q Query) check() (Query, error) {
	if q.Language == "" {
		q.Language = Gizmo
	}
	if !slices.Contains(Languages, q.Language) {
		return q, schema.Errorf(schema.KindUsage, "the languages are gizmo and graphql", "query language %q is not known", q.Language)
	}
	if strings.TrimSpace(q.Text) == "" {
		return q, schema.Errorf(schema.KindUsage, "begin with one of the examples: stancegraph query --examples, or the page of the queries", "the query is empty")
	}
	if len(q.Text) > MaxText {
		return q, schema.Errorf(schema.KindInput, "shorten it, or ask several questions", "the query has %d bytes, at most %d are read: %w", len(q.Text), MaxText, ErrLimit)
	}
	var err error
	q.Limits, err = q.Limits.check()
	return q, err
}
