// Package lexis is what the stages of ingest know about English words: tokens
// with offsets and lemmas ([Tokenize]), phrases matched over lemmas
// ([Matcher]), and the language's own words of stance, speech, negation,
// condition and hedging ([English]).
//
// It knows no dispute, no actor and no place. What it has as data are files
// beside the code: words.txt for words of stance and speech, irregular.txt for
// irregular forms. Offsets are bytes into the text; code points are made where
// a statement is written.
package lexis
