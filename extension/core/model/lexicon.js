"use strict";
// Words and what they mean. Twin of etle_guard/model/lexicon.py.

const _LEXICON_NEGATION = "negation";
const _LEXICON_NEGATES_WITHIN = 3; // words: "tidak pernah meminta OTP"
const _LEXICON_VOWELS = "aiueo";
const _LEXICON_SHORTEST_SKELETON = 3; // consonants: two match too much
const _LEXICON_SHORTEST_STEM = 4;
/** @type {Record<string, string>} */
const _LEXICON_LEET = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 6: "g", 7: "t", 8: "b", 9: "g" };

// Indonesian prefixes, formal and spoken, and the first letters that they swallow: me- + kirim = mengirim.
/** @type {[string, string[]][]} */
const _LEXICON_PREFIXES = [
  ["", [""]], ["di", [""]], ["ter", [""]], ["ber", [""]], ["meng", ["", "k"]], ["mem", ["", "p"]], ["men", ["", "t"]],
  ["meny", ["s"]], ["me", [""]], ["peng", ["", "k"]], ["pem", ["", "p"]], ["pen", ["", "t"]], ["peny", ["s"]],
  ["pe", [""]], ["per", [""]], ["memper", [""]], ["diper", [""]], ["ke", [""]], ["se", [""]], ["nge", [""]],
  ["ng", ["", "k"]], ["ny", ["s"]], ["n", ["t"]], ["m", ["p"]], ["ku", [""]], ["ka", [""]],
];
const _LEXICON_SUFFIXES = [
  "", "nya", "lah", "kah", "kan", "in", "an", "i", "ku", "mu", "annya", "kannya", "inya", "kanlah", "ilah",
  "s", "ed", "ing",
];

/**
 * @typedef {{rest: string[], concepts: number[]}} Phrase what follows a first word, and what it then means
 *
 * A word set right: its form, the listed word that it derives from (or ""), and whether it was disguised. `phrases` may
 * begin with it, those by its form first, the longest first; `negates` says that it negates what follows.
 * @typedef {{form: string, base: string, disguised: boolean, phrases: Phrase[], negates: boolean}} Word
 *
 * A concept met in a text; `start` and `end` are code points of the text as given, `negated` after a *jangan*.
 * @typedef {{concept: string, start: number, end: number, negated: boolean}} ConceptHit
 *
 * A concept by number, the words that carry it (first, and one past the last), and whether it is negated.
 * @typedef {{concept: number, first: number, last: number, negated: boolean}} Hit
 *
 * The concepts in a fixed order, and the ways to them.
 * @typedef {{concepts: string[], phrases: Map<string, Phrase[]>, words: Set<string>, skeletons: Map<string, string>,
 *            negations: Set<string>}} Lexicon
 */

/**
 * The lexicon of a model: concept name → words and phrases, in folded form.
 * @param {Record<string, string[]>} concepts
 * @returns {Lexicon}
 */
function readLexicon(concepts) {
  const names = Object.keys(concepts).sort(_lexiconOrder);
  /** @type {Map<string, number[]>} */
  const found = new Map(); // phrase, its words parted by spaces
  names.forEach((name, number) => {
    for (const phrase of concepts[name]) {
      const words = _lexiconPhraseWords(phrase).join(" ");
      found.set(words, [...(found.get(words) ?? []), number]);
    }
  });
  const words = new Set([...found.keys()].flatMap((phrase) => phrase.split(" ")));
  const negations = new Set((concepts[_LEXICON_NEGATION] ?? []).map((phrase) => _lexiconPhraseWords(phrase)[0]));
  const skeletons = _lexiconSkeletons([...words].sort(_lexiconOrder));
  return { concepts: names, phrases: _lexiconByFirstWord(found), words, skeletons, negations };
}

