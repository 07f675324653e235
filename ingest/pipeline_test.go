package ingest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/ingest/read"
	"github.com/stancegraph/stancegraph/schema"
)

// whaling is an invented dispute: what the pipeline finds in it, it finds by
// English and the codebook alone.
func whaling(t testing.TB) (*Pipeline, *schema.Codebook) {
	t.Helper()
	cb, err := schema.OpenCodebook("testdata/whaling.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(cb)
	if err != nil {
		t.Fatal(err)
	}
	return p, cb
}

func mustExtract(t testing.TB, p *Pipeline, text string) []schema.Statement {
	t.Helper()
	src, err := read.Text("a.txt", []byte(text), read.Meta{Published: schema.MustDate("2031-04-09"), Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	list, err := p.Extract(context.Background(), src)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestStances(t *testing.T) {
	t.Parallel()
	p, _ := whaling(t)
	for _, c := range []struct{ name, text, want string }{
		{"direct speech", `"We need a catch quota," said Ann Lee.`, "lee catch-quota +1 quote"},
		{"indirect speech with refusal", "Ann Lee said that Norvia will never accept a catch quota.", "lee catch-quota -1 indirect"},
		{"refusing another's demand", "Norvia refuses to accept Estia's demand for a catch quota.", "estia catch-quota +1 narrative; norvia catch-quota -1 indirect"},
		{"double negation", "Estia does not oppose the catch quota.", "estia catch-quota +0.5 indirect"},
		{"what is urged of others", "Ann Lee urged Estia to accept a catch quota.", "lee catch-quota +1 indirect"},
		{"direction of a cue", "Estia rejects limits on whaling.", "estia free-whaling +1 indirect"},
		{"condition", "Estia would agree to a catch quota if observers are allowed.", "estia catch-quota +0.5 indirect"},
		{"a month that looks like a hedge", "Ann Lee said on 3 May 2030 that Norvia must accept a catch quota.", "lee catch-quota +1 indirect"},
		{"hint", "Van der Berg hinted at a catch quota.", "berg catch-quota +0.5 indirect"},
		{"contrast of clauses", "Norvia supports a catch quota, while Estia rejects it. Estia backs joint patrols.", "estia catch-quota -1 indirect; estia joint-patrols +1 indirect; norvia catch-quota +1 indirect"},
		{"coordinated subjects", "Norvia and Galt condemned unlimited whaling.", "galt free-whaling -1 indirect; norvia free-whaling -1 indirect"},
		{"group from its members", "Leaders from Norvia and Galt expressed support for joint patrols.", "isles joint-patrols +1 indirect"},
		{"what nothing goes without", "Ann Lee said she would sign nothing without a catch quota.", "lee catch-quota +1 indirect"},
		{"a condition at the head", "Without joint patrols there will be no deal, Ann Lee said.", "lee joint-patrols +1 indirect"},
		{"what is asked in exchange", "Estia offered to stay in exchange for a catch quota.", "estia catch-quota +1 indirect"},
		{"blamed for working against it", "Ann Lee accused Estia of wrecking the catch quota.", "lee catch-quota +1 indirect"},
		{"called by a bad name", "Ann Lee described the catch quota as madness.", "lee catch-quota -1 indirect"},
		{"what does harm", "A catch quota will drown the islands, Ann Lee said.", "lee catch-quota -1 indirect"},
		{"the idea, a paragraph later", "Norvia supports a catch quota.\n\nEstia rejected the idea.", "estia catch-quota -1 indirect; norvia catch-quota +1 indirect"},
		{"set in with its day", "A catch quota, Ann Lee said in an interview on Monday, would ruin the islands.", "lee catch-quota -1 indirect"},
		{"no one, no other", "\"No joint patrols, no deal,\" Ann Lee said.", "lee joint-patrols +1 quote"},
		{"left out", "Norvia will not sign a pact that leaves out joint patrols.", "norvia joint-patrols +1 action"},
		{"an adjective with its noun", "Ann Lee rejected an Estian demand to drop the catch quota.", "estia catch-quota -1 narrative; lee catch-quota +1 indirect"},
		{"two reports of one speaker", "Ann Lee said Estia was stalling and urged them to accept a catch quota.", "lee catch-quota +1 indirect"},
		{"warning of harm", "Ann Lee warned that a catch quota would be dangerous.", "lee catch-quota -1 indirect"},
		{"warning of a refusal of one's own", "Ann Lee warned that Norvia would never accept a catch quota.", "lee catch-quota -1 indirect"},
		{"warning of the thing itself", "Ann Lee warned that a catch quota was coming.", "lee catch-quota -1 indirect"},
		{"dateline", "NORVIA, April 9 (NNA) — Estia rejected a catch quota.", "estia catch-quota -1 indirect"},
		{"no agreement yet", "Norvia and Estia have not reached an agreement on a catch quota, Ann Lee said.", ""},
		{"an attitude is claimed by who tells it", "A Norvian spokesman, Ida Holm, said Ann Lee had always wanted a catch quota.", "NEW:Ida Holm catch-quota +1 indirect"},
		{"reported after a day and a place", "Ann Lee reiterated on Monday in Skarhaven that Norvia rejects a catch quota.", "lee catch-quota -1 indirect"},
		{"two clauses of one position", "Ann Lee backs the view that joint patrols work and that a catch quota must come.", "lee catch-quota +1 indirect; lee joint-patrols +1 indirect"},
		{"pronoun", "Ann Lee spoke in Skarhaven. She called for joint patrols.", "lee joint-patrols +1 indirect"},
		{"title on the day", "The Norvian fisheries minister rejected a catch quota.", "lee catch-quota -1 indirect"},
		{"credit line", "“Joint patrols are essential.”\n— Ann Lee, minister\n", "lee joint-patrols +1 quote"},
		{"perspective", "For Estia, a catch quota is unacceptable.", "estia catch-quota -1 narrative"},
		{"document", "Estia issued a memo on Monday. The memo rejects a catch quota.", "estia catch-quota -1 document"},
		{"deed", "Norvia signed the joint patrol agreement.", "norvia joint-patrols +1 action"},
		{"passive with agent", "The catch quota was rejected by Estia.", "estia catch-quota -1 indirect"},
		{"relative clause", "Ann Lee spoke of the catch quota that Estia accepted.", "estia catch-quota +1 indirect"},
		{"unnamed official", "A Norvian official warned against joint patrols.", "official joint-patrols -1 indirect"},
		{"unknown speaker", "Ida Holm said that joint patrols are essential.", "NEW:Ida Holm joint-patrols +1 indirect"},
		{"words of the label without cues", "Estia rejects foreign observers on its ships.", "estia foreign-observers -1 indirect"},
		{"nobody's question", "Nobody knows whether Estia accepts a catch quota.", ""},
		{"no holder, no statement", "The catch quota was discussed in the harbour.", ""},
		{"blaming asserts an accusation", "Ann Lee accused Estia of cheating.", "lee estia-cheats +1 indirect"},
		{"an accusation is the speaker's, not the accused's", "Ann Lee said that Estia cheats.", "lee estia-cheats +1 indirect"},
		{"denying an accusation", "Ole van der Berg denied that Estia cheats.", "berg estia-cheats -1 indirect"},
		{"condemning what was done", "Galt condemned Estian violations.", "galt estia-cheats +1 indirect"},
		{"missing good faith", "Norvia said that Estia does not keep the rules.", "norvia estia-cheats +1 indirect"},
		{"doubting good faith", "Norvia doubts that Estia is honest.", "norvia estia-cheats +1 indirect"},
		{"not rejected yet", "Norvia has not rejected a catch quota.", "norvia catch-quota 0 indirect"},
		{"undecided", "Norvia is undecided on a catch quota.", "norvia catch-quota 0 narrative"},
		{"conceding what will not come", "Ann Lee acknowledged that a catch quota is not close.", "lee catch-quota 0 indirect"},
		{"an idiom is no condition", "Norvia once again rejected a catch quota.", "norvia catch-quota -1 indirect"},
		{"a verb that looks like a judgement", "Norvia will not accept a catch quota.", "norvia catch-quota -1 indirect"},
		{"a threat demands what it is about", "Ann Lee warned of trouble. She threatened to act if Estia refuses a catch quota.", "lee catch-quota +1 indirect"},
		{"the second of two verbs", "Norvia rejected a catch quota, demanded joint patrols and left.", "norvia catch-quota -1 indirect; norvia joint-patrols +1 indirect"},
		{"a second subject", "Norvia rejected a catch quota and Estia demanded joint patrols.", "estia joint-patrols +1 indirect; norvia catch-quota -1 indirect"},
		{"attribution in between", "A catch quota, Ann Lee said, is essential.", "lee catch-quota +1 indirect"},
		{"scare quotes", "Norvia \"rejected\" a catch quota.", "norvia catch-quota -1 indirect"},
		{"it as an object", "Norvia demands a catch quota. Estia opposes it.", "estia catch-quota -1 indirect; norvia catch-quota +1 indirect"},
		{"a noun that was named before", "Norvia demands a catch quota. Nobody slept.\n\nEstia rejects the quota.", "estia catch-quota -1 indirect; norvia catch-quota +1 indirect"},
		{"a judgement in two words", "Ann Lee said that the call for a catch quota is tantamount to ignoring joint patrols and hurts Norvia.", "lee catch-quota -1 indirect; lee joint-patrols +1 indirect"},
		{"what could not come is excluded", "Ann Lee said that Norvia could not accept a catch quota.", "lee catch-quota -1 indirect"},
		{"a participle is no noun", "Norvia offered to accept a catch quota.", "norvia catch-quota +1 indirect"},
		{"an adjective owns a demand", "Estia rejects the Norvian demand for a catch quota.", "estia catch-quota -1 indirect; norvia catch-quota +1 narrative"},
		{"what somebody must do is wanted of them", "Ole van der Berg said that Norvia must accept a catch quota.", "berg catch-quota +1 indirect"},
		{"a threat without if", "Should Norvia refuse, Ole van der Berg warned, there would be unlimited whaling.", "berg free-whaling +0.5 indirect"},
		{"denying a report takes no side", "Ann Lee dismissed reports that Estia had accepted a catch quota.", ""},
		{"who did not say it said nothing", "Ann Lee did not comment on a catch quota.", ""},
		{"naming is judging", "Ann Lee called the catch quota premature.", "lee catch-quota -1 indirect"},
		{"another time is another clause", "Norvia proposed joint patrols, hours after Estia rejected a catch quota.", "estia catch-quota -1 indirect; norvia joint-patrols +1 indirect"},
		{"asked about it", "Asked about joint patrols, Ann Lee said she was all for it.", "lee joint-patrols +1 narrative"},
		{"what is demanded is not told", "Ann Lee demanded that Estia drop the catch quota.", "lee catch-quota -1 indirect"},
		{"longest cue, not", "Estia supports a herring quota for whale hunters.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, s := range mustExtract(t, p, c.text) {
				got = append(got, fmt.Sprintf("%s %s %s %s", s.Actor, s.Proposition, s.Stance, s.Mode))
			}
			slices.Sort(got)
			if strings.Join(got, "; ") != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, "; "), c.want)
			}
		})
	}
}

