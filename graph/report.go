package graph

// Report says what a write did, in statements.
type Report struct {
	Added      int `json:"added"`
	Known      int `json:"known"`      // there already, left as they were
	Updated    int `json:"updated"`    // there already, changed: a newer run, a review
	Superseded int `json:"superseded"` // older proposals on the source that a newer version of their program did not make again
}
