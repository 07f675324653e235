package server

import (
	"errors"
	"net/url"
	"slices"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// decide takes one decision, or that the whole source is coded, and leads back
// to the review.
func (s *site) decide(r *request) (*page, error) {
	src, ok := r.snap.FindSource(r.id)
	if !ok {
		return nil, missing("source", r.id, "the list of sources is at /sources")
	}
	goTo, err := s.take(r, src)
	if err != nil {
		v, again := s.reviewPage(r)
		if again != nil {
			return nil, again
		}
		v.Problem = tell(err)
		return nil, &formError{err, v.page()}
	}
	r.answerFrom(s.Snapshot())
	v, err := s.reviewPage(r)
	if err != nil {
		return nil, err
	}
	p := v.page()
	p.goTo = goTo
	return p, nil
}

// take takes the decision and returns where it leads.
func (s *site) take(r *request, src *schema.Source) (goTo string, err error) {
	reviewer := r.reviewer()
	if reviewer == "" {
		return "", schema.Errorf(schema.KindInput, "type it in the field above the statements", "nobody has said who decides")
	}
	decision := r.FormValue("decision")
	if decision == "coded" || decision == "reopen" {
		return links{}.Review(src.ID, ""), s.Desk.MarkCoded(r.Context(), src.ID, decision == "coded")
	}
	if err := oneLine("reason", r.FormValue("reason")); err != nil {
		return "", err
	}
	s.deciding.Lock()
	defer s.deciding.Unlock()
	r.answerFrom(s.Snapshot())
	st, ok := r.snap.Statement(r.FormValue("statement"))
	if !ok || st.Source != src.ID {
		return "", missing("statement", r.FormValue("statement"), "open the review again")
	}
	if err := asSeen(st, r.FormValue("seen"), outcomes[decision], reviewer); err != nil {
		return "", err
	}
	d := graph.Decision{ID: st.ID, Reviewer: reviewer, Reason: r.FormValue("reason")}
	switch decision {
	case "accept":
		d.Accept, d.Reason = true, ""
	case "reject":
	case "undo":
		d.Reopen = true
	default:
		return "", schema.Errorf(schema.KindUsage, "send accept, reject, undo, coded or reopen", "decision %q is not known", decision)
	}
	if err := s.Desk.Decide(r.Context(), []graph.Decision{d}); err != nil {
		return "", err
	}
	back := url.Values{}
	if decision != "undo" {
		back.Set("undo", st.ID)
		if st.Status == schema.StatusProposed && st.Reason != "" {
			back.Set("was", st.Reason)
		}
	}
	return address("/review/"+segment(src.ID), back) + "#s-" + r.nextOpen(src.ID, st.ID), nil
}

// errOvertaken is what somebody decided who looked at what is no longer so.
var errOvertaken = errors.New("nothing was written")

// outcomes are what a decision makes of a statement.
var outcomes = map[string]schema.Status{
	"accept": schema.StatusAccepted, "reject": schema.StatusRejected, "undo": schema.StatusProposed,
}

// asSeen returns an error where a statement is no longer what the reviewer had
// before the eyes: somebody else, or the same in another window, was faster. An
// empty seen is whoever does not look, such as a program. To decide again what
// the same person has decided is no mistake: buttons are pressed twice.
func asSeen(st *schema.Statement, seen string, outcome schema.Status, reviewer string) error {
	again := st.Status == outcome && (st.Reviewer == reviewer || st.Reviewer == "")
	if seen == "" || seen == string(st.Status) || again {
		return nil
	}
	now := string(st.Status)
	if st.Reviewer != "" {
		now += " by " + st.Reviewer
	}
	return schema.Errorf(schema.KindUsage, "look at it again; who still thinks otherwise decides once more", "the statement is %s in the meantime: %w", now, errOvertaken)
}

// nextOpen is the statement after one that still is to be decided, or that one
// where none is.
func (r *request) nextOpen(source, id string) string {
	list := reviewable(r.snap, source)
	at := slices.IndexFunc(list, func(st *schema.Statement) bool { return st.ID == id })
	for i := range list {
		if st := list[(at+1+i)%len(list)]; st.ID != id && st.Status == schema.StatusProposed {
			return st.ID
		}
	}
	return id
}