func TestDatesOfStatements(t *testing.T) {
	t.Parallel()
	p, _ := whaling(t)
	for _, c := range []struct{ text, want string }{
		{"On April 7, Ann Lee rejected a catch quota.", "2031-04-07 stated"},
		{"Ann Lee said on Tuesday that Norvia rejects a catch quota.", "2031-04-08 stated"},
		{"Ann Lee rejected a catch quota.", "2031-04-09 article"},
		{"Ann Lee said on 3 May 2030 that Norvia rejects a catch quota.", "2030-05-03 stated"},
		{"Ann Lee said that Norvia will reject the catch quota on April 30.", "2031-04-09 article"},
		{"Ann Lee has long rejected a catch quota.", "../2031-04-09 article"},
		{"Ann Lee has made clear that she rejects a catch quota.", "../2031-04-09 article"},
		{"Ann Lee had rejected a catch quota.", "../2031-04-09 article"},
		{"The talks of 3 April ended early. There Ann Lee rejected a catch quota.", "2031-04-03 stated"},
		{"The ships left on 3 April. That day Ann Lee rejected a catch quota.", "2031-04-03 stated"},
		{"The ships left on 3 April. Ann Lee had rejected a catch quota the day before.", "2031-04-02 stated"},
		{"Norvia offered to accept a catch quota, the Skarhaven Post reported on Tuesday.", "2031-04-08 stated"},
		{"Norvia confirmed at its 2024 Skarhaven summit that it rejects a catch quota.", "2024 stated"},
		{"Last week, Ann Lee rejected a catch quota.", "2031-03-31/2031-04-06 stated"},
		{"Ann Lee spoke in Skarhaven on Monday. She said on that day nothing new. She rejected a catch quota.", "2031-04-07 stated"},
		{"Ann Lee spoke on Monday.\n\nShe rejected a catch quota.", "2031-04-09 article"},
		{"On Monday Bob Ray said nothing. Ann Lee rejected a catch quota.", "2031-04-07 stated"},
		{"Ann Lee, who met Bob Ray on Monday, rejected a catch quota.", "2031-04-09 article"},
		{"Ann Lee, who on Monday rejected a catch quota, left.", "2031-04-07 stated"},
		{"Ann Lee rejected a catch quota after what she saw on Monday.", "2031-04-09 article"},
		{"At the 3 March talks in Skarhaven Ann Lee said nothing. The talks ended because of Ann Lee's rejection of a catch quota.", "2031-03-03 stated"},
		{"Ann Lee, who is due to speak on Tuesday, rejected a catch quota.", "2031-04-09 article"},
		{"Ann Lee demanded a catch quota at talks in Skarhaven on Thursday.", "2031-04-09 article"},
		{"The 3 March talks in Skarhaven failed. In Skarhaven, Ann Lee rejected a catch quota.", "2031-03-03 stated"},
		{"It met for a summit in Skarhaven in January 2030.\n\nAt the Skarhaven summit, Ann Lee rejected a catch quota.", "2030-01 stated"},
		{"At the 3 March talks in Skarhaven Ann Lee said nothing. The talks ended because Bob Ray rejected a catch quota.", "2031-03-03 stated"},
		{"She sat in the Skarhaven talks of 3 March.\n\nOn Monday Bob Ray said that Ann Lee had rejected a catch quota in Skarhaven.", "2031-03-03 stated"},
		{"Bob Ray spoke on Thursday. Three days later he said no more. Ann Lee rejected a catch quota the next day.", "2031-04-07 stated"},
		{"Ann Lee wants a catch quota by March.", "2031-04-09 article"},
		{"Ann Lee accepted that catch quota the week before.", "2031-03-31/2031-04-06 stated"},
	} {
		list := mustExtract(t, p, c.text)
		if len(list) != 1 || list[0].Date.String()+" "+string(list[0].DateBasis) != c.want {
			t.Errorf("%s: got %v, want %s", c.text, list, c.want)
		}
	}
}

