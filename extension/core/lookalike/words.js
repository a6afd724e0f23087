"use strict";
// Words of authorities and tickets in a host, with a score.
// Real attack hosts imitate words (tilang, kejaksaan) more often than whole official hosts. A strong word, a second
// one, words that ask for something, and a cheap suffix add up. Twin of etle_guard/lookalike/words.py.

const _WORDS_CHEAP = 10;
const _WORDS_FOREIGN_LETTERS = 15;
const _WORDS_ACT = 10;
const _WORDS_ABOUT = 5;
const _WORDS_SECOND = 10;
const _WORDS_STRONG = 35;
const _WORDS_AS_IS = "word";
const _WORDS_LETTERS = "word-lookalike";
const _WORDS_TYPED = "word-typing-error";
const _WORDS_SEPARATORS = "separators";
const _WORDS_SHORT = 5; // words up to this length match exactly or not at all
const _WORDS_MOST_APPENDED = 3;
const _WORDS_OTHER_START = 5; // what a different first letter takes away: hilang and bilang are words of their own
const _WORDS_LOOKALIKE = 10; // what digits and letter pairs for letters add: nobody writes so by mistake
const _WORDS_SECOND_EDIT = 5; // what a second typing error takes away under dear suffixes
const _WORDS_ONE_MORE = 10; // and beyond the brand's limit
const _WORDS_SOME_DOUBT = 5; // what unknown letters beside a common row of letters take away
const _WORDS_UNKNOWN_START = 15;
const _WORDS_UNKNOWN_END = 10;
const _WORDS_TOO_SHORT = 3; // such words count only among known ones

/**
 * Where a host is registered: for little or nothing, under Indonesia's own suffixes.
 * @typedef {Readonly<{isCheap: boolean, isHome: boolean}>} _WordPlace
 *
 * A brand in one token, what it weighs there, by what trick, and the known words beside it.
 * @typedef {Readonly<{brand: Brand, weight: number, trick: string, beside: readonly string[]}>} _WordHit
 */

/**
 * The likeness that the words in `labels` (in plain letters) add up to, if they reach `RESEMBLES`.
 * @param {readonly string[]} labels
 * @param {Host} host
 * @param {Targets} targets
 * @returns {Likeness[]}
 */
function imitatedWords(labels, host, targets) {
  const own = ownLabels(labels, host);
  const tokens = labelTokens(own);
  const place = { isCheap: isCheap(host, targets), isHome: atHome(host) };
  const met = /** @type {_WordHit[]} */ (tokens.map((token) => _wordsMatch(token, place, targets)).filter(Boolean));
  const hits = met.length ? met : _wordsTorn(own, tokens, targets);
  if (!hits.length) return [];
  const best = hits.reduce((one, other) => (_wordsCompareBest(other, one) > 0 ? other : one));
  const beside = [...tokens, ...hits.flatMap((hit) => hit.beside)];
  const acts = beside.filter((word) => targets.act.has(word)).length;
  const context = acts + beside.filter((word) => targets.about.has(word)).length;
  const brands = new Set([...hits.map((hit) => hit.brand.word), ...beside.filter((word) => targets.kinds.has(word))]);
  const around = Math.min(_WORDS_ACT * acts + _WORDS_ABOUT * (context - acts), 2 * _WORDS_ACT);
  let score = best.weight + _WORDS_SECOND * (brands.size - 1) + around;
  score += (place.isCheap ? _WORDS_CHEAP : 0) + (host.tricks.includes("international") ? _WORDS_FOREIGN_LETTERS : 0);
  score += _wordsAbroad(tokens, hits, context, place);
  const kinds = new Set([...brands].map((word) => targets.kinds.get(word)));
  if (place.isHome && kinds.size === 1 && best.trick === _WORDS_AS_IS && acts === 0) score = Math.min(score, RESEMBLES);
  if (score < RESEMBLES) return [];
  return [{ score, target: best.brand.target, trick: best.trick, matched: best.brand.word }];
}

/**
 * @param {_WordHit} one
 * @param {_WordHit} other
 */
function _wordsCompareBest(one, other) {
  return one.weight - other.weight || compareText(one.brand.word, other.brand.word);
}

/**
 * A rare word with a stray hyphen or dot inside: `ke-jaksaan`, `kejak.saan`; a shorter one as a whole label.
 * @param {readonly string[]} own
 * @param {readonly string[]} tokens
 * @param {Targets} targets
 * @returns {_WordHit[]}
 */
function _wordsTorn(own, tokens, targets) {
  const whole = squash(own.join(""));
  const torn = new Set(own.filter((label) => label.includes("-")).map(squash));
  const met = targets.brands.filter(({ word, edits }) => {
    const isTorn = (word.length >= RARE_WORD && whole.includes(word)) || (edits > 0 && torn.has(word));
    return isTorn && !tokens.some((token) => token.includes(word));
  });
  return met.map((brand) => ({ brand, weight: brand.weight, trick: _WORDS_SEPARATORS, beside: [] }));
}

/**
 * A strong word outside Indonesia's own suffixes, alone (`kejaksaan.com`) or beside unknown letters.
 * @param {readonly string[]} tokens
 * @param {readonly _WordHit[]} hits
 * @param {number} context
 * @param {_WordPlace} place
 */
