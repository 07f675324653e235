package lexis

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func texts(tokens []Token) []string {
	var list []string
	for _, t := range tokens {
		list = append(list, t.Text)
	}
	return list
}

func TestTokens(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"The U.S. and the U.N said so.", "The|U.S.|and|the|U.N|said|so|."},
		{"Ann's plan isn't Bob’s.", "Ann|'s|plan|is|n't|Bob|’s|."},
		{"A 30-day cease-fire at 12:37 on 2025.10.21.", "A|30|day|cease|fire|at|12:37|on|2025.10.21|."},
		{"They’ve won; 1,000-for-1,000 (78%).", "They|’ve|won|;|1,000|for|1,000|(|78|%|)|."},
		{"Łukasz said “no”—twice…", "Łukasz|said|“|no|”|—|twice|…"},
		{"I. We do", "I|.|We|do"},
	} {
		if got := strings.Join(texts(Tokenize(c.text)), "|"); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestLemmasJoinFormsOfOneWord(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{{"withdrew", "withdraws"}, {"said", "saying"}, {"guarantees", "guaranteed"}, {"froze", "freezing"}} {
		a, b := Tokenize(pair[0])[0].Lemma, Tokenize(pair[1])[0].Lemma
		if a != b {
			t.Errorf("%s -> %s, %s -> %s", pair[0], a, pair[1], b)
		}
	}
}

func TestMatcherFindsHyphenatedWordsInEverySpelling(t *testing.T) {
	t.Parallel()
	var m Matcher
	m.Add("cease-fire", 1)
	m.Add("ban on whaling", 2)
	var got []int
	tokens := Tokenize("A ceasefire, a cease-fire, a cease fire; bans on whaling")
	m.Find(tokens, 0, len(tokens), func(x Match) { got = append(got, x.Value) })
	if !slices.Equal(got, []int{1, 1, 1, 1, 2}) && !slices.Equal(got, []int{1, 1, 1, 2}) {
		t.Errorf("got %v", got)
	}
}

func TestTokensLieInTheTextInOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		at := 0
		for _, tok := range Tokenize(text) {
			if tok.Start < at || tok.End <= tok.Start || text[tok.Start:tok.End] != tok.Text {
				t.Fatalf("token %+v after byte %d of %q", tok, at, text)
			}
			at = tok.End
		}
	})
}

func TestMayIsAMonthOrAVerb(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text  string
		month bool
	}{
		{"on 3 May 2024 she spoke", true}, {"May 3 was a Friday", true}, {"in May they met", true}, {"on Friday, May 3", true},
		{"They may agree", false}, {"May the talks succeed", false}, {"They met. May they agree", false}, {"the 3 may agree", false},
	} {
		for _, tok := range Tokenize(c.text) {
			if tok.Lemma == "may" && (tok.Fold == "May") != c.month {
				t.Errorf("%q: folded to %q", c.text, tok.Fold)
			}
		}
	}
}
