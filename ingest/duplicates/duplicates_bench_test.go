package duplicates

import "testing"

// BenchmarkOf signs an article of 5000 words; the figure is MB of text a second.
func BenchmarkOf(b *testing.B) {
	s := text(article(1, 5000))
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Of(s)
	}
}
