// Package web holds the templates, styles and scripts of the web view.
package web

import "embed"

// Templates are the pages, one file each; templates/parts holds the layout and
// what pages share.
//
//go:embed templates/*.html templates/parts/*.html
var Templates embed.FS

// Static are the files served under /static: the style sheet, written in parts
// by topic, the modules of the script and the mark.
//
//go:embed static
var Static embed.FS
