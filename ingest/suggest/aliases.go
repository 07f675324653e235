package suggest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// Alias is a name that an actor could be found by, or a new actor.
type Alias struct {
	Actor   string  `json:"actor"` // its ID; NEW:Label for one that the codebook lacks
	Name    string  `json:"name"`
	New     bool    `json:"new"`  // the actor is not in the codebook
	Like    string  `json:"like"` // the actor's own name that it resembles; empty where the counts speak
	Counts  Counts  `json:"counts"`
	Score   float64 `json:"score"`
	Example string  `json:"example"`
}

// Aliases proposes aliases for the codebook's actors, in its order, and then
// the actors that it lacks, by label.
func Aliases(cb *schema.Codebook, coded []Coded) []Alias {
	list := passages(coded)
	found := make([]map[string]bool, len(list)) // names by passage
	total := map[string]int{}
	known := newNames(cb)
	for i, p := range list {
		found[i] = namesIn(p.tokens, known.hide(p.tokens))
		for name := range found[i] {
			total[name]++
		}
	}
	var out []Alias
	for i := range cb.Actors {
		out = append(out, aliasesOf(&cb.Actors[i], list, found, total)...)
	}
	return append(out, newActors(list)...)
}

func aliasesOf(a *schema.Actor, list []*passage, found []map[string]bool, total map[string]int) []Alias {
	here, example := map[string]int{}, map[string]string{}
	own := 0
	for i, p := range list {
		if !p.actors[a.ID] {
			continue
		}
		own++
		for name := range found[i] {
			if here[name]++; here[name] == 1 {
				example[name] = p.text
			}
		}
	}
	var out []Alias
	for _, name := range slices.Sorted(maps.Keys(here)) {
		c := Counts{Here: here[name], Of: own, Others: total[name] - here[name], Rest: len(list) - own}
		like := resembles(a, name)
		if like == "" && (c.Here < 2 || !c.telling()) || like != "" && c.Others > c.Here {
			continue
		}
		out = append(out, Alias{Actor: a.ID, Name: name, Like: like, Counts: c, Score: c.score(), Example: example[name]})
	}
	slices.SortStableFunc(out, func(x, y Alias) int { return cmp.Compare(y.Score, x.Score) })
	return out
}

// namesIn are the runs of capitalised words that name nobody yet. A word that
// begins a sentence is capitalised by that, and left out when it stands alone.
func namesIn(tokens []lexis.Token, hidden []bool) map[string]bool {
	set := map[string]bool{}
	for i := 0; i < len(tokens); i++ {
		if !isName(tokens[i]) || hidden[i] {
			continue
		}
		first := i
		for i+1 < len(tokens) && isName(tokens[i+1]) && !hidden[i+1] {
			i++
		}
		if first == i && beginsSentence(tokens, first) {
			continue
		}
		var words []string
		for _, t := range tokens[first : i+1] {
			words = append(words, t.Text)
		}
		set[strings.Join(words, " ")] = true
	}
	return set
}

func isName(t lexis.Token) bool {
	return t.Kind == lexis.Word && t.Capital() && len(t.Text) > 2 && !functionWords().Has(t)
}

func beginsSentence(tokens []lexis.Token, i int) bool {
	return i == 0 || tokens[i-1].Kind == lexis.Mark && strings.ContainsAny(tokens[i-1].Text, ".!?:\"“”‘«")
}

// resembles returns the actor's name that another is spelt nearly like, or "".
func resembles(a *schema.Actor, name string) string {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	for _, own := range append([]string{bare(a.Label)}, a.Aliases...) {
		word := own[strings.LastIndexByte(own, ' ')+1:]
		if len(word) > 4 && len(schema.Near(last, slices.Values([]string{word}))) > 0 && word[0] == last[0] {
			return own
		}
	}
	return ""
}

// newActors are those coded as NEW:Label.
func newActors(list []*passage) []Alias {
	count, example := map[string]int{}, map[string]string{}
	for _, p := range list {
		for actor := range p.actors {
			if label, ok := strings.CutPrefix(actor, schema.NewActorPrefix); ok {
				if count[label]++; count[label] == 1 {
					example[label] = p.text
				}
			}
		}
	}
	var out []Alias
	for _, label := range slices.Sorted(maps.Keys(count)) {
		out = append(out, Alias{Actor: schema.NewActorPrefix + label, Name: label, New: true, Counts: Counts{Here: count[label], Of: count[label], Rest: len(list) - count[label]}, Example: example[label]})
	}
	return out
}
