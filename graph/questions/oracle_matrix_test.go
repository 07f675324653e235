package questions_test

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// propositionsOn are those of an issue: its own first, then those listed under
// others that belong to it too.
func (o oracle) propositionsOn(issue string) []string {
	var own, others []string
	for _, i := range o.Codebook.Issues {
		for _, p := range i.Propositions {
			switch {
			case i.ID == issue:
				own = append(own, p.ID)
			case slices.Contains(p.Issues, issue):
				others = append(others, p.ID)
			}
		}
	}
	return append(own, others...)
}

func (o oracle) issue(who string, group bool, issue string) questions.IssuePosition {
	ip := questions.IssuePosition{Actor: who, Group: group, Issue: issue, Listed: true, LeftOut: []questions.LeftOut{},
		Held: []questions.Position{}, Rejected: []questions.Position{}, Undecided: []questions.Position{}, Mixed: []questions.Position{}}
	why := map[questions.Reason]int{}
	for _, proposition := range o.propositionsOn(issue) {
		p := o.position(who, group, proposition)
		p.Issue = issue
		ip.N, ip.Of = ip.N+p.N, ip.Of+p.Of
		for _, l := range p.LeftOut {
			why[l.Reason] += l.N
		}
		t := &ip.Tally
		t.Possible, t.AsSignatory, t.Disagree, t.Stale = t.Possible+countIf(p.Possible), t.AsSignatory+countIf(p.AsSignatory), t.Disagree+countIf(p.Disagree), t.Stale+countIf(p.Stale)
		switch p.Band {
		case questions.BandSupport, questions.BandConditionalSupport:
			ip.Held = append(ip.Held, p)
		case questions.BandOppose, questions.BandConditionalOppose:
			ip.Rejected = append(ip.Rejected, p)
		case questions.BandUndecided:
			ip.Undecided = append(ip.Undecided, p)
		case questions.BandMixed:
			ip.Mixed = append(ip.Mixed, p)
		}
	}
	ip.Tally.Held, ip.Tally.Rejected, ip.Tally.Undecided, ip.Tally.Mixed = len(ip.Held), len(ip.Rejected), len(ip.Undecided), len(ip.Mixed)
	for _, r := range questions.Reasons {
		if why[r] > 0 {
			ip.LeftOut = append(ip.LeftOut, questions.LeftOut{Reason: r, N: why[r]})
		}
	}
	return ip
}

// matrixCell is a cell with the statements that bear on it.
type matrixCell struct {
	cell         questions.Cell
	counted, all []string // IDs
	matters      bool     // some statement counts on some date
}

// matrix fills the cells of all rows and columns, by their IDs, and says which
// rows and columns stay.
func (o oracle) matrix(spec questions.MatrixSpec, rows []string) (cells map[[2]string]matrixCell, stay map[string]bool) {
	cells, stay = map[[2]string]matrixCell{}, map[string]bool{}
	columns := o.propositionsOn(spec.Issue)
	if spec.Issue == "" {
		columns = nil
		for _, i := range o.Codebook.Issues {
			if o.shows(i.ID) {
				columns = append(columns, i.ID)
			}
		}
	}
	for _, who := range rows {
		for _, column := range columns {
			c := o.cell(spec, who, column)
			cells[[2]string{who, column}] = c
			stay[who], stay[column] = stay[who] || c.matters, stay[column] || c.matters
		}
	}
	return cells, stay
}

func (o oracle) cell(spec questions.MatrixSpec, who, column string) matrixCell {
	group := spec.Rows == questions.RowsGroups
	var c matrixCell
	propositions := []string{column}
	if spec.Issue == "" {
		ip := o.issue(who, group, column)
		c.cell.Issue, propositions = &ip, o.propositionsOn(column)
	} else {
		p := o.position(who, group, column)
		p.Issue = spec.Issue
		c.cell.Position = &p
	}
	for _, p := range propositions {
		pool := o.pool(who, group, p)
		counted, _ := o.judge(pool)
		for _, h := range pool {
			c.all = append(c.all, h.ID)
			c.matters = c.matters || o.standing[h.ID] == "" && o.passes(h)
		}
		for _, h := range counted {
			c.counted = append(c.counted, h.ID)
		}
	}
	return c
}
