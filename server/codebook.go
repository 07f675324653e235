package server

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// codebookPage is the codebook as people read it: what a statement may name,
// each entry beside how much was coded with it.
type codebookPage struct {
	*schema.Codebook
	Begin      bool // there is no codebook yet
	Only       bool // one of its issues, by pages
	Pager      pager
	Issues     []codebookIssue
	Kinds      []codebookKind
	Warnings   []string
	Statements int
	Older      int // statements coded by other versions
}

type codebookIssue struct {
	catalogIssue
	URL    string
	Of     int    // propositions, shown or not
	Said   int    // statements on all of them
	AllURL string // the pages with all of them
	Props  []codebookProposition
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

// entriesShown is how many propositions a page of one issue shows.
const entriesShown = 50

// codebook is the whole of a small codebook. Of an issue with very many
// propositions it shows some, and all of them by pages where it is named.
func codebook(r *request) (*page, error) {
	number, err := r.whole("page", 1, 1)
	if err != nil {
		return nil, err
	}
	only := r.query.Get("issue")
	all := catalog(r.snap)
	if only != "" {
		if all = slices.DeleteFunc(slices.Clone(all), func(i catalogIssue) bool { return i.ID != only }); len(all) == 0 {
			return nil, missing("issue", only, "the codebook lists all of them: /codebook")
		}
	}
	v := r.codebookHead()
	v.Only = only != ""
	for _, i := range all {
		one := i
		if v.Only {
			one.Props, v.Pager = cut(i.Props, number, entriesShown, "propositions", func(page int) string { return codebookPlace(only).onPage(page).at(nil) })
		} else {
			one.Props = i.mostSaid(propositionsListed)
		}
		v.Issues = append(v.Issues, r.codebookIssue(one, i))
	}
	if !v.Only {
		v.Kinds = r.codebookKinds(links{})
	}
	p := &page{
		template: "codebook", title: "Codebook", view: v, path: codebookPlace(only).onPage(v.Pager.Page).at(nil),
		whole: func() any { return codebookAnswerOf(r.wholeCodebook(), r.snap.Version) },
		table: func(w io.Writer) error { return writeCodebook(w, r.wholeCodebook()) },
	}
	if cb := r.snap.Codebook; cb.Name != "" {
		p.cite = "codebook " + cb.Ref()
		p.files = map[format]func(io.Writer) error{formatYAML: func(w io.Writer) error {
			_, err := io.WriteString(w, cb.YAML)
			return err
		}}
	}
	return p, nil
}

// codebookPlace is the page of the codebook, or of one of its issues.
func codebookPlace(issue string) place { return place{path: links{}.Codebook()}.with("issue", issue) }

// codebookHead is what stands above the entries.
func (r *request) codebookHead() codebookPage {
	cb := r.snap.Codebook
	v := codebookPage{Codebook: cb, Begin: cb.Name == "", Statements: len(r.snap.Statements), Older: codedByOthers(r.snap)}
	for _, w := range cb.Warnings {
		v.Warnings = append(v.Warnings, w.String())
	}
	return v
}

// codedByOthers counts the statements that another version of the codebook
// coded, once for a snapshot.
func codedByOthers(s *ledger.Snapshot) int {
	type key struct{}
	return s.Derived(key{}, func() any {
		n, ref := 0, s.Codebook.Ref()
		for i := range s.Statements {
			if s.Statements[i].Codebook != ref {
				n++
			}
		}
		return n
	}).(int)
}

// wholeCodebook has every entry, for files and programs.
func (r *request) wholeCodebook() codebookPage {
	v := r.codebookHead()
	for _, i := range catalog(r.snap) {
		v.Issues = append(v.Issues, r.codebookIssue(i, i))
	}
	v.Kinds = r.codebookKinds(links{})
	return v
}

// codebookIssue shows some of the propositions of an issue.
func (r *request) codebookIssue(i, whole catalogIssue) codebookIssue {
	var l links
	v := codebookIssue{catalogIssue: i, URL: l.Issue(i.ID), Of: len(whole.Props), Said: whole.Statements(), AllURL: codebookPlace(i.ID).at(nil)}
	for _, p := range i.Props {
		one := codebookProposition{catalogProposition: p, URL: l.Proposition(p.ID)}
		for _, other := range p.Issues {
			if other != i.ID {
				one.Also = append(one.Also, issueLink{r.snap.Codebook.IssueLabel(other), l.Issue(other)})
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
			aliases, held := r.affiliations(l, item.ID)
			kind.Actors = append(kind.Actors, codebookActor{item, aliases, held})
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
