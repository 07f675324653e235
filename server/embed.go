package server

import (
	"html"
	"strings"

	"github.com/stancegraph/stancegraph/graph/export"
)

// embedView is the picture of a view as markup for a page elsewhere. Titles are
// escaped in it once for that page, and by the template once more for ours.
type embedView struct {
	Live   string // the picture as this server draws it; "" where other sites cannot show it
	Pinned string // the picture as it was downloaded
	SVG    exportLink
	PNG    exportLink
}

// embeds fills in how the picture of a page is shown elsewhere. A picture that
// was downloaded is named like the citation of the view.
func (s *site) embeds(r *request, f frame, v export.View) *embedView {
	e := &embedView{SVG: exportLink{Label: v.Key + ".svg", URL: f.SVG}, PNG: exportLink{Label: v.Key + ".png", URL: f.PNG}, Pinned: linkedPicture(v.URL, v.Key+".svg", v.Title)}
	if s.Access.PublicRead {
		e.Live = linkedPicture(v.URL, r.permalink(f.SVG), v.Title)
	}
	return e
}

// linkedPicture is a picture that leads to the view that it shows.
func linkedPicture(view, picture, alt string) string {
	var b strings.Builder
	for _, part := range [][2]string{{`<a href="`, view}, {`"><img src="`, picture}, {`" alt="`, alt}} {
		b.WriteString(part[0] + html.EscapeString(part[1]))
	}
	return b.String() + `"></a>`
}
