package ledger

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"math"
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
	var line []byte
	for i := range s.Statements {
		line = appendFields(line[:0], &s.Statements[i])
		w.Write(line)
	}
	s.hashAnnotations(w)
	w.Flush()
	return hex.EncodeToString(sum.Sum(nil))[:12]
}

// appendFields writes every field of a statement so that no two statements
// write the same: a version has to be computed for millions at a time, which
// rules out JSON.
func appendFields(b []byte, st *schema.Statement) []byte {
	for _, text := range [...]string{st.ID, st.Doc, st.Source, st.Evidence, st.Actor, st.OnBehalfOf, st.Issue, st.Proposition, st.Condition,
		string(st.Act), st.Date.String(), string(st.DateBasis), string(st.Mode), st.Coder, string(st.Status), st.Codebook, st.Revises, st.Reason, st.Reviewer} {
		b = appendText(b, text)
	}
	for _, n := range [...]int{st.Start, st.End, int(st.Stance), len(st.Signatories), len(st.Via), len(st.Trace), len(st.Variables)} {
		b = binary.AppendVarint(b, int64(n))
	}
	b = binary.BigEndian.AppendUint64(b, math.Float64bits(st.Confidence))
	for _, texts := range [...][]string{st.Signatories, st.Via, st.Trace} {
		for _, text := range texts {
			b = appendText(b, text)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(st.Variables)) {
		b = appendText(appendText(b, name), st.Variables[name])
	}
	return b
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}
