package nanopub

import (
	"cmp"
	"io"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/graph/rdf"
	"github.com/stancegraph/stancegraph/schema"
)

// Write writes the accepted statements that a filter describes, in TriG. One
// that another accepted statement revises is left out, and the other supersedes
// it. Quotations are cut to schema.QuotationLimit code points, whatever their
// source: what is published stays public.
func Write(w io.Writer, s *ledger.Snapshot, f questions.Filter, p export.Provenance) error {
	head := rdf.Head{Comments: p.Lines(), Prefixes: append(quads.Prefixes(), quads.Prefix{Short: "np", IRI: nsNP}, quads.Prefix{Short: "npx", IRI: nsNPX})}
	return rdf.Write(w, rdf.TriG, head, func(yield func(quad.Quad, error) bool) {
		for _, st := range publishable(s, f) {
			for _, q := range quadsOf(st, s, p) {
				if !yield(q, nil) {
					return
				}
			}
		}
	})
}

// publishable are the statements that a person has accepted and nobody revised.
func publishable(s *ledger.Snapshot, f questions.Filter) []*schema.Statement {
	revised := map[string]bool{}
	for i := range s.Statements {
		if st := &s.Statements[i]; st.Status == schema.StatusAccepted {
			revised[st.Revises] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(questions.Select(s, f)), func(st *schema.Statement) bool {
		return st.Status != schema.StatusAccepted || revised[st.ID]
	})
}

const (
	nsNP      = "http://www.nanopub.org/nschema#"
	nsNPX     = "http://purl.org/nanopub/x/"
	nsDCTerms = "http://purl.org/dc/terms/"
	nsProv    = "http://www.w3.org/ns/prov#"
	nsSKOS    = "http://www.w3.org/2004/02/skos/core#"
	nsOwn     = quads.Vocabulary + "#"

	rdfType quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
)

// asserted are the terms of a statement that say who stands how on what, and
// when; all others say how anybody knows.
var asserted = []quad.IRI{nsOwn + "actor", nsOwn + "onBehalfOf", nsOwn + "signatory", nsOwn + "signatories", nsOwn + "proposition", nsOwn + "issue",
	nsOwn + "stance", nsOwn + "condition", nsOwn + "act", nsOwn + "mode", nsOwn + "date", nsOwn + "earliest", nsOwn + "latest",
	"https://schema.org/agent", "https://schema.org/object", "https://schema.org/participant"}

// publication is one nanopublication on its way.
type publication struct {
	iri  quad.IRI
	list []quad.Quad
}

func (p *publication) add(graph, subject, term quad.IRI, v quad.Value) {
	p.list = append(p.list, quad.Quad{Subject: subject, Predicate: term, Object: v, Label: p.iri + graph})
}

// The graphs of a nanopublication.
const (
	head       quad.IRI = "#head"
	assertion  quad.IRI = "#assertion"
	provenance quad.IRI = "#provenance"
	pubinfo    quad.IRI = "#pubinfo"
)

func quadsOf(st *schema.Statement, s *ledger.Snapshot, made export.Provenance) []quad.Quad {
	p := &publication{iri: quads.NanopubIRI(st.ID)}
	p.add(head, p.iri, rdfType, quad.IRI(nsNP+"Nanopublication"))
	p.add(head, p.iri, nsNP+"hasAssertion", p.iri+assertion)
	p.add(head, p.iri, nsNP+"hasProvenance", p.iri+provenance)
	p.add(head, p.iri, nsNP+"hasPublicationInfo", p.iri+pubinfo)
	claims, evidence := divided(st)
	for _, q := range claims {
		p.add(assertion, q.Subject.(quad.IRI), q.Predicate.(quad.IRI), q.Object)
	}
	p.add(assertion, quads.ActorIRI(st.Actor), nsSKOS+"prefLabel", quad.String(s.Codebook.ActorLabel(st.Actor)))
	if proposition, ok := s.Codebook.Proposition(st.Proposition); ok {
		p.add(assertion, quads.PropositionIRI(st.Proposition), nsSKOS+"prefLabel", quad.String(proposition.Label))
	}
	from := quad.IRI(nsProv + "wasDerivedFrom")
	if st.HasPassage() {
		from = nsProv + "wasQuotedFrom"
	}
	p.add(provenance, p.iri+assertion, from, quads.SourceIRI(st.Source))
	p.add(provenance, p.iri+assertion, nsProv+"wasAttributedTo", quads.CoderIRI(st.Coder))
	if src, ok := s.Sources[st.Source]; ok {
		p.add(provenance, quads.SourceIRI(st.Source), nsDCTerms+"title", quad.String(src.Heading()))
	}
	for _, q := range evidence {
		p.add(provenance, q.Subject.(quad.IRI), q.Predicate.(quad.IRI), q.Object)
	}
	p.add(pubinfo, p.iri, nsDCTerms+"creator", quads.CoderIRI(cmp.Or(st.Reviewer, st.Coder)))
	p.add(pubinfo, p.iri, nsDCTerms+"isPartOf", quads.DatasetIRI(made.DataVersion))
	p.add(pubinfo, p.iri, nsNPX+"hasNanopubType", quad.IRI(nsOwn+"Statement"))
	if st.Revises != "" {
		p.add(pubinfo, p.iri, nsNPX+"supersedes", quads.NanopubIRI(st.Revises))
	}
	return p.list
}

// divided is what a statement asserts, and how that is known.
func divided(st *schema.Statement) (claims, evidence []quad.Quad) {
	shown := *st
	if st.HasPassage() {
		shown.Evidence = schema.Quotable(st.Evidence)
	}
	record := quads.StatementRecord{Statement: shown}
	own := record.Quads()
	isClaim := quad.IRI(nsOwn + "Statement")
	for _, q := range quads.Sort(slices.Concat(own, quads.Implied(own))) {
		term, _ := q.Predicate.(quad.IRI)
		if slices.Contains(asserted, term) || term == rdfType && q.Object == isClaim {
			claims = append(claims, q)
		} else {
			evidence = append(evidence, q)
		}
	}
	return claims, evidence
}
