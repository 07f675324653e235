package server

import (
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/stancegraph/stancegraph/server/web"
)

// parts are the templates that pages share; every other file is a page.
var parts = []string{"layout.html", "icons.html", "position.html", "evidence.html", "time.html", "begin.html"}

// templates are the pages by name.
type templates map[string]*template.Template

// loadTemplates parses the embedded pages, each with the shared parts. They
// are part of the program: a fault in them panics at the start.
func loadTemplates() templates {
	files, err := fs.Glob(web.Templates, "templates/*.html")
	if err != nil {
		panic(fmt.Sprintf("server: embedded templates: %v", err))
	}
	shared := template.New("layout.html").Funcs(words)
	for _, name := range parts {
		template.Must(shared.ParseFS(web.Templates, "templates/"+name))
	}
	pages := templates{}
	for _, file := range files {
		if name := path.Base(file); !isPart(name) {
			t := template.Must(template.Must(shared.Clone()).ParseFS(web.Templates, file))
			pages[strings.TrimSuffix(name, ".html")] = t
		}
	}
	return pages
}

func isPart(name string) bool {
	for _, p := range parts {
		if p == name {
			return true
		}
	}
	return false
}

func (t templates) render(w io.Writer, name string, f frame) error {
	page, ok := t[name]
	if !ok {
		return fmt.Errorf("server: no template %q", name)
	}
	if err := page.ExecuteTemplate(w, "layout.html", f); err != nil {
		return fmt.Errorf("server: render %s: %w", name, err)
	}
	return nil
}
