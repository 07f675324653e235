package network

import "time"

// Spec says which network is asked for. Defaults is the place to begin: the
// zero value names no variables. ParseSpec and Values are the codec.
type Spec struct {
	Network       Mode
	Var1          string // rows
	Var2          string // columns, or what a one-mode network is projected over
	Qualifier     string // "": none
	Aggregation   Aggregation
	Normalization Normalization
	Duplicates    Duplicates
	Isolates      bool      // keep nodes that filters or duplicates left without a statement
	TimeWindow    Unit      // WindowNo: one network
	WindowSize    int       // in units, at least 1; without a window it says nothing
	From          time.Time // wall-clock time held in UTC, inclusive; zero: open
	Until         time.Time // inclusive; zero: open
	Excludes      []Pair    // statements with one of these values are left out
	Only          []Pair    // of each variable named here, only these values are kept
	StatementType string    // label of the only type wanted; "": all
	Week          Week      // which weeks Duplicates compares
	Compat        bool      // DNA's numbers, faults included
}

// Pair is a variable and one of its values.
type Pair struct{ Variable, Value string }

func (p Pair) String() string { return p.Variable + "=" + p.Value }

// Mode is what a network connects.
type Mode string

// The modes.
const (
	TwoMode   Mode = "twomode"   // values of variable 1 with values of variable 2
	OneMode   Mode = "onemode"   // values of variable 1 with each other
	EventList Mode = "eventlist" // no network: the statements that would make it
)

// Modes lists the valid modes.
var Modes = []Mode{TwoMode, OneMode, EventList}

// Aggregation is how levels of the qualifier become one number.
type Aggregation string

// The aggregations.
const (
	Ignore     Aggregation = "ignore"     // count, whatever the level
	Combine    Aggregation = "combine"    // two-mode: a code for the levels that occur
	Subtract   Aggregation = "subtract"   // positive less negative, congruence less conflict
	Congruence Aggregation = "congruence" // one-mode: agreement on columns
	Conflict   Aggregation = "conflict"   // one-mode: disagreement on columns
)

// Aggregations lists the valid aggregations.
var Aggregations = []Aggregation{Ignore, Combine, Subtract, Congruence, Conflict}

// Normalization is what cells are divided by.
type Normalization string

// The normalizations.
const (
	No          Normalization = "no"
	Activity    Normalization = "activity"     // two-mode: statements of the row
	Prominence  Normalization = "prominence"   // two-mode: statements of the column
	Average     Normalization = "average"      // one-mode: mean activity of the two
	Jaccard     Normalization = "jaccard"      // one-mode: what either said
	Cosine      Normalization = "cosine"       // one-mode: lengths of the vectors; compat: product of activities
	CosineFixed Normalization = "cosine_fixed" // one-mode: lengths of the vectors, also with compat
)

// Normalizations lists the valid normalizations.
var Normalizations = []Normalization{No, Activity, Prominence, Average, Jaccard, Cosine, CosineFixed}

// Duplicates is when two statements that say the same count once.
type Duplicates string

// The duplicate rules.
const (
	Include     Duplicates = "include"     // never
	Document    Duplicates = "document"    // in one document
	PerWeek     Duplicates = "week"        // in one week; compat: in weeks of one number, in any year
	PerMonth    Duplicates = "month"       // in one month; compat: in months of one name, in any year
	PerYear     Duplicates = "year"        // in one year
	AcrossRange Duplicates = "acrossrange" // anywhere in the range
	WeekFixed   Duplicates = "week_fixed"  // in one week, also with compat
	MonthFixed  Duplicates = "month_fixed" // in one month, also with compat
)

// DuplicateRules lists the valid duplicate rules.
var DuplicateRules = []Duplicates{Include, Document, PerWeek, PerMonth, PerYear, AcrossRange, WeekFixed, MonthFixed}

// Unit is the unit of a time window.
type Unit string

// The units.
const (
	WindowNo Unit = "no"
	Seconds  Unit = "seconds"
	Minutes  Unit = "minutes"
	Hours    Unit = "hours"
	Days     Unit = "days"
	Weeks    Unit = "weeks"
	Months   Unit = "months"
	Years    Unit = "years"
)

// Units lists the valid units.
var Units = []Unit{WindowNo, Seconds, Minutes, Hours, Days, Weeks, Months, Years}

// Week is how weeks are numbered. DNA takes the numbering of the machine it
// runs on.
type Week string

// The weeks.
const (
	WeekISO Week = "iso" // Monday first; week 1 has four days of the year
	WeekUS  Week = "us"  // Sunday first; week 1 has 1 January
)

// WeekNumberings lists the valid weeks.
var WeekNumberings = []Week{WeekISO, WeekUS}

// Defaults is what a name that is not given means: the defaults of DNA.
func Defaults() Spec {
	return Spec{
		Network: TwoMode, Var1: "organization", Var2: "concept", Qualifier: "agreement", Aggregation: Ignore,
		Normalization: No, Duplicates: Include, TimeWindow: WindowNo, WindowSize: 100, Week: WeekISO,
	}
}
