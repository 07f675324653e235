package read

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/stancegraph/stancegraph/schema"
)

// frontMatter splits Markdown into the metadata of its front matter and its
// body. The fence is a first line "---" and the next such line; a text that
// does not begin with one has no front matter.
func frontMatter(name, text string) (Meta, string, error) {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return Meta{}, text, nil
	}
	head, body, ok := cutFence(rest)
	if !ok {
		return Meta{}, "", schema.Errorf(schema.KindInput, `add a line "---" after the front matter`, `%s:1: the front matter that "---" opens has no end`, name)
	}
	fields := map[string]any{}
	if err := yaml.Unmarshal([]byte(head), &fields); err != nil {
		line, what := yamlError(err)
		return Meta{}, "", schema.Errorf(schema.KindInput, "correct the front matter, or put its values in quotation marks", "%s:%d: front matter: %s", name, line, what)
	}
	meta, bad := metaOf(texts(fields), "front matter")
	for i, p := range bad {
		bad[i].File, bad[i].Line = name, lineOf(head, p.Field)
	}
	return meta, strings.TrimLeft(body, "\n"), bad.Err("correct the front matter")
}

// cutFence cuts at the closing line.
func cutFence(rest string) (head, body string, ok bool) {
	at := 0
	for line := range strings.Lines(rest) {
		if s := strings.TrimRight(line, " \t\n"); s == "---" || s == "..." {
			return rest[:at], rest[at+len(line):], true
		}
		at += len(line)
	}
	return "", "", false
}

// texts prints the scalar values; other keys and shapes are not ours to judge,
// because front matter is shared with other programs.
func texts(fields map[string]any) map[string]string {
	list := map[string]string{}
	for k, v := range fields {
		switch v.(type) {
		case string, int, int64, uint64, float64, bool:
			list[k] = fmt.Sprint(v)
		}
	}
	return list
}

// yamlError is the line in the file, counting the fence, and what is wrong.
func yamlError(err error) (line int, what string) {
	var e yaml.Error
	if !errors.As(err, &e) || e.GetToken() == nil || e.GetToken().Position == nil {
		return 1, err.Error()
	}
	return e.GetToken().Position.Line + 1, e.GetMessage()
}

func lineOf(head, field string) int {
	n := 1
	for line := range strings.Lines(head) {
		n++
		if strings.HasPrefix(strings.TrimSpace(line), field+":") {
			return n
		}
	}
	return 1
}

func itoa(n int) string { return strconv.Itoa(n) }
