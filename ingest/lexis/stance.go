package lexis

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/schema"
)

// Part says how a phrase of stance stands in a sentence.
type Part string

// The parts of words.txt.
const (
	Verb      Part = "verb"  // its holder is its subject
	Noun      Part = "noun"  // its holder stands before it as a possessive, or after "of", "by", "from"
	Adjective Part = "adj"   // its holder is the subject of the copula
	Value     Part = "value" // what it is said of is its subject; the holder is whoever speaks
	Operator  Part = "mark"  // negation, necessity, hedge, condition
)

// Class says what a phrase of stance does.
type Class string

// The classes of words.txt.
const (
	Speech   Class = "speech"
	Taking   Class = "stance"
	Desire   Class = "desire"
	Deed     Class = "deed"
	Judging  Class = "value"
	Reproach Class = "reproach"
	Blame    Class = "blame"    // says that somebody did wrong: takes a side against an act, and asserts that it was done
	Open     Class = "open"     // says that no side is taken yet
	Estimate Class = "estimate" // says how likely something is, whatever one may wish
	Idiom    Class = "none"     // looks like an operator and is none: "once again", "at once"
	Not      Class = "not"
	Must     Class = "must"
	Hedge    Class = "hedge"
	Provided Class = "if"
)

// Stance is one phrase of the language of stance.
type Stance struct {
	Phrase string
	Part   Part
	Class  Class
	Sign   int     // +1, -1, or 0 where it takes no side
	Weight float64 // 1, or 0.5 where it hedges
	Act    schema.Act
}

//go:embed words.txt
var wordsFile string

// Lexicon is the language of stance, compiled. It is safe for use by many.
type Lexicon struct {
	entries []Stance
	phrases Matcher
	that    map[string]Stance // verbs of reporting with "that", by the verb
}

// English is the lexicon of words.txt. The file is part of the program: a line
// that cannot be read is a mistake in the program, and panics.
var English = sync.OnceValue(func() *Lexicon {
	l := &Lexicon{that: map[string]Stance{}}
	for line := range strings.Lines(wordsFile) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == ';' {
			continue
		}
		if err := l.addLine(line); err != nil {
			panic(err)
		}
	}
	return l
})

func (l *Lexicon) addLine(line string) error {
	head, list, ok := strings.Cut(line, ":")
	f := strings.Fields(head)
	if !ok || len(f) != 5 {
		return fmt.Errorf("lexis: words.txt: %q: expected part class sign weight act: phrases", line)
	}
	entry := Stance{Part: Part(f[0]), Class: Class(f[1]), Sign: strings.Index("-0+", f[2]) - 1, Weight: 1, Act: schema.Act(f[4])}
	if f[3] == "0.5" {
		entry.Weight = 0.5
	}
	if !slices.Contains(schema.Acts, entry.Act) {
		return fmt.Errorf("lexis: words.txt: %q: unknown act", line)
	}
	for phrase := range strings.SplitSeq(list, ",") {
		entry.Phrase = strings.TrimSpace(phrase)
		if entry.formOnly() {
			l.phrases.AddForm(entry.Phrase, len(l.entries))
		} else {
			l.phrases.Add(entry.Phrase, len(l.entries))
		}
		l.entries = append(l.entries, entry)
		if verb, ok := strings.CutSuffix(entry.Phrase, " that"); ok && entry.Part == Verb && entry.Class == Speech {
			l.that[verb] = entry
		}
	}
	return nil
}

// WithThat is what a phrase does with a clause that "that" opens: "reiterate the
// demand" takes a side, "reiterate that" reports. It is the phrase itself where
// that makes no difference.
func (l *Lexicon) WithThat(s Stance) Stance {
	if that, ok := l.that[s.Phrase]; ok && s.Part == Verb {
		return that
	}
	return s
}

// formOnly reports whether a phrase is matched as it is written. Function words
// have stems that mean too much, and an adjective of judgement shares its stem
// with a verb or noun that judges nothing ("acceptable" and "accept").
func (s Stance) formOnly() bool {
	return s.Part == Operator || s.Part == Value && s.Class != Reproach
}

// Found is a phrase of stance in a text: tokens First to Last, inclusive.
type Found struct {
	First, Last int
	*Stance
}

// Find returns the phrases in tokens[from:to], leftmost and then longest.
// Phrases of different parts may share their place ("demand" is a verb and a
// noun); which one it is, the sentence says.
func (l *Lexicon) Find(tokens []Token, from, to int) []Found {
	var all []Found
	l.phrases.Find(tokens, from, to, func(m Match) {
		all = append(all, Found{m.First, m.Last, &l.entries[m.Value]})
	})
	end := from
	var kept []Found
	for i := 0; i < len(all); {
		j, longest := i, i
		for ; j < len(all) && all[j].First == all[i].First; j++ {
			if all[j].Last > all[longest].Last {
				longest = j
			}
		}
		if all[i].First >= end {
			end = all[longest].Last + 1
			kept = append(kept, longestOfPart(all[i:j])...)
		}
		i = j
	}
	return kept
}

// longestOfPart keeps, of phrases that begin at one place, the longest of each
// part.
func longestOfPart(same []Found) []Found {
	var kept []Found
	for _, f := range same {
		longer := func(o Found) bool { return o.Part == f.Part && o.Last > f.Last }
		twice := func(o Found) bool { return o.Part == f.Part && o.Last == f.Last }
		if !slices.ContainsFunc(same, longer) && !slices.ContainsFunc(kept, twice) {
			kept = append(kept, f)
		}
	}
	return kept
}

// Begins reports whether a word can begin a phrase of the lexicon.
func (l *Lexicon) Begins(t Token) bool { return l.phrases.root.lemmas[t.Lemma] != nil }
