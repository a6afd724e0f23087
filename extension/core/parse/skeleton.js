"use strict";
// Look-alike spellings folded to one plain form, so that `etiIang` and `et1lang` meet `etilang`.
// Twin of etle_guard/parse/skeleton.py.

/** @type {readonly (readonly [string, string])[]} */
const _SKELETON_PAIRS = [["rn", "m"], ["nn", "m"], ["vv", "w"], ["cl", "d"]];
/** @type {Readonly<Record<string, string>>} */
const _SKELETON_DIGITS = { 0: "o", 1: "l", 3: "e", 4: "a", 5: "s", 7: "t", 8: "b", 9: "g" };
/** @type {Readonly<Record<string, string>>} */
const _SKELETON_DIGITS_I = { ..._SKELETON_DIGITS, 1: "i" };
const _SKELETON_ANY_PAIR = /rn|nn|vv|cl/;
const _SKELETON_ANY_DIGIT = /[01345789]/;

/**
 * A to Z in lower case, every other letter as it is, so that no platform's Unicode table takes part.
 * @param {string} text
 */
function asciiLower(text) {
  if (isAscii(text)) return text.toLowerCase(); // within ASCII every platform agrees
  return text.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
}

/**
 * A host label in the ASCII letters that it looks like (fold A).
 * @param {string} label
 * @param {FoldTable} table
 */
function plainLetters(label, table) {
  return isAscii(label) ? label : toAsciiLookalike(label, table);
}

/**
 * Fold B over plain letters: letter pairs, digits, and i as l. Only compare it with other skeletons.
 * @param {string} plain
 */
function skeleton(plain) {
  return _skeletonDigits(_skeletonPaired(plain), _SKELETON_DIGITS).replaceAll("i", "l");
}

/**
 * A word with its digits read as letters, 1 both as l and as i; nothing where it holds no digit or pair.
 * @param {string} plain
 * @returns {readonly string[]}
 */
function digitReadings(plain) {
  if (!_SKELETON_ANY_PAIR.test(plain) && !_SKELETON_ANY_DIGIT.test(plain)) return [];
  const readings = [_skeletonDigits(plain, _SKELETON_DIGITS), _skeletonDigits(plain, _SKELETON_DIGITS_I),
    _skeletonPaired(plain)];
  return [...new Set(readings)].filter((reading) => reading !== plain).sort(compareText);
}

/**
 * Plain letters with digits read as the letters that they stand for, 1 as i: `5urat t1lang`.
 * @param {string} plain
 */
function digitsAsLetters(plain) {
  return _skeletonDigits(plain, _SKELETON_DIGITS_I);
}

/**
 * Letters and digits without the dots and hyphens between them.
 * @param {string} text
 */
function squash(text) {
  return text.replace(/[-._]/g, "");
}

/**
 * The skeleton of a host or label without its dots and hyphens; no pair is read across them.
 * @param {string} plain
 */
function foldedSquash(plain) {
  return squash(skeleton(plain));
}

/** @param {string} plain */
function _skeletonPaired(plain) {
  if (!_SKELETON_ANY_PAIR.test(plain)) return plain;
  return _SKELETON_PAIRS.reduce((text, [pair, letter]) => text.replaceAll(pair, letter), plain);
}

/**
 * @param {string} text
 * @param {Readonly<Record<string, string>>} digits
 */
function _skeletonDigits(text, digits) {
  if (!_SKELETON_ANY_DIGIT.test(text)) return text;
  return text.replace(/[01345789]/g, (digit) => digits[digit]);
}
