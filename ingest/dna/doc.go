// Package dna reads the files of Discourse Network Analyzer, version 3, and
// makes sources, statements and a codebook of them. Begin with [Read], then
// [Convert].
//
// A DNA file is an SQLite database. It is opened read-only and as immutable:
// nothing is written beside it, and passwords of coders are not read. What DNA
// itself leaves out because it refers to something that is not there is left
// out here too, and reported; a value of the wrong type refuses the file.
//
// # What becomes what
//
//	document     source: title, author, source as outlet, date as published;
//	             its section, type and time of day stand with its statements.
//	             Without a text it is a citation
//	person       actor of kind person
//	organization actor of kind organisation; who speaks for it stands in
//	             on_behalf_of. Without a person it speaks itself
//	concept      proposition, on an issue that is the type of the statement
//	agreement    stance: 1 is support, 0 is opposition. Of integers 0 is
//	             undecided; -1 and 1 are the poles or, where 2 occurs, the
//	             steps between. Other numbers have no stance until Options
//	             say which
//	statement    accepted statement of its coder; the date is its document's,
//	             the act follows from the stance; the mode, which DNA does not
//	             code, reads as indirect
//	the rest     Statement.Variables, by the names in the file
//
// A statement without somebody who speaks, a concept or a stance, such as a
// note, is an annotation and counts nowhere but in networks that ask for it.
//
// # Offsets
//
// DNA counts UTF-16 code units of the text as it is stored. They become code
// points of the text as read (schema.ReadText): a byte-order mark has no width,
// the two characters of CRLF are one. A passage that begins or ends inside a
// character that takes two units is widened to that character. One that does
// not lie in the text, or of which nothing is left, is cited instead: the
// statement has no offsets, and its evidence names it.
//
// # Statements that are the same
//
// IDs derive from what makes a statement the one it is. DNA can hold two that
// agree in all of that and differ in other variables at most. They become one
// statement, which counts once in positions; the variables of the others stand
// in its variable "statement.twins", so that networks count each, and every
// case is reported.
package dna
