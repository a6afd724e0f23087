"use strict";
// Where the links are in a text: with a scheme, without one, disguised, or broken over two lines.
// A bare host counts wherever its last label is a top-level domain. Splitting follows the WHATWG URL standard
// (https://url.spec.whatwg.org/#url-parsing): `\` is `/`, userinfo ends at the last `@`.
// Twin of etle_guard/parse/links.py. Letters are arrays of code points.

const _LINKS_SCHEMES = ["https", "http", "hxxps", "hxxp", "ftp"];
const _LINKS_BREAKS = new Set(" \t\n\r\x0b\x0c\x00<>\"|\u00a0\u2028\u2029\u3000\u201c\u201d\u00ab\u00bb");
const _LINKS_TRAILING = new Set(".,;:!?)]}'*_~\u2026\u2019");
const _LINKS_SLASHES = new Set("/\\");
const _LINKS_AUTHORITY_END = new Set("/\\?#");
const _LINKS_DOTS = new Set(".\u3002\uff0e\uff61");
const _LINKS_ASCII_HOST = new Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_%");
// Before anything else browsers drop tabs and ends of lines and read a lone surrogate as U+FFFD.
const _LINKS_DROPPED = new Set("\t\n\r");
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
  /** @type {Link[]} */
  const found = [];
  for (const [start, end] of _linksChunks(plain.letters)) found.push(..._linksIn(plain, start, end, tables));
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
  const clean = codePoints(letters).filter((letter) => !_LINKS_DROPPED.has(letter)).map(scalarValue);
  const [begin, scheme] = _linksSchemeAt(clean, 0);
  const found = clean.length ? _linksSplit(clean, begin, clean.length, scheme, tables, begin) : null;
  if (found === null || (found.host.kind === "unreadable" && scheme === "" && !clean.includes("."))) return null;
  return { ...found, text: letters, span: [0, codePointCount(text)] };
}

/**
 * Runs without white space or quotes that may hold a link.
 * @param {readonly string[]} letters
 */
function _linksChunks(letters) {
  /** @type {[number, number][]} */
  const chunks = [];
  let start = 0;
  let mayHoldLink = false;
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index];
    if (_LINKS_BREAKS.has(letter)) {
      if (mayHoldLink) chunks.push([start, index]);
      start = index + 1;
      mayHoldLink = false;
    } else if (letter === "." || letter === ":" || letter > "\x7f") {
      mayHoldLink = true;
    }
  }
  if (mayHoldLink) chunks.push([start, letters.length]);
  return chunks;
}

/**
 * The links of one chunk.
 * @param {Plain} plain
 * @param {number} start
 * @param {number} end
 * @param {LinkTables} tables
 * @returns {Link[]}
 */
function _linksIn(plain, start, end, tables) {
  const { letters } = plain;
  /** @type {Link[]} */
  const found = [];
  let index = start;
  let bareFrom = start;
  while (index < end) {
    const [begin, scheme] = _linksSchemeAt(letters, index);
    const stop = scheme ? _linksNextLink(letters, begin, end) : end;
    const last = _linksTrim(letters, begin, stop);
    const link = scheme ? _linksSplit(letters, begin, last, scheme, tables, index) : null;
    if (link === null) {
      index += 1;
      continue;
    }
    found.push(..._linksBare(letters, bareFrom, index, tables), link);
    index = stop;
    bareFrom = stop;
  }
  found.push(..._linksBare(letters, bareFrom, end, tables));
  return found;
}

/**
 * Where the next link of the same chunk begins: `https://a.id,https://b.id` are two.
 * @param {readonly string[]} letters
 * @param {number} begin
 * @param {number} end
 */
function _linksNextLink(letters, begin, end) {
  for (let index = begin; index < end; index += 1) {
    if (",;)".includes(letters[index]) && _linksSchemeAt(letters, index + 1)[1]) return index;
  }
  return end;
}

/**
 * Where the authority begins if a scheme stands at `index`, and the scheme; else `index` and "".
 * @param {readonly string[]} letters
 * @param {number} index
 * @returns {readonly [number, string]}
 */
