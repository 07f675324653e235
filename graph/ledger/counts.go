package ledger

// CountOfSource is how many statements OfSource returns.
func (s *Snapshot) CountOfSource(id string) int {
	n := 0
	for k := s.firstOrigin(id); k < len(s.columns.Sources) && s.columns.Sources[k].ID == id; k++ {
		n += len(s.columns.OfSource(uint32(k)))
	}
	return n
}

// CountOfActor is how many statements OfActor returns.
func (s *Snapshot) CountOfActor(id string) int {
	a, ok := s.columns.Actors.Code(id)
	if !ok {
		return 0
	}
	from, to := s.columns.Made(a)
	return to - from
}

// CountSignedBy is how many statements SignedBy returns.
func (s *Snapshot) CountSignedBy(id string) int {
	a, ok := s.columns.Actors.Code(id)
	if !ok {
		return 0
	}
	return len(s.columns.SignedBy(a))
}

// CountOnProposition is how many statements OnProposition returns.
func (s *Snapshot) CountOnProposition(id string) int {
	p, ok := s.columns.Propositions.Code(id)
	if !ok {
		return 0
	}
	n := 0
	for _, run := range s.columns.OnProposition(p) {
		from, to := s.columns.Bounds(int(run))
		n += to - from
	}
	return n
}
