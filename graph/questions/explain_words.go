package questions

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// ruleWords say what a rule did with the counted statements.
var ruleWords = map[string]string{
	RuleLatest:   "the statements of the newest date decide; both signs among them would be mixed, else their mean is the value",
	RuleMean:     "all counted statements decide: their mean is the value, unless support and opposition cancel out, which is mixed",
	RuleMajority: "the most numerous of those that support, oppose and are undecided decide, with the mean of their stances; a tie is mixed",
	RuleDecay:    "all dated statements decide: their mean is the value, where a statement weighs half as much for every half-life that it is older",
}

// words is the explanation in sentences.
func (e Explanation) words(s *ledger.Snapshot, f Filter) []string {
	p := e.Position
	who := e.Label
	if p.Group {
		who += ", with those who speak for it,"
	}
	words := []string{fmt.Sprintf("%s on %q as of %s: %s.", who, s.Codebook.PropositionLabel(p.Proposition), p.AsOf, p.inWords())}
	if e.Empty != "" {
		words = append(words, e.emptyWords()...)
	} else {
		words = append(words, e.fullWords(f)...)
	}
	for _, l := range p.LeftOut {
		words = append(words, fmt.Sprintf("%s left out: %s%s.", statements(l.N), l.Reason, e.parameters(l.Reason)))
	}
	return append(words, e.elsewhere()...)
}

func (e Explanation) fullWords(f Filter) []string {
	p := e.Position
	words := []string{fmt.Sprintf("Counted: %d of %s, from %s to %s.", p.N, statements(p.Of), orUnknown(p.First.String()), orUnknown(p.Last.String())),
		fmt.Sprintf("By the rule %s, %s.", p.Rule, ruleWords[f.rule()])}
	if in := e.Independent; in.Utterances < in.Reports {
		words = append(words, fmt.Sprintf("%d of the counted statements are reports of an utterance that others report, too: %d utterances in all.",
			in.Reports-in.Utterances, in.Utterances))
	}
	for _, mark := range []struct {
		is   bool
		text string
	}{
		{p.Mixed, "Support and opposition are both among the deciding statements, so that there is no value."},
		{p.Possible, "A deciding statement may be later than the as-of date: the position is possible, not certain."},
		{p.AsSignatory, "It rests only on joint statements that the actor signed."},
		{p.Disagree, "The speakers disagree: their own positions have opposite signs."},
		{p.Stale, fmt.Sprintf("It is stale: %d days old.", p.AgeDays)},
	} {
		if mark.is {
			words = append(words, mark.text)
		}
	}
	return words
}

func (e Explanation) emptyWords() []string {
	if e.Empty == EmptyNothing {
		return []string{"There is no statement at all: not one in the store, whatever the filter says."}
	}
	return []string{fmt.Sprintf("There are statements, %d in all, but none counts; what came nearest: %s.", e.Position.Of, e.Empty)}
}

// elsewhere says where statements may be that the reader expected here.
func (e Explanation) elsewhere() []string {
	var words []string
	for _, u := range e.Unresolved {
		words = append(words, fmt.Sprintf("%s by %q, which the codebook lacks and may be the same actor.", statements(u.N), u.Actor))
	}
	if e.AsGroup > 0 {
		words = append(words, fmt.Sprintf("%s more in the pool of %s as a group.", statements(e.AsGroup), e.Label))
	}
	return words
}

// parameters names those of the filter that keep statements out.
func (e Explanation) parameters(r Reason) string {
	n := map[string]int{}
	var names []string
	for _, x := range e.LeftOut {
		for _, p := range x.Parameters {
			if n[p]++; n[p] == 1 {
				names = append(names, p)
			}
		}
	}
	if r != ReasonFiltered || len(names) == 0 {
		return ""
	}
	for i, name := range names {
		names[i] = fmt.Sprintf("%s keeps out %d", name, n[name])
	}
	return " (" + strings.Join(names, ", ") + ")"
}

func (p Position) inWords() string {
	if p.Value == nil {
		return string(p.Band)
	}
	return fmt.Sprintf("%+.3g, %s", *p.Value, p.Band)
}

func statements(n int) string {
	if n == 1 {
		return "1 statement"
	}
	return fmt.Sprintf("%d statements", n)
}

func orUnknown(date string) string {
	if date == "" {
		return "an unknown date"
	}
	return date
}
