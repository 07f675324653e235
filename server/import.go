package server

import (
	"net/http"
	"path/filepath"

	"github.com/stancegraph/stancegraph/schema"
)

// importAnswer says what was brought in.
type importAnswer struct {
	Said  string `json:"said"`
	Table string `json:"table,omitempty"` // its ID: the columns have to be named at /import/ID
}

// importFile brings in a file of coded statements, and leads to the data.
func (s *site) importFile(r *request) (*page, error) {
	file, head, err := r.FormFile("file")
	if err == nil && head.Size == 0 {
		err = http.ErrMissingFile
	}
	var done Imported
	if err == nil {
		defer file.Close()
		done, err = s.Desk.Import(r.Context(), filepath.Base(head.Filename), file)
	} else {
		err = schema.Errorf(schema.KindInput, "choose a file that stancegraph export, or Discourse Network Analyzer, has written, or a table", "no file was chosen")
	}
	if err != nil {
		return nil, &formError{err, s.addForm(r, addPage{Problem: tell(err)})}
	}
	goTo := links{}.Data()
	if done.Table != "" {
		goTo = links{}.Table(done.Table)
	}
	return &page{title: "Imported", goTo: goTo, data: importAnswer(done)}, nil
}

// loadDemonstration puts the demonstration into an empty graph.
func (s *site) loadDemonstration(r *request) (*page, error) {
	if len(r.snap.Statements)+len(r.snap.Sources) > 0 {
		return nil, schema.Errorf(schema.KindUsage, "look at it with stancegraph demo", "the graph is not empty: the demonstration is not mixed into it")
	}
	if err := s.Desk.Demo(r.Context()); err != nil {
		return nil, err
	}
	return &page{title: "The demonstration", goTo: links{}.Matrix("", ""), data: importAnswer{Said: "the demonstration"}}, nil
}
