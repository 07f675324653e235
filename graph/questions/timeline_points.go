package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// EvidenceMost is how many deciding statements a point of a timeline carries:
// the newest. By most rules all that has been said so far decides, and what all
// points would carry together would grow with the square of the statements.
const EvidenceMost = 20

// pointMaker makes the points of lines, one line after the other. A point costs
// what is new in it.
type pointMaker struct {
	*panel
	days     *progress
	line     voicedLine
	waiting  waiting
	speakers speakers

	// Of what counts so far:
	joint          course     // the joint statements that the row signed
	accepted       int        //
	newest, oldest int        // of those with a date; places among the ballots
	places         [3][]int32 // by bit of the sign, newest first
}

func newPointMaker(p *panel) *pointMaker {
	return &pointMaker{panel: p, days: newProgress(p), speakers: speakers{ruler: p.ruler, c: p.c}}
}

// points are those of a line.
func (m *pointMaker) points(l voicedLine) []Point {
	m.start(l)
	points := []Point{}
	fresh := 0 // those of days on which there were too few for min-statements wait for more
	for day, more := m.days.next(); more; day, more = m.days.next() {
		m.to(day)
		if m.days.taken >= m.atLeast {
			points = append(points, m.point(day, m.days.order[fresh:m.days.taken]))
			fresh = m.days.taken
		}
	}
	return points
}

func (m *pointMaker) start(l voicedLine) {
	m.line, m.joint, m.accepted, m.newest, m.oldest = l, course{}, 0, len(l.ballots), -1
	for i := range m.places {
		m.places[i] = m.places[i][:0]
	}
	m.days.begin(l.ballots)
	m.waiting.begin(m.panel, l)
	m.speakers.begin(l.ballots)
}

// to goes on to a day.
func (m *pointMaker) to(day schema.Day) {
	fresh, closed := m.days.to(day)
	for _, at := range fresh {
		m.enter(int(at))
	}
	m.speakers.to(day, fresh, closed)
}

// point is that of the day, from which some more ballots count.
func (m *pointMaker) point(day schema.Day, fresh []int32) Point {
	d := m.days.decide()
	p := Point{Day: day, Added: make([]string, len(fresh)), Deciding: m.ruler.heed(&m.days.course, &m.days.course).of(d.signs)}
	for i, at := range fresh {
		p.Added[i] = m.s.Statements[m.line.ballots[at].at].ID
	}
	slices.Sort(p.Added)
	p.Position, p.Evidence = m.position(day, d, p.Deciding), m.evidence(day, d.signs, p.Deciding)
	return p
}

func (m *pointMaker) enter(at int) {
	b := m.line.ballots[at]
	places := &m.places[b.sign()>>1]
	i, _ := slices.BinarySearch(*places, int32(at))
	*places = slices.Insert(*places, i, int32(at))
	m.accepted += int(m.c.Marks[b.at].AcceptedOne())
	if b.signed {
		m.joint.take(b)
	}
	if !b.undated() {
		m.newest, m.oldest = min(m.newest, at), max(m.oldest, at)
	}
}

// position is that of the day, without the lists of all that counts.
func (m *pointMaker) position(day schema.Day, d decision, deciding int) Position {
	p, course := m.line.asked(), &m.days.course
	p.AsOf, p.Rule, p.HalfLife = day, m.f.rule(), m.f.shownHalfLife()
	p.N, p.Of = m.days.taken, m.line.pool.size()
	var relayed int
	if p.LeftOut, relayed = m.waiting.leftOut(day, p.N); m.f.Independent {
		p.Reports = p.N + relayed
	}
	p.Band, p.Mixed = BandMixed, d.mixed()
	if !p.Mixed {
		p.Value, p.Band = &d.value, bandOf(d.value)
	}
	if m.oldest >= 0 {
		p.First, p.Last = m.dateOf(m.oldest), m.dateOf(m.newest)
		p.AgeDays = max(0, int(int64(day)-int64(p.Last.Latest())))
	}
	p.Stale = m.f.Stale > 0 && p.AgeDays > m.f.Stale
	if p.Rule == RuleLatest {
		p.Possible = course.newest.latest > day
	} else {
		p.Possible = course.closed.of(d.signs) < deciding // what has closed has a date, so that it is among them
	}
	p.Signed = m.joint.all.of(anySign)
	p.AsSignatory = p.Signed > 0 && m.ruler.heed(&m.joint, course).of(d.signs) == deciding
	p.ShareAccepted = float64(m.accepted) / float64(p.N)
	p.Speakers, p.Disagree = m.speakers.heard, p.Group && m.speakers.disagree()
	return p
}

func (m *pointMaker) dateOf(at int) schema.Date { return m.s.Statements[m.line.ballots[at].at].Date }

// evidence is the newest of so many deciding statements, which have one of some
// signs.
func (m *pointMaker) evidence(day schema.Day, signs sign, deciding int) []Passage {
	f, list, heads := m.f, make([]Passage, min(deciding, EvidenceMost)), m.places
	f.AsOf = &day
	for i := range list {
		var from *[]int32
		for k := range heads {
			if one := &heads[k]; signs>>k&1 == 1 && len(*one) > 0 && (from == nil || (*one)[0] < (*from)[0]) {
				from = one
			}
		}
		b := m.line.ballots[(*from)[0]]
		*from = (*from)[1:]
		list[i] = passageOf(m.s, f, voiceOf(m.s, b.mention()))
	}
	return list
}
