package picture_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/schema"
)

// The fixture is an invented dispute about a lake. Its labels are in three
// scripts, and every band occurs in it.
const fixtureYML = `
codebook: lake
version: 3
title: The lake of Łódź
issues:
  - id: lake
    label: Lake
    short: lake
    propositions:
      - {id: dam, label: The old dam is raised by two metres before the next winter, short: raise the dam}
      - {id: toll, label: Boats pay a toll, short: toll}
      - {id: reeds, label: Камыши остаются, short: камыши}
  - id: road
    label: Δρόμος & bridge
    short: road
    propositions:
      - {id: ring, label: A ring road, short: ring road}
actors:
  - {id: town, type: state, label: Łódź-on-Lake}
  - {id: guild, type: organisation, label: "Fishers’ <Guild>"}
  - {id: mayor, type: person, label: Zoë Dubois-Þórsdóttir, affiliations: [{group: town, role: mayor, from: 2024-01-01}]}
  - {id: clerk, type: person, label: Γιώργος Иванов}
`

// crowd is a corpus in which n unregistered actors say one thing each.
func crowd(t testing.TB, n int) *ledger.Snapshot {
	t.Helper()
	var lines []string
	for i := range n {
		lines = append(lines, fmt.Sprintf("NEW:%d dam 1 2025-01-01", i))
	}
	return corpus(t, fixtureYML, lines)
}

func fixture(t testing.TB) *ledger.Snapshot {
	t.Helper()
	return corpus(t, fixtureYML, []string{
		"mayor dam 1 2025-02-10", "mayor dam -0.5 2025-03-01", "mayor toll -1 2025-03-01", "mayor ring 0.5 2025-03-02",
		"clerk dam 1 2025-03-01", "clerk dam -1 2025-03-01", "clerk toll 0 2025-01-05", "clerk reeds 1 2025-03",
		"town reeds -1 2025-01-05", "guild ring 1 2025-02-20", "guild toll 1 2025-02-21",
	})
}

// corpus is a snapshot of statements written as "actor proposition stance date".
func corpus(t testing.TB, codebook string, lines []string) *ledger.Snapshot {
	t.Helper()
	cb, err := schema.LoadCodebook("fixture.yaml", []byte(codebook))
	if err != nil {
		t.Fatal(err)
	}
	var list []schema.Statement
	for i, line := range lines {
		f := strings.Fields(line)
		p, ok := cb.Proposition(f[1])
		if !ok {
			t.Fatalf("no proposition %q", f[1])
		}
		value, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		stance, err := schema.StanceOf(value)
		if err != nil {
			t.Fatal(err)
		}
		s := schema.Statement{
			Doc: "a.txt", Source: schema.HashText("a"), Evidence: fmt.Sprint("minutes ", i), Actor: f[0], Issue: p.Issues[0], Proposition: p.ID,
			Stance: stance, Act: schema.ActSupport, Date: schema.MustDate(f[3]), DateBasis: schema.DateStated, Mode: schema.ModeQuote,
			Coder: "ada", Confidence: 1, Status: schema.StatusAccepted, Codebook: cb.Ref(),
		}
		s.ID = s.DeriveID()
		list = append(list, s)
	}
	return ledger.Build(cb, nil, list)
}

var caption = picture.Caption{Title: "Who stands where", Sentence: "Everything.", Citation: "Stancegraph test, data version 0."}

// written is a scene in a format.
func written(t testing.TB, s *picture.Scene, f picture.Format) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := s.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// drawn is an element of an SVG with what stands in it.
type drawn struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Inner   []drawn    `xml:",any"`
}

// read parses an SVG, which proves that it is XML.
func read(t testing.TB, svg []byte) drawn {
	t.Helper()
	var root drawn
	if err := xml.Unmarshal(svg, &root); err != nil {
		t.Fatalf("%v in\n%.500s", err, svg)
	}
	return root
}

// all are the elements of a name, wherever they stand.
func (d drawn) all(name string) []drawn {
	var list []drawn
	for _, e := range d.Inner {
		if e.XMLName.Local == name {
			list = append(list, e)
		}
		list = append(list, e.all(name)...)
	}
	return list
}

// texts are all texts of a picture.
func (d drawn) texts() []string {
	var list []string
	for _, t := range d.all("text") {
		list = append(list, t.Text)
	}
	return list
}

func (d drawn) attr(name string) string {
	for _, a := range d.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// titles are the first titles of elements of a name that have one.
func (d drawn) titles(name string) []string {
	var list []string
	for _, e := range d.all(name) {
		for _, i := range e.Inner {
			if i.XMLName.Local == "title" {
				list = append(list, i.Text)
			}
		}
	}
	return list
}
