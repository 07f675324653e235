// Package schema holds the words of Stancegraph: source, actor, issue,
// proposition, stance, statement, date and codebook.
//
// Begin with [Statement], the unit that is stored, and [LoadCodebook], which
// reads the issues, propositions and actors that a statement may name. A
// stance is observed in one passage; a position is derived from statements and
// lives elsewhere (graph/questions).
//
// The package imports no other folder of the project. Everything in it is a
// plain value: no clock, no randomness, no I/O beyond the readers and writers
// that are passed in. IDs are derived from content ([Statement.DeriveID]), so
// the same input gives the same graph.
//
// Offsets are Unicode code points into the text as read ([ReadText]), start
// inclusive, end exclusive. Days are UTC calendar days.
package schema
