package dna

import (
	"context"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// table is a table of DNA 3 with the columns that are read.
type table struct {
	name    string
	columns []string
	missing bool // files without it are read all the same
}

var (
	settings           = table{name: "SETTINGS", columns: []string{"Property", "Value"}}
	coders             = table{name: "CODERS", columns: []string{"ID", "Name", "Red", "Green", "Blue"}}
	documents          = table{name: "DOCUMENTS", columns: []string{"ID", "Title", "Text", "Coder", "Author", "Source", "Section", "Notes", "Type", "Date"}}
	statementTypes     = table{name: "STATEMENTTYPES", columns: []string{"ID", "Label", "Red", "Green", "Blue"}}
	variables          = table{name: "VARIABLES", columns: []string{"ID", "Variable", "DataType", "StatementTypeId"}}
	entities           = table{name: "ENTITIES", columns: []string{"ID", "VariableId", "Value", "Red", "Green", "Blue", "ChildOf"}}
	statements         = table{name: "STATEMENTS", columns: []string{"ID", "StatementTypeId", "DocumentId", "Start", "Stop", "Coder"}}
	shortTexts         = table{name: "DATASHORTTEXT", columns: []string{"StatementId", "VariableId", "Entity"}}
	longTexts          = table{name: "DATALONGTEXT", columns: []string{"StatementId", "VariableId", "Value"}}
	integers           = table{name: "DATAINTEGER", columns: []string{"StatementId", "VariableId", "Value"}}
	booleans           = table{name: "DATABOOLEAN", columns: []string{"StatementId", "VariableId", "Value"}}
	attributeVariables = table{name: "ATTRIBUTEVARIABLES", columns: []string{"ID", "VariableId", "AttributeVariable"}, missing: true}
	attributeValues    = table{name: "ATTRIBUTEVALUES", columns: []string{"EntityId", "AttributeVariableId", "AttributeValue"}, missing: true}
	coderRelations     = table{name: "CODERRELATIONS", columns: []string{"ID", "Coder", "OtherCoder", "viewStatements", "editStatements", "viewDocuments", "editDocuments"}, missing: true}
	variableLinks      = table{name: "VARIABLELINKS", columns: []string{"ID", "SourceVariableId", "TargetVariableId"}, missing: true}
	regexes            = table{name: "REGEXES", columns: []string{"Label", "Red", "Green", "Blue"}, missing: true}

	allTables = []table{settings, coders, documents, statementTypes, variables, entities, statements, shortTexts, longTexts, integers, booleans,
		attributeVariables, attributeValues, coderRelations, variableLinks, regexes}
)

// found lists the columns of each table in the file, by its name in capitals.
type found map[string][]string

func (f found) has(t table) bool { return f[t.name] != nil }

// inspect lists the tables and columns of a file. Views, virtual tables and
// computed columns are not counted: no DNA file has them, and they could do
// anything.
func (r *reader) inspect(ctx context.Context) (found, error) {
	tables := found{}
	rows, err := r.db.QueryContext(ctx, `SELECT upper(m.name), x.name FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) x
		WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND x.hidden = 0`)
	if err != nil {
		return nil, damaged(ctx, r.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		var name, column string
		if err := rows.Scan(&name, &column); err != nil {
			return nil, damaged(ctx, r.path, err)
		}
		tables[name] = append(tables[name], column)
	}
	return tables, damaged(ctx, r.path, rows.Err())
}

// complete reports tables and columns of DNA 3 that a file lacks.
func (r *reader) complete() error {
	var lacking []string
	for _, t := range allTables {
		switch {
		case !r.tables.has(t) && !t.missing:
			lacking = append(lacking, "table "+t.name)
		case r.tables.has(t):
			for _, c := range t.columns {
				if !slices.ContainsFunc(r.tables[t.name], func(has string) bool { return strings.EqualFold(has, c) }) {
					lacking = append(lacking, "column "+c+" of "+t.name)
				}
			}
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	return schema.Errorf(schema.KindInput, "open and save the file in DNA 3, then import it",
		"%s is not a complete file of DNA 3: no %s", r.path, strings.Join(lacking, ", no "))
}
