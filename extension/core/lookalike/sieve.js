"use strict";
// A quick look that lets most hosts pass: what it lets pass resembles nothing protected, what it keeps may.
// Nearly every host of the world holds no protected word and lies far from every one. The sieve asks the questions of
// names.js and words.js more loosely and over the whole host, so that nothing need be parsed for an answer.
// Twin of etle_guard/lookalike/sieve.py.

/**
 * What a host must not hold, and for each length what a part of it must not be near, with how many edits.
 * @typedef {Readonly<{held: RegExp, near: ReadonlyMap<number, readonly _CloseLetters[]>}>} Sieve
 *
 * A skeleton, and how many edits away from it still count.
 * @typedef {Readonly<{skeleton: string, limit: number}>} Close
 *
 * The same with the set of its letters.
 * @typedef {Readonly<{skeleton: string, limit: number, letters: number}>} _CloseLetters
 */

/**
 * `held`: squashed forms, plain and folded; `close`: what a part must not be near.
 * @param {readonly string[]} held
 * @param {readonly Close[]} close
 * @returns {Sieve}
 */
function makeSieve(held, close) {
  const texts = [...new Set(held)].filter((text) => text).map((text) => text.replace(/[^a-z0-9]/g, "\\$&"));
  /** @type {Map<number, _CloseLetters[]>} */
  const lengths = new Map();
  for (const row of close) {
    const width = row.skeleton.length;
    for (let length = width - row.limit; length <= width + row.limit; length += 1) {
      lengths.set(length, [...(lengths.get(length) ?? []), { ...row, letters: _sieveLetters(row.skeleton) }]);
    }
  }
  return { held: new RegExp(texts.length ? texts.join("|") : "(?!)"), near: lengths };
}

/**
 * Whether a host in lower-case ASCII may resemble anything protected; false is certain, true is a guess.
 * @param {string} host
 * @param {Sieve} sieve
 */
function mayResemble(host, sieve) {
  const folded = skeleton(host);
  if (sieve.held.test(squash(folded)) || (folded !== host && sieve.held.test(squash(host)))) return true;
  const isHyphenated = host.includes("-") || host.includes("_");
  if (_sieveParts(folded, isHyphenated).some((part) => _sieveIsNear(part, sieve))) return true;
  return isHyphenated && labelTokens(host.split(".")).some((part) => _sieveIsNear(skeleton(part), sieve));
}

/**
 * Every label, and every row of labels from the first on, without hyphens.
 * @param {string} folded
 * @param {boolean} isHyphenated
 */
function _sieveParts(folded, isHyphenated) {
  const parts = (isHyphenated ? folded.replace(/[-_]/g, "") : folded).split(".");
  let row = parts[0];
  for (let count = 2, labels = parts.length; count < labels; count += 1) {
    row += parts[count - 1];
    parts.push(row);
  }
  return parts;
}

/**
 * @param {string} text
 * @param {Sieve} sieve
 */
function _sieveIsNear(text, sieve) {
  const rows = sieve.near.get(codePointCount(text));
  if (rows === undefined) return false;
  const letters = _sieveLetters(text);
  return rows.some((row) => _sieveMayBeNear(letters, row) && near(text, row.skeleton, row.limit) !== null);
}

/**
 * A bit for each letter that a text holds, and one for all else.
 * @param {string} text
 */
function _sieveLetters(text) {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) {
    const place = text.charCodeAt(index) - 97;
    letters |= 1 << (place >= 0 && place < 26 ? place : 26);
  }
  return letters;
}

/**
 * Whether no more letters are missing on either side than there may be edits: each costs one.
 * @param {number} letters
 * @param {_CloseLetters} row
 */
function _sieveMayBeNear(letters, row) {
  return _sieveCount(letters & ~row.letters) <= row.limit && _sieveCount(row.letters & ~letters) <= row.limit;
}

/** @param {number} bits */
function _sieveCount(bits) {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
