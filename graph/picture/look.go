package picture

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// look is how a class is drawn. A class with the name of a colour fills with
// it. Later classes win over earlier ones in what they say.
type look struct {
	fill, stroke string // names of colours; "none" draws nothing
	width        float64
	dash         string  // lengths of strokes and gaps, with blanks between
	size         float64 // of text
	bold         bool
	solid        float64 // opacity, 0 for 1
}

const nothing = "none!" // no colour; "none" is the colour of no statement

// looks are the classes beside the colours.
var looks = map[string]look{
	"title":    {fill: "ink", size: 17, bold: true},
	"sentence": {fill: "muted", size: 10.5},
	"cite":     {fill: "muted", size: 8.5},
	"key":      {fill: "ink", size: 10},
	"head":     {fill: "ink", size: 10.5, bold: true},
	"column":   {fill: "ink", size: 10},
	"row":      {fill: "ink", size: 10.5},
	"small":    {fill: "muted", size: 8.5},
	"glyph":    {size: 11, bold: true},
	"value":    {size: 10},
	"count":    {size: 8.5},
	"letters":  {size: 7},

	"rule":        {fill: nothing, stroke: "line", width: 1},
	"axis":        {fill: nothing, stroke: "edge", width: 1},
	"frame":       {fill: nothing, stroke: "edge", width: 1},
	"mark":        {stroke: "ink", width: .8},
	"shade":       {solid: .28},
	"name":        {fill: "ink", size: 10, bold: true},
	"tag":         {fill: "muted", size: 9.5},
	"letter":      {fill: "ink", size: 10.5, bold: true},
	"disc":        {fill: "raised", stroke: "ink", width: 1.5},
	"tile":        {fill: "edge", stroke: "muted", width: 1},
	"ego":         {stroke: "ink", width: 3.5},
	"halo":        {fill: "raised", solid: .66},
	"ground":      {fill: "sunken", stroke: "edge", width: 1},
	"tie":         {fill: nothing, stroke: "muted", width: 1, solid: .4},
	"tie-for":     {fill: nothing, stroke: "support", width: 1, solid: .42},
	"tie-against": {fill: nothing, stroke: "oppose", width: 1, dash: "6 3.5", solid: .72},

	"hatch": {fill: nothing, stroke: "none-line", width: 1.25},
}

// lookOf merges the classes of a mark.
func lookOf(class string) look {
	var l look
	for _, name := range strings.Fields(class) {
		if _, ok := colours[name]; ok {
			l.fill = name
			continue
		}
		one, ok := looks[name]
		if !ok {
			panic("picture: no class " + name) // the table is part of the program
		}
		l = l.over(one)
	}
	return l
}

// look is that of a path's classes, with a line of its own width.
func (p path) look() look {
	l := lookOf(p.class)
	if p.width > 0 {
		l.width = p.width
	}
	return l
}

func (l look) over(other look) look {
	if other.fill != "" {
		l.fill = other.fill
	}
	if other.stroke != "" {
		l.stroke, l.width, l.dash = other.stroke, other.width, other.dash
	}
	if other.size != 0 {
		l.size, l.bold = other.size, other.bold
	}
	if other.solid != 0 {
		l.solid = other.solid
	}
	return l
}

// StyleSheet is the CSS of pictures inside a page, with the page's own colours.
func StyleSheet() string {
	var b strings.Builder
	fmt.Fprintf(&b, ".picture text { font-family: %s; }\n", families)
	for _, name := range slices.Sorted(maps.Keys(looks)) {
		fmt.Fprintf(&b, ".p-%s {%s }\n", name, looks[name].css())
	}
	for _, name := range slices.Sorted(maps.Keys(colours)) { // after the looks: they win
		fmt.Fprintf(&b, ".p-%s { fill: var(--%s); }\n", name, name)
	}
	return b.String()
}

func (l look) css() string {
	var b strings.Builder
	for _, p := range l.properties(func(colour string) string { return "var(--" + colour + ")" }) {
		if p[0] == "font-size" { // a number alone is a size in attributes only
			p[1] += "px"
		}
		fmt.Fprintf(&b, " %s: %s;", p[0], p[1])
	}
	return b.String()
}

// properties are the look as names and values of SVG attributes, which are also
// those of CSS.
func (l look) properties(colour func(name string) string) [][2]string {
	paint := func(name string) string {
		if name == nothing {
			return "none"
		}
		return colour(name)
	}
	var list [][2]string
	add := func(is bool, name, value string) {
		if is {
			list = append(list, [2]string{name, value})
		}
	}
	add(l.fill != "", "fill", paint(l.fill))
	add(l.stroke != "", "stroke", paint(l.stroke))
	add(l.width != 0 && l.width != 1, "stroke-width", number(l.width))
	add(l.dash != "", "stroke-dasharray", l.dash)
	add(l.size != 0, "font-size", number(l.size))
	add(l.bold, "font-weight", "700")
	add(l.solid != 0, "opacity", number(l.solid))
	return list
}
