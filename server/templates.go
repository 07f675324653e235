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

// templates are the pages by name.
type templates map[string]*template.Template

// loadTemplates parses the embedded pages, each with the shared parts. They
// are part of the program: a fault in them panics at the start.
func loadTemplates() templates {
	shared := template.Must(template.New("layout.html").Funcs(words).ParseFS(web.Templates, "templates/parts/*.html"))
	files, err := fs.Glob(web.Templates, "templates/*.html")
	if err != nil {
		panic(fmt.Sprintf("server: embedded templates: %v", err))
	}
	pages := templates{}
	for _, file := range files {
		t := template.Must(template.Must(shared.Clone()).ParseFS(web.Templates, file))
		pages[strings.TrimSuffix(path.Base(file), ".html")] = t
	}
	return pages
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
