"use strict";
// What the path of a link says: an application, an official name in the path of another host, a page of a known kit.
// Twin of etle_guard/evidence/path.py.

const _PATH_RULE_KIT_PATHS = new Set(["/id", "/id/"]);
const _PATH_RULE_LAST_NAMES = 3; // of a path, that may name a file

/**
 * A path that names an Android application, last or, as file hosters do, in front of a word of theirs.
 * @param {Link} link
 * @param {number} index
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function appFile(link, index, parsed, rulebook) {
  const path = partition(partition(link.rest, "#")[0], "?")[0].replaceAll("\\", "/");
  const names = path.split("/").slice(-_PATH_RULE_LAST_NAMES).map(percentDecoded).filter((name) => name.includes("."));
  const files = names.map((name) => parseAttachment(name, rulebook.fold, rulebook.files.harmless));
  const file = files.find(({ extension }) => rulebook.files.classes.get(extension) === "apk");
  if (file === undefined) return [];
  const found = [finding(rulebook, "host.app-file", link.span, file.name, index, { file: file.name })];
  if (parsed.reading.aboutTicket || hasPretext(file.words + wordsOf(link.host), rulebook)) {
    found.push(finding(rulebook, "host.app-pretext", link.span, file.name, index));
  }
  return found;
}

/**
 * An official host written out in the path of another, on label boundaries.
 * @param {Link} link
 * @param {number} index
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function nameInPath(link, index, rulebook) {
  if (link.rest === "") return [];
  const rest = asciiLower(percentDecoded(link.rest));
  const met = rulebook.targets.names.map((name) => name.host).filter((host) => _pathRuleStandsAlone(rest, host));
  if (!met.length) return [];
  const target = met.reduce((one, other) => (_pathRuleCompareLength(other, one) > 0 ? other : one));
  const detail = { target, registrable: link.host.registrable ?? link.host.ascii };
  return [finding(rulebook, "host.name-in-path", link.span, target, index, detail)];
}

/**
 * @param {string} one
 * @param {string} other
 */
function _pathRuleCompareLength(one, other) {
  return one.length - other.length || compareText(one, other);
}

/**
 * Whether a name stands in a text, its first time on label boundaries.
 * @param {string} text
 * @param {string} name
 */
function _pathRuleStandsAlone(text, name) {
  const start = text.indexOf(name);
  if (start < 0) return false;
  const after = start + name.length;
  return !/[a-z0-9-]/.test(text.slice(Math.max(start - 1, 0), start) + text.slice(after, after + 1));
}

/**
 * The page that the known kit of such frauds answers from, on a cheap suffix.
 * @param {Link} link
 * @param {number} index
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function kitPath(link, index, rulebook) {
  if (!_PATH_RULE_KIT_PATHS.has(link.rest) || !rulebook.targets.cheap.has(link.host.suffix)) return [];
  const shown = link.host.ascii + link.rest;
  return [finding(rulebook, "host.kit-path", link.span, shown, index, { shown })];
}

/**
 * ASCII characters behind `%41` and the like; bytes beyond ASCII stay as they are written.
 * @param {string} text
 */
function percentDecoded(text) {
  return text.replace(/%([0-9a-fA-F]{2})/g, _pathRuleDecodedPiece);
}

/**
 * @param {string} written
 * @param {string} code
 */
function _pathRuleDecodedPiece(written, code) {
  const byte = parseInt(code, 16);
  return byte > 32 && byte < 127 ? String.fromCharCode(byte) : written;
}
