package read

import (
	"testing"

	"github.com/ledongthuc/pdf"
)

// kerned are letters as browsers print them: the place is said where a pair is
// kerned or something else begins, and no letter has a width.
func kerned(list *[]pdf.Text, x, y float64, text string) {
	for _, r := range text {
		*list = append(*list, pdf.Text{S: string(r), X: x, Y: y, FontSize: 10})
	}
}

func TestKernedPairsAreNoWords(t *testing.T) {
	t.Parallel()
	var letters []pdf.Text
	kerned(&letters, 10, 100, "V")
	kerned(&letters, 16.5, 100, "olodymyr met T")
	kerned(&letters, 85, 100, "alks")
	kerned(&letters, 300, 100, "the next col\u00ad")
	kerned(&letters, 300, 88, "umn of it")
	if got, want := paragraphs(letters), "Volodymyr met Talks the next column of it"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestGapsAreSpacesWhereNoneAreDrawn(t *testing.T) {
	t.Parallel()
	var letters []pdf.Text
	for i, word := range []string{"Ann", "spoke"} {
		for j, r := range word {
			letters = append(letters, pdf.Text{S: string(r), X: float64(100*i + 5*j), Y: 100, W: 5, FontSize: 10})
		}
	}
	if got := paragraphs(letters); got != "Ann spoke" {
		t.Errorf("got %q", got)
	}
}
