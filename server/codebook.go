package server

import (
	"io"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// codebookPage is the codebook as people read it: what a statement may name,
// each entry beside how much was coded with it.
type codebookPage struct {
	*schema.Codebook
	Begin      bool // there is no codebook yet
	Issues     []codebookIssue
	Kinds      []codebookKind
	Warnings   []string
	Statements int
	Older      int // statements coded by other versions
}

type codebookIssue struct {
	catalogIssue
	URL   string
	Props []codebookProposition
}

type codebookProposition struct {
	catalogProposition
	URL  string
	Also []issueLink // other issues that it belongs to
}

type codebookKind struct {
	Label  string
	Actors []codebookActor
}

type codebookActor struct {
	actorItem
	Aliases      []string
	Affiliations []affiliationView
}

func codebook(r *request) (*page, error) {
	var l links
	cb := r.snap.Codebook
	v := codebookPage{Codebook: cb, Begin: cb.Name == "", Statements: len(r.snap.Statements)}
	for i := range r.snap.Statements {
		if r.snap.Statements[i].Codebook != cb.Ref() {
			v.Older++
		}
	}
	for _, i := range catalog(r.snap) {
		v.Issues = append(v.Issues, r.codebookIssue(l, i))
	}
	v.Kinds = r.codebookKinds(l)
	for _, w := range cb.Warnings {
		v.Warnings = append(v.Warnings, w.String())
	}
	p := &page{
		template: "codebook", title: "Codebook", view: v, path: l.Codebook(), data: codebookAnswerOf(v, r.snap.Version),
		table: func(w io.Writer) error { return writeCodebook(w, v) },
	}
	if cb.Name != "" {
		p.cite = "codebook " + cb.Ref()
		p.files = map[format]func(io.Writer) error{formatYAML: func(w io.Writer) error {
			_, err := io.WriteString(w, cb.YAML)
			return err
		}}
	}
	return p, nil
}

func (r *request) codebookIssue(l links, i catalogIssue) codebookIssue {
	v := codebookIssue{catalogIssue: i, URL: l.Issue(i.ID)}
	for _, p := range i.Props {
		one := codebookProposition{catalogProposition: p, URL: l.Proposition(p.ID)}
		for _, other := range p.Issues {
			if other != i.ID {
				one.Also = append(one.Also, issueLink{issueLabel(r.snap.Codebook, other), l.Issue(other)})
			}
		}
		v.Props = append(v.Props, one)
	}
	return v
}

// codebookKinds are all actors under the heads of the list of actors.
func (r *request) codebookKinds(l links) []codebookKind {
	items := r.actorItems(l)
	var list []codebookKind
	for _, k := range kindLabels {
		kind := codebookKind{Label: k.label}
		for _, item := range items {
			if item.Kind != k.kind {
				continue
			}
			of := actorPage{actorItem: item}
			r.affiliations(l, &of)
			kind.Actors = append(kind.Actors, codebookActor{item, of.Aliases, of.Affiliations})
		}
		if len(kind.Actors) > 0 {
			list = append(list, kind)
		}
	}
	return list
}

// writeCodebook prints one entry a row.
func writeCodebook(w io.Writer, v codebookPage) error {
	t := table{head: []string{"entry", "id", "label", "definition", "belongs_to", "registered", "statements"}}
	for _, i := range v.Issues {
		t.rows = append(t.rows, []string{"issue", i.ID, i.Label, i.Definition, "", strconv.FormatBool(i.Registered), strconv.Itoa(i.Statements())})
		for _, p := range i.Props {
			t.rows = append(t.rows, []string{"proposition", p.ID, p.Label, p.Definition, strings.Join(p.Issues, " "), strconv.FormatBool(p.Registered), strconv.Itoa(p.Statements)})
		}
	}
	for _, k := range v.Kinds {
		for _, a := range k.Actors {
			t.rows = append(t.rows, []string{"actor", a.ID, a.Label, "", string(a.Kind), strconv.FormatBool(a.Registered), strconv.Itoa(a.Statements)})
		}
	}
	return t.write(w)
}
