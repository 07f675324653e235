package export

import "strings"

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
