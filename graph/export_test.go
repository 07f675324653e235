package graph

import hkv "github.com/hidal-go/hidalgo/kv"

// Wrapped makes a store write through what wrap returns, each time that it
// opens its file.
func (o Options) Wrapped(wrap func(hkv.KV) hkv.KV) Options {
	o.wrap = wrap
	return o
}

// Raw gives tests the store under the store, to break it.
func (s *Store) Raw() hkv.KV { return s.db }
