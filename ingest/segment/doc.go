// Package segment cuts a text into blocks, sentences and quotations. Call
// [Segment]; everything else is read from the [Text] it returns.
//
// Nothing of the text is changed and nothing is lost: blocks lie in order and
// do not overlap, every sentence lies in one block, offsets are bytes into the
// text as read, and [Text.Point] turns one into the code point that a record
// prints. Quotations may run over several sentences of a block.
package segment
