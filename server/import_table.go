package server

import (
	"net/url"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/coded"
	"github.com/stancegraph/stancegraph/schema"
)

// tablePage asks which column is which, and shows what comes of it.
type tablePage struct {
	Table
	Main, More []tableField
	Delimiters []option
	Kinds      []option
	Strict     bool
	Problem    *problem
	Report     *TableReport
	Fields     []param // of the form that imports what was tried
}

// tableField is a field of a statement with the columns that may fill it.
type tableField struct {
	coded.Field
	Columns  []option
	Constant string
}

// SetName is the parameter of its one value.
func (f tableField) SetName() string { return setPrefix + f.Name }

// tableAnswer is the JSON of the page: the table and, once columns are named,
// what an import would do.
type tableAnswer struct {
	Table  Table        `json:"table"`
	Report *TableReport `json:"report"`
}

const setPrefix = "set-"

// tableParameters are those that say how a table is read.
func tableParameters() []parameter {
	list := []parameter{{"delimiter", "comma, semicolon, tab or bar", false}, {"actor-kind", "of actors that are made", false}, {"strict", "yes: make no actors and propositions", false}}
	for _, f := range coded.Fields {
		list = append(list, parameter{f.Name, "the column with " + f.Help, false}, parameter{setPrefix + f.Name, "one value for all rows, or where the cell is empty", false})
	}
	return list
}

// mainFields are asked first; the others are folded away.
var mainFields = []string{"actor", "proposition", "stance", "date", "source", "issue"}

func (s *site) table(r *request) (*page, error) {
	if s.Desk == nil {
		return nil, missing("table", r.id, "tables are imported with stancegraph import --map")
	}
	if !s.mayWrite(r.Request) {
		return nil, &formError{errToken, signInPage(signInView{Problem: tell(errToken), To: comesBack(r.Request)})}
	}
	how, err := readingOf(r.query)
	if err != nil {
		return nil, err
	}
	t, err := s.Desk.Table(r.Context(), r.id, how.Delimiter)
	if err != nil {
		return nil, err
	}
	v := tablePageOf(t, how, r.query)
	p := func() *page {
		return &page{template: "table", title: "Import " + t.Name, view: v, data: tableAnswer{t, v.Report}}
	}
	if len(how.Columns) == 0 {
		return p(), nil
	}
	report, err := s.Desk.ImportTable(r.Context(), t.ID, how, true)
	if err != nil {
		v.Problem = tell(err)
		return nil, &formError{err, p()}
	}
	v.Report, v.Fields = &report, given(r.query)
	return p(), nil
}

// importTable writes what was tried before.
func (s *site) importTable(r *request) (*page, error) {
	how, err := readingOf(r.PostForm)
	if err != nil {
		return nil, err
	}
	t, err := s.Desk.Table(r.Context(), r.id, how.Delimiter)
	if err != nil {
		return nil, err
	}
	report, err := s.Desk.ImportTable(r.Context(), t.ID, how, false)
	if err != nil {
		v := tablePageOf(t, how, r.PostForm)
		v.Problem = tell(err)
		return nil, &formError{err, &page{template: "table", title: "Import " + t.Name, view: v}}
	}
	return &page{title: "Imported", goTo: links{}.Data(), data: tableAnswer{t, &report}}, nil
}

// readingOf reads how a table is read from the names of fields.
func readingOf(q url.Values) (TableReading, error) {
	how := TableReading{Columns: coded.Mapping{}, Constants: coded.Mapping{}, Delimiter: q.Get("delimiter"), ActorKind: schema.ActorKind(q.Get("actor-kind")), Strict: q.Get("strict") != ""}
	if _, known := Delimiters[how.Delimiter]; how.Delimiter != "" && !known {
		return how, schema.Errorf(schema.KindUsage, "it is one of "+strings.Join(keysOf(Delimiters), ", "), "delimiter=%q: no such delimiter", how.Delimiter)
	}
	if how.ActorKind != "" && !slices.Contains(schema.ActorKinds, how.ActorKind) {
		return how, schema.Errorf(schema.KindUsage, "it is one of "+strings.Join(termsOf(schema.ActorKinds), ", "), "actor-kind=%q: no such kind", how.ActorKind)
	}
	for _, f := range coded.Fields {
		if column := q.Get(f.Name); column != "" {
			how.Columns[f.Name] = column
		}
		if value := strings.TrimSpace(q.Get(setPrefix + f.Name)); value != "" {
			how.Constants[f.Name] = value
		}
	}
	return how, nil
}

// given is what was filled in, as hidden fields.
func given(q url.Values) []param {
	return slices.DeleteFunc(hidden(q), func(p param) bool { return p.Value == "" })
}

func tablePageOf(t Table, how TableReading, q url.Values) *tablePage {
	v := &tablePage{Table: t, Strict: how.Strict}
	for _, name := range keysOf(Delimiters) {
		v.Delimiters = append(v.Delimiters, option{name, name, name == t.Delimiter})
	}
	for _, kind := range schema.ActorKinds {
		v.Kinds = append(v.Kinds, option{string(kind), string(kind), kind == how.ActorKind || how.ActorKind == "" && kind == schema.KindState})
	}
	asked := len(how.Columns) > 0
	for _, f := range coded.Fields {
		field := tableField{Field: f, Constant: q.Get(setPrefix + f.Name)}
		for _, column := range t.Columns {
			chosen := column == how.Columns[f.Name] || !asked && strings.EqualFold(column, f.Name)
			field.Columns = append(field.Columns, option{column, column, chosen})
		}
		if slices.Contains(mainFields, f.Name) {
			v.Main = append(v.Main, field)
		} else {
			v.More = append(v.More, field)
		}
	}
	slices.SortFunc(v.Main, func(a, b tableField) int { return slices.Index(mainFields, a.Name) - slices.Index(mainFields, b.Name) })
	return v
}
