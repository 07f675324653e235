// Package read turns files into sources. Call [Expand] for the files behind
// the paths a person gives, [LoadMeta] for a metadata file, and [File] for
// each file.
//
// The text of a source is the text as read ([schema.ReadText]); of Markdown
// it is the body after the front matter, markup kept. All offsets refer to it.
// Three dates are kept apart: when the article was published, what date the
// page shows, and, elsewhere, when it was recorded. An unknown date stays
// unknown; it is never today.
//
// Files are untrusted: sizes are bounded, and what cannot be read is a
// [schema.Error] that says what to do.
package read
