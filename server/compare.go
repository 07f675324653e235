package server

import (
	"cmp"
	"io"
	"net/url"
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// compareView is two dates, actors, outlets or the like, cell by cell.
type compareView struct {
	Begin       bool
	Selection   selection
	Title       string
	Ask         string // what to choose first; "" where both sides are known
	Comparison  questions.Comparison
	Dates       bool // two dates are compared: things have changed, and do not merely differ
	Left, Right string
	Counts      []changeCount
	Silent      int    // propositions on which neither side has a position; only of two actors or groups
	OtherURL    string // with, or without, the cells that are alike
	Changed     bool   // only cells that are not alike
	Diff        *diffTable
	Pairs       []pairIssue // two actors or groups next to each other, in place of Diff
	Changes     []changeView
	Pager       pager
}

type changeCount struct {
	Word string
	N    int
}

// compare sets two sides next to each other.
func compare(r *request) (*page, error) {
	by, err := r.oneOf("by", termsOf(questions.Comparisons)...)
	p := place{path: "/compare", timeless: by == "" || by == string(questions.ByDate)}
	for _, name := range []string{"by", "left", "right", "rows", "show"} {
		p = p.with(name, r.query.Get(name))
	}
	bad := func(err error) error {
		v := compareView{Title: "Compare", Selection: r.brokenSelection(p, err, r.compareFields(r.query)...)}
		return &formError{err, &page{template: "compare", title: "The question cannot be read", view: v}}
	}
	if err != nil {
		return nil, bad(err)
	}
	f, err := r.filter()
	if err != nil {
		return nil, bad(err)
	}
	q, err := r.compareQuery(f)
	if err != nil {
		return nil, bad(err)
	}
	if q.spec.Left == "" || q.spec.Right == "" {
		return r.compareAsk(p, f, q), nil
	}
	c, err := questions.NewContrast(r.snap, f, q.spec)
	if err != nil {
		return nil, bad(err)
	}
	return r.comparePage(p, f, q, c), nil
}

// comparison is what the page is asked for beside the filter.
type comparison struct {
	spec    questions.ComparisonSpec
	changed bool
	page    int
}

func (r *request) compareQuery(f questions.Filter) (q comparison, err error) {
	q.spec = questions.ComparisonSpec{By: questions.By(cmp.Or(r.query.Get("by"), string(questions.ByDate))), Left: r.query.Get("left"), Right: r.query.Get("right")}
	if q.spec.Rows, err = r.rowsOr(f); err != nil {
		return q, err
	}
	if q.page, err = r.whole("page", 1, 1); err != nil {
		return q, err
	}
	show, err := r.oneOf("show", "changed")
	q.changed = show != ""
	if q.spec.By == questions.ByDate {
		r.defaultDates(f, &q.spec)
	}
	return q, err
}

// defaultDates are the day by which half of the statements had been made, or
// the last one before the other side, and the last one. The form and the
// heading say them. Where there are not two days, the sides stay open.
func (r *request) defaultDates(f questions.Filter, spec *questions.ComparisonSpec) {
	days := statementDays(r.snap, f)
	if len(days) == 0 {
		return
	}
	if last := days[len(days)-1].Day.String(); spec.Right == "" && spec.Left != last {
		spec.Right = last
	}
	right, err := schema.ParseDay(spec.Right)
	before := slices.IndexFunc(days, func(d dayCount) bool { return err == nil && d.Day >= right })
	if before < 0 {
		before = len(days)
	}
	if spec.Left == "" && before > 0 {
		all, until := 0, 0
		for _, d := range days {
			all += d.N
		}
		at := slices.IndexFunc(days, func(d dayCount) bool { until += d.N; return 2*until >= all })
		spec.Left = days[min(at, before-1)].Day.String()
	}
}

// askFor says which sides are to be chosen and, of dates, why none are.
func (r *request) askFor(f questions.Filter, by questions.By) string {
	if by != questions.ByDate {
		return "Choose two " + string(by) + "s."
	}
	which, days := "here", statementDays(r.snap, f)
	if !f.IsZero() {
		which = "under this filter"
	}
	switch {
	case len(days) == 0:
		return "There is no dated statement " + which + ", and so nothing to compare. Choose another filter."
	case len(days) == 1:
		return "All statements " + which + " are of one day, " + longDay(days[0].Day) + ", so nothing has changed between two. Choose two dates, or compare groups, actors or outlets."
	}
	return "Choose two dates from " + longDay(days[0].Day) + " to " + longDay(days[len(days)-1].Day) + ", the earlier one first."
}

// compareAsk is the page before both sides are chosen.
func (r *request) compareAsk(p place, f questions.Filter, q comparison) *page {
	v := compareView{
		Begin: len(r.snap.Statements) == 0, Title: "Compare", Selection: r.selection(p, f, r.compareFields(r.query)...),
		Ask: r.askFor(f, q.spec.By),
	}
	return &page{template: "compare", title: v.Title, view: v, path: p.at(f.Values()), data: questions.Comparison{By: q.spec.By, Changes: []questions.Change{}, Counts: []questions.ChangeCount{}, Version: r.snap.Version},
		table: func(w io.Writer) error { return writeComparison(w, questions.Comparison{}) }}
}

// comparePage shows some of the cells; what is no page has all of them.
func (r *request) comparePage(p place, f questions.Filter, q comparison, contrast *questions.Contrast) *page {
	c := contrast.Heading()
	if r.shape != formatHTML {
		c = contrast.Whole()
	}
	p = p.with("left", c.Left).with("right", c.Right)
	v := compareView{
		Selection: r.selection(p, f, r.compareFields(p.query(f.Values()))...), Comparison: c, Dates: c.By == questions.ByDate,
		Left: r.sideLabel(c, c.Left), Right: r.sideLabel(c, c.Right), Changed: q.changed,
	}
	v.Title = v.Left + " and " + v.Right
	if v.Dates {
		v.Title = "From " + v.Left + " to " + v.Right
	}
	for _, n := range c.Counts {
		v.Counts = append(v.Counts, changeCount{v.countWord(n.Kind), n.N})
	}
	other := "changed"
	if q.changed {
		other = ""
	}
	v.OtherURL = p.with("show", other).at(f.Values())
	if r.shape == formatHTML {
		r.fillComparison(&v, p, f, q, contrast)
	}
	full := r.full(f).filter
	if p.timeless {
		full.Del("as-of") // the two dates say it
	}
	return &page{
		template: "compare", title: v.Title, view: v, data: c, path: p.with("by", string(c.By)).with("rows", string(c.Rows)).onPage(q.page).at(full),
		cite: "positions compared: " + v.Left + " and " + v.Right + ", by the rule " + c.Rule, table: func(w io.Writer) error { return writeComparison(w, c) },
	}
}

// listedCell is a cell of a comparison with its number in the list of those that
// are not alike, from 1; 0 is none.
type listedCell struct {
	questions.ContrastedCell
	number int
}

// fillComparison lays out the cells: as a table of rows and columns, or of two
// sides, and those that are not alike as a list with their passages. Of the
// others no passage is looked up.
func (r *request) fillComparison(v *compareView, p place, f questions.Filter, q comparison, c *questions.Contrast) {
	l := linksOf(f)
	of := 0
	for _, n := range v.Comparison.Counts {
		if !alike(n.Kind) {
			of += n.N
		}
	}
	v.Pager = pagerOf(q.page, changesShown, of, "changes", func(page int) string { return p.onPage(page).at(f.Values()) })
	pages := map[int]string{} // their addresses
	to := func(number int) string {
		page := (number-1)/changesShown + 1
		if pages[page] == "" {
			pages[page] = p.onPage(page).at(f.Values())
		}
		return pages[page] + "#" + changeAnchor(number)
	}
	var add func(i int, cell listedCell)
	if q.spec.By == questions.ByGroup || q.spec.By == questions.ByActor {
		pairs := r.newPairTable(l, v, p, f, c, to)
		add = pairs.add
		defer func() { v.Pairs, v.Silent = pairs.filled(), r.inScope(f)-c.Len() }()
	} else {
		table := r.newDiffTable(v, l, f, c, q.changed, to)
		add = func(_ int, cell listedCell) { table.add(r, cell) }
		defer func() { v.Diff = table.finish() }()
	}
	number := 0
	for i := range c.Len() {
		cell := listedCell{ContrastedCell: c.At(i)}
		if !alike(cell.Kind) {
			number++
			cell.number = number
		} else if q.changed {
			continue
		}
		if cell.number >= v.Pager.From && cell.number <= v.Pager.To {
			v.Changes = append(v.Changes, r.changeView(l, *v, c.Change(i), cell.number))
		}
		add(i, cell)
	}
}

// alike reports whether cells of a kind are the same on both sides.
func alike(kind questions.ChangeKind) bool {
	return kind == questions.ChangeUnchanged || kind == questions.ChangeSame
}

// inScope is how many propositions a filter leaves to be compared.
func (r *request) inScope(f questions.Filter) int {
	seen := map[string]bool{}
	for _, i := range catalog(r.snap) {
		for _, p := range i.Props {
			in := len(f.Propositions) == 0 || slices.Contains(f.Propositions, p.ID)
			if in && (len(f.Issues) == 0 || slices.Contains(f.Issues, i.ID)) && !slices.Contains(f.Not.Issues, i.ID) && !slices.Contains(f.Not.Propositions, p.ID) {
				seen[p.ID] = true
			}
		}
	}
	return len(seen)
}

// sideLabel is what a side is called.
func (r *request) sideLabel(c questions.Comparison, side string) string {
	switch c.By {
	case questions.ByDate:
		if d, err := schema.ParseDay(side); err == nil {
			return longDay(d)
		}
	case questions.ByGroup, questions.ByActor:
		return r.snap.Codebook.ActorLabel(side)
	}
	return side
}

// countWord is a kind of change in words that name the sides.
func (v compareView) countWord(k questions.ChangeKind) string {
	switch k {
	case questions.ChangeOnlyLeft:
		return "only " + v.Left
	case questions.ChangeOnlyRight:
		return "only " + v.Right
	case questions.ChangeSame:
		return "alike"
	case questions.ChangeDiffers:
		return "different"
	}
	return string(k)
}

// compareFields choose what is compared and the two sides: dates as dates, and
// what there are few of from a list.
func (r *request) compareFields(query url.Values) []field {
	by := cmp.Or(query.Get("by"), string(questions.ByDate))
	kinds := []option{}
	for _, b := range questions.Comparisons {
		kinds = append(kinds, option{Value: string(b), Label: compareWords[b]})
	}
	what := choices("by", "Compare", url.Values{"by": {by}}, kinds...)
	list := []field{what}
	if by == string(questions.ByDate) {
		list = append(list, dateField("left", "From", query, ""), dateField("right", "To", query, ""))
	} else if known := r.comparable(questions.By(by)); known != nil {
		known = append([]option{{Label: "choose"}}, known...)
		list = append(list, choices("left", "This one", query, slices.Clone(known)...), choices("right", "And that", query, known...))
	} else {
		list = append(list, textField("left", "This one", query), textField("right", "And that", query))
	}
	if by != string(questions.ByActor) && by != string(questions.ByGroup) {
		list = append(list, rowsField(query))
	}
	return list
}

var compareWords = map[questions.By]string{
	questions.ByDate: "two dates", questions.ByGroup: "two groups", questions.ByActor: "two actors", questions.ByOutlet: "two outlets",
	questions.ByCoder: "two coders", questions.ByCodebook: "two versions of the codebook",
}

// mostOptions is how many values a list of a form has at most; past it the
// value is typed.
const mostOptions = 300

// comparable are the values that may be compared; nil where there are too many
// for a list, or no list of them.
func (r *request) comparable(by questions.By) []option {
	var list []option
	switch by {
	case questions.ByGroup:
		for _, a := range r.snap.Codebook.Actors {
			if a.Kind.IsGroup() {
				list = append(list, option{Value: a.ID, Label: a.Label})
			}
		}
	case questions.ByActor:
		for _, id := range r.snap.Actors() {
			list = append(list, option{Value: id, Label: r.snap.Codebook.ActorLabel(id)})
		}
	case questions.ByOutlet:
		seen := map[string]bool{}
		for _, s := range r.snap.Sources {
			seen[s.Outlet] = true
		}
		for _, outlet := range keysOf(seen) {
			if outlet != "" {
				list = append(list, option{Value: outlet, Label: outlet})
			}
		}
	case questions.ByCoder:
		for _, coder := range r.snap.Coders() {
			list = append(list, option{Value: coder, Label: coder})
		}
	}
	if len(list) > mostOptions {
		return nil
	}
	return list
}

// writeComparison prints one cell a row.
func writeComparison(w io.Writer, c questions.Comparison) error {
	t := table{head: []string{
		"by", "left", "right", "actor", "label", "group", "issue", "proposition", "kind", "how", "possible",
		"left_value", "left_band", "left_n", "left_of", "left_statements", "left_evidence",
		"right_value", "right_band", "right_n", "right_of", "right_statements", "right_evidence",
	}}
	for _, one := range c.Changes {
		row := []string{
			string(c.By), c.Left, c.Right, one.Actor, one.Label, strconv.FormatBool(one.Group), one.Issue, one.Proposition,
			string(one.Kind), string(one.How), strconv.FormatBool(one.Possible),
		}
		t.rows = append(t.rows, append(append(row, sideFields(one.Left)...), sideFields(one.Right)...))
	}
	return t.write(w)
}

func sideFields(s *questions.Side) []string {
	if s == nil {
		return make([]string, 6)
	}
	p := s.Position
	return []string{numberOf(p.Value), string(p.Band), strconv.Itoa(p.N), strconv.Itoa(p.Of), passageIDs(s.Evidence), quotations(s.Evidence)}
}
