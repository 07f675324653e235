package picture

import (
	"cmp"
	"math"
	"slices"
)

// room is the box that a node and its label take, around its centre.
type room struct{ left, right, up, down float64 }

// setApart moves nodes until no two boxes overlap, or until it has tried long
// enough: each pair along the way on which they are nearest to being apart.
func setApart(at []point, rooms []room, placed []bool) {
	for range 400 {
		moved := false
		for i := range at {
			for j := range i {
				if placed[i] && placed[j] && push(&at[i], &at[j], rooms[i], rooms[j]) {
					moved = true
				}
			}
		}
		if !moved {
			return
		}
	}
}

// push moves two nodes away from each other by half of what they overlap each.
func push(a, b *point, ra, rb room) bool {
	const slack = .01
	over := func(low, high float64) float64 { return high - low }
	right := over(b.x-rb.left, a.x+ra.right) // how far a must go left to be clear of b
	left := over(a.x-ra.left, b.x+rb.right)  // or right
	down := over(b.y-rb.up, a.y+ra.down)     // or up
	up := over(a.y-ra.up, b.y+rb.down)       // or down
	least := math.Min(math.Min(right, left), math.Min(down, up))
	if least <= slack {
		return false
	}
	half := least/2 + slack
	switch least {
	case right:
		a.x, b.x = a.x-half, b.x+half
	case left:
		a.x, b.x = a.x+half, b.x-half
	case down:
		a.y, b.y = a.y-half, b.y+half
	default:
		a.y, b.y = a.y+half, b.y-half
	}
	return true
}

// hull is the smallest convex area around some points (Andrew 1979).
func hull(points []point) []point {
	list := append([]point(nil), points...)
	slices.SortFunc(list, func(a, b point) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
	turn := func(o, a, b point) float64 { return (a.x-o.x)*(b.y-o.y) - (a.y-o.y)*(b.x-o.x) }
	half := func(list []point) []point {
		var h []point
		for _, p := range list {
			for len(h) > 1 && turn(h[len(h)-2], h[len(h)-1], p) <= 0 {
				h = h[:len(h)-1]
			}
			h = append(h, p)
		}
		return h[:len(h)-1]
	}
	lower := half(list)
	slices.Reverse(list)
	return append(lower, half(list)...)
}
