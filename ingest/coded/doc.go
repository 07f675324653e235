// Package coded reads coded statements from tables: CSV, or JSON Lines with
// keys of their own, with a mapping that says which column is which field.
//
// Begin with [ParseMapping] and [Read], which reads a table once and reports
// everything that is wrong with it. [Table.Register] then finds or makes the
// actors and propositions that it names, and [Table.Statements] reads it again
// and yields statements. Only names, sources and counts are held in memory, so
// that the size of a table does not matter.
//
// The evidence of such a statement is a citation, without offsets: the table
// says that somebody took a stance, not in which words.
package coded
