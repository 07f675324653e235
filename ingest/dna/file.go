package dna

import "github.com/stancegraph/stancegraph/schema"

// File is what a DNA file holds, table by table, ordered by ID. References
// between tables hold.
type File struct {
	Path    string
	Version string // of DNA that made the file, such as 3.0.7
	Date    string // of that version

	Coders             []Coder
	CoderRelations     []CoderRelation
	Documents          []Document
	Types              []StatementType
	VariableLinks      []VariableLink
	Entities           []Entity
	AttributeVariables []AttributeVariable
	Statements         []Statement
	Regexes            []Regex

	Warnings schema.Problems // rows that refer to nothing and are left out, as DNA leaves them out
}

// Color is red, green and blue, from 0 to 255.
type Color struct{ Red, Green, Blue int64 }

// Coder is a person who codes. Passwords are not read.
type Coder struct {
	ID      int64
	Name    string
	Color   Color
	Options map[string]int64 // permissions and settings, by column
}

// CoderRelation is what a coder may do with another's work.
type CoderRelation struct {
	ID, Coder, OtherCoder          int64
	ViewStatements, EditStatements bool
	ViewDocuments, EditDocuments   bool
}

// Document is a text and what is known about it.
type Document struct {
	ID                             int64
	Title, Text                    string
	Coder                          int64
	Author, Source, Section, Notes string
	Type                           string
	Date                           int64 // wall-clock time as seconds since 1970-01-01 00:00, without a zone
}

// StatementType is what can be coded: a form with variables.
type StatementType struct {
	ID        int64
	Label     string
	Color     Color
	Variables []Variable
}

// DataType says what the values of a variable are.
type DataType string

// The data types, as the file spells them.
const (
	ShortText DataType = "short text" // a value that recurs, an entity
	LongText  DataType = "long text"
	Integer   DataType = "integer"
	Boolean   DataType = "boolean"
)

// Variable is a field of a statement type.
type Variable struct {
	ID       int64
	Name     string
	DataType DataType
}

// VariableLink is a relation of two variables, which DNA has no use for yet.
type VariableLink struct{ ID, Source, Target int64 }

// Entity is a value of a short-text variable: a person, an organisation, a
// concept. The value "" means "not coded".
type Entity struct {
	ID         int64
	Variable   int64
	Value      string
	Color      Color
	ChildOf    int64       // 0: of none
	Attributes []Attribute // by attribute variable
}

// AttributeVariable is a property that all entities of a variable have.
type AttributeVariable struct {
	ID       int64
	Variable int64
	Name     string
}

// Attribute is one property of an entity.
type Attribute struct {
	Variable int64 // ID of the attribute variable
	Name     string
	Value    string
}

// Statement is one coded passage of a document.
type Statement struct {
	ID       int64
	Type     int64
	Document int64
	Start    int64 // UTF-16 code units, inclusive
	Stop     int64 // exclusive
	Coder    int64
	Values   []Value // by variable; at most one for each
}

// Value is what a statement has for a variable: an entity, a text or a number,
// as the data type of the variable says.
type Value struct {
	Variable int64
	Entity   int64  // of a short text
	Text     string // of a short or long text
	Number   int64  // of an integer or boolean
}

// Regex is a pattern that DNA highlights in texts.
type Regex struct {
	Label string
	Color Color
}
