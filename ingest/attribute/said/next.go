package said

// startsCue reports whether another report begins at token i with a verb: its
// subject or the verb itself, adverbs aside.
func (r *reader) startsCue(i int) bool {
	for i < r.at.To && r.adverb(i) {
		i++
	}
	for k, g := range r.groups {
		if g.From == i && (g.participle && r.tag(g.head) == "VBG" && r.reportsSpeech(g) || g.finite && r.shares(g)) {
			return true
		}
		if s := r.sub[k]; s.From == i && !s.Empty() && g.From >= s.To && g.finite && g.frames.has("q") && g.From-s.To < 4 {
			return true
		}
	}
	return false
}

// startsReport reports whether the clause that "but" or "and" opens at token i
// is a report of its own: a verb of speech with tense whose subject is in it.
func (r *reader) startsReport(i int) bool {
	for k, g := range r.groups {
		if s := r.sub[k]; !s.Empty() && s.From >= i && g.From >= s.To && g.finite && g.frames.has("q") {
			return true
		}
		if g.From > i && g.finite {
			return false
		}
	}
	return false
}

// shares reports whether a verb joined to a content belongs to the reporting
// verb and not to the content: it reports speech itself.
func (r *reader) shares(g group) bool {
	return g.frames.has("q") || g.frames.has("o") || g.frames.has("c")
}

// reportsSpeech: "…, saying" goes on with the speaker, "…, believing" too.
func (r *reader) reportsSpeech(g group) bool {
	return g.frames.has("q") || g.frames.has("t") || g.frames.has("c") || g.frames.has("n")
}
