package coded

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// The issue of propositions that no issue is given for. Its label says so.
const (
	unassignedID    = "unassigned"
	unassignedLabel = "No issue assigned"
)

// Register is where the names in a table lead: to entries of a codebook, those
// that it had and those that were made.
type Register struct {
	Codebook            *schema.Codebook // what it was where nothing had to be made
	CreatedActors       int
	CreatedPropositions int
	Unassigned          int // made propositions without an issue

	actors       map[string]string // name -> ID
	propositions map[string]string // name -> ID
}

// Register finds every actor and proposition of the table in a codebook, nil
// where there is none. Missing ones are made in a new version of it; with
// strict they are an error of kind input that lists them. known returns the
// text of a version that exists: the same text is not given another version.
func (t *Table) Register(cb *schema.Codebook, strict bool, known func(ref string) (yaml string, ok bool)) (*Register, error) {
	next := &schema.Codebook{Name: t.opt.CodebookName, Title: "Made from " + base(t.opt.Name)}
	if cb != nil {
		next = &schema.Codebook{Name: cb.Name, Version: cb.Version, Title: cb.Title, Issues: slices.Clone(cb.Issues), Actors: slices.Clone(cb.Actors)}
		for i := range next.Issues {
			next.Issues[i].Propositions = slices.Clone(next.Issues[i].Propositions) // the version that is there stays as it is
		}
	}
	m := &maker{table: t, cb: next, out: &Register{actors: map[string]string{}, propositions: map[string]string{}}, strict: strict,
		bad: &problems{file: t.opt.Name}, actors: actorFinder(next), propositions: propositionFinder(next), issues: issueFinder(next)}
	m.makeActors()
	m.makePropositions()
	if err := m.bad.err("add them to the codebook, or import without --strict, which makes them"); err != nil {
		return nil, err
	}
	m.out.Codebook = cb
	if m.out.CreatedActors+m.out.CreatedPropositions == 0 && cb != nil {
		return m.out, nil
	}
	var err error
	m.out.Codebook, err = newVersion(next, known)
	return m.out, err
}

// newVersion gives a codebook the next version that is free, or the one that
// has the same text: an import that was interrupted has written that.
func newVersion(cb *schema.Codebook, known func(string) (string, bool)) (*schema.Codebook, error) {
	for {
		cb.Version = nextVersion(cb.Version)
		text := cb.Format(schema.CodebookRemarks{})
		if there, ok := known(cb.Ref()); ok && there != text {
			continue
		}
		return schema.LoadCodebook(cb.Ref(), []byte(text))
	}
}

// nextVersion counts the last part of a version up; a version of one part gets
// a second: 1, 1.1, 1.2.
func nextVersion(version string) string {
	if version == "" {
		return "1"
	}
	at := strings.LastIndexByte(version, '.')
	n, err := strconv.Atoi(version[at+1:])
	if at < 0 || err != nil {
		return version + ".1"
	}
	return version[:at+1] + strconv.Itoa(n+1)
}

// maker makes what a codebook lacks.
type maker struct {
	table                        *Table
	cb                           *schema.Codebook
	out                          *Register
	strict                       bool
	bad                          *problems
	actors, propositions, issues *finder
}

func (m *maker) missing(field, name string, f *finder) {
	m.bad.add(0, field, name, "not in codebook "+m.cb.Ref()+schema.DidYouMean(name, f.names))
}

// makeActors makes actors in the order of their names, whatever the order of
// the rows.
func (m *maker) makeActors() {
	for _, name := range slices.Sorted(slices.Values(m.table.actors.order)) {
		id, ok := m.actors.find(name)
		switch {
		case ok:
		case m.strict:
			m.missing("actor", name, m.actors)
		default:
			id = freeID(name, "actor", m.actors.taken)
			m.actors.add(id, name)
			m.cb.Actors = append(m.cb.Actors, schema.Actor{ID: id, Label: name, Kind: m.table.opt.ActorKind})
			m.out.CreatedActors++
		}
		m.out.actors[name] = id
	}
}

