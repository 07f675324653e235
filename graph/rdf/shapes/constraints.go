package shapes

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

func ofClass(class quad.Value) constraint {
	return func(c *checker, v quad.Value) string {
		if c.isA(v, class) {
			return ""
		}
		return fmt.Sprintf("%v is no %v", v, class)
	}
}

func ofDatatype(datatype quad.Value) constraint {
	return func(_ *checker, v quad.Value) string {
		if datatypeOf(v) == datatype {
			return ""
		}
		return fmt.Sprintf("%v is no %v", v, datatype)
	}
}

func datatypeOf(v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.String:
		return quad.IRI(nsXSD + "string")
	case quad.LangString:
		return quad.IRI(nsRDF + "langString")
	case quad.TypedString:
		return v.Type.Full()
	case quad.Int:
		return quad.IRI(nsXSD + "integer")
	case quad.Float:
		return quad.IRI(nsXSD + "double")
	case quad.Bool:
		return quad.IRI(nsXSD + "boolean")
	}
	return nil
}

func ofKind(kind string) constraint {
	return func(_ *checker, v quad.Value) string {
		_, isIRI := v.(quad.IRI)
		if kind == "IRI" && isIRI || kind == "Literal" && datatypeOf(v) != nil {
			return ""
		}
		return fmt.Sprintf("%v is no %s", v, kind)
	}
}

func oneOf(list []quad.Value) constraint {
	return func(_ *checker, v quad.Value) string {
		if slices.Contains(list, v) {
			return ""
		}
		return fmt.Sprintf("%v is none of %v", v, list)
	}
}

func matching(pattern *regexp.Regexp) constraint {
	return func(_ *checker, v quad.Value) string {
		if pattern.MatchString(lexical(v)) {
			return ""
		}
		return fmt.Sprintf("%v does not match %s", v, pattern)
	}
}

// lexical is a value as SPARQL's str() gives it.
func lexical(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return string(v)
	case quad.String:
		return string(v)
	case quad.TypedString:
		return string(v.Value)
	case quad.LangString:
		return string(v.Value)
	}
	return fmt.Sprint(quad.NativeOf(v))
}

func number(v quad.Value) (float64, bool) {
	switch v := v.(type) {
	case quad.Int:
		return float64(v), true
	case quad.Float:
		return float64(v), true
	}
	return 0, false
}

func bounded(below bool, bound float64) constraint {
	return func(_ *checker, v quad.Value) string {
		x, ok := number(v)
		switch {
		case !ok:
			return fmt.Sprintf("%v is no number", v)
		case below && !(x >= bound):
			return fmt.Sprintf("%v is less than %v", v, bound)
		case !below && !(x <= bound):
			return fmt.Sprintf("%v is more than %v", v, bound)
		}
		return ""
	}
}

func shaped(s *shape) constraint {
	return func(c *checker, v quad.Value) string {
		if found := c.violations(s, v); len(found) > 0 {
			return fmt.Sprint(found[0])
		}
		return ""
	}
}

func exactlyOne(choices []*shape) constraint {
	return func(c *checker, v quad.Value) string {
		fits := 0
		var why []string
		for _, s := range choices {
			found := c.violations(s, v)
			if len(found) == 0 {
				fits++
			} else {
				why = append(why, found[0].String())
			}
		}
		if fits == 1 {
			return ""
		}
		return fmt.Sprintf("%d of %d shapes fit, expected 1: %s", fits, len(choices), strings.Join(why, "; "))
	}
}
