"use strict";
// Words and what they mean: the lexicon, and the concepts and negations that are found with it. Twin of etle_guard/model/lexicon.py.

const _LEXICON_NEGATION = "negation";
const _LEXICON_OR = new Set(["atau", "ataupun", "maupun", "or"]); // after what is negated, negates what follows too
const _LEXICON_OR_REACHES = 2; // words: "jangan berikan kode OTP atau PIN"
const _LEXICON_NEGATES_WITHIN = 3; // words: "tidak pernah meminta OTP"
const _LEXICON_DENYING = new Set(["bukan"]); // denies the next word only: "bukan Anda, kirimkan OTP"
const _LEXICON_VOWELS = "aiueo";
const _LEXICON_SHORTEST_SKELETON = 3; // consonants: two match too much

/**
 * @typedef {{rest: string[], concepts: number[]}} Phrase what follows a first word, and what it then means
 *
 * A word set right: its form, the listed word that it derives from (or ""), and whether it was disguised. `phrases` may
 * begin with it, those by its form first, the longest first; `negates` says that it negates what follows.
 * @typedef {{form: string, base: string, disguised: boolean, phrases: Phrase[], negates: number}} Word
 *
 * A concept met in a text; `start` and `end` are code points of the text as given, `negated` after a *jangan*.
 * @typedef {{concept: string, start: number, end: number, negated: boolean}} ConceptHit
 *
 * A concept by number, the words that carry it (first, and one past the last), and whether it is negated.
 * @typedef {{concept: number, first: number, last: number, negated: boolean}} Hit
 *
 * The concepts in a fixed order, and the ways to them; `lone` are the words that are a phrase by themselves.
 * `spellings` gives the standard word for what is written in chats and said in neighbouring languages (*ora*: *tidak*).
 * @typedef {{concepts: string[], phrases: Map<string, Phrase[]>, lone: Set<string>, words: Set<string>,
 *            skeletons: Map<string, string[]>, negations: Set<string>, spellings: Map<string, string>}} Lexicon
 */

/**
 * The lexicon of a model: words and phrases by concept, and what is written for a standard word. All in folded form,
 * parted by commas.
 * @param {Record<string, string>} concepts
 * @param {Record<string, string>} spellings
 * @returns {Lexicon}
 */
function readLexicon(concepts, spellings) {
  const names = Object.keys(concepts).sort(_lexiconOrder);
  /** @type {Map<string, number[]>} */
  const found = new Map(); // phrase, its words parted by spaces
  names.forEach((name, number) => {
    for (const phrase of concepts[name].split(",")) {
      const words = /^[ -~]*$/.test(phrase) ? _lexiconPhraseWords(phrase).join(" ") : "";
      if (words === "") throw new RulebookError(`model: concepts.${name} holds ${phrase}, expected words`);
      found.set(words, [...(found.get(words) ?? []), number]);
    }
  });
  const written = new Map(Object.keys(spellings).sort(_lexiconOrder)
    .flatMap((word) => spellings[word].split(",").map((form) => /** @type {const} */ ([form, word]))));
  const words = new Set([...[...found.keys()].flatMap((phrase) => phrase.split(" ")), ...written.keys()]);
  const lone = [...found.keys()].filter((phrase) => !phrase.includes(" ")).sort(_lexiconOrder);
  const negation = names.indexOf(_LEXICON_NEGATION);
  const negations = new Set(lone.filter((word) => found.get(word)?.includes(negation)));
  const phrases = _lexiconByFirstWord(found);
  const skeletons = _lexiconSkeletons(lone);
  return { concepts: names, phrases, lone: new Set(lone), words, skeletons, negations, spellings: written };
}

/** Order by code, as Python sorts ASCII. @param {string} a @param {string} b */
function _lexiconOrder(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The words of a phrase as the scanner cuts them: letters stay one word, capital ones are its special tokens.
 * @param {string} phrase
 */
function _lexiconPhraseWords(phrase) {
  /** @type {string[]} */
  const words = [];
  for (const word of phrase.split(" ")) {
    if (/^[A-Za-z]+$/.test(word)) words.push(word);
    else words.push(...scan(word).tokens.map((token) => token.text));
  }
  return words;
}

/**
 * @param {Map<string, number[]>} found
 * @returns {Map<string, Phrase[]>}
 */
function _lexiconByFirstWord(found) {
  const split = [...found].map(([phrase, concepts]) => ({ words: phrase.split(" "), concepts }));
  split.sort((a, b) => b.words.length - a.words.length || _lexiconOrder(a.words.join(" "), b.words.join(" ")));
  /** @type {Map<string, Phrase[]>} */
  const rows = new Map();
  for (const { words, concepts } of split) {
    const row = rows.get(words[0]) ?? [];
    row.push({ rest: words.slice(1), concepts });
    rows.set(words[0], row);
  }
  return rows;
}

/**
 * Consonants → the words of five letters or more that have them and some vowels.
 * @param {string[]} words
 * @returns {Map<string, string[]>}
 */
function _lexiconSkeletons(words) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const word of words) {
    const skeleton = consonants(word);
    const isUseful = skeleton.length >= _LEXICON_SHORTEST_SKELETON && skeleton.length < word.length;
    if (word.length >= 5 && isUseful) found.set(skeleton, [...(found.get(skeleton) ?? []), word]);
  }
  return found;
}

/**
 * A word without its vowels.
 * @param {string} word
 */
function consonants(word) {
  let found = "";
  for (const letter of word) if (!_LEXICON_VOWELS.includes(letter)) found += letter;
  return found;
}

/**
 * Concepts in the order of the text. The longest phrase wins, and its words give nothing else.
 * @param {Word[]} words
 * @param {Token[]} tokens
 * @returns {Hit[]}
 */
function findConcepts(words, tokens) {
  /** @type {Hit[]} */
  const hits = [];
  let negatedUntil = -1;
  let index = 0;
  while (index < words.length) {
    const { phrases, negates } = words[index];
    if (tokens[index].opens) negatedUntil = -1;
    let last = index + 1;
    const before = hits.length ? hits[hits.length - 1] : null;
    const isOr = _LEXICON_OR.has(words[index].form) || _LEXICON_OR.has(words[index].base);
    if (isOr && before !== null && before.negated && before.last === index) {
      negatedUntil = Math.max(negatedUntil, index + _LEXICON_OR_REACHES);
    }
    for (const { rest, concepts } of phrases) {
      if (rest.length && !_lexiconContinues(words, index + 1, rest)) continue;
      last += rest.length;
      for (const concept of concepts) hits.push({ concept, first: index, last, negated: index <= negatedUntil });
      break;
    }
    if (negates) negatedUntil = last - 1 + negates;
    index = last;
  }
  return hits;
}

/**
 * How many words a word in its standard form negates: none, the next one (*bukan*), or three.
 * @param {string} word
 * @param {Lexicon} lexicon
 */
function reachOf(word, lexicon) {
  if (_LEXICON_DENYING.has(word)) return 1;
  return lexicon.negations.has(word) ? _LEXICON_NEGATES_WITHIN : 0;
}

/**
 * Whether the words from here on are those of a phrase, as they stand or without affixes.
 * @param {Word[]} words
 * @param {number} index
 * @param {string[]} rest
 */
function _lexiconContinues(words, index, rest) {
  if (index + rest.length > words.length) return false;
  for (let i = 0; i < rest.length; i += 1) {
    const word = words[index + i];
    if (rest[i] !== word.form && rest[i] !== word.base) return false;
  }
  return true;
}

