package picture

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/stancegraph/stancegraph/graph/network"
)

const (
	unit        = 86.0 // length of a strong tie, before nodes are set apart
	labelHeight = 11.5
)

// place lays the nodes out, sets them apart, and puts those without ties into
// rows below.
func (d *networkDrawing) place() {
	ties := make([]tie, len(d.ties))
	for i, t := range d.ties {
		ties[i] = t.tie
	}
	d.at = layout(len(d.nodes), ties, func(a, b int) bool { return d.nodes[a].community == d.nodes[b].community }, d.spec.Seed)
	rooms, placed := make([]room, len(d.nodes)), make([]bool, len(d.nodes))
	for i, n := range d.nodes {
		d.at[i] = point{d.at[i].x * unit * 1.3, d.at[i].y * unit} // labels are wider than high
		w := max(widest(n.class(), n.lines)/2, n.radius) + 4
		rooms[i] = room{w, w, n.radius + 4, n.radius + 5 + labelHeight*float64(len(n.lines))}
		placed[i] = n.ties > 0
	}
	setApart(d.at, rooms, placed)
	d.shift(rooms, placed)
	d.placeIsolates(rooms)
}

// shift moves all to the origin.
func (d *networkDrawing) shift(rooms []room, placed []bool) {
	left, top := math.Inf(1), math.Inf(1)
	for i, p := range d.at {
		if placed[i] {
			left, top = min(left, p.x-rooms[i].left), min(top, p.y-rooms[i].up)
		}
	}
	const edge = 14 // for the grounds of communities
	for i := range d.at {
		if placed[i] {
			d.at[i].x, d.at[i].y = d.at[i].x-left+edge, d.at[i].y-top+edge
			d.width, d.height = max(d.width, d.at[i].x+rooms[i].right+edge), max(d.height, d.at[i].y+rooms[i].down+edge)
		}
	}
}

func (d *networkDrawing) placeIsolates(rooms []room) {
	wide := max(d.width, least-2*margin)
	x, y, low := 0.0, d.height+26, d.height
	first := true
	for i, n := range d.nodes {
		if n.ties > 0 {
			continue
		}
		if first {
			d.body.add(text{class: "small", x: 0, y: d.height + 16, s: "without ties"})
			first = false
		}
		r := rooms[i]
		if x+r.left+r.right > wide && x > 0 {
			x, y = 0, low+8
		}
		d.at[i] = point{x + r.left, y + r.up}
		x += r.left + r.right + 8
		low = max(low, y+r.up+r.down)
	}
	d.width, d.height = max(d.width, min(wide, x)), low
}

func (d *networkDrawing) draw() {
	d.grounds()
	weakFirst := slices.Clone(d.ties)
	slices.SortStableFunc(weakFirst, func(a, b weighed) int { return cmp.Compare(abs(a.amount), abs(b.amount)) })
	for _, t := range weakFirst {
		d.body.add(d.drawTie(t))
	}
	for i, n := range d.nodes {
		d.body.add(d.drawNode(i, n))
	}
}

// grounds draws an area behind every community of two and more, with its letter.
func (d *networkDrawing) grounds() {
	if d.spec.Communities == nil {
		return
	}
	for c := range d.spec.Communities.Count {
		var around []point
		members := 0
		for i, n := range d.nodes {
			if n.community != c || n.ties == 0 {
				continue
			}
			members++
			w, down := widest(n.class(), n.lines)/2, n.radius+4+labelHeight*float64(len(n.lines))
			for k := range 24 {
				sin, cos := math.Sincos(2 * math.Pi * float64(k) / 24)
				around = append(around, point{d.at[i].x + (n.radius+11)*cos, d.at[i].y + (n.radius+11)*sin},
					point{d.at[i].x + sign(cos)*w + 8*cos, d.at[i].y + down - 6 + 8*sin})
			}
		}
		if members > 1 {
			d.body.add(path{class: "ground", d: polygon(hull(around))})
		}
	}
}

func sign(v float64) float64 {
	if v < 0 {
		return -1
	}
	return 1
}

// CommunityLetter names a community, counted from 0: A to Z, then numbers.
func CommunityLetter(community int) string {
	if community < 26 {
		return string(rune('A' + community))
	}
	return fmt.Sprint(community + 1)
}

const thinnest, thickest = .6, 5.0 // ties

