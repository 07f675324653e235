package picture

// colours are those of the web view's light theme, by the same names; a test
// holds them against its style sheet. A picture in a file has these; inside a
// page they are the page's own, which has a dark theme too.
var colours = map[string]string{
	"raised": "#ffffff", // the ground of files
	"sunken": "#f4f4f0",
	"ink":    "#1b1f24",
	"muted":  "#5a626b",
	"line":   "#e4e4de",
	"edge":   "#c6c7c0",

	"oppose":          "#b35806",
	"on-oppose":       "#ffffff",
	"lean-oppose":     "#f4b26a",
	"on-lean-oppose":  "#2b1700",
	"undecided":       "#f5f5f5",
	"on-undecided":    "#2b2f34",
	"lean-support":    "#92c5de",
	"on-lean-support": "#06202f",
	"support":         "#2b6cb0",
	"on-support":      "#ffffff",
	"mixed":           "#f7d3ab",
	"mixed-other":     "#c3dfed",
	"on-mixed":        "#1b1f24",
	"none":            "#fdfdfb",
	"on-none":         "#5a626b",
	"none-line":       "#ecece6",
}
