package classify

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/resolve"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// Cell is what a cell of a comparison table says of a side's position.
type Cell struct {
	segment.Span
	Row, Column string
	Actors      []string
	Proposition *schema.Proposition
	Stance      schema.Stance
	Trace       []string
}

// Table reads comparison tables: the first row names the sides, the first
// column what the row is about, and each other cell is the position of its
// column's sides. A column for two sides is read for each of them.
func Table(t *segment.Text, cues *Cues, reg *resolve.Register, on schema.Date) []Cell {
	var cells []Cell
	for b := 0; b < len(t.Blocks); b++ {
		if t.Blocks[b].Kind != segment.Row {
			continue
		}
		end := b
		for end < len(t.Blocks) && t.Blocks[end].Kind == segment.Row {
			end++
		}
		cells = append(cells, table{t, cues}.rows(t.Blocks[b:end], reg, on)...)
		b = end
	}
	return cells
}

type table struct {
	*segment.Text
	cues *Cues
}

func (t table) rows(rows []segment.Block, reg *resolve.Register, on schema.Date) []Cell {
	header := t.columns(rows[0])
	sides := make([][]string, len(header))
	for i, h := range header {
		if i > 0 {
			sides[i] = reg.Named(t.Tokens, h.From, h.To, on)
		}
	}
	var cells []Cell
	for _, row := range rows[1:] {
		columns := t.columns(row)
		if len(columns) != len(header) || len(columns) == 0 {
			continue
		}
		for i := 1; i < len(columns); i++ {
			if len(sides[i]) > 0 && !columns[i].Empty() {
				cells = append(cells, t.cell(columns[0], columns[i], header[i], sides[i])...)
			}
		}
	}
	return cells
}

// columns are the runs of tokens between the bars of a row.
func (t table) columns(row segment.Block) []segment.Range {
	var list []segment.Range
	from := -1
	for i := row.Tokens.From; i < row.Tokens.To; i++ {
		if t.Tokens[i].Text != "|" {
			continue
		}
		if from >= 0 {
			list = append(list, segment.Range{From: from, To: i})
		}
		from = i + 1
	}
	return list
}

// cell finds what a cell is about among the propositions of the row's issue:
// by the cues in the cell, else in the cell with its row, else, where the issue
// has one proposition alone, that one.
func (t table) cell(row, cell, column segment.Range, sides []string) []Cell {
	issue := t.issue(row)
	base := Cell{Span: t.SpanOf(cell), Row: t.Words(row), Column: t.Words(column), Actors: sides}
	var cells []Cell
	for _, topic := range t.topics(row, cell, issue) {
		marks := t.marks(cell)
		l := around(t.Text, marks, topic, cell, cell.From, false)
		c := base
		c.Proposition = topic.Proposition
		if topic.First == cell.From && l.sign == topic.Sign {
			l.sign *= leading(t.Tokens[cell.From]) // the row names the topic: "No"
		}
		c.Stance = Reading{Sign: l.sign, Weight: l.weight}.Stance()
		c.Trace = []string{"cue: " + strings.Join(topic.Words, " + ")}
		cells = append(cells, c)
	}
	if len(cells) > 0 || issue == nil || len(issue.Propositions) != 1 {
		return cells
	}
	only := Topic{Proposition: &issue.Propositions[0], Sign: 1, First: cell.From, Last: cell.From}
	l := around(t.Text, t.marks(cell), only, cell, cell.From, false)
	base.Proposition, base.Stance = only.Proposition, Reading{Sign: l.sign * leading(t.Tokens[cell.From]), Weight: l.weight}.Stance()
	base.Trace = []string{"the only proposition of issue " + issue.ID}
	return append(cells, base)
}

// leading is -1 for a cell that begins with a refusal.
func leading(t lexis.Token) int {
	if t.Fold == "no" || t.Fold == "none" || t.Fold == "never" || t.Fold == "against" || t.Fold == "opposed" {
		return -1
	}
	return 1
}

// marks are the operators of a cell; verbs and nouns that take a side count as
// operators too, because a cell has no holder of its own.
func (t table) marks(cell segment.Range) []lexis.Found {
	var list []lexis.Found
	for _, f := range lexis.English().Find(t.Tokens, cell.From, cell.To) {
		if f.Part == lexis.Operator || f.Part == lexis.Value {
			list = append(list, f)
		}
	}
	return list
}

// topics of a cell: in its own words first, then together with its row.
func (t table) topics(row, cell segment.Range, issue *schema.Issue) []Topic {
	if own := onIssue(t.cues.Topics(t.Tokens, cell), issue); len(own) > 0 {
		return own
	}
	tokens := append(append([]lexis.Token{}, t.Tokens[row.From:row.To]...), t.Tokens[cell.From:cell.To]...)
	var list []Topic
	n := row.To - row.From
	for _, topic := range onIssue(t.cues.Topics(tokens, segment.Range{From: 0, To: len(tokens)}), issue) {
		topic.First, topic.Last = cell.From, cell.From
		for i, r := range topic.inside {
			topic.inside[i] = segment.Range{From: max(r.From-n, 0) + cell.From, To: max(r.To-n, 0) + cell.From}
			if r.From >= n {
				topic.First, topic.Last = topic.inside[i].From, topic.inside[i].To-1
			}
		}
		list = append(list, topic)
	}
	return list
}

func onIssue(topics []Topic, issue *schema.Issue) []Topic {
	var list []Topic
	for _, t := range topics {
		for _, id := range t.Proposition.Issues {
			if issue == nil || id == issue.ID {
				list = append(list, t)
				break
			}
		}
	}
	return list
}

// issue is the issue whose label shares a word with the row's head.
func (t table) issue(row segment.Range) *schema.Issue {
	var best *schema.Issue
	most := 0
	for i := range t.cues.codebook.Issues {
		issue := &t.cues.codebook.Issues[i]
		shared := 0
		for _, l := range lexis.Tokenize(issue.Label + " " + strings.ReplaceAll(issue.ID, "-", " ")) {
			for _, w := range t.Tokens[row.From:row.To] {
				if w.Lemma == l.Lemma && w.Kind == lexis.Word && !smallWords.Has(w) {
					shared++
				}
			}
		}
		if shared > most {
			best, most = issue, shared
		}
	}
	return best
}
