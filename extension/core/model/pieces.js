"use strict";
// What stands between two spaces, piece by piece: a link, a word, a number, money, a plate or a code.
// Twin of etle_guard/model/pieces.py.

// Suffixes by which a bare host is known in running text; those that are common words (in, it, to) are not here.
const _PIECES_SUFFIXES = new Set((
  "com net org id info cc top xyz site online shop club live app vip icu cfd sbs qpon bond cyou rest buzz fun "
  + "pro biz co io me ly gl gd link click page pages dev lol win world today tech store space website work life "
  + "asia cn ru sg us uk tk ml ga cf gq pw su ca gr help support cloud mobi name ws cam autos monster quest "
  + "digital services center"
).split(" "));

// First letters of Indonesian plates, by region of registration (Perkapolri 7/2021).
const PLATE_REGIONS = new Set((
  "a b d e f g h k l m n p r s t w z aa ab ad ae ag ba bb bd be bg bh bk bl bm bn bp da db dc dd de dg dh dk dl "
  + "dm dn dp dr dt dw ea eb ed kb kh kt ku pa pb pt"
).split(" "));

const _PIECES_MONEY_BEFORE = ["rp", "idr"];
const _PIECES_MONEY_AFTER = ["rb", "ribu", "jt", "juta", "k"];
const LETTER_SIGNS = new Map([["@", "a"], ["$", "s"], ["!", "i"]]);
const _PIECES_LONG_NUMBER = 9; // digits: telephone numbers, accounts and virtual accounts begin here

/**
 * `U`, `G` or `M` for a link or an e-mail address, "" for anything else.
 * @param {string} core
 */
function linkToken(core) {
  const plain = core.replaceAll("[.]", ".").replaceAll("(.)", ".");
  const hasScheme = plain.includes("://");
  if (!plain.includes(".")) return hasScheme ? "U" : "";
  let host = _piecesAfter(plain, "://") || plain;
  for (const sign of "/?#:") host = _piecesBefore(host, sign);
  const at = host.lastIndexOf("@");
  const labels = host.slice(at + 1).split(".");
  const suffix = labels[labels.length - 1];
  if (labels.length > 2 && labels[labels.length - 2] === "go" && suffix === "id") return "G";
  const isHost = labels.length > 1 && _PIECES_SUFFIXES.has(suffix) && labels.every(_piecesIsLabel);
  if (isHost && at > 0 && !hasScheme) return "M";
  return isHost || hasScheme ? "U" : "";
}

/** @param {string} text @param {string} sign */
function _piecesAfter(text, sign) {
  const place = text.indexOf(sign);
  return place < 0 ? "" : text.slice(place + sign.length);
}

/** @param {string} text @param {string} sign */
function _piecesBefore(text, sign) {
  const place = text.indexOf(sign);
  return place < 0 ? text : text.slice(0, place);
}

/** @param {string} label */
function _piecesIsLabel(label) {
  const plain = label.replaceAll("-", "");
  return plain !== "" && [...plain].every(_piecesIsAlnum);
}

/**
 * Where a piece ends: signs that stand inside words and numbers belong to it.
 * @param {string} core
 * @param {number} first
 */
function pieceEnd(core, first) {
  let last = first + 1;
  while (last < core.length) {
    if (!_piecesIsAlnum(core[last]) && !_piecesIsInside(core, first, last)) return last;
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
function _piecesIsInside(core, first, place) {
  const before = core[place - 1];
  const sign = core[place];
  const after = core[place + 1];
  if (sign === "'" || LETTER_SIGNS.has(sign)) return _piecesIsAlpha(before) && _piecesIsAlpha(after);
  if (_piecesIsDigit(before) && _piecesIsDigit(after)) return sign === "." || sign === "," || sign === "-";
  return sign === "-" && core.slice(first, place) === "e" && _piecesIsAlpha(after);
}

/**
 * A word as it stands, without signs; a number or a code as its token.
 * @param {string} piece
 */
function pieceText(piece) {
  if (_piecesIsAlpha(piece)) return piece;
  let plain = "";
  for (const sign of piece) plain += LETTER_SIGNS.get(sign) ?? (_piecesIsAlnum(sign) ? sign : "");
  if (_piecesAreDigits(plain)) return plain.length >= _PIECES_LONG_NUMBER ? "T" : "0".repeat(Math.min(plain.length, 4));
  return _piecesIsAlpha(plain) ? plain : _piecesMixedText(plain);
}

/**
 * Letters with digits: money, a plate, a code, or a word that is left as it stands.
 * @param {string} piece
 */
function _piecesMixedText(piece) {
  const runs = _piecesRuns(piece);
  let digits = 0;
  for (const run of runs) if (_piecesIsDigit(run[0])) digits += run.length;
  const [first, second, third] = runs;
  const isAmount = _piecesIsDigit(first[0]) && _PIECES_MONEY_AFTER.includes(second);
  if (runs.length === 2 && (_PIECES_MONEY_BEFORE.includes(first) || isAmount)) return "R";
  const hasPlateNumber = runs.length === 3 && second.length >= 3 && second.length <= 4;
  if (hasPlateNumber && PLATE_REGIONS.has(first) && third.length <= 3) return "P";
  return digits >= 3 && piece.length - digits >= 2 && piece.length >= 7 ? "X" : piece;
}

/**
 * Letters and digits in turn.
 * @param {string} piece
 */
function _piecesRuns(piece) {
  const found = [piece[0]];
  for (const sign of piece.slice(1)) {
    const last = found.length - 1;
    if (_piecesIsDigit(sign) === _piecesIsDigit(found[last][0])) found[last] += sign;
    else found.push(sign);
  }
  return found;
}

// What Python has built in; tokens.js and spelling.js use these too.

/** @param {string} sign one letter or digit, in lower case */
function _piecesIsAlnum(sign) {
  return (sign >= "a" && sign <= "z") || (sign >= "0" && sign <= "9");
}

/** @param {string} sign */
function _piecesIsDigit(sign) {
  return sign >= "0" && sign <= "9";
}

/** @param {string} text */
function _piecesAreDigits(text) {
  for (let i = 0; i < text.length; i += 1) if (!_piecesIsDigit(text[i])) return false;
  return text !== "";
}

/**
 * Whether a text is small letters and nothing else.
 * @param {string} text
 */
function _piecesIsAlpha(text) {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return text !== "";
}
