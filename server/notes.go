package server

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// note is what somebody wrote about a statement or about a whole source.
type note struct {
	ID        string      `json:"id"`
	Source    string      `json:"source"`
	Statement string      `json:"statement"` // "" where it is about the whole source
	Coder     string      `json:"coder"`     // who wrote it
	Date      schema.Date `json:"date"`      // the day on which it was written
	Text      string      `json:"text"`
	Revises   string      `json:"revises"` // the note that it takes the place of; "" where it is the first
}

func noteOf(a *schema.Annotation) note {
	return note{a.ID, a.Source, a.Variables[schema.NoteStatement], a.Coder, a.Date, a.Variables[schema.NoteText], a.Variables[schema.NoteRevises]}
}

// Anchor is the place of the note on a page.
func (n note) Anchor() string { return "n-" + n.ID }

// notesOf are the notes that stand, by the ID of what they are about: those on
// a statement stand under its source, too. The oldest day comes first.
type notesOf map[string][]note

// on are the notes on a statement or a source, never nil.
func (n notesOf) on(id string) []note {
	if list := n[id]; list != nil {
		return list
	}
	return []note{}
}

func notesIn(s *ledger.Snapshot) notesOf {
	type key struct{}
	return s.Derived(key{}, func() any {
		notes, past := notesOf{}, replaced(s)
		for i := range s.Annotations {
			if a := &s.Annotations[i]; a.IsNote() && a.Variables[schema.NoteText] != "" && !past[a.ID] {
				notes.add(noteOf(a))
			}
		}
		for _, list := range notes {
			slices.SortFunc(list, func(a, b note) int {
				return cmp.Or(cmp.Compare(a.Date.Latest(), b.Date.Latest()), strings.Compare(a.ID, b.ID))
			})
		}
		return notes
	}).(notesOf)
}

func (n notesOf) add(one note) {
	n[one.Source] = append(n[one.Source], one)
	if one.Statement != "" {
		n[one.Statement] = append(n[one.Statement], one)
	}
}

// notebook is the notes on a page, and the form for another.
type notebook struct {
	noteForm
	Notes   []note
	Page    string // its address
	Offered bool
	Asks    bool // who signs in may write
	Longest int
}

// noteForm is what was typed, and what is wrong with it.
type noteForm struct {
	Name, Text string
	Revises    string // the note that it takes the place of
	Remove     bool   // that note is taken away
	Problem    *problem
}

// Action is where the form goes.
func (b notebook) Action() string { return notesAt(b.Page) }

func notesAt(page string) string { return page + "/notes" }

// StatementURL is the statement that a note is about; "" on its own page.
func (b notebook) StatementURL(n note) string {
	if at := (links{}).Statement(n.Statement); n.Statement != "" && at != b.Page {
		return at
	}
	return ""
}

// Mine reports whether a note on this page is of who reads it, as far as a name
// tells.
func (b notebook) Mine(n note) bool {
	return b.Offered && n.Coder == b.Name && b.StatementURL(n) == ""
}

// OnOne reports whether what is wrong stands at one of the notes.
func (b notebook) OnOne() bool {
	return b.Revises != "" && slices.ContainsFunc(b.Notes, func(n note) bool { return n.ID == b.Revises && b.Mine(n) })
}

// Typed is what stands in the form that changes a note.
func (b notebook) Typed(n note) string {
	if b.Revises == n.ID && !b.Remove {
		return b.Text
	}
	return n.Text
}

func (s *site) notebook(r *request, page string, notes []note, typed noteForm) notebook {
	typed.Name = cmp.Or(typed.Name, r.reviewer())
	return notebook{noteForm: typed, Notes: notes, Page: page, Offered: s.mayWrite(r.Request), Asks: s.Desk != nil && s.Access.Token != "", Longest: longestNote}
}

// longestNote bounds the text of a note, in code points.
const longestNote = 4000

var noteFields = []parameter{
	{"name", "who writes it; kept in a cookie", false}, {"text", "of the note, plain, of at most 4000 characters", false},
	{"revises", "the ID of a note by the same name that this one takes the place of", false}, {"remove", "yes: that note is taken away, whatever the text", false},
}

