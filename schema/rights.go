package schema

// Rights says what of a source may leave the store.
type Rights string

// RightsQuoteOnly is a text of which only quotations may be handed on. The
// empty Rights say nothing: the text is exported whole.
const RightsQuoteOnly Rights = "quote-only"

// AllRights lists the valid rights that say something.
var AllRights = []Rights{RightsQuoteOnly}

// QuotationLimit is how long a quotation of a quote-only source may be that
// leaves the store, in code points.
const QuotationLimit = 400

// QuoteOnly reports whether the text must stay in the store.
func (s *Source) QuoteOnly() bool { return s.Rights == RightsQuoteOnly }

// Withheld reports whether the text is missing, because the source came with an
// export that had to leave it out. Its ID is still the hash of the text.
func (s *Source) Withheld() bool { return s.QuoteOnly() && s.Text == "" }

// Quotable is what may leave the store of a passage of a quote-only source: all
// of it, or its beginning with an ellipsis, QuotationLimit code points together.
func Quotable(passage string) string {
	n := 0
	cut := 0
	for i := range passage {
		if n == QuotationLimit-1 {
			cut = i
		}
		if n++; n > QuotationLimit {
			return passage[:cut] + "…"
		}
	}
	return passage
}
