package dna

import "github.com/stancegraph/stancegraph/schema"

// join adds a statement to one that is the same but for its variables. IDs
// derive from content, so that a store would keep one of them.
func (c *converter) join(at int, s *Statement, st schema.Statement) {
	first := &c.out.Statements[at]
	c.twins[at] = append(c.twins[at], st.Variables)
	c.report(statementName(s.ID), "", "", "says the same as statement %s, of the same passage and coder: positions count both once, networks each", first.Variables[statementID])
}

// settle writes the twins of statements into their variables.
func (c *converter) settle() {
	for at, twins := range c.twins {
		c.out.Statements[at].Variables[twinsKey] = packed(twins)
	}
}
