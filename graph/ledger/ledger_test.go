package ledger_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

func statement(id, actor, proposition, date string, start int) schema.Statement {
	return schema.Statement{ID: id, Actor: actor, Proposition: proposition, Date: schema.MustDate(date), Stance: schema.Support,
		Source: "s", Start: start, End: start + 5, Status: schema.StatusAccepted, Coder: "anna"}
}

var some = []schema.Statement{
	statement("d", "b", "p", "2025-05-01", 30),
	statement("c", "a", "q", "2025-05-01", 20),
	statement("b", "a", "p", "2025-05-02", 10),
	statement("a", "a", "p", "2025-05-01", 10),
	statement("f", "a", "p", "2025-05", 0),
	statement("e", "a", "p", "", 40),
	statement("g", "NEW:Zoe", "p", "2025-05-02/2025-05-31", 5),
}

func ids(list []*schema.Statement) string {
	var s string
	for _, st := range list {
		s += st.ID
	}
	return s
}

func TestOrder(t *testing.T) {
	t.Parallel()
	s := ledger.Build(nil, nil, some)
	var order string
	for _, st := range s.Statements {
		order += st.ID
	}
	// Undated before dated; 2025-05 ends on the 31st, after both single days.
	if want := "geabfcd"; order != want {
		t.Errorf("statements: got %s, want %s", order, want)
	}
	for name, got := range map[string]string{
		"geabfcd": order, "fgabcde": ids(s.OfSource("s")), "eabfc": ids(s.OfActor("a")), "geabfd": ids(s.OnProposition("p")),
	} {
		if got != name {
			t.Errorf("got %s, want %s", got, name)
		}
	}
	if got := s.Actors(); !slices.Equal(got, []string{"NEW:Zoe", "a", "b"}) {
		t.Errorf("actors: got %v", got)
	}
	if some[0].ID != "d" {
		t.Error("the caller's slice was sorted")
	}
}

func TestLastDayIgnoresUnknownDates(t *testing.T) {
	t.Parallel()
	if got := ledger.Build(nil, nil, some).LastDay(); got.String() != "2025-05-31" {
		t.Errorf("got %s", got)
	}
	if got := ledger.Build(nil, nil, some[5:6]).LastDay(); got != schema.MinDay {
		t.Errorf("without dates: got %s", got)
	}
}

func TestSourceList(t *testing.T) {
	t.Parallel()
	s := ledger.Build(nil, []schema.Source{
		{ID: "1", Doc: "b", Published: schema.MustDate("2025-05-01")}, {ID: "2", Doc: "z"},
		{ID: "3", Doc: "a", Published: schema.MustDate("2025-05-01")}, {ID: "4", Doc: "c", Published: schema.MustDate("2024"), Outlet: "Wire"},
	}, nil)
	var got string
	for _, src := range s.SourceList() {
		got += src.Doc
	}
	if got != "zcab" {
		t.Errorf("got %s", got)
	}
	if src, ok := s.FindSource("c"); !ok || src.ID != "4" {
		t.Errorf("find by file name: got %v", src)
	}
	if _, ok := s.FindSource("nothing"); ok {
		t.Error("found what is not there")
	}
	if got := s.Outlets(); !slices.Equal(got, []string{"Wire"}) {
		t.Errorf("outlets: got %v", got)
	}
}

func TestSignersInheritOnceAndNotFromThemselves(t *testing.T) {
	t.Parallel()
	joint := statement("j", "a", "p", "2025", 0)
	joint.Signatories = []string{"b", "a", "b"}
	s := ledger.Build(nil, nil, []schema.Statement{joint})
	if got := ids(s.SignedBy("b")); got != "j" {
		t.Errorf("b signed %q", got)
	}
	if got := s.Signers(); !slices.Equal(got, []string{"b"}) {
		t.Errorf("signers: got %v", got)
	}
}

// The version changes with all that can change an answer, and with nothing else.
func TestVersion(t *testing.T) {
	t.Parallel()
	sources := []schema.Source{{ID: "s", Status: schema.SourceProposed}, {ID: "r"}}
	base := ledger.Build(nil, sources, some).Version
	if len(base) != 12 {
		t.Fatalf("got %q", base)
	}
	turned := slices.Clone(some)
	slices.Reverse(turned)
	if got := ledger.Build(nil, []schema.Source{sources[1], sources[0]}, turned).Version; got != base {
		t.Error("the order of input changed the version")
	}
	rejected := slices.Clone(some)
	rejected[0].Status = schema.StatusRejected
	coded := slices.Clone(sources)
	coded[0].Status = schema.SourceCoded
	for what, s := range map[string]*ledger.Snapshot{
		"a review":        ledger.Build(nil, sources, rejected),
		"a coded source":  ledger.Build(nil, coded, some),
		"a codebook":      ledger.Build(&schema.Codebook{Name: "x", Version: "1"}, sources, some),
		"a statement off": ledger.Build(nil, sources, some[1:]),
	} {
		if s.Version == base {
			t.Errorf("%s did not change the version", what)
		}
	}
}

// No field of a statement is forgotten in the version.
func TestVersionHasEveryField(t *testing.T) {
	t.Parallel()
	base := ledger.Build(nil, nil, some[:1]).Version
	for i := range reflect.TypeFor[schema.Statement]().NumField() {
		changed := some[0]
		field := reflect.ValueOf(&changed).Elem().Field(i)
		switch field.Kind() {
		case reflect.String:
			field.SetString(field.String() + "x")
		case reflect.Int:
			field.SetInt(field.Int() + 1)
		case reflect.Uint8:
			field.SetUint(uint64(schema.Oppose))
		case reflect.Float64:
			field.SetFloat(0.25)
		case reflect.Slice:
			field.Set(reflect.ValueOf([]string{"x"}))
		case reflect.Map:
			field.Set(reflect.ValueOf(map[string]string{"x": "y"}))
		default:
			field.Set(reflect.ValueOf(schema.MustDate("2024")))
		}
		if ledger.Build(nil, nil, []schema.Statement{changed}).Version == base {
			t.Errorf("%s does not change the version", reflect.TypeFor[schema.Statement]().Field(i).Name)
		}
	}
}

func TestSplitExtraction(t *testing.T) {
	t.Parallel()
	coder, codebook := ledger.SplitExtraction("Anna Bell/2 lake/1")
	if coder != "Anna Bell/2" || codebook != "lake/1" {
		t.Errorf("got %q, %q", coder, codebook)
	}
}
