package export

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// The data types of DNA, and the variables that its own statement type has.
const (
	dnaShort, dnaLong, dnaInteger, dnaBoolean = "short text", "long text", "integer", "boolean"

	dnaPerson, dnaOrganization, dnaConcept, dnaAgreement = "person", "organization", "concept", "agreement"

	dnaOwnType = "DNA Statement"
)

// dna is a file of DNA while it is made.
type dna struct {
	*ledger.Snapshot
	coders     []string // the first has number 1
	types      []*dnaType
	documents  []*dnaDocument
	byDocument map[string]*dnaDocument
	statements []*dnaStatement
	steps      string // data type of the agreement of what did not come from DNA

	entities, attributes, values int // numbers given out
}

type dnaType struct {
	id        int
	label     string
	variables []*dnaVariable
}

type dnaVariable struct {
	id       int
	name     string
	kind     string
	entities []*dnaEntity
	byValue  map[string]*dnaEntity
	taken    map[string]bool
}

type dnaEntity struct {
	id         int
	value      string
	attributes [3]string // type, alias, notes
}

type dnaStatement struct {
	id          int64
	kind        *dnaType
	document    *dnaDocument
	start, stop int
	coder       string
	values      map[string]string
}

func newDNA(s *ledger.Snapshot) *dna {
	d := &dna{Snapshot: s, byDocument: map[string]*dnaDocument{}, steps: dnaBoolean}
	for i := range s.Statements {
		if st := &s.Statements[i]; !fromDNA(st.Variables) && st.Stance != schema.Oppose && st.Stance != schema.Support {
			d.steps = dnaInteger
		}
	}
	return d
}

// fromDNA reports whether a record came from a file of DNA, by what its import
// wrote into its variables.
func fromDNA(variables map[string]string) bool { return variables["statement.type"] != "" }

func (d *dna) kind(label string) *dnaType {
	for _, t := range d.types {
		if t.label == label {
			return t
		}
	}
	t := &dnaType{label: label}
	d.types = append(d.types, t)
	return t
}

// variable is the variable of a name; its data type is that of the first that
// was seen, or long text where a value does not fit a short one.
func (t *dnaType) variable(name, kind string) *dnaVariable {
	for _, v := range t.variables {
		if v.name == name {
			return v
		}
	}
	v := &dnaVariable{name: name, kind: kind, byValue: map[string]*dnaEntity{}, taken: map[string]bool{}}
	v.entity("")
	t.variables = append(t.variables, v)
	return v
}

// entity is the entity of a value. Values of more than 190 characters, which DNA
// does not take, are cut; two that would be one then are numbered.
func (v *dnaVariable) entity(value string) *dnaEntity {
	if e, ok := v.byValue[value]; ok {
		return e
	}
	e := &dnaEntity{value: short(value)}
	for n := 2; v.taken[e.value]; n++ {
		mark := " (" + strconv.Itoa(n) + ")"
		e.value = string([]rune(e.value)[:min(utf8.RuneCountInString(e.value), dnaLength-len(mark))]) + mark
	}
	v.byValue[value], v.taken[e.value] = e, true
	v.entities = append(v.entities, e)
	return e
}

// dnaLength is how long a short text may be, in characters.
const dnaLength = 190

func short(text string) string {
	if utf8.RuneCountInString(text) <= dnaLength {
		return text
	}
	return string([]rune(text)[:dnaLength-1]) + "…"
}

// addStatement adds a statement, or the several that DNA had for it.
func (d *dna) addStatement(st *schema.Statement) {
	if !fromDNA(st.Variables) {
		d.add(d.own(st), st.Variables, st.Source, st.Doc, st.Evidence, st.Start, st.End, st.Coder)
		return
	}
	all := []map[string]string{st.Variables}
	if twins := st.Variables["statement.twins"]; twins != "" {
		var more []map[string]string
		if json.Unmarshal([]byte(twins), &more) == nil {
			all = append(all, more...)
		}
	}
	for _, variables := range all {
		t := d.kind(cmp.Or(variables["statement.type"], st.Variables["statement.type"]))
		person, organization := d.speaker(st)
		values := map[string]string{dnaPerson: person, dnaOrganization: organization, dnaConcept: propositionLabel(row{Statement: st, snapshot: d.Snapshot})}
		for _, name := range []string{dnaPerson, dnaOrganization, dnaConcept} {
			t.variable(name, dnaShort)
		}
		agreement := t.variable(dnaAgreement, kindOf(variables, dnaAgreement, dnaBoolean))
		if agreement.kind == dnaBoolean {
			values[dnaAgreement] = strconv.Itoa((st.Stance.Sign() + 1) / 2)
		}
		coded(t, values, variables)
		d.add(&dnaStatement{kind: t, values: values}, variables, st.Source, st.Doc, st.Evidence, st.Start, st.End, st.Coder)
	}
}

