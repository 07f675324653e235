package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/stancegraph/stancegraph/schema"
)

// attributedText is one article of a JSON Lines file.
type attributedText struct {
	ID   string  `json:"id"`
	Text *string `json:"text"`
}

// readTexts reads the files whole before anything is printed; all that is wrong
// is reported together.
func (a *app) readTexts(paths []string) ([]attributedText, error) {
	var texts []attributedText
	var problems schema.Problems
	for _, path := range paths {
		in, name, err := a.openInput(path)
		if err != nil {
			return nil, err
		}
		for line, err := range schema.ReadLines(in, name) {
			var found schema.Problems
			if errors.As(err, &found) {
				problems = append(problems, found...)
				continue
			}
			if err != nil {
				return nil, errors.Join(err, in.Close())
			}
			t, problem := parseText(line.Bytes)
			if problem != nil {
				problem.File, problem.Line = name, line.Number
				problems = append(problems, *problem)
				continue
			}
			texts = append(texts, t)
		}
		if err := in.Close(); err != nil {
			return nil, schema.Errorf(schema.KindIO, "check that the file can be read", "read %s: %w", name, err)
		}
	}
	return texts, problems.Err(`give one {"id": …, "text": …} on every line, or leave out --jsonl for plain articles`)
}

func parseText(line []byte) (attributedText, *schema.Problem) {
	var t attributedText
	if err := json.Unmarshal(line, &t); err != nil {
		return t, &schema.Problem{Expected: fmt.Sprintf("expected one article: %v", err)}
	}
	switch {
	case t.ID == "":
		return t, &schema.Problem{Field: "id", Expected: "missing"}
	case t.Text == nil:
		return t, &schema.Problem{Field: "text", Expected: "missing"}
	}
	return t, nil
}

func writeTexts(w io.Writer, texts []attributedText, nested bool) error {
	for _, t := range texts {
		if err := writeAttributions(w, t.ID, *t.Text, nested); err != nil {
			return err
		}
	}
	return nil
}
