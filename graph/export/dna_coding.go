package export

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// addStatement adds a statement, or the several that DNA had for it.
func (d *dna) addStatement(st *schema.Statement) {
	if !fromDNA(st.Variables) {
		d.add(d.own(st), markOf(st, st.Variables))
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
		values := map[string]string{dnaPerson: person, dnaOrganization: organization, dnaConcept: d.Snapshot.Codebook.PropositionLabel(st.Proposition)}
		for _, name := range []string{dnaPerson, dnaOrganization, dnaConcept} {
			t.variable(name, dnaShort)
		}
		agreement := t.variable(dnaAgreement, kindOf(variables, dnaAgreement, dnaBoolean))
		if agreement.kind == dnaBoolean {
			values[dnaAgreement] = yesOrNo(st.Stance)
		}
		coded(t, values, variables)
		d.add(&dnaStatement{kind: t, values: values}, markOf(st, variables))
	}
}

// own is a statement that did not come from DNA, in its own statement type.
func (d *dna) own(st *schema.Statement) *dnaStatement {
	t := d.kind(dnaOwnType)
	person, organization := d.speaker(st)
	values := map[string]string{}
	for _, v := range []struct{ name, kind, value string }{
		{dnaPerson, dnaShort, person}, {dnaOrganization, dnaShort, organization},
		{dnaConcept, dnaShort, d.Snapshot.Codebook.PropositionLabel(st.Proposition)},
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
		return yesOrNo(s)
	}
	return strconv.Itoa(int(2 * s.Value()))
}

// yesOrNo is the side of a stance as DNA has it: 1 for, 0 against.
func yesOrNo(s schema.Stance) string { return strconv.Itoa((s.Sign() + 1) / 2) }

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
	d.add(&dnaStatement{kind: t, values: values}, a)
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

// markOf is the passage of a statement with some variables: to DNA, statements
// and annotations are one.
func markOf(st *schema.Statement, variables map[string]string) *schema.Annotation {
	return &schema.Annotation{Source: st.Source, Doc: st.Doc, Start: st.Start, End: st.End, Evidence: st.Evidence, Coder: st.Coder, Variables: variables}
}

// add adds a statement of DNA at the passage that it marks.
func (d *dna) add(st *dnaStatement, mark *schema.Annotation) {
	st.id, _ = strconv.ParseInt(mark.Variables["statement.id"], 10, 64) // 0: to be numbered
	st.coder = mark.Coder
	st.document = d.document(mark.Variables, mark.Source, mark.Doc, mark.Evidence)
	st.start, st.stop = st.document.units(mark.Start, mark.End)
	if from, err := strconv.Atoi(mark.Variables["statement.start"]); err == nil {
		if to, err := strconv.Atoi(mark.Variables["statement.stop"]); err == nil && from >= 0 && from < to {
			st.start, st.stop = from, to
		}
	}
	d.statements = append(d.statements, st)
}
