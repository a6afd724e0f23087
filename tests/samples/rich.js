"use strict";
// Text with shapes: *bold*, _italic_, `code`, lists, quoted lines. WhatsApp takes the signs away and puts elements there.

const SHAPES = /(\*[^*\n]+\*|_[^_\n]+_|`[^`\n]+`)/;
const SHAPE_TAGS = { "*": "strong", _: "em", "`": "code" };
const LINES = [
  { sign: "- ", list: "ul", line: "li", stamp: "• " },
  { sign: "> ", list: "div", line: "blockquote", stamp: "> " },
];

/** The nodes of a message's text; text without signs gives the same nodes as `textNodes`. */
function richNodes(message) {
  if (!/[*_`]|^(?:-|>) /m.test(message.text)) return textNodes(message, PAGE.isLinked);
  return message.text.split("\n").flatMap((line, index) => lineNodes(line, message, index > 0));
}

function lineNodes(text, message, isNext) {
  const shape = LINES.find(({ sign }) => text.startsWith(sign));
  if (!shape) return [isNext ? "\n" : "", ...shapedNodes(text, message)];
  // The sign that a copy gets stands where the stamp of a message does, but has no bracket.
  const nodes = shapedNodes(text.slice(shape.sign.length), message);
  return [el(shape.list, {}, el(shape.line, {}, el("span", { "data-pre-plain-text": shape.stamp, ...named("inline") }, ...nodes)))];
}

function shapedNodes(text, message) {
  return text.split(SHAPES).flatMap((part, index) => (index % 2
    ? [el(SHAPE_TAGS[part[0]], named("inline"), ...shapedNodes(part.slice(1, -1), message))]
    : textNodes({ ...message, text: part }, PAGE.isLinked)));
}
