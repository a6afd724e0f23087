"use strict";
// A file name as a phone would treat it: the extension that counts, and what the name pretends to be.
// Twin of etle_guard/parse/attachments.py.

// Characters that change how a name is shown, or show nothing at all: direction marks, zero-width, soft hyphen.
const _ATTACHMENTS_INVISIBLE = new Set("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d"
  + "\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0");
const _ATTACHMENTS_DIRECTION = new Set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");
const _ATTACHMENTS_SPACES = new Set(" \t\n\r\x0b\x0c\x00\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
  + "\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000");
const _ATTACHMENTS_DOTS = new Set("\u2024\ufe52\uff0e\u3002\uff61");
const _ATTACHMENTS_OVERRIDES = /[\u202e\u202d\u2067]/;
const _ATTACHMENTS_MANY_SPACES = 3;
const _ATTACHMENTS_LONGEST_EXTENSION = 8;

/**
 * Read a file name: the last extension is the true one, an innocent one before it is only shown.
 * @param {string} name
 * @param {FoldTable} fold
 * @param {ReadonlySet<string>} harmless
 * @returns {Attachment}
 */
function parseAttachment(name, fold, harmless) {
  /** @type {string[]} */
  const tricks = [];
  const clean = _attachmentsVisible(name, tricks);
  const plain = toAsciiLookalike(clean, fold);
  const [stem, extension] = _attachmentsCutExtension(plain);
  if (extension && !asciiLower(clean).includes(extension)) tricks.push("lookalike-extension");
  let [inner, shownExtension] = _attachmentsCutExtension(stripEnd(stem, " "));
  if (stem.endsWith(" ".repeat(_ATTACHMENTS_MANY_SPACES))) tricks.push("many-spaces");
  if (!harmless.has(shownExtension)) [inner, shownExtension] = [stem, ""];
  return { name, extension, shownExtension, words: _attachmentsWords(inner), tricks };
}

/**
 * The name without what cannot be seen, dots and spaces in one form, nothing after the extension.
 * @param {string} name
 * @param {string[]} tricks
 */
function _attachmentsVisible(name, tricks) {
  const letters = Array.from(name);
  const isTurned = letters.some((letter) => _ATTACHMENTS_DIRECTION.has(letter));
  if (isTurned) tricks.push(_ATTACHMENTS_OVERRIDES.test(name) ? "direction-override" : "direction-mark");
  if (letters.some((letter) => _ATTACHMENTS_INVISIBLE.has(letter))) tricks.push("invisible-letters");
  let text = "";
  for (const letter of letters.map(scalarValue)) {
    if (_ATTACHMENTS_INVISIBLE.has(letter) || _ATTACHMENTS_DIRECTION.has(letter)) continue;
    text += _ATTACHMENTS_DOTS.has(letter) ? "." : _ATTACHMENTS_SPACES.has(letter) ? " " : letter;
  }
  const trimmed = stripEnd(text, " .");
  return /\([0-9]\)$/.test(trimmed) ? stripEnd(trimmed.slice(0, -3), " ") : trimmed;
}

/**
 * @param {string} name
 * @returns {[string, string]}
 */
function _attachmentsCutExtension(name) {
  const [stem, dot, tail] = rpartition(name, ".");
  const extension = stripEnd(stripStart(tail, " "), " ");
  const plain = /^[a-z0-9]+$/.test(extension);
  return dot && plain && extension.length <= _ATTACHMENTS_LONGEST_EXTENSION ? [stem, extension] : [name, ""];
}

/**
 * Letters and digits with single spaces between, a space at each end, so that " tilang " finds a whole word.
 * @param {string} stem
 */
function _attachmentsWords(stem) {
  return " " + stem.split(/[^a-z0-9]+/).filter((part) => part).join(" ") + " ";
}
