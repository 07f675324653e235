package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/ingest/attribute/said"
	"github.com/stancegraph/stancegraph/ingest/read"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

func newAttributeCommand(a *app) *cobra.Command {
	var how reading
	var lines, nested bool
	var output string
	cmd := &cobra.Command{
		Use:   "attribute FILE...",
		Short: "Print who said what in articles, as passages",
		Long: `Prints one JSON object per article: its id (the file name without extension) and
its attributions, each with the passages that name the source, that relate source
and content (the cue), and that hold the content. Passages are code points into
the text as read, end exclusive.

With --jsonl the files hold one article a line, {"id": …, "text": …}. Reports
inside a report ("Ann said that Bob told Carl that …") are part of the outer
one's content; --nested prints them too, each with "within", the number of the
attribution that relays it.`,
		Args: atLeast(1, "at least one file or folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			if lines {
				texts, err := a.readTexts(args)
				if err != nil {
					return err
				}
				return a.writeOutput(output, func(w io.Writer) error { return writeTexts(w, texts, nested) })
			}
			art, err := a.checkArticles(args, how, func(*schema.Source) {})
			if err != nil {
				return err
			}
			return a.writeOutput(output, func(w io.Writer) error { return a.writeArticles(w, art, nested) })
		},
	}
	how.flags(cmd)
	cmd.Flags().BoolVar(&lines, "jsonl", false, "read JSON Lines files with id and text")
	cmd.Flags().BoolVar(&nested, "nested", false, "print reports inside reports too")
	cmd.Flags().StringVarP(&output, "output", "o", "", "file to write (default: standard output)")
	return cmd
}

// writeArticles prints a line for every article, also for two of the same text.
// The rules are rules of English: others have no attributions.
func (a *app) writeArticles(w io.Writer, art articles, nested bool) error {
	for _, path := range art.paths {
		for src, err := range art.reader.Sources(path) {
			if err != nil {
				return err
			}
			text := src.Text
			if src.IsForeign() {
				fmt.Fprintf(a.stderr, "%s: not in English (%s): no attributions\n", src.Doc, read.LanguageName(src.Lang))
				text = ""
			}
			name := filepath.Base(src.Doc)
			if err := writeAttributions(w, strings.TrimSuffix(name, filepath.Ext(name)), text, nested); err != nil {
				return err
			}
		}
	}
	return nil
}

// attributionLine is one line of the output.
type attributionLine struct {
	ID           string            `json:"id"`
	Attributions []attributionSpan `json:"attributions"`
}

type attributionSpan struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
	Within  *int     `json:"within,omitempty"`
}

func writeAttributions(w io.Writer, id, raw string, nested bool) error {
	text := segment.Segment(raw)
	line := attributionLine{ID: id, Attributions: []attributionSpan{}}
	for _, x := range said.Find(text) {
		if x.Within >= 0 && !nested {
			continue
		}
		span := attributionSpan{Source: said.Points(text, x.Source), Cue: said.Points(text, x.Cue), Content: said.Points(text, x.Content)}
		if x.Within >= 0 {
			span.Within = &x.Within
		}
		line.Attributions = append(line.Attributions, span)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return writing("attributions", enc.Encode(line))
}
