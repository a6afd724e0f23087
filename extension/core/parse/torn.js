"use strict";
// Links torn apart: by a space after every letter, or by ends of lines inside one with a scheme.
// Twin of etle_guard/parse/torn.py.

const _TORN_FEWEST = 8; // single letters that make a link; shorter rows are initials and lists
const _TORN_SIGNS = ".:/-"; // of a link, besides letters and digits
const _TORN_AFTER = " \n,;!?)"; // may follow a row of single letters
const _TORN_ROW = /(?: [a-z0-9.:/-]){6} /;
const _TORN_SCHEMES = /^(?:http|hxxp)s?:\/\//;

/**
 * A quick look, so that ordinary messages are not walked letter by letter.
 * @param {string} lower
 */
function mayBeTorn(lower) {
  return _TORN_ROW.test(lower) || (lower.includes("\n") && lower.includes("://"));
}

/**
 * The places of the spaces and ends of lines that stand inside a link, in text of small letters.
 * @param {Letters} lower
 * @param {ReadonlySet<string>} topLevel
 * @returns {ReadonlySet<number>}
 */
function tornPlaces(lower, topLevel) {
  return new Set([..._tornInSpeltLinks(lower, topLevel), ..._tornInBrokenLinks(lower)]);
}

/**
 * The spaces of `c o n t o h . c c`.
 * @param {Letters} lower
 * @param {ReadonlySet<string>} topLevel
 */
function* _tornInSpeltLinks(lower, topLevel) {
  let end = 0;
  for (let start = 0; start < lower.length; start += 1) {
    const isWithin = start > 0 && lower[start - 1] !== " " && lower[start - 1] !== "\n";
    if (start < end || isWithin || !_tornIsSign(lower[start])) continue;
    end = _tornRowEnd(lower, start);
    if (end - start < 2 * _TORN_FEWEST - 1 || !_tornIsLink(cut(lower, start, end).replaceAll(" ", ""), topLevel)) continue;
    for (let place = start + 1; place < end; place += 2) yield place;
  }
}

/**
 * Where a row of single letters with one space between them ends.
 * @param {Letters} lower
 * @param {number} start
 */
function _tornRowEnd(lower, start) {
  let end = start + 1;
  while (lower[end] === " " && end + 1 < lower.length && _tornIsSign(lower[end + 1])) {
    if (end + 2 < lower.length && !_TORN_AFTER.includes(lower[end + 2])) break;
    end += 2;
  }
  return end;
}

/**
 * @param {string} written
 * @param {ReadonlySet<string>} topLevel
 */
function _tornIsLink(written, topLevel) {
  const host = written.replace(/^https:\/\//, "").replace(/^http:\/\//, "").split("/")[0];
  const dot = host.lastIndexOf(".");
  return dot > 0 && topLevel.has(host.slice(dot + 1));
}

/**
 * The ends of lines of a link with a scheme whose line ends before the host or its path does.
 * @param {Letters} lower
 */
function* _tornInBrokenLinks(lower) {
  let start = 0;
  for (let index = 0; index < lower.length; index += 1) {
    const isEnd = lower[index] === "\n";
    if (isEnd && _tornGoesOn(lower, index) && _TORN_SCHEMES.test(cut(lower, start, Math.min(start + 8, lower.length)))) {
      yield index;
    } else if (isEnd || lower[index] === " ") {
      start = index + 1;
    }
  }
}

/**
 * Whether a link goes on behind the end of a line: after `//` or a hyphen, or with a dot or a slash.
 * @param {Letters} lower
 * @param {number} index
 */
function _tornGoesOn(lower, index) {
  const before = lower[index - 1] ?? "";
  const after = lower[index + 1] ?? "";
  if (after === "/" || after === ".") return _tornIsLetter(before) && _tornIsLetter(lower[index + 2] ?? "");
  const isOpen = before === "-" || (before === "/" && lower[index - 2] === "/");
  return _tornIsLetter(after) && isOpen;
}

/** @param {string} letter */
function _tornIsSign(letter) {
  return _tornIsLetter(letter) || (letter !== "" && _TORN_SIGNS.includes(letter));
}

/** @param {string} letter */
function _tornIsLetter(letter) {
  return (letter >= "a" && letter <= "z") || (letter >= "0" && letter <= "9");
}
