"use strict";
// The strongest likeness of a host to anything protected.
// Twin of etle_guard/lookalike/likeness.py.

/**
 * The strongest likeness of a host that is not official itself, whole names first; null where there is none.
 * @param {Host} host
 * @param {Targets} targets
 * @returns {Likeness | null}
 */
function likeness(host, targets) {
  const isAuthority = !host.tricks.includes("international") && isRestricted(host, targets); // whose names are ASCII
  if (host.kind !== "name" || isAuthority) return null;
  const plain = host.display.split(".").map((label) => plainLetters(label, targets.fold));
  if (!mayResemble(plain.join("."), targets.sieve)) return null;
  const names = wholeNames(plain, host, targets);
  const found = names.length ? names : imitatedWords(plain, host, targets);
  if (!found.length) return null;
  return found.reduce((one, other) => (_likenessCompare(other, one) > 0 ? other : one));
}

/**
 * @param {Likeness} one
 * @param {Likeness} other
 */
function _likenessCompare(one, other) {
  return one.score - other.score || compareText(one.target, other.target) || compareText(one.trick, other.trick);
}

/**
 * Whether only an authority can register under the host's suffix.
 * @param {Host} host
 * @param {Targets} targets
 */
function isRestricted(host, targets) {
  for (const suffix of targets.restricted) {
    if (host.suffix === suffix || host.suffix.endsWith("." + suffix)) return true;
  }
  return false;
}
