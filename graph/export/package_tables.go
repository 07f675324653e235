package export

import (
	"strconv"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// The files of a package of CSV.
const (
	statementsFile   = "statements.csv"
	sourcesFile      = "sources.csv"
	annotationsFile  = "annotations.csv"
	codebooksFile    = "codebooks.csv"
	issuesFile       = "issues.csv"
	propositionsFile = "propositions.csv"
	actorsFile       = "actors.csv"
)

var sourceColumns = []columnOf[*schema.Source]{
	{Column{Name: "id", Help: "the SHA-256 of the text", Type: TypeText, Pattern: hash, Required: true}, func(s *schema.Source) string { return s.ID }},
	{Column{Name: "doc", Help: "the file name", Type: TypeText}, func(s *schema.Source) string { return s.Doc }},
	{Column{Name: "title", Help: "the title", Type: TypeText}, func(s *schema.Source) string { return s.Title }},
	{Column{Name: "author", Help: "the author", Type: TypeText}, func(s *schema.Source) string { return s.Author }},
	{Column{Name: "outlet", Help: "who published it", Type: TypeText}, func(s *schema.Source) string { return s.Outlet }},
	{Column{Name: "url", Help: "the address", Type: TypeText}, func(s *schema.Source) string { return s.URL }},
	{Column{Name: "kind", Help: "article, digest, speech, document or citation", Type: TypeText}, func(s *schema.Source) string { return s.Kind }},
	{Column{Name: "lang", Help: "the language, BCP 47", Type: TypeText}, func(s *schema.Source) string { return s.Lang }},
	{Column{Name: "published", Help: "when it was published, in EDTF", Type: TypeText, Pattern: edtf}, func(s *schema.Source) string { return s.Published.String() }},
	{Column{Name: "published_earliest", Help: "the first day that this may mean", Type: TypeDate, Derived: true}, func(s *schema.Source) string { return day(s.Published.Earliest()) }},
	{Column{Name: "published_latest", Help: "the last day that this may mean", Type: TypeDate, Derived: true}, func(s *schema.Source) string { return day(s.Published.Latest()) }},
	{Column{Name: "page_date", Help: "a date that the page prints and that is not the article's, in EDTF", Type: TypeText, Pattern: edtf}, func(s *schema.Source) string { return s.PageDate.String() }},
	{Column{Name: "date_rule", Help: "which rule chose published", Type: TypeText}, func(s *schema.Source) string { return s.DateRule }},
	{Column{Name: "retrieved", Help: "when it was fetched, in EDTF", Type: TypeText, Pattern: edtf}, func(s *schema.Source) string { return s.Retrieved.String() }},
	{Column{Name: "reader", Help: "which reader made the text; empty where it is the file's", Type: TypeText}, func(s *schema.Source) string { return s.Reader }},
	{Column{Name: "status", Help: "raw, proposed or coded", Type: TypeText, Pattern: words(schema.SourceStatuses), Required: true}, func(s *schema.Source) string { return string(s.Status) }},
	{Column{Name: "note", Help: "a note", Type: TypeText}, func(s *schema.Source) string { return s.Note }},
	{Column{Name: "rights", Help: "quote-only, or empty", Type: TypeText, Pattern: words(schema.AllRights)}, func(s *schema.Source) string { return string(s.Rights) }},
	{Column{Name: "extracted", Help: "the current extraction of each coder, a JSON list", Type: TypeJSON}, func(s *schema.Source) string { return list(s.Extracted) }},
	{Column{Name: "near_to", Help: "sources with nearly the same text, a JSON list", Type: TypeJSON}, func(s *schema.Source) string { return list(s.NearTo) }},
	{Column{Name: "text_file", Help: "the file with its text; empty where that is left out", Type: TypeText}, textFile},
}

// textFile is where in a package the text of a source is.
func textFile(s *schema.Source) string {
	if s.Withheld() {
		return ""
	}
	return "texts/" + s.ID + ".txt"
}

var annotationColumns = []columnOf[*schema.Annotation]{
	{Column{Name: "id", Help: "the annotation", Type: TypeText, Pattern: uuidWords, Required: true}, func(a *schema.Annotation) string { return a.ID }},
	{Column{Name: "doc", Help: "the file name of the source", Type: TypeText}, func(a *schema.Annotation) string { return a.Doc }},
	{Column{Name: "source", Help: "the SHA-256 of the source's text", Type: TypeText, Pattern: hash, Required: true}, func(a *schema.Annotation) string { return a.Source }},
	{Column{Name: "start", Help: "where the passage begins, in code points", Type: TypeCount, Required: true}, func(a *schema.Annotation) string { return strconv.Itoa(a.Start) }},
	{Column{Name: "end", Help: "where it ends, exclusive", Type: TypeCount, Required: true}, func(a *schema.Annotation) string { return strconv.Itoa(a.End) }},
	{Column{Name: "evidence", Help: "the passage, or a citation", Type: TypeText, Required: true}, func(a *schema.Annotation) string { return a.Evidence }},
	{Column{Name: "type", Help: "what it was called where it was coded", Type: TypeText}, func(a *schema.Annotation) string { return a.Type }},
	{Column{Name: "coder", Help: "who coded it", Type: TypeText, Required: true}, func(a *schema.Annotation) string { return a.Coder }},
	{Column{Name: "date", Help: "in EDTF", Type: TypeText, Pattern: edtf}, func(a *schema.Annotation) string { return a.Date.String() }},
	{Column{Name: "earliest", Help: "the first day that the date may mean", Type: TypeDate, Derived: true}, func(a *schema.Annotation) string { return day(a.Date.Earliest()) }},
	{Column{Name: "latest", Help: "the last day that the date may mean", Type: TypeDate, Derived: true}, func(a *schema.Annotation) string { return day(a.Date.Latest()) }},
	{Column{Name: "reason", Help: "why it is no statement", Type: TypeText}, func(a *schema.Annotation) string { return a.Reason }},
	{Column{Name: "variables", Help: "all that was coded, a JSON object", Type: TypeJSON}, func(a *schema.Annotation) string {
		if len(a.Variables) == 0 {
			return ""
		}
		return encode(a.Variables)
	}},
}

// codebookFile is a version of a codebook and where its file lies.
type codebookFile struct {
	*schema.Codebook
	number int
}

func (c codebookFile) path() string { return "codebooks/" + strconv.Itoa(c.number) + ".yaml" }

var codebookColumns = []columnOf[codebookFile]{
	{Column{Name: "file", Help: "where it lies", Type: TypeText, Required: true}, codebookFile.path},
	{Column{Name: "name", Help: "its name", Type: TypeText, Required: true}, func(c codebookFile) string { return c.Name }},
	{Column{Name: "version", Help: "its version; the last is the current one", Type: TypeText, Required: true}, func(c codebookFile) string { return c.Version }},
	{Column{Name: "title", Help: "its title", Type: TypeText}, func(c codebookFile) string { return c.Title }},
}

// named is an issue, a proposition or an actor as a row of a list.
type named struct{ id, label, short, of, kind, definition string }

var issueColumns = []columnOf[named]{idColumn, labelColumn, shortColumn, definitionColumn}

var propositionColumns = []columnOf[named]{idColumn, labelColumn, shortColumn,
	{Column{Name: "issues", Help: "the issues that it belongs to, a JSON list", Type: TypeJSON, Derived: true}, func(n named) string { return n.of }}, definitionColumn}

var actorColumns = []columnOf[named]{idColumn, labelColumn,
	{Column{Name: "kind", Help: "person, organisation, state, bloc, office, anonymous or analyst; empty where the codebook lacks the actor", Type: TypeText, Derived: true}, func(n named) string { return n.kind }},
	{Column{Name: "affiliations", Help: "groups with the days from and until, a JSON list", Type: TypeJSON, Derived: true}, func(n named) string { return n.of }}}

var (
	idColumn         = columnOf[named]{Column{Name: "id", Help: "as statements name it", Type: TypeText, Required: true, Derived: true}, func(n named) string { return n.id }}
	labelColumn      = columnOf[named]{Column{Name: "label", Help: "in words", Type: TypeText, Required: true, Derived: true}, func(n named) string { return n.label }}
	shortColumn      = columnOf[named]{Column{Name: "short", Help: "in few words", Type: TypeText, Derived: true}, func(n named) string { return n.short }}
	definitionColumn = columnOf[named]{Column{Name: "definition", Help: "what it means", Type: TypeText, Derived: true}, func(n named) string { return n.definition }}
)

// issuesOf, propositionsOf and actorsOf list what is in the current codebook,
// and what statements name beside it: every key leads somewhere.
func issuesOf(s *ledger.Snapshot) []named {
	l := newListing()
	for _, i := range s.Codebook.Issues {
		l.add(named{id: i.ID, label: i.Label, short: i.Short, definition: i.Definition})
	}
	for i := range s.Statements {
		l.name(s.Statements[i].Issue)
	}
	return l.list
}

func propositionsOf(s *ledger.Snapshot) []named {
	l := newListing()
	for _, i := range s.Codebook.Issues {
		for _, p := range i.Propositions {
			l.add(named{id: p.ID, label: p.Label, short: p.Short, of: list(p.Issues), definition: p.Definition})
		}
	}
	for i := range s.Statements {
		l.name(s.Statements[i].Proposition)
	}
	return l.list
}

func actorsOf(s *ledger.Snapshot) []named {
	l := newListing()
	for _, a := range s.Codebook.Actors {
		var groups []map[string]string
		for _, f := range a.Affiliations {
			groups = append(groups, map[string]string{"group": f.Group, "role": f.Role, "from": day(f.From), "until": day(f.Until)})
		}
		n := named{id: a.ID, label: a.Label, kind: string(a.Kind)}
		if len(groups) > 0 {
			n.of = encode(groups)
		}
		l.add(n)
	}
	for i := range s.Statements {
		st := &s.Statements[i]
		l.name(st.Actor)
		if st.OnBehalfOf != "" {
			l.name(st.OnBehalfOf)
		}
	}
	return l.list
}

// listing lists each ID once.
type listing struct {
	list []named
	seen map[string]bool
}

func newListing() *listing { return &listing{seen: map[string]bool{}} }

func (l *listing) add(n named) { l.list, l.seen[n.id] = append(l.list, n), true }

// name adds what the codebook lacks.
func (l *listing) name(id string) {
	if !l.seen[id] {
		l.add(named{id: id, label: (&schema.Codebook{}).ActorLabel(id)})
	}
}
