package main

import (
	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
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
