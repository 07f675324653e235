package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// ask reads the filter against the store and puts a question to it.
func (a *app) ask(filter filterFlags, question func(*ledger.Snapshot, questions.Filter) error) error {
	return a.withStore(false, func(s *graph.Store) error {
		snapshot := s.Snapshot()
		f, err := filter.parse(snapshot)
		if err != nil {
			return err
		}
		return question(snapshot, f)
	})
}

// reply asks a question and prints the answer: with show, or as JSON, under key
// if it has one.
func reply[T any](a *app, filter filterFlags, key string, question func(*ledger.Snapshot, questions.Filter) (T, error),
	show func(io.Writer, T, *schema.Codebook) error) error {
	return a.ask(filter, func(s *ledger.Snapshot, f questions.Filter) error {
		got, err := question(s, f)
		switch {
		case err != nil:
			return err
		case !a.json:
			return show(a.stdout, got, s.Codebook)
		case key != "":
			return printJSON(a.stdout, map[string]T{key: got})
		}
		return printJSON(a.stdout, got)
	})
}

// rowFlags say whose positions a question is about.
type rowFlags struct{ rows string }

func addRowFlags(cmd *cobra.Command) *rowFlags {
	f := &rowFlags{}
	cmd.Flags().StringVar(&f.rows, "rows", "", "groups (with those who speak for them) or actors (by themselves); default: groups, with --actor actors")
	return f
}

// of are the rows that were asked for. Whoever names an actor means that actor
// and not the group that it is heard for.
func (r *rowFlags) of(f questions.Filter) questions.Rows {
	switch {
	case r.rows != "":
		return questions.Rows(r.rows)
	case len(f.Actors) > 0:
		return questions.RowsActors
	}
	return questions.RowsGroups
}

func rowsText(rows questions.Rows) string {
	if rows == questions.RowsActors {
		return "actors by themselves"
	}
	return "groups with those who speak for them"
}
