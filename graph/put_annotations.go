package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// PutAnnotations stores coded passages that are no statements: all of them, or
// none when one has a problem. Sources must be there for those whose evidence
// is a passage. Annotations without an ID get the one that their content
// derives; what is there already is not added again. The report counts
// annotations.
//
// Errors are of kind input with all problems, io.
func (s *Store) PutAnnotations(ctx context.Context, annotations []schema.Annotation) (Report, error) {
	var report Report
	err := s.write(ctx, plural(len(annotations), "annotation"), func(c *change) error {
		annotations = slices.Clone(annotations)
		b := batch{contents: s.contents}
		b.checkAnnotations(annotations)
		if err := b.problems.Err(nothingWritten); err != nil {
			return err
		}
		s.putAnnotations(c, annotations, &report)
		return nil
	})
	if err != nil {
		return Report{}, err
	}
	return report, nil
}

// Annotations returns all annotations, by source and passage. They may not be
// changed.
func (s *Store) Annotations() []schema.Annotation { return s.Refresh().Annotations }

// checkAnnotations fills in IDs that are empty and collects what is wrong.
func (b *batch) checkAnnotations(annotations []schema.Annotation) {
	seen := make(map[string]bool, len(annotations))
	for i := range annotations {
		a := &annotations[i]
		if a.ID == "" {
			a.ID = a.DeriveID()
		}
		if seen[a.ID] {
			b.problems = append(b.problems, schema.Problem{Record: annotationName(a), Field: "id", Value: a.ID, Expected: "the same annotation stands twice; remove one"})
		}
		seen[a.ID] = true
		b.checkAnnotation(a)
	}
}

// checkAnnotation checks one by itself and against the text of its source.
func (b *batch) checkAnnotation(a *schema.Annotation) {
	b.problems = append(b.problems, a.Validate()...)
	st := schema.Statement{ID: annotationName(a), Doc: a.Doc, Source: a.Source, Start: a.Start, End: a.End, Evidence: a.Evidence}
	b.checkEvidence(&st)
	a.Evidence = st.Evidence
}

func annotationName(a *schema.Annotation) string { return "annotation " + a.ID }

// putAnnotations adds annotations that were checked to a change.
func (s *Store) putAnnotations(c *change, annotations []schema.Annotation, report *Report) {
	recorded := s.now()
	for i := range annotations {
		after := &quads.AnnotationRecord{Annotation: annotations[i], Recorded: recorded}
		before := s.contents.annotations[after.ID]
		switch {
		case before == nil:
			c.replace(nil, after.Quads())
			report.Added++
		case !c.update(before, after):
			report.Known++
			continue
		default:
			report.Updated++
		}
		c.Annotations = append(c.Annotations, after)
	}
}

// update adds what differs between two states of an annotation: the reason may
// be worded anew.
func (c *change) update(before, after *quads.AnnotationRecord) bool {
	after.Recorded = before.Recorded
	return c.replace(before.Quads(), after.Quads())
}

func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
