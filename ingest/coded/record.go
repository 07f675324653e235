package coded

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// record is a row as the mapping reads it: names as the table has them, terms
// as the record of a statement has them.
type record struct {
	line                                  int
	actor, onBehalfOf, proposition, issue string
	stance                                schema.Stance
	date                                  schema.Date
	citation, evidence                    string
	outlet, title, url                    string
	condition, coder, reason              string
	act                                   schema.Act
	mode                                  schema.Mode
	basis                                 schema.DateBasis
	status                                schema.Status
	confidence                            float64
	via                                   []string
	variables                             map[string]string
}

// cells takes rows apart.
type cells struct {
	opt   *Options
	rows  rows
	where map[string]int // field -> place of its column
	extra []int          // columns that nothing is mapped to
	known int            // columns that were looked at
	dates map[string]schema.Date
	bad   *problems
	row   row
}

func newCells(opt *Options, rows rows, bad *problems) *cells {
	return &cells{opt: opt, rows: rows, where: map[string]int{}, dates: map[string]schema.Date{}, bad: bad}
}

// look finds the columns of the mapping; those of JSON Lines may come late.
func (c *cells) look() {
	names := c.rows.columns()
	for ; c.known < len(names); c.known++ {
		mapped := false
		for field, column := range c.opt.Columns {
			if column == names[c.known] {
				c.where[field], mapped = c.known, true
			}
		}
		if !mapped && !c.opt.DropVariables {
			c.extra = append(c.extra, c.known)
		}
	}
}

// text is the value of a field: its cell or, where that is empty, its constant.
func (c *cells) text(field string) string {
	if at, ok := c.where[field]; ok && at < len(c.row.values) {
		if v := strings.TrimSpace(c.row.values[at]); v != "" {
			return v
		}
	}
	return c.opt.Constants[field]
}

func (c *cells) problem(field, value, expected string) {
	name := field
	if column := c.opt.Columns[field]; column != "" && column != field {
		name = field + " (column " + column + ")"
	}
	c.bad.add(c.row.line, name, value, expected)
}

// read reads a row and reports everything that is wrong with it.
func (c *cells) read(r row) record {
	c.row = r
	rec := record{line: r.line, actor: c.required("actor"), proposition: c.required("proposition"), issue: c.text("issue"),
		onBehalfOf: c.text("on_behalf_of"), stance: c.stance(), date: c.date(), citation: c.text("source"), evidence: c.text("evidence"),
		outlet: c.text("outlet"), title: c.text("title"), url: c.text("url"), condition: c.text("condition"), coder: c.text("coder"),
		reason: c.text("reason"), confidence: c.confidence(), via: c.via(), variables: c.variables()}
	rec.act = word(c, "act", schema.Acts)
	rec.mode = word(c, "mode", schema.Modes)
	rec.basis = word(c, "date_basis", schema.DateBases)
	rec.status = word(c, "status", schema.Statuses)
	if rec.act == "" && rec.stance.Valid() {
		rec.act = rec.stance.Act()
	}
	if rec.status == schema.StatusRejected && rec.reason == "" {
		c.problem("reason", "", "expected why the statement was rejected")
	}
	if rec.citation == "" {
		rec.citation = c.fallback(rec.proposition)
	}
	return rec
}

// fallback cites a proposition in place of a document, by the column and the
// value that name it.
func (c *cells) fallback(proposition string) string {
	if column := c.opt.Columns["proposition"]; column != "" {
		return column + " " + proposition
	}
	return proposition
}

func (c *cells) required(field string) string {
	v := c.text(field)
	if v == "" {
		c.problem(field, "", "the cell is empty: every statement needs one")
	}
	return v
}

func (c *cells) stance() schema.Stance {
	v := c.text("stance")
	x, err := strconv.ParseFloat(v, 64)
	if err == nil {
		var s schema.Stance
		if s, err = schema.StanceOf(x); err == nil {
			return s
		}
	}
	c.problem("stance", v, "expected one of -1, -0.5, 0, 0.5, 1")
	return 0
}

// maxDates bounds how many dates are remembered; a table has a few thousand.
const maxDates = 1 << 16

func (c *cells) date() schema.Date {
	v := c.text("date")
	d, ok := c.dates[v]
	if ok {
		return d
	}
	d, err := schema.ParseDate(v)
	if err != nil {
		_, expected, _ := strings.Cut(err.Error(), ": ")
		c.problem("date", v, expected)
		return d
	}
	if len(c.dates) < maxDates {
		c.dates[strings.Clone(v)] = d
	}
	return d
}

func (c *cells) confidence() float64 {
	v := c.text("confidence")
	x, err := strconv.ParseFloat(v, 64)
	if err != nil || !(x >= 0 && x <= 1) {
		c.problem("confidence", v, "expected a number from 0 to 1")
	}
	return x
}

func (c *cells) via() []string {
	v := c.text("via")
	if v == "" {
		return nil
	}
	var relays []string
	for relay := range strings.SplitSeq(v, ";") {
		if relay = strings.TrimSpace(relay); relay != "" {
			relays = append(relays, relay)
		}
	}
	return relays
}

// word reads a term of one of the closed lists of schema.
func word[T ~string](c *cells, field string, list []T) T {
	v := T(strings.ToLower(c.text(field)))
	if v != "" && !slices.Contains(list, v) {
		names := make([]string, len(list))
		for i, term := range list {
			names[i] = string(term)
		}
		c.problem(field, string(v), "expected one of "+strings.Join(names, ", ")+schema.DidYouMean(string(v), slices.Values(names)))
	}
	return v
}

// variables are the cells that nothing is mapped to.
func (c *cells) variables() map[string]string {
	var vars map[string]string
	names := c.rows.columns()
	for _, at := range c.extra {
		if at >= len(c.row.values) || c.row.values[at] == "" {
			continue
		}
		if vars == nil {
			vars = make(map[string]string, len(c.extra))
		}
		vars[names[at]] = c.row.values[at]
	}
	return vars
}
