package explore

import (
	"embed"
	"path"
	"strings"
)

// Example is a query on the demonstration corpus that shows one thing. Its
// text is whole, with the title and the sentence as comments on top.
type Example struct {
	Name     string   `json:"name"` // "who-rejects"
	Title    string   `json:"title"`
	About    string   `json:"about"` // a sentence
	Language Language `json:"language"`
	Text     string   `json:"text"`
}

//go:embed examples
var exampleFiles embed.FS

// Examples are all worked examples, in the order of a tour. A test runs them on
// the demonstration corpus.
func Examples() []Example {
	entries, err := exampleFiles.ReadDir("examples")
	if err != nil {
		panic("explore: " + err.Error()) // the folder is embedded
	}
	var all []Example
	for _, e := range entries {
		text, err := exampleFiles.ReadFile(path.Join("examples", e.Name()))
		if err != nil {
			panic("explore: " + err.Error())
		}
		all = append(all, readExample(e.Name(), string(text)))
	}
	return all
}

// readExample reads "07-who-rejects.gizmo": the first line is a comment with
// the title, the second one with a sentence.
func readExample(file, text string) Example {
	_, name, _ := strings.Cut(strings.TrimSuffix(file, path.Ext(file)), "-")
	title, rest, _ := strings.Cut(text, "\n")
	return Example{
		Name: name, Title: strings.TrimLeft(title, "/# "), About: strings.TrimLeft(firstLine(rest), "/# "),
		Language: LanguageOf(file), Text: text,
	}
}

// LanguageOf is the language of a file by its name: GraphQL for .graphql and
// .gql, else Gizmo.
func LanguageOf(file string) Language {
	switch path.Ext(file) {
	case ".graphql", ".gql":
		return GraphQL
	}
	return Gizmo
}
