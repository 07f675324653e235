package dna

import (
	"context"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// settle reads the version and refuses files of another than 3. Version 2 has
// other tables under the same names, so it is tried before anything else.
func (r *reader) settle(ctx context.Context) error {
	if !r.tables.has(settings) {
		return schema.Errorf(schema.KindInput, "give a file that DNA 3 saved",
			"%s is an SQLite database, but none of DNA: it has no table SETTINGS", r.path)
	}
	err := r.each(ctx, settings, func(row row) {
		switch row.text("Property") {
		case "version":
			r.file.Version = row.text("Value")
		case "date":
			r.file.Date = row.text("Value")
		}
	})
	if err != nil {
		return err
	}
	return r.supported()
}

func (r *reader) supported() error {
	version := r.file.Version
	major, _, _ := strings.Cut(version, ".")
	switch {
	case major == "3":
		return nil
	case strings.HasPrefix(version, "2"):
		return schema.Errorf(schema.KindInput,
			"make a new database in DNA 3, bring this file in with the importer in its Documents menu, and import the new database",
			"%s is a file of DNA 2 (version %s): expected one of DNA 3", r.path, version)
	case version == "":
		return schema.Errorf(schema.KindInput, "give a file that DNA 3 saved",
			"%s is an SQLite database, but none of DNA: its SETTINGS have no version", r.path)
	}
	return schema.Errorf(schema.KindInput, "give a file that DNA 3 saved",
		"%s is of version %s: expected a file of DNA 3", r.path, version)
}
