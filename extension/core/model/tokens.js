"use strict";
// Folded text cut into tokens. Twin of etle_guard/model/tokens.py.
//
// Words stay in lower case; what is no word becomes one capital letter (folding leaves none in the text):
//
//     U link   G link under .go.id   M e-mail address   K .apk   T nine digits or more   R sum of money
//     P number plate   X code of letters and digits   Q question mark   Y quotation mark
//
// Other numbers become one to four `0`.

// Suffixes by which a bare host is known in running text; those that are common words (in, it, to) are not here.
const _TOKENS_SUFFIXES = new Set((
  "com net org id info cc top xyz site online shop club live app vip icu cfd sbs qpon bond cyou rest buzz fun "
  + "pro biz co io me ly gl gd link click page pages dev lol win world today tech store space website work life "
  + "asia cn ru sg us uk tk ml ga cf gq pw su ca gr help support cloud mobi name ws cam autos monster quest "
  + "digital services center"
).split(" "));

// First letters of Indonesian plates, by region of registration (Perkapolri 7/2021).
const _TOKENS_PLATE_REGIONS = new Set((
  "a b d e f g h k l m n p r s t w z aa ab ad ae ag ba bb bd be bg bh bk bl bm bn bp da db dc dd de dg dh dk dl "
  + "dm dn dp dr dt dw ea eb ed kb kh kt ku pa pb pt"
).split(" "));

const _TOKENS_MONEY_BEFORE = ["rp", "idr"];
const _TOKENS_MONEY_AFTER = ["rb", "ribu", "jt", "juta", "k"];
const _TOKENS_LETTER_SIGNS = new Map([["@", "a"], ["$", "s"]]);
const _TOKENS_SENTENCE_ENDS = ".!?;:";
const _TOKENS_LONG_NUMBER = 9; // digits: telephone numbers, accounts and virtual accounts begin here
const _TOKENS_PLATE_NUMBERS = ["00", "000", "0000"];
const _TOKENS_SPELT = 4; // single letters in a row that make a word: "t i l a n g"

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
      if (_tokensIsAlpha(chunk)) {
        tokens.push({ text: chunk, start, end: start + chunk.length, opens });
        opens = false;
      } else if (chunk) {
        opens = _tokensReadChunk(chunk, start, opens, tokens);
      }
      start += chunk.length + 1;
    }
  }
  let disguises = text.includes("@") || text.includes("$") ? _tokensCountLetterSigns(tokens, text) : 0;
  if (tokens.some(_tokensIsLetter)) {
    const [joined, spelt] = _tokensJoinSpelt(tokens, text);
    tokens = joined;
    disguises += spelt;
  }
  if (tokens.some((token) => _TOKENS_PLATE_NUMBERS.includes(token.text))) tokens = _tokensJoinPlates(tokens);
  return { tokens, disguises };
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
  if (_tokensIsAlpha(core)) tokens.push({ text: core, start: start + first, end: start + last, opens });
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
  while (last && !_tokensIsAlnum(chunk[last - 1])) last -= 1;
  let first = 0;
  while (first < last && !_tokensIsAlnum(chunk[first])) first += 1;
  return [first, last];
}

/**
 * @param {string} core
 * @param {number} start
 * @param {boolean} opens
 * @param {Token[]} tokens
 */
function _tokensReadCore(core, start, opens, tokens) {
  const link = _tokensLink(core);
  if (link) tokens.push({ text: link, start, end: start + core.length, opens });
  else _tokensReadPieces(core, start, opens, tokens);
  if (core.endsWith(".apk")) {
    tokens.push({ text: "K", start: start + core.length - 4, end: start + core.length, opens: false });
  }
}

/**
 * `U`, `G` or `M` for a link or an e-mail address, "" for anything else.
 * @param {string} core
 */
function _tokensLink(core) {
  const plain = core.replaceAll("[.]", ".").replaceAll("(.)", ".");
  const hasScheme = plain.includes("://");
  if (!plain.includes(".")) return hasScheme ? "U" : "";
  let host = _tokensAfter(plain, "://") || plain;
  for (const sign of "/?#:") host = _tokensBefore(host, sign);
  const at = host.lastIndexOf("@");
  const labels = host.slice(at + 1).split(".");
  const suffix = labels[labels.length - 1];
  if (labels.length > 2 && labels[labels.length - 2] === "go" && suffix === "id") return "G";
  const isHost = labels.length > 1 && _TOKENS_SUFFIXES.has(suffix) && labels.every(_tokensIsLabel);
  if (isHost && at > 0 && !hasScheme) return "M";
  return isHost || hasScheme ? "U" : "";
}

/** @param {string} text @param {string} sign */
function _tokensAfter(text, sign) {
  const place = text.indexOf(sign);
  return place < 0 ? "" : text.slice(place + sign.length);
}

/** @param {string} text @param {string} sign */
function _tokensBefore(text, sign) {
  const place = text.indexOf(sign);
  return place < 0 ? text : text.slice(0, place);
}

