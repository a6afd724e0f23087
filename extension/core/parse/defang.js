"use strict";
// Disguised dots, colons and slashes put back: `contoh[.]cc`, `contoh titik cc`, `hxxps`.
// A host may also be torn apart by a space or a line break (`contoh. cc/id`), or have lines drawn through its letters.
// Each letter remembers its place.
// Twin of etle_guard/parse/defang.py.

// What is written instead of a character; longer forms first. Case does not matter.
/** @type {readonly (readonly [string, string])[]} */
const _DEFANG_SIGNS = [
  ["[titik]", "."], ["(titik)", "."], ["{titik}", "."], ["[dot]", "."], ["(dot)", "."], ["{dot}", "."],
  ["[.]", "."], ["(.)", "."], ["{.}", "."], ["[,]", "."], ["[://]", "://"], ["[:]", ":"], ["[/]", "/"],
];
/** @type {readonly (readonly [string, string])[]} */
const _DEFANG_WORDS = [
  [" titik ", "."], [" dot ", "."], [" . ", "."], [" garis miring ", "/"], [" slash ", "/"],
];
const _DEFANG_MOST_LABELS = 8; // of a host spelt out in words
const _DEFANG_LONGEST_LOOK = 80; // letters back, for a host that stands whole
const _DEFANG_LINES = new Set("\u0305\u0332\u0333\u0335\u0336\u0337\u0338"); // combining, over, under, through
// A quick look, so that ordinary messages are not walked letter by letter.
const _DEFANG_QUICK =
  /[[({](?:titik|dot|[.,:/]|:\/\/)[\])}]|[ \n]\.[a-z0-9-]+\/|\.[ \n][a-z0-9-]+\/| (?:titik|dot|\.|garis miring|slash) |[\u0305\u0332\u0333\u0335-\u0338]/;

/**
 * A text with disguises undone: letter `i` came from `starts[i]` up to `ends[i]`; `changed` holds the places undone.
 * Where nothing was undone, `starts` and `ends` are null: every letter stands in its own place.
 * @typedef {Readonly<{letters: Letters, starts: readonly number[] | null, ends: readonly number[] | null,
 *   changed: ReadonlySet<number>}>} Plain
 *
 * What stands for something else, and how wide it is; width 0 where nothing does.
 * @typedef {readonly [number, string]} _Disguise
 */

/** @type {ReadonlySet<number>} */
const _DEFANG_UNCHANGED = new Set();
/** @type {_Disguise} */
const _DEFANG_NONE = [0, ""];
/** @type {_Disguise} */
const _DEFANG_GAP = [1, ""];

/**
 * Undo the disguises of links in a text; a word such as *titik* only where a top-level domain follows it.
 * @param {string} text
 * @param {ReadonlySet<string>} topLevel
 * @returns {Plain}
 */
function defang(text, topLevel) {
  const given = codePoints(text);
  const small = asciiLower(text);
  if (!_DEFANG_QUICK.test(small) && !mayBeTorn(small)) return { letters: given, starts: null, ends: null, changed: _DEFANG_UNCHANGED };
  const lower = codePoints(small);
  const torn = tornPlaces(lower, topLevel);
  const letters = /** @type {string[]} */ ([]);
  const starts = /** @type {number[]} */ ([]);
  const ends = /** @type {number[]} */ ([]);
  const changed = new Set();
  let index = 0;
  while (index < given.length) {
    const before = letters[letters.length - 1];
    const [width, put] = torn.has(index) ? _DEFANG_GAP : _defangDisguiseAt(lower, index, before, topLevel);
    const end = index + (width || 1);
    if (width && before === " " && !" \n".includes(given[index])) letters.pop(), starts.pop(), ends.pop();
    for (const letter of width ? put : [given[index]]) {
      if (width) changed.add(letters.length);
      letters.push(letter);
      starts.push(index);
      ends.push(end);
    }
    index = end;
  }
  return { letters, starts, ends, changed };
}

/**
 * The width of the disguise that begins here and what it stands for; width 0 where none does.
 * @param {Letters} lower
 * @param {number} index
 * @param {string | undefined} before the letter that was put last
 * @param {ReadonlySet<string>} topLevel
 * @returns {_Disguise}
 */
