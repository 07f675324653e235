// Package ingest turns sources into proposed statements. Call [New] with a
// codebook and [Pipeline.Extract] with a source that package read has made.
//
//	read -> segment -> attribute -> resolve -> date -> classify -> grade
//
// Every stage is a package with one function from plain values to plain
// values. What the stages know of the English language is in package lexis and
// in the data files beside the code; what they know of a dispute, its actors
// and its propositions comes from the codebook alone.
//
// The same source and codebook give the same statements. A statement is a
// proposal: its trace says how it came about, and a person decides.
package ingest
