package questions

import "math/bits"

// marks is a set of statements, by place.
type marks []uint64

func newMarks(statements int) marks { return make(marks, (statements+63)/64) }

func (m marks) set(at int) { m[at>>6] |= 1 << (at & 63) }

// hear adds all statements of a pool.
func (m marks) hear(pool hearing) {
	for i := pool.from; i < pool.to; i++ {
		m.set(i)
	}
	for _, one := range pool.signed {
		m.set(int(one.Statement))
	}
	for _, one := range pool.mentions {
		m.set(int(one.at))
	}
}

func (m marks) has(at int) bool { return m[at>>6]>>(at&63)&1 == 1 }

// countBetween is how many there are from a place up to but without another.
func (m marks) countBetween(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		n += int(m[i>>6] >> (i & 63) & 1)
	}
	return n
}

func (m marks) add(other marks) {
	for i, word := range other {
		m[i] |= word
	}
}

func (m marks) count() int {
	n := 0
	for _, word := range m {
		n += bits.OnesCount64(word)
	}
	return n
}
