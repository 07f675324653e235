package dna

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"
)

// Keys of Statement.Variables that are not variables of the file. A variable
// whose name looks like one is kept behind "variable.". Networks (graph/network)
// know these keys.
const (
	statementType = "statement.type"  // label of its type
	statementID   = "statement.id"    // its number in the file
	kindsKey      = "statement.kinds" // what its variables are: JSON object of boolean, integer, text and long text
	twinsKey      = "statement.twins" // variables of the same statements: JSON array of objects
	statementFrom = "statement.start" // offsets that do not lie in the text, in UTF-16 code units
	statementTo   = "statement.stop"

	documentID      = "document.id"
	documentTime    = "document.time" // time of day, unless it is midnight
	documentSection = "document.section"
	documentType    = "document.type"
	documentTitle   = "document.title" // this and the rest where the source has another
	documentAuthor  = "document.author"
	documentSource  = "document.source"
)

// key is the name of a variable in Statement.Variables.
func key(name string) string {
	for _, ours := range []string{"statement.", "document.", "variable."} {
		if strings.HasPrefix(name, ours) {
			return "variable." + name
		}
	}
	return name
}

// variables are all that a statement keeps beside its fields.
func (c *converter) variables(s *Statement, f *form, which func(*Variable) bool, declared string) map[string]string {
	d := c.documents[s.Document]
	kept := map[string]string{
		statementType: f.Label, statementID: decimal(s.ID), documentID: decimal(d.ID),
	}
	source := &c.out.Sources[d.source]
	for _, v := range []struct{ key, value, known string }{
		{kindsKey, declared, ""},
		{documentTime, d.time.Format(time.TimeOnly), "00:00:00"},
		{documentSection, d.Section, ""}, {documentType, d.Type, ""},
		{documentTitle, d.Title, source.Title}, {documentAuthor, d.Author, source.Author}, {documentSource, d.Source, source.Outlet},
	} {
		if v.value != v.known {
			kept[v.key] = v.value
		}
	}
	for i := range f.Variables {
		if v := &f.Variables[i]; which(v) {
			if value, ok := s.value(v); ok {
				kept[key(v.Name)] = value.print(v.DataType)
			}
		}
	}
	return kept
}

// print is a value as a text: 0 and 1 for a boolean.
func (v Value) print(t DataType) string {
	if t == Integer || t == Boolean {
		return decimal(v.Number)
	}
	return v.Text
}

func decimal(n int64) string { return strconv.FormatInt(n, 10) }

// packed is a list of variables as one.
func packed(list []map[string]string) string {
	b, _ := json.Marshal(list) // texts only: nothing to refuse
	return string(b)
}
