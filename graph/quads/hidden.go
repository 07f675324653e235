package quads

import "github.com/cayleygraph/quad"

// Finder looks nodes up by number.
type Finder interface {
	Node(quad.Value) (id uint64, ok bool, err error)
	Subjects(predicate, object uint64) ([]uint64, error)
	Objects(subject, predicate uint64) ([]uint64, error)
}

// Hidden returns the nodes of imports that are not complete, and of all that
// they have brought: what nobody is to see. There are none unless an import is
// under way or was interrupted.
func Hidden(f Finder) ([]uint64, error) {
	h := hidden{finder: f, terms: map[quad.IRI]uint64{}}
	complete := map[uint64]bool{}
	for _, run := range h.subjects(ownComplete, quad.Bool(true)) {
		complete[run] = true
	}
	taken := map[uint64]bool{} // codebooks that a complete import has brought, too, or that is the current one
	var codebooks []uint64
	for _, run := range h.subjects(rdfType, ownImport) {
		if complete[run] {
			for _, cb := range h.objects(run, dctermsConformsTo) {
				taken[cb] = true
			}
			continue
		}
		codebooks = append(codebooks, h.objects(run, dctermsConformsTo)...)
		h.nodes = append(h.nodes, run)
		for _, record := range h.generatedBy(run) {
			h.add(record)
		}
	}
	for _, cb := range codebooks {
		if !taken[cb] && !h.isCurrent(cb) {
			h.nodes = append(h.nodes, cb)
		}
	}
	return h.nodes, h.err
}

// hidden collects nodes. After an error it finds none.
type hidden struct {
	finder Finder
	terms  map[quad.IRI]uint64 // numbers of predicates; 0 for one that the graph lacks
	nodes  []uint64
	err    error
}

// add adds a record with the nodes that it consists of.
func (h *hidden) add(record uint64) {
	h.nodes = append(h.nodes, record)
	for _, target := range h.objects(record, oaHasTarget) {
		h.nodes = append(h.nodes, target)
		h.nodes = append(h.nodes, h.objects(target, oaHasSelector)...)
	}
}

func (h *hidden) term(t quad.IRI) uint64 {
	id, known := h.terms[t]
	if !known && h.err == nil {
		id, _, h.err = h.finder.Node(t)
		h.terms[t] = id
	}
	return id
}

func (h *hidden) subjects(t quad.IRI, object quad.Value) (list []uint64) {
	predicate := h.term(t)
	if predicate == 0 || h.err != nil {
		return nil
	}
	id, ok, err := h.finder.Node(object)
	if err == nil && ok {
		list, err = h.finder.Subjects(predicate, id)
	}
	h.err = err
	return list
}

func (h *hidden) generatedBy(run uint64) (list []uint64) {
	if predicate := h.term(provGeneratedBy); predicate != 0 && h.err == nil {
		list, h.err = h.finder.Subjects(predicate, run)
	}
	return list
}

func (h *hidden) objects(subject uint64, t quad.IRI) (list []uint64) {
	if predicate := h.term(t); predicate != 0 && h.err == nil {
		list, h.err = h.finder.Objects(subject, predicate)
	}
	return list
}

func (h *hidden) isCurrent(codebook uint64) bool {
	predicate := h.term(dcatHasCurrentVersion)
	if predicate == 0 || h.err != nil {
		return false
	}
	var names []uint64
	names, h.err = h.finder.Subjects(predicate, codebook)
	return len(names) > 0
}
