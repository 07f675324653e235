// Package network computes networks from coded statements: who stands with
// whom, and who stands where. Begin with [ParseSpec], [FromLedger] and
// [Compute]; [Slices] moves a time window, [List] gives the statements
// themselves, [Communities] groups the nodes of a one-mode network. Everything
// is a pure function of a table and a specification.
//
// The definitions are those of discourse network analysis (Leifeld, P. (2017):
// Discourse Network Analysis: Policy Debates as Dynamic Networks; and the
// program Discourse Network Analyzer, DNA 3), so that a study made with DNA can
// be repeated. With Spec.Compat the numbers are DNA's own, faults included;
// without it a fault is corrected. The places where they differ are marked
// "compat" below.
//
// # Which statements count
//
//  1. Loaded are the statements between From and Until, both instants
//     included, whose document passes the filters on document variables. What
//     is left open is the first or last instant of any document, with or
//     without statements. A statement whose date is not one day is loaded when
//     it may lie in between.
//  2. They are put in order: time, document, start, end, ID.
//  3. Value filters drop a statement that has an excluded value, and one that
//     lacks a value from a list of the only ones wanted.
//  4. An empty value of variable 1 or 2 drops the statement, and an empty
//     qualifier does unless it is ignored.
//  5. Duplicates: in order, a statement is dropped when one that was kept has
//     the same variable 1, variable 2 and, unless it is ignored, qualifier, in
//     the same period: document, week, month, year or the whole range. This
//     happens once, before any window is cut. Compat: weeks and months are
//     compared by number, so January 2005 and January 2006 are one month.
//
// # Labels
//
// Rows and columns are the values of the statements in the matrix or, with
// isolates, of all loaded statements; sorted by UTF-16 code units, as Java
// sorts, so capitals come before small letters.
//
// # Notation
//
// a(i,j,k) is the number of statements of row value i and column value j at
// qualifier level k of value q(k). A(i) is the sum over j and k, P(j) the sum
// over i and k. A boolean has the levels 0 and 1; an integer or a text those
// of the loaded statements, sorted; a document variable those of the
// statements in the matrix. A stance has the levels -1 and +1 where the table
// has no other, and is then the boolean of DNA; else it has its five levels.
//
// # Two-mode
//
//	ignore     sum of a over k
//	subtract   sum of q(k) a over k, with -1 and +1 for a boolean; a text has no
//	           negative, so the plain sum
//	combine    sum of 2^(n-1-k) over the levels k that occur, of n
//	activity   divides by A(i); with combine by the non-zero cells of the row
//	prominence divides by P(j); with combine by the non-zero cells of the column
//
// # One-mode
//
// Rows are compared over the columns j; the diagonal is 0. R is the largest
// less the smallest q.
//
//	ignore     sum over j of N(i,j) N(i',j), N being the sum over k
//	congruence sum over j,k,l of a(i,j,k) a(i',j,l) (1 - |q(k)-q(l)|/R)
//	conflict   sum over j,k,l of a(i,j,k) a(i',j,l) |q(k)-q(l)|/R
//	subtract   congruence less conflict
//
// Texts have no distance and follow another rule: congruence is the sum over j
// and k of a(i,j,k) a(i',j,k); conflict the sum over j and k of a(i,j,k) where
// a(i',j,k) is 0 and of a(i',j,k) where a(i,j,k) is 0. With one level only, R
// is 0 and everything is congruent; compat: every such cell is not a number.
//
//	average    divides by (A(i) + A(i')) / 2
//	jaccard    divides by the sum over j,k of a(i,j,k) where a(i',j,k) is 0, of
//	           a(i',j,k) where a(i,j,k) is 0, and of a(i,j,k) a(i',j,k)
//	cosine     divides by the product of the lengths of both vectors a;
//	           compat: by A(i) A(i')
//
// A cell whose divisor is 0 is 0.
//
// # Time windows
//
// The middle t runs from the start to the stop in steps of one unit, each from
// the last, so that a month after 31 January is 28 February and then 28 March.
// The window is t less and t plus half = size/2 units, rounded down, both
// instants included; those wholly inside start and stop are kept, empty ones
// too. Sizes 2 and 3 are therefore the same, and size 1 is a single instant. A
// statement counts when it surely lies in the window: undated ones never do.
//
// Kernels, event windows (DNA draws at random among simultaneous statements),
// polarization and backbone are left out on purpose.
package network
