"use strict";
// The labels of a host, and the tokens between their hyphens.
// Twin of etle_guard/lookalike/labels.py.

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
 * The hyphen-separated parts of each label; `e-tilang` and `t-i-lang` are joined to one token.
 * @param {readonly string[]} labels
 */
function labelTokens(labels) {
  /** @type {string[]} */
  const tokens = [];
  for (const label of labels) {
    if (label.includes("-") || label.includes("_")) tokens.push(..._labelsParts(label));
    else if (label) tokens.push(label);
  }
  return tokens;
}

/** @param {string} label */
function _labelsParts(label) {
  const parts = label.split(/[-_]/).filter((part) => part);
  const isSpelt = parts.length > 1 && parts.some((part) => codePointCount(part) === 1);
  return isSpelt ? _labelsGlueSingleLetters(parts) : parts;
}

/** @param {readonly string[]} parts */
function _labelsGlueSingleLetters(parts) {
  /** @type {string[]} */
  const glued = [];
  let carry = "";
  for (const part of parts) {
    if (codePointCount(part) === 1) {
      carry += part;
    } else {
      glued.push(carry + part);
      carry = "";
    }
  }
  return carry ? [...glued, carry] : glued;
}
