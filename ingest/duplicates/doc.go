// Package duplicates finds texts that are nearly the same: an agency's report
// in five newspapers, an article and its corrected version. Begin with [Of],
// the signature of a text, and add signatures to an [Index], which returns the
// texts nearly the same as each.
//
// Two texts are compared by their runs of four words, without regard to case,
// marks and spaces. The share of the runs that both have among those that one
// of them has (Jaccard) is estimated from 128 minima of hashed runs (Broder,
// "On the resemblance and containment of documents", 1997); the estimate is
// off by some 0.04 at most of the time. What is estimated at [Threshold] or
// more counts as nearly the same. Candidates are found by bands of four minima
// (locality-sensitive hashing): of pairs that resemble each other by 0.6, one in
// thirty is missed; by 0.7, one in seven hundred.
//
// The same text gives the same signature on every machine. An index takes
// about a kilobyte for a text, however long that is.
package duplicates
