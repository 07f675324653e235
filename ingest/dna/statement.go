package dna

import (
	"fmt"

	"github.com/stancegraph/stancegraph/schema"
)

// convert makes a statement or an annotation of one coded passage.
func (c *converter) convert(s *Statement) {
	f := c.forms[s.Type]
	lacking := c.lacking(s, f)
	if lacking != "" {
		c.annotate(s, f, lacking)
		return
	}
	st := c.statement(s, f)
	if at, twice := c.at[st.ID]; twice {
		c.join(at, s, st)
		return
	}
	c.at[st.ID] = len(c.out.Statements)
	c.out.Statements = append(c.out.Statements, st)
	c.out.Sources[c.documents[s.Document].source].Status = schema.SourceCoded
}

// lacking says what a passage lacks to be a statement. What a user may not
// expect is reported; a note is a note.
func (c *converter) lacking(s *Statement, f *form) string {
	var lacking string
	switch _, ok := f.stance(s); {
	case !f.isClaim():
		return "its type has no concept and agreement"
	case s.text(f.person) == "" && s.text(f.organization) == "":
		lacking = "nobody who speaks is coded"
	case s.text(f.concept) == "":
		lacking = "no concept is coded"
	case !ok:
		lacking = c.noStance(s, f)
	default:
		return ""
	}
	c.report(statementName(s.ID), "", "", "%s: kept as an annotation, which counts in no position", lacking)
	return lacking
}

func (c *converter) noStance(s *Statement, f *form) string {
	v, coded := s.value(f.agreement)
	if !coded {
		return "no " + f.agreement.Name + " is coded"
	}
	return fmt.Sprintf("%s is %d, which has no stance", f.agreement.Name, v.Number)
}

func statementName(id int64) string { return "statement " + decimal(id) }

func (c *converter) statement(s *Statement, f *form) schema.Statement {
	src := &c.out.Sources[c.documents[s.Document].source]
	about := c.register.about[s.text(f.concept)]
	stance, _ := f.stance(s)
	st := schema.Statement{
		Doc: src.Doc, Source: src.ID, Issue: about.issue(f), Proposition: about.id, Stance: stance,
		Act: stance.Act(), Date: schema.DateOfDay(schema.DayOf(c.documents[s.Document].time)), DateBasis: schema.DateArticle,
		Mode: schema.ModeIndirect, Coder: c.coders[s.Coder], Confidence: 1, Status: schema.StatusAccepted, Codebook: c.out.Codebook.Ref(),
		Variables: c.variables(s, f, f.kept, f.declared),
		Trace:     []string{"coded in DNA as " + statementName(s.ID), "DNA codes no mode: read as indirect"},
	}
	st.Actor, st.OnBehalfOf = c.speaker(s, f)
	st.Start, st.End, st.Evidence = c.evidence(s, st.Variables)
	st.ID = st.DeriveID()
	return st
}

// speaker is the person, on behalf of its organisation, or the organisation.
func (c *converter) speaker(s *Statement, f *form) (actor, onBehalfOf string) {
	person, group := s.text(f.person), s.text(f.organization)
	if group != "" {
		onBehalfOf = c.register.groups[group].id
	}
	if person == "" {
		return onBehalfOf, ""
	}
	return c.register.persons[person].id, onBehalfOf
}

// evidence is the passage or, where the offsets lead to none, a citation of it.
func (c *converter) evidence(s *Statement, kept map[string]string) (start, end int, evidence string) {
	d := c.documents[s.Document]
	start, end, widened, ok := d.text.passage(s.Start, s.Stop)
	if !ok {
		kept[statementFrom], kept[statementTo] = decimal(s.Start), decimal(s.Stop)
		c.report(statementName(s.ID), "Start", fmt.Sprintf("%d-%d", s.Start, s.Stop), "no passage of %s, which has %d UTF-16 code units: cited without offsets",
			documentName(d.ID), len(d.text.points)-1)
		return 0, 0, fmt.Sprintf("%s of DNA in %s, at %d-%d", statementName(s.ID), documentName(d.ID), s.Start, s.Stop)
	}
	if widened {
		c.report(statementName(s.ID), "Start", fmt.Sprintf("%d-%d", s.Start, s.Stop), "cuts a character in two: widened to the whole character")
	}
	evidence, _ = schema.Passage(d.text.read, start, end)
	return start, end, evidence
}
