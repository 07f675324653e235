package server

import "github.com/stancegraph/stancegraph/schema"

// guide is a page of the help: what the numbers of some pages mean.
type guide struct {
	Title    string         `json:"title"`
	Lede     string         `json:"lede"`
	Sections []guideSection `json:"sections"`
}

type guideSection struct {
	ID    string      `json:"id"`
	Head  string      `json:"head"`
	Text  []string    `json:"text"`
	Terms []guideTerm `json:"terms"`
}

type guideTerm struct {
	Term  string `json:"term"`
	Means string `json:"means"`
}

// guides are the pages of the help beside that of positions, by the last part
// of their address. They say in short what graph/questions and graph/network
// document at length.
var guides = map[string]guide{
	"changes": {"Changes, comparisons and conflicts", "How the pages under Changes tell a change of position from a change of coding, and a contradiction from both.", []guideSection{
		{"shifts", "Shifts", []string{
			"The counted statements with a date are put in the order of the rule “latest”. The position after each date is compared with the one before it. They differ when their bands differ, or when a condition came or went.",
			"A mixed position has no value and is passed over; it is a conflict. A date on which only passages of an earlier one were coded again is a change of coding and no shift. A shift is possible where the order of the two dates is not certain.",
		}, []guideTerm{
			{"new", "there was no position before"}, {"reversed", "held before and rejected now, or the other way round"}, {"conditioned", "the same side, not stronger, and now on a condition"},
			{"unconditioned", "the same side, not weaker, and no longer on a condition"}, {"softened", "nearer to undecided"}, {"hardened", "farther from undecided"},
			{"reaffirmed", "said again; listed only on request"}, {"silent", "nothing was said for longer than the stale limit; only where that is given"},
		}},
		{"compare", "Comparisons", []string{
			"Two dates are compared cell by cell. Two groups, actors, outlets or coders have no before and after: a cell is the same, differs, or is on one side only. No difference between coders is called a change of position.",
		}, []guideTerm{
			{"new, gone", "only the later, or only the earlier date has a position"}, {"moved", "both have one and they differ; how is the kind of shift"}, {"unchanged", "both have one and they do not differ"},
			{"recoded", "they differ only because a passage was coded again"},
		}},
		{"conflicts", "Conflicts", []string{
			"Two counted statements on one proposition, one in support and one in opposition, with no more days between them than the window. Each pair is listed once, under the first kind that fits. Two codings of one passage by different coders are no conflict.",
		}, []guideTerm{
			{"text and table", "one source says both, once in its own voice"}, {"one report", "one source says both otherwise"}, {"two reports", "two sources report one actor differently"},
			{"signatory", "somebody signed one of them, and made or signed the other"}, {"two speakers", "two actors who are heard for one group"},
		}},
		{"sensitivity", "Sensitivity", []string{
			"Which cells get another band when one class of evidence is dropped: statements in the source’s own voice; those of or through somebody unnamed; those that nobody has reviewed. One class at a time.",
		}, []guideTerm{}},
	}},
	"views": {"Links, saved views and pictures elsewhere", "A view is its address: it can be sent, kept and cited, and shows the same to everybody.", []guideSection{
		{"links", "Links", []string{"“Copy the link” in the foot of a page gives the address with every parameter and the version of the data. The short link leaves out what is so by default, and so follows the data: without a date in it, it shows the last one there is."}, []guideTerm{}},
		{"saved", "Saved views", []string{
			"“Save this view” in the foot, or the key s, gives the short link a name. The names are found in the jump box (key /) and in the list of saved views (key v), where they can be changed, removed and copied as text.",
			"They are kept in this browser alone, on this machine: nobody else sees them, the server does not know them, and they go when the data of the site are cleared. Where scripts are off, or to have a view on another machine, a bookmark does the same.",
		}, []guideTerm{}},
		{"embed", "Pictures on other sites", []string{
			"Where a view has a picture, “Export” in its foot gives markup that shows it on another site and leads back to the view. A pinned picture is a file that was downloaded and is hosted by whoever shows it: it names the version of its data and does not change. A live one is drawn by the server for whoever looks, from the data that there are then; it is offered only where everybody may read the server, since no other site can show its pictures otherwise.",
		}, []guideTerm{}},
	}},
	"networks": {"How networks are counted", "The definitions are those of discourse network analysis: P. Leifeld, Discourse Network Analysis: Policy Debates as Dynamic Networks, 2017, and the program Discourse Network Analyzer 3. With compat=dna the numbers are the program’s own, faults included.", []guideSection{
		{"two-mode", "Actors and propositions", []string{"A tie is the statements of an actor on a proposition: all of them (ignore), or the sum of their stances (subtract). Activity divides by all statements of the actor, prominence by all on the proposition."}, []guideTerm{}},
		{"one-mode", "Actors among themselves", []string{"Two actors are compared over the propositions on which both took a stance: every statement of the one with every statement of the other. Stances that are as far apart as can be have the distance 1."}, []guideTerm{
			{"congruence", "each pair counts 1 less the distance of its stances"}, {"conflict", "each pair counts the distance of its stances"}, {"subtract", "congruence less conflict"},
		}},
		{"normalization", "Normalization", []string{"Who speaks often has strong ties. Average divides a tie by the mean of the statements of the two; Jaccard by what either said, with what both said once; cosine by the product of the lengths of both rows of counts."}, []guideTerm{}},
		{"duplicates", "What counts once", []string{"The same stance of the same actor on the same proposition may count once a document, week, month, year or altogether. What was dropped is said with the network."}, []guideTerm{}},
		{"communities", "Communities", []string{"Found by modularity, with the method of Louvain (Blondel et al., Fast unfolding of communities in large networks, 2008). The same seed gives the same communities. Modularity is for ties of agreement; of others it says nothing."}, []guideTerm{}},
	}},
	"coding": {"Dates, confidence and agreement", "What is known of a statement before anything is computed from it.", []guideSection{
		{"dates", "Dates", []string{
			"A date is a day, a month, a year or an interval, and may be approximate or open at its beginning; it is never made more exact than the text. It has an earliest and a latest day. “Stated” dates are given by the text; others are the date of the article, for want of another. An unknown date stays unknown and is never today.",
		}, []guideTerm{}},
		{"modes", "Modes", []string{"How the source carries the stance, from the most to the least direct."}, modeTerms()},
		{"review", "Review", []string{"A program proposes, a person accepts, rejects with a reason, or corrects. Proposed and accepted statements count alike until a source is marked as coded: then only what somebody accepted counts. An accepted statement stands for a proposal on the same passage. Nothing is deleted."}, []guideTerm{}},
		{"confidence", "Confidence", []string{"How sure the coder is, from 0 to 100 %. A program’s confidence orders its proposals by how directly the text speaks; it is no probability, and it is not compared between coders."}, []guideTerm{}},
		{"reports", "Independent reports", []string{"Reports that relay one utterance can be counted once (independent=yes): actor, proposition, stance and date are the same, and one relay stands behind both or the passages are nearly the same (containment of three-word runs, A. Broder, 1997). The first published counts; the others are left out for that reason."}, []guideTerm{}},
		{"agreement", "Agreement of coders", []string{
			"First, what was coded at all: passages of both, and of one only. Shared is 2 · both / (all of the one + all of the other) (L. R. Dice, 1945). Then the stances of what both coded. Kappa and alpha are 1 for perfect agreement, 0 for what chance would give, and below 0 for systematic disagreement; they are not defined where nothing was coded by both or all stances are the same. None of them knows of what one coder left out: where little is shared they can show more agreement than there is, and the share belongs beside them.",
		}, []guideTerm{
			{"Same stance", "the part of those units that got one stance; nothing is taken off for chance"},
			{"Cohen’s kappa", "(o − e) / (1 − e), with o the part of the same stance, and e the sum over the stances of how often the one gives it times how often the other does (J. Cohen, A Coefficient of Agreement for Nominal Scales, 1960). Two coders who give stances unequally often can have a high part of the same and a low kappa."},
			{"Krippendorff’s alpha, nominal", "1 − the disagreement that is there / the disagreement of all values drawn from one pool of both coders; two stances are the same or not (K. Krippendorff, Computing Krippendorff’s Alpha-Reliability, 2011)"},
			{"Krippendorff’s alpha, ordinal", "the same with stances as ranks: support and conditional support are nearer to each other than support and opposition"},
		}},
	}},
}

func modeTerms() []guideTerm {
	var list []guideTerm
	for _, m := range schema.Modes {
		list = append(list, guideTerm{string(m), modeLabel(m)})
	}
	return list
}

// helpAnswer lists the pages of the help.
type helpAnswer struct {
	Pages []string `json:"pages"`
}

// helpPages leads to the first page of the help; the others are in the
// navigation there.
func helpPages(*request) (*page, error) {
	a := helpAnswer{Pages: []string{links{}.Help("")}}
	for _, name := range keysOf(guides) {
		a.Pages = append(a.Pages, "/help/"+name)
	}
	return &page{title: "Help", goTo: a.Pages[0], data: a}, nil
}

// helpOn is one of the pages of the help.
func helpOn(r *request) (*page, error) {
	switch r.id {
	case "positions":
		return help(r)
	case "states":
		return states(r)
	}
	g, ok := guides[r.id]
	if !ok {
		return nil, schema.Errorf(schema.KindNotFound, "the pages are at /help/positions, /help/changes, /help/networks, /help/coding and /help/views", "the help has no page %q", r.id)
	}
	return &page{template: "guide", title: g.Title, view: g, data: g, path: "/help/" + r.id}, nil
}
