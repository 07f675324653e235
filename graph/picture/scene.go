package picture

// Scene is a picture before it is written: what is drawn, from back to front,
// in pixels of 1/96 inch from the upper left corner.
type Scene struct {
	Width, Height float64
	Title         string // for those who cannot see it, and for the file
	Desc          string
	Cite          string

	items []item
}

// item is a path, a circle, a text or a group of items.
type item interface{}

// path is a line or an area in the notation of SVG paths.
type path struct {
	class string
	d     route
	width float64 // of its line where that is not the class's; else 0
}

type circle struct {
	class   string
	x, y, r float64
}

type text struct {
	class  string
	x, y   float64 // of the line that the letters stand on
	anchor anchor
	angle  float64 // degrees, clockwise, around x and y
	s      string
}

type anchor string

const (
	start  anchor = ""
	middle anchor = "middle"
	end    anchor = "end"
)

// group moves its items, and may say what they mean and where they lead.
type group struct {
	class string // for scripts and style sheets; drawn as nothing
	data  string // for scripts: the key of a node or of a tie
	x, y  float64
	title string // shown on hovering, and read out
	link  string // "": none
	items []item
}

func (g *group) add(items ...item) { g.items = append(g.items, items...) }

// step is a part of a route: one of M, L, C and Z, with its points.
type step struct {
	op byte
	at [6]float64
}

type route []step

func (r *route) move(x, y float64) *route { *r = append(*r, step{'M', [6]float64{x, y}}); return r }
func (r *route) line(x, y float64) *route { *r = append(*r, step{'L', [6]float64{x, y}}); return r }
func (r *route) curve(x1, y1, x2, y2, x, y float64) *route {
	*r = append(*r, step{'C', [6]float64{x1, y1, x2, y2, x, y}})
	return r
}
func (r *route) close() *route { *r = append(*r, step{op: 'Z'}); return r }

// numbers is how many coordinates a step has.
func (s step) numbers() int {
	switch s.op {
	case 'C':
		return 6
	case 'Z':
		return 0
	}
	return 2
}

type point struct{ x, y float64 }

func rect(class string, x, y, w, h float64) path {
	return path{class: class, d: box(x, y, w, h)}
}

func box(x, y, w, h float64) route {
	return polygon([]point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}})
}

func polygon(points []point) route {
	var r route
	for i, p := range points {
		if i == 0 {
			r.move(p.x, p.y)
			continue
		}
		r.line(p.x, p.y)
	}
	return *r.close()
}

func segment(class string, x1, y1, x2, y2 float64) path {
	var r route
	r.move(x1, y1).line(x2, y2)
	return path{class: class, d: r}
}