function _wordsAbroad(tokens, hits, context, place) {
  if (place.isHome || !hits.some((hit) => hit.weight >= _WORDS_STRONG)) return 0;
  return tokens.length === 1 || tokens.length > hits.length + context ? _WORDS_ABOUT : 0;
}

/**
 * The best brand in one token; longer words first, so that `etilang` is not read as `tilang`.
 * @param {string} token
 * @param {_WordPlace} place
 * @param {Targets} targets
 * @returns {_WordHit | null}
 */
function _wordsMatch(token, place, targets) {
  if (targets.ordinary.has(token)) return null;
  const folded = skeleton(token);
  /** @type {_WordHit | null} */
  let best = null;
  for (const brand of targets.brands) {
    const hit = _wordsMatchBrand(token, folded, brand, place, targets);
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
 * @param {Brand} brand
 * @param {_WordPlace} place
 * @param {Targets} targets
 * @returns {_WordHit | null}
 */
function _wordsMatchBrand(token, folded, brand, place, targets) {
  const { word, weight } = brand;
  if (token === word) return { brand, weight, trick: _WORDS_AS_IS, beside: [] };
  if (codePointCount(token) < word.length - brand.edits) return null;
  if (word.length > _WORDS_SHORT ? folded === brand.skeleton : digitReadings(token).includes(word)) {
    return { brand, weight: weight + _WORDS_LOOKALIKE, trick: _WORDS_LETTERS, beside: [] };
  }
  const glued = _wordsGlued(token, folded, brand, place, targets);
  const edited = _wordsEdited(token, folded, brand, place);
  if (glued === null || edited === null) return glued ?? edited;
  return edited.weight > glued.weight ? edited : glued;
}

/**
 * Typing errors within the limit; two at once only after the same two letters.
 * @param {string} token
 * @param {string} folded
 * @param {Brand} brand
 * @param {_WordPlace} place
 * @returns {_WordHit | null}
 */
function _wordsEdited(token, folded, brand, place) {
  const distance = brand.edits ? near(folded, brand.skeleton, wordEdits(brand, place.isCheap)) : null;
  if (distance === null || (distance > 1 && !token.startsWith(brand.word.slice(0, 2)))) return null;
  const [first, second] = brand.skeleton;
  const hasSameStart = folded.startsWith(first) || folded.startsWith(second + first);
  const doubt = (hasSameStart ? 0 : _WORDS_OTHER_START) + _wordsSecondEdit(distance, brand, place);
  return { brand, weight: brand.weight - doubt, trick: _WORDS_TYPED, beside: [] };
}

/**
 * What a second typing error takes away.
 * @param {number} distance
 * @param {Brand} brand
 * @param {_WordPlace} place
 */
function _wordsSecondEdit(distance, brand, place) {
  if (distance < 2) return 0;
  if (distance > brand.edits) return _WORDS_ONE_MORE;
  return place.isCheap ? 0 : _WORDS_SECOND_EDIT;
}

/**
 * The word with something glued to it: `tilanga`, `cekdendatilang`, `kejaksaanbekasi`.
 * @param {string} token
 * @param {string} folded
 * @param {Brand} brand
 * @param {_WordPlace} place
 * @param {Targets} targets
 * @returns {_WordHit | null}
 */
function _wordsGlued(token, folded, brand, place, targets) {
  let [before, word, after] = partition(token, brand.word);
  if (!word && brand.word.length > _WORDS_SHORT) [before, word, after] = partition(folded, brand.skeleton);
  if (!word) return null;
  const left = segments(before, targets.known);
  const right = segments(after, targets.known);
  const isSure = word.length >= RARE_WORD || (left !== null && right !== null);
  const doubt = isSure ? 0 : _wordsDoubt(left !== null, right !== null, after, brand, place);
  if (doubt === null) return null;
  const trick = token.includes(brand.word) ? _WORDS_AS_IS : _WORDS_LETTERS;
  return { brand, weight: brand.weight - doubt, trick, beside: [...(left ?? []), ...(right ?? [])] };
}

/**
 * What unknown letters beside a word take away that may stand there by chance; null where it does not count.
 * @param {boolean} isLeftKnown
 * @param {boolean} isRightKnown
 * @param {string} after
 * @param {Brand} brand
 * @param {_WordPlace} place
 * @returns {number | null}
 */
function _wordsDoubt(isLeftKnown, isRightKnown, after, brand, place) {
  if (!isLeftKnown && !isRightKnown) return null;
  if (!brand.edits) return place.isCheap && brand.word.length > _WORDS_TOO_SHORT ? _WORDS_SOME_DOUBT : null;
  const isLong = brand.word.length >= LONG_WORD;
  // Indonesian has words and places that end so (kutilang).
  if (!isLeftKnown && place.isCheap && !place.isHome) return 0;
  if (!isLeftKnown) return isLong ? _WORDS_SOME_DOUBT : _WORDS_UNKNOWN_START;
  const length = codePointCount(after);
  const beginsOtherWord = !isLong && length > 1 && length <= _WORDS_MOST_APPENDED;
  return beginsOtherWord && !place.isCheap ? _WORDS_UNKNOWN_END : 0;
}
