package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// continues reports whether a paragraph goes on with the speech of the one
// before: it opens with a quotation, and the one before left its own open, or
// it is nothing but quotation.
func (f *finder) continues(b int) bool {
	tokens := f.Blocks[b].Tokens
	if f.speaker < 0 || b == 0 || tokens.Empty() || f.QuoteOf(tokens.From) < 0 {
		return false
	}
	if last := f.lastQuote(b - 1); last >= 0 && f.Quotes[last].Open {
		return true
	}
	return f.allQuote(tokens)
}

// lastQuote is the quotation that the block ends with, or -1.
func (f *finder) lastQuote(b int) int {
	tokens := f.Blocks[b].Tokens
	if tokens.Empty() {
		return -1
	}
	return f.QuoteOf(tokens.To - 1)
}

// allQuote reports whether nothing but marks stands outside quotations.
func (f *finder) allQuote(r segment.Range) bool {
	for i := r.From; i < r.To; i++ {
		if f.QuoteOf(i) < 0 && f.Tokens[i].Kind != lexis.Mark {
			return false
		}
	}
	return true
}

// introduced gives the block to the attribution whose colon announced it: a
// quotation, or a block that is set off without marks.
func (f *finder) introduced(b, waiting int) bool {
	tokens := f.Blocks[b].Tokens
	if tokens.Empty() {
		return false
	}
	f.speaker = waiting
	if f.QuoteOf(tokens.From) >= 0 {
		q := f.wholeQuote(f.QuoteOf(tokens.From))
		if q.To < tokens.To && !f.allQuote(tokens) {
			f.goOn(q)
			return false
		}
	}
	f.goOn(tokens)
	return true
}

// maxLabel bounds the speaker's name of a transcript, in tokens.
const maxLabel = 6

// label reads a line of a transcript, "ANN LEE: The ban failed.": a name alone
// before a colon at the head of a block.
func (f *finder) label(b int) bool {
	tokens := f.Blocks[b].Tokens
	for i := tokens.From; i < min(tokens.To-1, tokens.From+maxLabel); i++ {
		t := f.Tokens[i]
		if t.Fold == ":" && i > tokens.From {
			f.speaker = f.add(Attribution{
				Source: []segment.Range{{From: tokens.From, To: i}}, Cue: []segment.Range{{From: i, To: i + 1}},
				Content: []segment.Range{{From: i + 1, To: tokens.To}},
			})
			return true
		}
		if t.Kind != lexis.Word || !t.Capital() || f.tags[i] != "NNP" && f.tags[i] != "NNPS" {
			break
		}
	}
	return false
}

// maxCredit bounds what stands behind the dash of a credit line, in tokens.
const maxCredit = 30

// dashLine reads a block "“We will win.” — Ann Lee, to voters" or a credit
// line under a quotation: the dash stands for the verb.
func (f *finder) dashLine(b int) bool {
	tokens := f.Blocks[b].Tokens
	for i := max(tokens.From, tokens.To-maxCredit); i+1 < tokens.To; i++ {
		if !f.Tokens[i].Dash() || f.QuoteOf(i) >= 0 || !f.Tokens[i+1].Capital() {
			continue
		}
		content := f.Blocks[b].Tokens
		content.To = i
		switch {
		case i > tokens.From && f.QuoteOf(i-1) >= 0:
			content.From = max(tokens.From, f.wholeQuote(f.QuoteOf(i-1)).From)
		case i == tokens.From && b > 0 && f.Blocks[b].Kind == segment.Credit:
			content = f.Blocks[b-1].Tokens
		default:
			continue
		}
		if !f.allQuote(content) && f.Blocks[b].Kind != segment.Credit {
			continue
		}
		f.add(Attribution{Source: []segment.Range{f.creditName(i+1, tokens.To)}, Cue: []segment.Range{{From: i, To: i + 1}}, Content: []segment.Range{content}})
		return true
	}
	return false
}

// creditName is the name behind the dash, before its comma.
func (f *finder) creditName(i, to int) segment.Range {
	end := i
	for end < to && f.Tokens[end].Kind != lexis.Mark {
		end++
	}
	return segment.Range{From: i, To: max(end, i+1)}
}
