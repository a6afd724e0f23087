"use strict";
// What is protected against imitation, as data: names, words, and what helps to tell a stranger from an owner.
// Twin of etle_guard/lookalike/targets.py.

const SURE = 40;
const RESEMBLES = 30;

/**
 * A protected word: what it adds to a score, how many typing errors count, the official host behind it.
 * @typedef {Readonly<{word: string, weight: number, edits: number, target: string, skeleton: string}>} Brand
 *
 * A protected host: as written, squashed, and the squashed label that imitators register; skeletons of both.
 * @typedef {Readonly<{host: string, squashed: string, label: string, squashedSkeleton: string,
 *   labelSkeleton: string}>} Name
 *
 * What is protected and what helps to tell: words, names, context words, cheap and free suffixes.
 * @typedef {Readonly<{names: readonly Name[], brands: readonly Brand[], act: ReadonlySet<string>,
 *   about: ReadonlySet<string>, ordinary: ReadonlySet<string>, known: ReadonlySet<string>, cheap: ReadonlySet<string>,
 *   free: ReadonlySet<string>, restricted: ReadonlySet<string>, fold: FoldTable}>} Targets
 *
 * How strongly a host looks like an official one (`SURE` and more, `RESEMBLES`), which, and by what trick.
 * @typedef {Readonly<{score: number, target: string, trick: string, matched: string}>} Likeness
 */

/**
 * The labels that the registrant chose: all but the public suffix (without a known one, all but the last).
 * @param {readonly string[]} labels
 * @param {Host} host
 */
function ownLabels(labels, host) {
  const count = host.suffix.split(".").length;
  return labels.length > count ? labels.slice(0, -count) : labels;
}

/**
 * Whether the host stands under Indonesia's own suffixes, where registrants are known by name.
 * @param {Host} host
 */
function atHome(host) {
  return host.suffix === "id" || host.suffix.endsWith(".id");
}

/**
 * Optimal string alignment distance up to `limit`; null beyond it.
 * @param {string} text
 * @param {string} word ASCII
 * @param {number} limit
 * @returns {number | null}
 */
function near(text, word, limit) {
  if (Math.abs(text.length - word.length) > 2 * limit) return null; // twice: a letter may be two UTF-16 units
  const letters = codePoints(text);
  if (Math.abs(letters.length - word.length) > limit) return null;
  const distance = _targetsDistance(letters, word, limit);
  return distance <= limit ? distance : null;
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours, no letter touched twice; any number beyond `limit`.
 * @param {Letters} letters
 * @param {string} word
 * @param {number} limit
 */
function _targetsDistance(letters, word, limit) {
  /** @type {number[]} */
  let before = [];
  /** @type {number[]} */
  let here = [];
  let above = Array.from(word, (_, column) => column);
  above.push(word.length);
  for (let row = 1; row <= letters.length; row += 1) {
    const letter = letters[row - 1];
    here[0] = row;
    let least = row;
    for (let column = 1; column <= word.length; column += 1) {
      const change = letter === word[column - 1] ? 0 : 1;
      let cost = Math.min(above[column] + 1, here[column - 1] + 1, above[column - 1] + change);
      if (row > 1 && letter === word[column - 2] && letters[row - 2] === word[column - 1]) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      here[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return least; // the least of a row grows by one at most, so no swap comes back below
    [before, above, here] = [above, here, before];
  }
  return above[word.length];
}
