package ledger

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// version hashes all that answers depend on. The codebook and the metadata of
// sources are part of it, because a coded source or a moved affiliation changes
// positions without changing a statement.
func (s *Snapshot) version() string {
	sum := sha256.New()
	w := bufio.NewWriterSize(sum, 64<<10) // writes to a hash do not fail
	fmt.Fprintf(w, "%s\n%d %s\n", s.Codebook.Ref(), len(s.Codebook.YAML), s.Codebook.YAML)
	for _, id := range slices.Sorted(maps.Keys(s.Sources)) {
		line, _ := json.Marshal(s.Sources[id]) // texts and dates only: nothing to refuse
		w.Write(line)
		w.WriteByte('\n')
	}
	for i := range s.Statements {
		st := &s.Statements[i]
		if err := schema.WriteStatement(w, st); err != nil {
			// An unset stance cannot be printed; it must still count as a difference.
			fmt.Fprintf(w, "%+v\n", *st)
		}
	}
	s.hashAnnotations(w)
	w.Flush()
	return hex.EncodeToString(sum.Sum(nil))[:12]
}
