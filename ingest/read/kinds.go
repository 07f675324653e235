package read

import (
	"path/filepath"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// kind is what a file holds, by the end of its name.
type kind uint8

const (
	unknown kind = iota
	plain
	markdown
	webPage
	pdfFile
	feed       // many articles in one file
	zipArchive // many files in one file
	tarArchive
)

// endings are the names of files that are read.
var endings = map[string]kind{
	".txt": plain, ".md": markdown, ".markdown": markdown,
	".html": webPage, ".htm": webPage, ".xhtml": webPage, ".pdf": pdfFile,
	".rss": feed, ".atom": feed, ".xml": feed,
	".zip": zipArchive, ".tar": tarArchive, ".tgz": tarArchive, ".tar.gz": tarArchive,
}

func kindOf(name string) kind {
	name = strings.ToLower(name)
	if strings.HasSuffix(name, ".tar.gz") {
		return tarArchive
	}
	return endings[filepath.Ext(name)]
}

func (k kind) isArchive() bool { return k == zipArchive || k == tarArchive }

// readable reports whether the name ends like a file this package reads.
func readable(name string) bool { return kindOf(name) != unknown }

// Kinds says in words what can be read.
const Kinds = "text (.txt), Markdown (.md), HTML (.html), PDF (.pdf), feeds (.rss, .atom, .xml), archives of these (.zip, .tar, .tar.gz)"

func errUnreadable(name string) error {
	return schema.Errorf(schema.KindInput, "save the article as one of: "+Kinds, "%s: files of type %q are not read", name, filepath.Ext(name))
}
