"use strict";
// Disguised dots, colons and slashes put back: `contoh[.]cc`, `contoh titik cc`, `hxxps`.
// A host may also be torn apart by a space or a line break (`contoh. cc/id`). Each letter remembers its place.
// Twin of etle_guard/parse/defang.py.

// What is written instead of a character; longer forms first. Case does not matter.
/** @type {readonly (readonly [string, string])[]} */
const _DEFANG_SIGNS = [
  ["[titik]", "."], ["(titik)", "."], ["{titik}", "."], ["[dot]", "."], ["(dot)", "."], ["{dot}", "."],
  ["[.]", "."], ["(.)", "."], ["{.}", "."], ["[,]", "."], ["[://]", "://"], ["[:]", ":"], ["[/]", "/"],
];
/** @type {readonly (readonly [string, string])[]} */
const _DEFANG_WORDS = [[" titik ", "."], [" dot ", "."], [" garis miring ", "/"], [" slash ", "/"]];
// A quick look, so that ordinary messages are not walked letter by letter.
const _DEFANG_QUICK = /[/[({]| titik | dot | garis miring | slash /i;

/**
 * A text with disguises undone: letter `i` came from `starts[i]` up to `ends[i]`; `changed` holds the places undone.
 * @typedef {{letters: string[], starts: number[], ends: number[], changed: Set<number>}} Plain
 *
 * What stands for something else, and how wide it is; width 0 where nothing does.
 * @typedef {readonly [number, string]} _Disguise
 */

/** @type {_Disguise} */
const _DEFANG_NONE = [0, ""];

/**
 * Undo the disguises of links in a text; a word such as *titik* only where a top-level domain follows it.
 * @param {string} text
 * @param {ReadonlySet<string>} topLevel
 * @returns {Plain}
 */
function defang(text, topLevel) {
  const given = codePoints(text);
  if (!_DEFANG_QUICK.test(text)) return _defangUntouched(given);
  const lower = codePoints(asciiLower(text));
  /** @type {Plain} */
  const plain = { letters: [], starts: [], ends: [], changed: new Set() };
  const { letters, starts, ends, changed } = plain;
  let index = 0;
  while (index < given.length) {
    const [width, put] = _defangDisguiseAt(lower, index, letters, topLevel);
    if (width) {
      if (letters[letters.length - 1] === " " && given[index] !== " ") letters.pop(), starts.pop(), ends.pop();
      for (const letter of put) {
        changed.add(letters.length);
        _defangPut(plain, letter, index, index + width);
      }
      index += width;
    } else {
      _defangPut(plain, given[index], index, index + 1);
      index += 1;
    }
  }
  return plain;
}

/**
 * @param {string[]} letters
 * @returns {Plain}
 */
function _defangUntouched(letters) {
  const starts = letters.map((_, index) => index);
  return { letters, starts, ends: starts.map((start) => start + 1), changed: new Set() };
}

/**
 * @param {Plain} plain
 * @param {string} letter
 * @param {number} start
 * @param {number} end
 */
function _defangPut(plain, letter, start, end) {
  plain.letters.push(letter);
  plain.starts.push(start);
  plain.ends.push(end);
}

/**
 * The width of the disguise that begins here and what it stands for; width 0 where none does.
 * @param {readonly string[]} lower
 * @param {number} index
 * @param {readonly string[]} before
 * @param {ReadonlySet<string>} topLevel
 * @returns {_Disguise}
 */
function _defangDisguiseAt(lower, index, before, topLevel) {
  const letter = lower[index];
  if (letter === "[" || letter === "(" || letter === "{") return _defangSignAt(lower, index);
  if (letter !== " " && letter !== "\n") return _DEFANG_NONE;
  if (!before.length) return _DEFANG_NONE;
  const last = before[before.length - 1];
  if (_defangIsGapInHost(lower, index, last, topLevel)) return [1, ""];
  return letter === " " && _defangIsLabelLetter(last) ? _defangWordAt(lower, index, topLevel) : _DEFANG_NONE;
}

/**
 * @param {readonly string[]} lower
 * @param {number} index
 * @returns {_Disguise}
 */
function _defangSignAt(lower, index) {
  for (const [sign, put] of _DEFANG_SIGNS) {
    if (!_defangStartsWith(lower, sign, index)) continue;
    const end = index + sign.length;
    const isSpaced = end + 1 < lower.length && lower[end] === " " && _defangIsLabelLetter(lower[end + 1]);
    return [sign.length + (isSpaced ? 1 : 0), put];
  }
  return _DEFANG_NONE;
}

/**
 * @param {readonly string[]} lower
 * @param {number} index
 * @param {ReadonlySet<string>} topLevel
 * @returns {_Disguise}
 */
function _defangWordAt(lower, index, topLevel) {
  for (const [word, put] of _DEFANG_WORDS) {
    if (!_defangStartsWith(lower, word, index)) continue;
    if (put === "/" || topLevel.has(_defangLabelAt(lower, index + word.length))) return [word.length, put];
  }
  return _DEFANG_NONE;
}

/**
 * A space or line break beside the last dot of a host with a path: `contoh. cc/id`, `contoh .cc/id`.
 * @param {readonly string[]} lower
 * @param {number} index
 * @param {string} before
 * @param {ReadonlySet<string>} topLevel
 */
function _defangIsGapInHost(lower, index, before, topLevel) {
  const after = index + 1;
  const isDotBefore = before === ".";
  if (!isDotBefore && (lower[after] !== "." || !_defangIsLabelLetter(before))) return false;
  const label = _defangLabelAt(lower, isDotBefore ? after : after + 1);
  const end = after + label.length + (isDotBefore ? 0 : 1);
  return lower[end] === "/" && topLevel.has(label);
}

/**
 * @param {readonly string[]} lower
 * @param {number} index
 */
function _defangLabelAt(lower, index) {
  let end = index;
  while (end < lower.length && end - index < 24 && _defangIsLabelLetter(lower[end])) end += 1;
  return lower.slice(index, end).join("");
}

/** @param {string} letter */
function _defangIsLabelLetter(letter) {
  return (letter >= "a" && letter <= "z") || (letter >= "0" && letter <= "9") || (letter >= "A" && letter <= "Z")
    || letter === "-";
}

/**
 * @param {readonly string[]} lower
 * @param {string} sign
 * @param {number} index
 */
function _defangStartsWith(lower, sign, index) {
  for (let i = 0; i < sign.length; i += 1) if (lower[index + i] !== sign[i]) return false;
  return true;
}
