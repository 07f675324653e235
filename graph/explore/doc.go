// Package explore answers free queries on the graph, in the languages of
// Cayley: Gizmo (JavaScript that walks paths) and GraphQL.
//
// Begin with [Run], which asks the file of a store that nobody else has open,
// or with [New], which asks copies of a store while it goes on being written.
// The program must call [Child] when it was started with [ChildCommand].
//
// A query is somebody else's program, and Cayley panics on some of them in a
// goroutine of its own, which no caller can recover from. So every query runs
// in a process of its own, a child of the same binary, that
//
//   - opens one file, read-only, and can write none
//   - is bounded in time, memory, processor time and what it may print
//   - is given no environment and no network
//   - ends with its parent, and at its deadline at the latest
//
// Whatever a query does, the parent gets an answer or an error for people,
// never part of an answer that looks like the whole of it: only [Result] with
// Truncated set has fewer rows than there are.
//
// Prefixes are set: "<sg:actor>" and "<actor:peskov>" stand for the IRIs of the
// graph wherever Gizmo and GraphQL take one, and rows are printed with them.
// Dates are texts. A number finds a stance or a confidence whether it is
// written 1 or 1.0, which Cayley alone tells apart; texts and dates, and whole
// and fractional numbers, can be compared.
//
// A graph has no order, and what Cayley gives depends on the history of the
// store. Rows of paths are therefore sorted, by id and then by the other
// columns, and so are the lists of GraphQL; what a program emits stays in the
// order in which it was emitted. Which rows are left of a truncated answer is
// up to Cayley.
package explore
