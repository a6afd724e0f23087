"use strict";
// Where the links are in a text: with a scheme, without one, disguised, or broken over two lines.
// A bare host counts wherever its last label is a top-level domain. Splitting follows the WHATWG URL standard
// (https://url.spec.whatwg.org/#url-parsing): `\` is `/`, userinfo ends at the last `@`.
// Twin of etle_guard/parse/links.py. Letters are arrays of code points.

const _LINKS_SCHEMES = ["https", "http", "hxxps", "hxxp", "ftp"];
const _LINKS_BREAKS = new Set(" \t\n\r\x0b\x0c\x00<>\"|\u00a0\u2028\u2029\u3000\u201c\u201d\u00ab\u00bb");
// Without one of these a run holds no link; beyond ASCII, what is no break. A sum of money (Rp150.000) holds none.
const _LINKS_SIGN = /\.(?:\d*[a-z%_-]|\d+[.:/\\?#])|:[/\\]|[^\x00-\x7f\u00a0\u2028\u2029\u3000\u201c\u201d\u00ab\u00bb]/i;
const _LINKS_ASTRAL_SIGN = /[.:]|[^\x00-\x7f\u00a0\u2028\u2029\u3000\u201c\u201d\u00ab\u00bb]/; // of one letter
const _LINKS_TRAILING = new Set(".,;:!?)]}'*_~\u2026\u2019");
const _LINKS_SLASHES = new Set("/\\");
const _LINKS_AUTHORITY_END = new Set("/\\?#");
const _LINKS_DOT = /[.\u3002\uff0e\uff61]/;
const _LINKS_DOTS = new Set(".\u3002\uff0e\uff61");
const _LINKS_ASCII_HOST = new Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_%");
// Signs, arrows, emoji and private letters: never part of a bare host, though browsers would accept some of them.
const _LINKS_SIGN_RANGES = [
  [0x80, 0xa9], [0xab, 0xb4], [0xb6, 0xb9], [0xbb, 0xbf], [0x2000, 0x2bff], [0x3000, 0x303f],
  [0xe000, 0xf8ff], [0xfe00, 0xfe6f], [0xfff0, 0xffff], [0x1f000, 0x1faff],
];
// Two-letter top-level domains that are words of Indonesian or English: "besok.ga bisa" is a sentence, not a link.
const _LINKS_WORD_SUFFIXES = new Set(["am", "as", "at", "be", "by", "do", "ga", "ge", "in", "is", "it", "la", "ma",
  "me", "mu", "my", "no", "pa", "sa", "so", "to", "tu", "us", "ya"]);
const _LINKS_SPACE = " \t\n\r\x0b\x0c";

/**
 * What the finder has to know: how letters map, where names are registered, which endings are file types.
 * @typedef {Readonly<{hostMap: HostMap, suffixes: Suffixes, fileTypes: ReadonlySet<string>}>} LinkTables
 */

/**
 * Every link of a text, by position.
 * @param {string} text
 * @param {LinkTables} tables
 * @returns {Link[]}
 */
function findLinks(text, tables) {
  const plain = defang(text, tables.suffixes.topLevel);
  const found = _linksChunks(plain.letters).flatMap(([start, end]) => _linksIn(plain.letters, start, end, tables));
  if (!found.length) return found;
  const given = codePoints(text);
  return found.map((link) => _linksAsGiven(link, plain, given));
}

/**
 * A single link or host, given as such: no search, nothing trimmed but white space; null where there is no host.
 * @param {string} text
 * @param {LinkTables} tables
 * @returns {Link | null}
 */
function splitLink(text, tables) {
  const letters = stripEnd(stripStart(text, _LINKS_SPACE), _LINKS_SPACE);
  const clean = _linksAsBrowsers(letters);
  const { begin, scheme } = _linksSchemeAt(clean, 0, 0) ?? { begin: 0, scheme: "" }; // "http:example.org" opens too
  const found = clean.length ? _linksSplit(clean, begin, clean.length, scheme, tables, begin) : null;
  if (found === null || (found.host.kind === "unreadable" && scheme === "" && !clean.includes("."))) return null;
  return { ...found, text: letters, span: [0, codePointCount(text)] };
}

/**
 * Before anything else browsers drop tabs and ends of lines and read a lone surrogate as U+FFFD.
 * @param {string} text
 */
function _linksAsBrowsers(text) {
  if (!/[\t\n\r\ud800-\udfff]/.test(text)) return text;
  return codePoints(Array.from(text, scalarValue).join("").replace(/[\t\n\r]/g, ""));
}

/**
 * Runs without white space or quotes that may hold a link.
 * @param {Letters} letters
 */
function _linksChunks(letters) {
  /** @type {[number, number][]} */
  const chunks = [];
  let end = 0;
  for (let index = _linksSign(letters, 0); index >= 0; index = _linksSign(letters, end)) {
    let start = index;
    while (start > end && !_LINKS_BREAKS.has(letters[start - 1])) start -= 1;
    end = index + 1;
    while (end < letters.length && !_LINKS_BREAKS.has(letters[end])) end += 1;
    chunks.push([start, end]);
  }
  return chunks;
}

/**
 * The next place of a letter without which a run holds no link; -1 where there is none.
 * @param {Letters} letters
 * @param {number} from
 */
function _linksSign(letters, from) {
  if (typeof letters === "string") {
    const place = letters.slice(from).search(_LINKS_SIGN);
    return place < 0 ? place : from + place;
  }
  let index = from;
  while (index < letters.length && !_LINKS_ASTRAL_SIGN.test(letters[index])) index += 1;
  return index < letters.length ? index : -1;
}

/**
 * The links of one chunk.
 * @param {Letters} letters
 * @param {number} start
 * @param {number} end
 * @param {LinkTables} tables
 * @returns {Link[]}
 */
function _linksIn(letters, start, end, tables) {
  /** @type {Link[]} */
  const found = [];
  let index = start;
  let bareFrom = start;
  let stop = start;
  let last = start;
  while (index < end) {
    const at = _linksSchemeAt(letters, index);
    let link = null;
    if (at !== null && at.begin < end) {
      if (at.begin > stop) { // else what was found for the try before still holds, however many tries there are
        stop = _linksNextLink(letters, at.begin, end);
        last = _linksTrim(letters, at.begin, stop);
      }
      link = _linksSplit(letters, at.begin, Math.max(at.begin, last), at.scheme, tables, index);
    }
    if (link === null) {
      index += 1;
      continue;
    }
    _linksBareLinks(letters, bareFrom, index, tables, found);
    found.push(link);
    index = stop;
    bareFrom = stop;
  }
  _linksBareLinks(letters, bareFrom, end, tables, found);
  return found;
}

/**
 * Where the next link of the same chunk begins: `https://a.id,https://b.id` are two.
 * @param {Letters} letters
 * @param {number} begin
 * @param {number} end
 */
function _linksNextLink(letters, begin, end) {
  for (let index = begin; index < end; index += 1) {
    if (",;)".includes(letters[index]) && _linksSchemeAt(letters, index + 1) !== null) return index;
  }
  return end;
}

/**
 * Where the authority begins if a scheme stands at `index`, and the scheme; null where none does.
 * @param {Letters} letters
 * @param {number} index
 * @param {number} [least] slashes that have to follow
 * @returns {{begin: number, scheme: string} | null}
 */
function _linksSchemeAt(letters, index, least = 1) {
  if (!"hHfF".includes(letters[index])) return null;
  const head = asciiLower(cut(letters, index, index + 6));
  for (const scheme of _LINKS_SCHEMES) {
    if (!head.startsWith(scheme + ":")) continue;
    const after = index + scheme.length + 1;
    let begin = after;
    while (begin < letters.length && _LINKS_SLASHES.has(letters[begin])) begin += 1;
    if (begin >= after + least) return { begin, scheme };
  }
  return null;
}

/**
 * @param {Letters} letters
 * @param {number} start
 * @param {number} end
 */
function _linksTrim(letters, start, end) {
  while (end > start && _LINKS_TRAILING.has(letters[end - 1])) end -= 1;
  return end;
}

/**
 * Split `letters[begin:end]` into userinfo, host, port and the rest.
 * @param {Letters} letters
 * @param {number} begin
 * @param {number} end
 * @param {string} scheme
 * @param {LinkTables} tables
 * @param {number} first where the link starts
 * @returns {Link | null}
 */
function _linksSplit(letters, begin, end, scheme, tables, first) {
  let stop = begin;
  while (stop < end && !_LINKS_AUTHORITY_END.has(letters[stop])) stop += 1;
  const [userinfo, , hostport] = rpartition(cut(letters, begin, stop), "@");
  const [name, port] = _linksCutPort(hostport);
  if (name === "") return null;
  const host = parseHost(name, tables.hostMap, tables.suffixes);
  const rest = cut(letters, stop, end);
  return { text: "", span: [first, end], scheme, userinfo, host, port, rest, live: true, tricks: [] };
}

/**
 * @param {string} hostport
 * @returns {[string, string]}
 */
function _linksCutPort(hostport) {
  const [name, colon, port] = rpartition(hostport, ":");
  return colon && /^[0-9]*$/.test(port) && !name.endsWith(":") ? [name, port] : [hostport, ""];
}

/**
 * Links without a scheme in one chunk: runs of host letters with a dot inside and a known last label.
 * @param {Letters} letters
 * @param {number} start
 * @param {number} end
 * @param {LinkTables} tables
 * @param {Link[]} found where they are put
 */
function _linksBareLinks(letters, start, end, tables, found) {
  let index = start;
  while (index < end) {
    let stop = index;
    if (_linksIsHostLetter(letters[index], tables.hostMap)) {
      stop = _linksRunEnd(letters, index, end, tables.hostMap);
      const link = _linksBareLink(letters, index, stop, end, tables);
      if (link !== null && !(index > start && letters[index - 1] === "@")) {
        found.push(link);
        stop = Math.max(stop, link.span[1]);
      }
    }
    index = stop + 1;
  }
}

/**
 * Where a run of host letters and dots ends.
 * @param {Letters} letters
 * @param {number} start
 * @param {number} end
 * @param {HostMap} table
 */
function _linksRunEnd(letters, start, end, table) {
  let stop = start;
  while (stop < end && (_LINKS_DOTS.has(letters[stop]) || _linksIsHostLetter(letters[stop], table))) stop += 1;
  return stop;
}

/**
 * @param {Letters} letters
 * @param {number} start
 * @param {number} stop
 * @param {number} end
 * @param {LinkTables} tables
 * @returns {Link | null}
 */
function _linksBareLink(letters, start, stop, end, tables) {
  stop = _linksTrim(letters, start, stop);
  while (start < stop && (letters[start] === "-" || letters[start] === "_")) start += 1;
  const written = cut(letters, start, stop);
  if (!_LINKS_DOT.test(written)) return null;
  const host = parseHost(written, tables.hostMap, tables.suffixes);
  const portEnd = _linksPortEnd(letters, stop, end);
  const hasRest = portEnd < end && _LINKS_AUTHORITY_END.has(letters[portEnd]);
  if (!_linksMayBeBare(host, hasRest || portEnd > stop, tables)) return null;
  const last = hasRest ? _linksTrim(letters, portEnd, end) : portEnd;
  const tricks = !hasRest && _linksReadsLikeSentence(written) ? ["maybe-sentence"] : [];
  const port = cut(letters, stop + 1, portEnd);
  const rest = cut(letters, portEnd, last);
  return { text: "", span: [start, last], scheme: "", userinfo: "", host, port, rest, live: true, tricks };
}

/**
 * @param {Letters} letters
 * @param {number} stop
 * @param {number} end
 */
function _linksPortEnd(letters, stop, end) {
  if (stop >= end || letters[stop] !== ":") return stop;
  let index = stop + 1;
  while (index < end && letters[index] >= "0" && letters[index] <= "9") index += 1;
  return index > stop + 1 ? index : stop;
}

/**
 * @param {Host} host
 * @param {boolean} hasMore
 * @param {LinkTables} tables
 */
function _linksMayBeBare(host, hasMore, tables) {
  if (host.kind === "ipv4") return hasMore && !host.tricks.includes("odd-address");
  if (host.kind !== "name" || host.ascii.includes("..") || host.ascii.startsWith(".")) return false;
  if (host.registrable === null || !tables.suffixes.topLevel.has(rpartition(host.suffix, ".")[2])) return false;
  return hasMore || !tables.fileTypes.has(rpartition(host.ascii, ".")[2]);
}

/**
 * Whether a missing space after a full stop explains the dot: `besok.ga`, `lunas.Id`.
 * @param {string} written
 */
function _linksReadsLikeSentence(written) {
  const [left, , right] = rpartition(written, ".");
  const capital = /^[A-Z]/.test(right) && !/^[A-Z]/.test(left);
  return /^[a-zA-Z]+$/.test(left) && (capital || _LINKS_WORD_SUFFIXES.has(asciiLower(right)));
}

/**
 * @param {string} letter
 * @param {HostMap} table
 */
function _linksIsHostLetter(letter, table) {
  if (letter < "\x80") return _LINKS_ASCII_HOST.has(letter);
  const mapped = mapLetter(letter, table);
  if (mapped === null || _LINKS_DOTS.has(letter)) return false;
  if (mapped !== letter) return !/[\x00-\x2f\x3a-\x60\x7b-\x7f]/.test(mapped);
  const point = /** @type {number} */ (letter.codePointAt(0));
  return !_LINKS_SIGN_RANGES.some(([first, last]) => first <= point && point <= last);
}

/**
 * Move a link's span from the undisguised letters to the text as given.
 * @param {Link} link
 * @param {Plain} plain
 * @param {Letters} given
 * @returns {Link}
 */
function _linksAsGiven(link, plain, given) {
  const [first, last] = link.span;
  const start = plain.starts === null ? first : plain.starts[first];
  const end = plain.ends === null ? last : plain.ends[last - 1];
  let undone = false;
  for (let place = first; place < last && !undone; place += 1) undone = plain.changed.has(place);
  const defanged = undone || link.scheme.startsWith("hxxp");
  const tricks = defanged ? [...link.tricks, "defanged"] : link.tricks;
  return { ...link, text: cut(given, start, end), span: [start, end], live: !defanged, tricks };
}
