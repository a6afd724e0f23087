"use strict";
// What the model looks at in a text: hashed words and letter groups, and hashed concepts in their order.
// Twin of etle_guard/model/features.py. Two blocks of buckets. Repeating a word changes nothing:
//
// - words: every word that is met, with its base and its groups of three to five letters; neighbouring words;
// - concepts: every concept, the first, the last, how long the text is, and pairs in their order within twelve words.

const WORD_BITS = 12;
const CONCEPT_BITS = 12;
const _FEATURES_WORD_MASK = (1 << WORD_BITS) - 1;
const _FEATURES_CONCEPT_MASK = (1 << CONCEPT_BITS) - 1;
const _FEATURES_FNV_START = 0x811c9dc5 | 0; // FNV-1a, 32 bits (draft-eastlake-fnv), as signed integers
const _FEATURES_FNV_PRIME = 0x01000193;
const _FEATURES_SHORTEST_GROUP = 3;
const _FEATURES_LONGEST_GROUP = 5;
const _FEATURES_PAIR_WITHIN = 12; // words
const _FEATURES_ORDINARY = 5; // characters a word, the space included; shorter words may have been cut into syllables
const _FEATURES_LENGTHS = [6, 12, 24, 48, 96]; // words; where one length class ends

/**
 * A word set right, its hash, how many buckets it fills by itself, and the sum of their weights for each class.
 * @typedef {{word: Word, code: number, filled: number, weights: number[]}} WordFacts
 *
 * A text as the model sees it. `words` holds every word once, `pairs` and `concepts` every bucket of neighbours and
 * of concepts once.
 * @typedef {{tokens: Token[], hits: Hit[], words: WordFacts[], pairs: number[], concepts: number[],
 *            disguises: number}} Features
 *
 * The lexicon, hashes and buckets of its concepts, the weights of each class that a word's own buckets are summed by,
 * and what was worked out before, to save time. `codes` and `met` hold two entries for every concept (met, negated),
 * `first` and `last` one; `lengths` one for every length class.
 * @typedef {{lexicon: Lexicon, weights: Int8Array[], codes: number[], met: number[], first: number[], last: number[],
 *            lengths: number[], knownWords: Map<string, WordFacts>,
 *            knownPairs: Map<number, number>}} FeatureTable
 */

/**
 * The hashes of a lexicon's concepts.
 * @param {Lexicon} lexicon
 * @param {Int8Array[]} weights
 * @returns {FeatureTable}
 */
function makeFeatureTable(lexicon, weights) {
  const codes = lexicon.concepts.flatMap((name) => [hashed(`c${name}`), hashed(`n${name}`)]);
  return {
    lexicon,
    weights,
    codes,
    met: codes.map((code) => _featuresBucket(code, _FEATURES_CONCEPT_MASK)),
    first: lexicon.concepts.map((name) => _featuresConceptBucket(`f${name}`)),
    last: lexicon.concepts.map((name) => _featuresConceptBucket(`e${name}`)),
    lengths: [0, ..._FEATURES_LENGTHS].map((_, place) => _featuresConceptBucket(`l${place}`)),
    knownWords: new Map(),
    knownPairs: new Map(),
  };
}

/**
 * Tokens, words, concepts and buckets of folded text.
 * @param {string} folded
 * @param {FeatureTable} table
 * @returns {Features}
 */
function readFeatures(folded, table) {
  const scanned = scan(folded);
  const mayBeCut = folded.length < _FEATURES_ORDINARY * scanned.tokens.length;
  const [tokens, cut] = mayBeCut ? joinSyllables(scanned.tokens, table.lexicon) : [scanned.tokens, 0];
  const facts = tokens.map((token) => table.knownWords.get(token.text) ?? _featuresFacts(token.text, table));
  const words = facts.map((fact) => fact.word);
  const hits = findConcepts(words, tokens);
  let disguises = scanned.disguises + cut;
  for (const word of words) if (word.disguised) disguises += 1;
  const concepts = _featuresConceptBuckets(hits, facts.length, table);
  return { tokens, hits, words: [...new Set(facts)], pairs: _featuresPairBuckets(facts), concepts, disguises };
}

/**
 * The concepts of folded text alone, for names that are not weighed.
 * @param {string} folded
 * @param {FeatureTable} table
 * @returns {Hit[]}
 */
function readHits(folded, table) {
  const { tokens } = scan(folded);
  const facts = tokens.map((token) => table.knownWords.get(token.text) ?? _featuresFacts(token.text, table));
  return findConcepts(facts.map((fact) => fact.word), tokens);
}

