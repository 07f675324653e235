package network

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
)

// Keys of Statement.Variables by which an import says more than one value of a
// variable, and about the document. They belong to the import; everything else in
// Variables is a variable of its own.
const (
	StatementType = "statement.type"  // label of its type
	statementID   = "statement.id"    // orders statements of one passage
	kindsKey      = "statement.kinds" // JSON object: boolean, integer or text, by variable
	twinsKey      = "statement.twins" // JSON array of the variables of statements that are the same but for variables
	statementFrom = "statement.start" // offsets that lie outside the text, in the units of the import
	statementTo   = "statement.stop"
	documentID    = "document.id"
	documentTime  = "document.time" // time of day, 15:04:05
	documentKey   = "document."
)

// twinsOf reads the variables of twins; what is no list of them has none.
func twinsOf(variables map[string]string) []map[string]string {
	var twins []map[string]string
	if text := variables[twinsKey]; text != "" && json.Unmarshal([]byte(text), &twins) != nil {
		return nil
	}
	return twins
}

func outside(variables map[string]string) (start, stop int, ok bool) {
	start, err1 := strconv.Atoi(variables[statementFrom])
	stop, err2 := strconv.Atoi(variables[statementTo])
	return start, stop, err1 == nil && err2 == nil
}

// declareKinds finds out what the values of variables are: as the import
// declares or, where it does not, integers when all values are.
func (c *coding) declareKinds() {
	declared, guessed := map[string]string{}, map[string]string{}
	for i := range c.records {
		kinds := c.kindsOf(c.records[i].variables[kindsKey])
		for name, v := range c.records[i].variables {
			if kind, ok := kinds[name]; ok {
				declared[name] = agree(declared[name], kind)
			} else if v != "" {
				guessed[name] = agree(guessed[name], guess(v))
			}
			c.kinds[name] = Text
		}
	}
	maps.Copy(guessed, declared)
	for name, kind := range guessed {
		c.kinds[name] = kindNames[kind]
	}
}

var kindNames = map[string]Kind{Boolean.String(): Boolean, Integer.String(): Integer}

// kindsOf reads a declaration; many statements share one.
func (c *coding) kindsOf(text string) map[string]string {
	if c.declarations == nil {
		c.declarations = map[string]map[string]string{}
	}
	kinds, ok := c.declarations[text]
	if !ok && json.Unmarshal([]byte(text), &kinds) != nil {
		kinds = nil
	}
	c.declarations[text] = kinds
	return kinds
}

// agree is the kind of values of two kinds: a text, unless they are one kind.
func agree(a, b string) string {
	if a == "" || a == b {
		return b
	}
	return Text.String()
}

func guess(v string) string {
	if _, ok := numberOf(Integer, v); ok {
		return Integer.String()
	}
	return Text.String()
}

func (c *coding) names() []string {
	names := slices.Collect(maps.Keys(derived))
	for name := range c.kinds {
		if !slices.Contains(internalKeys, name) {
			names = append(names, name)
		}
	}
	names = append(names, documentNames...)
	slices.Sort(names)
	return slices.Compact(names)
}

var internalKeys = []string{statementID, kindsKey, twinsKey, statementFrom, statementTo}
