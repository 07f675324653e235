package graph

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// PutCodebook stores a version of the codebook; the newest version is the
// current one. Versions compare number by number: 1.10 is newer than 1.9.
//
// A store has one codebook: another name is an error of kind usage. So is a
// version that the store has with another text, because records name their
// codebook by its version. A codebook that was not loaded from a file is one of
// kind input.
func (s *Store) PutCodebook(ctx context.Context, cb *schema.Codebook) error {
	return s.write(ctx, "codebook "+cb.Ref(), func(c *change) error {
		known, err := s.contents.hasCodebook(cb)
		if err != nil || known {
			return err
		}
		c.addCodebook(cb)
		c.makeCurrent(s.contents, cb)
		return nil
	})
}

// addCodebook adds a new version to the change.
func (c *change) addCodebook(cb *schema.Codebook) {
	record := quads.RecordOf(cb)
	c.Codebooks = append(c.Codebooks, cb)
	c.replace(nil, record.Quads())
}

// makeCurrent makes a version of the codebook the current one, unless a newer
// one is.
func (c *change) makeCurrent(contents *contents, cb *schema.Codebook) {
	old, ok := contents.codebooks[contents.current]
	if ok && compareVersions(cb.Version, old.Version) <= 0 {
		return
	}
	c.Current = cb.Ref()
	var before []quad.Quad
	if ok {
		before = quads.Current(old)
	}
	c.replace(before, quads.Current(cb))
}

func (c *contents) hasCodebook(cb *schema.Codebook) (bool, error) {
	if cb.YAML == "" {
		return false, schema.Errorf(schema.KindInput, "load it from a file", "the codebook has no text to keep")
	}
	if cur, ok := c.codebooks[c.current]; ok && cur.Name != cb.Name {
		return false, schema.Errorf(schema.KindUsage, "use a store of its own: --store", "the store has the codebook %s", cur.Ref())
	}
	known, ok := c.codebooks[cb.Ref()]
	if ok && known.YAML != cb.YAML {
		return false, schema.Errorf(schema.KindUsage, "raise the version in the file: records refer to it",
			"the store has another text of version %s", cb.Version)
	}
	return ok, nil
}

// Codebook returns the current codebook. It is an error of kind not-found when
// there is none.
func (s *Store) Codebook(context.Context) (*schema.Codebook, error) {
	s.mem.RLock()
	defer s.mem.RUnlock()
	cb, ok := s.contents.codebooks[s.contents.current]
	if !ok {
		return nil, schema.Errorf(schema.KindNotFound, "ingest something, or name one with --codebook", "graph: the store has no codebook")
	}
	return cb, nil
}

// CodebookVersion returns a version of the codebook, "name/version". It is not
// ok when the store does not have it.
func (s *Store) CodebookVersion(ref string) (*schema.Codebook, bool) {
	s.mem.RLock()
	defer s.mem.RUnlock()
	cb, ok := s.contents.codebooks[ref]
	return cb, ok
}

// compareVersions compares the parts between dots, as numbers where both are.
func compareVersions(a, b string) int {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(x), len(y)) {
		m, errM := strconv.Atoi(x[i])
		n, errN := strconv.Atoi(y[i])
		c := cmp.Compare(m, n)
		if errM != nil || errN != nil {
			c = strings.Compare(x[i], y[i])
		}
		if c != 0 {
			return c
		}
	}
	return len(x) - len(y)
}