// own is a statement that did not come from DNA, in its own statement type.
func (d *dna) own(st *schema.Statement) *dnaStatement {
	t := d.kind(dnaOwnType)
	person, organization := d.speaker(st)
	values := map[string]string{}
	for _, v := range []struct{ name, kind, value string }{
		{dnaPerson, dnaShort, person}, {dnaOrganization, dnaShort, organization},
		{dnaConcept, dnaShort, propositionLabel(row{Statement: st, snapshot: d.Snapshot})},
		{dnaAgreement, d.steps, d.agreement(st.Stance)},
		{"issue", dnaShort, st.Issue}, {"act", dnaShort, string(st.Act)}, {"mode", dnaShort, string(st.Mode)}, {"date", dnaShort, st.Date.String()},
		{"condition", dnaLong, st.Condition}, {"evidence", dnaLong, citationOnly(st)},
	} {
		t.variable(v.name, v.kind)
		values[v.name] = v.value
	}
	return &dnaStatement{kind: t, values: values}
}

// agreement is a stance as DNA has it: 0 and 1 or, where there are more, -2 to
// 2.
func (d *dna) agreement(s schema.Stance) string {
	if d.steps == dnaBoolean {
		return strconv.Itoa((s.Sign() + 1) / 2)
	}
	return strconv.Itoa(int(2 * s.Value()))
}

// citationOnly is the evidence of a statement that has no passage to mark.
func citationOnly(st *schema.Statement) string {
	if st.HasPassage() {
		return ""
	}
	return st.Evidence
}

func (d *dna) addAnnotation(a *schema.Annotation) {
	t := d.kind(cmp.Or(a.Variables["statement.type"], a.Type, "Annotation"))
	values := map[string]string{}
	if fromDNA(a.Variables) {
		coded(t, values, a.Variables)
	} else {
		for _, name := range slices.Sorted(maps.Keys(a.Variables)) {
			t.variable(name, dnaLong)
			values[name] = a.Variables[name]
		}
		t.variable("note", dnaLong) // a statement type has a variable
	}
	d.add(&dnaStatement{kind: t, values: values}, a.Variables, a.Source, a.Doc, a.Evidence, a.Start, a.End, a.Coder)
}

// coded takes the values that were coded in DNA under their names there.
func coded(t *dnaType, values, variables map[string]string) {
	var kinds map[string]string
	_ = json.Unmarshal([]byte(variables["statement.kinds"]), &kinds) // none, where an import declared none
	names := slices.Sorted(maps.Keys(kinds))
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(role(a), role(b)) })
	for _, key := range names {
		name := strings.TrimPrefix(key, "variable.")
		t.variable(name, kindOf(variables, key, dnaShort))
		if value, ok := variables[key]; ok {
			values[name] = value
		}
	}
}

// role orders the variables of DNA's own type as DNA does.
func role(name string) int {
	i := slices.Index([]string{dnaPerson, dnaOrganization, dnaConcept, dnaAgreement}, name)
	if i < 0 {
		return 4
	}
	return i
}

// kindOf is the data type that an import declared for a variable.
func kindOf(variables map[string]string, name, undeclared string) string {
	var kinds map[string]string
	_ = json.Unmarshal([]byte(variables["statement.kinds"]), &kinds)
	switch kinds[name] {
	case "":
		return undeclared
	case "text":
		return dnaShort
	}
	return kinds[name]
}

