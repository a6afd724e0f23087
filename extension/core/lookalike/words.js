"use strict";
// Words of authorities and tickets in a host, with a score.
// Real attack hosts imitate words (tilang, kejaksaan) more often than whole official hosts. A strong word, a second
// one, words that ask for something, and a cheap suffix add up. Twin of etle_guard/lookalike/words.py.

const _WORDS_CHEAP = 10;
const _WORDS_FOREIGN_LETTERS = 15;
const _WORDS_ACT = 10;
const _WORDS_ABOUT = 5;
const _WORDS_SECOND = 10;
const _WORDS_SHORT = 5; // words up to this length match exactly or not at all
const _WORDS_STRONG = 35;
const _WORDS_MOST_APPENDED = 3;
const _WORDS_LONGEST_LABEL = 63;
const _WORDS_OTHER_START = 5; // what a different first letter takes away: hilang and bilang are words of their own

/**
 * A brand met in a token, what it weighs there, and the known words left beside it.
 * @typedef {Readonly<{brand: Brand, weight: number, exact: boolean, left: string}>} _WordHit
 */

/**
 * The likeness that the words in `labels` (in plain letters) add up to, if they reach `RESEMBLES`.
 * @param {readonly string[]} labels
 * @param {Host} host
 * @param {Targets} targets
 * @returns {Likeness[]}
 */
function imitatedWords(labels, host, targets) {
  const tokens = _wordsTokens(ownLabels(labels, host));
  const hits = /** @type {_WordHit[]} */ (tokens.map((token) => _wordsMatch(token, targets)).filter((hit) => hit));
  if (!hits.length) return [];
  const best = hits.reduce((one, other) => (_wordsCompareBest(other, one) > 0 ? other : one));
  const beside = [...tokens, ...hits.map((hit) => hit.left)];
  const acts = beside.filter((word) => targets.act.has(word)).length;
  const context = acts + beside.filter((word) => targets.about.has(word)).length;
  let score = best.weight + _wordsBeside(hits, acts, context) + _wordsWhere(host, targets)
    + _wordsAbroad(tokens, hits, context, host);
  if (atHome(host) && hits.length === 1 && best.exact && acts === 0) score = Math.min(score, RESEMBLES);
  if (score < RESEMBLES) return [];
  return [{ score, target: best.brand.target, trick: best.exact ? "word" : "word-changed", matched: best.brand.word }];
}

/**
 * @param {_WordHit} one
 * @param {_WordHit} other
 */
function _wordsCompareBest(one, other) {
  return one.weight - other.weight || compareText(one.brand.word, other.brand.word);
}

/**
 * What the other words of the host add: each further brand, and words that go with tickets.
 * @param {readonly _WordHit[]} hits
 * @param {number} acts
 * @param {number} context
 */
function _wordsBeside(hits, acts, context) {
  const words = new Set(hits.map((hit) => hit.brand.word));
  const around = Math.min(_WORDS_ACT * acts + _WORDS_ABOUT * (context - acts), 2 * _WORDS_ACT);
  return _WORDS_SECOND * (words.size - 1) + around;
}

/**
 * What a cheap or free suffix adds, and letters from beyond ASCII.
 * @param {Host} host
 * @param {Targets} targets
 */
function _wordsWhere(host, targets) {
  const cheap = targets.cheap.has(host.suffix) || _wordsIsFree(host, targets);
  return (cheap ? _WORDS_CHEAP : 0) + (host.tricks.includes("international") ? _WORDS_FOREIGN_LETTERS : 0);
}

/**
 * A strong word outside Indonesia's own suffixes, alone (`kejaksaan.com`) or beside unknown letters.
 * @param {readonly string[]} tokens
 * @param {readonly _WordHit[]} hits
 * @param {number} context
 * @param {Host} host
 */
function _wordsAbroad(tokens, hits, context, host) {
  if (atHome(host) || !hits.some((hit) => hit.weight >= _WORDS_STRONG)) return 0;
  return tokens.length === 1 || tokens.length > hits.length + context ? _WORDS_ABOUT : 0;
}

/**
 * @param {Host} host
 * @param {Targets} targets
 */
function _wordsIsFree(host, targets) {
  if (targets.free.has(host.suffix)) return true;
  const labels = host.ascii.split(".");
  return labels.some((_, index) => index > 0 && targets.free.has(labels.slice(index).join(".")));
}

/**
 * The hyphen-separated parts of each label; `e-tilang` and `ti-lang` are joined to one word.
 * @param {readonly string[]} own
 */
function _wordsTokens(own) {
  /** @type {string[]} */
  const tokens = [];
  for (const label of own) tokens.push(..._wordsJoined(label.split(/[-_]/).filter((part) => part)));
  return tokens;
}

/** @param {readonly string[]} parts */
function _wordsJoined(parts) {
  const isSpelt = parts.length > 1 && parts.some((part) => codePointCount(part) === 1);
  return isSpelt ? _wordsGlueSingleLetters(parts) : parts;
}

