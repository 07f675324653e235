package questions_test

import (
	"cmp"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

var update = flag.Bool("update", false, "write the answers into testdata/queries")

// TestQueries runs the cases of testdata/queries; the README there says how
// they are written. One line of a case is a statement, a source or a question;
// the indented lines below a question are its answer.
func TestQueries(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/queries/*.txt")
	if err != nil || len(files) < 5 {
		t.Fatalf("cases: found %d, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			t.Parallel()
			want := string(must(os.ReadFile(file))(t))
			got := runCase(t, want)
			if *update {
				must(0, os.WriteFile(file, []byte(got), 0o644))(t)
			} else if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// caseFile is what the lines of a case have said so far.
type caseFile struct {
	t          testing.TB
	cb         *schema.Codebook
	sources    []schema.Source
	statements []schema.Statement
}

// runCase returns the text of a case with the answers that questions give now.
func runCase(t testing.TB, text string) string {
	c := &caseFile{t: t, cb: lakeDispute(t)}
	var out strings.Builder
	for line := range strings.Lines(text) {
		switch verb, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " "); verb {
		case "source":
			words, values := fields(rest)
			c.sources = append(c.sources, c.source(words, values))
		case "statement":
			words, values := fields(rest)
			c.statements = append(c.statements, c.statement(words, values))
		case "position", "issue", "matrix", "positions", "evidence", "select":
			out.WriteString(line)
			words, values := fields(rest)
			for answer := range strings.Lines(c.ask(verb, words, values)) {
				out.WriteString("\t" + answer)
			}
			continue
		default:
			if strings.HasPrefix(line, "\t") {
				continue // an answer: written anew
			}
			if verb != "" && verb != "#" {
				t.Fatalf("line %q: expected source, statement, a question or #", line)
			}
		}
		out.WriteString(line)
	}
	return out.String()
}

func lakeDispute(t testing.TB) *schema.Codebook {
	return must(schema.OpenCodebook("testdata/codebook.yaml"))(t)
}

// fields splits a line into its plain words and its name=value pairs.
func fields(line string) (words []string, values url.Values) {
	values = url.Values{}
	for _, f := range strings.Fields(line) {
		if name, value, ok := strings.Cut(f, "="); ok {
			values.Add(name, strings.ReplaceAll(value, "_", " "))
		} else {
			words = append(words, f)
		}
	}
	return words, values
}

func (c *caseFile) source(words []string, v url.Values) schema.Source {
	return schema.Source{ID: words[0], Doc: words[0] + ".txt", Outlet: v.Get("outlet"), Status: schema.SourceStatus(cmp.Or(v.Get("status"), "proposed")),
		Published: must(schema.ParseDate(v.Get("published")))(c.t), Extracted: v["extracted"]}
}

// statement reads "ID actor proposition stance date": date "unknown" is none.
func (c *caseFile) statement(words []string, v url.Values) schema.Statement {
	if len(words) != 5 {
		c.t.Fatalf("statement %v: expected ID actor proposition stance date", words)
	}
	st := schema.Statement{ID: words[0], Actor: words[1], Proposition: words[2],
		Stance:     must(schema.StanceOf(must(strconv.ParseFloat(words[3], 64))(c.t)))(c.t),
		Date:       must(schema.ParseDate(strings.Replace(words[4], "unknown", "", 1)))(c.t),
		Issue:      cmp.Or(v.Get("issue"), "water"),
		OnBehalfOf: v.Get("for"), Signatories: v["signed"], Mode: schema.Mode(cmp.Or(v.Get("mode"), "quote")), Act: schema.ActReport,
		Source: cmp.Or(v.Get("source"), "news"), Coder: cmp.Or(v.Get("coder"), "anna"), Codebook: "lake-dispute/" + cmp.Or(v.Get("codebook"), "1"),
		Status: schema.Status(cmp.Or(v.Get("status"), "accepted")), Revises: v.Get("revises"), Confidence: must(strconv.ParseFloat(cmp.Or(v.Get("confidence"), "1"), 64))(c.t)}
	// Every statement has a passage of its own unless the case gives one.
	st.Start = 100 * len(c.statements)
	st.End = st.Start + 50
	if from, to, ok := strings.Cut(v.Get("at"), "-"); ok {
		st.Start, st.End = must(strconv.Atoi(from))(c.t), must(strconv.Atoi(to))(c.t)
	}
	return st
}

func (c *caseFile) ask(question string, words []string, v url.Values) string {
	s := ledger.Build(c.cb, c.sources, c.statements)
	f, err := questions.ParseFilter(v, s)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	who := ""
	group := len(words) > 0 && words[0] == "group"
	if group {
		words = words[1:]
	}
	if len(words) > 0 {
		who = words[0]
	}
	switch question {
	case "position":
		return printPosition(questions.On(s, f, who, group, words[1]))
	case "issue":
		return printIssue(questions.OnIssue(s, f, who, group, words[1]))
	case "matrix":
		m, err := questions.BuildMatrix(s, f, questions.MatrixSpec{Rows: questions.Rows(who), Issue: strings.Join(words[1:], " ")})
		return orError(printMatrix(m), err)
	case "positions":
		list, err := questions.Positions(s, f)
		return orError(printPositions(list), err)
	case "evidence":
		ref := questions.CellRef{Actor: who, Group: group, Proposition: words[1]}
		if slices.ContainsFunc(c.cb.Issues, func(i schema.Issue) bool { return i.ID == words[1] }) {
			ref.Issue, ref.Proposition = words[1], ""
		}
		list, err := questions.Evidence(s, f, ref)
		return orError(printEvidence(list), err)
	}
	return printSelected(questions.Select(s, f))
}

func orError(text string, err error) string {
	if err != nil {
		return fmt.Sprintf("error (%s): %v\n", schema.KindOf(err), err)
	}
	return text
}
