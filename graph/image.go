package graph

import (
	"fmt"

	"github.com/stancegraph/stancegraph/graph/kv"
)

// Image returns the file of the store as the last acknowledged write left it,
// for copies that are made while the store goes on being written. It waits for
// the write that is under way, not for those that follow. Close it soon.
func (s *Store) Image() (*kv.Image, error) {
	s.writer.Lock()
	defer s.writer.Unlock()
	if s.broken != nil {
		return nil, fmt.Errorf("graph: image: %w", s.broken)
	}
	image, err := s.file.Image()
	if err != nil {
		return nil, fmt.Errorf("graph: image: %w", err)
	}
	return image, nil
}
