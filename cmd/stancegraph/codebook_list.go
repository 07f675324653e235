package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

func newCodebookListCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "Print the issues, propositions and actors of the codebook in use",
		Long: `Prints the codebook of --codebook, else that of the store, else the built-in
one, with its IDs as filters and records name them.`,
		Args: exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			cb, err := a.codebookInUse(cmd)
			if err != nil {
				return err
			}
			if a.json {
				return printJSON(a.stdout, listCodebook(cb))
			}
			return a.writeOutput("-", func(w io.Writer) error { printCodebook(w, cb); return nil })
		},
	}
}

// codebookInUse is the codebook that other commands would use. A default store
// that is not there means the built-in one; one that was named and is not
// there is a mistake.
func (a *app) codebookInUse(cmd *cobra.Command) (*schema.Codebook, error) {
	_, err := os.Stat(a.store)
	if a.codebook != "" || err != nil && !cmd.Flags().Changed("store") {
		return a.fileCodebook()
	}
	var cb *schema.Codebook
	err = a.withStore(false, func(s *graph.Store) (err error) {
		cb, err = s.Codebook(cmd.Context())
		return err
	})
	return cb, err
}

// The shapes of --json.
type (
	listedCodebook struct {
		Codebook string        `json:"codebook"`
		Title    string        `json:"title"`
		Issues   []listedIssue `json:"issues"`
		Actors   []listedActor `json:"actors"`
	}
	listedIssue struct {
		ID           string              `json:"id"`
		Label        string              `json:"label"`
		Propositions []listedProposition `json:"propositions"`
	}
	listedProposition struct {
		ID     string   `json:"id"`
		Label  string   `json:"label"`
		Issues []string `json:"issues"`
		Cues   int      `json:"cues"`
	}
	listedActor struct {
		ID      string   `json:"id"`
		Kind    string   `json:"type"`
		Label   string   `json:"label"`
		Aliases []string `json:"aliases"`
		Groups  []string `json:"affiliations"`
	}
)

func listCodebook(cb *schema.Codebook) listedCodebook {
	list := listedCodebook{Codebook: cb.Ref(), Title: cb.Title, Issues: []listedIssue{}, Actors: []listedActor{}}
	for _, i := range cb.Issues {
		issue := listedIssue{i.ID, i.Label, []listedProposition{}}
		for _, p := range i.Propositions {
			issue.Propositions = append(issue.Propositions, listedProposition{p.ID, p.Label, p.Issues, len(p.Cues)})
		}
		list.Issues = append(list.Issues, issue)
	}
	for _, actor := range cb.Actors {
		list.Actors = append(list.Actors, listedActor{actor.ID, string(actor.Kind), actor.Label, append([]string{}, actor.Aliases...), affiliations(actor)})
	}
	return list
}

// affiliations are in words: "port, director, 2024-01-01 to 2025-06-30".
func affiliations(a schema.Actor) []string {
	list := []string{}
	for _, f := range a.Affiliations {
		s := f.Group
		if f.Role != "" {
			s += ", " + f.Role
		}
		if f.From != schema.MinDay {
			s += ", from " + f.From.String()
		}
		if f.Until != schema.MaxDay {
			s += ", until " + f.Until.String()
		}
		list = append(list, s)
	}
	return list
}

func printCodebook(w io.Writer, cb *schema.Codebook) {
	fmt.Fprintln(w, strings.TrimSpace(cb.Ref()+"  "+cb.Title))
	for _, i := range cb.Issues {
		fmt.Fprintf(w, "\n%s  %s\n", i.ID, i.Label)
		for _, p := range i.Propositions {
			fmt.Fprintf(w, "  %-28s %s%s\n", p.ID, p.Label, without(len(p.Cues)))
		}
	}
	fmt.Fprintln(w, "\nactors")
	for _, actor := range cb.Actors {
		fmt.Fprintf(w, "  %-18s %-13s %s\n", actor.ID, actor.Kind, strings.Join(append([]string{actor.Label}, actor.Aliases...), ", "))
		for _, f := range affiliations(actor) {
			fmt.Fprintf(w, "  %-18s %-13s %s\n", "", "", "of "+f)
		}
	}
}

func without(cues int) string {
	if cues > 0 {
		return ""
	}
	return "  (no cues)"
}
