package quads

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/schema"
)

// The functions below return the values of one field: none where it is empty.

func text(s string) []quad.Value {
	if s == "" {
		return nil
	}
	return []quad.Value{quad.String(s)}
}

func typed(s string, t quad.IRI) []quad.Value {
	if s == "" {
		return nil
	}
	return []quad.Value{quad.TypedString{Value: quad.String(s), Type: t}}
}

func ref(base, id string) []quad.Value {
	if id == "" {
		return nil
	}
	return []quad.Value{makeIRI(base, id)}
}

func refs(base string, ids []string) []quad.Value {
	var values []quad.Value
	for _, id := range ids {
		values = append(values, ref(base, id)...)
	}
	return values
}

func float(x float64) []quad.Value {
	if x == 0 {
		x = 0 // -0 would be another node
	}
	return []quad.Value{quad.Float(x)}
}

func date(d schema.Date) []quad.Value { return typed(d.String(), typeEDTF) }

// day prints a calendar day; an open end has none.
func day(d schema.Day) []quad.Value {
	if d == schema.MinDay || d == schema.MaxDay {
		return nil
	}
	return typed(d.String(), typeDay)
}

func moment(t time.Time) []quad.Value {
	if t.IsZero() {
		return nil
	}
	return typed(t.UTC().Truncate(time.Second).Format(time.RFC3339), typeDateTime)
}

// list prints an ordered list as JSON.
func list(items []string) []quad.Value {
	if len(items) == 0 {
		return nil
	}
	return jsonValue(items)
}

func object(m map[string]string) []quad.Value {
	if len(m) == 0 {
		return nil
	}
	return jsonValue(m)
}

// jsonValue prints texts; keys are sorted, and < and > stay readable.
func jsonValue(v any) []quad.Value {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v) // lists and objects of texts always encode
	return typed(string(bytes.TrimSpace(b.Bytes())), typeJSON)
}

// The functions below read one value back.

func readText(v quad.Value) (string, error) {
	if s, ok := v.(quad.String); ok {
		return string(s), nil
	}
	return "", fmt.Errorf("%v: expected a text", v)
}

func readTyped(v quad.Value, t quad.IRI) (string, error) {
	if s, ok := v.(quad.TypedString); ok && (s.Type == t || s.Type.Full() == t) { // other readers abbreviate
		return string(s.Value), nil
	}
	return "", fmt.Errorf("%v: expected a literal of %s", v, t)
}

func readFloat(v quad.Value) (float64, error) {
	if x, ok := v.(quad.Float); ok {
		return float64(x), nil
	}
	return 0, fmt.Errorf("%v: expected a double, written 5.0E-1", v)
}

func readInt(v quad.Value) (int, error) {
	if n, ok := v.(quad.Int); ok {
		return int(n), nil
	}
	return 0, fmt.Errorf("%v: expected an integer", v)
}

func readDate(v quad.Value) (schema.Date, error) {
	s, err := readTyped(v, typeEDTF)
	if err != nil {
		return schema.Date{}, err
	}
	return schema.ParseDate(s)
}

func readMoment(v quad.Value) (time.Time, error) {
	if t, ok := v.(quad.Time); ok { // as other readers have it
		return time.Time(t).UTC(), nil
	}
	s, err := readTyped(v, typeDateTime)
	if err != nil {
		return time.Time{}, err
	}
	return time.Parse(time.RFC3339, s)
}

func readJSON(v quad.Value, into any) error {
	s, err := readTyped(v, typeJSON)
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(s), into)
}

// Canonical is a value in the form in which this package writes it: a JSON
// literal is the same with other spaces or escapes.
func Canonical(v quad.Value) quad.Value {
	s, ok := v.(quad.TypedString)
	if !ok || s.Type.Full() != typeJSON {
		return v
	}
	var list []string
	if json.Unmarshal([]byte(s.Value), &list) == nil {
		return jsonValue(list)[0]
	}
	var object map[string]string
	if json.Unmarshal([]byte(s.Value), &object) == nil {
		return jsonValue(object)[0]
	}
	return v
}
