package date

import (
	"testing"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

func TestExpressionsAgainstAnArticle(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, article, want string }{
		{"on October 20 she spoke", "2031-10-21", "2031-10-20"},
		{"on December 30 she spoke", "2031-01-02", "2030-12-30"},
		{"on Oct. 5, 2029, she spoke", "", "2029-10-05"},
		{"Monday, October 6, 2025", "", "2025-10-06"},
		{"2025.10.21 12:37", "", "2025-10-21"},
		{"dated 2025-10-21", "", "2025-10-21"},
		{"on 3 March", "2031-03-02", "2030-03-03"},
		{"on Tuesday", "2025-10-21", "2025-10-21"},
		{"last Tuesday", "2025-10-21", "2025-10-14"},
		{"last Sunday", "2025-10-31", "2025-10-26"},
		{"on Wednesday", "2025-10", ""},
		{"yesterday", "2025-03-01", "2025-02-28"},
		{"last week", "2025-03-17", "2025-03-10/2025-03-16"},
		{"this week", "2025-03-19", "2025-03-17/2025-03-19"},
		{"three weeks ago", "2025-03-19", "2025-02-24/2025-03-02"},
		{"in August", "2025-12", "2025-08"},
		{"in August", "2025-03-01", "2024-08"},
		{"last month", "2025-01-31", "2024-12"},
		{"a call on the 16th, they said", "2025-10-21", "2025-10-16"},
		{"a call on the 25th.", "2025-10-21", "2025-09-25"},
		{"the 20th century", "2025-10-21", "none"},
		{"they may agree", "2025-10-21", "none"},
		{"in May they agreed", "2025-10-21", "2025-05"},
		{"on 3 May 2024 that", "2025-10-21", "2024-05-03"},
		{"on February 29", "2025-03-01", "2024-02-29"},
		{"on May 31, 1999 and", "", "1999-05-31"},
		{"on Tuesday", "", ""},
		{"the May 8–10 pause", "2025-05-19", "2025-05-08/2025-05-10"},
		{"from 8 to 10 May", "2025-05-19", "2025-05-08/2025-05-10"},
		{"on 8-10 May 2024", "2025-05-19", "2024-05-08/2024-05-10"},
		{"at his August summit", "2025-10-21", "2025-08"},
		{"the August heat", "2025-10-21", "none"},
		{"about 2000 people", "2025-10-21", "none"},
	} {
		found := Find(lexis.Tokenize(c.text), 0, len(lexis.Tokenize(c.text)))
		if len(found) == 0 {
			if c.want != "none" {
				t.Errorf("%q: nothing found", c.text)
			}
			continue
		}
		if got := found[0].Resolve(schema.MustDate(c.article)).String(); got != c.want {
			t.Errorf("%q against %q: got %q, want %q", c.text, c.article, got, c.want)
		}
	}
}
