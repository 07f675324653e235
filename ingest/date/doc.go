// Package date reads dates as worded in a text. [Find] proposes expressions
// ("on October 20", "last Tuesday", "in August"); [Expression.Resolve] turns
// one into a date against the article's own date; [Assign] chooses the one that
// dates a statement.
//
// News tells what has happened: an expression without a year or month is the
// latest such day that is not after the article. Nothing is resolved to today;
// what cannot be resolved stays unknown. Days are UTC calendar days.
package date
