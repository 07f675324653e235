package resolve

import (
	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// apposed is the name that stands beside an office between commas: "the
// minister, Ann Lee, said". It is nil where none does.
func (r *resolver) apposed(n attribute.Nominal) *attribute.Nominal {
	if n.Nature != attribute.Person || r.token(n.To).Fold != "," {
		return nil
	}
	for i := range r.nominals {
		m := &r.nominals[i]
		if m.From == n.To+1 && m.Nature == attribute.Name && closes(r.token(m.To)) {
			return m
		}
	}
	return nil
}

// office is the phrase for a person that stands beside a name: "Ann Lee, the
// union's foreign policy chief, said".
func (r *resolver) office(n attribute.Nominal) *attribute.Nominal {
	if n.Nature != attribute.Name || r.token(n.To).Fold != "," {
		return nil
	}
	for i := range r.nominals {
		m := &r.nominals[i]
		if m.From > n.To && m.From <= n.To+maxOffice && m.Nature == attribute.Person && closes(r.token(m.To)) && r.unbroken(n.To+1, m.From) {
			return m
		}
	}
	return nil
}

// maxOffice bounds what may stand before the noun of an office, in tokens.
const maxOffice = 7

// unbroken reports whether no mark stands in between.
func (r *resolver) unbroken(from, to int) bool {
	for i := from; i < to; i++ {
		if r.text.Tokens[i].Kind == lexis.Mark {
			return false
		}
	}
	return true
}

func closes(t lexis.Token) bool {
	return t.Fold == "," || t.Fold == "." || t.Fold == "—" || t.Fold == "–"
}

// token is token i, or none past the end.
func (r *resolver) token(i int) lexis.Token {
	if i < 0 || i >= len(r.text.Tokens) {
		return lexis.Token{}
	}
	return r.text.Tokens[i]
}

// owner is the possessive right before a phrase: "Norvia" of "Norvia's
// negotiators". It is nil where there is none.
func (r *resolver) owner(n attribute.Nominal) *attribute.Nominal {
	if f := r.token(n.From - 1).Fold; f != "'s" && f != "'" {
		return nil
	}
	for i := range r.nominals {
		if m := &r.nominals[i]; m.To == n.From-1 && m.Possessive {
			return m
		}
	}
	return nil
}

// owned resolves a phrase by whose it is: the holder of an office, a group's
// people, whoever's text it is. A person's people are not the person.
func (r *resolver) owned(n attribute.Nominal) []string {
	o := r.owner(n)
	if o == nil {
		return nil
	}
	for _, h := range r.register.find(r.text.Tokens, o.From, n.To, r.on) {
		if h.first < n.From && h.last == n.To-1 {
			return []string{h.actor.ID}
		}
	}
	s := r.nominal(*o)
	if len(s.Actors) == 1 && (n.Nature == attribute.Document || !r.isPerson(s.Actors[0])) {
		return s.Actors
	}
	return nil
}

// pair resolves "the two leaders" to the last two that were
// named.
func (r *resolver) pair(n attribute.Nominal) []string {
	first := n.From
	if r.token(first).Fold == "the" {
		first++
	}
	word, head := r.token(first).Fold, r.token(n.To-1).Fold
	if word != "two" && word != "both" || first+1 >= n.To {
		return nil
	}
	if head == "sides" || n.Nature != attribute.Person {
		return nil // which sides of many are meant, no rule tells
	}
	var list []string
	for i := len(r.mentioned) - 1; i >= 0 && len(list) < 2; i-- {
		if id := r.mentioned[i]; r.isPerson(id) && (len(list) == 0 || list[0] != id) {
			list = append([]string{id}, list...)
		}
	}
	if len(list) < 2 {
		return nil
	}
	return list
}

// maxMentioned bounds how many actors are kept for "the two".
const maxMentioned = 8

func (r *resolver) mention(ids []string) {
	for _, id := range ids {
		if n := len(r.mentioned); n == 0 || r.mentioned[n-1] != id {
			r.mentioned = append(r.mentioned, id)
		}
	}
	if n := len(r.mentioned); n > maxMentioned {
		r.mentioned = append(r.mentioned[:0], r.mentioned[n-maxMentioned:]...)
	}
}
