package lexis

import "strings"

// Matcher finds phrases in tokens, over lemmas. The zero value is ready; add
// all phrases before the first Find. It is safe for use by many at once after
// that.
type Matcher struct {
	root  node
	count int
}

type node struct {
	next   map[string]*node
	values []int
}

// Match is a phrase found: tokens First to Last, inclusive, and the value it
// was added with.
type Match struct {
	First, Last int
	Value       int
}

// Len is the number of tokens of the match.
func (m Match) Len() int { return m.Last - m.First + 1 }

// Add adds a phrase; several phrases may carry one value and several values
// one phrase. A hyphenated word is found with the hyphen, with a space and
// written together. A phrase without a word is ignored.
func (m *Matcher) Add(phrase string, value int) { m.add(Tokenize(phrase), lemmaKey, value) }

// AddForm is Add over the words as they are written, folded but not stemmed:
// for short function words, whose stems mean too much.
func (m *Matcher) AddForm(phrase string, value int) { m.add(Tokenize(phrase), foldKey, value) }

func lemmaKey(t Token) string { return t.Lemma }

// foldKey marks the key so that forms and lemmas do not meet in the tree.
func foldKey(t Token) string { return "=" + t.Fold }

func (m *Matcher) add(tokens []Token, key func(Token) string, value int) {
	if len(tokens) == 0 {
		return
	}
	m.insert(tokens, key, value)
	if together, changed := joinHyphens(tokens); changed {
		m.insert(together, key, value)
	}
}

func (m *Matcher) insert(tokens []Token, key func(Token) string, value int) {
	at := &m.root
	for _, t := range tokens {
		if at.next == nil {
			at.next = map[string]*node{}
		}
		k := key(t)
		if at.next[k] == nil {
			at.next[k] = &node{}
		}
		at = at.next[k]
	}
	at.values = append(at.values, value)
	m.count++
}

// joinHyphens writes hyphenated words together: cease-fire as ceasefire.
func joinHyphens(tokens []Token) (joined []Token, changed bool) {
	for _, t := range tokens {
		if t.Joined && len(joined) > 0 {
			last := &joined[len(joined)-1]
			last.Text += t.Text
			last.Fold += t.Fold
			last.Lemma = stemmer{}.lemma(last.Fold)
			changed = true
			continue
		}
		joined = append(joined, t)
	}
	return joined, changed
}

// Find yields every match that begins in tokens[from:to] and ends there, by
// place and then by length, shortest first.
func (m *Matcher) Find(tokens []Token, from, to int, yield func(Match)) {
	if m.count == 0 {
		return
	}
	for i := from; i < to; i++ {
		walk(&m.root, tokens, i, i, to, yield)
	}
}

func walk(at *node, tokens []Token, first, i, to int, yield func(Match)) {
	if i >= to || at.next == nil {
		return
	}
	step := func(next *node, last int) {
		if next == nil {
			return
		}
		for _, v := range next.values {
			yield(Match{First: first, Last: last, Value: v})
		}
		walk(next, tokens, first, last+1, to, yield)
	}
	if i > first && isQuoteMark(tokens[i]) {
		walk(at, tokens, first, i+1, to, yield)
		return
	}
	step(at.next[tokens[i].Lemma], i)
	step(at.next["="+tokens[i].Fold], i)
	if i+1 < to && tokens[i+1].Joined {
		word := tokens[i].Fold + tokens[i+1].Fold
		step(at.next[stemmer{}.lemma(word)], i+1)
	}
}

// isQuoteMark reports whether a token is a double quotation mark. Phrases are
// found across one: news holds single words at arm's length (he "hinted" at it).
func isQuoteMark(t Token) bool {
	return t.Kind == Mark && (t.Text == `"` || t.Text == "“" || t.Text == "”" || t.Text == "„")
}

// Words is a set of folded words.
type Words map[string]bool

// NewWords splits a list at white space.
func NewWords(list string) Words {
	set := Words{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// Has reports whether the token's folded form is in the set.
func (w Words) Has(t Token) bool { return w[t.Fold] }
