package kv

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/clog"
	cgraph "github.com/cayleygraph/cayley/graph"
	ckv "github.com/cayleygraph/cayley/graph/kv"
	hkv "github.com/hidal-go/hidalgo/kv"
)

func init() {
	// Cayley logs to the standard error of whoever imports it. What it has to
	// say reaches us as errors.
	clog.SetLogger(nil)
}

// Where Cayley keeps its own version and its list of indexes.
var (
	versionKey = hkv.SKey("meta", "version")
	indexesKey = hkv.SKey("meta", "indexes")
)

// QuadStore opens Cayley's quad store in a key-value store and sets it up where
// that is new, unless it can only be read.
func QuadStore(db hkv.KV) (cgraph.QuadStore, error) {
	// The filter costs 300 MB of memory and a scan of the file at every start.
	opt := cgraph.Options{ckv.OptNoBloom: true}
	if file, ok := db.(interface{ ReadOnly() bool }); !ok || !file.ReadOnly() {
		if err := setUp(db, opt); err != nil {
			return nil, err
		}
	}
	qs, err := ckv.New(db, opt)
	if err != nil {
		return nil, fmt.Errorf("open the quad store: %w", err)
	}
	return qs, nil
}

// setUp makes the quad store where there is none yet.
func setUp(db hkv.KV, opt cgraph.Options) error {
	if err := dropHalfMade(db); err != nil {
		return fmt.Errorf("prepare the quad store: %w", err)
	}
	if err := ckv.Init(db, opt); err != nil && !errors.Is(err, cgraph.ErrDatabaseExists) {
		return fmt.Errorf("set up the quad store: %w", err)
	}
	return nil
}

// dropHalfMade undoes a set-up that was killed. Cayley writes its version
// before its list of indexes, in two transactions; with the first alone it
// would open the store with the indexes of ten years ago. Nothing else can have
// been written by then.
func dropHalfMade(db hkv.KV) error {
	ctx := context.Background()
	return hkv.Update(ctx, db, func(tx hkv.Tx) error {
		if _, err := tx.Get(ctx, indexesKey); !errors.Is(err, hkv.ErrNotFound) {
			return err
		}
		return tx.Del(versionKey)
	})
}

// Size is how many quads Cayley says that there are. It keeps count; see Quads
// for those that are there.
func Size(ctx context.Context, qs cgraph.QuadStore) (int64, error) {
	stats, err := qs.Stats(ctx, false)
	if errors.Is(err, ckv.ErrNoBucket) {
		return 0, nil // nothing was ever written
	}
	if err != nil {
		return 0, fmt.Errorf("count quads: %w", err)
	}
	return stats.Quads.Size, nil
}
