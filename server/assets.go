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
	"regexp"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/server/web"
)

// The parts of the style sheet stand in the order of the cascade: what every
// rule builds on, the topics by name, and last what narrow screens and paper
// change. They are served as one file.
var (
	firstStyles = []string{"tokens.css", "base.css", "layout.css"}
	lastStyles  = []string{"narrow.css", "print.css"}
)

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
	a.add("app.css", styleSheet())
	a.add("mark.svg", readStatic("mark.svg"))
	for _, name := range staticNames("js") {
		a.addModule(name, nil)
	}
	return a
}

func styleSheet() []byte {
	topics := slices.DeleteFunc(staticNames("css"), func(name string) bool {
		return slices.Contains(firstStyles, name) || slices.Contains(lastStyles, name)
	})
	var b bytes.Buffer
	for _, name := range slices.Concat(firstStyles, topics) {
		b.Write(readStatic("css/" + name))
	}
	b.WriteString(picture.StyleSheet())
	for _, name := range lastStyles {
		b.Write(readStatic("css/" + name))
	}
	return b.Bytes()
}

// staticNames are the files of a folder of static, by name.
func staticNames(folder string) []string {
	entries, err := fs.ReadDir(web.Static, "static/"+folder)
	if err != nil {
		panic(fmt.Sprintf("server: embedded folder: %v", err))
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func readStatic(name string) []byte {
	body, err := fs.ReadFile(web.Static, "static/"+name)
	if err != nil {
		panic(fmt.Sprintf("server: embedded file: %v", err))
	}
	return body
}

// imports matches the module that a line of a script imports.
var imports = regexp.MustCompile(`(?m)^(import .*?")\./([a-z-]+\.js)(";)$`)

// addModule adds a script. What it imports comes first and is then imported by
// its checksummed name: a change in a module changes the address of everything
// that builds on it, and no browser joins an old module to a new one.
func (a assets) addModule(name string, within []string) {
	if _, done := a.names[name]; done {
		return
	}
	if slices.Contains(within, name) {
		panic("server: scripts import each other in a circle: " + strings.Join(append(within, name), ", "))
	}
	body := readStatic("js/" + name)
	for _, m := range imports.FindAllSubmatch(body, -1) {
		a.addModule(string(m[2]), append(slices.Clone(within), name))
	}
	a.add(name, imports.ReplaceAllFunc(body, func(line []byte) []byte {
		m := imports.FindSubmatch(line)
		return slices.Concat(m[1], []byte("./"+a.names[string(m[2])]), m[3])
	}))
}

func (a assets) add(name string, body []byte) {
	sum := sha256.Sum256(body)
	ext := path.Ext(name)
	hashed := strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:6]) + ext
	a.files[hashed] = asset{body: body, media: mediaTypeOf(ext)}
	a.names[name] = hashed
}

// modules are the addresses of everything that a script imports, itself left
// out, so that a page can ask for all of it at once.
func (a assets) modules(name string) []string {
	var list []string
	for _, m := range imports.FindAllSubmatch(readStatic("js/"+name), -1) {
		list = append(append(list, a.url(string(m[2]))), a.modules(string(m[2]))...)
	}
	slices.Sort(list)
	return slices.Compact(list)
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
