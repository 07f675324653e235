// Package search finds texts by their words.
//
// Begin with [Build], which reads every text once, and [Index.Find]. Words are
// compared without case and accents, and English words by their stem: "rejects"
// finds "rejected". All words of a [Query] must occur; "in quotation marks"
// they must follow each other; those after a minus must not occur. What was
// found is shown by [Query.Mark], which cuts a text around the hits.
//
// An index is a few tens of lines, on purpose: the library that was tried first
// took 73 s and 300 MiB for 100 000 passages, and 17 MB of program.
package search
