package export

import (
	"strconv"
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
