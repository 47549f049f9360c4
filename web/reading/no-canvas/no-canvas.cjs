// pdf.js looks for a canvas when it is loaded, and says on the console what it misses. Nothing is drawn here, so there
// is none: neither its native code, nor a word about it. What it would draw on is there by name and can do nothing.
module.exports = { DOMMatrix: class {}, Path2D: class {} };
