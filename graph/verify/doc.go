// Package verify checks what left the program against the sources: exported
// tables cell by cell, exported statements record by record, offline.
//
// Begin with [Table], [StatementsCSV] or [Check]. They report problems that name
// the line or the record, the field, what stands there and what was expected;
// none means that every number leads back to the sentence it claims. A statement
// holds when the source's text has the hash it names, the quotation stands at its
// offsets, the ID is the one that its content derives, and the store has the same
// record. A cell holds when the rule, applied again, gives what it says.
package verify
