// Package seeds carries the demonstration corpus of Stancegraph inside the program.
//
// Call [Demo] for a file system that holds a codebook, the sources and their
// coded statements. The data is read-only and the same in every build; this
// package holds no logic beyond handing it out.
package seeds

import (
	"embed"
	"io/fs"
)

//go:embed ukraine-peace-2025
var files embed.FS

// demoFolder is the folder of the demonstration corpus, named after its codebook.
const demoFolder = "ukraine-peace-2025"

// Demo returns the demonstration corpus on the negotiations to end the
// Russia-Ukraine war, March to December 2025. At its root are
//
//	codebook.yaml     issues, propositions with their cues, and actors
//	sources/*.md      five digests: YAML front matter, then the text that offsets refer to
//	statements.jsonl  the digests coded by hand, one statement a line
//	README.md         how the corpus was made, and its licence
func Demo() fs.FS {
	demo, err := fs.Sub(files, demoFolder)
	if err != nil {
		panic("seeds: " + err.Error()) // only an invalid folder name, fixed at compile time
	}
	return demo
}
