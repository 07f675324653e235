// Package evaluate compares extracted statements with coded ones. Call
// [Load] for each of the two JSON Lines files and [Evaluate] on the records;
// [Report.WriteText] prints the figures and [Report.WriteMisses] the sentences
// behind them.
//
// Figures are precision, recall and F1, micro-averaged over statements. Each
// gold record is matched by at most one prediction and the other way round,
// within one document and one actor: required gold first, then the larger
// overlap of evidence, then the order of the files. Gold that is marked
// optional neither rewards nor punishes. Documents without gold are left out.
package evaluate
