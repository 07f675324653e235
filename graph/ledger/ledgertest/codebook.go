package ledgertest

import "github.com/stancegraph/stancegraph/schema"

// The codebook of small corpora has groups within groups, people who change
// sides or serve two at once, a state that leaves a bloc in the middle of the
// corpus, and a proposition of two issues.
const codebook = `
codebook: generated
version: 1
issues:
  - id: peace
    label: Peace
    propositions:
      - {id: ceasefire, label: The guns fall silent at once}
      - {id: talks, label: The parties talk without conditions}
      - {id: patrols, label: Patrols at sea are joint, issues: [peace, trade]}
  - id: trade
    label: Trade
    propositions:
      - {id: tariff, label: The tariff goes}
      - {id: ports, label: The ports open}
  - id: order
    label: Order
    propositions:
      - {id: border, label: The old border stands}
actors:
  - {id: east, label: East, type: state, member_of: [union]}
  - {id: west, label: West, type: state}
  - id: isle
    label: The Isle
    type: state
    affiliations: [{group: union, until: 2025-05-15}]
  - {id: union, label: The Union, type: bloc}
  - {id: ministry, label: Ministry of the East, type: organisation, member_of: [east]}
  - id: ana
    label: Ana Åkesson
    type: person
    affiliations:
      - {group: east, role: minister, from: 2025-05-01, until: 2025-05-14}
      - {group: west, role: adviser, from: 2025-05-20}
  - {id: bo, label: Bo Li, type: person, member_of: [ministry]}
  - id: cy
    label: Cy Li
    type: person
    affiliations: [{group: isle}, {group: west, from: 2025-05-10}]
  - {id: envoy, label: The envoy, type: person}
  - {id: officials, label: Unnamed officials, type: anonymous, member_of: [west]}
  - {id: pundit, label: A pundit, type: analyst}
`

// Codebook returns the codebook of the corpora that Generate makes.
func Codebook() *schema.Codebook { return load("generated.yaml", codebook) }

func load(name, text string) *schema.Codebook {
	cb, err := schema.LoadCodebook(name, []byte(text))
	if err != nil {
		panic("ledgertest: " + err.Error())
	}
	return cb
}

// Actors are those that small corpora name, two unregistered ones among them.
var Actors = []string{"east", "west", "isle", "union", "ministry", "ana", "bo", "cy", "envoy", "officials", "pundit",
	"NEW:Harbour Union", "NEW:Åse Unknown"}

// Propositions are those of the small codebook, Issues its issues.
var (
	Propositions = []string{"ceasefire", "talks", "patrols", "tariff", "ports", "border"}
	Issues       = []string{"peace", "trade", "order"}
)
