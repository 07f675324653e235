package picture

import (
	"math"
	"math/rand/v2"
	"slices"
)

// tie joins two nodes, and says how far from each other they want to be.
type tie struct {
	a, b   int
	length float64
}

// layout places nodes so that distances on the picture are near to distances in
// the network, by stress majorisation (Gansner, Koren and North 2004): weights
// are the inverse squares of distances, several random beginnings are tried, and
// the one with the least stress is taken. Parts that are not connected are laid
// out one by one and set side by side; nodes without ties are not placed.
//
// The same ties and seed give the same places.
func layout(n int, ties []tie, together func(a, b int) bool, seed uint64) []point {
	places := make([]point, n)
	var parts [][]int
	for _, part := range components(n, ties) {
		if len(part) > 1 {
			parts = append(parts, part)
		}
	}
	slices.SortStableFunc(parts, func(a, b []int) int { return len(b) - len(a) })
	x, y, low := 0.0, 0.0, 0.0
	for k, part := range parts {
		at := turned(majorise(distances(part, ties, together), seed))
		w, h := extent(at)
		if k > 0 && x+w > 9 { // the small ones in rows below the largest
			x, y = 0, low+1
		}
		for i, node := range part {
			places[node] = point{x + at[i].x, y + at[i].y}
		}
		x, low = x+w+1, max(low, y+h)
	}
	return places
}

// components are the connected parts, each in order.
func components(n int, ties []tie) [][]int {
	of := make([]int, n)
	for i := range of {
		of[i] = i
	}
	var root func(i int) int
	root = func(i int) int {
		if of[i] != i {
			of[i] = root(of[i])
		}
		return of[i]
	}
	for _, t := range ties {
		of[max(root(t.a), root(t.b))] = min(root(t.a), root(t.b))
	}
	at := map[int]int{}
	var parts [][]int
	for i := range n {
		r := root(i)
		if _, ok := at[r]; !ok {
			at[r] = len(parts)
			parts = append(parts, nil)
		}
		parts[at[r]] = append(parts[at[r]], i)
	}
	return parts
}

// distances are the lengths of shortest ways, of which long ones are shortened:
// who is at the edge need not be far away. Nodes that are not together are set
// further apart.
func distances(part []int, ties []tie, together func(a, b int) bool) [][]float64 {
	at := map[int]int{}
	d := make([][]float64, len(part))
	for i, node := range part {
		at[node] = i
		d[i] = make([]float64, len(part))
		for j := range d[i] {
			if i != j {
				d[i][j] = math.Inf(1)
			}
		}
	}
	for _, t := range ties {
		i, known := at[t.a]
		if j := at[t.b]; known {
			d[i][j], d[j][i] = min(d[i][j], t.length), min(d[i][j], t.length)
		}
	}
	for k := range d {
		for i := range d {
			for j := range d {
				d[i][j] = min(d[i][j], d[i][k]+d[k][j])
			}
		}
	}
	for i := range d {
		for j := range d {
			d[i][j] = math.Pow(d[i][j], .8)
			if !together(part[i], part[j]) {
				d[i][j] *= 1.5
			}
		}
	}
	return d
}

const (
	beginnings = 6
	rounds     = 120
)

func majorise(d [][]float64, seed uint64) []point {
	var best []point
	least := math.Inf(1)
	for b := range beginnings {
		r := rand.New(rand.NewPCG(seed, uint64(b)))
		at := make([]point, len(d))
		for i := range at {
			angle := 2 * math.Pi * (float64(i) + .3*r.Float64()) / float64(len(at))
			radius := math.Sqrt(float64(len(at))) * (.5 + .5*r.Float64())
			at[i] = point{radius * math.Cos(angle), radius * math.Sin(angle)}
		}
		r.Shuffle(len(at), func(i, j int) { at[i], at[j] = at[j], at[i] })
		for range rounds {
			settle(d, at)
		}
		if s := stress(d, at); s < least-1e-9 {
			best, least = at, s
		}
	}
	return best
}

// settle moves every node to where the others want it, one after the other.
func settle(d [][]float64, at []point) {
	for i := range at {
		var x, y, sum float64
		for j := range at {
			if i == j {
				continue
			}
			dx, dy := at[i].x-at[j].x, at[i].y-at[j].y
			length := max(math.Hypot(dx, dy), 1e-6)
			w := 1 / (d[i][j] * d[i][j])
			x += w * (at[j].x + d[i][j]*dx/length)
			y += w * (at[j].y + d[i][j]*dy/length)
			sum += w
		}
		at[i] = point{x / sum, y / sum}
	}
}

func stress(d [][]float64, at []point) (sum float64) {
	for i := range at {
		for j := range i {
			off := math.Hypot(at[i].x-at[j].x, at[i].y-at[j].y) - d[i][j]
			sum += off * off / (d[i][j] * d[i][j])
		}
	}
	return sum
}

// turned lays the long side of a cloud of points level, since pages are wider
// than high, and moves it to the origin.
func turned(at []point) []point {
	var cx, cy float64
	for _, p := range at {
		cx, cy = cx+p.x/float64(len(at)), cy+p.y/float64(len(at))
	}
	var xx, xy, yy float64
	for _, p := range at {
		dx, dy := p.x-cx, p.y-cy
		xx, xy, yy = xx+dx*dx, xy+dx*dy, yy+dy*dy
	}
	sin, cos := math.Sincos(-math.Atan2(2*xy, xx-yy) / 2)
	list := make([]point, len(at))
	for i, p := range at {
		dx, dy := p.x-cx, p.y-cy
		list[i] = point{dx*cos - dy*sin, dx*sin + dy*cos}
	}
	left, top := math.Inf(1), math.Inf(1)
	for _, p := range list {
		left, top = min(left, p.x), min(top, p.y)
	}
	for i := range list {
		list[i].x, list[i].y = list[i].x-left, list[i].y-top
	}
	return list
}

func extent(at []point) (w, h float64) {
	for _, p := range at {
		w, h = max(w, p.x), max(h, p.y)
	}
	return w, h
}
