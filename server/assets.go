package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/stancegraph/stancegraph/server/web"
)

// styles are the parts of the style sheet, in the order of the cascade. They
// are served as one file: one request, and print rules come last.
var styles = []string{"tokens.css", "base.css", "layout.css", "stance.css", "matrix.css", "evidence.css", "pages.css", "reference.css", "narrow.css", "print.css"}

// assets are the static files under their names with a checksum, and the
// checksummed name of each plain name.
type assets struct {
	files map[string]asset
	names map[string]string
}

type asset struct {
	body  []byte
	media string
}

// loadAssets reads the embedded files. They are part of the program, so a
// fault in them is a fault of the build and panics.
func loadAssets() assets {
	a := assets{files: map[string]asset{}, names: map[string]string{}}
	a.add("app.css", readStatic(styles...))
	for _, name := range []string{"app.js", "mark.svg"} {
		a.add(name, readStatic(name))
	}
	return a
}

func readStatic(names ...string) []byte {
	var b bytes.Buffer
	for _, name := range names {
		part, err := fs.ReadFile(web.Static, "static/"+name)
		if err != nil {
			panic(fmt.Sprintf("server: embedded file: %v", err))
		}
		b.Write(part)
	}
	return b.Bytes()
}

func (a assets) add(name string, body []byte) {
	sum := sha256.Sum256(body)
	ext := path.Ext(name)
	hashed := strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:6]) + ext
	a.files[hashed] = asset{body: body, media: mediaTypeOf(ext)}
	a.names[name] = hashed
}

// mediaTypeOf names the types that we serve, since the table of the system
// differs from machine to machine.
func mediaTypeOf(ext string) string {
	switch ext {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	}
	return mime.TypeByExtension(ext)
}

// url is the address of an asset. Its checksum changes with its content.
func (a assets) url(name string) string {
	hashed, ok := a.names[name]
	if !ok {
		panic("server: no asset " + name)
	}
	return "/static/" + hashed
}

// static serves an asset for a year: another content has another address.
func (s *site) static(c *gin.Context) {
	f, ok := s.assets.files[c.Param("name")]
	if !ok {
		s.answer(notFound)(c)
		return
	}
	c.Header("Cache-Control", "public, max-age=31536000, immutable")
	c.Data(http.StatusOK, f.media, f.body)
}

// favicon answers programs that ask for it by its old name.
func (s *site) favicon(c *gin.Context) {
	c.Redirect(http.StatusFound, s.assets.url("mark.svg"))
}
