"use strict";
// Numeric hosts, as the WHATWG URL standard reads them: IPv4 in every base and short form, IPv6 in brackets.
// https://url.spec.whatwg.org/#concept-ipv4-parser and #concept-ipv6-parser
// Twin of etle_guard/parse/address.py.

const _ADDRESS_DIGITS = "0123456789abcdef";

/**
 * Whether a browser takes the host for an IPv4 address: its last label is a number in some base.
 * @param {readonly string[]} labels
 */
function endsInNumber(labels) {
  const last = labels[labels.length - 1];
  return /^[0-9]+$/.test(last) || _addressNumber(last) !== null;
}

/**
 * The dotted decimal form of a host that ends in a number; null where it is no address.
 * @param {readonly string[]} labels
 * @returns {string | null}
 */
function parseIpv4(labels) {
  if (labels.length > 4) return null;
  /** @type {number[]} */
  const known = [];
  for (const label of labels) {
    const number = _addressNumber(label);
    if (number === null) return null;
    known.push(number);
  }
  const last = known[known.length - 1];
  if (known.slice(0, -1).some((number) => number > 255) || last >= 256 ** (5 - known.length)) return null;
  const value = known.slice(0, -1).reduce((sum, number, place) => sum + number * 256 ** (3 - place), last);
  return [3, 2, 1, 0].map((place) => Math.floor(value / 256 ** place) % 256).join(".");
}

/**
 * A label as decimal, `0x` hexadecimal or `0` octal; more digits than 2**64 needs are no number here.
 * @param {string} label
 * @returns {number | null}
 */
function _addressNumber(label) {
  if (label === "") return null;
  let base = 10;
  let digits = label;
  if (label.startsWith("0x") || label.startsWith("0X")) {
    base = 16;
    digits = label.slice(2);
  } else if (label.length > 1 && label[0] === "0") {
    base = 8;
    digits = label.slice(1);
  }
  let value = 0;
  for (const letter of digits) {
    const digit = _ADDRESS_DIGITS.indexOf(letter);
    if (digit < 0 || digit >= base) return null;
    value = Math.min(value * base + digit, 2 ** 40); // beyond 32 bits only "too large" matters
  }
  return value;
}

/**
 * The shortest form of an IPv6 address without its brackets; null where it is no address.
 * @param {string} text
 * @returns {string | null}
 */
function parseIpv6(text) {
  const [head, gap, tail] = partition(text, "::");
  if (gap && tail.includes("::")) return null;
  const left = _addressPieces(head, !gap);
  const right = gap ? _addressPieces(tail, true) : [];
  if (left === null || right === null) return null;
  const missing = 8 - left.length - right.length;
  if (missing < 0 || missing > 0 !== Boolean(gap)) return null;
  return _addressShorten([...left, .../** @type {number[]} */ (Array(missing).fill(0)), ...right]);
}

/**
 * @param {string} text
 * @param {boolean} last whether an IPv4 address may stand at the end
 * @returns {number[] | null}
 */
function _addressPieces(text, last) {
  if (text === "") return [];
  /** @type {number[]} */
  const out = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (part.includes(".") && last && index === parts.length - 1) {
      const embedded = _addressEmbeddedIpv4(part);
      if (embedded === null) return null;
      out.push(...embedded);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
      out.push(parseInt(part, 16));
    } else {
      return null;
    }
  }
  return out;
}

/**
 * @param {string} text
 * @returns {number[] | null}
 */
function _addressEmbeddedIpv4(text) {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every(_addressIsOctet)) return null;
  const [a, b, c, d] = parts.map(Number);
  return [a * 256 + b, c * 256 + d];
}

/** @param {string} part */
function _addressIsOctet(part) {
  return /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255;
}

/** @param {readonly number[]} pieces */
function _addressShorten(pieces) {
  let best = -1;
  let length = 1;
  let start = 0;
  while (start < 8) {
    let end = start;
    while (end < 8 && pieces[end] === 0) end += 1;
    if (end - start > length) {
      best = start;
      length = end - start;
    }
    start = Math.max(end, start + 1);
  }
  const words = pieces.map((piece) => piece.toString(16));
  if (best < 0) return words.join(":");
  return words.slice(0, best).join(":") + "::" + words.slice(best + length).join(":");
}
