package export

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// parquetRow is a statement as a row of the Parquet file: the columns of the
// CSV with types. Dates are days since 1970-01-01; an open bound is null.
type parquetRow struct {
	ID          string   `parquet:"id"`
	Date        string   `parquet:"date"`
	Earliest    *int32   `parquet:"earliest,optional,date"`
	Latest      *int32   `parquet:"latest,optional,date"`
	DateBasis   string   `parquet:"date_basis,dict"`
	Actor       string   `parquet:"actor,dict"`
	ActorLabel  string   `parquet:"actor_label,dict"`
	OnBehalfOf  string   `parquet:"on_behalf_of,dict"`
	Signatories []string `parquet:"signatories,list"`
	Issue       string   `parquet:"issue,dict"`
	Proposition string   `parquet:"proposition,dict"`
	Label       string   `parquet:"proposition_label,dict"`
	Stance      float64  `parquet:"stance"`
	Condition   string   `parquet:"condition"`
	Act         string   `parquet:"act,dict"`
	Mode        string   `parquet:"mode,dict"`
	Evidence    string   `parquet:"evidence"`
	Start       int32    `parquet:"start"`
	End         int32    `parquet:"end"`
	Via         []string `parquet:"via,list"`
	Doc         string   `parquet:"doc,dict"`
	Source      string   `parquet:"source,dict"`
	Title       string   `parquet:"title,dict"`
	Outlet      string   `parquet:"outlet,dict"`
	Published   string   `parquet:"published,dict"`
	URL         string   `parquet:"url,dict"`
	SourceKind  string   `parquet:"source_kind,dict"`
	Coder       string   `parquet:"coder,dict"`
	Confidence  float64  `parquet:"confidence"`
	Status      string   `parquet:"status,dict"`
	LeftOut     string   `parquet:"left_out,dict"`
	Reviewer    string   `parquet:"reviewer,dict"`
	Reason      string   `parquet:"reason,dict"`
	Revises     string   `parquet:"revises"`
	Codebook    string   `parquet:"codebook,dict"`
	Variables   string   `parquet:"variables"` // a JSON object
	Trace       []string `parquet:"trace,list"`
}

// parquetBatch is how many rows are held at once.
const parquetBatch = 4096

// Parquet writes the statements that a filter describes, compressed by Zstandard,
// in the order of CSV. What the file says of itself stands in its metadata.
func Parquet(w io.Writer, s *ledger.Snapshot, f questions.Filter, p Provenance) error {
	about, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("write parquet: %w", err)
	}
	return writeParquet(w, func(yield func(parquetRow) bool) {
		for r := range selected(s, f) {
			if !yield(parquetStatement(r)) {
				return
			}
		}
	}, parquet.KeyValueMetadata("stancegraph", string(about)))
}

func parquetStatement(r row) parquetRow {
	src := r.source
	if src == nil {
		src = &schema.Source{}
	}
	return parquetRow{ID: r.ID, Date: r.Date.String(), Earliest: parquetDay(r.Date.Earliest()), Latest: parquetDay(r.Date.Latest()), DateBasis: string(r.DateBasis),
		Actor: r.Actor, ActorLabel: r.snapshot.Codebook.ActorLabel(r.Actor), OnBehalfOf: r.OnBehalfOf, Signatories: r.Signatories,
		Issue: r.Issue, Proposition: r.Proposition, Label: r.snapshot.Codebook.PropositionLabel(r.Proposition), Stance: r.Stance.Value(), Condition: r.Condition,
		Act: string(r.Act), Mode: string(r.Mode), Evidence: r.Evidence, Start: int32(r.Start), End: int32(r.End), Via: r.Via, Doc: r.Doc, Source: r.Source,
		Title: src.Title, Outlet: src.Outlet, Published: src.Published.String(), URL: src.URL, SourceKind: src.Kind, Coder: r.Coder, Confidence: r.Confidence,
		Status: string(r.Status), LeftOut: leftOut(r), Reviewer: r.Reviewer, Reason: r.Reason, Revises: r.Revises, Codebook: r.Codebook, Variables: variables(r), Trace: r.Trace}
}

func parquetDay(d schema.Day) *int32 {
	if d == schema.MinDay || d == schema.MaxDay {
		return nil
	}
	n := int32(d)
	return &n
}
