// Package formats lists the file formats that statements and the whole graph are
// written in: what a command, a menu and the help say of a format stands here
// once.
//
// Begin with [All], [Named] or [OfFile]. How a format is read back is the
// business of whoever reads it; a format that is [Format.Lossless] gives the
// same graph when it is read into an empty store.
package formats
