package said

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/ingest/segment"
)

// told prints the attributions of a text, outermost alone: source, cue, and the
// pieces of the content.
func told(text string) []string {
	t := segment.Segment(text)
	var list []string
	for _, a := range Find(t) {
		if a.Within < 0 {
			list = append(list, words(t, a.Source)+" <"+words(t, a.Cue)+"> "+words(t, a.Content))
		}
	}
	return list
}

func words(t *segment.Text, runs []segment.Range) string {
	var list []string
	for _, r := range runs {
		list = append(list, t.Words(r))
	}
	return strings.Join(list, " | ")
}

type example struct{ name, text, want string }

// expect compares all attributions of each text, joined by line breaks.
func expect(t *testing.T, examples []example) {
	t.Helper()
	for _, c := range examples {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := strings.Join(told(c.text), "\n"); got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestDirectSpeech(t *testing.T) {
	t.Parallel()
	expect(t, []example{
		{"verb behind", "“The quota must stay,” Ann Lee said on Monday.", "Ann Lee <said> “The quota must stay,”"},
		{"inverted", "“The quota must stay,” said Ann Lee, the fisheries minister.", "Ann Lee, the fisheries minister <said> “The quota must stay,”"},
		{"before", `Ann Lee said, "The quota must stay."`, `Ann Lee <said> "The quota must stay."`},
		{"split", "“The quota,” she said, “must stay.”", "she <said> “The quota,” | “must stay.”"},
		{"name that no English text has", "“The café must stay,” Åse Lee said.", "Åse Lee <said> “The café must stay,”"},
		{"goes on", "“The quota must stay,” she said. “We need the fish for another year.”", "she <said> “The quota must stay,” | “We need the fish for another year.”"},
		{"over sentences", "“We tried. We failed. We will try again,” said Bob.", "Bob <said> “We tried. We failed. We will try again,”"},
		{"single marks doubled", "''The quota must stay,'' Ann Lee said.", "Ann Lee <said> ''The quota must stay,''"},
		{"nested", "“He calls it “progress” and laughs,” she said.", "she <said> “He calls it “progress” and laughs,”"},
		{"adjunct with a verb", "“The quota must stay,” Ann Lee said after the meeting broke up.", "Ann Lee <said> “The quota must stay,”"},
		{"apposition before told", "“The quota must stay,” Ann Lee, the minister, told reporters.", "Ann Lee, the minister <told> “The quota must stay,”"},
		{"describing participle", "“The quota must stay,” retired captain Ann Lee said.", "retired captain Ann Lee <said> “The quota must stay,”"},
	})
}

func TestSpeechOverParagraphs(t *testing.T) {
	t.Parallel()
	expect(t, []example{
		{"opened again", "“The quota must stay,” Ann Lee said. “It saved the herring.\n\n“And it saved the ports that live on it.”", "Ann Lee <said> “The quota must stay,” | “It saved the herring. | “And it saved the ports that live on it.”"},
		{"after a colon", "Ann Lee wrote:\n\n“The quota must stay for years.”", "Ann Lee <wrote> “The quota must stay for years.”"},
		{"colon in the line", "Ann Lee made one point: “The quota must stay.”", "Ann Lee <made one point:> “The quota must stay.”"},
		{"transcript", "ANN LEE: The quota must stay.", "ANN LEE <:> The quota must stay."},
		{"credit line", "“The quota must stay.”\n— Ann Lee, minister", "Ann Lee <—> “The quota must stay.”"},
		{"dash on the line", "“The quota must stay.” ― Ann Lee", "Ann Lee <―> “The quota must stay.”"},
	})
}

func TestIndirectSpeech(t *testing.T) {
	t.Parallel()
	expect(t, []example{
		{"that", "Ann Lee said on Tuesday that the quota must stay.", "Ann Lee <said> that the quota must stay"},
		{"bare", "Ann Lee said the quota must stay.", "Ann Lee <said> the quota must stay"},
		{"mixed", "Ann Lee said the quota “must stay in force.”", "Ann Lee <said> the quota “must stay in force.”"},
		{"told", "Ann Lee told reporters this week the quota must stay.", "Ann Lee <told> the quota must stay"},
		{"trailing", "The quota must stay, Ann Lee said in Oslo.", "Ann Lee <said> The quota must stay"},
		{"interrupted", "The quota, Ann Lee said, must stay.", "Ann Lee <said> The quota | must stay"},
		{"question", "Bob asked whether the quota must stay.", "Bob <asked> whether the quota must stay"},
		{"according to", "According to the report, the quota must stay.", "the report <According to> the quota must stay"},
		{"according to, behind", "The quota must stay, according to Ann Lee.", "Ann Lee <according to> The quota must stay"},
		{"two verbs", "Ann Lee defended the quota and said it must stay.", "Ann Lee <defended> the quota\nAnn Lee <said> it must stay"},
		{"participle", "Ann Lee rejected the plan, saying the quota must stay.", "Ann Lee <rejected> the plan\nAnn Lee <saying> the quota must stay"},
		{"relative clause", "The minister, who opposes the quota, left.", "The minister, who <opposes> the quota"},
		{"dateline", "OSLO, Jan. 4 (NNA) — The quota must stay, Ann Lee said.", "Ann Lee <said> The quota must stay"},
		{"vehicle", "The union issued a statement calling for a new quota.", "The union <issued a statement calling for> a new quota"},
		{"poll", "A poll shows that voters want the quota.", "A poll <shows> that voters want the quota"},
	})
}

func TestJudgementsAndIntentions(t *testing.T) {
	t.Parallel()
	expect(t, []example{
		{"object", "Bob criticized the quota, which ends in May.", "Bob <criticized> the quota"},
		{"infinitive", "Bob vowed to lift the quota.", "Bob <vowed> to lift the quota"},
		{"of others", "Bob urged Ann Lee to lift the quota.", "Bob <urged> Ann Lee to lift the quota"},
		{"called", "Bob called the quota a mistake.", "Bob <called> the quota a mistake"},
		{"accused", "Bob accused her of sleeping when the herring died.", "Bob <accused> her of sleeping when the herring died"},
		{"noun", "Bob's claim that the quota failed is old.", "Bob <claim> that the quota failed is old"},
		{"noun without owner", "The belief that the quota failed is old.", " <belief> that the quota failed is old"},
		{"adjective", "Bob was afraid that the quota failed.", "Bob <was afraid> that the quota failed"},
		{"adjective and infinitive", "Bob is willing to lift the quota.", "Bob <is willing> to lift the quota"},
		{"passive", "The quota was criticized by Bob and Ann.", "Bob and Ann <was criticized> The quota"},
		{"passive, told", "Bob was told that the quota must stay.", " <was told> that the quota must stay"},
		{"raised", "The quota is believed to help.", " <is believed> The quota | to help"},
		{"marked words", "Bob hit the minister as a “soft target” on Monday.", "Bob <hit> the minister as a “soft target” on Monday"},
		{"imperative", "Imagine that the quota fails.", ""},
		{"relative clause of a noun", "The rules that limit the quota are old.", ""},
		{"opening clause", "While Ann said the quota worked, Bob opposed it.", "Ann <said> the quota worked\nBob <opposed> it"},
		{"contrast", "Bob opposed the quota, but it was too late, Ann said.", "Bob <opposed> the quota\nAnn <said> it was too late"},
		{"apposition behind", "Bob endorsed the quota, another victory for Ann Lee.", "Bob <endorsed> the quota"},
		{"paired dashes", "Bob said that Ann — a friend for years — has resigned.", "Bob <said> that Ann — a friend for years — has resigned"},
		{"list", "Norvia, Estia and Galt condemned the quota.", "Norvia, Estia and Galt <condemned> the quota"},
	})
}

func TestRelaysAreKeptAsAChain(t *testing.T) {
	t.Parallel()
	text := segment.Segment("Ann Lee said that Bob told Carl that the quota must stay.")
	list := Find(text)
	if len(list) != 2 || list[0].Within != -1 || list[1].Within != 0 {
		t.Fatalf("got %+v", list)
	}
	if got := words(text, list[1].Source) + " " + words(text, list[1].Content); got != "Bob that the quota must stay" {
		t.Errorf("got %q", got)
	}
}

func TestNothingIsSaid(t *testing.T) {
	t.Parallel()
	expect(t, []example{
		{"no report", "The ships left the harbour at noon.", ""},
		{"title in marks", "The film “Cold Water” opens today.", ""},
		{"table", "| Ann | said that it failed |", ""},
		{"empty", "", ""},
	})
}

// check holds for every text: every passage lies in the text and is not empty.
func check(t interface{ Fatalf(string, ...any) }, raw string) {
	text := segment.Segment(raw)
	list := Find(text)
	for i, a := range list {
		if len(a.Cue) == 0 || len(a.Content) == 0 || a.Within >= len(list) || a.Within == i {
			t.Fatalf("attribution %+v in %q", a, raw)
		}
		for _, runs := range [][]segment.Range{a.Source, a.Cue, a.Content} {
			for _, r := range runs {
				if r.Empty() || r.From < 0 || r.To > len(text.Tokens) {
					t.Fatalf("run %v of %d tokens in %q", r, len(text.Tokens), raw)
				}
			}
		}
	}
}

func TestPassagesLieInTheText(t *testing.T) {
	t.Parallel()
	parts := []string{"Ann Lee", " said", " that ", "the ", "officials ", "refuse", " to ", "accept", ". ", "“", "”", ", ", " and ", "\n\n", "— ", "by ", "who ", "was told ", "''", "According to ", "'s ", "claim that ", ": ", "is afraid ", "OSLO ", "but ", "saying ", "“We lost,” ", "a letter ", "; ", "told ", "(", ")"}
	rapid.Check(t, func(r *rapid.T) {
		check(r, strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(r, "parts"), ""))
	})
}

func FuzzFind(f *testing.F) {
	f.Add("“We lost,” said Ann.\n— Bob\n")
	f.Add("OSLO — Ann's claim that: ''it\n\n“x")
	f.Fuzz(func(t *testing.T, raw string) { check(t, strings.ToValidUTF8(raw, "?")) })
}
