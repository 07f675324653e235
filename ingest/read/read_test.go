package read

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func mustText(t *testing.T, name, text string) schema.Source {
	t.Helper()
	s, err := Text(name, []byte(text), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestMarkdownIsTheBodyAfterTheFrontMatter(t *testing.T) {
	t.Parallel()
	s := mustText(t, "x/notes.md", "\ufeff---\r\ntitle: Quotas\noutlet: The Gazette\npublished: 2031-04\nkind: digest\nstatus: coded\nrights: quote-only\nlang: en\nauthor: [x]\n---\n\n# Head\r\nAnn *said* no.\n")
	if s.Text != "# Head\nAnn *said* no.\n" || s.ID != schema.HashText(s.Text) || s.Doc != "notes.md" {
		t.Errorf("text %q, doc %q", s.Text, s.Doc)
	}
	if s.Title != "Quotas" || s.Outlet != "The Gazette" || s.Published.String() != "2031-04" || s.Kind != "digest" || s.Status != schema.SourceCoded || !s.QuoteOnly() {
		t.Errorf("got %+v", s)
	}
	if s.DateRule != "published, in the front matter" {
		t.Errorf("rule %q", s.DateRule)
	}
}

func TestWithoutMetadata(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, published, page, title string }{
		{"today outranks the page", "Friday, May 2, 2031\nMore\nFish quotas are back on the table\n\nAnn speaks today, April 9, 2031, in Oslo.", "2031-04-09", "2031-05-02", "Fish quotas are back on the table"},
		{"date line", "Quotas return to parliament\nBy Ann Lee | 3 April 2031 10:15\n\nAnn spoke.", "2031-04-03", "", "Quotas return to parliament"},
		{"published line", "Quotas return to parliament\nPublished on April 3, 2031\n\nAnn spoke.", "2031-04-03", "", "Quotas return to parliament"},
		{"an agency's opening", "Quotas return to parliament\n\nNEW OSLO (Wire), April 3, 2031 — Ann spoke.", "2031-04-03", "", "Quotas return to parliament"},
		{"a place, a day and a full stop", "Quotas return to parliament\n\nOSLO, 3 April 2031. Ann spoke.", "2031-04-03", "", "Quotas return to parliament"},
		{"an acronym that does something is no place", "Quotas return to parliament\n\nNATO met on April 3, 2031. Ann spoke.", "", "", "Quotas return to parliament"},
		{"a place without capitals is prose", "Quotas return to parliament\n\nOslo, 3 April 2031. Ann spoke.", "", "", "Quotas return to parliament"},
		{"a date in prose is no publication date", "Quotas return to parliament\n\nOn April 3, 2031, Ann spoke.", "", "", "Quotas return to parliament"},
		{"related links at the end do not count", "Quotas return to parliament\n" + strings.Repeat("Ann spoke again.\n", 9) + "Latest news\nTuesday, 28 October 2031\n", "", "", "Quotas return to parliament"},
		{"a long paragraph is no title", strings.Repeat("Ann spoke and spoke. ", 30), "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := mustText(t, "a.txt", c.text)
			if s.Published.String() != c.published || s.PageDate.String() != c.page || s.Title != c.title {
				t.Errorf("published %q, page %q, title %q", s.Published, s.PageDate, s.Title)
			}
			if s.DateRule == "" || s.Status != schema.SourceRaw {
				t.Errorf("rule %q, status %q", s.DateRule, s.Status)
			}
		})
	}
}

func TestMetadataGoesBeforeFrontMatterAndText(t *testing.T) {
	t.Parallel()
	s, err := Text("a.md", []byte("---\ntitle: B\npublished: 2030-01-01\n---\nFriday, May 2, 2031\n"), Meta{Title: "A", Published: schema.MustDate("2029-02")})
	if err != nil || s.Title != "A" || s.Published.String() != "2029-02" || s.PageDate.String() != "2031-05-02" {
		t.Errorf("got %+v, %v", s, err)
	}
}

