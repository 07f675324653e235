package schema_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestHintIsFoundUnderWrappingAndJoining(t *testing.T) {
	t.Parallel()
	inner := schema.Errorf(schema.KindBusy, "stop the other program", "port in use")
	for _, err := range []error{inner, fmt.Errorf("serve: %w", inner), errors.Join(nil, fmt.Errorf("serve: %w", inner), errors.New("close"))} {
		if schema.HintOf(err) != "stop the other program" || schema.KindOf(err) != schema.KindBusy {
			t.Errorf("%v: hint %q, kind %q", err, schema.HintOf(err), schema.KindOf(err))
		}
	}
	if schema.HintOf(nil) != "" || schema.HintOf(errors.New("x")) != "" {
		t.Error("a hint out of nowhere")
	}
}

func TestProblemsAreCountedPastFifty(t *testing.T) {
	t.Parallel()
	var ps schema.Problems
	for i := range 60 {
		ps = append(ps, schema.Problem{File: "f.yaml", Line: i + 1, Expected: "something else"})
	}
	msg := ps.Error()
	if !strings.HasPrefix(msg, "f.yaml:1: something else\n") || !strings.HasSuffix(msg, "\n… and 10 more") {
		t.Error(msg)
	}
	if schema.Problems(nil).Err("") != nil {
		t.Error("no problems are an error")
	}
}