func TestRelaysAreKeptAsAChain(t *testing.T) {
	t.Parallel()
	p, _ := whaling(t)
	list := mustExtract(t, p, "According to the Daily Herald, Ann Lee said that Estia rejects joint patrols.")
	if len(list) != 1 || list[0].Actor != "estia" || strings.Join(list[0].Via, ", ") != "Ann Lee, Daily Herald" {
		t.Errorf("got %v", list)
	}
}

func TestTablesAreReadByRowAndColumn(t *testing.T) {
	t.Parallel()
	p, _ := whaling(t)
	list := mustExtract(t, p, `The positions differ.

| Issue | Estia's Position | Norvian/Galtish Position |
| Quotas | No catch quota | A strict catch quota |
| Observers | Possible with safeguards | Never |
`)
	var got []string
	for _, s := range list {
		got = append(got, fmt.Sprintf("%s %s %s %q", s.Actor, s.Proposition, s.Stance, s.Evidence))
	}
	want := []string{
		`estia catch-quota -1 "No catch quota"`, `galt catch-quota +1 "A strict catch quota"`, `norvia catch-quota +1 "A strict catch quota"`,
		`estia foreign-observers +0.5 "Possible with safeguards"`, `galt foreign-observers -1 "Never"`, `norvia foreign-observers -1 "Never"`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestOneStanceIsCodedOnceAtItsClearestPlace(t *testing.T) {
	t.Parallel()
	p, _ := whaling(t)
	list := mustExtract(t, p, "Ann Lee may back a catch quota.\n\nAnn Lee said: \"We demand a catch quota now.\"\n\nOn April 2, Ann Lee rejected a catch quota.")
	if len(list) != 2 || list[0].Mode != schema.ModeQuote || list[1].Stance != schema.Oppose {
		t.Errorf("got %v", list)
	}
}

func TestStatementsAreCompleteAndValid(t *testing.T) {
	t.Parallel()
	p, cb := whaling(t)
	list := mustExtract(t, p, "Ann Lee said on Tuesday that Norvia would accept a catch quota if Estia agrees.")
	if len(list) != 1 {
		t.Fatalf("got %v", list)
	}
	s := list[0]
	if problems := s.Validate(cb); len(problems) > 0 {
		t.Error(problems)
	}
	if s.Coder != Coder || s.Status != schema.StatusProposed || s.OnBehalfOf != "norvia" || s.Condition != "if Estia agrees" || s.Act != schema.ActAccept || len(s.Trace) < 4 || s.Confidence <= 0 {
		t.Errorf("got %+v", s)
	}
}

// What cannot be decided is told apart, with its reason, and is no statement.
func TestWhatCannotBeDecidedHasAReason(t *testing.T) {
	t.Parallel()
	p, cb := whaling(t)
	const text = "The lawmakers rejected a catch quota. Ann Lee demands joint patrols."
	src := schema.Source{ID: schema.HashText(text), Doc: "a.txt", Text: text, Published: schema.MustDate("2031-04-09")}
	open, err := p.Undecided(context.Background(), src)
	if err != nil || len(open) != 1 {
		t.Fatalf("got %v, %v", open, err)
	}
	s := open[0]
	if s.Actor != "NEW:lawmakers" || s.Reason != "holder 'lawmakers' is not resolved" || s.Confidence > 0.3 || s.Status != schema.StatusProposed || len(s.Validate(cb)) > 0 {
		t.Errorf("got %+v: %v", s, s.Validate(cb))
	}
	if sure := mustExtract(t, p, text); len(sure) != 1 || sure[0].Actor != "lee" {
		t.Errorf("got %v", sure)
	}
}

func TestAnotherLanguageGivesNothing(t *testing.T) {
	t.Parallel()
	p, _ := whaling(t)
	list, err := p.Extract(context.Background(), schema.Source{Lang: "de", Text: "Ann Lee supports a catch quota."})
	if err != nil || len(list) != 0 {
		t.Errorf("got %v, %v", list, err)
	}
}

func TestExtractStopsWithItsContext(t *testing.T) {
	t.Parallel()
	p, _ := whaling(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.Extract(ctx, schema.Source{Text: "Ann Lee supports a catch quota."}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestEmptyCodebookIsRefusedWithAHint(t *testing.T) {
	t.Parallel()
	if _, err := New(&schema.Codebook{Name: "x", Version: "1"}); schema.HintOf(err) == "" {
		t.Errorf("got %v", err)
	}
}

// Whatever the text, the evidence is the passage at its offsets, records are
// valid, and the same text gives the same records.
func TestEvidenceIsThePassage(t *testing.T) {
	t.Parallel()
	p, cb := whaling(t)
	parts := []string{"Ann Lee", " said", " that ", "Norvia", " refuses", " a catch quota", ". ", "“", "”", "\"", ", ", " and ", "\n\n", "— ", "| a | Estia |\n", "| Quotas | no quota |\n", "She ", "is ", "unacceptable", "if ", "on Tuesday ", "according to ", "é", "漢", "\u0301", "joint patrols", "the statement ", "’s ", "by ", "were rejected ", "who ", "to ", "-", "not "}
	rapid.Check(t, func(r *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 60).Draw(r, "parts"), "")
		src := schema.Source{ID: schema.HashText(text), Doc: "a.txt", Text: text, Published: schema.MustDate("2031-04")}
		list, err := p.Extract(context.Background(), src)
		if err != nil {
			r.Fatal(err)
		}
		again, _ := p.Extract(context.Background(), src)
		if len(again) != len(list) {
			r.Fatal("not the same twice")
		}
		for i, s := range list {
			passage, ok := schema.Passage(text, s.Start, s.End)
			if !ok || passage != s.Evidence || again[i].ID != s.ID {
				r.Fatalf("evidence %q, passage %q", s.Evidence, passage)
			}
			if problems := s.Validate(cb); len(problems) > 0 {
				r.Fatal(problems)
			}
		}
	})
}
