// Package questions answers who stands where: positions, issue positions,
// matrices and the evidence of a cell. Begin with [ParseFilter] and
// [BuildMatrix]; every answer is a pure function of a ledger snapshot and a
// filter, and the same question gives the same answer.
//
// # What a position is
//
// A statement is observed: one actor, in one passage, for or against one
// proposition. A position is computed from statements, as of a day D:
//
//  1. The pool. All statements that the actor made on the proposition, and the
//     joint statements of others that name the actor as a signatory. The latter
//     count "as signatory".
//  2. What stands. Rejected statements do not count; neither do those that a
//     later statement revises, proposals of an older version of the same
//     program on the same source, proposals in a source that a person has coded
//     whole, proposals where an accepted statement of the same actor on the
//     same proposition rests on overlapping evidence, and proposals that the
//     program itself could not decide and left to a person, with a reason.
//  3. The filter. What the filter does not let through does not count: a
//     statement passes that has, of everything the filter asks for, one of the
//     values, and none of those that it keeps out (not-actor=ID and so on).
//  4. The day. A statement counts when the earliest day its date may mean is D
//     or before. Where the latest day it may mean is after D, it is only
//     possibly in force and the answer says "possible"; with dates=certain it
//     does not count. D is, by default, the last date of any statement in the
//     store, never today.
//  5. Utterances. With independent=yes, of the reports that relay the same
//     utterance the first published counts and the others do not.
//  6. The rule, below, turns what counts into a value or into "mixed".
//
// Every answer says how many statements of the pool counted, and why each of
// the others did not. A statement has one reason: the first that applies, in
// the order above.
//
// # The rules
//
// A rule says which of the counted statements decide, and what their stances
// amount to. Every answer names its rule.
//
//   - latest (the default). Order the counted statements by the latest day
//     their date may mean, then by the earliest. The statements that share the
//     last place decide, with the mean of their stances. An undated statement
//     may be from any day; it comes first in the order and decides only where no
//     dated one counts. Mixed: some of those that decide support and some
//     oppose, however many.
//   - mean. All counted statements decide, dated or not, with the mean of their
//     stances. Mixed: there is support and there is opposition, and the mean
//     lies between -0.25 and 0.25.
//   - majority. Count those that support (stance above 0), those that oppose and
//     those that are undecided (stance 0), dated or not. The most numerous of
//     the three decide, with the mean of their stances. Mixed: two of the three
//     or all are the most numerous, a tie.
//   - decay. All dated statements that count decide, with the mean of their
//     stances weighted by 2^-(age/half-life). The age of a statement is the
//     number of days from the latest day its date may mean to D; it is 0 where
//     that day is after D. The half-life is half-life=DAYS, by default 90. An
//     undated statement has no age and no weight beside dated ones; where only
//     undated ones count, they decide as by the rule mean. Mixed: as by mean.
//
// Under mean and decay support and opposition may cancel out. Such a value would
// read as undecided where in truth the statements contradict one another, so
// the position is mixed and has no value.
//
// # Bands
//
// A value of at least 0.75 is support, at least 0.25 conditional support, at
// most -0.25 conditional opposition, at most -0.75 opposition, anything between
// is undecided. "No statement" (nothing counts), "undecided" (a value near 0),
// "mixed" (contradiction, as each rule defines it) and "stale" (older than the
// reader asked for) are four different things and never shown as one.
//
// A position is possible when one of the statements that decide it may be later
// than D, and as signatory when all of them are joint statements that the actor
// signed. The share accepted is that of the counted statements, whatever
// decides.
//
// # Position of a group
//
// The same rule over a larger pool: the group's own statements, and those of
// actors who on the statement's date belong to the group or to a part of it, or
// who speak for one. Each statement enters once. For an interval the last day
// it may mean is the day that membership is looked up on; for an undated
// statement any membership at any time will do. A joint statement counts for
// the groups that signed it, as signatory, but what a member signed never rolls
// up into its group. The answer names the speakers and says whether their own
// positions, by the same rule over the same statements, differ in sign.
//
// # Position on an issue
//
// A list, never a number: the propositions of the issue that are held (value at
// least 0.25), rejected (at most -0.25), undecided or mixed.
//
// # Minimum number of statements
//
// With min-statements=N a position that rests on fewer than N counted
// statements is given as "no statement", and its statements as left out for
// that reason. It applies to propositions, also inside the cell of an issue.
//
// # Inside
//
// What counts is found out in two ways, and the tests hold one against the other.
// In records: pool.go finds the statements of a pool, filter_match.go and judge.go
// say which of them count; so a cell is explained. In numbers: hearing.go finds
// the same pool in the columns of the ledger, sieve.go and panel.go say what of it
// counts; so are matrices, timelines and comparisons of any size. What it amounts
// to, by rules.go, is the same for both; position_on.go writes the answer. Only a
// grid, which is a whole matrix for whoever computes on, sums up in a way of its
// own (the files that begin with grid).
package questions
