"use strict";
// Folded text: what a message reads as in plain ASCII, and where each folded character came from.
// Twin of etle_guard/parse/text.py. No platform Unicode table takes part; data/fold.json decides.

const _TEXT_FORMAT = 1;
const _TEXT_POINTS = 0x110000; // code points that Unicode has

// ASCII characters that become a space: WhatsApp markup and what frames a link. The ends of lines stay.
const _TEXT_PARTING = "*<>_`|~";
// Arrows, signs, dingbats, emoji: what they fold to, which no ASCII character does.
const TEXT_SYMBOL = "~";
const _TEXT_SYMBOLS = [[0x2190, 0x2bff], [0x1f000, 0x1faff]];
// Latin-1, Latin Extended-A and -B, and Latin Extended Additional: letters that languages are written in.
const _TEXT_LATIN = [[0x80, 0x24f], [0x1e00, 0x1eff]];

/** The folding table is not one that this release can read. */
class FoldTableError extends Error {}

/**
 * What characters read as. `text` serves running text, `label` the labels of hosts; "" shows nothing.
 * @typedef {{unicode: string, ascii: string, text: Map<number, string>, label: Map<number, string>}} FoldTable
 *
 * Lower-case ASCII; `origins[i]` is the index, in code points of the original, of what became `text[i]`.
 * `obfuscations` counts characters hidden inside words or standing for a letter that they are not.
 * `complete` is false if the message is longer than 2,000 code points, of which the rest is not read.
 * @typedef {{text: string, origins: number[], obfuscations: number, complete: boolean}} Folded
 */

/**
 * The content of fold.json as a table. Throws FoldTableError if this release does not read its format.
 * @param {any} data
 * @returns {FoldTable}
 */
function readFoldTable(data) {
  if (data.format !== _TEXT_FORMAT) {
    throw new FoldTableError(`fold.json: format is ${data.format}, expected ${_TEXT_FORMAT}`);
  }
  const text = _textLetters(data.letters, data.no_entry);
  for (const point of _textDropped(data.dropped)) text.set(point, "");
  for (const point of Object.keys(data.strings)) text.set(parseInt(point, 16), data.strings[point]);
  const rare = _textLetters(data.rare, data.no_entry);
  return { unicode: data.unicode, ascii: _textAsciiLine(), text, label: new Map([...text, ...rare]) };
}

/**
 * Fold a message to ASCII; what has no Latin look becomes a space.
 * @param {string} text
 * @param {FoldTable} table
 * @returns {Folded}
 */
function fold(text, table) {
  let folded = "";
  const origins = [];
  let obfuscations = 0;
  let hidden = 0; // characters that show nothing, since the last letter
  let index = -1;
  for (const character of text) {
    const point = /** @type {number} */ (character.codePointAt(0));
    index += 1;
    if (index === READ_BY_MODEL) return { text: folded, origins, obfuscations, complete: false };
    const before = folded.length;
    if (point < 128) {
      folded += table.ascii[point];
      origins.push(index);
    } else {
      const whole = table.text.get(point) ?? _textUnknown(point);
      if (whole === "") {
        hidden += 1;
        continue;
      }
      folded += whole;
      for (let i = 0; i < whole.length; i += 1) origins.push(index);
      if (_textIsDisguise(point, whole)) obfuscations += 1;
    }
    if (hidden) {
      if (_textIsInsideWord(folded, before)) obfuscations += hidden;
      hidden = 0;
    }
  }
  return { text: folded, origins, obfuscations, complete: true };
}

/**
 * A host label in the ASCII letters that it looks like; characters without a Latin look stay as they are.
 * @param {string} text
 * @param {FoldTable} table
 * @returns {string}
 */
function toAsciiLookalike(text, table) {
  let label = "";
  for (const character of text) {
    const point = /** @type {number} */ (character.codePointAt(0));
    const isCapital = point >= 65 && point <= 90;
    label += isCapital ? String.fromCharCode(point + 32) : table.label.get(point) ?? character;
  }
  return label;
}

/**
 * What has no Latin look parts words; a symbol leaves a trace, since it may stand between the letters of one.
 * @param {number} point
 */
function _textUnknown(point) {
  return _TEXT_SYMBOLS.some(([first, last]) => first <= point && point <= last) ? TEXT_SYMBOL : " ";
}

/**
 * Whether a letter or digit stands on both sides of a place, so that what stood there was hidden in a word.
 * @param {string} folded
 * @param {number} before the place
 */
function _textIsInsideWord(folded, before) {
  return before > 0 && _textIsWordLetter(folded[before - 1]) && _textIsWordLetter(folded[folded.length - 1]);
}

/**
 * Whether a character stands for a letter that it is not; accented letters are honest (Sundanese é).
 * @param {number} point
 * @param {string} whole
 */
function _textIsDisguise(point, whole) {
  return whole >= "a" && whole <= "z" && !_TEXT_LATIN.some(([first, last]) => first <= point && point <= last);
}

/** @param {string} letter */
function _textIsWordLetter(letter) {
  return (letter >= "a" && letter <= "z") || (letter >= "0" && letter <= "9");
}

/** What each of the 128 ASCII characters becomes, by its code. */
function _textAsciiLine() {
  let line = "";
  for (let point = 0; point < 128; point += 1) {
    const letter = String.fromCharCode(point >= 65 && point <= 90 ? point + 32 : point);
    const shown = point === 10 || (point >= 32 && point < 127);
    line += !shown || _TEXT_PARTING.includes(letter) ? " " : letter;
  }
  return line;
}

/** @param {number[]} flat */
function _textDropped(flat) {
  const points = [];
  let end = 0;
  for (let i = 0; i < flat.length; i += 2) {
    const start = end + flat[i];
    end = start + flat[i + 1];
    _textExpectPoint(end, "dropped");
    for (let point = start; point < end; point += 1) points.push(point);
  }
  return points;
}

/**
 * @param {number} end
 * @param {string} key
 */
function _textExpectPoint(end, key) {
  if (end <= _TEXT_POINTS) return;
  const [found, most] = [end.toString(16), _TEXT_POINTS.toString(16)];
  throw new FoldTableError(`fold.json: ${key} reaches code point ${found}, expected at most ${most}`);
}

/**
 * @param {any[]} flat
 * @param {string} noEntry
 * @returns {Map<number, string>}
 */
function _textLetters(flat, noEntry) {
  const entries = new Map();
  let end = 0;
  for (let i = 0; i < flat.length; i += 2) {
    const start = end + flat[i];
    const letters = flat[i + 1];
    _textExpectPoint(start + letters.length, "letters");
    for (let j = 0; j < letters.length; j += 1) if (letters[j] !== noEntry) entries.set(start + j, letters[j]);
    end = start + letters.length;
  }
  return entries;
}
