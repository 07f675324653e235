package resolve

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

const book = `
codebook: test
version: 1
issues:
  - {id: i, label: I, propositions: [{id: p, label: P}]}
actors:
  - {id: norvia, type: state, label: Norvia, aliases: [NOR, Norvian government], member_of: [isles]}
  - {id: galt, type: state, label: Galt, aliases: [Galtish government], member_of: [isles]}
  - {id: estia, type: state, label: Estia}
  - {id: isles, type: bloc, label: Council of Isles}
  - {id: lee, type: person, label: Ann Lee, affiliations: [{group: norvia, role: trade minister, from: 2030-01-01}]}
  - {id: roe, type: person, label: Bob Roe, affiliations: [{group: norvia, role: trade minister, until: 2029-12-31}]}
  - {id: lee-jr, type: person, label: Tom Berg}
  - {id: berg, type: person, label: Ida Berg}
  - {id: official, type: anonymous, label: Unnamed Norvian official, member_of: [norvia]}
`

func resolved(t *testing.T, text, day string) []string {
	t.Helper()
	cb, err := schema.LoadCodebook("test.yaml", []byte(book))
	if err != nil {
		t.Fatal(err)
	}
	x := segment.Segment(text)
	var list []string
	for _, s := range Resolve(x, attribute.Attribute(x), NewRegister(cb), schema.MustDate(day)) {
		list = append(list, strings.Join(s.Actors, "+"))
	}
	return list
}

func speakers(t *testing.T, text, day string) []Speaker {
	t.Helper()
	cb, err := schema.LoadCodebook("test.yaml", []byte(book))
	if err != nil {
		t.Fatal(err)
	}
	x := segment.Segment(text)
	return Resolve(x, attribute.Attribute(x), NewRegister(cb), schema.MustDate(day))
}

func TestPrintedTitlesAreComparedWithTheRegister(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"Former Norvian Trade Minister Ann Lee said no.", "Former Norvian Trade Minister"},
		{"President Ann Lee said no.", "President"},
		{"Trade Minister Ann Lee said no.", ""},
		{"Ann Lee said no.", ""},
		{"President Ida Berg said no.", ""}, // no office to compare with
	} {
		if got := speakers(t, c.text, "2031")[0].Misprinted; got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNewActorsKeepTheirSide(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Norvian lawmaker Kai Holm said no.", "Norvia's prime minister, Kai Holm, said no.", "Kai Holm, a Norvian official, said no."} {
		if s := speakers(t, text, "2031")[0]; s.Side != "norvia" || s.Actors[0] != "NEW:Kai Holm" {
			t.Errorf("%s: got %+v", text, s)
		}
	}
}

func TestSpeakers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, day, want string }{
		{"label", "Ann Lee said no.", "2031", "lee"},
		{"surname", "Minister Lee said no.", "2031", "lee"},
		{"two of one surname are nobody", "Berg said no.", "2031", ""},
		{"acronym in capitals only", "NOR said no.", "2031", "norvia"},
		{"title on the day", "The Norvian trade minister said no.", "2031", "lee"},
		{"title before", "The Norvian trade minister said no.", "2029-05", "roe"},
		{"officials speak for the state", "Norvian officials said no.", "2031", "norvia"},
		{"one unnamed official", "A Norvian official said no.", "2031", "official"},
		{"adjective from an alias", "Galtish diplomats said no.", "2031", "galt"},
		{"members of one bloc", "Leaders of Norvia and Galt said no.", "2031", "isles"},
		{"no common bloc", "Leaders of Norvia and Estia said no.", "2031", ""},
		{"unknown person", "Kai Holm said no. Holm said yes.", "2031", "NEW:Kai Holm NEW:Kai Holm"},
		{"a name that takes a side", "Port Royal rejected it.", "2031", "NEW:Port Royal"},
		{"a capital at the head of a sentence is no name", "Quotas require it.", "2031", ""},
		{"a name by its capital inside a sentence", "Arden rejects it, and so does Estia. Few in Arden agree.", "2031", "NEW:Arden "},
		{"title and name", "Senator Kai Holm urged it.", "2031", "NEW:Kai Holm"},
		{"name beside an office", "Estia's prime minister, Kai Holm, rejected it.", "2031", "NEW:Kai Holm"},
		{"office beside a name", "Kai Holm, the isles' policy chief, rejected it.", "2031", "NEW:Kai Holm"},
		{"named with an office, then by surname", "Her deputy, Kai Holm, was blunter. “No,” Holm said.", "2031", "NEW:Kai Holm"},
		{"whose people they are", "Estia's negotiators rejected it.", "2031", "estia"},
		{"whose text it is", "Estia's memorandum rejects it.", "2031", "estia"},
		{"a person's people are not the person", "Bob Roe's negotiators rejected it.", "2031", ""},
		{"a person of a ministry", "Ann Lee of the Norvian government said no.", "2031", "lee"},
		{"an office, a person, a state", "Trade Minister Ann Lee of Norvia said no.", "2031", "lee"},
		{"an outlet is not its place", "The Norvia Post rejected it.", "2031", ""},
		{"the two", "Bob Roe rang Ann Lee. The two leaders rejected it.", "2031", "roe+lee"},
		{"he", "Bob Roe said no. He said it twice.", "2031", "roe roe"},
		{"we, by whom it is said", "Norvia said: “We refuse.”", "2031", "norvia norvia"},
		{"they", "Norvia said no. They rejected it.", "2031", "norvia norvia"},
		{"the statement of its signers", "The statement, signed by Norvia and Galt, rejected it.", "2031", "isles isles"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := strings.Join(resolved(t, c.text, c.day), " "); got != c.want {
				t.Errorf("%s: got %q, want %q", c.text, got, c.want)
			}
		})
	}
}
