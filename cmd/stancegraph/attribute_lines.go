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
		bad, err := schema.EachLine(in, name, func(line schema.Line) schema.Problems {
			t, wrong := parseText(line.Bytes)
			if wrong == nil {
				texts = append(texts, t)
			}
			return wrong
		})
		if err != nil {
			return nil, errors.Join(err, in.Close())
		}
		problems = append(problems, bad...)
		if err := in.Close(); err != nil {
			return nil, schema.Errorf(schema.KindIO, "check that the file can be read", "read %s: %w", name, err)
		}
	}
	return texts, problems.Err(`give one {"id": …, "text": …} on every line, or leave out --jsonl for plain articles`)
}

func parseText(line []byte) (attributedText, schema.Problems) {
	var t attributedText
	if err := json.Unmarshal(line, &t); err != nil {
		return t, schema.Problems{{Expected: fmt.Sprintf("expected one article: %v", err)}}
	}
	switch {
	case t.ID == "":
		return t, schema.Problems{{Field: "id", Expected: "missing"}}
	case t.Text == nil:
		return t, schema.Problems{{Field: "text", Expected: "missing"}}
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
