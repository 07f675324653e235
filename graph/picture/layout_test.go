package picture

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// No two labels stand on each other in networks of the size of a paper.
func TestNodesAreSetApart(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 40).Draw(t, "n")
		at, rooms, placed := make([]point, n), make([]room, n), make([]bool, n)
		for i := range at {
			at[i] = point{rapid.Float64Range(0, 300).Draw(t, "x"), rapid.Float64Range(0, 300).Draw(t, "y")}
			w := rapid.Float64Range(10, 56).Draw(t, "w")
			rooms[i], placed[i] = room{w, w, 15, 40}, true
		}
		setApart(at, rooms, placed)
		for i := range at {
			for j := range i {
				dx := min(at[i].x+rooms[i].right, at[j].x+rooms[j].right) - max(at[i].x-rooms[i].left, at[j].x-rooms[j].left)
				dy := min(at[i].y+rooms[i].down, at[j].y+rooms[j].down) - max(at[i].y-rooms[i].up, at[j].y-rooms[j].up)
				if dx > 2 && dy > 2 {
					t.Fatalf("%d and %d overlap by %.1f x %.1f", i, j, dx, dy)
				}
			}
		}
	})
}

// A way of four nodes is laid out as a way: its ends are furthest apart.
func TestLayoutKeepsDistances(t *testing.T) {
	t.Parallel()
	ties := []tie{{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {4, 5, 1}}
	at := layout(7, ties, func(int, int) bool { return true }, 1)
	far := func(a, b int) float64 { return math.Hypot(at[a].x-at[b].x, at[a].y-at[b].y) }
	if !(far(0, 3) > far(0, 2) && far(0, 2) > far(0, 1) && far(4, 5) > .9) {
		t.Errorf("places %v", at)
	}
	if abs(at[0].y-at[3].y) > far(0, 3)/3 {
		t.Errorf("the long side is not level: %v", at)
	}
}

func TestStripesStayInTheirBox(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		x, y := rapid.Float64Range(-50, 50).Draw(t, "x"), rapid.Float64Range(-50, 50).Draw(t, "y")
		w, h := rapid.Float64Range(1, 80).Draw(t, "w"), rapid.Float64Range(1, 80).Draw(t, "h")
		for _, r := range []route{stripes(x, y, w, h, 5), hatch(x, y, w, h, 5)} {
			for _, s := range r {
				if s.op != 'Z' && (s.at[0] < x-1e-6 || s.at[0] > x+w+1e-6 || s.at[1] < y-1e-6 || s.at[1] > y+h+1e-6) {
					t.Fatalf("%v is outside of %v %v %v %v", s.at[:2], x, y, w, h)
				}
			}
		}
	})
}