function _defangDisguiseAt(lower, index, before, topLevel) {
  const letter = lower[index];
  if (letter === "[" || letter === "(" || letter === "{") return _defangSignAt(lower, index);
  if (_DEFANG_LINES.has(letter)) return [1, ""];
  if (letter !== " " && letter !== "\n") return _DEFANG_NONE;
  if (before === undefined) return _DEFANG_NONE;
  if (_defangIsGapInHost(lower, index, before, topLevel)) return [1, ""];
  return letter === " " && _defangIsLabelLetter(before) ? _defangWordAt(lower, index, topLevel) : _DEFANG_NONE;
}

/**
 * @param {Letters} lower
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
 * @param {Letters} lower
 * @param {number} index
 * @param {ReadonlySet<string>} topLevel
 * @returns {_Disguise}
 */
function _defangWordAt(lower, index, topLevel) {
  for (const [word, put] of _DEFANG_WORDS) {
    if (!_defangStartsWith(lower, word, index)) continue;
    if (put === "/" || _defangEndsInTopLevel(lower, index, word, topLevel)) return [word.length, put];
  }
  return _DEFANG_NONE;
}

/**
 * Whether labels with the same word between them (`contoh titik co titik id`) end in a top-level domain. What stands
 * whole before the word is left alone: in `contoh.cc/id . Si bapa` a sentence begins.
 * @param {Letters} lower
 * @param {number} index
 * @param {string} word
 * @param {ReadonlySet<string>} topLevel
 */
function _defangEndsInTopLevel(lower, index, word, topLevel) {
  if (_defangIsWhole(lower, index, topLevel)) return false;
  let start = index;
  for (let labels = 0; labels < _DEFANG_MOST_LABELS; labels += 1) {
    const label = _defangLabelAt(lower, start + word.length);
    start += word.length + label.length;
    if (label === "" || !_defangStartsWith(lower, word, start)) return topLevel.has(label);
  }
  return false;
}

/**
 * Whether a host with its top-level domain ends here, or a path behind one.
 * @param {Letters} lower
 * @param {number} end
 * @param {ReadonlySet<string>} topLevel
 */
function _defangIsWhole(lower, end, topLevel) {
  let start = end;
  while (start > 0 && end - start < _DEFANG_LONGEST_LOOK && !" \n".includes(lower[start - 1])) start -= 1;
  const written = cut(lower, start, end);
  const [host] = partition(rpartition(written, "//")[2], "/");
  const dot = host.lastIndexOf(".");
  return dot >= 0 && topLevel.has(host.slice(dot + 1));
}

/**
 * A space or line break beside the last dot of a host with a path: `contoh. cc/id`, `contoh .cc/id`.
 * @param {Letters} lower
 * @param {number} index
 * @param {string} before
 * @param {ReadonlySet<string>} topLevel
 */
function _defangIsGapInHost(lower, index, before, topLevel) {
  const after = index + 1;
  const isDotBefore = before === ".";
  if (!isDotBefore && (lower[after] !== "." || !_defangIsLabelLetter(before))) return false;
  let start = isDotBefore ? after : after + 1;
  if (!isDotBefore && lower[start] === " ") start += 1;
  const label = _defangLabelAt(lower, start);
  const end = start + label.length;
  return lower[end] === "/" && topLevel.has(label);
}

/**
 * @param {Letters} lower
 * @param {number} index
 */
function _defangLabelAt(lower, index) {
  let end = index;
  while (end < lower.length && end - index < 24 && _defangIsLabelLetter(lower[end])) end += 1;
  return cut(lower, index, end);
}

/** @param {string} letter */
function _defangIsLabelLetter(letter) {
  return (letter >= "a" && letter <= "z") || (letter >= "0" && letter <= "9") || (letter >= "A" && letter <= "Z")
    || letter === "-";
}

/**
 * @param {Letters} lower
 * @param {string} sign
 * @param {number} index
 */
function _defangStartsWith(lower, sign, index) {
  for (let i = 0; i < sign.length; i += 1) if (lower[index + i] !== sign[i]) return false;
  return true;
}
