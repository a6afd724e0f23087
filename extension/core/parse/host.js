"use strict";
// A host as a browser would open it, whatever was done to hide it.
// Follows the host parser of the WHATWG URL standard (https://url.spec.whatwg.org/#host-parsing), with two differences:
// a broken `xn--` label is kept and noted, and a trailing dot is dropped. Each disguise leaves a code in `tricks`.
// Twin of etle_guard/parse/host.py.

// https://url.spec.whatwg.org/#forbidden-domain-code-point
const _HOST_FORBIDDEN = /[\x00-\x20#%/:<>?@[\\\]^|\x7f]/;
const _HOST_PLAIN = /^[a-z0-9._-]*$/;
// What nearly every host is: ASCII labels in lower case, the last one no number, nothing to decode.
const _HOST_ORDINARY = /^(?:[a-z0-9_-]{1,63}\.)+[a-z][a-z0-9_-]{0,62}$/;
const _HOST_LONGEST_NAME = 253;
const _HOST_MAX_LABEL = 63;

/**
 * Read the host part of a link. Never throws: what a browser would refuse has `kind` `unreadable`.
 * @param {string} text
 * @param {HostMap} table
 * @param {Suffixes} suffixes
 * @returns {Host}
 */
function parseHost(text, table, suffixes) {
  if (isOrdinaryHost(text)) {
    const [suffix, registrable] = splitSuffix(text, suffixes);
    return { ascii: text, display: text, kind: "name", suffix, registrable, tricks: [] };
  }
  /** @type {string[]} */
  const tricks = [];
  if (text.length > LONGEST_HOST && codePointCount(text) > LONGEST_HOST) return _hostUnreadable(text, tricks);
  if (text.startsWith("[")) return _hostIpv6(text);
  const mapped = _hostMap(_hostPercentDecode(text, tricks), table, tricks);
  if (mapped === null) return _hostUnreadable(text, tricks);
  const name = mapped.endsWith(".") ? mapped.slice(0, -1) : mapped;
  if (name === "" || _HOST_FORBIDDEN.test(name)) return _hostUnreadable(text, tricks);
  const [shown, asciiLabels] = _hostBothForms(name.split("."), tricks);
  if (endsInNumber(asciiLabels)) return _hostIpv4(text, asciiLabels, tricks);
  if (asciiLabels.some((label) => label.length > _HOST_MAX_LABEL)) tricks.push("long-label");
  const ascii = asciiLabels.join(".");
  const [suffix, registrable] = splitSuffix(ascii, suffixes);
  return { ascii, display: shown.join("."), kind: "name", suffix, registrable, tricks };
}

/**
 * Whether a text is a host as nearly all are: reading it changes nothing in it.
 * @param {string} text
 */
function isOrdinaryHost(text) {
  return text.length <= _HOST_LONGEST_NAME && _HOST_ORDINARY.test(text) && !text.includes("xn--");
}

/**
 * Replace `%41` by the byte that it names, then read the bytes as UTF-8 as browsers do.
 * @param {string} text
 * @param {string[]} tricks
 */
function _hostPercentDecode(text, tricks) {
  if (!text.includes("%")) return text;
  const encoder = new TextEncoder(); // a lone surrogate becomes U+FFFD
  /** @type {number[]} */
  const raw = [];
  for (const piece of text.match(/%[0-9a-fA-F]{2}|%|[^%]+/g) ?? []) {
    if (piece.length === 3 && piece[0] === "%") raw.push(parseInt(piece.slice(1), 16));
    else for (const byte of encoder.encode(piece)) raw.push(byte);
  }
  tricks.push("percent-encoded");
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(raw));
}

/**
 * UTS #46: map every letter, drop the ignored ones, compose; null where a letter is refused.
 * @param {string} text
 * @param {HostMap} table
 * @param {string[]} tricks
 * @returns {string | null}
 */
function _hostMap(text, table, tricks) {
  if (_HOST_PLAIN.test(text)) return text;
  let out = "";
  const noted = new Set();
  for (const letter of text) {
    const mapped = mapLetter(letter, table);
    if (mapped === null) return null;
    if (mapped === "") noted.add("invisible-letters");
    else if (mapped !== letter && letter > "\x7f") noted.add("mapped-letters");
    out += mapped;
  }
  tricks.push(...[...noted].sort(compareText));
  return compose(out, table);
}

/**
 * Each label as people see it and as the name system holds it (Punycode).
 * @param {readonly string[]} labels
 * @param {string[]} tricks
 * @returns {[string[], string[]]}
 */
function _hostBothForms(labels, tricks) {
  /** @type {string[]} */
  const shown = [];
  /** @type {string[]} */
  const asciiLabels = [];
  for (const label of labels) {
    const plain = isAscii(label);
    asciiLabels.push(plain ? label : "xn--" + encodePunycode(label));
    if (label.startsWith("xn--")) {
      const decoded = plain ? decodePunycode(label.slice(4)) : null;
      const broken = !decoded || isAscii(decoded);
      tricks.push(broken ? "broken-punycode" : "international");
      shown.push(broken ? label : decoded);
    } else {
      if (!plain) tricks.push("international");
      shown.push(label);
    }
  }
  return [shown, asciiLabels];
}

/**
 * @param {string} text
 * @param {readonly string[]} labels
 * @param {string[]} tricks
 * @returns {Host}
 */
function _hostIpv4(text, labels, tricks) {
  const address = parseIpv4(labels);
  if (address === null) return _hostUnreadable(text, tricks);
  if (address !== labels.join(".")) tricks.push("odd-address");
  return { ascii: address, display: address, kind: "ipv4", suffix: "", registrable: null, tricks };
}

/**
 * @param {string} text
 * @returns {Host}
 */
function _hostIpv6(text) {
  const address = text.endsWith("]") ? parseIpv6(text.slice(1, -1)) : null;
  if (address === null) return _hostUnreadable(text, []);
  const shown = `[${address}]`;
  return { ascii: shown, display: shown, kind: "ipv6", suffix: "", registrable: null, tricks: [] };
}

/**
 * @param {string} text
 * @param {readonly string[]} tricks
 * @returns {Host}
 */
function _hostUnreadable(text, tricks) {
  return { ascii: "", display: text, kind: "unreadable", suffix: "", registrable: null, tricks };
}
