package evaluate

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/stancegraph/stancegraph/schema"
)

// Spans are passages in code points, end exclusive.
type Spans [][2]int

// Attribution is who said what in one article: the words that name the source,
// the words that relate the two, the words of the content.
type Attribution struct {
	Source  Spans `json:"source"`
	Cue     Spans `json:"cue"`
	Content Spans `json:"content"`
}

// Attributed is an article with its attributions; predictions have no text.
type Attributed struct {
	ID           string        `json:"id"`
	Text         string        `json:"text"`
	Attributions []Attribution `json:"attributions"`
}

// LoadAttributed reads articles with attributions from JSON Lines. All lines
// that cannot be read are reported together, with the name of the file.
func LoadAttributed(file string, r io.Reader) ([]Attributed, error) {
	return loadAttributed(file, r, parseAttributed)
}

// LoadGold is LoadAttributed for what others are compared with: every line must
// have its text.
func LoadGold(file string, r io.Reader) ([]Attributed, error) {
	return loadAttributed(file, r, func(line []byte) (Attributed, schema.Problems) {
		rec, wrong := parseAttributed(line)
		if wrong == nil && rec.Text == "" {
			wrong = schema.Problems{{Field: "text", Expected: "missing"}}
		}
		return rec, wrong
	})
}

func loadAttributed(file string, r io.Reader, parse func(line []byte) (Attributed, schema.Problems)) ([]Attributed, error) {
	var list []Attributed
	seen := map[string]bool{}
	problems, err := schema.EachLine(r, file, func(line schema.Line) schema.Problems {
		rec, wrong := parse(line.Bytes)
		if wrong == nil && seen[rec.ID] {
			wrong = schema.Problems{{Field: "id", Value: rec.ID, Expected: "each article once"}}
		}
		if wrong == nil {
			seen[rec.ID] = true
			list = append(list, rec)
		}
		return wrong
	})
	if err != nil {
		return nil, err
	}
	return list, problems.Err(`give a JSON Lines file with id, attributions and, for gold, text on every line, as "stancegraph attribute" prints`)
}

func parseAttributed(line []byte) (Attributed, schema.Problems) {
	var rec Attributed
	if err := json.Unmarshal(line, &rec); err != nil {
		return rec, schema.Problems{{Expected: fmt.Sprintf("expected one article with attributions: %v", err)}}
	}
	switch {
	case rec.ID == "":
		return rec, schema.Problems{{Field: "id", Expected: "missing"}}
	case rec.Attributions == nil:
		return rec, schema.Problems{{Field: "attributions", Expected: "missing"}}
	}
	return rec, nil
}
