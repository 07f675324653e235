package network

// Parameter is one option, for the URL query and for command-line flags alike.
type Parameter struct {
	Name  string
	Many  bool   // may be given several times
	Value string // what stands for the value in a usage line; "" for a switch
	Help  string

	read  func(c *checker, s *Spec, values []string)
	print func(s Spec) []string
}

// Parameters lists the options in the order in which Values and help print
// them.
func Parameters() []Parameter { return parameters }

var parameters = []Parameter{
	choice("network", "what is connected", Modes, func(s *Spec) *Mode { return &s.Network }),
	text("var1", "variable of the rows", func(s *Spec) *string { return &s.Var1 }),
	text("var2", "variable of the columns, or the one that a one-mode network is projected over", func(s *Spec) *string { return &s.Var2 }),
	text("qualifier", "variable that tells support from opposition; empty for none", func(s *Spec) *string { return &s.Qualifier }),
	choice("aggregation", "how levels of the qualifier become one number", Aggregations, func(s *Spec) *Aggregation { return &s.Aggregation }),
	choice("normalization", "what cells are divided by", Normalizations, func(s *Spec) *Normalization { return &s.Normalization }),
	choice("duplicates", "where statements that say the same count once", DuplicateRules, func(s *Spec) *Duplicates { return &s.Duplicates }),
	toggle("isolates", "keep nodes that are left without a statement", func(s *Spec) *bool { return &s.Isolates }),
	choice("time-window", "unit of a moving time window", Units, func(s *Spec) *Unit { return &s.TimeWindow }),
	{Name: "window-size", Value: "N", Help: "length of the time window in its unit; 2 and 3 are the same, 4 and 5, and so on",
		read:  func(c *checker, s *Spec, v []string) { s.WindowSize = c.count("window-size", v[0]) },
		print: func(s Spec) []string { return []string{itoa(s.WindowSize)} }},
	pairs("exclude", "leave out statements with this value", func(s *Spec) *[]Pair { return &s.Excludes }),
	pairs("only", "of this variable, keep only this value and others given with only", func(s *Spec) *[]Pair { return &s.Only }),
	{Name: "from", Value: "TIME", Help: "statements from this day or instant on, such as 2025-10-21 or 2025-10-21T09:30:00",
		read:  func(c *checker, s *Spec, v []string) { s.From = c.instant("from", v[0], false) },
		print: func(s Spec) []string { return nonEmpty(printFrom(s.From)) }},
	{Name: "until", Value: "TIME", Help: "statements until this instant, or until the end of this day",
		read:  func(c *checker, s *Spec, v []string) { s.Until = c.instant("until", v[0], true) },
		print: func(s Spec) []string { return nonEmpty(printUntil(s.Until)) }},
	text("statement-type", "only statements of this type, by its label", func(s *Spec) *string { return &s.StatementType }),
	choice("week", "which weeks duplicates compares", WeekNumberings, func(s *Spec) *Week { return &s.Week }),
	{Name: "compat", Value: compatDNA, Help: "the numbers of Discourse Network Analyzer, faults included",
		read:  func(c *checker, s *Spec, v []string) { oneOf(c, "compat", v[0], []string{compatDNA}); s.Compat = true },
		print: func(s Spec) []string { return when(s.Compat, compatDNA) }},
}

const compatDNA = "dna"

// choice is an option with a closed list of values.
func choice[T ~string](name, help string, terms []T, field func(*Spec) *T) Parameter {
	return Parameter{Name: name, Value: list(terms, "|"), Help: help,
		read:  func(c *checker, s *Spec, v []string) { oneOf(c, name, T(v[0]), terms); *field(s) = T(v[0]) },
		print: func(s Spec) []string { return nonEmpty(string(*field(&s))) }}
}

func text(name, help string, field func(*Spec) *string) Parameter {
	return Parameter{Name: name, Value: "NAME", Help: help,
		read:  func(_ *checker, s *Spec, v []string) { *field(s) = v[0] },
		print: func(s Spec) []string { return []string{*field(&s)} }}
}

func toggle(name, help string, field func(*Spec) *bool) Parameter {
	return Parameter{Name: name, Help: help,
		read:  func(c *checker, s *Spec, v []string) { *field(s) = c.truth(name, v[0]) },
		print: func(s Spec) []string { return when(*field(&s), "true") }}
}

func pairs(name, help string, field func(*Spec) *[]Pair) Parameter {
	return Parameter{Name: name, Many: true, Value: "VAR=VALUE", Help: help,
		read: func(c *checker, s *Spec, v []string) {
			for _, p := range v {
				*field(s) = append(*field(s), c.pair(name, p))
			}
		},
		print: func(s Spec) (printed []string) {
			for _, p := range *field(&s) {
				printed = append(printed, p.String())
			}
			return printed
		}}
}

func nonEmpty(s string) []string { return when(s != "", s) }

func when(is bool, value string) []string {
	if !is {
		return nil
	}
	return []string{value}
}