// noteOnStatement adds a note on the passage of a statement.
func (s *site) noteOnStatement(r *request) (*page, error) {
	st, err := r.statement()
	if err != nil {
		return nil, err
	}
	return s.addNote(r, links{}.Statement(st.ID), s.statementPage, schema.Annotation{
		Doc: st.Doc, Source: st.Source, Start: st.Start, End: st.End, Evidence: st.Evidence, Reason: "a note on a statement",
		Variables: map[string]string{schema.NoteStatement: st.ID},
	})
}

// noteOnSource adds a note that cites a source.
func (s *site) noteOnSource(r *request) (*page, error) {
	src, err := r.source()
	if err != nil {
		return nil, err
	}
	return s.addNote(r, links{}.Source(src.ID), s.sourcePage, schema.Annotation{
		Doc: src.Doc, Source: src.ID, Evidence: cmp.Or(src.Heading(), src.ID), Reason: "a note on a source", Variables: map[string]string{},
	})
}

// addNote adds what was typed to the graph, and leads back to the page at the
// note; or shows the page again with what is wrong.
func (s *site) addNote(r *request, at string, again func(*request, noteForm) (*page, error), a schema.Annotation) (*page, error) {
	typed := noteForm{Name: r.FormValue("name"), Text: strings.ReplaceAll(r.FormValue("text"), "\r\n", "\n"), Revises: r.FormValue("revises"), Remove: r.FormValue("remove") == "yes"}
	a.Type, a.Date = schema.NoteType, schema.DateOfDay(schema.DayOf(s.now()))
	err := typed.signs(&a)
	if err == nil {
		err = typed.revises(r, &a)
	}
	if err == nil {
		err = s.keepNote(r, &a)
	}
	if err != nil {
		typed.Problem = tell(err)
		p, failed := again(r, typed)
		if failed != nil {
			return nil, failed
		}
		return nil, &formError{err, p}
	}
	n := noteOf(&a)
	goTo := at + "#" + n.Anchor()
	if typed.Remove {
		goTo = at + "#notebook"
	}
	return &page{title: "Note", goTo: goTo, cookie: r.rememberReviewer(n.Coder), data: n}, nil
}

// signs puts the text into a note, under the name.
func (f noteForm) signs(a *schema.Annotation) (err error) {
	if a.Coder, err = signature(f.Name); err != nil {
		return err
	}
	if f.Remove {
		return nil
	}
	text := strings.TrimSpace(f.Text)
	n := utf8.RuneCountInString(text)
	switch {
	case text == "":
		return schema.Errorf(schema.KindInput, "type the note, or leave the page as it is", "there is no text")
	case n > longestNote:
		return schema.Errorf(schema.KindInput, "shorten it, or write two", "the note has %s characters: expected at most %s", thousands(n), thousands(longestNote))
	case !utf8.ValidString(text), strings.ContainsFunc(text, func(c rune) bool { return unicode.IsControl(c) && c != '\n' && c != '\t' }):
		return schema.Errorf(schema.KindInput, "type it again as plain text", "the note is no text in UTF-8, or has control characters")
	}
	a.Variables[schema.NoteText] = text
	return nil
}

// keepNote keeps a note, unless the same stands there from an earlier day: then
// that is the note.
func (s *site) keepNote(r *request, a *schema.Annotation) error {
	for _, known := range notesIn(r.store).on(a.Source) {
		if before := a.Variables[schema.NoteRevises]; before != "" && before != known.ID {
			continue
		}
		if a.Variables[schema.NoteText] != "" && known.Statement == a.Variables[schema.NoteStatement] && known.Coder == a.Coder && known.Text == a.Variables[schema.NoteText] {
			a.ID, a.Date = known.ID, known.Date
			return nil
		}
	}
	for past := replaced(r.store); ; {
		a.ID = a.DeriveID()
		if !past[a.ID] {
			break
		}
		a.Variables[schema.NoteRevises] = a.ID // what was taken away today, and is written again
	}
	return s.Desk.Note(r.Context(), *a)
}
