// Package graph is the store: the durable truth about sources, statements and
// the codebook, kept as quads in Cayley.
//
// Begin with [Open]. Write with [Store.PutCodebook], [Store.PutSource],
// [Store.PutStatements], [Store.PutCorpus] and [Store.Review]; ask questions of
// [Store.Snapshot], which is all statements in memory (packages ledger and
// questions). [Store.Check] proves that the store is sound; [Backup] and
// [Restore] make copies that are proved.
//
// A write is checked whole before its first quad, is one transaction, and is on
// disk when the call returns: a killed process loses nothing that was
// acknowledged and leaves nothing half-written. Writing the same again adds
// nothing. Nothing that anybody has seen is ever deleted: a correction is a new
// statement, a retraction has a reason.
//
// Writes are numbered. Beside the quads lies a ledger file with all records as
// they were after one of them, and in the store a journal of the writes since,
// so that opening reads neither the quads nor waits for them to be put
// together. Where file and journal do not lead to the store (they are damaged,
// or of another one), the records are read from the quads.
//
// A store may be used by many goroutines. Writers take turns; readers of a
// snapshot never wait for a writer. A server asks for [Store.Newest], which has
// the next snapshot made, and prepared, while readers go on with the one before.
// One process at a time opens a store.
//
// No type of Cayley is in any exported signature but the plain value of a quad.
package graph
