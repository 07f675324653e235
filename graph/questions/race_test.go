//go:build race

package questions_test

// corpora is how many corpora every question is compared with the oracle on.
// The race detector makes each ten times slower and looks for something else.
const corpora = 50