/** @param {readonly string[]} parts */
function _wordsGlueSingleLetters(parts) {
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

/**
 * The best brand in one token; longer words first, so that `etilang` is not read as `tilang`.
 * @param {string} token
 * @param {Targets} targets
 * @returns {_WordHit | null}
 */
function _wordsMatch(token, targets) {
  if (targets.ordinary.has(token)) return null;
  const folded = skeleton(token);
  const readings = digitReadings(token);
  /** @type {_WordHit | null} */
  let best = null;
  for (const brand of targets.brands) {
    const hit = _wordsMatchBrand(token, folded, readings, brand, targets);
    if (hit !== null && (best === null || _wordsCompareHit(hit, best) > 0)) best = hit;
  }
  return best;
}

/**
 * @param {_WordHit} one
 * @param {_WordHit} other
 */
function _wordsCompareHit(one, other) {
  return one.weight - other.weight || one.brand.word.length - other.brand.word.length
    || compareText(one.brand.word, other.brand.word);
}

/**
 * @param {string} token
 * @param {string} folded
 * @param {readonly string[]} readings
 * @param {Brand} brand
 * @param {Targets} targets
 * @returns {_WordHit | null}
 */
function _wordsMatchBrand(token, folded, readings, brand, targets) {
  if (token === brand.word) return { brand, weight: brand.weight, exact: true, left: "" };
  if (codePointCount(token) < brand.word.length - brand.edits) return null;
  if (brand.word.length <= _WORDS_SHORT) return _wordsShortWord(token, readings, brand, targets);
  if (folded === brand.skeleton) return { brand, weight: brand.weight + 10, exact: false, left: "" };
  return _wordsEdited(token, folded, brand) ?? _wordsGlued(token, folded, brand, targets);
}

/**
 * A short word with digits for letters, or glued to known words; typing errors of it do not count.
 * @param {string} token
 * @param {readonly string[]} readings
 * @param {Brand} brand
 * @param {Targets} targets
 * @returns {_WordHit | null}
 */
function _wordsShortWord(token, readings, brand, targets) {
  if (readings.includes(brand.word)) return { brand, weight: brand.weight + 10, exact: false, left: "" };
  const left = _wordsLeftOver(token, brand.word);
  return left !== null && _wordsIsKnown(left, targets) ? { brand, weight: brand.weight, exact: true, left } : null;
}

/**
 * Typing errors within the brand's limit; two at once only after the same two letters.
 * @param {string} token
 * @param {string} folded
 * @param {Brand} brand
 * @returns {_WordHit | null}
 */
function _wordsEdited(token, folded, brand) {
  const distance = brand.edits ? near(folded, brand.skeleton, brand.edits) : null;
  if (distance === null || (distance === 2 && token.slice(0, 2) !== brand.word.slice(0, 2))) return null;
  const isSwapped = folded.slice(0, 2) === brand.skeleton[1] + brand.skeleton[0];
  const isSameStart = folded[0] === brand.skeleton[0] || isSwapped;
  return { brand, weight: brand.weight - (isSameStart ? 0 : _WORDS_OTHER_START), exact: false, left: "" };
}

/**
 * The word at the start or end of a token with something glued to it: `tilanga`, `cekdendatilang`.
 * @param {string} token
 * @param {string} folded
 * @param {Brand} brand
 * @param {Targets} targets
 * @returns {_WordHit | null}
 */
function _wordsGlued(token, folded, brand, targets) {
  const left = _wordsLeftOver(token, brand.word) ?? _wordsLeftOver(folded, brand.skeleton);
  if (left === null) return null;
  if (_wordsIsKnown(left, targets)) return { brand, weight: brand.weight, exact: true, left };
  const length = codePointCount(left);
  if (length > _WORDS_MOST_APPENDED || !(brand.edits === 2 || folded.startsWith(brand.skeleton))) return null;
  const isFull = length === 1 || brand.edits === 2;
  return { brand, weight: isFull ? brand.weight : brand.weight - 10, exact: false, left: "" };
}

/**
 * @param {string} token
 * @param {string} word
 * @returns {string | null}
 */
function _wordsLeftOver(token, word) {
  if (token.startsWith(word)) return token.slice(word.length);
  return token.endsWith(word) ? token.slice(0, -word.length) : null;
}

/**
 * Whether letters are made of known words only, by trying every cut (labels are short; known words are ASCII).
 * @param {string} text
 * @param {Targets} targets
 */
function _wordsIsKnown(text, targets) {
  if (text.length > _WORDS_LONGEST_LABEL) return false;
  const reach = [true];
  for (let end = 1; end <= text.length; end += 1) {
    reach[end] = reach.some((isReached, start) => isReached && targets.known.has(text.slice(start, end)));
  }
  return reach[text.length];
}
