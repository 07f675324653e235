package lexis

// monthMay is the folded form of May where it is no verb. Case alone tells the
// month (and the surname) from the verb, so folding must not lose it: a date
// ("on 3 May") would else read as a hedge ("she may").
const monthMay = "May"

// keepMay marks the token at i when it is May and no verb: beside the number of
// a day or a year, or with its capital inside a sentence. A capital at the head
// of a sentence says nothing ("May this war end").
func keepMay(tokens []Token, i int) {
	if tokens[i].Text != monthMay {
		return
	}
	numbered := i+1 < len(tokens) && tokens[i+1].Kind == Number || i > 0 && tokens[i-1].Kind == Number
	if numbered || i > 0 && (tokens[i-1].Kind == Word || tokens[i-1].Text == ",") {
		tokens[i].Fold = monthMay
	}
}
