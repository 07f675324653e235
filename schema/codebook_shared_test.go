package schema_test

import (
	"os"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// The first codebook that users wrote loads as it is.
func TestLoadSharedCodebook(t *testing.T) {
	const path = "../../shared/codebook/ukraine-peace-2025.yaml"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the shared codebook is not here: %v", err)
	}
	cb, err := schema.LoadCodebook(path, data)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(cb.Issues), 15; got != want {
		t.Errorf("issues: got %d, want %d", got, want)
	}
	if a, ok := cb.Actor("merz"); !ok || len(a.Affiliations) != 2 || a.Affiliations[0].Group != "germany" {
		t.Errorf("actor merz: got %+v", a)
	}
	if !cb.BelongsTo("merz", "europe", 0) || cb.BelongsTo("europe", "merz", 0) {
		t.Error("merz belongs to europe and not the other way round")
	}
}
