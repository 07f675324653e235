package schema

import (
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// OpenCodebook reads a codebook file. Its errors are those of LoadCodebook,
// and of kind not-found or io when the file cannot be read.
func OpenCodebook(path string) (*Codebook, error) {
	data, err := os.ReadFile(path)
	switch {
	case os.IsNotExist(err):
		return nil, Errorf(KindNotFound, "check the path of --codebook", "codebook %s: no such file", path)
	case err != nil:
		return nil, Errorf(KindIO, "check that the file can be read", "codebook: %w", err)
	}
	return LoadCodebook(path, data)
}

// LoadCodebook reads a codebook from YAML. The error, of kind input, lists
// everything that is wrong, each with file, line, value and what was expected.
func LoadCodebook(file string, data []byte) (*Codebook, error) {
	text, err := ReadText(data)
	if err != nil {
		return nil, Errorf(KindInput, HintOf(err), "codebook %s: %w", file, err)
	}
	r := &codebookReader{yamlReader: yamlReader{file: file}, seen: map[string]map[string]ast.Node{}}
	cb := &Codebook{YAML: text}
	root := r.parseYAML([]byte(text), "codebook", "version", "title", "issues", "actors")
	if len(root.values) > 0 {
		r.read(root, cb)
		r.references()
	}
	if err := r.problems.Err("correct the lines above; docs/codebook.md describes the format"); err != nil {
		return nil, err
	}
	cb.Warnings = r.warnings
	cb.index()
	return cb, nil
}

type codebookReader struct {
	yamlReader
	seen map[string]map[string]ast.Node // kind of thing -> ID -> where it stands
	refs []reference
}

// reference is an ID that must name something, checked when all are known.
type reference struct {
	node  ast.Node
	field string
	kind  string
	id    string
}

func (r *codebookReader) read(root yamlMap, cb *Codebook) {
	cb.Name = r.required(root, "codebook", "codebook")
	cb.Version = r.required(root, "version", "codebook")
	cb.Title = r.text(root, "title")
	if strings.Contains(cb.Name, "/") {
		r.add(root.values["codebook"], "codebook", cb.Name, "a name without /, which separates name and version in records")
	}
	for _, n := range r.items(root, "issues") {
		cb.Issues = append(cb.Issues, r.issue(n))
	}
	for _, n := range r.items(root, "actors") {
		cb.Actors = append(cb.Actors, r.actor(n))
	}
	if len(cb.Issues) == 0 {
		r.add(root.node, "issues", "", "missing: a codebook needs at least one issue with a proposition")
	}
}

func (r *codebookReader) issue(n ast.Node) Issue {
	m := r.mapping(n, "an issue", "id", "label", "short", "definition", "propositions")
	i := Issue{ID: r.id(m, "issue"), Label: r.required(m, "label", "issue"), Short: r.text(m, "short"), Definition: r.text(m, "definition")}
	if i.Short == "" {
		i.Short = i.Label
	}
	for _, p := range r.items(m, "propositions") {
		i.Propositions = append(i.Propositions, r.proposition(p, i.ID))
	}
	if len(i.Propositions) == 0 {
		r.add(n, "propositions", "", "missing: an issue needs at least one proposition")
	}
	return i
}

func (r *codebookReader) proposition(n ast.Node, issue string) Proposition {
	m := r.mapping(n, "a proposition", "id", "label", "short", "definition", "issues", "kind", "cues")
	p := Proposition{ID: r.id(m, "proposition"), Label: r.required(m, "label", "proposition"),
		Short: r.text(m, "short"), Definition: r.text(m, "definition"), Issues: r.texts(m, "issues")}
	if p.Short == "" {
		p.Short = p.Label
	}
	for _, id := range p.Issues {
		r.refs = append(r.refs, reference{m.values["issues"], "issues", "issue", id})
	}
	if len(p.Issues) == 0 {
		p.Issues = []string{issue}
	} else if !slices.Contains(p.Issues, issue) {
		r.add(m.values["issues"], "issues", strings.Join(p.Issues, ", "), "expected "+issue+", under which it stands, among them")
	}
	switch k := r.text(m, "kind"); k {
	case "":
	case "accusation":
		p.Accusation = true
	default:
		r.add(m.values["kind"], "kind", k, "expected accusation, or no kind")
	}
	for _, c := range r.items(m, "cues") {
		p.Cues = append(p.Cues, r.cue(c))
	}
	return p
}

func (r *codebookReader) cue(n ast.Node) Cue {
	m := r.mapping(n, "a cue", "any", "with", "not", "direction")
	c := Cue{Any: r.texts(m, "any"), With: r.texts(m, "with"), Not: r.texts(m, "not")}
	if len(c.Any) == 0 {
		r.add(n, "any", "", "missing: a cue needs at least one wording")
	}
	switch d := r.text(m, "direction"); d {
	case "", "for":
	case "against":
		c.Against = true
	default:
		r.add(m.values["direction"], "direction", d, "expected for or against")
	}
	return c
}

func (r *codebookReader) actor(n ast.Node) Actor {
	m := r.mapping(n, "an actor", "id", "type", "label", "aliases", "member_of", "affiliations")
	a := Actor{ID: r.id(m, "actor"), Label: r.required(m, "label", "actor"), Kind: ActorKind(r.required(m, "type", "actor")), Aliases: r.texts(m, "aliases")}
	if a.Kind != "" && !allowed(a.Kind, ActorKinds) {
		r.add(m.values["type"], "type", string(a.Kind), "expected "+oneOf(ActorKinds))
	}
	if strings.HasPrefix(a.ID, NewActorPrefix) {
		r.add(m.values["id"], "id", a.ID, "NEW: marks actors that the codebook lacks; give it an ID of its own")
	}
	for _, f := range r.items(m, "affiliations") {
		a.Affiliations = append(a.Affiliations, r.affiliation(f))
	}
	for _, g := range r.texts(m, "member_of") {
		a.Affiliations = append(a.Affiliations, Affiliation{Group: g, From: MinDay, Until: MaxDay})
		r.refs = append(r.refs, reference{m.values["member_of"], "member_of", "actor", g})
	}
	return a
}

func (r *codebookReader) affiliation(n ast.Node) Affiliation {
	m := r.mapping(n, "an affiliation", "group", "role", "from", "until")
	f := Affiliation{Group: r.required(m, "group", "affiliation"), Role: r.text(m, "role"), From: r.day(m, "from", MinDay), Until: r.day(m, "until", MaxDay)}
	if f.Until < f.From {
		r.add(n, "until", f.Until.String(), "a day on or after from, "+f.From.String())
	}
	if f.Group != "" {
		r.refs = append(r.refs, reference{n, "group", "actor", f.Group})
	}
	return f
}

// id reads an ID and reports one that stands twice.
func (r *codebookReader) id(m yamlMap, kind string) string {
	id := r.required(m, "id", kind)
	if id == "" {
		return ""
	}
	if r.seen[kind] == nil {
		r.seen[kind] = map[string]ast.Node{}
	}
	if first, twice := r.seen[kind][id]; twice {
		r.add(m.values["id"], "id", id, "expected an ID of its own: the "+kind+" on line "+itoa(first.GetToken().Position.Line)+" has it already")
		return id
	}
	r.seen[kind][id] = m.values["id"]
	return id
}

// references reports IDs that name nothing.
func (r *codebookReader) references() {
	for _, ref := range r.refs {
		if _, ok := r.seen[ref.kind][ref.id]; !ok {
			r.add(ref.node, ref.field, ref.id, "no "+ref.kind+" has this ID"+DidYouMean(ref.id, maps.Keys(r.seen[ref.kind])))
		}
	}
}
