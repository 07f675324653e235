package schema

import "strings"

// Source is a text that statements are evidenced by: an article, a digest of
// one, a speech, a document.
type Source struct {
	ID        string       `json:"id"`  // SHA-256 of Text, hexadecimal
	Doc       string       `json:"doc"` // file name, without folder; of a member, archive/member
	Title     string       `json:"title"`
	Author    string       `json:"author"`
	Outlet    string       `json:"outlet"`
	URL       string       `json:"url"`
	Kind      string       `json:"kind"`      // article, digest, speech, document, citation
	Lang      string       `json:"lang"`      // BCP 47
	Published Date         `json:"published"` // zero when unknown; never today by default
	PageDate  Date         `json:"page_date"` // a date printed by the page that is not the article's
	DateRule  string       `json:"date_rule"` // which rule chose Published
	Retrieved Date         `json:"retrieved"` // when the file was fetched; zero when unknown
	Reader    string       `json:"reader"`    // "name/version" of the reader that made the text; empty where the text is the file's
	Status    SourceStatus `json:"status"`
	Note      string       `json:"note"`
	Rights    Rights       `json:"rights,omitempty"` // what of the text may leave the store; empty: all of it
	Extracted []string     `json:"extracted"`        // "coder/version codebook/version" of the current extraction of each coder
	NearTo    []string     `json:"near_to"`          // IDs of sources with nearly the same text, sorted: syndicated copies
	Text      string       `json:"-"`                // the text as read; see Withheld
}

// KindDigest marks a text written in its own words in place of an original.
const KindDigest = "digest"

// KindCitation marks a document that is only cited: its text is its own
// citation, because nobody has given another.
const KindCitation = "citation"

// IsForeign reports whether the text is known to be in another language than
// English, which is the language of the rules that propose statements.
func (s *Source) IsForeign() bool {
	return s.Lang != "" && !strings.HasPrefix(strings.ToLower(s.Lang), "en")
}

// Heading is the title, or the file name where there is none.
func (s *Source) Heading() string {
	if s.Title != "" {
		return s.Title
	}
	return s.Doc
}
