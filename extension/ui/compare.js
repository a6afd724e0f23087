"use strict";
// Two hosts beside each other: which letters of the one that opens do not stand in the one that it imitates.

/**
 * A run of letters; `odd` where the official host has no such letter at this place.
 * @typedef {Readonly<{text: string, odd: boolean}>} LetterRun
 */

const _COMPARE_LONGEST = 253; // letters of a host name, RFC 1035

/**
 * The letters of `shown`, in runs. Where the two have less than half in common nothing is called odd.
 * @param {string} shown
 * @param {string} official
 * @returns {LetterRun[]}
 */
function letterRuns(shown, official) {
  const letters = [...shown.slice(0, _COMPARE_LONGEST)];
  const common = _compareCommon(letters, [...official.slice(0, _COMPARE_LONGEST)]);
  if (common.size * 2 < letters.length) return [{ text: shown, odd: false }];
  _compareDropStrays(common);
  /** @type {{text: string, odd: boolean}[]} */
  const runs = [];
  for (const [index, letter] of letters.entries()) {
    const odd = !common.has(index);
    const last = runs.at(-1);
    if (last?.odd === odd) last.text += letter;
    else runs.push({ text: letter, odd });
  }
  return runs;
}

/**
 * A common letter alone among odd ones is chance, not likeness: it counts as odd.
 * @param {Set<number>} common
 */
function _compareDropStrays(common) {
  const strays = [...common].filter((index) => !common.has(index - 1) && !common.has(index + 1));
  for (const index of strays) common.delete(index);
}

/**
 * Indices in `a` of a longest common subsequence of `a` and `b`.
 * @param {readonly string[]} a
 * @param {readonly string[]} b
 */
function _compareCommon(a, b) {
  const lengths = _compareLengths(a, b);
  /** @type {Set<number>} */
  const common = new Set();
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      common.add(i);
      i += 1;
      j += 1;
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) i += 1;
    else j += 1;
  }
  return common;
}

/**
 * `lengths[i][j]` is the length of a longest common subsequence of `a` from `i` and `b` from `j`.
 * @param {readonly string[]} a
 * @param {readonly string[]} b
 */
function _compareLengths(a, b) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}
