"use strict";
// Words set right, as far as the lexicon knows the word. Twin of etle_guard/model/spelling.py.

const _SPELLING_SHORTEST_STEM = 4; // letters
const _SPELLING_LONGEST_SYLLABLE = 5; // letters
const _SPELLING_MOST_SYLLABLES = 5;
const _SPELLING_SHORTEST_CUT = 4; // letters of a word that was cut
const _SPELLING_FEWEST_CUT = 2; // such words in a text
/** @type {Record<string, string>} */
const _SPELLING_LEET = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 6: "g", 7: "t", 8: "b", 9: "g" };

// Indonesian prefixes, formal and spoken, and the first letters that they swallow: me- + kirim = mengirim.
/** @type {[string, string[]][]} */
const _SPELLING_PREFIXES = [
  ["", [""]], ["di", [""]], ["ter", [""]], ["ber", [""]], ["meng", ["", "k"]], ["mem", ["", "p"]], ["men", ["", "t"]],
  ["meny", ["s"]], ["me", [""]], ["peng", ["", "k"]], ["pem", ["", "p"]], ["pen", ["", "t"]], ["peny", ["s"]],
  ["pe", [""]], ["per", [""]], ["memper", [""]], ["diper", [""]], ["ke", [""]], ["se", [""]], ["nge", [""]],
  ["ng", ["", "k"]], ["ny", ["s"]], ["n", ["t"]], ["m", ["p"]], ["ku", [""]], ["ka", [""]],
];
// Indonesian suffixes, then Javanese, Sundanese, Betawi, Palembang, Makassar and English ones.
const _SPELLING_SUFFIXES = [
  "", "nya", "lah", "kah", "kan", "in", "an", "i", "ku", "mu", "annya", "kannya", "inya", "kanlah", "ilah",
  "e", "ne", "en", "ke", "ake", "na", "keun", "eun", "nye", "nyo", "mi", "ta", "ki", "pi", "ji", "s", "ed", "ing",
  "o", "no",
];

/**
 * A scanner's word with digits, stretched letters, dropped vowels and affixes undone.
 * @param {string} piece
 * @param {Lexicon} lexicon
 * @returns {Word}
 */
function setRight(piece, lexicon) {
  let form = lexicon.words.has(piece) ? piece : _spellingWithoutDigits(piece, lexicon);
  if (!lexicon.words.has(form)) form = _spellingWithoutSlips(form, lexicon);
  const disguised = _spellingIsAlpha(form) && !_spellingIsAlpha(piece) && !piece.endsWith("2");
  const base = _spellingBase(form, lexicon);
  const phrases = [...(lexicon.phrases.get(form) ?? []), ...(lexicon.phrases.get(base) ?? [])];
  phrases.sort((a, b) => b.rest.length - a.rest.length);
  return { form, base, disguised, phrases, negates: reachOf(lexicon.spellings.get(form) ?? form, lexicon) };
}

/**
 * Words cut into short rows of letters, and how many there are; one alone may be chance: `den da ti lang`.
 * @param {Token[]} tokens
 * @param {Lexicon} lexicon
 * @returns {[Token[], number]}
 */
function joinSyllables(tokens, lexicon) {
  /** @type {Token[]} */
  const joined = [];
  let count = 0;
  for (let index = 0; index < tokens.length;) {
    const first = tokens[index];
    const end = _spellingWordEnd(tokens, index, lexicon);
    if (end > index) {
      const text = tokens.slice(index, end).map((token) => token.text).join("");
      joined.push({ text, start: first.start, end: tokens[end - 1].end, opens: first.opens });
      count += 1;
    } else {
      joined.push(first);
    }
    index = Math.max(end, index + 1);
  }
  return count >= _SPELLING_FEWEST_CUT ? [joined, count] : [tokens, 0];
}

/**
 * Where a listed word ends that begins here in a short row of letters; `index` where none does.
 * @param {Token[]} tokens
 * @param {number} index
 * @param {Lexicon} lexicon
 */
function _spellingWordEnd(tokens, index, lexicon) {
  let word = "";
  for (let end = index; end < Math.min(index + _SPELLING_MOST_SYLLABLES, tokens.length); end += 1) {
    const row = tokens[end].text;
    if (row.length > _SPELLING_LONGEST_SYLLABLE || row < "a") break;
    word += row;
    if (end > index && word.length >= _SPELLING_SHORTEST_CUT && lexicon.words.has(word)) return end + 1;
  }
  return index;
}

/**
 * t1lang → tilang, kendaraan2 → kendaraan; other numbers inside words become one `0`.
 * @param {string} piece
 * @param {Lexicon} lexicon
 */
