package quads

import (
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// field is one property of a record of type T: how it is written and how it
// is read.
type field[T any] struct {
	node  string   // which node of the record has it: "" for the record itself, else a fragment
	term  quad.IRI // the predicate
	write func(*T) []quad.Value
	read  func(*T, quad.Value) error // nil: derived, written for queries only
}

// text, iri and word are the common fields.

func textField[T any](term quad.IRI, at func(*T) *string) field[T] {
	return field[T]{term: term,
		write: func(r *T) []quad.Value { return text(*at(r)) },
		read:  func(r *T, v quad.Value) (err error) { *at(r), err = readText(v); return err }}
}

func iriField[T any](term quad.IRI, base string, at func(*T) *string) field[T] {
	return field[T]{term: term,
		write: func(r *T) []quad.Value { return ref(base, *at(r)) },
		read:  func(r *T, v quad.Value) (err error) { *at(r), err = readIRI(base, v); return err }}
}

// wordField is a term of one of the closed lists of schema.
func wordField[T any, W ~string](term quad.IRI, at func(*T) *W) field[T] {
	return field[T]{term: term,
		write: func(r *T) []quad.Value { return text(string(*at(r))) },
		read: func(r *T, v quad.Value) error {
			s, err := readText(v)
			*at(r) = W(s)
			return err
		}}
}

func listField[T any](term quad.IRI, at func(*T) *[]string) field[T] {
	return field[T]{term: term,
		write: func(r *T) []quad.Value { return list(*at(r)) },
		read:  func(r *T, v quad.Value) error { return readJSON(v, at(r)) }}
}

// derived is a field that follows from others.
func derived[T any](node string, term quad.IRI, write func(*T) []quad.Value) field[T] {
	return field[T]{node: node, term: term, write: write}
}

// is is a derived field with one constant value.
func is[T any](term, value quad.IRI) field[T] {
	return derived(noNode, term, func(*T) []quad.Value { return []quad.Value{value} })
}

// follows are fields that exports have and the store has not; see Implied.
func follows[T any](node string, terms ...quad.IRI) (list fields[T]) {
	for _, term := range terms {
		list = append(list, derived(node, term, func(*T) []quad.Value { return nil }))
	}
	return list
}

const noNode = ""

// fields is the table of a record.
type fields[T any] []field[T]

// quads writes a record, each quad once.
func (fs fields[T]) quads(r *T, subject quad.IRI, label quad.Value) []quad.Quad {
	var out []quad.Quad
	for _, f := range fs {
		for _, v := range f.write(r) {
			q := quad.Quad{Subject: subject + quad.IRI(f.node), Predicate: f.term, Object: v, Label: label}
			if !slices.Contains(out, q) { // a name may stand twice in a list
				out = append(out, q)
			}
		}
	}
	return out
}

// table is the fields of a record with a way to find one: a store is read in
// millions of quads.
type table[T any] struct {
	fields[T]
	byProperty map[property]*field[T]
}

// property is a predicate of one of the nodes of a record.
type property struct {
	node string
	term quad.IRI
}

func tableOf[T any](fs fields[T]) table[T] {
	t := table[T]{fs, make(map[property]*field[T], len(fs))}
	for i := range fs {
		p := property{fs[i].node, fs[i].term}
		if _, twice := t.byProperty[p]; !twice { // a type may have several classes
			t.byProperty[p] = &fs[i]
		}
	}
	return t
}

// read takes one quad of a record.
func (t *table[T]) read(r *T, node string, q quad.Quad) error {
	term, _ := q.Predicate.(quad.IRI)
	f, ok := t.byProperty[property{node, term}]
	switch {
	case !ok:
		return fmt.Errorf("%v %v: a property that no record has", q.Subject, q.Predicate)
	case f.read == nil:
		return nil
	}
	if err := f.read(r, q.Object); err != nil {
		return fmt.Errorf("%v %v: %w", q.Subject, q.Predicate, err)
	}
	return nil
}
