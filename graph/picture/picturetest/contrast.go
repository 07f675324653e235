// Package picturetest measures colours, for the tests of pictures and of pages.
package picturetest

import (
	"math"
	"strconv"
	"testing"
)

// Contrast is the ratio of WCAG 2.2 of two colours, "#rrggbb", from 1 to 21:
// their relative luminances, each plus 0.05.
func Contrast(t testing.TB, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(t testing.TB, hex string) float64 {
	t.Helper()
	if len(hex) != len("#rrggbb") {
		t.Fatalf("colour %q", hex)
	}
	var l float64
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		l += weight * c
	}
	return l
}
