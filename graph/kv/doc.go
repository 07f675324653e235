// Package kv keeps Cayley's key-value layout in one bbolt file: the embedded
// back end of the store.
//
// Begin with [Open], then [QuadStore]. Commits are durable when they return.
// One process at a time has the file open; another learns who holds it.
//
// Cayley comes with adapters of its own, but for versions of bolt that abort
// under the race detector and that can deadlock when the file grows while a
// reader is nested in another (they begin with a small memory map). They also
// depend on the order in which packages are initialised; nothing here is
// registered anywhere.
//
// Three faults of Cayley 0.7.7 that callers must know:
//
//   - A failed transaction leaves the quad store with caches of what was rolled
//     back, and the next write goes wrong. Close and open again on any error.
//   - A batch that takes more quads from a node than it adds loses that node
//     from the quads that it adds. [Apply] avoids it.
//   - NewQuadWriter acknowledges quads long before they are on disk. Nothing
//     here uses it.
package kv
