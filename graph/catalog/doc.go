// Package catalog describes an exported file as a data set for libraries and
// data portals, in DCAT 3.
//
// Begin with [Record.Write]. The record has the address of nothing: whoever
// publishes the file beside it gives both one, and the relative address of the
// file comes true.
package catalog
