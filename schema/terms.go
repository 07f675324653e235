package schema

import "slices"

// Mode says how the source carries the stance.
type Mode string

// The five modes of the coding manual, from the most to the least direct.
const (
	ModeQuote     Mode = "quote"     // in quotation marks
	ModeIndirect  Mode = "indirect"  // reported speech
	ModeDocument  Mode = "document"  // a statement, memo, proposal
	ModeAction    Mode = "action"    // a deed: signing, sanctioning, cancelling
	ModeNarrative Mode = "narrative" // the article's own voice says that the actor holds it
)

// Modes lists the valid modes in order.
var Modes = []Mode{ModeQuote, ModeIndirect, ModeDocument, ModeAction, ModeNarrative}

// Act is the speech act that the passage performs.
type Act string

// The acts, as the record names them.
const (
	ActDemand   Act = "demand"
	ActOffer    Act = "offer"
	ActAccept   Act = "accept"
	ActReject   Act = "reject"
	ActSupport  Act = "support"
	ActOppose   Act = "oppose"
	ActThreaten Act = "threaten"
	ActWarn     Act = "warn"
	ActReport   Act = "report"
)

// Acts lists the valid acts in order.
var Acts = []Act{ActDemand, ActOffer, ActAccept, ActReject, ActSupport, ActOppose, ActThreaten, ActWarn, ActReport}

// Status says how far a statement has been reviewed.
type Status string

// The three statuses of a statement.
const (
	StatusProposed Status = "proposed" // by a program, not reviewed
	StatusAccepted Status = "accepted" // by a person
	StatusRejected Status = "rejected" // by a person, with a reason; never counts
)

// Statuses lists the valid statuses in order.
var Statuses = []Status{StatusProposed, StatusAccepted, StatusRejected}

// DateBasis says where a statement's date comes from.
type DateBasis string

// The two bases of a date.
const (
	DateStated  DateBasis = "stated"  // the text gives or clearly implies it
	DateArticle DateBasis = "article" // the article's own date, as a fallback
)

// DateBases lists the valid bases.
var DateBases = []DateBasis{DateStated, DateArticle}

// ActorKind says what kind of actor takes a stance.
type ActorKind string

// The kinds of actors.
const (
	KindPerson       ActorKind = "person"
	KindOrganisation ActorKind = "organisation"
	KindState        ActorKind = "state"
	KindBloc         ActorKind = "bloc"
	KindOffice       ActorKind = "office"
	KindAnonymous    ActorKind = "anonymous"
	KindAnalyst      ActorKind = "analyst"
)

// ActorKinds lists the valid kinds.
var ActorKinds = []ActorKind{KindPerson, KindOrganisation, KindState, KindBloc, KindOffice, KindAnonymous, KindAnalyst}

// IsGroup reports whether actors of this kind can have members who speak for them.
func (k ActorKind) IsGroup() bool {
	return k == KindState || k == KindBloc || k == KindOrganisation || k == KindOffice
}

// SourceStatus says how far a source has been coded.
type SourceStatus string

// The three statuses of a source.
const (
	SourceRaw      SourceStatus = "raw"      // stored, nothing extracted
	SourceProposed SourceStatus = "proposed" // a program has proposed statements
	SourceCoded    SourceStatus = "coded"    // a person has coded it: proposals nobody accepted do not count
)

// SourceStatuses lists the valid statuses of a source.
var SourceStatuses = []SourceStatus{SourceRaw, SourceProposed, SourceCoded}

// oneOf lists the allowed values for an error message: "quote, indirect or document".
func oneOf[T ~string](allowed []T) string {
	var s string
	for i, a := range allowed {
		switch {
		case i == 0:
		case i == len(allowed)-1:
			s += " or "
		default:
			s += ", "
		}
		s += string(a)
	}
	return "one of " + s
}

func allowed[T ~string](v T, list []T) bool { return slices.Contains(list, v) }
