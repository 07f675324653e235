package evaluate

// Attributions compares predicted attributions with gold ones, as Pareti and
// Newell and others do: an attribution counts when its content shares at least
// half of the words of both (intersection over union), one to one within an
// article. Articles without a prediction count as without attributions;
// predictions for other articles are left out and counted.
func Attributions(gold, predicted []Attributed) (AttributionReport, error) {
	report := AttributionReport{Articles: len(gold), MinOverlap: MinOverlap}
	by := map[string]*Attributed{}
	for i := range predicted {
		by[predicted[i].ID] = &predicted[i]
	}
	for _, g := range gold {
		p := by[g.ID]
		delete(by, g.ID)
		if p == nil {
			report.Missing++
			p = &Attributed{ID: g.ID}
		}
		w := cutWords(g.Text)
		for _, a := range []Attributed{g, *p} {
			if err := w.check(a); err != nil {
				return AttributionReport{}, err
			}
		}
		report.add(g.ID, w, w.told(g.Attributions, true), w.told(p.Attributions, false))
	}
	report.Others = len(by)
	return report, nil
}

// classes are the figures' classes; of tells whether an attribution belongs.
var classes = []struct {
	name string
	of   func(t told) bool
}{
	{"all", func(told) bool { return true }},
	{"direct", func(t told) bool { return t.direct }},
	{"indirect", func(t told) bool { return !t.direct }},
}

func (r *AttributionReport) add(id string, w *words, gold, predicted []told) {
	m := matchTold(gold, predicted)
	r.keep(id, w, gold, predicted, m.overlap)
	for c := range classes {
		r.class(c).add(w, gold, predicted, m, classes[c].of)
		r.class(c).addWords(gold, predicted, c == 0, classes[c].of)
	}
}

// add counts one article. A match counts on the side of recall by the class of
// the gold attribution and on the side of precision by that of the prediction.
func (c *Class) add(w *words, gold, predicted []told, m matches, is func(told) bool) {
	for _, x := range gold {
		if is(x) {
			c.Gold++
		}
	}
	for _, q := range predicted {
		if is(q) {
			c.Predicted++
		}
	}
	for _, figure := range []struct {
		count *count
		of    []int
	}{{&c.content, m.overlap}, {&c.exact, m.exact}, {&c.third, m.third}, {&c.most, m.most}} {
		figure.count.add(gold, predicted, figure.of, is)
	}
	for i, j := range m.overlap {
		if j >= 0 {
			c.addSource(w, gold[i], predicted[j], is)
		}
	}
}

// addSource counts who a matched attribution names.
func (c *Class) addSource(w *words, x, q told, is func(told) bool) {
	right := w.sameSource(x, q)
	if is(q) && right {
		c.joint.predicted++
	}
	if !is(x) {
		return
	}
	if right {
		c.joint.gold++
	}
	if len(x.source) > 0 {
		c.source.add(right)
		c.any.add(shared(x.source, q.source) > 0)
		c.strict.add(shared(x.source, q.source) == len(x.source) && len(x.source) == len(q.source))
		c.named.add(len(q.source) > 0)
	} else {
		c.nobody.add(len(q.source) == 0)
	}
	if len(x.cue) > 0 {
		c.cue.add(shared(x.cue, q.cue) > 0)
	}
}

// sameSource reports whether a matched attribution names the gold one's source:
// a word of its that says something, or nobody where that has none.
func (w *words) sameSource(x, q told) bool {
	if len(x.source) == 0 {
		return len(q.source) == 0
	}
	return shared(w.heads(x.source), q.source) > 0
}

// addWords counts words of content, each once in an article: those of a class
// are right when any content of the other side has them.
func (c *Class) addWords(gold, predicted []told, all bool, is func(told) bool) {
	g, q := union(gold, is), union(predicted, is)
	c.words.goldAll += len(g)
	c.words.predictedAll += len(q)
	if all {
		c.words.gold += shared(g, q)
		c.words.predicted += shared(g, q)
		return
	}
	every := func(told) bool { return true }
	c.words.predicted += shared(q, union(gold, every))
	c.words.gold += shared(g, union(predicted, every))
}

func union(list []told, is func(told) bool) []int {
	var ids []int
	for _, t := range list {
		if is(t) {
			ids = append(ids, t.content...)
		}
	}
	return unique(ids)
}
