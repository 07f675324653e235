// Package server shows a graph in the browser: pages, JSON and CSV at the same
// address.
//
// Begin with [New], which returns the handler. Every request is answered from
// one snapshot, so a page agrees with itself whatever a writer does meanwhile.
//
// A page is complete without JavaScript and its whole state is in its address.
// ".json" or ".csv" after the path, or an Accept header, gives the same answer
// to a program. HEAD answers as GET. Nothing is loaded from another host, and
// the Content-Security-Policy allows neither inline styles nor inline scripts.
//
// Text of sources, codebooks and queries is untrusted: it is shown as text and
// never as markup, each piece isolated from the direction of its neighbours.
package server
