package rdf

func startsNumber(a, b, c byte) bool {
	if a == '.' {
		return isDigit(b)
	}
	return isDigit(b) || b == '.' && isDigit(c)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// digits takes all digits from here.
func (l *lexer) digits() {
	for isDigit(l.peek(0)) && len(l.buf) < maxNumber {
		l.buf = append(l.buf, l.peek(0))
		l.skip(1)
	}
}

// maxNumber is longer than any number that a computer can hold.
const maxNumber = 1024

func (l *lexer) number(t *token) error {
	l.buf = l.buf[:0]
	t.kind = integer
	if c := l.peek(0); c == '+' || c == '-' {
		l.buf = append(l.buf, c)
		l.skip(1)
	}
	l.digits()
	if l.peek(0) == '.' && (isDigit(l.peek(1)) || isExponent(l.peek(1), l.peek(2), l.peek(3))) {
		t.kind = decimal
		l.buf = append(l.buf, '.')
		l.skip(1)
		l.digits()
	}
	if isExponent(l.peek(0), l.peek(1), l.peek(2)) {
		t.kind = double
		l.buf = append(l.buf, l.peek(0), l.peek(1))
		l.skip(2)
		l.digits()
	}
	if len(l.buf) >= maxNumber {
		return l.errorf("a number of more than %d digits", maxNumber)
	}
	t.text = string(l.buf)
	return nil
}

func isExponent(a, b, c byte) bool {
	return (a == 'e' || a == 'E') && (isDigit(b) || (b == '+' || b == '-') && isDigit(c))
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }
