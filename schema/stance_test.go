package schema_test

import (
	"encoding/json"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestStanceRoundTripsThroughJSON(t *testing.T) {
	t.Parallel()
	for _, s := range schema.Stances {
		b, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var got schema.Stance
		if err := json.Unmarshal(b, &got); err != nil || got != s {
			t.Errorf("%s: read back %v, %v", b, got, err)
		}
	}
}

func TestZeroStanceIsInvalid(t *testing.T) {
	t.Parallel()
	var s schema.Stance
	if s.Valid() {
		t.Error("the zero stance is valid")
	}
	if b, err := json.Marshal(s); err == nil {
		t.Errorf("the zero stance marshals as %s", b)
	}
	if s == schema.Undecided {
		t.Error("not set equals undecided")
	}
}

func TestStanceRefusesOtherValues(t *testing.T) {
	t.Parallel()
	for _, in := range []string{"0.7", "2", "-2", `"1"`, "null", "true", "NaN"} {
		var s schema.Stance
		if err := s.UnmarshalJSON([]byte(in)); err == nil {
			t.Errorf("%s reads as %v", in, s)
		}
	}
}
