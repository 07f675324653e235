package network

// Result is one network. A one-mode network has the rows as columns.
type Result struct {
	Rows       []string `json:"rows"`
	Cols       []string `json:"cols"`
	Matrix     Matrix   `json:"matrix"`
	Statements int      `json:"statements"`         // that are in it
	Start      Clock    `json:"start,omitzero"`     // of the range or, with a time window, of the window; inclusive
	Stop       Clock    `json:"stop,omitzero"`      // inclusive
	Middle     Clock    `json:"time,omitzero"`      // of the window; zero without one
	Left       Left     `json:"left_out"`           // of the whole range, windows included
	RowCounts  []int    `json:"-"`                  // statements that name each row, after duplicates; of a one-mode network of each node
	ColCounts  []int    `json:"-"`                  // and each column; nil in a one-mode network
	Warnings   []string `json:"warnings,omitempty"` // what was done otherwise than asked, and values that nothing has
}
