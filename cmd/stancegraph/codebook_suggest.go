package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/ingest/suggest"
	"github.com/stancegraph/stancegraph/schema"
)

func newCodebookSuggestCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "suggest [STATEMENTS.jsonl...]",
		Short: "Propose cues and aliases that coded statements have and the codebook lacks",
		Long: `Proposes cues and aliases for the codebook in use (--codebook, else that of the
store), as YAML to paste, each with its counts and a passage. It learns from
coded statements in JSON Lines files; without files, from the statements of the
store that a person has accepted.

A cue is a run of one to four words, proposed when a passage of the proposition
is more likely to have it than another passage (log odds ratio in standard
errors, 1.28 or more) and it finds passages that no cue finds yet. An alias is a
capitalised name that goes with an actor in the same way, or is spelt like a
name that the actor has.`,
		RunE: func(cmd *cobra.Command, files []string) error {
			cb, coded, err := a.codedStatements(cmd, files)
			if err != nil {
				return err
			}
			cues, aliases := suggest.Cues(cb, coded), suggest.Aliases(cb, coded)
			if a.json {
				return printJSON(a.stdout, suggestions{cb.Ref(), len(coded), append([]suggest.Cue{}, cues...), append([]suggest.Alias{}, aliases...)})
			}
			fmt.Fprintf(a.stderr, "codebook %s, %s: %s and %s proposed\n", cb.Ref(), plural(len(coded), "statement"), plural(len(cues), "cue"), plural(len(aliases), "name"))
			return a.writeOutput("-", func(w io.Writer) error { return suggest.Write(w, cues, aliases) })
		},
	}
}

// suggestions is the shape of --json.
type suggestions struct {
	Codebook   string          `json:"codebook"`
	Statements int             `json:"statements"`
	Cues       []suggest.Cue   `json:"cues"`
	Names      []suggest.Alias `json:"names"`
}

func (a *app) codedStatements(cmd *cobra.Command, files []string) (*schema.Codebook, []suggest.Coded, error) {
	var coded []suggest.Coded
	for _, file := range files {
		list, err := loaded(a, file, suggest.Load)
		if err != nil {
			return nil, nil, err
		}
		coded = append(coded, list...)
	}
	if len(files) > 0 {
		cb, err := a.codebookInUse(cmd)
		return cb, coded, err
	}
	var cb *schema.Codebook
	err := a.withStore(false, func(s *graph.Store) (err error) {
		cb, coded, err = a.accepted(cmd.Context(), s)
		return err
	})
	return cb, coded, err
}

// accepted are the statements of a store that a person has accepted. What a
// program proposed only says what the codebook finds already.
func (a *app) accepted(ctx context.Context, s *graph.Store) (*schema.Codebook, []suggest.Coded, error) {
	cb, err := s.Codebook(ctx)
	if a.codebook != "" {
		cb, err = a.fileCodebook()
	}
	if err != nil {
		return nil, nil, err
	}
	var coded []suggest.Coded
	for st, err := range s.Statements(ctx) {
		if err != nil {
			return nil, nil, err
		}
		if st.Status == schema.StatusAccepted {
			coded = append(coded, suggest.Of(&st))
		}
	}
	if len(coded) == 0 {
		return nil, nil, schema.Errorf(schema.KindNotFound, "accept some with stancegraph review, or name files with coded statements",
			"the store at %s has no statement that a person has accepted", a.store)
	}
	return cb, coded, nil
}
