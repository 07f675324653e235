package lexis

import "strings"

// Matcher finds phrases in tokens, over lemmas. The zero value is ready; add
// all phrases before the first Find. It is safe for use by many at once after
// that.
type Matcher struct {
	root  node
	count int
}

// node is a place in the tree of phrases. Forms and lemmas do not meet in it.
type node struct {
	lemmas map[string]*node
	forms  map[string]*node
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
func (m *Matcher) Add(phrase string, value int) { m.add(Tokenize(phrase), byLemma, value) }

// AddForm is Add over the words as they are written, folded but not stemmed:
// for short function words, whose stems mean too much.
func (m *Matcher) AddForm(phrase string, value int) { m.add(Tokenize(phrase), byForm, value) }

// enter is one step into the tree for a word of a phrase.
type enter func(*node, Token) *node

func byLemma(n *node, t Token) *node { return step(&n.lemmas, t.Lemma) }

func byForm(n *node, t Token) *node { return step(&n.forms, t.Fold) }

// step is the node behind a word, made where it is missing.
func step(next *map[string]*node, word string) *node {
	if *next == nil {
		*next = map[string]*node{}
	}
	if (*next)[word] == nil {
		(*next)[word] = &node{}
	}
	return (*next)[word]
}

func (m *Matcher) add(tokens []Token, into enter, value int) {
	if len(tokens) == 0 {
		return
	}
	m.insert(tokens, into, value)
	if together, changed := joinHyphens(tokens); changed {
		m.insert(together, into, value)
	}
}

func (m *Matcher) insert(tokens []Token, into enter, value int) {
	at := &m.root
	for _, t := range tokens {
		at = into(at, t)
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
			last.Lemma = lemma(last.Fold)
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
	if i >= to || at.lemmas == nil && at.forms == nil {
		return
	}
	onto := func(next *node, last int) {
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
	onto(at.lemmas[tokens[i].Lemma], i)
	onto(at.forms[tokens[i].Fold], i)
	if i+1 < to && tokens[i+1].Joined {
		word := tokens[i].Fold + tokens[i+1].Fold
		onto(at.lemmas[lemma(word)], i+1)
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
