package schema_test

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func note() schema.Annotation {
	a := schema.Annotation{Doc: "harbour.dna/3", Source: strings.Repeat("a", 64), Start: 4, End: 9, Evidence: "ships", Type: "Note", Coder: "Anna",
		Date: schema.MustDate("2005-02-02"), Reason: "its type has no concept", Variables: map[string]string{"note": "a < b", "statement.id": "13"}}
	a.ID = a.DeriveID()
	return a
}

func TestAnnotationIDsDeriveFromContent(t *testing.T) {
	t.Parallel()
	first := note()
	if other := note(); other.ID != first.ID {
		t.Errorf("the same note has the IDs %s and %s", first.ID, other.ID)
	}
	seen := map[string]bool{first.ID: true}
	for name, change := range map[string]func(*schema.Annotation){
		"source": func(a *schema.Annotation) { a.Source = strings.Repeat("b", 64) }, "end": func(a *schema.Annotation) { a.End++ },
		"type": func(a *schema.Annotation) { a.Type = "Memo" }, "coder": func(a *schema.Annotation) { a.Coder = "Bo" },
		"variables": func(a *schema.Annotation) { a.Variables["note"] = "other" }, "citation": func(a *schema.Annotation) { a.End = a.Start },
		"date": func(a *schema.Annotation) { a.Date = schema.Date{} },
	} {
		changed := note()
		change(&changed)
		if id := changed.DeriveID(); seen[id] {
			t.Errorf("another %s gives the same ID", name)
		} else {
			seen[id] = true
		}
	}
	reworded := note()
	reworded.Reason, reworded.Coder = "said otherwise", "Anna/2"
	if reworded.DeriveID() != first.ID {
		t.Error("the reason and the version of the coder are not what it is")
	}
}

func TestValidateAnnotations(t *testing.T) {
	t.Parallel()
	good := note()
	if p := good.Validate(); len(p) > 0 {
		t.Error(p)
	}
	bad := schema.Annotation{ID: "x", Source: "y", Start: 3, End: 2}
	for _, want := range []string{`annotation x: source "y"`, `start "3-2"`, "evidence: ", "coder: ", `id "x": expected `} {
		if got := bad.Validate().Error(); !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}

func TestWriteAnnotation(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	a := note()
	if err := schema.WriteAnnotation(&b, &a); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); !strings.HasPrefix(got, `{"id":"`+a.ID+`","doc":"harbour.dna/3","source":"aaa`) || !strings.HasSuffix(got, `"variables":{"note":"a < b","statement.id":"13"}}`+"\n") {
		t.Error(got)
	}
}

func TestNotesAreToldFromWhatAnImportCoded(t *testing.T) {
	t.Parallel()
	for want, list := range map[bool][]schema.Annotation{
		true: {
			{Type: schema.NoteType, Variables: map[string]string{"text": "x"}},
			{Type: schema.NoteType, Variables: map[string]string{"text": "x", "statement": "1"}},
			{Type: schema.NoteType, Variables: map[string]string{"text": "x", "statement": "1", "revises": "2"}},
			{Type: schema.NoteType, Variables: map[string]string{"revises": "2"}},
		},
		false: {
			{Type: "Note", Variables: map[string]string{"text": "x"}},
			{Type: schema.NoteType},
			{Type: schema.NoteType, Variables: map[string]string{"text": ""}},
			{Type: schema.NoteType, Variables: map[string]string{"statement": "1"}},
			{Type: schema.NoteType, Variables: map[string]string{"revises": ""}},
			{Type: schema.NoteType, Variables: map[string]string{"revises": "2", "actor": "y"}},
			{Type: schema.NoteType, Variables: map[string]string{"text": "x", "actor": "y"}},
			{Type: schema.NoteType, Variables: map[string]string{"text": "x", "statement": "1", "actor": "y"}},
		},
	} {
		for _, a := range list {
			if a.IsNote() != want {
				t.Errorf("%q with %v: a note is %t", a.Type, a.Variables, !want)
			}
		}
	}
}
