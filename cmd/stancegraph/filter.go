package main

import (
	"net/url"
	"slices"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// filterFlags are the flags of the filter that all questions share. They carry
// the names of the URL query and are read by the same codec.
type filterFlags struct{ values map[string]*[]string }

// addFilterFlags adds them, but for those that a command reads otherwise.
func addFilterFlags(cmd *cobra.Command, without ...string) filterFlags {
	f := filterFlags{values: map[string]*[]string{}}
	for _, p := range questions.Parameters() {
		if slices.Contains(without, p.Name) {
			continue
		}
		help := p.Help
		if p.Many {
			help += " (repeatable)"
		}
		list := cmd.Flags().VarPF(&oneOrMany{many: p.Many, kind: p.Value}, p.Name, "", help).Value.(*oneOrMany)
		f.values[p.Name] = &list.values
	}
	return f
}

// oneOrMany is a flag that keeps its values as given: commas belong to them.
type oneOrMany struct {
	values []string
	many   bool
	kind   string
}

func (o *oneOrMany) String() string { return "" }

func (o *oneOrMany) Type() string { return o.kind }

func (o *oneOrMany) Set(v string) error {
	if !o.many && len(o.values) > 0 {
		return usage("give it once", "it takes one value, got %q and %q", o.values[0], v)
	}
	o.values = append(o.values, v)
	return nil
}

func (f filterFlags) parse(s *ledger.Snapshot) (questions.Filter, error) {
	values := url.Values{}
	for name, list := range f.values {
		if len(*list) > 0 {
			values[name] = *list
		}
	}
	return questions.ParseFilter(values, s)
}
