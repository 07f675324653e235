package dna

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"
)

// readCoders reads who coded, with all numbers about them. Passwords are texts
// and stay where they are.
func (r *reader) readCoders(ctx context.Context) error {
	r.coders = map[int64]bool{}
	options := slices.DeleteFunc(slices.Clone(r.tables[coders.name]), func(c string) bool {
		return strings.EqualFold(c, "Password") || slices.ContainsFunc(coders.columns, func(known string) bool { return strings.EqualFold(known, c) })
	})
	return r.eachOf(ctx, coders, slices.Concat(coders.columns, options), func(row row) {
		c := Coder{ID: row.number("ID"), Name: row.text("Name"), Color: row.color(), Options: map[string]int64{}}
		for _, o := range options {
			c.Options[o] = row.optional(o)
		}
		claim(r.coders, row, c.ID, true)
		r.file.Coders = append(r.file.Coders, c)
	})
}

func (r *reader) readDocuments(ctx context.Context) error {
	r.documents = map[int64]bool{}
	return r.each(ctx, documents, func(row row) {
		d := Document{ID: row.number("ID"), Title: row.text("Title"), Text: row.text("Text"), Coder: row.optional("Coder"),
			Author: row.text("Author"), Source: row.text("Source"), Section: row.text("Section"), Notes: row.text("Notes"),
			Type: row.text("Type"), Date: row.number("Date")}
		if d.Date < minDate || d.Date > maxDate {
			row.bad("Date", strconv.FormatInt(d.Date, 10), "expected seconds since 1970 that lie in the years 1 to 9999")
		}
		claim(r.documents, row, d.ID, true)
		r.file.Documents = append(r.file.Documents, d)
	})
}

// The first and last second that can be printed as a date with four digits of
// the year.
var (
	minDate = time.Date(1, 1, 2, 0, 0, 0, 0, time.UTC).Unix()
	maxDate = time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC).Unix()
)

// readRest reads what statements have no part in.
func (r *reader) readRest(ctx context.Context) error {
	err := r.each(ctx, coderRelations, func(row row) {
		c := CoderRelation{ID: row.number("ID"), Coder: row.optional("Coder"), OtherCoder: row.optional("OtherCoder"),
			ViewStatements: row.flag("viewStatements"), EditStatements: row.flag("editStatements"),
			ViewDocuments: row.flag("viewDocuments"), EditDocuments: row.flag("editDocuments")}
		switch {
		case !r.coders[c.Coder]:
			r.skip(row, "Coder", c.Coder, "coder")
		case !r.coders[c.OtherCoder]:
			r.skip(row, "OtherCoder", c.OtherCoder, "coder")
		default:
			r.file.CoderRelations = append(r.file.CoderRelations, c)
		}
	})
	if err != nil {
		return err
	}
	err = r.each(ctx, variableLinks, func(row row) {
		l := VariableLink{row.number("ID"), row.optional("SourceVariableId"), row.optional("TargetVariableId")}
		r.file.VariableLinks = append(r.file.VariableLinks, l)
	})
	if err != nil {
		return err
	}
	return r.each(ctx, regexes, func(row row) {
		r.file.Regexes = append(r.file.Regexes, Regex{row.text("Label"), row.color()})
	})
}