function _linksSchemeAt(letters, index) {
  const first = letters[index];
  if (first === "h" || first === "H" || first === "f" || first === "F") {
    const head = asciiLower(letters.slice(index, index + 6).join(""));
    for (const scheme of _LINKS_SCHEMES) {
      if (!head.startsWith(scheme + ":")) continue;
      let begin = index + scheme.length + 1;
      while (begin < letters.length && _LINKS_SLASHES.has(letters[begin])) begin += 1;
      if (begin > index + scheme.length + 1) return [begin, scheme];
    }
  }
  return [index, ""];
}

/**
 * @param {readonly string[]} letters
 * @param {number} start
 * @param {number} end
 */
function _linksTrim(letters, start, end) {
  while (end > start && _LINKS_TRAILING.has(letters[end - 1])) end -= 1;
  return end;
}

/**
 * Split `letters[begin:end]` into userinfo, host, port and the rest.
 * @param {readonly string[]} letters
 * @param {number} begin
 * @param {number} end
 * @param {string} scheme
 * @param {LinkTables} tables
 * @param {number} first where the link starts
 * @returns {Link | null}
 */
function _linksSplit(letters, begin, end, scheme, tables, first) {
  let cut = begin;
  while (cut < end && !_LINKS_AUTHORITY_END.has(letters[cut])) cut += 1;
  const [userinfo, , hostport] = rpartition(letters.slice(begin, cut).join(""), "@");
  const [name, port] = _linksCutPort(hostport);
  if (name === "") return null;
  const host = parseHost(name, tables.hostMap, tables.suffixes);
  const rest = letters.slice(cut, end).join("");
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
 * @param {readonly string[]} letters
 * @param {number} start
 * @param {number} end
 * @param {LinkTables} tables
 * @returns {Link[]}
 */
function _linksBare(letters, start, end, tables) {
  /** @type {Link[]} */
  const found = [];
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
  return found;
}

/**
 * Where a run of host letters and dots ends.
 * @param {readonly string[]} letters
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
 * @param {readonly string[]} letters
 * @param {number} start
 * @param {number} stop
 * @param {number} end
 * @param {LinkTables} tables
 * @returns {Link | null}
 */
function _linksBareLink(letters, start, stop, end, tables) {
  stop = _linksTrim(letters, start, stop);
  while (start < stop && (letters[start] === "-" || letters[start] === "_")) start += 1;
  const written = letters.slice(start, stop);
  if (!written.some((letter) => _LINKS_DOTS.has(letter))) return null;
  const host = parseHost(written.join(""), tables.hostMap, tables.suffixes);
  const portEnd = _linksPortEnd(letters, stop, end);
  const hasRest = portEnd < end && _LINKS_AUTHORITY_END.has(letters[portEnd]);
  if (!_linksMayBeBare(host, hasRest || portEnd > stop, tables)) return null;
  const last = hasRest ? _linksTrim(letters, portEnd, end) : portEnd;
  const tricks = !hasRest && _linksReadsLikeSentence(written.join("")) ? ["maybe-sentence"] : [];
  const port = letters.slice(stop + 1, portEnd).join("");
  const rest = letters.slice(portEnd, last).join("");
  return { text: "", span: [start, last], scheme: "", userinfo: "", host, port, rest, live: true, tricks };
}

/**
 * @param {readonly string[]} letters
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
 * @param {readonly string[]} given
 * @returns {Link}
 */
function _linksAsGiven(link, plain, given) {
  const [first, last] = link.span;
  const start = plain.starts[first];
  const end = plain.ends[last - 1];
  let undone = false;
  for (let place = first; place < last && !undone; place += 1) undone = plain.changed.has(place);
  const defanged = undone || link.scheme.startsWith("hxxp");
  const tricks = defanged ? [...link.tricks, "defanged"] : link.tricks;
  return { ...link, text: given.slice(start, end).join(""), span: [start, end], live: !defanged, tricks };
}
