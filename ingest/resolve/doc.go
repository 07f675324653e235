// Package resolve turns the noun phrases of an article into actors of a
// codebook. Call [NewRegister] once for a codebook and [Resolve] for every
// text that package attribute has analysed.
//
// Names, aliases, titles and surnames come from the codebook, titles only for
// the days on which the office was held. Pronouns and "the statement" stand
// for the nearest compatible phrase before. Whoever speaks and is not in the
// codebook becomes "NEW:Label" when a personal name is given, and nobody
// otherwise: the resolver does not guess.
package resolve
