"use strict";
// Letters without spaces cut into known words: `cekdenda` is `cek` and `denda`.
// Twin of etle_guard/lookalike/segments.py.

const _SEGMENTS_LONGEST = 63; // letters of one label

/**
 * `text` as a row of known words and digits, the longest first from the left; null where there is no such row.
 * @param {string} text
 * @param {ReadonlySet<string>} known ASCII words
 * @returns {readonly string[] | null}
 */
function segments(text, known) {
  if (text.length > _SEGMENTS_LONGEST) return null;
  /** @type {(readonly string[] | null)[]} */
  const rows = [[]];
  for (let end = 1; end <= text.length; end += 1) {
    rows[end] = null;
    for (let start = 0; start < end; start += 1) {
      const row = rows[start];
      const piece = text.slice(start, end);
      if (row !== null && (known.has(piece) || /^[0-9]$/.test(piece))) {
        rows[end] = [...row, piece];
        break;
      }
    }
  }
  return rows[text.length];
}
