package server

import "github.com/gin-gonic/gin"

// policy is the Content-Security-Policy of every answer. There is no
// 'unsafe-inline': a text that slipped past escaping could still run nothing.
// connect-src is for the evidence drawer, which fetches a page of ours.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// securityHeaders come with every answer. Other sites may show nothing of ours;
// where everybody may read, they may show pictures.
func (s *site) securityHeaders(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if f := formatOf(c.Request); s.Access.PublicRead && (f == formatSVG || f == formatPNG) {
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	}
	c.Next()
}