function _spellingWithoutDigits(piece, lexicon) {
  if (_spellingIsAlpha(piece) || _piecesAreDigits(piece)) return piece;
  const runs = _spellingDigitRuns(piece);
  const digits = [...piece].filter(_piecesIsDigit).length;
  if (piece.endsWith("2") && _spellingIsAlpha(piece.slice(0, -1)) && piece.length > _SPELLING_SHORTEST_STEM) {
    return piece.slice(0, -1);
  }
  const read = [...piece].map((sign) => _SPELLING_LEET[sign] ?? sign).join("");
  if (lexicon.words.has(read) || _spellingBase(read, lexicon)) return read;
  const isInside = !_piecesIsDigit(piece[0]) && !_piecesIsDigit(piece[piece.length - 1]);
  const isWritten = runs > 1 || (isInside && digits === 1 && piece.length > 3);
  return _spellingIsAlpha(read) && digits <= 2 * runs && isWritten ? read : _spellingNumbersAsZero(piece);
}

/** @param {string} piece */
function _spellingDigitRuns(piece) {
  let runs = 0;
  for (let i = 0; i < piece.length; i += 1) {
    if (_piecesIsDigit(piece[i]) && (i === 0 || !_piecesIsDigit(piece[i - 1]))) runs += 1;
  }
  return runs;
}

/** @param {string} piece */
function _spellingNumbersAsZero(piece) {
  let letters = "";
  for (const sign of piece) {
    if (!_piecesIsDigit(sign)) letters += sign;
    else if (!letters.endsWith("0")) letters += "0";
  }
  return letters;
}

/**
 * baaayar → bayar, tlng and tlang → tilang.
 * @param {string} form
 * @param {Lexicon} lexicon
 */
function _spellingWithoutSlips(form, lexicon) {
  const squeezed = _spellingSqueezed(form, 3);
  if (lexicon.words.has(squeezed)) return squeezed;
  const plain = _spellingSqueezed(squeezed, 2);
  if (lexicon.words.has(plain)) return plain;
  const meant = (lexicon.skeletons.get(consonants(squeezed)) ?? []).filter((word) => _spellingIsIn(squeezed, word));
  return meant.length === 1 ? meant[0] : squeezed;
}

/**
 * Whether a word has the letters in their order, none before and none behind: only vowels inside were left out.
 * @param {string} letters
 * @param {string} word
 */
function _spellingIsIn(letters, word) {
  const isFramed = letters[0] === word[0] && letters[letters.length - 1] === word[word.length - 1];
  if (!isFramed) return letters === consonants(word);
  let place = 0;
  for (const letter of letters) {
    place = word.indexOf(letter, place) + 1;
    if (place === 0) return false;
  }
  return true;
}

/**
 * Every run of at least so many equal letters as one letter; digits stay.
 * @param {string} word
 * @param {number} least
 */
function _spellingSqueezed(word, least) {
  let letters = "";
  let index = 0;
  while (index < word.length) {
    let end = index;
    while (end < word.length && word[end] === word[index]) end += 1;
    const isRun = end - index >= least && !_piecesIsDigit(word[index]);
    letters += isRun ? word[index] : word.slice(index, end);
    index = end;
  }
  return letters;
}

/**
 * The listed word that is meant: tdk → tidak, dibayarkan → bayar, penipuan → tipu; "" if there is none. A word that only
 * begins phrases (*dibayar* of *dibayar tidak*) does for want of a better one.
 * @param {string} form
 * @param {Lexicon} lexicon
 */
function _spellingBase(form, lexicon) {
  const standard = lexicon.spellings.get(form);
  if (standard !== undefined) return standard;
  if (lexicon.lone.has(form) || form.length <= _SPELLING_SHORTEST_STEM) return "";
  let found = "";
  for (const stem of _spellingStems(form)) {
    const whole = lexicon.spellings.get(stem) ?? stem;
    if (lexicon.lone.has(whole)) return whole;
    if (lexicon.phrases.has(whole)) found ||= whole;
  }
  return found;
}

/**
 * What may stand under affixes, the fewest taken away first.
 * @param {string} form
 */
function* _spellingStems(form) {
  for (const [prefix, swallowed] of _SPELLING_PREFIXES) {
    if (!form.startsWith(prefix)) continue;
    for (const suffix of _SPELLING_SUFFIXES) {
      if (!form.endsWith(suffix)) continue;
      const stem = form.slice(prefix.length, Math.max(prefix.length, form.length - suffix.length));
      for (const letter of swallowed) {
        if (letter.length + stem.length >= _SPELLING_SHORTEST_STEM) yield letter + stem;
      }
    }
  }
}

/**
 * Letters and nothing else; special tokens are capitals.
 * @param {string} text
 */
function _spellingIsAlpha(text) {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i) | 32;
    if (code < 97 || code > 122) return false;
  }
  return text !== "";
}
