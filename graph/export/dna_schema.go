package export

import (
	"crypto/sha256"
	"encoding/base64"
)

// dnaTables are the tables of DNA 3 as its files have them, in the order in
// which they refer to each other.
var dnaTables = []string{
	`CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT NOT NULL)`,
	`CREATE TABLE CODERS(ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL CHECK (LENGTH(Name) < 191), ` + dnaColor(" NOT NULL DEFAULT 0") + `,
		Refresh INTEGER NOT NULL CHECK (Refresh BETWEEN 0 AND 9999) DEFAULT 0, FontSize INTEGER NOT NULL CHECK (FontSize BETWEEN 1 AND 99) DEFAULT 14,
		Password TEXT NOT NULL CHECK (LENGTH(Password) < 191), PopupWidth INTEGER CHECK (PopupWidth BETWEEN 100 AND 9999) DEFAULT 300,
		` + dnaSwitches() + `)`,
	`CREATE TABLE DOCUMENTS(ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL CHECK (LENGTH(Title) < 191), Text TEXT NOT NULL, Coder INTEGER,
		Author TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Author) < 191), Source TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Source) < 191),
		Section TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Section) < 191), Notes TEXT NOT NULL DEFAULT '', Type TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Type) < 191),
		Date INTEGER NOT NULL, FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE)`,
	`CREATE TABLE STATEMENTTYPES(ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL CHECK (LENGTH(Label) < 191), ` + dnaColor(" NOT NULL DEFAULT 0") + `)`,
	`CREATE TABLE VARIABLES(ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL CHECK (LENGTH(Variable) < 191),
		DataType TEXT NOT NULL CHECK (DataType = 'boolean' OR DataType = 'integer' OR DataType = 'long text' OR DataType = 'short text') DEFAULT 'short text',
		StatementTypeId INTEGER, FOREIGN KEY(StatementTypeId) REFERENCES STATEMENTTYPES(ID) ON DELETE CASCADE, UNIQUE (Variable, StatementTypeId))`,
	`CREATE TABLE VARIABLELINKS(ID INTEGER NOT NULL PRIMARY KEY, SourceVariableId INTEGER, TargetVariableId INTEGER, CHECK (TargetVariableId != SourceVariableId),
		FOREIGN KEY(SourceVariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE, FOREIGN KEY(TargetVariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE)`,
	`CREATE TABLE REGEXES(Label TEXT PRIMARY KEY CHECK (LENGTH(Label) < 191), ` + dnaColor(" NOT NULL DEFAULT 0") + `)`,
	`CREATE TABLE CODERRELATIONS(ID INTEGER NOT NULL PRIMARY KEY, Coder INTEGER CHECK(Coder > 0), OtherCoder INTEGER CHECK(OtherCoder > 0),
		viewStatements INTEGER NOT NULL DEFAULT 1 CHECK(viewStatements BETWEEN 0 AND 1), editStatements INTEGER NOT NULL DEFAULT 1 CHECK(editStatements BETWEEN 0 AND 1),
		viewDocuments INTEGER NOT NULL DEFAULT 1 CHECK(viewDocuments BETWEEN 0 AND 1), editDocuments INTEGER NOT NULL DEFAULT 1 CHECK(editDocuments BETWEEN 0 AND 1),
		CHECK (Coder != OtherCoder), FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE, FOREIGN KEY(OtherCoder) REFERENCES CODERS(ID) ON DELETE CASCADE)`,
	`CREATE TABLE STATEMENTS(ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER NOT NULL CHECK(Start >= 0),
		Stop INTEGER NOT NULL CHECK(Stop >= 0), Coder INTEGER, CHECK (Start < Stop), FOREIGN KEY(StatementTypeId) REFERENCES STATEMENTTYPES(ID) ON DELETE CASCADE,
		FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE, FOREIGN KEY(DocumentId) REFERENCES DOCUMENTS(ID) ON DELETE CASCADE)`,
	dnaData("DATABOOLEAN", "Value INTEGER NOT NULL DEFAULT 1", ""),
	dnaData("DATAINTEGER", "Value INTEGER NOT NULL DEFAULT 0", ""),
	`CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Value) < 191), ` + dnaColor("") + `,
		ChildOf INTEGER CHECK(ChildOf > 0), UNIQUE (VariableId, Value), FOREIGN KEY(ChildOf) REFERENCES ENTITIES(ID) ON DELETE CASCADE,
		FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE)`,
	dnaData("DATASHORTTEXT", "Entity INTEGER NOT NULL", "FOREIGN KEY(Entity) REFERENCES ENTITIES(ID) ON DELETE CASCADE, "),
	dnaData("DATALONGTEXT", "Value TEXT DEFAULT ''", ""),
	`CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, AttributeVariable TEXT NOT NULL CHECK (LENGTH(AttributeVariable) < 191),
		UNIQUE(VariableId, AttributeVariable), FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE)`,
	`CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY NOT NULL, EntityId INTEGER NOT NULL, AttributeVariableId INTEGER NOT NULL,
		AttributeValue TEXT NOT NULL DEFAULT '' CHECK (LENGTH(AttributeValue) < 191), UNIQUE (EntityId, AttributeVariableId),
		FOREIGN KEY(EntityId) REFERENCES ENTITIES(ID) ON DELETE CASCADE, FOREIGN KEY(AttributeVariableId) REFERENCES ATTRIBUTEVARIABLES(ID) ON DELETE CASCADE)`,
}

