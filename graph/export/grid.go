package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// Stand is a position in numbers: a cell of a grid with what it is about.
type Stand struct {
	Actor       string         `json:"actor"`
	ActorLabel  string         `json:"actor_label"`
	Proposition string         `json:"proposition"`
	Label       string         `json:"proposition_label"`
	Value       *float64       `json:"value"` // -1 to +1; null when mixed or where nothing counts
	Band        questions.Band `json:"band"`
	N           int            `json:"n"`  // statements counted
	Of          int            `json:"of"` // statements there are
	Accepted    int            `json:"accepted"`
	Signed      int            `json:"signed"` // of n, joint statements that the actor signed
	First       *schema.Day    `json:"first"`  // null where nothing that counts has a date
	Last        *schema.Day    `json:"last"`
	AgeDays     *int           `json:"age_days"` // from last to the as-of day, 0 when not before it; null where last is
	Stale       bool           `json:"stale"`
	Possible    bool           `json:"possible"`
	AsSignatory bool           `json:"as_signatory"`
}

// Stands yields the cells of a grid in which there is a statement, row by row.
// Stale are those that are older than so many days; 0 calls none so.
func Stands(s *ledger.Snapshot, g *questions.Grid, stale int) iter.Seq[Stand] {
	return func(yield func(Stand) bool) {
		for i, actor := range g.Actors {
			for j, proposition := range g.Propositions {
				c := g.Cell(i, j)
				if c.Of == 0 {
					continue
				}
				one := standOf(c, g.AsOf, stale)
				one.Actor, one.ActorLabel = actor, s.Codebook.ActorLabel(actor)
				one.Proposition, one.Label = proposition, s.Codebook.PropositionLabel(proposition)
				if !yield(one) {
					return
				}
			}
		}
	}
}

// standOf is a cell, whosever it is.
func standOf(c *questions.GridCell, asOf schema.Day, stale int) Stand {
	one := Stand{
		Band: c.Band(), N: int(c.N), Of: int(c.Of), Accepted: int(c.Accepted), Signed: c.Signed(), Stale: c.Stale(asOf, stale),
		Possible: c.Possible(), AsSignatory: c.AsSignatory(),
	}
	if value, ok := c.Value(); ok {
		one.Value = &value
	}
	if c.N > 0 && c.First != schema.MaxDay {
		age := c.AgeDays(asOf)
		one.First, one.Last, one.AgeDays = &c.First, &c.Last, &age
	}
	return one
}

// StandsCSV writes cells of a grid as a table, one a row; its columns have the
// names of the JSON. What is null there is empty.
func StandsCSV(w io.Writer, stands iter.Seq[Stand]) error {
	c := csv.NewWriter(w)
	_ = c.Write([]string{"actor", "actor_label", "proposition", "proposition_label", "value", "band", "n", "of", "accepted", "signed",
		"first", "last", "age_days", "stale", "possible", "as_signatory"}) // Error reports what went wrong
	for one := range stands {
		_ = c.Write([]string{Guard(one.Actor), Guard(one.ActorLabel), Guard(one.Proposition), Guard(one.Label), orEmpty(one.Value, number), string(one.Band),
			strconv.Itoa(one.N), strconv.Itoa(one.Of), strconv.Itoa(one.Accepted), strconv.Itoa(one.Signed),
			orEmpty(one.First, schema.Day.String), orEmpty(one.Last, schema.Day.String), orEmpty(one.AgeDays, strconv.Itoa),
			strconv.FormatBool(one.Stale), strconv.FormatBool(one.Possible), strconv.FormatBool(one.AsSignatory)})
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("write positions: %w", err)
	}
	return nil
}

func orEmpty[T any](v *T, text func(T) string) string {
	if v == nil {
		return ""
	}
	return text(*v)
}

// Likeness is how far two actors hold the same positions.
type Likeness struct {
	A      string   `json:"a"`
	ALabel string   `json:"a_label"`
	B      string   `json:"b"`
	BLabel string   `json:"b_label"`
	Shared int      `json:"shared"` // propositions on which both have a value
	Value  *float64 `json:"value"`  // 0 to 1; null where shared is 0
}

// Likenesses yields every two rows of a grid, see Grid.Agreements.
func Likenesses(s *ledger.Snapshot, g *questions.Grid) iter.Seq[Likeness] {
	return func(yield func(Likeness) bool) {
		for _, pair := range g.Agreements() {
			a, b := g.Actors[pair.A], g.Actors[pair.B]
			one := Likeness{A: a, ALabel: s.Codebook.ActorLabel(a), B: b, BLabel: s.Codebook.ActorLabel(b), Shared: pair.Shared}
			if pair.Shared > 0 {
				one.Value = &pair.Value
			}
			if !yield(one) {
				return
			}
		}
	}
}

// LikenessesCSV writes pairs as a table, one a row; its columns have the names of
// the JSON.
func LikenessesCSV(w io.Writer, pairs iter.Seq[Likeness]) error {
	c := csv.NewWriter(w)
	_ = c.Write([]string{"a", "a_label", "b", "b_label", "shared", "value"}) // Error reports what went wrong
	for one := range pairs {
		_ = c.Write([]string{Guard(one.A), Guard(one.ALabel), Guard(one.B), Guard(one.BLabel), strconv.Itoa(one.Shared), orEmpty(one.Value, number)})
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("write pairs of actors: %w", err)
	}
	return nil
}
