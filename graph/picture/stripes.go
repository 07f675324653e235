package picture

// stripes are diagonal bars across a box, each of a width and as far apart: the
// areas that a second colour fills. They are plain areas and not a pattern, so
// every program that reads a picture draws them.
func stripes(x, y, w, h, width float64) route {
	var all route
	// A bar lies between two lines x+y=c; c grows from corner to corner.
	for c := x + y + width; c < x+y+w+h; c += 2 * width {
		if p := band(x, y, w, h, c, c+width); len(p) > 2 {
			all = append(all, polygon(p)...)
		}
	}
	return all
}

// hatch are thin diagonal lines across a box.
func hatch(x, y, w, h, apart float64) route {
	var all route
	for c := x + y + apart; c < x+y+w+h; c += apart {
		all.move(min(x+w, c-y), c-min(x+w, c-y)).line(max(x, c-y-h), c-max(x, c-y-h))
	}
	return all
}

// band is the part of a box where from <= x+y <= to.
func band(x, y, w, h, from, to float64) []point {
	corners := []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
	above := cut(corners, func(p point) float64 { return p.x + p.y - from })
	return cut(above, func(p point) float64 { return to - p.x - p.y })
}

// cut keeps the part of a convex area where inside is not negative (Sutherland
// and Hodgman 1974).
func cut(area []point, inside func(point) float64) []point {
	var kept []point
	for i, p := range area {
		q := area[(i+1)%len(area)]
		a, b := inside(p), inside(q)
		if a >= 0 {
			kept = append(kept, p)
		}
		if a*b < 0 {
			t := a / (a - b)
			kept = append(kept, point{p.x + t*(q.x-p.x), p.y + t*(q.y-p.y)})
		}
	}
	return kept
}

// patch is an area in the colour of a sign; mixed is striped in two, and no
// statement is hatched, as everywhere.
func patch(s Sign, x, y, w, h float64) []item {
	items := []item{rect(s.Class, x, y, w, h)}
	switch s.Class {
	case "mixed":
		items = append(items, path{class: "mixed-other", d: stripes(x, y, w, h, 5)})
	case "none":
		items = append(items, path{class: "hatch", d: hatch(x, y, w, h, 5)}, rect("rule", x+.5, y+.5, w-1, h-1))
	case "undecided":
		items = append(items, rect("frame", x+.5, y+.5, w-1, h-1))
	}
	return items
}
