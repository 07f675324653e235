package server

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"io"
	"net/http"
	"strings"
	"testing"
)

func TestAMatrixIsAlsoAPictureThatLeadsBack(t *testing.T) {
	t.Parallel()
	h := serve(t, fixture(t))
	for path, media := range map[string]string{
		"/matrix.svg?issue=harbour": "image/svg+xml", "/matrix.png": "image/png", "/matrix.pdf?rows=actors": "application/pdf",
	} {
		rec := h.ask(t, http.MethodGet, path)
		if rec.Code != http.StatusOK || rec.Header().Get("Content-Type") != media {
			t.Errorf("%s: %d %s", path, rec.Code, rec.Header().Get("Content-Type"))
		}
	}
	svg := h.ask(t, http.MethodGet, "/matrix.svg?issue=harbour&rows=actors").Body.String()
	for _, want := range []string{
		`href="http://127.0.0.1/cell?`, "Positions as of 31 March 2025 by the rule latest", "data version",
		"http://127.0.0.1/propositions/rebuild", "conditional support",
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("the picture does not have %s", want)
		}
	}
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if strings.Contains(svg, "style=") || strings.Contains(svg, "<style") {
		t.Error("the picture asks for a style that the policy of pages forbids")
	}
	if _, err := png.Decode(bytes.NewReader(h.ask(t, http.MethodGet, "/matrix.png").Body.Bytes())); err != nil {
		t.Error(err)
	}
}

func TestAnEmptyMatrixOffersNoPicture(t *testing.T) {
	t.Parallel()
	h := serve(t, fixture(t))
	for path, offered := range map[string]bool{"/matrix": true, "/matrix?as-of=2020-01-01": false} {
		if body := h.ask(t, http.MethodGet, path).Body.String(); strings.Contains(body, ">SVG</a>") != offered {
			t.Errorf("%s: a picture is offered: %v", path, !offered)
		}
	}
	rec := h.ask(t, http.MethodGet, "/matrix.svg?as-of=2020-01-01")
	if rec.Code != http.StatusNotFound || !strings.Contains(rec.Body.String(), "cannot be had as SVG") {
		t.Errorf("%d %s", rec.Code, rec.Body)
	}
}
