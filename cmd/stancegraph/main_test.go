package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/ingest/read"
)

var update = flag.Bool("update", false, "rewrite the golden files of the scripts")

func TestMain(m *testing.M) {
	if os.Getenv(runAsProgram) != "" || explore.StartedAsChild() || read.StartedAsChild() { // or the tests would run in every query
		main()
	}
	testscript.Main(m, map[string]func(){"stancegraph": main})
}

// TestScripts runs the program as a person would: real files, real store.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"big":    makeBig,
			"cut":    cut,
			"pickle": makeBinary,
			"decide": decide,
			"edit":   edit,
			"pack":   pack,
			"pdf":    makePDF,
			"tamper": tamper,
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("SHARED", shared())
			for name, dir := range map[string]string{"SECOND": "ingest/testdata/second", "DOCS": "docs"} {
				path, err := filepath.Abs(filepath.Join("..", "..", dir))
				if err != nil {
					return err
				}
				env.Setenv(name, path)
			}
			return nil
		},
	})
}

// shared is the folder with development data beside the repository, or "".
func shared() string {
	dir, err := filepath.Abs(filepath.Join("..", "..", "..", "shared"))
	if err != nil {
		return ""
	}
	if _, err := os.Stat(filepath.Join(dir, "articles")); err != nil {
		return ""
	}
	return dir
}

// decide FILE ACTOR DECISION [REASON] fills in the row of an actor in a review table.
func decide(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: decide FILE ACTOR DECISION [REASON]")
	}
	reason := ""
	if len(args) > 3 {
		reason = args[3]
	}
	setCell(ts, args[0], args[1], "decision", args[2])
	setCell(ts, args[0], args[1], "reason", reason)
}

// edit FILE ACTOR COLUMN VALUE changes a cell in the row of an actor.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: edit FILE ACTOR COLUMN VALUE")
	}
	setCell(ts, args[0], args[1], args[2], args[3])
}

// tamper FILE OLD NEW changes the first OLD in a file.
func tamper(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: tamper FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s has no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o644))
}

// cut FILE leaves the first half of a file.
func cut(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: cut FILE")
	}
	text := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text[:len(text)/2]), 0o644))
}

func setCell(ts *testscript.TestScript, file, actor, column, value string) {
	rows, err := csv.NewReader(bytes.NewReader([]byte(ts.ReadFile(file)))).ReadAll()
	ts.Check(err)
	actors, cell := slices.Index(rows[0], "actor"), slices.Index(rows[0], column)
	found := false
	for _, row := range rows[1:] {
		if row[actors] == actor {
			row[cell], found = value, true
		}
	}
	if !found {
		ts.Fatalf("%s has no row of %s", file, actor)
	}
	var b bytes.Buffer
	ts.Check(csv.NewWriter(&b).WriteAll(rows))
	ts.Check(os.WriteFile(ts.MkAbs(file), b.Bytes(), 0o644))
}

// big FILE MEGABYTES writes a text of one line.
func makeBig(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: big FILE MEGABYTES")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte("a"), n<<20), 0o644))
}

// pickle FILE writes bytes that are no text; pickle -latin1 FILE writes a text
// that is not UTF-8.
func makeBinary(ts *testscript.TestScript, neg bool, args []string) {
	switch {
	case !neg && len(args) == 1:
		ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("\x80\x04\x95\x00\x00\x00\x00\x1f\x00\x00\x8c"), 0o644))
	case !neg && len(args) == 2 && args[0] == "-latin1":
		ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte("The mayor of Troms\xf8 spoke."), 0o644))
	default:
		ts.Fatalf("usage: pickle [-latin1] FILE")
	}
}