// makePropositions makes propositions in the order in which the table names
// them, each on the first of its issues.
func (m *maker) makePropositions() {
	for _, name := range m.table.propositions.order {
		id, ok := m.propositions.find(name)
		if !ok {
			id, ok = m.propositions.find(m.definition(name))
		}
		switch {
		case ok:
			m.out.propositions[name] = id
			m.checkIssues(name, id)
		case m.strict:
			m.missing("proposition", name, m.propositions)
		default:
			m.makeProposition(name)
		}
	}
	slices.SortStableFunc(m.cb.Issues, func(a, b schema.Issue) int { return place(a) - place(b) })
	for i := range m.cb.Issues {
		if len(m.cb.Issues[i].Propositions) == 0 {
			m.fill(&m.cb.Issues[i])
		}
	}
	m.cb.Issues = slices.DeleteFunc(m.cb.Issues, func(i schema.Issue) bool { return len(i.Propositions) == 0 })
}

// definition keeps what the table called a proposition: another import knows it
// by that.
func (m *maker) definition(name string) string {
	if column := m.table.opt.Columns["proposition"]; column != "" {
		return column + " " + name
	}
	return name
}

func (m *maker) makeProposition(name string) {
	id := freeID(name, "proposition", m.propositions.taken)
	p := schema.Proposition{ID: id, Label: name, Definition: m.definition(name)}
	if title := m.table.opt.Titles[name]; title != "" {
		p.Label = title
	}
	m.propositions.add(id, name, p.Definition)
	m.out.propositions[name] = id
	m.out.CreatedPropositions++
	for _, label := range slices.Concat(m.table.issues[name], m.table.opt.Issues[name]) {
		if issue := m.issue(label); issue != "" && !slices.Contains(p.Issues, issue) {
			p.Issues = append(p.Issues, issue)
		}
	}
	if len(p.Issues) == 0 {
		p.Issues = []string{m.issue(unassignedLabel)}
		m.out.Unassigned++
	}
	for i := range m.cb.Issues {
		if issue := &m.cb.Issues[i]; issue.ID == p.Issues[0] {
			issue.Propositions = append(issue.Propositions, p)
		}
	}
}

// checkIssues refuses rows that put a proposition of the codebook on an issue
// that it does not have there. What the file of issues says of it is left
// aside: the codebook knows better.
func (m *maker) checkIssues(name, id string) {
	var have []string
	for i := range m.cb.Issues {
		for _, p := range m.cb.Issues[i].Propositions {
			if p.ID == id {
				have = p.Issues
			}
		}
	}
	for _, label := range m.table.issues[name] {
		if issue, ok := m.issues.find(label); !ok || !slices.Contains(have, issue) {
			m.bad.add(0, "issue", label, "expected "+strings.Join(have, " or ")+", the issue of "+id+" in codebook "+m.cb.Ref())
		}
	}
}

func (m *maker) issue(label string) string {
	id, ok := m.issues.find(label)
	switch {
	case ok:
		return id
	case m.strict:
		m.missing("issue", label, m.issues)
		return ""
	case label == unassignedLabel:
		id = freeID(unassignedID, "issue", m.issues.taken)
	default:
		id = freeID(label, "issue", m.issues.taken)
	}
	m.issues.add(id, label)
	m.cb.Issues = append(m.cb.Issues, schema.Issue{ID: id, Label: label})
	return id
}

// place moves the issue of the rest behind the real ones.
func place(i schema.Issue) int {
	if i.Label == unassignedLabel {
		return 1
	}
	return 0
}

// fill lists a proposition under an issue that no proposition has first: an
// issue needs one. The order of its issues stays, so that it is printed on the
// same issue as before.
func (m *maker) fill(empty *schema.Issue) {
	for i := range m.cb.Issues {
		other := &m.cb.Issues[i]
		at := slices.IndexFunc(other.Propositions, func(p schema.Proposition) bool { return slices.Contains(p.Issues, empty.ID) })
		if at >= 0 && len(other.Propositions) > 1 {
			empty.Propositions = []schema.Proposition{other.Propositions[at]}
			other.Propositions = slices.Delete(slices.Clone(other.Propositions), at, at+1)
			return
		}
	}
	for i := range m.cb.Issues { // every issue has but one: leave this one out
		for k := range m.cb.Issues[i].Propositions {
			p := &m.cb.Issues[i].Propositions[k]
			p.Issues = slices.DeleteFunc(slices.Clone(p.Issues), func(id string) bool { return id == empty.ID })
		}
	}
}
