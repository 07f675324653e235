package server

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// fieldNames are the names that an address or a form reads, each with whether
// it may be given several times.
type fieldNames map[string]bool

// known returns an error of kind usage that names what the page does not read
// in the query: a misspelt parameter would be a default that nobody asked for.
func (r *request) known() error {
	if len(r.query) == 0 || r.route == "" {
		return nil
	}
	taken := taken(r.route)
	unknown := taken.unknown(r.query)
	if len(unknown) == 0 {
		return nil
	}
	hint := "take it out of the address; this page takes no parameters"
	if len(taken) > 0 {
		hint = "take it out, or write one of " + strings.Join(taken.plain(), ", ")
	}
	return schema.Errorf(schema.KindUsage, hint, "this page does not know the parameter %s", taken.guess(unknown))
}

// once returns an error of kind usage that names what is given twice in the
// query where one value is meant: the other would be lost in silence.
func (r *request) once() error {
	for _, values := range r.query {
		if len(values) > 1 && r.route != "" {
			return taken(r.route).once("parameter", r.query)
		}
	}
	return nil
}

// knownFields returns an error where a form has a field that is not read, or
// one twice.
func (r *request) knownFields() error {
	taken := fieldNames{}
	for _, op := range operations {
		if op.path == r.route {
			for _, f := range op.form {
				taken[f.name] = f.many
			}
		}
	}
	sent := copied(r.PostForm)
	if r.MultipartForm != nil {
		for name, files := range r.MultipartForm.File {
			for _, file := range files {
				sent.Add(name, file.Filename)
			}
		}
	}
	if unknown := taken.unknown(sent); len(unknown) > 0 {
		return schema.Errorf(schema.KindUsage, "leave it out, or send one of "+strings.Join(taken.plain(), ", "), "this form does not know the field %s", taken.guess(unknown))
	}
	return taken.once("field", sent)
}

// unknown are the names in the query that the page does not read, in order.
func (r *request) unknown() []string {
	if r.route == "" {
		return nil
	}
	return taken(r.route).unknown(r.query)
}

// unknown are the names that are given and not read, in order.
func (n fieldNames) unknown(given url.Values) []string {
	return slices.DeleteFunc(keysOf(given), func(name string) bool { _, ok := n[name]; return ok })
}

// once returns an error that names the first that is given several times and
// is one value.
func (n fieldNames) once(what string, given url.Values) error {
	for _, name := range keysOf(given) {
		if values := given[name]; len(values) > 1 && !n[name] {
			return schema.Errorf(schema.KindUsage, "keep one of them", "the %s %s is one value, and is given %d times: %s", what, name, len(values), quoted(values))
		}
	}
	return nil
}

// mostQuoted bounds how many values of one name an error repeats.
const mostQuoted = 3

func quoted(values []string) string {
	var said []string
	for _, v := range values[:min(len(values), mostQuoted)] {
		said = append(said, strconv.Quote(v))
	}
	if len(values) > mostQuoted {
		said = append(said, "\u2026")
	}
	return strings.Join(said, ", ")
}

// guess names what is not known, each with what lies near.
func (n fieldNames) guess(unknown []string) string {
	var said []string
	for _, name := range unknown {
		said = append(said, strconv.Quote(name)+schema.DidYouMean(name, slices.Values(keysOf(n))))
	}
	return strings.Join(said, " and ")
}

// plain are the names in order, without those that turn another round.
func (n fieldNames) plain() []string {
	return slices.DeleteFunc(keysOf(n), func(name string) bool { return strings.HasPrefix(name, notPrefix) })
}

// taken are the parameters that a route reads.
func taken(route string) fieldNames {
	names := fieldNames{paramMadeFor: false}
	for _, op := range operations {
		if op.path != route {
			continue
		}
		for _, name := range op.screen {
			names[name] = false
		}
		for _, p := range op.queries() {
			names[p.name] = p.many
		}
	}
	return names
}
