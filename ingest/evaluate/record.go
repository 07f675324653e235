package evaluate

import (
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Record is what the comparison needs of a statement. Reading is lenient: gold
// files of other projects have fields that a statement lacks and lack others.
type Record struct {
	Doc         string  `json:"doc"`
	Start       int     `json:"start"` // code points, inclusive
	End         int     `json:"end"`   // code points, exclusive
	Actor       string  `json:"actor"`
	Issue       string  `json:"issue"`
	Proposition string  `json:"proposition"`
	Stance      float64 `json:"stance"`
	Date        string  `json:"date"`
	Mode        string  `json:"mode"`
	Evidence    string  `json:"evidence"`
	Optional    bool    `json:"optional"`
}

// Load reads records from JSON Lines, one a line; blank lines are skipped. All
// lines that cannot be read are reported together, as schema.Problems with the
// name of the file and the line.
func Load(file string, r io.Reader) ([]Record, error) {
	var records []Record
	problems, err := schema.EachLine(r, file, func(line schema.Line) schema.Problems {
		rec, wrong := parse(line.Bytes)
		if wrong == nil {
			records = append(records, rec)
		}
		return wrong
	})
	if err != nil {
		return nil, err
	}
	return records, problems.Err("give a JSON Lines file with doc, start, end, actor, issue, proposition, stance and date on every line")
}

// parse reads one line and says which of the needed fields it lacks.
func parse(line []byte) (Record, schema.Problems) {
	var rec Record
	if err := json.Unmarshal(line, &rec); err != nil {
		return rec, schema.Problems{{Expected: fmt.Sprintf("expected one JSON statement: %v", err)}}
	}
	var has map[string]json.RawMessage
	if err := json.Unmarshal(line, &has); err != nil {
		return rec, schema.Problems{{Expected: fmt.Sprintf("expected one JSON object: %v", err)}}
	}
	for _, field := range []string{"doc", "start", "end", "actor", "issue", "proposition", "stance", "date"} {
		if _, ok := has[field]; !ok {
			return rec, schema.Problems{{Field: field, Expected: "missing"}}
		}
	}
	return rec, nil
}

// name is the document without folder and extension: the same article may be
// called by its path in one file and by its name in the other.
func (r Record) name() string {
	base := path.Base(strings.ReplaceAll(r.Doc, `\`, "/"))
	if ext := path.Ext(base); ext != base {
		base = strings.TrimSuffix(base, ext)
	}
	return base
}

// sign is -1, 0 or +1.
func (r Record) sign() int {
	switch {
	case r.Stance > 0:
		return 1
	case r.Stance < 0:
		return -1
	}
	return 0
}

// overlap is the number of code points that two passages share.
func overlap(g, p Record) int { return max(0, min(g.End, p.End)-max(g.Start, p.Start)) }
