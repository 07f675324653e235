package picture

// Colours are the colours of pictures in files, by name, as "#rrggbb".
var Colours = colours
