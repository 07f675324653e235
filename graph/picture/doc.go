// Package picture draws matrices, timelines and networks, for pages and for
// paper. Begin with [Matrix], [Timeline] or [Network], which turn an answer
// into a [Scene], and write that with [Scene.Write] or [Scene.Inline].
//
// A scene is a short list of paths, circles and texts in pixels of 1/96 inch.
// SVG, PNG and PDF are three ways to write the same scene, so what a page shows
// is what a paper prints. The same answer makes the same bytes.
//
// # What every picture has
//
// A title, a sentence that says what was selected, a legend of every state, and
// a citation with the data version. Colours never follow the selection: they
// are the bands of a position, the same in every picture, and each has a glyph
// that says the same without colour.
//
// # Texts
//
// Labels are data and may be anything. Characters that control the direction of
// text or the terminal are shown as U+FFFD, white space becomes a blank, and
// what does not fit ends in an ellipsis. SVG leaves texts as texts and asks for
// a font with the widths of Arial; PNG and PDF carry Liberation Sans, which has
// Latin, Greek, Cyrillic and Hebrew. [Scene.Missing] lists the characters it
// lacks; they are drawn as a box there.
package picture