/** How often a bucket of words is filled: by every word and by every pair. @param {Features} features */
function filledBuckets(features) {
  return features.words.reduce((sum, fact) => sum + fact.filled, features.pairs.length);
}

/**
 * 32-bit FNV-1a of ASCII text, as a signed integer.
 * @param {string} text
 */
function hashed(text) {
  let code = _FEATURES_FNV_START;
  for (let i = 0; i < text.length; i += 1) code = Math.imul(code ^ text.charCodeAt(i), _FEATURES_FNV_PRIME);
  return code;
}

/** @param {number} code @param {number} mask */
function _featuresBucket(code, mask) {
  return (code ^ (code >>> 15)) & mask;
}

/** @param {string} text */
function _featuresConceptBucket(text) {
  return _featuresBucket(hashed(text), _FEATURES_CONCEPT_MASK);
}

/**
 * The hash of two hashes in their order.
 * @param {number} first
 * @param {number} second
 */
function _featuresPair(first, second) {
  return Math.imul(first, _FEATURES_FNV_PRIME) ^ second;
}

/**
 * Work out a word that was not met before.
 * @param {string} piece
 * @param {FeatureTable} table
 * @returns {WordFacts}
 */
function _featuresFacts(piece, table) {
  const word = setRight(piece, table.lexicon);
  const code = hashed(`w${word.form}`);
  const buckets = new Set([_featuresBucket(code, _FEATURES_WORD_MASK)]);
  _featuresAddLetterGroups(` ${word.form} `, buckets);
  if (word.base) buckets.add(_featuresBucket(hashed(`w${word.base}`), _FEATURES_WORD_MASK));
  if (table.knownWords.size >= MOST_MEMORISED) table.knownWords.clear();
  const weights = table.weights.map((row) => [...buckets].reduce((sum, bucket) => sum + row[bucket], 0));
  const facts = { word, code, filled: buckets.size, weights };
  table.knownWords.set(piece, facts);
  return facts;
}

/**
 * Buckets of every group of three to five letters, spaces at both ends included.
 * @param {string} padded
 * @param {Set<number>} buckets
 */
function _featuresAddLetterGroups(padded, buckets) {
  const start = hashed("g");
  for (let first = 0; first + _FEATURES_SHORTEST_GROUP <= padded.length; first += 1) {
    let code = start;
    const end = Math.min(first + _FEATURES_LONGEST_GROUP, padded.length);
    for (let i = first; i < end; i += 1) {
      code = Math.imul(code ^ padded.charCodeAt(i), _FEATURES_FNV_PRIME);
      if (i - first + 1 >= _FEATURES_SHORTEST_GROUP) buckets.add(_featuresBucket(code, _FEATURES_WORD_MASK));
    }
  }
}

/** @param {WordFacts[]} facts */
function _featuresPairBuckets(facts) {
  const set = /** @type {Set<number>} */ (new Set());
  let before = 0;
  for (const { code } of facts) {
    set.add(_featuresBucket(_featuresPair(before, code), _FEATURES_WORD_MASK));
    before = code;
  }
  return [...set];
}

/**
 * @param {Hit[]} hits
 * @param {number} length
 * @param {FeatureTable} table
 */
function _featuresConceptBuckets(hits, length, table) {
  const set = new Set([table.lengths[_FEATURES_LENGTHS.filter((limit) => length > limit).length]]);
  if (hits.length) set.add(table.first[hits[0].concept]).add(table.last[hits[hits.length - 1].concept]);
  const symbols = hits.map((hit) => 2 * hit.concept + (hit.negated ? 1 : 0));
  for (const symbol of symbols) set.add(table.met[symbol]);
  for (let i = 0; i < hits.length; i += 1) {
    for (let j = i + 1; j < hits.length && hits[j].first - hits[i].first <= _FEATURES_PAIR_WITHIN; j += 1) {
      const key = symbols[i] * table.codes.length + symbols[j];
      set.add(table.knownPairs.get(key) ?? _featuresLearnPair(key, symbols[i], symbols[j], table));
    }
  }
  return [...set];
}

/**
 * @param {number} key
 * @param {number} first
 * @param {number} second
 * @param {FeatureTable} table
 */
function _featuresLearnPair(key, first, second, table) {
  const bucket = _featuresBucket(_featuresPair(table.codes[first], table.codes[second]), _FEATURES_CONCEPT_MASK);
  table.knownPairs.set(key, bucket);
  return bucket;
}
