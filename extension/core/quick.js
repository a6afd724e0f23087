"use strict";
// One host or link alone: most hosts of the world are answered at a glance, the others looked at closely.
// Twin of etle_guard/quick.py.

/** @type {Host} */
const _QUICK_NO_HOST = { ascii: "", display: "", kind: "unreadable", suffix: "", registrable: null, tricks: [] };

/**
 * Whether `judgeUrl` would find nothing at all in a host; a quick answer for files of a million.
 * True is certain. False says only that the host must be looked at: it may resemble something, stand in a table, or be
 * written in a way that must be parsed first.
 * @param {string} host
 * @param {Rulebook} rulebook
 */
function isPlainlyClear(host, rulebook) {
  if (!isOrdinaryHost(host) || mayResemble(host, rulebook.targets.sieve)) return false;
  if (rulebook.listed.has(host)) return false;
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) {
    if (rulebook.listed.has(host.slice(dot + 1))) return false;
  }
  return true;
}

/**
 * The verdict on a host that is plainly clear.
 * @param {string} host
 * @param {Rulebook} rulebook
 * @returns {Verdict}
 */
function nothingFound(host, rulebook) {
  const registrable = splitSuffix(host, rulebook.links.suffixes)[1] ?? host;
  const { topic, complete } = rulebook.silence;
  /** @type {LinkVerdict} */
  const link = { text: host, span: [0, host.length], host, level: Level.CLEAR, target: null, registrable, likeness: null };
  const verdict = { level: Level.CLEAR, points: 0, topic, complete, links: [link], evidence: [] };
  return { ...verdict, met: new Set(), counsel: NO_COUNSEL };
}

/**
 * The verdict on a link where the quick answer is not certain; it is the same where it is.
 * @param {string} url
 * @param {Rulebook} rulebook
 * @returns {Verdict}
 */
function lookClosely(url, rulebook) {
  const parsed = parseLink(splitLink(url, rulebook.links) ?? _quickHostless(url), rulebook);
  return weigh(parsed, collect(parsed, rulebook), rulebook);
}

/**
 * @param {string} text
 * @returns {Link}
 */
function _quickHostless(text) {
  const span = /** @type {Span} */ ([0, codePointCount(text)]);
  return { text, span, scheme: "", userinfo: "", host: _QUICK_NO_HOST, port: "", rest: "", live: true, tricks: [] };
}
