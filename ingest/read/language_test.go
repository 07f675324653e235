package read

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

const (
	englishText = "Ann Lee told reporters that Norvia would never accept a catch quota, and that the talks with Estia had ended without an agreement on joint patrols in the strait, which both had asked for in the spring. She left the hall before the others had finished their speeches, and did not answer the questions that the journalists had waited all afternoon to ask her.\n\n" +
		"The next round is planned for May, in the same hall beside the harbour. Nobody who was there on Tuesday expects it to be any different from the last one, and some of the delegates have already sent their excuses to the people who run it.\n\n"
	germanText = "Die Ministerin sagte, dass Norwia einer Fangquote niemals zustimmen werde und dass die Gespräche mit Estia ohne eine Einigung über gemeinsame Patrouillen zu Ende gegangen seien, die seit Monaten geplant waren.\n\n"
)

func TestLanguageIsToldFromAParagraph(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"English", "Ann Lee told reporters that Norvia would never accept a catch quota, and that the talks with Estia had ended without an agreement on joint patrols in the strait, which both had asked for in the spring.\n", "en"},
		{"German", "Die Ministerin sagte, dass Norwia einer Fangquote niemals zustimmen werde und dass die Gespräche mit Estia ohne eine Einigung über gemeinsame Patrouillen zu Ende gegangen seien, die seit Monaten geplant waren.\n", "de"},
		{"French", "La ministre a déclaré que la Norvie n'accepterait jamais un quota de pêche et que les discussions avec l'Estie s'étaient terminées sans accord sur des patrouilles communes dans le détroit cette semaine.\n", "fr"},
		{"another script, whatever the language", strings.Repeat("Министр заявила, что квоту. ", 9), "und"},
		{"English that quotes at length", englishText + strings.Repeat(germanText, 4) + englishText, "en"},
		{"German that quotes English", strings.Repeat(germanText, 8) + englishText, "de"},
		{"too short", "Ann Lee sagte nein.", ""},
		{"numbers", strings.Repeat("12 34 56 78\n", 30), ""},
	} {
		s, err := Text("a.txt", []byte(c.text), Meta{})
		if err != nil || s.Lang != c.want {
			t.Errorf("%s: got %q, %v", c.name, s.Lang, err)
		}
	}
	if s, _ := Text("a.txt", []byte(strings.Repeat("Die Ministerin sagte nein. ", 20)), Meta{Lang: "nds"}); s.Lang != "nds" {
		t.Errorf("given language: got %q", s.Lang)
	}
	if LanguageName("de") != "German" || LanguageName("tlh") != "tlh" {
		t.Error("names of languages")
	}
}

func TestEncodingOfPlainTextIsGivenAndNeverGuessed(t *testing.T) {
	t.Parallel()
	latin := []byte("The mayor of Troms\xf8 spoke.")
	if _, err := new(Reader).article("a.txt", latin, Meta{}); err == nil || !strings.Contains(schema.HintOf(err), "--encoding") {
		t.Errorf("got %v", err)
	}
	s, err := (&Reader{Encoding: "latin1"}).article("a.txt", latin, Meta{})
	if err != nil || s.Text != "The mayor of Tromsø spoke." {
		t.Errorf("got %q, %v", s.Text, err)
	}
	s, err = (&Reader{Encoding: "latin1"}).article("a.txt", []byte("Tromsø spoke."), Meta{})
	if err != nil || s.Text != "Tromsø spoke." {
		t.Errorf("UTF-8 stays UTF-8: got %q, %v", s.Text, err)
	}
	s, err = new(Reader).article("a.txt", []byte("\xff\xfeA\x00n\x00n\x00\r\x00\n\x00"), Meta{})
	if err != nil || s.Text != "Ann\n" {
		t.Errorf("UTF-16 with its mark: got %q, %v", s.Text, err)
	}
	if err := CheckEncoding("latin-13"); schema.KindOf(err) != schema.KindUsage || schema.HintOf(err) == "" {
		t.Errorf("got %v", err)
	}
	if CheckEncoding("") != nil || CheckEncoding("windows-1252") != nil {
		t.Error("known encodings are refused")
	}
}