func TestBadInputSaysWhatToDo(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, file, text, want string }{
		{"empty", "a.txt", "", "a.txt: empty"},
		{"white space", "a.txt", " \n\t\n", "a.txt: empty"},
		{"only front matter", "a.md", "---\ntitle: x\n---\n", "a.md: empty"},
		{"NUL", "a.txt", "text\x00text", "a.txt: binary"},
		{"control bytes", "a.txt", "\x01\x02\x03\x04text", "a.txt: binary"},
		{"broken UTF-8", "a.txt", "abc\xff", "a.txt: byte 3 (0xff) is not UTF-8"},
		{"long line", "a.txt", "ok\n" + strings.Repeat("x", MaxLine+1), "a.txt:2: a line longer than 1024 KiB"},
		{"too large", "a.txt", strings.Repeat("x\n", MaxSize), "a.txt: larger than 16 MiB"},
		{"no end of front matter", "a.md", "---\ntitle: x\n", `a.md:1: the front matter that "---" opens has no end`},
		{"malformed front matter", "a.md", "---\ntitle: x\nurl: [\n---\ntext", "a.md:3: front matter: "},
		{"front matter is a list", "a.md", "---\n- x\n---\ntext", "a.md:2: front matter: "},
		{"bad date", "a.md", "---\ntitle: x\npublished: soon\n---\ntext", `a.md:3: published "soon": date "soon": expected a day`},
		{"bad rights", "a.md", "---\nrights: none\n---\ntext", `a.md:2: rights "none": expected quote-only, or no rights`},
		{"bad status", "a.md", "---\nstatus: done\n---\ntext", `a.md:2: status "done": expected raw, proposed or coded`},
		{"other kind", "a.docx", "text", `a.docx: files of type ".docx" are not read`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := Text(c.file, []byte(c.text), Meta{})
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Fatalf("got %v, want %s", err, c.want)
			}
			if schema.HintOf(err) == "" || schema.KindOf(err) != schema.KindInput {
				t.Errorf("hint %q, kind %q", schema.HintOf(err), schema.KindOf(err))
			}
		})
	}
}

func TestMissingFileIsNotFound(t *testing.T) {
	t.Parallel()
	var got error
	for _, err := range new(Reader).Sources(filepath.Join(t.TempDir(), "none.txt")) {
		got = err
	}
	if schema.KindOf(got) != schema.KindNotFound || schema.HintOf(got) == "" {
		t.Errorf("got %v", got)
	}
}

func TestFoldersGiveTheirTextsSortedAndCountTheRest(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.md", "sub/c.txt", "sub/d.docx", ".git/e.txt"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := Expand([]string{dir, filepath.Join(dir, "b.txt")})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{filepath.Join(dir, "a.md"), filepath.Join(dir, "b.txt"), filepath.Join(dir, "sub", "c.txt")}
	if strings.Join(files.Paths, " ") != strings.Join(want, " ") || files.Skipped != 1 {
		t.Errorf("got %v", files)
	}
	_, err = Expand([]string{filepath.Join(dir, "sub", "d.docx"), filepath.Join(dir, "none")})
	if err == nil || !strings.Contains(err.Error(), "d.docx") || !strings.Contains(err.Error(), "none") || schema.HintOf(err) == "" {
		t.Errorf("got %v", err)
	}
}

func TestMetadataFile(t *testing.T) {
	t.Parallel()
	set, err := parseMeta("m.jsonl", []byte(`{"doc":"x/a.txt","title":"A","published":"2031-04-05"}`+"\n"+`{"doc":"b.txt"}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := set.For("/elsewhere/a.txt"); got.Title != "A" || got.Published.String() != "2031-04-05" {
		t.Errorf("got %+v", got)
	}
	if got := set.Unused(); len(got) != 1 || got[0] != "b.txt" {
		t.Errorf("unused %v", got)
	}
}

func TestMetadataFileReportsEveryBadLine(t *testing.T) {
	t.Parallel()
	_, err := parseMeta("m.jsonl", []byte(`{"doc":"a.txt","pubished":"2031"}
{"doc":"a.txt","published":"soon","title":3}
{"title":"x"}
no`))
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		"m.jsonl:1: pubished: unknown field", "did you mean published?", `m.jsonl:2: doc "a.txt": named before, on line 1`,
		`m.jsonl:2: published "soon"`, "m.jsonl:2: title: expected a text", "m.jsonl:3: doc: missing", "m.jsonl:4: expected one JSON object",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is missing in\n%v", want, err)
		}
	}
}

func TestArticlesOfTheFirstCorpusGetTheirOwnDates(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Skip("../shared is not there: no articles to read")
	}
	want := map[string][2]string{"000": {"2025-10-21", ""}, "001": {"2025-05-19", "2025-10-06"}}
	for _, f := range files {
		for s, err := range new(Reader).Sources(f) {
			if err != nil {
				t.Fatal(err)
			}
			if w := want[s.Doc[:3]]; s.Published.String() != w[0] || s.PageDate.String() != w[1] {
				t.Errorf("%s: published %q, page %q, by %s", s.Doc, s.Published, s.PageDate, s.DateRule)
			}
		}
	}
}
