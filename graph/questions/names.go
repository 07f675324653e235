package questions

import (
	"errors"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Names are collected only for a value that is no ID: there may be thousands.

func (r *reader) actor(value string) string { return r.someActor("actor", value) }

func (r *reader) group(value string) string { return r.someActor("group", value) }

func (r *reader) someActor(what, value string) string {
	if isActor(r.s, value) {
		return value
	}
	known := actorNames(r.s)
	if ids := aliased(r.s.Codebook, value); len(ids) == 1 {
		if _, err := byLabel(value, known); errors.Is(err, errNoLabel) {
			return ids[0]
		}
	}
	return r.find(what, value, known)
}

// aliased returns the actors that the codebook also calls so, whatever the case
// of its letters: people ask for surnames.
func aliased(cb *schema.Codebook, name string) []string {
	var ids []string
	for _, a := range cb.Actors {
		if slices.ContainsFunc(a.Aliases, func(alias string) bool { return strings.EqualFold(alias, name) }) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

func (r *reader) issue(value string) string { return r.find("issue", value, issueNames(r.s)) }

func (r *reader) proposition(value string) string {
	if isProposition(r.s, value) {
		return value
	}
	return r.find("proposition", value, propositionNames(r.s))
}

// isActor reports whether an ID is in the codebook or in a statement.
func isActor(s *ledger.Snapshot, id string) bool {
	_, registered := s.Codebook.Actor(id)
	_, named := s.Columns().Actors.Code(id)
	return registered || named
}

func isProposition(s *ledger.Snapshot, id string) bool {
	_, registered := s.Codebook.Proposition(id)
	_, said := s.Columns().Propositions.Code(id)
	return registered || said
}

// source keeps what was given: a file name stays readable in a link.
func (r *reader) source(value string) string {
	known := named{}
	for id, src := range r.s.Sources {
		known[id], known[src.Doc] = src.Doc, src.Doc
	}
	for _, o := range r.s.Columns().Sources { // documents that are cited and not there
		if o.Doc != "" {
			known[o.ID], known[o.Doc] = o.Doc, o.Doc
		}
	}
	return r.find("source", value, known)
}

func (r *reader) outlet(value string) string {
	known := named{}
	for _, o := range r.s.Outlets() {
		known[o] = o
	}
	return r.find("outlet", value, known)
}

func (r *reader) coder(value string) string {
	known := named{}
	for _, c := range r.s.Coders() {
		name := ledger.WithoutVersion(c)
		known[c], known[name] = c, name
	}
	return r.find("coder", value, known)
}

// Meant is the end of an error message about an actor, an issue or a
// proposition, as kind says, that is named by no ID: "; did you mean a or b?"
// for what is called so or lies near, "" for nothing.
func Meant(s *ledger.Snapshot, kind, name string) string {
	known := map[string]func(*ledger.Snapshot) named{"actor": actorNames, "issue": issueNames, "proposition": propositionNames}[kind](s)
	ids := labelled(name, known)
	if len(ids) == 0 && kind == "actor" {
		ids = aliased(s.Codebook, name)
	}
	if len(ids) == 0 {
		return near(name, known)
	}
	return "; did you mean " + strings.Join(ids, " or ") + "?"
}

// actorNames are the registered actors and those that statements name.
func actorNames(s *ledger.Snapshot) named {
	known := named{}
	for _, a := range s.Codebook.Actors {
		known[a.ID] = a.Label
	}
	for _, id := range slices.Concat(s.Actors(), s.Signers()) {
		known[id] = s.Codebook.ActorLabel(id)
	}
	return known
}

func issueNames(s *ledger.Snapshot) named {
	known := named{}
	for _, i := range s.Codebook.Issues {
		known[i.ID] = i.Label
	}
	for _, c := range s.Columns().Codings {
		if _, ok := known[c.Issue]; !ok {
			known[c.Issue] = c.Issue
		}
	}
	return known
}

func propositionNames(s *ledger.Snapshot) named {
	known := named{}
	for _, id := range s.Propositions() {
		known[id] = id
	}
	for _, i := range s.Codebook.Issues {
		for _, p := range i.Propositions {
			known[p.ID] = p.Label
		}
	}
	return known
}

// issuesOf returns the issues of a statement: those of its proposition or,
// where the codebook lacks that, the one that the record prints.
func issuesOf(cb *schema.Codebook, st *schema.Statement) []string {
	if p, ok := cb.Proposition(st.Proposition); ok {
		return p.Issues
	}
	return []string{st.Issue}
}
