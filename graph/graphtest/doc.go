// Package graphtest is the contract of a store, as tests that every store must
// pass. Begin with [TestStore]; [Open] is for tests elsewhere that need a store
// and want it checked when they are done; [Article] makes as many sources with
// statements as a test or a benchmark asks for.
package graphtest
