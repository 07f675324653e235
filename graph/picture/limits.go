package picture

import "github.com/stancegraph/stancegraph/schema"

// limit refuses what nobody could read on one picture.
func limit(n, most int, what, hint string) error {
	if n <= most {
		return nil
	}
	return schema.Errorf(schema.KindUsage, hint, "%d %s: one picture shows at most %d", n, what, most)
}

// empty is the error of a picture with nothing in it.
func empty(why, hint string) error {
	return schema.Errorf(schema.KindNotFound, hint, "nothing to draw: %s", why)
}
