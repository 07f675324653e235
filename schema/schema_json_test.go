package schema_test

import (
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

type jsonSchema struct {
	ID         string `json:"$id"`
	Required   []string
	Properties map[string]struct {
		Enum        []any
		Description string
	}
	AdditionalProperties *bool
}

func readSchema(t *testing.T, name string) (s jsonSchema) {
	t.Helper()
	data, err := os.ReadFile(name + ".schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(s.ID, "/"+name+".schema.json") || s.AdditionalProperties == nil || *s.AdditionalProperties {
		t.Errorf("%s: %s takes other properties, or is called otherwise", name, s.ID)
	}
	return s
}

// The JSON Schemas have the fields of the Go types, no more and no less, and
// require those that are always there.
func TestSchemasHaveTheFieldsOfTheTypes(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		of     any
		beside []string
	}{"statement": {schema.Statement{}, nil}, "annotation": {schema.Annotation{}, nil}, "source": {schema.Source{}, []string{"text"}}} {
		s := readSchema(t, name)
		want, required := slices.Clone(c.beside), slices.Clone(c.beside)
		for i := range reflect.TypeOf(c.of).NumField() {
			tag, options, _ := strings.Cut(reflect.TypeOf(c.of).Field(i).Tag.Get("json"), ",")
			if tag == "-" {
				continue
			}
			want = append(want, tag)
			if options != "omitempty" {
				required = append(required, tag)
			}
		}
		got := slices.DeleteFunc(slices.Collect(maps.Keys(s.Properties)), func(p string) bool { return p == "record" })
		needed := slices.DeleteFunc(slices.Clone(s.Required), func(p string) bool { return p == "record" })
		for _, list := range [][]string{want, required, got, needed} {
			slices.Sort(list)
		}
		if !slices.Equal(got, want) || !slices.Equal(needed, required) {
			t.Errorf("%s: properties\n%v\nrequired\n%v\nwant\n%v\nrequired\n%v", name, got, needed, want, required)
		}
	}
}

func TestSchemasHaveTheClosedListsOfTheTypes(t *testing.T) {
	t.Parallel()
	s := readSchema(t, "statement")
	for name, want := range map[string][]any{"mode": anyOf(schema.Modes), "act": anyOf(schema.Acts), "status": anyOf(schema.Statuses), "date_basis": anyOf(schema.DateBases)} {
		if got := s.Properties[name].Enum; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	var stances []any
	for _, st := range schema.Stances {
		stances = append(stances, st.Value())
	}
	if got := s.Properties["stance"].Enum; !slices.Equal(got, stances) {
		t.Errorf("stance: %v, want %v", got, stances)
	}
	src := readSchema(t, "source")
	if got := src.Properties["status"].Enum; !slices.Equal(got, anyOf(schema.SourceStatuses)) {
		t.Errorf("status of a source: %v", got)
	}
	if got := src.Properties["rights"].Enum; !slices.Equal(got, anyOf(schema.AllRights)) {
		t.Errorf("rights: %v", got)
	}
}

func anyOf[W ~string](list []W) (all []any) {
	for _, w := range list {
		all = append(all, string(w))
	}
	return all
}
