package questions

import (
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// side is one side of a comparison: what is asked, and of which statements.
type side struct {
	name string
	s    *ledger.Snapshot
	f    Filter
	rows Rows
	row  string // the row that this side is; "" where the sides share their rows
}

// sides reads what is compared.
func (spec ComparisonSpec) sides(s *ledger.Snapshot, f Filter) (left, right side, err error) {
	r := &reader{s: s, name: "by"}
	oneOf(Comparisons)(r, string(spec.By))
	if err := r.err(); err != nil {
		return left, right, err
	}
	if err := spec.free(f); err != nil {
		return left, right, err
	}
	asOf := f.AsOfIn(s) // of the whole ledger, also where a side is a part of it
	f.AsOf, r.name = &asOf, string(spec.By)
	left, right = spec.side(r, f, spec.Left), spec.side(r, f, spec.Right)
	if err := r.err(); err != nil {
		return left, right, err
	}
	return left, right, spec.ordered(left, right)
}

// free refuses a filter that fixes what is compared.
func (spec ComparisonSpec) free(f Filter) error {
	fixed := map[By]struct {
		name string
		is   bool
	}{
		ByDate: {"as-of", f.AsOf != nil}, ByGroup: {"group", len(f.Groups) > 0}, ByActor: {"actor", len(f.Actors) > 0},
		ByOutlet: {"outlet", len(f.Outlets) > 0}, ByCoder: {"coder", len(f.Coders) > 0},
	}[spec.By]
	if fixed.is {
		return schema.Errorf(schema.KindUsage, "leave it out: the two sides say it", "%s is what is compared, and the filter fixes it", fixed.name)
	}
	return nil
}

// ordered refuses sides that are the same, and dates in the wrong order.
func (spec ComparisonSpec) ordered(left, right side) error {
	switch {
	case left.name == right.name:
		return schema.Errorf(schema.KindUsage, "give two that differ", "both sides of the comparison are %s", left.name)
	case spec.By == ByDate && *left.f.AsOf > *right.f.AsOf:
		return schema.Errorf(schema.KindUsage, "give the earlier date first", "%s is after %s", left.name, right.name)
	}
	return nil
}

// side reads one side; what is wrong with it is collected by the reader.
func (spec ComparisonSpec) side(r *reader, f Filter, value string) side {
	sd := side{name: value, s: r.s, f: f, rows: spec.Rows}
	switch spec.By {
	case ByDate:
		if d := r.day([]string{value}); d != nil {
			sd.f.AsOf = d
		}
	case ByGroup:
		sd.rows, sd.row = RowsGroups, r.group(value)
		if a, ok := r.s.Codebook.Actor(sd.row); ok && !a.Kind.IsGroup() {
			r.bad(value, "expected a state, bloc, organisation or office; compare persons as actors")
		}
		sd.name = sd.row
	case ByActor:
		sd.rows, sd.row = RowsActors, r.actor(value)
		sd.name = sd.row
	case ByOutlet:
		sd.name = r.outlet(value)
		sd.f.Outlets = []string{sd.name}
	case ByCoder:
		sd.name = r.coder(value)
		sd.s = codedBy(r.s, sd.name)
	case ByCodebook:
		sd.name = r.codebook(value)
		sd.s = codedWith(r.s, sd.name)
	}
	return sd
}

func (r *reader) codebook(value string) string {
	known := named{}
	for i := range r.s.Statements {
		ref := r.s.Statements[i].Codebook
		known[ref] = ref
	}
	return r.find("codebook", value, known)
}

// isCoder reports whether a statement is of a coder, named with or without its
// version.
func isCoder(st *schema.Statement, name string) bool {
	return st.Coder == name || st.CoderName() == name
}

// codedBy is the ledger as if one coder had coded alone: what others accepted,
// revised or left untaken has no part in it. A version that is asked for by
// name is not superseded by a newer one.
func codedBy(s *ledger.Snapshot, coder string) *ledger.Snapshot {
	versioned := strings.Contains(coder, "/")
	return alone(s, func(st *schema.Statement) bool { return isCoder(st, coder) },
		func(string) bool { return !versioned })
}

// codedWith is the ledger as if one version of the codebook were all there is.
func codedWith(s *ledger.Snapshot, codebook string) *ledger.Snapshot {
	return alone(s, func(st *schema.Statement) bool { return st.Codebook == codebook }, func(extraction string) bool {
		_, with := ledger.SplitExtraction(extraction)
		return with == codebook
	})
}

// alone is a ledger of some statements only, with the extractions that may
// supersede among them.
func alone(s *ledger.Snapshot, keep func(*schema.Statement) bool, extraction func(string) bool) *ledger.Snapshot {
	var statements []schema.Statement
	for i := range s.Statements {
		if keep(&s.Statements[i]) {
			statements = append(statements, s.Statements[i])
		}
	}
	var sources []schema.Source
	for _, id := range slices.Sorted(maps.Keys(s.Sources)) {
		src := *s.Sources[id]
		if src.Status == schema.SourceCoded {
			src.Status = schema.SourceProposed
		}
		src.Extracted = slices.DeleteFunc(slices.Clone(src.Extracted), func(e string) bool { return !extraction(e) })
		sources = append(sources, src)
	}
	return ledger.Build(s.Codebook, sources, statements)
}
