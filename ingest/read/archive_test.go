package read

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestArchivesAreReadMemberByMember(t *testing.T) {
	t.Parallel()
	entries := []entry{
		{"b.txt", "Ann Lee said no."}, {"sub/a.md", "---\ntitle: A\n---\nEstia left."}, {"sub/page.html", "<p>Norvia stayed."},
		{"picture.png", "\x89PNG"}, {"__MACOSX/b.txt", "junk"}, {".DS_Store", "junk"}, {"wire.atom", atomFeed},
	}
	for name, data := range map[string][]byte{"x.zip": mustZip(t, entries...), "x.tar": mustTar(t, false, entries...), "x.tar.gz": mustTar(t, true, entries...), "x.tgz": mustTar(t, true, entries...)} {
		var skipped []string
		meta, err := parseMeta("m.jsonl", []byte(`{"doc":"b.txt","title":"Given","retrieved":"2031-06-01"}`))
		if err != nil {
			t.Fatal(err)
		}
		list, errs := collect(&Reader{Meta: meta, Skip: func(s string) { skipped = append(skipped, filepath.Base(s)) }}, mustWrite(t, name, data))
		var docs []string
		for _, s := range list {
			docs = append(docs, s.Doc)
		}
		want := []string{name + "/b.txt", name + "/sub/a.md", name + "/sub/page.html", name + "/wire#1.atom"}
		if len(errs) > 0 || !slices.Equal(docs, want) || !slices.Equal(skipped, []string{"picture.png"}) {
			t.Errorf("%s: %v, %v, skipped %v", name, docs, errs, skipped)
		}
		if list[0].Title != "Given" || list[0].Retrieved.String() != "2031-06-01" || list[1].Title != "A" {
			t.Errorf("%s: got %+v", name, list)
		}
	}
}

// Nothing is ever unpacked to disk: a name that climbs is only a name.
func TestNamesThatClimbAreHarmless(t *testing.T) {
	t.Parallel()
	evil := []entry{{"../../../../tmp/evil.txt", "a b c"}, {"/etc/evil.txt", "d e f"}, {`..\..\evil.txt`, "g h i"}, {"x\x1b[2J\n.txt", "j k l"}}
	for name, data := range map[string][]byte{"x.zip": mustZip(t, evil...), "x.tar": mustTar(t, false, evil...)} {
		path := mustWrite(t, name, data)
		list, errs := collect(new(Reader), path)
		if len(errs) > 0 || len(list) != 4 {
			t.Fatalf("%s: %v, %v", name, list, errs)
		}
		for i, want := range []string{"/tmp/evil.txt", "/etc/evil.txt", "/evil.txt", "/x_[2J_.txt"} {
			if list[i].Doc != name+want {
				t.Errorf("%s: doc %q", name, list[i].Doc)
			}
		}
		if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
			t.Errorf("%s: left %v, %v", name, files, err)
		}
	}
}

func TestArchiveErrors(t *testing.T) {
	t.Parallel()
	small := &limits{size: 100, total: 1 << 20, ratio: 5, members: 3, time: standard.time}
	short, long := entry{"a.txt", "Ann Lee said no."}, entry{"b.txt", strings.Repeat("a ", 100)}
	noise := func(name string) entry { return entry{name, "Ann Lee of Norvia told the quota meeting: " + name} }
	for _, c := range []struct {
		name, file string
		data       []byte
		want       string
		read       int
	}{
		{"a large member", "x.tar", mustTar(t, false, short, long), "/b.txt: larger than 100 bytes", 1},
		{"a large member of a ZIP", "x.zip", mustZip(t, short, long), "/b.txt: larger than 100 bytes", 1},
		{"many members", "x.zip", mustZip(t, noise("a.txt"), noise("b.txt"), noise("c.txt"), noise("d.txt")), "more than 3 members", 3},
		{"a bomb", "x.tgz", mustTar(t, true, entry{"a.txt", strings.Repeat("\n", 1<<20)}), "unpacks to more than 5 times its size", 0},
		{"a bomb of another kind", "x.tgz", mustTar(t, true, entry{"a.bin", strings.Repeat("\n", 1<<20)}), "unpacks to more than 5 times its size", 0},
		{"an archive inside", "x.zip", mustZip(t, short, entry{"in.zip", "PK"}), "/in.zip: an archive inside an archive is not opened", 1},
		{"damaged", "x.zip", []byte("PK no"), "x.zip: damaged", 0},
		{"damaged tar", "x.tar", []byte(strings.Repeat("no", 600)), "x.tar: damaged", 0},
		{"damaged gzip", "x.tgz", mustTar(t, true, short)[:40], "x.tgz: damaged", 0},
		{"a bad member among good ones", "x.zip", mustZip(t, entry{"a.txt", "a\xff"}, short), "a.txt: byte 1 (0xff) is not UTF-8", 1},
	} {
		list, errs := collect(&Reader{limits: small}, mustWrite(t, c.file, c.data))
		if len(errs) == 0 || !strings.Contains(errs[len(errs)-1].Error(), c.want) || schema.HintOf(errs[len(errs)-1]) == "" || len(list) != c.read {
			t.Errorf("%s: got %v, %v", c.name, list, errs)
		}
	}
	total := mustTar(t, false, noise("a.txt"), noise("b.txt"), noise("c.txt"))
	if _, errs := collect(&Reader{limits: &limits{size: 100, total: 1000, ratio: 1000, members: 9, time: standard.time}}, mustWrite(t, "x.tar", total)); len(errs) != 1 {
		t.Errorf("total: got %v", errs)
	}
}
