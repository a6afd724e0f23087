"use strict";
// Folded text cut into tokens. Twin of etle_guard/model/tokens.py.
//
// Words stay in lower case; what is no word becomes one capital letter (folding leaves none in the text):
//
//     U link   G link under .go.id   M e-mail address   K .apk   T nine digits or more   R sum of money
//     P number plate   X code of letters and digits   Q question mark   Y quotation mark
//
// Other numbers become one to four `0`.

// Quick looks, so that ordinary messages are not walked again.
const _TOKENS_LETTER_SIGN = /[a-z][@$!][a-z]/;
const _TOKENS_SYLLABLE = /[a-z]-[a-z]{1,3}-[a-z]/;
const _TOKENS_SENTENCE_ENDS = ".!?;:";
const _TOKENS_PLATE_NUMBERS = ["00", "000", "0000"];
const _TOKENS_SPELT = 4; // single letters in a row that make a word: "t i l a n g"
const _TOKENS_SHORT_ROW = 3; // letters between two symbols or hyphens that are a part of a word: "ti~la~ng"
const _TOKENS_FEWEST_SYLLABLES = 3; // "si-la-kan"
const _TOKENS_SHORT_SPELT = new Set(["apk", "atm", "cvv", "ktp", "otp", "pin", "sms"]); // and shorter rows that do

/**
 * A token, its place in the folded text, and whether it opens a sentence.
 * @typedef {{text: string, start: number, end: number, opens: boolean}} Token
 *
 * The tokens of a text, and how many words were written with signs or as single letters.
 * @typedef {{tokens: Token[], disguises: number}} Scanned
 */

/**
 * Cut folded text into tokens.
 * @param {string} text
 * @returns {Scanned}
 */
function scan(text) {
  /** @type {Token[]} */
  let tokens = [];
  let start = 0;
  for (const line of text.split("\n")) {
    let opens = true;
    for (const chunk of line.split(" ")) {
      if (_piecesIsAlpha(chunk)) {
        tokens.push({ text: chunk, start, end: start + chunk.length, opens });
        opens = false;
      } else if (chunk) {
        const read = chunk.includes(TEXT_SYMBOL) ? _tokensReadMarked : _tokensReadChunk;
        opens = read(chunk, start, opens, tokens);
      }
      start += chunk.length + 1;
    }
  }
  const hasSign = text.includes("!") || text.includes("@") || text.includes("$");
  let disguises = hasSign && _TOKENS_LETTER_SIGN.test(text) ? _tokensCountLetterSigns(tokens, text) : 0;
  if (text.includes(TEXT_SYMBOL)) {
    disguises += tokens.filter((token) => text.slice(token.start, token.end).includes(TEXT_SYMBOL)).length;
  }
  if (text.includes("-") && _TOKENS_SYLLABLE.test(text)) {
    disguises += tokens.filter((token) => _tokensIsInSyllables(text.slice(token.start, token.end))).length;
  }
  if (tokens.some(_tokensIsLetter)) {
    const [joined, spelt] = _tokensJoinSpelt(tokens, text);
    tokens = joined;
    disguises += spelt;
  }
  if (tokens.some((token) => _TOKENS_PLATE_NUMBERS.includes(token.text))) tokens = _tokensJoinPlates(tokens);
  return { tokens, disguises };
}

/**
 * Symbols between letters and short rows of them make one word; else they part words as a space does.
 * @param {string} chunk
 * @param {number} start
 * @param {boolean} opens
 * @param {Token[]} tokens
 * @returns {boolean}
 */
function _tokensReadMarked(chunk, start, opens, tokens) {
  const [begin, end] = _tokensFrame(chunk);
  const core = chunk.slice(begin, end);
  const rows = core.split(TEXT_SYMBOL).filter((part) => part !== "");
  if (rows.length > 1 && rows.every((row) => row.length <= _TOKENS_SHORT_ROW && _piecesIsAlpha(row))) {
    tokens.push({ text: rows.join(""), start: start + begin, end: start + end, opens });
    return false;
  }
  for (const part of chunk.split(TEXT_SYMBOL)) {
    if (part) opens = _tokensReadChunk(part, start, opens, tokens);
    start += part.length + 1;
  }
  return opens;
}

/**
 * Read what stands between two spaces; says whether the next token opens a sentence.
 * @param {string} chunk
 * @param {number} start
 * @param {boolean} opens
 * @param {Token[]} tokens
 */
function _tokensReadChunk(chunk, start, opens, tokens) {
  const [first, last] = _tokensFrame(chunk);
  const core = chunk.slice(first, last);
  const after = chunk.slice(last);
  if (core && chunk.slice(0, first).includes('"')) tokens.push({ text: "Y", start, end: start + first, opens: false });
  if (_piecesIsAlpha(core)) tokens.push({ text: core, start: start + first, end: start + last, opens });
  else if (core) _tokensReadCore(core, start + first, opens, tokens);
  if (after) _tokensReadEnd(after, start + chunk.length, tokens);
  for (let i = 0; i < after.length; i += 1) if (_TOKENS_SENTENCE_ENDS.includes(after[i])) return true;
  return opens && !core;
}

/**
 * Quotation and question marks in what follows a word, or stands alone.
 * @param {string} after
 * @param {number} end
 * @param {Token[]} tokens
 */
function _tokensReadEnd(after, end, tokens) {
  if (after.includes('"')) tokens.push({ text: "Y", start: end - after.length, end, opens: false });
  if (after.includes("?")) tokens.push({ text: "Q", start: end - after.length, end, opens: false });
}

