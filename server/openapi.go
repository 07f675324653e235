package server

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// openapi describes the JSON of every page in the terms of OpenAPI 3.1. It is
// made from the list of operations and from the Go types of the answers.
func (s *site) openapi(r *request) (*page, error) {
	r.shape = formatJSON
	return &page{title: "OpenAPI", path: "/openapi", data: describe(s.Version)}, nil
}

// object is a JSON object; its keys are printed in order.
type object map[string]any

// describe is the whole description.
func describe(version string) object {
	types := schemas{}
	paths := object{}
	for _, op := range operations {
		path := templated(op.path)
		item, known := paths[path].(object)
		if !known {
			item = object{}
			paths[path] = item
		}
		item[op.verb()] = op.describe(types)
	}
	problem := problemResponse(types) // before the types are listed
	return object{
		"openapi": "3.1.1",
		"info": object{
			"title": "Stancegraph", "version": version,
			"description": "Who holds which position on which issue, on what evidence, and how that changed. Every address is a page, too: leave .json out.",
			"license":     object{"name": "Apache 2.0", "identifier": "Apache-2.0"},
		},
		"paths":    paths,
		"security": []object{{}, {"token": []string{}}},
		"components": object{
			"schemas": types.defined(), "responses": object{"problem": problem},
			"securitySchemes": object{"token": object{"type": "http", "scheme": "bearer", "description": "The token of a server that others can reach; a loopback address asks for none."}},
		},
	}
}

// templated is a route as a path of its JSON: "/actors/{id}.json".
func templated(path string) string {
	if path == "/" {
		return "/index.json"
	}
	return regexp.MustCompile(`:([a-z]+)`).ReplaceAllString(path, "{$1}") + ".json"
}

func (op operation) verb() string {
	if op.form != nil || op.body != nil {
		return "post"
	}
	return "get"
}

func (op operation) describe(types schemas) object {
	d := object{
		"summary": op.summary, "operationId": op.name(),
		"responses": object{
			"200":     object{"description": "The answer.", "content": object{"application/json": object{"schema": types.of(reflect.TypeOf(op.answer))}}},
			"default": object{"$ref": "#/components/responses/problem"},
		},
	}
	if list := op.parameters(); len(list) > 0 {
		d["parameters"] = list
	}
	switch {
	case op.body != nil:
		d["requestBody"] = object{"required": true, "content": object{"application/json": object{"schema": types.of(reflect.TypeOf(op.body))}}}
	case op.form != nil:
		fields := object{}
		for _, f := range op.form {
			fields[f.name] = object{"type": "string", "description": f.help}
			if f.name == fileField {
				fields[f.name] = object{"type": "string", "format": "binary", "description": f.help}
			}
		}
		d["requestBody"] = object{"required": true, "content": object{"multipart/form-data": object{"schema": object{"type": "object", "properties": fields}}}}
	}
	return d
}

// name is the operation in one word: "getActorsId".
func (op operation) name() string {
	name := op.verb()
	for _, part := range regexp.MustCompile(`[a-z]+`).FindAllString(op.path, -1) {
		name += strings.ToUpper(part[:1]) + part[1:]
	}
	if op.path == "/" {
		name += "Index"
	}
	return name
}

func (op operation) parameters() []object {
	var list []object
	if strings.Contains(op.path, ":id") {
		list = append(list, object{"name": "id", "in": "path", "required": true, "schema": object{"type": "string"}, "description": "the ID; a source is found by its file name, too"})
	}
	for _, p := range op.queries() {
		list = append(list, p.describe())
	}
	return list
}

// queries are the parameters in the query: those of its own, and of the filter
// what it takes.
func (op operation) queries() []parameter {
	list := slices.Clone(op.query)
	for _, p := range questions.Parameters() {
		named := slices.Contains(naming, strings.TrimPrefix(p.Name, "not-"))
		if op.filter == noFilter || op.filter == keptFilter && named {
			continue
		}
		name := p.Name
		if op.filter == cellsFilter && slices.Contains(naming, name) {
			name = onlyPrefix + name
		}
		list = append(list, parameter{name, p.Help, p.Many})
	}
	return list
}

func (p parameter) describe() object {
	shape := object{"type": "string"}
	d := object{"name": p.name, "in": "query", "description": p.help, "schema": shape}
	if p.many {
		d["schema"], d["explode"] = object{"type": "array", "items": shape}, true
	}
	return d
}

func problemResponse(types schemas) object {
	return object{"description": "What went wrong and what to do next.", "content": object{"application/json": object{"schema": object{
		"type": "object", "properties": object{"error": types.of(reflect.TypeFor[problem]())}, "required": []string{"error"},
	}}}}
}
