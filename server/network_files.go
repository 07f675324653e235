package server

import (
	"io"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/network"
)

// networkFiles are the network for programs that draw networks. They have all
// ties, the weak ones that a picture leaves out among them.
func (s *site) networkFiles(r *request, q networkQuestion, a networkAnswer) map[format]func(io.Writer) error {
	write := func(shape format, form func(io.Writer, export.Network) error) func(io.Writer) error {
		return func(w io.Writer) error {
			about := s.provenance(r, q.filter, "network")
			about.Command = r.permalink(inFormat(q.whole().at(r.full(q.filter).filter), shape))
			n := export.Network{
				Result: a.Result, TwoMode: q.spec.Network == network.TwoMode, Row: q.spec.Var1, Communities: a.Communities,
				Codebook: r.snap.Codebook, Day: r.asOf(q.filter), Provenance: about,
			}
			if n.TwoMode {
				n.Col = q.spec.Var2
			}
			return form(w, n)
		}
	}
	return map[format]func(io.Writer) error{formatGraphML: write(formatGraphML, export.GraphML), formatGEXF: write(formatGEXF, export.GEXF)}
}
