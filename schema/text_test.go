package schema_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/schema"
)

func TestReadText(t *testing.T) {
	t.Parallel()
	got, err := schema.ReadText([]byte("\ufeffone\r\ntwo\rthree\n"))
	if err != nil || got != "one\ntwo\rthree\n" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := schema.ReadText([]byte("ok \xff")); err == nil || !strings.Contains(err.Error(), "byte 3 (0xff) is not UTF-8") || schema.HintOf(err) == "" {
		t.Errorf("broken UTF-8: %v", err)
	}
}

func TestPassageCountsCodePoints(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		runes := []rune(text)
		start := rapid.IntRange(-2, len(runes)+2).Draw(t, "start")
		end := rapid.IntRange(-2, len(runes)+2).Draw(t, "end")
		got, ok := schema.Passage(text, start, end)
		if valid := start >= 0 && start < end && end <= len(runes); ok != valid {
			t.Fatalf("[%d:%d] of %q: ok %v", start, end, text, ok)
		} else if ok && got != string(runes[start:end]) {
			t.Fatalf("[%d:%d] of %q: %q", start, end, text, got)
		}
	})
}
