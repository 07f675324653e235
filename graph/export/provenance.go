package export

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Provenance is what an export says of itself, so that it can be cited and
// made again. Empty fields are left out.
type Provenance struct {
	Title       string     `json:"title"`
	DataVersion string     `json:"data_version"`
	Codebook    string     `json:"codebook"`
	AsOf        schema.Day `json:"as_of"`
	Rule        string     `json:"rule"`
	Filter      url.Values `json:"filter"`
	Program     string     `json:"program"`
	Rights      string     `json:"rights,omitempty"` // what was left out for the rights of sources, in words
	Command     string     `json:"command"`          // that makes it again
}

// RightsSentence says what was left out for the rights of sources; "" where
// nothing was.
func RightsSentence(out ledger.Withheld) string {
	if out.Texts == 0 {
		return ""
	}
	return fmt.Sprintf("sources that are quote-only: %d, whose texts are left out; quotations of them that are cut to %d characters: %d",
		out.Texts, schema.QuotationLimit, out.Quotations)
}

// Lines are the provenance as "name: value" pairs, in a fixed order.
func (p Provenance) Lines() [][2]string {
	var lines [][2]string
	for _, l := range [][2]string{
		{"as of", p.AsOf.String()}, {"rule", p.Rule}, {"filter", p.filter()}, {"data version", p.DataVersion},
		{"codebook", p.Codebook}, {"rights", p.Rights}, {"program", p.Program}, {"made by", p.Command},
	} {
		if l[1] != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// Sentence is the provenance in one line of prose.
func (p Provenance) Sentence() string {
	var parts []string
	for _, l := range p.Lines() {
		parts = append(parts, l[0]+" "+l[1])
	}
	return fmt.Sprintf("Stancegraph: %s.", strings.Join(parts, "; "))
}

func (p Provenance) filter() string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(p.Filter)) {
		for _, value := range p.Filter[name] {
			parts = append(parts, name+"="+value)
		}
	}
	return strings.Join(parts, ", ")
}
