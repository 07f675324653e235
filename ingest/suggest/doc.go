// Package suggest proposes cues and aliases that a codebook lacks, from
// statements that people have coded. Begin with [Cues] and [Aliases]; [Write]
// prints both as YAML to paste.
//
// A cue is looked for among the runs of one to four words in the passages
// coded with a proposition, compared by their lemmas as the extractor compares
// them. Runs that begin or end with a function word, or name an actor, are left
// out. A run is scored by how much more likely a passage of the proposition
// has it than any other passage: the log odds ratio divided by its standard
// error, half a passage added to each count (Monroe, Colaresi and Quinn,
// "Fightin' Words", 2008). What scores [MinScore] and stands in two passages or
// more is proposed, first what finds the most passages that no cue of the
// proposition finds now; what finds none of these is not.
//
// An alias is looked for among the capitalised names in the passages coded
// with an actor, scored in the same way, or proposed for its likeness to a
// name that the actor has. Actors that were coded as NEW:Label are proposed as
// new actors.
//
// The same statements give the same proposals. They are proposals: a run may
// be frequent by chance, and a name may be that of somebody else.
package suggest
