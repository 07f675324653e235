// Package classify finds which propositions a sentence is about and which
// stance its holders take. Call [NewCues] once for a codebook, [Cues.Topics]
// for what a run of words is about, and [NewReader] for who takes which stance
// on a topic.
//
// What a text is about comes from the codebook's cues. Whether somebody is for
// or against it is composed from English words of stance (package lexis): the
// signs of all words between the holder and the topic are multiplied, so that
// "refuses to accept the demand for a ban" is against the ban, and the weakest
// of them says how firm it is.
package classify
