"use strict";
// How far two spellings are apart, and how far they may be.
// Twin of etle_guard/lookalike/distance.py.

const _DISTANCE_ROWS = [0, 1, 2].map(() => new Uint16Array(64)); // made once: this runs for every host

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
  const width = word.length;
  let [before, above, here] = width < 64 ? _DISTANCE_ROWS : [0, 1, 2].map(() => new Uint16Array(width + 1));
  for (let column = 0; column <= width; column += 1) above[column] = column;
  for (let row = 1; row <= letters.length; row += 1) {
    const letter = letters[row - 1];
    const first = Math.max(1, row - limit); // further from the diagonal more than `limit` letters would be missing
    const last = Math.min(width, row + limit);
    here[first - 1] = first === 1 ? row : limit + 1;
    let least = limit + 1;
    for (let column = first; column <= last; column += 1) {
      const isSame = letter === word[column - 1];
      let cost = above[column - 1] + (isSame ? 0 : 1);
      if (above[column] + 1 < cost) cost = above[column] + 1;
      if (here[column - 1] + 1 < cost) cost = here[column - 1] + 1;
      if (!isSame && row > 1 && column > 1 && letter === word[column - 2] && letters[row - 2] === word[column - 1]
        && before[column - 2] + 1 < cost) cost = before[column - 2] + 1;
      here[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return least; // the least of a row grows by one at most, so no swap comes back below
    if (last < width) here[last + 1] = limit + 1;
    [before, above, here] = [above, here, before];
  }
  return above[width];
}
