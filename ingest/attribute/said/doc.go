// Package said finds who said what, as passages of a text: call [Find] with a
// text that package segment has cut. An [Attribution] has the words that name
// its source, the words that relate source and content (the cue), and the
// words of the content, which may lie in several pieces around the cue.
//
// Where package attribute reads stances for coding and asks for a verb of the
// stance lexicon, this package asks what a reader would underline: every report
// of speech, writing, belief, judgement and intention, whole, quotation marks
// and all. It names nobody and needs no codebook.
//
// Passages are runs of tokens that lie in the text, in order. The same text
// gives the same attributions. Its rules are rules of English grammar over
// part-of-speech tags; which verbs take which complements is in the data files
// beside the code.
package said
