// Package attribute finds who says or does what: direct and indirect speech,
// "according to", inverted and trailing attributions, credit lines, demands
// and refusals told as actions, nouns such as "Ann's demand". Call
// [Attribute]; it needs no codebook, and names nobody: holders are noun
// phrases, which package resolve turns into actors.
//
// A [Frame] is one holder's relation to one content. Frames nest: in "Ann said
// that Bob refuses the ban" the content of the first holds the second.
package attribute