/** Order by code, as Python sorts ASCII. @param {string} a @param {string} b */
function _lexiconOrder(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The words of a phrase as the scanner cuts them; capital letters stand for its special tokens.
 * @param {string} phrase
 */
function _lexiconPhraseWords(phrase) {
  /** @type {string[]} */
  const words = [];
  for (const word of phrase.split(" ")) {
    if (word >= "A" && word <= "Z") words.push(word);
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
 * Consonants → the one listed word of five letters or more that has them and some vowels; none if there are two.
 * @param {string[]} words
 * @returns {Map<string, string>}
 */
function _lexiconSkeletons(words) {
  const found = new Map();
  for (const word of words) {
    const skeleton = _lexiconConsonants(word);
    const isUseful = skeleton.length >= _LEXICON_SHORTEST_SKELETON && skeleton.length < word.length;
    if (word.length >= 5 && isUseful) found.set(skeleton, found.has(skeleton) ? "" : word);
  }
  return new Map([...found].filter(([, word]) => word));
}

/** @param {string} word */
function _lexiconConsonants(word) {
  let consonants = "";
  for (const letter of word) if (!_LEXICON_VOWELS.includes(letter)) consonants += letter;
  return consonants;
}

/**
 * A scanner's word with digits, stretched letters, dropped vowels and affixes undone.
 * @param {string} piece
 * @param {Lexicon} lexicon
 * @returns {Word}
 */
function setRight(piece, lexicon) {
  let form = lexicon.words.has(piece) ? piece : _lexiconWithoutDigits(piece, lexicon);
  if (!lexicon.words.has(form)) form = _lexiconWithoutSlips(form, lexicon);
  const disguised = _lexiconIsAlpha(form) && !_lexiconIsAlpha(piece) && !piece.endsWith("2");
  const base = _lexiconBase(form, lexicon);
  const phrases = [...(lexicon.phrases.get(form) ?? []), ...(lexicon.phrases.get(base) ?? [])];
  return { form, base, disguised, phrases, negates: lexicon.negations.has(form) };
}

/**
 * t1lang → tilang, kendaraan2 → kendaraan; other numbers inside words become one `0`.
 * @param {string} piece
 * @param {Lexicon} lexicon
 */
function _lexiconWithoutDigits(piece, lexicon) {
  if (_lexiconIsAlpha(piece) || _tokensAreDigits(piece)) return piece;
  const runs = _lexiconDigitRuns(piece);
  const digits = [...piece].filter(_tokensIsDigit).length;
  if (piece.endsWith("2") && _lexiconIsAlpha(piece.slice(0, -1)) && piece.length > _LEXICON_SHORTEST_STEM) {
    return piece.slice(0, -1);
  }
  const read = [...piece].map((sign) => _LEXICON_LEET[sign] ?? sign).join("");
  if (lexicon.words.has(read) || _lexiconBase(read, lexicon)) return read;
  const isInside = !_tokensIsDigit(piece[0]) && !_tokensIsDigit(piece[piece.length - 1]);
  const isWritten = runs > 1 || (isInside && digits === 1 && piece.length > 3);
  return _lexiconIsAlpha(read) && digits <= 2 * runs && isWritten ? read : _lexiconNumbersAsZero(piece);
}

/** @param {string} piece */
function _lexiconDigitRuns(piece) {
  let runs = 0;
  for (let i = 0; i < piece.length; i += 1) {
    if (_tokensIsDigit(piece[i]) && (i === 0 || !_tokensIsDigit(piece[i - 1]))) runs += 1;
  }
  return runs;
}

/** @param {string} piece */
function _lexiconNumbersAsZero(piece) {
  let letters = "";
  for (const sign of piece) {
    if (!_tokensIsDigit(sign)) letters += sign;
    else if (!letters.endsWith("0")) letters += "0";
  }
  return letters;
}

/**
 * baaayar → bayar, tlng → tilang.
 * @param {string} form
 * @param {Lexicon} lexicon
 */
function _lexiconWithoutSlips(form, lexicon) {
  const squeezed = _lexiconSqueezed(form, 3);
  if (lexicon.words.has(squeezed)) return squeezed;
  const plain = _lexiconSqueezed(squeezed, 2);
  if (lexicon.words.has(plain)) return plain;
  const isBare = squeezed.length >= _LEXICON_SHORTEST_SKELETON && _lexiconConsonants(squeezed) === squeezed;
  return isBare ? lexicon.skeletons.get(squeezed) ?? squeezed : squeezed;
}

/**
 * Every run of at least so many equal letters as one letter; digits stay.
 * @param {string} word
 * @param {number} least
 */
function _lexiconSqueezed(word, least) {
  let letters = "";
  let index = 0;
  while (index < word.length) {
    let end = index;
    while (end < word.length && word[end] === word[index]) end += 1;
    const isRun = end - index >= least && !_tokensIsDigit(word[index]);
    letters += isRun ? word[index] : word.slice(index, end);
    index = end;
  }
  return letters;
}

/**
 * The listed word under affixes: dibayarkan → bayar, penipuan → tipu; "" if there is none.
 * @param {string} form
 * @param {Lexicon} lexicon
 */
function _lexiconBase(form, lexicon) {
  if (lexicon.phrases.has(form) || form.length <= _LEXICON_SHORTEST_STEM) return "";
  for (const [prefix, swallowed] of _LEXICON_PREFIXES) {
    if (!form.startsWith(prefix)) continue;
    for (const suffix of _LEXICON_SUFFIXES) {
      if (!form.endsWith(suffix)) continue;
      const stem = form.slice(prefix.length, Math.max(prefix.length, form.length - suffix.length));
      for (const letter of swallowed) {
        const whole = letter + stem;
        if (whole.length >= _LEXICON_SHORTEST_STEM && lexicon.phrases.has(whole)) return whole;
      }
    }
  }
  return "";
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
    for (const { rest, concepts } of phrases) {
      if (rest.length && !_lexiconContinues(words, index + 1, rest)) continue;
      last += rest.length;
      for (const concept of concepts) hits.push({ concept, first: index, last, negated: index <= negatedUntil });
      break;
    }
    if (negates) negatedUntil = last - 1 + _LEXICON_NEGATES_WITHIN;
    index = last;
  }
  return hits;
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

/**
 * Letters and nothing else; special tokens are capitals.
 * @param {string} text
 */
function _lexiconIsAlpha(text) {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i) | 32;
    if (code < 97 || code > 122) return false;
  }
  return text !== "";
}
