package server

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// exhibit is a statement as pages show it: who, how, on what, and the passage
// that says so with everything a reader needs to judge it.
type exhibit struct {
	*schema.Statement
	Sign        sign
	Name        string // of the actor
	Behalf      string // of the one spoken for; "" for nobody
	Signers     []string
	Proposition string // label
	When        string // the date in words
	Sure        string // how sure the date is
	Outlet      string
	Title       string // of the source; "" when the source is not stored
	Digest      bool
	Original    string // address of the original; "" unless it is a web address
	Quote       bool   // the evidence is a passage, not only a citation
	Confidence  string
	Noted       int // notes on it
	Number      int // among the statements of its source; 0 elsewhere

	Witness questions.Witness // what the cell says of it; the zero value elsewhere

	URL, ActorURL, BehalfURL, PropositionURL, SourceURL, PassageURL string
}

func (r *request) exhibit(l links, st *schema.Statement) exhibit {
	cb := r.snap.Codebook
	e := exhibit{
		Statement: st, Sign: stanceSign(st.Stance), Name: cb.ActorLabel(st.Actor),
		Proposition: cb.PropositionLabel(st.Proposition), When: longDate(st.Date), Sure: sureness(st),
		Quote: st.HasPassage(), Confidence: percent(st.Confidence),
		Noted: len(notesIn(r.snap).on(st.ID)),
		URL:   l.Statement(st.ID), ActorURL: l.Actor(st.Actor), PropositionURL: l.Proposition(st.Proposition),
	}
	if st.OnBehalfOf != "" {
		e.Behalf, e.BehalfURL = cb.ActorLabel(st.OnBehalfOf), l.Actor(st.OnBehalfOf)
	}
	for _, id := range st.Signatories {
		e.Signers = append(e.Signers, cb.ActorLabel(id))
	}
	if src, ok := r.snap.Sources[st.Source]; ok {
		e.Outlet, e.Title, e.Digest = src.Outlet, src.Heading(), src.Kind == schema.KindDigest
		e.Original, e.SourceURL, e.PassageURL = webAddress(src.URL), l.Source(src.ID), l.Passage(st)
	}
	return e
}

func (r *request) exhibits(l links, list []*schema.Statement) []exhibit {
	shown := make([]exhibit, 0, len(list))
	for _, st := range list {
		shown = append(shown, r.exhibit(l, st))
	}
	return shown
}

// sureness says where a date comes from and how exact it is.
func sureness(st *schema.Statement) string {
	basis := "stated in the text"
	if st.DateBasis == schema.DateArticle {
		basis = "the date of the article, for want of another"
	}
	switch {
	case st.Date.IsZero():
		return "the text gives no date"
	case st.Date.Exact():
		return basis
	case strings.Contains(st.Date.String(), "~"):
		return basis + "; approximate"
	}
	return basis + "; the day is not known"
}

// Relay is who passed it on, nearest first, as a sentence.
func (e exhibit) Relay() string { return strings.Join(e.Via, ", which had it from ") }

// ModeLabel is how the source carries the stance, in words.
func (e exhibit) ModeLabel() string { return modeLabel(e.Mode) }

func modeLabel(m schema.Mode) string {
	switch m {
	case schema.ModeQuote:
		return "quotation"
	case schema.ModeIndirect:
		return "reported speech"
	case schema.ModeDocument:
		return "document"
	case schema.ModeAction:
		return "deed"
	case schema.ModeNarrative:
		return "the text\u2019s own voice"
	}
	return string(m)
}

// ByProgram reports whether a program coded the statement. Programs sign with
// their version, and pages never let them pass for a person.
func (e exhibit) ByProgram() bool { return strings.Contains(e.Coder, "/") }

func percent(v float64) string { return strconv.Itoa(int(v*100+0.5)) + " %" }

// webAddress is an address that a reader may be sent to: http and https only.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}
