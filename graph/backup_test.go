package graph_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// A backup that is made while the store is open and written is the store after
// one of its writes, and restores to exactly that.
func TestBackupWhileWriting(t *testing.T) {
	t.Parallel()
	ctx, tmp := context.Background(), t.TempDir()
	dir := filepath.Join(tmp, "store")
	src, statements := graphtest.Article(0, 3)
	s := filled(t, dir, src, statements)
	stop := make(chan struct{})
	var writer sync.WaitGroup
	writer.Go(func() {
		for i := 1; i < 200; i++ {
			select {
			case <-stop:
				return
			default:
				src, statements := graphtest.Article(i, 3)
				if _, err := s.PutSource(ctx, src, statements); err != nil {
					t.Error(err)
				}
			}
		}
	})
	var done graph.Copied
	var err error
	for {
		if done, err = graph.Backup(ctx, dir, filepath.Join(tmp, "backup")); schema.KindOf(err) != schema.KindBusy { // the writer comes to an end
			break
		}
	}
	close(stop)
	writer.Wait()
	must(t, err)
	must(t, s.Close())
	restored := filepath.Join(tmp, "restored")
	again, err := graph.Restore(ctx, filepath.Join(tmp, "backup"), restored)
	must(t, err)
	if done.Folder, again.Folder = "", ""; done != again || done.Statements != 3*done.Sources || done.Sources == 0 {
		t.Errorf("backed up %+v, restored %+v", done, again)
	}
	s = graphtest.Open(t, restored)
	if got := s.Snapshot().Version; got != done.DataVersion {
		t.Errorf("data version %s, was %s", got, done.DataVersion)
	}
	if _, err := os.Stat(filepath.Join(restored, "SHA256SUMS")); !errors.Is(err, os.ErrNotExist) {
		t.Error("the sums of the backup are in the store, which changes")
	}
	src, statements = graphtest.Article(300, 1)
	if _, err := s.PutSource(ctx, src, statements); err != nil {
		t.Errorf("a write to the restored store: %v", err)
	}
}

// What cannot be copied soundly is not copied at all.
func TestBackupErrors(t *testing.T) {
	t.Parallel()
	ctx, tmp := context.Background(), t.TempDir()
	dir, backup := filepath.Join(tmp, "store"), filepath.Join(tmp, "backup")
	src, statements := graphtest.Article(0, 3)
	s := filled(t, dir, src, statements)
	must(t, s.Close())
	_, err := graph.Backup(ctx, dir, backup)
	must(t, err)

	unsound := filepath.Join(tmp, "unsound")
	s = filled(t, unsound, src, statements)
	swap(find(sourceQuads(src), "text"), quad.Quad{})(t, s)
	must(t, s.Close())

	damaged := filepath.Join(tmp, "damaged")
	must(t, os.CopyFS(damaged, os.DirFS(backup)))
	b, err := os.ReadFile(filepath.Join(damaged, "graph.bolt"))
	must(t, err)
	b[len(b)/2]++
	must(t, os.WriteFile(filepath.Join(damaged, "graph.bolt"), b, 0o644))

	to := filepath.Join(tmp, "new")
	for name, c := range map[string]struct {
		run  func(context.Context, string, string) (graph.Copied, error)
		from string
		to   string
		kind schema.Kind
	}{
		"backup over a folder":        {graph.Backup, dir, backup, schema.KindUsage},
		"backup of no store":          {graph.Backup, tmp, to, schema.KindNotFound},
		"backup of an unsound store":  {graph.Backup, unsound, to, schema.KindCorrupt},
		"backup into nowhere":         {graph.Backup, dir, filepath.Join(tmp, "a", "b"), schema.KindIO},
		"restore over a store":        {graph.Restore, backup, dir, schema.KindUsage},
		"restore of a plain store":    {graph.Restore, dir, to, schema.KindNotFound},
		"restore of nothing":          {graph.Restore, filepath.Join(tmp, "nowhere"), to, schema.KindNotFound},
		"restore of a damaged backup": {graph.Restore, damaged, to, schema.KindCorrupt},
	} {
		_, err := c.run(ctx, c.from, c.to)
		if schema.KindOf(err) != c.kind || schema.HintOf(err) == "" {
			t.Errorf("%s: got %v of kind %q (%s)", name, err, schema.KindOf(err), schema.HintOf(err))
		}
	}
	left, err := filepath.Glob(filepath.Join(tmp, "*.part-*"))
	if _, there := os.Stat(to); err != nil || len(left) > 0 || !errors.Is(there, os.ErrNotExist) {
		t.Errorf("half a copy stayed: %v", left)
	}
}
