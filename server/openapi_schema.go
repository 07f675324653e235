package server

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/schema"
)

// schemas are the JSON Schemas of the Go types in answers, by name, as
// encoding/json prints them.
type schemas map[string]schemaOf

type schemaOf struct {
	from   reflect.Type
	schema object
}

// printed are the types that print themselves as something else than text.
var printed = map[reflect.Type]object{
	reflect.TypeFor[schema.Stance]():   {"type": "number", "enum": []float64{-1, -0.5, 0, 0.5, 1}},
	reflect.TypeFor[network.Matrix]():  {"type": "array", "items": object{"type": "array", "items": object{"type": []string{"number", "null"}}}},
	reflect.TypeFor[network.Clock]():   {"type": "string"},
	reflect.TypeFor[json.Number]():     {"type": "number"},
	reflect.TypeFor[json.RawMessage](): {},
}

var textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()

// of is the schema of a type: structs are named and referred to.
func (s schemas) of(t reflect.Type) object {
	if t == nil {
		return object{}
	}
	if known, ok := printed[t]; ok {
		return known
	}
	if t.Implements(textMarshaler) {
		return object{"type": "string"}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.of(t.Elem())
	case reflect.String:
		return object{"type": "string"}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Float32, reflect.Float64:
		return object{"type": "number"}
	case reflect.Slice, reflect.Array:
		return object{"type": "array", "items": s.of(t.Elem())}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": s.of(t.Elem())}
	case reflect.Struct:
		return object{"$ref": "#/components/schemas/" + s.define(t)}
	case reflect.Interface:
		return object{}
	}
	return object{"type": "integer"}
}

// define puts a struct under its name; two types of one name are told apart by
// their package.
func (s schemas) define(t reflect.Type) string {
	name := strings.NewReplacer("[", "-", "]", "", "/", ".", "*", "").Replace(t.Name())
	if known, taken := s[name]; taken && known.from != t {
		name = t.String()
	}
	if _, known := s[name]; !known {
		one := schemaOf{t, object{"type": "object"}}
		s[name] = one // before its fields, which may lead back to it
		properties, required := object{}, []string{}
		s.fields(t, properties, &required)
		one.schema["properties"], one.schema["required"] = properties, required
		one.schema["additionalProperties"] = false
	}
	return name
}

// fields adds the fields of a struct, those of embedded ones among them.
func (s schemas) fields(t reflect.Type, properties object, required *[]string) {
	for f := range t.Fields() {
		tag, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case tag == "-", !f.IsExported() && !f.Anonymous:
			continue
		case f.Anonymous && tag == "":
			embedded := f.Type
			if embedded.Kind() == reflect.Pointer {
				embedded = embedded.Elem()
			}
			s.fields(embedded, properties, required)
			continue
		case tag == "":
			tag = f.Name
		}
		shape := s.of(f.Type)
		optional := strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")
		if f.Type.Kind() == reflect.Pointer && !optional {
			shape = object{"anyOf": []object{shape, {"type": "null"}}}
		}
		if _, over := properties[tag]; !over { // an outer field hides an inner one
			properties[tag] = shape
			if !optional {
				*required = append(*required, tag)
			}
		}
	}
}

func (s schemas) defined() object {
	all := object{}
	for name, one := range s {
		all[name] = one.schema
	}
	return all
}
