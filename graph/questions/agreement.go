package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// AgreementReport is how far two coders agree.
type AgreementReport struct {
	Left    string `json:"left"`
	Right   string `json:"right"`
	Sources Coded  `json:"sources"` // with at least one of their statements
	Agreed
	Issues      []IssueAgreement `json:"issues"`      // in the order of the codebook; a unit counts in each of its issues
	Differences []Difference     `json:"differences"` // common units with two stances, in the order of actors
}

// IssueAgreement is the same on the propositions of one issue.
type IssueAgreement struct {
	Issue string `json:"issue"`
	Label string `json:"label"`
	Agreed
}

// Agreed is agreement on what was coded at all and, of the common units, on
// stance: the share of one stance, Cohen's kappa, and Krippendorff's alpha for
// nominal and ordinal data.
type Agreed struct {
	Units     Coded       `json:"units"`
	Same      Coefficient `json:"same"` // share of the common units with one stance
	Kappa     Coefficient `json:"kappa"`
	Nominal   Coefficient `json:"nominal"`
	Ordinal   Coefficient `json:"ordinal"`
	Confusion Confusion   `json:"confusion"`
}

// Coded counts what both coded, and what only one did.
type Coded struct {
	Common    int     `json:"common"`
	OnlyLeft  int     `json:"only_left"`
	OnlyRight int     `json:"only_right"`
	Share     float64 `json:"share"` // 2*common of all codings of both (Dice's coefficient); 0 where there are none
}

// Difference is one unit that the coders gave two stances.
type Difference struct {
	Left  Passage `json:"left"`
	Right Passage `json:"right"`
}

// Agreement compares two coders, named with or without a version. The package
// comment says what a unit is and which codings take part.
//
// Errors are of kind usage for a bad filter, for coders that do not exist and
// for one coder given twice.
func Agreement(s *ledger.Snapshot, f Filter, left, right string) (AgreementReport, error) {
	left, right, err := twoCoders(s, f, left, right)
	if err != nil {
		return AgreementReport{}, err
	}
	return agreement(s, f, left, right, codings(s, f, left), codings(s, f, right)), nil
}

// twoCoders are the coders that are named, and two of them.
func twoCoders(s *ledger.Snapshot, f Filter, left, right string) (string, string, error) {
	if err := f.Check(); err != nil {
		return "", "", err
	}
	r := &reader{s: s, name: "coder"}
	left, right = r.coder(left), r.coder(right)
	if err := r.err(); err != nil {
		return "", "", err
	}
	if left == right {
		return "", "", schema.Errorf(schema.KindUsage, "give two coders", "coder %s cannot be compared with itself", left)
	}
	return left, right, nil
}

// Agreements compares all pairs of the coders that the filter names, or of all
// coders where it names none, each with its version. Errors are those of
// Filter.Check.
func Agreements(s *ledger.Snapshot, f Filter) ([]AgreementReport, error) {
	if err := f.Check(); err != nil {
		return nil, err
	}
	coders := s.Coders()
	if len(f.Coders) > 0 {
		coders = slices.Compact(slices.Sorted(slices.Values(f.Coders)))
	}
	of := make([][]*schema.Statement, len(coders))
	for i, coder := range coders {
		of[i] = codings(s, f, coder)
	}
	list := []AgreementReport{}
	for i := range coders {
		for j := i + 1; j < len(coders); j++ {
			list = append(list, agreement(s, f, coders[i], coders[j], of[i], of[j]))
		}
	}
	return list, nil
}

// codings are the statements that a coder made and did not replace itself:
// what others rejected or revised is how it was coded, too.
func codings(s *ledger.Snapshot, f Filter, coder string) []*schema.Statement {
	f.Coders = nil
	own := codedBy(s, coder)
	return slices.DeleteFunc(Select(own, f), func(st *schema.Statement) bool {
		standing := own.Standing(st)
		return standing != ledger.Stands && standing != ledger.Rejected
	})
}

func agreement(s *ledger.Snapshot, f Filter, left, right string, l, r []*schema.Statement) AgreementReport {
	report := AgreementReport{Left: left, Right: right, Sources: sourcesOf(l, r), Issues: []IssueAgreement{}, Differences: []Difference{}}
	units := unitsOf(l, r)
	report.Agreed = agreed(units)
	for _, issue := range issueColumns(s) {
		on := slices.DeleteFunc(slices.Clone(units), func(u unit) bool { return !slices.Contains(issuesOf(s.Codebook, u.either()), issue.ID) })
		if len(on) > 0 && allowed(f.Issues, f.Not.Issues, issue.ID) {
			report.Issues = append(report.Issues, IssueAgreement{issue.ID, issue.Label, agreed(on)})
		}
	}
	for _, u := range units {
		if u.common() && u.left.Stance != u.right.Stance {
			report.Differences = append(report.Differences, Difference{
				passageOf(s, f, voice{Statement: u.left}), passageOf(s, f, voice{Statement: u.right})})
		}
	}
	return report
}
