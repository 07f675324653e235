//go:build !race

package questions_test

// corpora is how many corpora every question is compared with the oracle on.
const corpora = 500
