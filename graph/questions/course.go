package questions

// course is ballots that come in one after the other, summed up: what a rule
// says of those so far takes the same time however many they are.
//
// A dated ballot closes when the last day of its date has come. They close in
// the order of these days: from then on they grow old.
type course struct {
	all, dated, closed poll
	newest             ballot // of the newest date; others of that date may be, too
	ofNewest           poll
	faded              faded // the closed ones
}

// take lets a ballot in.
func (c *course) take(b ballot) {
	order := -1
	if c.all.of(anySign) > 0 {
		order = newestBallot(b, c.newest)
	}
	if order < 0 {
		c.newest, c.ofNewest = b, poll{}
	}
	if order <= 0 {
		c.ofNewest.add(b)
	}
	c.all.add(b)
	if !b.undated() {
		c.dated.add(b)
	}
}

// close closes a dated ballot that was let in.
func (c *course) close(r *ruler, b ballot) {
	c.closed.add(b)
	c.faded.reach(r, b.latest)
	c.faded.now.add(b)
}

func latestSoFar(_ *ruler, c *course) decision { return together(c.ofNewest) }

func meanSoFar(_ *ruler, c *course) decision { return average(c.all) }

func majoritySoFar(_ *ruler, c *course) decision { return mostOf(c.all) }

// decaySoFar: those that are not closed are of age 0.
func decaySoFar(r *ruler, c *course) decision {
	n := c.dated.of(anySign)
	if n == 0 {
		return average(c.all)
	}
	w := c.faded
	if open := c.dated.plus(-1, c.closed); open.of(anySign) > 0 {
		w.reach(r, r.asOf)
		w.now = w.now.plus(1, open)
	}
	return decision{settle(w.mean(), c.dated.bothSigns()), n, anySign}
}

func ofAll(c, _ *course) poll { return c.all }

func ofNewest(c, all *course) poll {
	if newestBallot(c.newest, all.newest) != 0 {
		return poll{}
	}
	return c.ofNewest
}

func ofDated(c, all *course) poll {
	if all.dated.of(anySign) == 0 {
		return c.all
	}
	return c.dated
}
