package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
)

const plotHelp = `Draws the answers of matrix, timeline and network as pictures for papers, slides
and pages. Every picture has its title, a legend, the selection in words, and a
citation with the data version. Same store, same bytes.

The ending of -o FILE says the format: .svg (texts stay texts; for pages and for
editing), .pdf (for print), .png (two dots for every pixel). -o - writes to
standard output and needs --format.`

func newPlotCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "plot",
		Short: "Pictures of the matrix, of timelines and of networks: SVG, PNG, PDF",
		Long:  plotHelp,
		Example: `  stancegraph plot matrix -o matrix.pdf
  stancegraph plot matrix --issue territory --rows actors -o territory.svg
  stancegraph plot timeline --actor trump -o trump.pdf
  stancegraph plot network --network onemode --communities -o blocs.png`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.FParseErrWhitelist.UnknownFlags = true // of a misspelt picture, not its flags but its name is to blame
	cmd.AddCommand(newPlotMatrixCommand(a), newPlotTimelineCommand(a), newPlotNetworkCommand(a))
	return cmd
}

// plotFlags say where a picture goes, and what is written over it.
type plotFlags struct{ output, format, title string }

func addPlotFlags(cmd *cobra.Command) *plotFlags {
	f := &plotFlags{}
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "file to write, ending in .svg, .png or .pdf; - for standard output")
	cmd.Flags().StringVar(&f.format, "format", "", "svg, png or pdf (default: by the ending of -o)")
	cmd.Flags().StringVar(&f.title, "title", "", "title of the picture")
	return f
}

// kind is the format that was asked for. It is read before the store is, since
// a wrong ending should not cost a minute.
func (f *plotFlags) kind(a *app) (picture.Format, error) {
	switch {
	case a.json:
		return "", usage("use stancegraph matrix, timeline or network with --json", "--json: a picture has none")
	case f.format != "":
		return picture.ParseFormat(f.format)
	case f.output == "":
		return "", usage("for example -o picture.svg", "no -o FILE: say where the picture goes")
	case f.output == "-":
		return "", usage("add --format svg, png or pdf", "-o -: standard output has no ending that says the format")
	}
	return picture.FormatOf(f.output)
}

// plot asks a question, draws the answer and writes it.
func (a *app) plot(filter filterFlags, f *plotFlags, draw func(*ledger.Snapshot, questions.Filter) (*picture.Scene, error)) error {
	kind, err := f.kind(a)
	if err != nil {
		return err
	}
	if kind != picture.SVG && (f.output == "" || f.output == "-") && isTerminal(a.stdout) {
		return usage("add -o FILE."+string(kind), "--format %s is not for a terminal", kind)
	}
	return a.ask(filter, func(s *ledger.Snapshot, filter questions.Filter) error {
		scene, err := draw(s, filter)
		if err != nil {
			return err
		}
		if missing := scene.Missing(); missing != "" && kind != picture.SVG {
			fmt.Fprintf(a.stderr, "warning: %s has no letters for %q and shows boxes: take .svg\n", kind, missing)
		}
		return a.writeOutput(f.output, func(w io.Writer) error { return scene.Write(w, kind) })
	})
}

// caption is what stands around a picture. Its citation has the command that
// draws it again, without the names of files.
func (f *plotFlags) caption(s *ledger.Snapshot, title, sentence, command string) picture.Caption {
	if f.title != "" {
		title = f.title
	}
	return picture.Caption{Title: title, Sentence: sentence, Citation: citation(s) + " Made by: " + command + "."}
}

// citation names the data, the codebook and the program.
func citation(s *ledger.Snapshot) string {
	parts := []string{"Stancegraph " + programVersion()}
	if s.Codebook.Title != "" {
		parts = append(parts, s.Codebook.Title)
	}
	parts = append(parts, "data version "+s.Version)
	if s.Codebook.Name != "" {
		parts = append(parts, "codebook "+s.Codebook.Ref())
	}
	return strings.Join(parts, ", ") + "."
}
