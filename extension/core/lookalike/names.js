"use strict";
// Whole official names in a host: embedded, under another ending, with look-alike letters or typing errors.
// Limits grow with length, since edit distance over short names accuses everyone.
// Twin of etle_guard/lookalike/names.py.

const _NAMES_LONG = 8; // squashed official hosts shorter than this would be met by chance
const _NAMES_LONG_LABEL = 7; // and so would shorter labels

/**
 * Every official host that `labels` (in plain letters) embed or nearly spell.
 * @param {readonly string[]} labels
 * @param {Host} host
 * @param {Targets} targets
 * @returns {Likeness[]}
 */
function wholeNames(labels, host, targets) {
  const own = ownLabels(labels, host);
  const whole = labels.join(".");
  const foldedWhole = foldedSquash(whole);
  const written = own.join(".");
  const candidates = [...new Set([own[own.length - 1], written])].sort(compareText);
  /** @type {Likeness[]} */
  const found = [];
  for (const name of targets.names) {
    if (name.squashed.length >= _NAMES_LONG && foldedWhole.includes(name.squashed)) {
      const trick = name.squashed !== foldedWhole ? "embedded" : _namesSameLetters(whole, name.host);
      found.push({ score: 60, target: name.host, trick, matched: name.host });
    }
    if (!name.label) continue;
    for (const candidate of candidates) {
      const spelt = _namesNearLabel(squash(candidate), foldedSquash(candidate), name, written);
      if (spelt !== null) found.push(spelt);
    }
  }
  return found;
}

/**
 * The trick of a host that holds nothing but the letters of an official one.
 * @param {string} text
 * @param {string} host
 */
function _namesSameLetters(text, host) {
  return text !== host && squash(text) === squash(host) ? "separators" : "lookalike-letters";
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
  const limit = editLimit(name.label.length);
  const target = name.host;
  if (text === name.label) return { score: 50, target, trick: "other-ending", matched };
  if (folded === name.labelSkeleton) return { score: 50, target, trick: "lookalike-letters", matched };
  if (name.label.length >= _NAMES_LONG_LABEL && folded.includes(name.labelSkeleton)) {
    return { score: 45, target, trick: "embedded", matched };
  }
  if (!limit || near(folded, name.labelSkeleton, limit) === null) return null;
  return { score: 45, target, trick: "typing-error", matched };
}