/**
 * Where the first letter or digit of a chunk stands, and where the last one ends; twice the start if there is none.
 * @param {string} chunk
 */
function _tokensFrame(chunk) {
  let last = chunk.length;
  while (last && !_piecesIsAlnum(chunk[last - 1])) last -= 1;
  let first = 0;
  while (first < last && !_piecesIsAlnum(chunk[first])) first += 1;
  return [first, last];
}

/**
 * @param {string} core
 * @param {number} start
 * @param {boolean} opens
 * @param {Token[]} tokens
 */
function _tokensReadCore(core, start, opens, tokens) {
  const link = linkToken(core);
  if (link) tokens.push({ text: link, start, end: start + core.length, opens });
  else if (_tokensIsInSyllables(core)) {
    tokens.push({ text: core.replaceAll("-", ""), start, end: start + core.length, opens });
  } else _tokensReadPieces(core, start, opens, tokens);
  if (core.endsWith(".apk")) {
    tokens.push({ text: "K", start: start + core.length - 4, end: start + core.length, opens: false });
  }
}

/**
 * Three or more short rows of letters with hyphens between: `si-la-kan`.
 * @param {string} core
 */
function _tokensIsInSyllables(core) {
  const rows = core.split("-");
  return rows.length >= _TOKENS_FEWEST_SYLLABLES
    && rows.every((row) => row.length <= _TOKENS_SHORT_ROW && _piecesIsAlpha(row));
}

/**
 * @param {string} core
 * @param {number} start
 * @param {boolean} opens
 * @param {Token[]} tokens
 */
function _tokensReadPieces(core, start, opens, tokens) {
  let first = 0;
  while (first < core.length) {
    if (!_piecesIsAlnum(core[first])) {
      first += 1;
      continue;
    }
    const last = pieceEnd(core, first);
    tokens.push({ text: pieceText(core.slice(first, last)), start: start + first, end: start + last, opens });
    opens = false;
    first = last;
  }
}

/**
 * How many signs stand for a letter inside a word; links and addresses hold them by right.
 * @param {Token[]} tokens
 * @param {string} text
 */
function _tokensCountLetterSigns(tokens, text) {
  let count = 0;
  for (const token of tokens) {
    if (token.text[0] < "a") continue;
    for (let i = token.start; i < token.end; i += 1) if (LETTER_SIGNS.has(text[i])) count += 1;
  }
  return count;
}

/**
 * Single letters in a row, joined: four or more with one sign or space between, two or more with dots (a.n.).
 * @param {Token[]} tokens
 * @param {string} text
 * @returns {[Token[], number]}
 */
function _tokensJoinSpelt(tokens, text) {
  /** @type {Token[]} */
  const joined = [];
  let spelt = 0;
  let index = 0;
  while (index < tokens.length) {
    const end = _tokensSpeltEnd(tokens, index, text);
    const row = tokens.slice(index, end);
    const word = row.map((token) => token.text).join("");
    const isSpelt = row.length >= _TOKENS_SPELT || (row.length > 1 && _TOKENS_SHORT_SPELT.has(word));
    if (isSpelt || (row.length > 1 && "./-".includes(text[row[0].end]))) {
      if (isSpelt) spelt += 1;
      joined.push({ text: word, start: row[0].start, end: row[row.length - 1].end, opens: row[0].opens });
    } else {
      joined.push(...row);
    }
    index = end;
  }
  return [joined, spelt];
}

/**
 * Where a row of single letters with one same sign between them ends; one further if none starts here.
 * @param {Token[]} tokens
 * @param {number} index
 * @param {string} text
 */
function _tokensSpeltEnd(tokens, index, text) {
  const sign = text[tokens[index].end];
  let end = index + 1;
  while (end < tokens.length && _tokensIsLetter(tokens[end - 1]) && _tokensIsLetter(tokens[end])) {
    if (_tokensGap(tokens, end) !== 1 || text[tokens[end - 1].end] !== sign) break;
    end += 1;
  }
  return end;
}

/** @param {Token} token */
function _tokensIsLetter(token) {
  return token.text.length === 1 && _piecesIsAlpha(token.text);
}

/**
 * How many characters part a token from the one before.
 * @param {Token[]} tokens
 * @param {number} index
 */
function _tokensGap(tokens, index) {
  return tokens[index].start - tokens[index - 1].end;
}

/**
 * `b 0000 xyz` with one character between becomes `P`.
 * @param {Token[]} tokens
 */
function _tokensJoinPlates(tokens) {
  /** @type {Token[]} */
  const joined = [];
  let index = 0;
  while (index < tokens.length) {
    if (_tokensIsPlate(tokens, index)) {
      joined.push({ text: "P", start: tokens[index].start, end: tokens[index + 2].end, opens: tokens[index].opens });
      index += 3;
    } else {
      joined.push(tokens[index]);
      index += 1;
    }
  }
  return joined;
}

/**
 * @param {Token[]} tokens
 * @param {number} index
 */
function _tokensIsPlate(tokens, index) {
  if (index + 2 >= tokens.length || !PLATE_REGIONS.has(tokens[index].text)) return false;
  const number = tokens[index + 1].text;
  const tail = tokens[index + 2].text;
  const isNear = _tokensGap(tokens, index + 1) === 1 && _tokensGap(tokens, index + 2) === 1;
  return isNear && _TOKENS_PLATE_NUMBERS.includes(number) && tail.length <= 3 && _piecesIsAlpha(tail);
}

