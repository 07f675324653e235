package network

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// fit looks whether the options fit each other. What does not is an error of
// kind usage; compat does as DNA does, which takes another option and warns.
func (s Spec) fit() (Spec, []string, error) {
	if s.Var1 == s.Var2 {
		return s, nil, schema.Errorf(schema.KindUsage, "name another variable with var1 or var2",
			"var1 and var2 are both %q", s.Var1)
	}
	var misfits []misfit
	for _, rule := range fitRules {
		if rule.breaks(s) {
			misfits = append(misfits, rule)
			rule.mend(&s)
		}
	}
	if len(misfits) == 0 {
		return s, nil, nil
	}
	if !s.Compat {
		return s, nil, refuse(misfits)
	}
	warnings := make([]string, len(misfits))
	for i, m := range misfits {
		warnings[i] = m.what + ": " + m.instead
	}
	return s, warnings, nil
}

func refuse(misfits []misfit) error {
	var what, hints []string
	for _, m := range misfits {
		what, hints = append(what, m.what), append(hints, m.hint)
	}
	return &schema.Error{Kind: schema.KindUsage, Message: strings.Join(what, "; "), Hint: strings.Join(hints, "; ")}
}

// misfit is two options that do not go together.
type misfit struct {
	breaks  func(Spec) bool
	what    string
	hint    string
	instead string // what DNA does
	mend    func(*Spec)
}

var fitRules = []misfit{
	{func(s Spec) bool { return s.Qualifier != "" && (s.Qualifier == s.Var1 || s.Qualifier == s.Var2) },
		"the qualifier is var1 or var2", "name another variable with qualifier, or none", "no qualifier is used",
		func(s *Spec) { s.Qualifier = "" }},
	{func(s Spec) bool { return s.Aggregation == Combine && s.Network != TwoMode },
		"aggregation combine is for two-mode networks", "use ignore, congruence, conflict or subtract", "ignore is used",
		func(s *Spec) { s.Aggregation = Ignore }},
	{func(s Spec) bool {
		return (s.Aggregation == Congruence || s.Aggregation == Conflict) && s.Network != OneMode
	},
		"aggregations congruence and conflict are for one-mode networks", "use ignore, combine or subtract, or the network onemode", "ignore is used",
		func(s *Spec) { s.Aggregation = Ignore }},
	{func(s Spec) bool { return s.Aggregation != Ignore && s.Qualifier == "" },
		"this aggregation needs a qualifier", "name a variable with qualifier, or use the aggregation ignore", "ignore is used",
		func(s *Spec) { s.Aggregation = Ignore }},
	{func(s Spec) bool {
		return (s.Normalization == Activity || s.Normalization == Prominence) && s.Network != TwoMode
	},
		"normalizations activity and prominence are for two-mode networks", "use no, average, jaccard or cosine", "no is used",
		func(s *Spec) { s.Normalization = No }},
	{func(s Spec) bool {
		n := s.Normalization
		return (n == Average || n == Jaccard || n == Cosine || n == CosineFixed) && s.Network != OneMode
	},
		"normalizations average, jaccard and cosine are for one-mode networks", "use no, activity or prominence", "no is used",
		func(s *Spec) { s.Normalization = No }},
	{func(s Spec) bool { return s.Network == EventList && s.TimeWindow != WindowNo },
		"an event list has no time window", "leave time-window out, or use from and until", "no window is used",
		func(s *Spec) { s.TimeWindow = WindowNo }},
}
