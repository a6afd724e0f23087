"use strict";
// How far two spellings are apart, and how far they may be.
// Twin of etle_guard/lookalike/distance.py.

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
  const distance = _distanceOf(letters, word, limit);
  return distance <= limit ? distance : null;
}

/**
 * How many edits a label of this length may be away: 0 up to 6 letters, 1 below 9, 2 below 13, else 3.
 * @param {number} length
 */
function editLimit(length) {
  return length <= 6 ? 0 : length < 9 ? 1 : length < 13 ? 2 : 3;
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours, no letter touched twice; any number beyond `limit`.
 * @param {Letters} letters
 * @param {string} word
 * @param {number} limit
 */
function _distanceOf(letters, word, limit) {
  /** @type {number[]} */
  let before = [];
  /** @type {number[]} */
  let here = [];
  let above = Array.from({ length: word.length + 1 }, (_, column) => column);
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
