// # Timeline
//
// The position of a row (an actor or a group) on a proposition, again and again.
// Without a period it is computed as of every day on which a statement begins to
// count: the first day its date may mean or, with dates=certain, the last. Between
// two such days no position changes, but that dates which were possible become
// certain (and that the rule decay weighs anew). A point names the statements that
// it adds, says how many decide, and carries the twenty newest of these: a list of
// all that counts, at every point, would say the same again and again. With
// min-statements the first point adds all that it takes. With a period (day, week from
// Monday, month, quarter, year) it is computed as of the last day of each period,
// or as of the as-of date where that is earlier, from the period of the first
// statement on. A line leaves out periods in which nothing was said and whose
// position is that of the period before. A statement is counted in one period,
// that of the last day its date may mean; where it may be from another period
// it counts as inexact. Undated statements are in no period. An issue has
// counts, each statement once, and no value. Where groups are the rows and the
// filter names groups, only these have lines, here and in all questions below.
//
// # Shift
//
// The counted statements with a date, in the order of the rule latest. The
// position after each date, by the rule that is asked for, on what was said up to
// then, is compared with the one before it. Positions differ when their bands
// differ or a condition came or went; a condition is one that a statement of the
// date names. The kinds, the first that fits:
//
//   - new: there was no position before.
//   - reversed: held before and rejected now, or the other way round.
//   - conditioned: the same side, not stronger, and now on a condition.
//   - unconditioned: the same side, not weaker, and no longer on a condition.
//   - softened: the band is nearer to undecided.
//   - hardened: the band is farther from undecided.
//   - reaffirmed: none of these. It is no difference and listed only on request.
//   - silent: only where stale=DAYS is given. Nothing was said from DAYS+1 days
//     after the last day of a date until the next statement begins to count, or
//     the as-of date.
//
// A mixed position has no value and is passed over: it is for Conflicts. So is a
// date on which every statement codes the passage of an earlier one again
// (overlapping evidence, another coder or codebook): that is a change of coding.
// A shift is possible where the two dates overlap, so that the order is not
// certain, or where the later may be after the as-of date. Undated statements
// have no place in the sequence; their number is given.
//
// # Comparison
//
// Two as-of dates, cell by cell. New: only the later date has a position. Gone:
// only the earlier has one. Unchanged: both, and they do not differ in the sense
// of a shift. Moved: they differ; how is the kind of shift, or that the position
// is now, or no longer, mixed. Recoded: they differ, but all that decides on the
// later date and did not count on the earlier codes again a passage that did.
//
// Two groups, actors, outlets, coders or codebook versions have no before and
// after: a cell is the same, differs (in sign, degree or condition, or one is
// mixed) or is on one side only. For coders and codebook versions each side is
// computed as if nobody else had coded, so that review by one does not silence
// the other; no difference between them is called a change of position.
//
// # Conflict
//
// Two counted statements on one proposition, one in support and one in opposition,
// with at most window days between their dates. The kinds, the first that fits:
//
//   - text and table: one actor in one source, one statement in the source's own
//     voice (mode narrative, as in a table or summary) and one in another mode.
//   - one report: one actor in one source otherwise.
//   - two reports: one actor in two sources.
//   - signatory: somebody signed one of them, and made or signed the other.
//   - two speakers: two actors who are heard for one group on their dates.
//
// Inside one source the stances of one party on two days are a change that the
// source tells of, hence a shift: there the dates must overlap. The one exception
// is a table or summary that has only the date of its source; for it the window
// holds. One passage in which one coder found two stances with two dates tells of
// a change, too. Two codings of one passage by different coders or codebooks are
// no conflict; see Agreement. A conflict is possible where more days than allowed
// may lie between; dates=certain leaves those out. Undated statements may be from
// any day. A pair is listed once; min-statements does not apply.
//
// # Sensitivity
//
// The position without narrative evidence (mode narrative), without anonymous
// evidence (an actor of kind anonymous speaks or relays, or one called unnamed or
// anonymous), without unreviewed evidence (status proposed); one class at a time.
// A cell is listed when its band is then another one.
//
// # Explanation
//
// The rule, the statements in its order, and every statement of the pool that does
// not count, with the reason and, where it is the filter, each parameter that it
// does not pass, taken alone. A cell is empty because there is no statement at
// all, or for the reason of those that came nearest to counting. Actors that the
// codebook lacks and whose label is near to the actor's own label or alias are
// named where they have statements on the proposition.
//
// # Agreement
//
// The codings of two coders, as if each had coded alone: what somebody else
// rejected or revised is how it was coded; what the coder replaced itself is not.
// Two codings are of one unit when they have the same source, actor and
// proposition and overlapping evidence, one with one at most: first those that
// share most of a passage, then those of one date, then the first in the text.
// On what was coded at all: units of both and of one only. On stance: the units
// of both, with the share that has one stance, Cohen's kappa (J. Cohen, A
// Coefficient of Agreement for Nominal Scales, 1960), and Krippendorff's alpha for
// nominal and for ordinal data (K. Krippendorff, Computing Krippendorff's
// Alpha-Reliability, 2011). Neither kappa nor alpha is defined without a unit of
// both, nor where all values are the same.
//
// # Independent reports
//
// Two statements report one utterance when actor, proposition, stance and date are
// the same, the date is known, and either one relay stands behind both (via names
// it in both, or via names the outlet of the other; nameless relays are nobody) or
// the passages are nearly the same: half of the three-word runs of the shorter one
// occur in the other (containment, A. Broder 1997). Chains count as one. Where
// reports are asked to count once, the first published one does, and the others
// are left out for that reason; answers give both figures.
package questions
