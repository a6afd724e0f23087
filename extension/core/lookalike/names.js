"use strict";
// Whole official names in a host: embedded, under another ending, with look-alike letters or typing errors.
// Limits grow with length, since edit distance over short names accuses everyone.
// Twin of etle_guard/lookalike/names.py.

const _NAMES_LONG = 8; // squashed official hosts shorter than this would be met by chance

/**
 * Every official host that `labels` (in plain letters) embed or nearly spell.
 * @param {readonly string[]} labels
 * @param {Host} host
 * @param {Targets} targets
 * @returns {Likeness[]}
 */
function wholeNames(labels, host, targets) {
  const own = ownLabels(labels, host);
  const whole = squash(labels.join(""));
  const folded = skeleton(whole);
  const texts = new Set([squash(own[own.length - 1]), squash(own.join(""))]);
  const written = own.join(".");
  const candidates = [...texts].sort(compareText).map((text) => ({ text, folded: skeleton(text) }));
  /** @type {Likeness[]} */
  const found = [];
  for (const name of targets.names) {
    const isLong = name.squashed.length >= _NAMES_LONG;
    if (isLong && (whole.includes(name.squashed) || folded.includes(name.squashedSkeleton))) {
      found.push({ score: 60, target: name.host, trick: "embedded", matched: name.host });
    }
    if (!name.label) continue;
    for (const candidate of candidates) {
      const spelt = _namesNearLabel(candidate.text, candidate.folded, name, written);
      if (spelt !== null) found.push(spelt);
    }
  }
  return found;
}

/**
 * The registrant's label against the owner's. A single brand word is left to the words: many use it honestly.
 * @param {string} text
 * @param {string} folded
 * @param {Name} name
 * @param {string} matched as written
 * @returns {Likeness | null}
 */
function _namesNearLabel(text, folded, name, matched) {
  const limit = _namesEditLimit(name.label.length);
  if (text === name.label) return { score: 50, target: name.host, trick: "other-ending", matched };
  if (folded === name.labelSkeleton) return { score: 50, target: name.host, trick: "lookalike-letters", matched };
  if (!limit || near(folded, name.labelSkeleton, limit) === null) return null;
  return { score: 45, target: name.host, trick: "typing-error", matched };
}

/**
 * How many edits a label of this length may be away: 0 up to 6 letters, 1 below 9, 2 below 13, else 3.
 * @param {number} length
 */
function _namesEditLimit(length) {
  return length <= 6 ? 0 : length < 9 ? 1 : length < 13 ? 2 : 3;
}
