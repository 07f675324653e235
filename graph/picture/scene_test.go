package picture_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/officetest"
	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/picture/picturetest"
)

// Pictures in files have the colours of pages, by their names.
func TestColoursAreThoseOfTheStyleSheet(t *testing.T) {
	t.Parallel()
	css, err := os.ReadFile(filepath.Join("..", "..", "server", "web", "static", "css", "tokens.css"))
	if err != nil {
		t.Fatal(err)
	}
	light, _, _ := strings.Cut(string(css), "@media")
	for name, value := range picture.Colours {
		if !strings.Contains(light, fmt.Sprintf("--%s: %s;", name, value)) {
			t.Errorf("the style sheet does not have --%s: %s", name, value)
		}
	}
}

// A sign is readable on its colour; the share of light is that of WCAG 2.2.
func TestEverySignIsReadable(t *testing.T) {
	t.Parallel()
	c := picture.Colours
	for _, b := range picture.Bands {
		s := picture.Signs[b]
		if got := picturetest.Contrast(t, c["on-"+s.Class], c[s.Class]); got < 4.5 {
			t.Errorf("%s has a contrast of %.2f", s.Word, got)
		}
	}
	for _, pair := range [][2]string{{"on-mixed", "mixed-other"}, {"ink", "raised"}, {"muted", "raised"}} {
		if got := picturetest.Contrast(t, c[pair[0]], c[pair[1]]); got < 4.5 {
			t.Errorf("%s on %s has a contrast of %.2f", pair[0], pair[1], got)
		}
	}
}

func TestTheSamePictureIsTheSameBytes(t *testing.T) {
	t.Parallel()
	s := fixture(t)
	for _, f := range picture.Formats {
		first := written(t, drawMatrix(t, s, "", picture.Links{}), f)
		for range 3 {
			if !bytes.Equal(first, written(t, drawMatrix(t, s, "", picture.Links{}), f)) {
				t.Errorf("%s differs from one time to the next", f)
			}
		}
	}
}

func TestPNGHasTwoDotsForEveryPixelAndSaysSo(t *testing.T) {
	t.Parallel()
	scene := drawMatrix(t, fixture(t), "lake", picture.Links{})
	file := written(t, scene, picture.PNG)
	img, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != int(2*scene.Width) || b.Dy() != int(2*scene.Height) {
		t.Errorf("%v dots for %v x %v pixels", b, scene.Width, scene.Height)
	}
	for _, part := range []string{"pHYs", "Title\x00", "data version 0"} {
		if !bytes.Contains(file, []byte(part)) {
			t.Errorf("the file does not say %q", part)
		}
	}
	if missing := scene.Missing(); missing != "" {
		t.Errorf("no letters for %q", missing)
	}
}

// Poppler finds the title, the labels in three scripts, and the glyphs.
func TestPDFHasItsTexts(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext here: the texts of a PDF were not read")
	}
	cmd := exec.Command("pdftotext", "-layout", "-", "-")
	cmd.Stdin = bytes.NewReader(written(t, drawMatrix(t, fixture(t), "lake", picture.Links{}), picture.PDF))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Who stands where", "Łódź-on-Lake", "Fishers’ <Guild>", "Γιώργος Иванов", "Камыши", "−− −1", "±", "conditional support", "data version 0"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("the PDF does not say %q:\n%s", want, out)
		}
	}
}

// LibreOffice Draw opens a PDF and finds the same texts.
func TestPDFOpensInLibreOffice(t *testing.T) {
	t.Parallel()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: no PDF was opened in it")
	}
	if program, err := filepath.EvalSymlinks(soffice); err != nil || !exists(filepath.Join(filepath.Dir(program), "libsdlo.so")) {
		t.Skip("LibreOffice Draw is not installed: no PDF was opened in it")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "matrix.pdf")
	if err := os.WriteFile(file, written(t, drawMatrix(t, fixture(t), "lake", picture.Links{}), picture.PDF), 0o644); err != nil {
		t.Fatal(err)
	}
	officetest.Convert(t, file, "svg")
	svg, err := os.ReadFile(filepath.Join(dir, "matrix.svg"))
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(svg), "")
	for _, want := range []string{"Who stands where", "Łódź-on-Lake", "Γιώργος Иванов", "conditional support"} {
		if !strings.Contains(text, want) {
			t.Errorf("LibreOffice does not show %q in\n%s", want, text)
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// What one page of paper cannot hold to be read says so to the style sheet.
func TestTallPicturesGoOverSeveralPages(t *testing.T) {
	t.Parallel()
	for class, height := range map[string]float64{`class="picture"`: 300, `class="picture tall"`: 301} {
		var b bytes.Buffer
		if err := (&picture.Scene{Width: 200, Height: height}).Inline(&b, "one"); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), class) {
			t.Errorf("200 by %v lacks %s: %s", height, class, b.String())
		}
	}
}
