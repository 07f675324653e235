package export

import "github.com/stancegraph/stancegraph/schema"

// Guard keeps a text from being run as a formula, see schema.Guard.
func Guard(text string) string { return schema.Guard(text) }

// Unguard takes off what Guard put on, see schema.Unguard.
func Unguard(text string) string { return schema.Unguard(text) }