func dnaColor(rule string) string {
	list := ""
	for _, c := range []string{"Red", "Green", "Blue"} {
		list += ", " + c + " INTEGER" + rule + " CHECK (" + c + " BETWEEN 0 AND 255)"
	}
	return list[2:]
}

// dnaSwitches are the settings and permissions of coders that are on or off.
func dnaSwitches() string {
	list := ""
	for _, s := range []struct{ name, value string }{{"ColorByCoder", "0"}, {"PopupDecoration", "0"}, {"PopupAutoComplete", "1"},
		{"PermissionAddDocuments", "1"}, {"PermissionEditDocuments", "1"}, {"PermissionDeleteDocuments", "1"}, {"PermissionImportDocuments", "1"},
		{"PermissionAddStatements", "1"}, {"PermissionEditStatements", "1"}, {"PermissionDeleteStatements", "1"}, {"PermissionEditAttributes", "1"},
		{"PermissionEditRegex", "1"}, {"PermissionEditStatementTypes", "1"}, {"PermissionEditCoders", "1"}, {"PermissionEditCoderRelations", "1"},
		{"PermissionViewOthersDocuments", "1"}, {"PermissionEditOthersDocuments", "1"}, {"PermissionViewOthersStatements", "1"}, {"PermissionEditOthersStatements", "1"}} {
		list += ", " + s.name + " INTEGER NOT NULL CHECK (" + s.name + " BETWEEN 0 AND 1) DEFAULT " + s.value
	}
	return list[2:]
}

func dnaData(name, value, more string) string {
	return `CREATE TABLE ` + name + `(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, ` + value + `,
		FOREIGN KEY(StatementId) REFERENCES STATEMENTS(ID) ON DELETE CASCADE, FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE, ` + more + `UNIQUE (StatementId, VariableId))`
}

// dnaPassword is the password that every coder of an exported file has: DNA
// asks for one. Change it there.
const dnaPassword = "stancegraph"

// dnaHash is a password as DNA keeps it: salted SHA-256, a hundred thousand
// times, as the library jasypt does it. The salt follows from the name of the
// coder: same graph, same bytes.
func dnaHash(password, coder string) string {
	salted := sha256.Sum256([]byte(coder))
	salt := salted[:16]
	sum := sha256.Sum256(append([]byte(string(salt)), password...))
	for range 100_000 - 1 {
		sum = sha256.Sum256(sum[:])
	}
	return base64.StdEncoding.EncodeToString(append([]byte(string(salt)), sum[:]...))
}