func (d *networkDrawing) drawTie(t weighed) item {
	class := "tie"
	switch {
	case t.amount < 0 || d.spec.Spec.Aggregation == network.Conflict:
		class = "tie-against"
	case d.spec.Spec.Aggregation == network.Subtract || d.spec.Spec.Aggregation == network.Congruence:
		class = "tie-for"
	}
	a, b := d.at[t.a], d.at[t.b]
	line := segment(class, a.x, a.y, b.x, b.y)
	line.width = thinnest + (thickest-thinnest)*t.strength
	return &group{class: "pg-tie", data: fmt.Sprintf("%d %d", t.a, t.b), items: []item{line},
		title: fmt.Sprintf("%s \u2013 %s: %s", d.nodes[t.a].label, d.nodes[t.b].label, amount(t.amount))}
}

func (d *networkDrawing) drawNode(i int, n node) item {
	p := d.at[i]
	g := &group{class: "pg-node", data: fmt.Sprint(i), title: fmt.Sprintf("%s: %s, %s in all", n.label, count(n.ties, "tie"), amount(n.strength))}
	if n.community >= 0 {
		g.title += ", community " + CommunityLetter(n.community)
	}
	if d.spec.Link != nil {
		g.link = d.spec.Link(n.variable, n.label)
	}
	class := "disc"
	if n.second {
		class = "tile"
	}
	if n.label == d.spec.Ego {
		class += " ego"
	}
	if n.second {
		s := n.radius * .88
		g.add(rect(class, p.x-s, p.y-s, 2*s, 2*s))
	} else {
		g.add(circle{class, p.x, p.y, n.radius})
	}
	if n.community >= 0 {
		g.add(text{class: "letter", x: p.x, y: p.y + 3.8, anchor: middle, s: CommunityLetter(n.community)})
	}
	y := p.y + n.radius + labelHeight
	for _, l := range n.lines {
		w := width(n.class(), l)
		g.add(rect("halo", p.x-w/2-1.5, y-9, w+3, labelHeight), text{class: n.class(), x: p.x, y: y, anchor: middle, s: l})
		y += labelHeight
	}
	return g
}

func (d *networkDrawing) legend() []entry {
	s := d.spec.Spec
	list := []entry{{[]item{circle{"disc", 7, 8, 7}}, 14, s.Var1}}
	if s.Network == network.TwoMode {
		list = append(list, entry{[]item{rect("tile", 1, 2, 12, 12)}, 14, s.Var2})
	}
	if len(d.ties) == 0 {
		return list
	}
	list = append(append(list, d.nodeSizes()...), d.tieStrengths()...)
	if d.spec.Communities != nil {
		list = append(list, entry{[]item{path{class: "ground", d: box(0, 0, 24, 16)}, text{class: "letter", x: 12, y: 12, anchor: middle, s: "A"}}, 24, "community"})
	}
	if d.left > 0 {
		list = append(list, entry{nil, 0, fmt.Sprintf("%s not drawn", count(d.left, "weaker tie"))})
	}
	return list
}

// nodeSizes explains the size of nodes, at the largest and at a quarter of it.
func (d *networkDrawing) nodeSizes() []entry {
	most := 0.0
	for _, n := range d.nodes {
		most = max(most, n.strength)
	}
	var list []entry
	for _, part := range []float64{1, .25} {
		r := smallest + (largest-smallest)*math.Sqrt(part)
		shown := r / 2 // at half its size: a legend is low
		list = append(list, entry{[]item{circle{"disc", shown, 8, shown}}, 2 * shown, fmt.Sprintf("sum of ties %s (half size)", amount(most*part))})
	}
	return list
}

// tieStrengths explains the width and the kind of ties.
func (d *networkDrawing) tieStrengths() []entry {
	line := func(class string, strength float64, means string) entry {
		l := segment(class, 0, 8, 30, 8)
		l.width = thinnest + (thickest-thinnest)*strength
		return entry{[]item{l}, 30, means}
	}
	quarter := amount(d.most / 4)
	switch d.spec.Spec.Aggregation {
	case network.Subtract:
		alike, unlike := "alike, ", "unlike, "
		if d.spec.Spec.Network == network.TwoMode {
			alike, unlike = "for, ", "against, "
		}
		return []entry{line("tie-for", 1, alike+amount(d.most)), line("tie-against", 1, unlike+amount(-d.most))}
	case network.Congruence:
		return []entry{line("tie-for", 1, "alike, "+amount(d.most)), line("tie-for", .25, quarter)}
	case network.Conflict:
		return []entry{line("tie-against", 1, "in conflict, "+amount(d.most)), line("tie-against", .25, quarter)}
	}
	return []entry{line("tie", 1, "a tie of "+amount(d.most)), line("tie", .25, quarter)}
}
