package attribute

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// reader analyses one sentence.
type reader struct {
	*segment.Text
	at     segment.Range // the sentence's tokens
	s      int
	noms   []Nominal
	frames []Frame // so far, of this sentence
}

func (a *Analysis) sentence(t *segment.Text, s int) {
	r := &reader{Text: t, at: t.Sentences[s].Tokens, s: s, noms: nominals(t, s)}
	r.at.From = t.AfterDateline(s)
	found := lexis.English().Find(t.Tokens, r.at.From, r.at.To)
	r.according()
	r.perspective()
	for i := 0; i < len(found); i++ {
		f := found[i]
		switch {
		case f.Part == lexis.Operator || f.Part == lexis.Value:
			a.Marks[s] = append(a.Marks[s], f)
		default:
			j := i
			for j+1 < len(found) && found[j+1].First == f.First {
				j++
			}
			r.word(found[i : j+1])
			for _, g := range found[i : j+1] {
				if g.Part == lexis.Operator || g.Part == lexis.Value {
					a.Marks[s] = append(a.Marks[s], g)
				}
			}
			i = j
		}
	}
	r.close()
	a.Nominals = append(a.Nominals, r.noms...)
	a.Frames = append(a.Frames, r.frames...)
}

// word makes a frame of the readings of one phrase, if one of them fits.
func (r *reader) word(readings []lexis.Found) {
	if first := readings[0].First; r.Tokens[first].Capital() && first > r.at.From && r.Tokens[first-1].Kind == lexis.Word {
		return // part of a name
	}
	if nature, head := nouns()[r.Tokens[readings[0].First].Fold]; head && nature == Person {
		return // "observers" do not observe anything here
	}
	noun := r.isNoun(readings)
	for _, f := range readings {
		switch {
		case noun && f.Part == lexis.Noun:
			r.noun(f)
			return
		case !noun && f.Part == lexis.Verb:
			r.verb(f)
			return
		case !noun && f.Part == lexis.Adjective && r.adjective(f):
			return
		}
	}
}

var (
	auxiliaries = lexis.NewWords(`is are was were be been being am 's 're 've 'd 'll has have had having do does did will would can could
		may might must shall should not n't never no longer also still now then again already always just only even ever yet
		both all once soon ca wo long meanwhile likewise alike too initially repeatedly previously since first instead therefore thus`)

	beForms      = lexis.NewWords("is are was were be been being am 's 're")
	copulas      = lexis.NewWords("is are was were be been being am 's 're remain remains remained seem seems seemed appear appears appeared become becomes became stay stays stayed feel feels felt look looks looked sound sounds sounded")
	prepositions = lexis.NewWords("of in on at to by with from for about against over under between among amid despite during after before since through toward towards via than as without into upon within around like including regarding concerning")
)

// adverb is a guess by form; the few words in -ly that are none do no harm.
func adverb(t lexis.Token) bool {
	return strings.HasSuffix(t.Fold, "ly") && len(t.Fold) > 4 && t.Kind == lexis.Word
}

func (r *reader) add(f Frame) { r.frames = append(r.frames, f) }
