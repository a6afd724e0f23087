"use strict";
// A quick look that lets most hosts pass: what it lets pass resembles nothing protected, what it keeps may.
// Nearly every host of the world holds no protected word and lies far from every one. The sieve asks the questions of
// names.js and words.js more loosely and over the whole host, so that nothing need be parsed for an answer.
// Twin of etle_guard/lookalike/sieve.py.

/**
 * What a host must not hold, and for each length what a part of it must not be near, with how many edits.
 * @typedef {Readonly<{held: RegExp, near: ReadonlyMap<number, readonly (readonly [string, number])[]>}>} Sieve
 */

/**
 * `held`: squashed forms, plain and folded; `close`: skeletons and how many edits away they still count.
 * @param {readonly string[]} held
 * @param {readonly (readonly [string, number])[]} close
 * @returns {Sieve}
 */
function makeSieve(held, close) {
  const texts = [...new Set(held)].filter((text) => text).map((text) => text.replace(/[^a-z0-9]/g, "\\$&"));
  /** @type {Map<number, (readonly [string, number])[]>} */
  const lengths = new Map();
  for (const row of close) {
    for (let length = row[0].length - row[1]; length <= row[0].length + row[1]; length += 1) {
      lengths.set(length, [...(lengths.get(length) ?? []), row]);
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
  for (const part of _sieveParts(folded, isHyphenated)) if (_sieveIsNear(part, sieve)) return true;
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
  return rows !== undefined && rows.some(([word, limit]) => near(text, word, limit) !== null);
}
