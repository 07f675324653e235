// Package nanopub writes accepted statements as nanopublications: small named
// graphs in TriG that can be published, cited and retracted one by one.
//
// Begin with [Write]. Each statement gives a head, an assertion (that somebody
// takes a stance; never what was said), its provenance (coder, source, passage)
// and publication info. They are unsigned and have no time of publication: the
// program that publishes them, which knows who does so, adds both.
package nanopub
