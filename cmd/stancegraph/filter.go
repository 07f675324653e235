package main

import (
	"errors"
	"net/url"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
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
		list := &oneOrMany{many: p.Many, kind: p.Value}
		flag := cmd.Flags().VarPF(list, p.Name, "", help)
		if p.Flag {
			flag.NoOptDefVal, list.kind = p.Value, ""
		}
		f.values[p.Name] = &list.values
	}
	return f
}

// nearFlag suggests the flag that a flag that does not exist may have meant.
func nearFlag(cmd *cobra.Command, err error) string {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return ""
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return schema.DidYouMean("--"+unknown.GetSpecifiedName(), slices.Values(names))
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
