package lexis

import "testing"

func TestLongestPhraseWins(t *testing.T) {
	t.Parallel()
	tokens := Tokenize("They pushed back against the ban and called for talks.")
	var got []string
	for _, f := range English().Find(tokens, 0, len(tokens)) {
		if f.Part == Verb {
			got = append(got, f.Phrase)
		}
	}
	if len(got) != 2 || got[0] != "push back against" || got[1] != "call for" {
		t.Errorf("got %q", got)
	}
}