/** @param {string} label */
function _tokensIsLabel(label) {
  const plain = label.replaceAll("-", "");
  return plain !== "" && [...plain].every(_tokensIsAlnum);
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
    if (!_tokensIsAlnum(core[first])) {
      first += 1;
      continue;
    }
    const last = _tokensPieceEnd(core, first);
    tokens.push({ text: _tokensPieceText(core.slice(first, last)), start: start + first, end: start + last, opens });
    opens = false;
    first = last;
  }
}

/**
 * Where a piece ends: signs that stand inside words and numbers belong to it.
 * @param {string} core
 * @param {number} first
 */
function _tokensPieceEnd(core, first) {
  let last = first + 1;
  while (last < core.length) {
    if (!_tokensIsAlnum(core[last]) && !_tokensIsInside(core, first, last)) return last;
    last += 1;
  }
  return last;
}

/**
 * Whether the sign at a place joins what stands beside it: jum'at, 150.000, e-tilang, b@yar.
 * @param {string} core
 * @param {number} first
 * @param {number} place
 */
function _tokensIsInside(core, first, place) {
  const before = core[place - 1];
  const sign = core[place];
  const after = core[place + 1];
  if (sign === "'" || sign === "@" || sign === "$") return _tokensIsAlpha(before) && _tokensIsAlpha(after);
  if (_tokensIsDigit(before) && _tokensIsDigit(after)) return sign === "." || sign === "," || sign === "-";
  return sign === "-" && core.slice(first, place) === "e" && _tokensIsAlpha(after);
}

/**
 * A word as it stands, without signs; a number or a code as its token.
 * @param {string} piece
 */
function _tokensPieceText(piece) {
  if (_tokensIsAlpha(piece)) return piece;
  let plain = "";
  for (const sign of piece) plain += _TOKENS_LETTER_SIGNS.get(sign) ?? (_tokensIsAlnum(sign) ? sign : "");
  if (_tokensAreDigits(plain)) return plain.length >= _TOKENS_LONG_NUMBER ? "T" : "0".repeat(Math.min(plain.length, 4));
  return _tokensIsAlpha(plain) ? plain : _tokensMixedText(plain);
}

/**
 * Letters with digits: money, a plate, a code, or a word that is left as it stands.
 * @param {string} piece
 */
function _tokensMixedText(piece) {
  const runs = _tokensRuns(piece);
  let digits = 0;
  for (const run of runs) if (_tokensIsDigit(run[0])) digits += run.length;
  const [first, second, third] = runs;
  const isAmount = _tokensIsDigit(first[0]) && _TOKENS_MONEY_AFTER.includes(second);
  if (runs.length === 2 && (_TOKENS_MONEY_BEFORE.includes(first) || isAmount)) return "R";
  const hasPlateNumber = runs.length === 3 && second.length >= 3 && second.length <= 4;
  if (hasPlateNumber && _TOKENS_PLATE_REGIONS.has(first) && third.length <= 3) return "P";
  return digits >= 3 && piece.length - digits >= 2 && piece.length >= 7 ? "X" : piece;
}

/**
 * Letters and digits in turn.
 * @param {string} piece
 */
function _tokensRuns(piece) {
  const found = [piece[0]];
  for (const sign of piece.slice(1)) {
    const last = found.length - 1;
    if (_tokensIsDigit(sign) === _tokensIsDigit(found[last][0])) found[last] += sign;
    else found.push(sign);
  }
  return found;
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
    for (let i = token.start; i < token.end; i += 1) if (text[i] === "@" || text[i] === "$") count += 1;
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
    if (row.length >= _TOKENS_SPELT || (row.length > 1 && "./-".includes(text[row[0].end]))) {
      if (row.length >= _TOKENS_SPELT) spelt += 1;
      const word = row.map((token) => token.text).join("");
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
  return token.text.length === 1 && _tokensIsAlpha(token.text);
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
  if (index + 2 >= tokens.length || !_TOKENS_PLATE_REGIONS.has(tokens[index].text)) return false;
  const number = tokens[index + 1].text;
  const tail = tokens[index + 2].text;
  const isNear = _tokensGap(tokens, index + 1) === 1 && _tokensGap(tokens, index + 2) === 1;
  return isNear && _TOKENS_PLATE_NUMBERS.includes(number) && tail.length <= 3 && _tokensIsAlpha(tail);
}

/** @param {string} sign one letter or digit, in lower case */
function _tokensIsAlnum(sign) {
  return (sign >= "a" && sign <= "z") || (sign >= "0" && sign <= "9");
}

/** @param {string} sign */
function _tokensIsDigit(sign) {
  return sign >= "0" && sign <= "9";
}

/** @param {string} text */
function _tokensAreDigits(text) {
  for (let i = 0; i < text.length; i += 1) if (!_tokensIsDigit(text[i])) return false;
  return text !== "";
}

/**
 * Whether a text is small letters and nothing else.
 * @param {string} text
 */
function _tokensIsAlpha(text) {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return text !== "";
}
