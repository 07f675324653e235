package ledger

import "sync"

// Derived returns what is made from the snapshot alone, made once for a key:
// by whoever asks first, while others who ask for it wait. The key's type should
// belong to the caller. What is returned must not be changed.
func (s *Snapshot) Derived(key any, from func() any) any {
	once, _ := s.derived.LoadOrStore(key, sync.OnceValue(from))
	return once.(func() any)()
}