// speaker is who DNA would say speaks: a person for an organization, or an
// organization by itself.
func (d *dna) speaker(st *schema.Statement) (person, organization string) {
	label := d.Codebook.ActorLabel
	switch a, ok := d.Codebook.Actor(st.Actor); {
	case st.OnBehalfOf != "" && st.OnBehalfOf != st.Actor:
		return label(st.Actor), label(st.OnBehalfOf)
	case ok && a.Kind.IsGroup():
		return "", label(st.Actor)
	}
	return label(st.Actor), ""
}

func (d *dna) add(st *dnaStatement, variables map[string]string, source, doc, evidence string, start, end int, coder string) {
	st.id, _ = strconv.ParseInt(variables["statement.id"], 10, 64) // 0: to be numbered
	st.coder = coder
	st.document = d.document(variables, source, doc, evidence)
	st.start, st.stop = st.document.units(start, end)
	if from, err := strconv.Atoi(variables["statement.start"]); err == nil {
		if to, err := strconv.Atoi(variables["statement.stop"]); err == nil && from >= 0 && from < to {
			st.start, st.stop = from, to
		}
	}
	d.statements = append(d.statements, st)
}

// number gives numbers to what has none yet: coders by name, documents and
// statements after those that came from DNA.
func (d *dna) number() {
	names := map[string]bool{}
	for _, st := range d.statements {
		names[st.coder] = true
	}
	if d.coders = slices.Sorted(maps.Keys(names)); len(d.coders) == 0 {
		d.coders = []string{"Admin"}
	}
	d.register()
	variables := 0
	for i, t := range d.types {
		t.id = i + 1
		for _, v := range t.variables {
			variables++
			v.id = variables
		}
	}
	for _, st := range d.statements {
		for _, v := range st.kind.variables {
			if v.kind == dnaShort {
				v.entity(st.values[v.name])
			}
		}
	}
	for _, t := range d.types {
		for _, v := range t.variables {
			for _, e := range v.entities {
				d.entities++
				e.id = d.entities
			}
		}
	}
	free(d.documents, func(doc *dnaDocument) *int64 { return &doc.id })
	free(d.statements, func(st *dnaStatement) *int64 { return &st.id })
	slices.SortFunc(d.documents, func(a, b *dnaDocument) int { return cmp.Compare(a.id, b.id) })
	slices.SortFunc(d.statements, func(a, b *dnaStatement) int { return cmp.Compare(a.id, b.id) })
}

// free numbers what has no number, or one that another has.
func free[T any](list []T, id func(T) *int64) {
	taken, last := map[int64]bool{}, int64(0)
	for _, x := range list {
		n := id(x)
		if *n <= 0 || taken[*n] {
			*n = 0
			continue
		}
		taken[*n] = true
		last = max(last, *n)
	}
	for _, x := range list {
		if n := id(x); *n == 0 {
			last++
			*n = last
		}
	}
}

// register puts everything that the codebook has into the types that statements
// are coded in, so that coding can go on in DNA.
func (d *dna) register() {
	if len(d.types) == 0 {
		t := d.kind(dnaOwnType)
		for _, name := range []string{dnaPerson, dnaOrganization, dnaConcept} {
			t.variable(name, dnaShort)
		}
		t.variable(dnaAgreement, dnaBoolean)
	}
	for _, t := range d.types {
		for _, v := range t.variables {
			if v.kind == dnaShort {
				d.fill(v)
			}
		}
	}
}

// fill puts the propositions or the actors of the codebook into a variable that
// names them.
func (d *dna) fill(v *dnaVariable) {
	switch v.name {
	case dnaConcept:
		for _, i := range d.Codebook.Issues {
			for _, p := range i.Propositions {
				v.entity(p.Label).attributes = [3]string{i.Label, "", p.Definition}
			}
		}
	case dnaPerson, dnaOrganization:
		for _, a := range d.Codebook.Actors {
			if a.Kind.IsGroup() == (v.name == dnaOrganization) {
				v.entity(a.Label).attributes = [3]string{string(a.Kind), strings.Join(a.Aliases, "; "), ""}
			}
		}
	}
}

// coder is the number of a coder; nobody is the first.
func (d *dna) coder(name string) int { return max(slices.Index(d.coders, name), 0) + 1 }
