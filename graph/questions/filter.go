package questions

import "github.com/stancegraph/stancegraph/schema"

// Filter says which statements a question is about. The zero value is
// everything that counts by default. The same names serve the command-line
// flags, the URL query and JSON; ParseFilter and Filter.Values are the codec.
type Filter struct {
	Actors        []string    // speaker, by ID
	Groups        []string    // speaker belongs to or speaks for one of these on the statement's date
	Issues        []string    // proposition belongs to one of these
	Propositions  []string    // by ID
	Sources       []string    // source ID or file name
	Outlets       []string    // as the source prints it
	Coders        []string    // name, with or without version
	Modes         []string    // quote, indirect, document, action, narrative
	Statuses      []string    // empty: accepted and proposed
	Stances       []string    // 1, 0.5, 0, -0.5, -1
	Acts          []string    // demand, offer, accept, reject, support, oppose, threaten, warn, report
	Years         []string    // of the last day that the date may mean, four digits; or "undated"
	Not           Exclusion   // what must not be so
	MinConfidence float64     // 0 to 1
	From          *schema.Day // nil: no bound; else latest day >= From
	Until         *schema.Day // nil: no bound; else earliest day <= Until
	AsOf          *schema.Day // nil: the last statement date in the graph, never today
	KnownBy       *schema.Day // nil: no bound; else published by then
	MinStatements int         // cells with fewer counted statements are left out
	Independent   bool        // reports of one utterance count once
	Certain       bool        // dates=certain: leave out what may be later than AsOf
	Rule          string      // "" is RuleLatest
	HalfLife      int         // days, for RuleDecay; 0 is DefaultHalfLife
	Stale         int         // days; 0: nothing is called stale
}

// timeless is the filter without what says how and as of when statements make a
// position: what is left describes statements.
func (f Filter) timeless() Filter {
	f.AsOf, f.Certain, f.MinStatements, f.Independent, f.Rule, f.HalfLife, f.Stale = nil, false, 0, false, "", 0, 0
	return f
}

// Exclusion is what a filter keeps out: a statement of any of these does not
// pass, whatever else lets it through. Each list means what the list of this
// name means in a Filter.
type Exclusion struct {
	Actors, Groups, Issues, Propositions, Sources, Outlets, Coders, Modes, Statuses, Stances, Acts, Years []string
}
