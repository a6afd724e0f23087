"use strict";
// Text of a part of the page, and the way back: from code points of that text to places in the page.

/** What we put into the page; it is never read as part of it. */
const OWN_ELEMENTS = "etle-badge, etle-dialog, etle-bar, etle-live";

const _TEXT_BLOCKS = new Set(["DIV", "P", "LI", "UL", "OL", "BLOCKQUOTE", "PRE", "SECTION", "BR"]);

/**
 * A run of the text that comes from one node: a text node, or an image that stands for its `alt`.
 * `node` is null for a line end that only the layout shows. `start` and `length` count code points.
 * @typedef {Readonly<{node: Node | null, start: number, length: number}>} TextPiece
 *
 * @typedef {Readonly<{text: string, length: number, pieces: readonly TextPiece[]}>} TextMap
 */

/**
 * The text of `roots`, one after the other on lines of their own.
 * @param {Iterable<Element>} roots
 * @param {string} skipped selector of what does not belong to it, our own elements among it
 * @returns {TextMap}
 */
function mapText(roots, skipped) {
  const made = { text: "", length: 0, pieces: /** @type {TextPiece[]} */ ([]) };
  for (const root of roots) {
    _mapTextBreak(made);
    _mapTextWalk(root, skipped, made);
  }
  return made;
}

/**
 * @param {Element} root
 * @param {string} skipped
 * @param {{text: string, length: number, pieces: TextPiece[]}} made
 */
function _mapTextWalk(root, skipped, made) {
  const filter = (/** @type {Node} */ node) =>
    node instanceof Element && node.matches(skipped) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const shown = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker = document.createTreeWalker(root, shown, root.querySelector(skipped) ? filter : null);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) _mapTextAdd(made, node, node.data);
    else if (node instanceof HTMLImageElement) _mapTextAdd(made, node, node.alt);
    else if (_TEXT_BLOCKS.has(node.nodeName)) _mapTextBreak(made);
  }
}

/**
 * @param {{text: string, length: number, pieces: TextPiece[]}} made
 * @param {Node | null} node
 * @param {string} text
 */
function _mapTextAdd(made, node, text) {
  if (text === "") return;
  const length = codePointCount(text);
  made.pieces.push({ node, start: made.length, length });
  made.text += text;
  made.length += length;
}

/** @param {{text: string, length: number, pieces: TextPiece[]}} made */
function _mapTextBreak(made) {
  if (made.text !== "" && !made.text.endsWith("\n")) _mapTextAdd(made, null, "\n");
}

/**
 * The part of the page that a span of the text covers; null where it covers nothing in the page.
 * @param {TextMap} map
 * @param {Span} span
 * @returns {StaticRange | null}
 */
function rangeAt(map, [start, end]) {
  const covered = map.pieces.filter((piece) => piece.node && piece.start < end && piece.start + piece.length > start);
  const [first, last] = [covered[0], covered.at(-1)];
  if (!first || !last) return null;
  const [startContainer, startOffset] = _rangePoint(first, Math.max(0, start - first.start), 0);
  const [endContainer, endOffset] = _rangePoint(last, Math.min(last.length, end - last.start), 1);
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/**
 * @param {TextPiece} piece with a node
 * @param {number} offset in code points
 * @param {0 | 1} after whether an image lies before or after the point
 * @returns {[Node, number]}
 */
function _rangePoint(piece, offset, after) {
  const node = /** @type {Node} */ (piece.node);
  if (node instanceof Text) return [node, unitsOf(node.data, offset)];
  const parent = /** @type {Node} */ (node.parentNode);
  return [parent, [...parent.childNodes].indexOf(/** @type {ChildNode} */ (node)) + after];
}

/**
 * The UTF-16 index of a code point.
 * @param {string} text
 * @param {number} offset in code points
 */
function unitsOf(text, offset) {
  let units = 0;
  for (let left = offset; left > 0 && units < text.length; left -= 1) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

/**
 * The span of the text that comes from inside `element`; null where none does.
 * @param {TextMap} map
 * @param {Element} element
 * @returns {Span | null}
 */
function spanOf(map, element) {
  const inside = map.pieces.filter((piece) => piece.node && element.contains(piece.node));
  const [first, last] = [inside[0], inside.at(-1)];
  return first && last ? [first.start, last.start + last.length] : null;
}
