// Package web holds the templates, styles and script of the web view.
package web

import "embed"

// Templates are the pages, one file each, with layout.html and the parts that
// pages share.
//
//go:embed templates/*.html
var Templates embed.FS

// Static are the files served under /static: one style sheet, written in
// parts, one script and the mark.
//
//go:embed static
var Static embed.FS
