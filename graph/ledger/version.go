package ledger

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"math/bits"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// sum adds up the SHA-256 of records that differ, modulo 2^256: it is the same in
// whatever order they come, and a record that changes is taken out of it and put
// in again. That two sets of records have one sum is far less likely than that
// two versions have the same twelve digits.
type sum [4]uint64 // the lowest first

func (s *sum) add(hash [sha256.Size]byte) {
	var carry uint64
	for i := range s {
		s[i], carry = bits.Add64(s[i], binary.LittleEndian.Uint64(hash[8*i:]), carry)
	}
}

func (s *sum) sub(hash [sha256.Size]byte) {
	var borrow uint64
	for i := range s {
		s[i], borrow = bits.Sub64(s[i], binary.LittleEndian.Uint64(hash[8*i:]), borrow)
	}
}

// sums are the records of a snapshot, hashed.
type sums struct {
	sources, statements sum
	annotations         [sha256.Size]byte // in their order; zero where there are none
}

// version hashes all that answers depend on. The codebook and the metadata of
// sources are part of it, because a coded source or a moved affiliation changes
// positions without changing a statement.
func (s *Snapshot) version() string {
	h := sha256.New() // writes to a hash do not fail
	fmt.Fprintf(h, "%s\n%d %s\n%x\n", s.Codebook.Ref(), len(s.Codebook.YAML), s.Codebook.YAML, s.sums)
	return hex.EncodeToString(h.Sum(nil))[:12]
}

func hashSource(src *schema.Source) [sha256.Size]byte {
	line, _ := json.Marshal(src) // texts and dates only: nothing to refuse
	return sha256.Sum256(line)
}

func hashStatement(st *schema.Statement) [sha256.Size]byte {
	return sha256.Sum256(appendFields(make([]byte, 0, 1024), st))
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
