package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// BuildMatrix returns the matrix that is asked for. Rows are in the order of
// the codebook, unregistered actors after them by ID; columns likewise. A row
// or column is left out when no statement of it passes the filter on any
// as-of date. A brief matrix may be shared with others who ask for it, and must
// not be changed.
//
// Errors are of kind usage for a bad filter or spec, not-found for an issue
// that does not exist.
func BuildMatrix(s *ledger.Snapshot, f Filter, spec MatrixSpec) (Matrix, error) {
	if err := spec.check(s, f); err != nil {
		return Matrix{}, err
	}
	b := newMatrixBuilder(s, f, spec)
	if spec.Issue != "" || !spec.Brief || spec.some() || len(b.holders)*len(b.layout.columns) > mostRememberedCells {
		return b.matrix(), nil
	}
	return remembered(s, "matrix", f, string(spec.Rows), b.matrix), nil
}

// mostRememberedCells is how many cells a matrix may have that is remembered.
const mostRememberedCells = 2000

func (b *matrixBuilder) matrix() Matrix {
	m := Matrix{AsOf: b.f.AsOfIn(b.s), Rule: b.f.rule(), HalfLife: b.f.shownHalfLife(), Issue: b.spec.Issue, Version: b.s.Version, Rows: []Row{}, Columns: []Column{}}
	if b.spec.Issue == "" {
		b.byIssue(&m)
	} else {
		b.byProposition(&m)
	}
	return m
}

// some reports whether rows or columns are picked by name.
func (spec MatrixSpec) some() bool { return spec.OnlyRows != nil || spec.OnlyColumns != nil }

func (spec MatrixSpec) check(s *ledger.Snapshot, f Filter) error {
	if err := f.Check(); err != nil {
		return err
	}
	r := &reader{name: "rows"}
	oneOf([]Rows{RowsGroups, RowsActors})(r, string(spec.Rows))
	r.notNegative("columns", spec.Columns)
	r.notNegative("page", spec.Page)
	if err := r.err(); err != nil || spec.Issue == "" {
		return err
	}
	return known("issue", spec.Issue, issueNames(s))
}

// known is an error of kind not-found when an ID names nothing.
func known(what, id string, all named) error {
	if _, ok := all[id]; ok {
		return nil
	}
	return schema.Errorf(schema.KindNotFound, "check the ID", "no %s %q%s", what, id, near(id, all))
}

// matrixBuilder knows the rows and columns that there may be.
type matrixBuilder struct {
	s       *ledger.Snapshot
	c       *ledger.Columns
	f       Filter
	spec    MatrixSpec
	layout  *layout
	shown   []bool // by column: the filter lets it be one
	skip    []bool // by class: it has no shown column
	holders []*holder
	shared  bool // a statement may be in the pools of several rows
}

func newMatrixBuilder(s *ledger.Snapshot, f Filter, spec MatrixSpec) *matrixBuilder {
	b := &matrixBuilder{s: s, c: s.Columns(), f: f, spec: spec, layout: layoutOf(s, spec.Issue)}
	b.shown, b.skip = make([]bool, len(b.layout.columns)), make([]bool, len(b.layout.classes))
	for i, c := range b.layout.columns {
		// Asked for some issues, a proposition must not show in another of its own.
		if spec.Issue == "" {
			b.shown[i] = allowed(f.Issues, f.Not.Issues, c.ID)
		} else {
			b.shown[i] = allowed(f.Propositions, f.Not.Propositions, c.ID)
		}
		b.shown[i] = b.shown[i] && among(spec.OnlyColumns, c.ID)
	}
	for class, columns := range b.layout.classes {
		b.skip[class] = !slices.ContainsFunc(columns, func(c int32) bool { return b.shown[c] })
	}
	// Asked for some actors by themselves, nobody else is heard.
	all := holdersOf(s, spec.Rows)
	for i := range all {
		if among(spec.OnlyRows, all[i].id) && (spec.Rows == RowsGroups || allowed(f.Actors, f.Not.Actors, all[i].id)) {
			b.holders = append(b.holders, &all[i])
			b.shared = b.shared || !all[i].alone(b.c)
		}
	}
	return b
}

// among reports whether an ID is one of some, or nobody picked any.
func among(some []string, id string) bool { return some == nil || slices.Contains(some, id) }

func (b *matrixBuilder) row(h *holder, cells []Cell, counted int) Row {
	r := Row{ID: h.id, Label: h.label, Cells: cells, Counted: counted}
	if a, ok := b.s.Codebook.Actor(h.id); ok {
		r.Kind = a.Kind
	}
	return r
}

// hearings calls with the pools of a row that some shown column is about.
func (b *matrixBuilder) hearings(h *holder, call func(class uint32, one hearing)) {
	if h.alone(b.c) {
		b.ownRuns(h.code, func(class, proposition uint32, from, to int) {
			call(class, hearing{who: h.code, proposition: proposition, from: from, to: to})
		})
		return
	}
	h.hearings(b.c, func(one hearing) {
		if class := b.layout.class[one.proposition]; !b.skip[class] {
			call(class, one)
		}
	})
}

// ownRuns is hearings for who is heard alone.
func (b *matrixBuilder) ownRuns(actor uint32, call func(class, proposition uint32, from, to int)) {
	if actor == silent {
		return
	}
	classes, skip := b.layout.class, b.skip
	for run, end := b.c.RunsOf(actor); run < end; run++ {
		p := b.c.Runs[run].Proposition
		if class := classes[p]; !skip[class] {
			from, to := b.c.Bounds(run)
			call(class, p, from, to)
		}
	}
}

// position is where a holder stands on what its panel has just judged.
func (b *matrixBuilder) position(p *panel, h *holder, issue string) Position {
	return positionOf(b.s, b.f, Position{Actor: h.id, Group: b.spec.Rows == RowsGroups, Issue: issue,
		Proposition: b.c.Propositions.Text(p.cell.proposition)}, p.counted(), p.left.list())
}
