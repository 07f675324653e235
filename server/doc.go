// Package server shows a graph in the browser: pages, JSON, CSV and pictures at
// the same address.
//
// Begin with [New], which returns the handler. Every request is answered from
// one snapshot, so a page agrees with itself whatever a writer does meanwhile.
// [Config.Desk] takes what people add, decide and note; without one the pages
// can only be read. [Config.Access] says who is let in. [View.Prepare] makes the
// pages of the next snapshot before readers get it.
//
// A page is complete without JavaScript and its whole state is in its address.
// ".json" or ".csv" after the path, or an Accept header, gives the same answer
// to a program. HEAD answers as GET. Nothing is loaded from another host, and
// the Content-Security-Policy allows neither inline styles nor inline scripts.
//
// Text of sources, codebooks and queries is untrusted: it is shown as text and
// never as markup, each piece isolated from the direction of its neighbours.
//
// # Inside
//
// A request goes one way: routes.go leads to the function that has the name and
// the file of its page (matrix.go, compare.go, actor.go); that one reads the
// query, asks graph/questions, and returns a page; respond.go sends it in the
// shape that was asked for, or kept.go what was sent before. Parts of a page have
// its name in front: compare_question.go is what it is asked, compare_form.go its
// fields, compare_words.go its words, compare_csv.go its table. urls.go has every
// address. The template of a page is web/templates/NAME.html, and what several
// share is in parts. Style sheets have the name of their topic, scripts that of
// what they add.
package server
