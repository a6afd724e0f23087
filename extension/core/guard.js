"use strict";
// The whole street: a message goes in, a verdict comes out.
// Twin of etle_guard/guard.py.

/** @type {Host} */
const _GUARD_NO_HOST = { ascii: "", display: "", kind: "unreadable", suffix: "", registrable: null, tricks: [] };

/**
 * Parse, collect, weigh.
 * @param {Message} message
 * @param {Rulebook} rulebook
 * @returns {Verdict}
 */
function judge(message, rulebook) {
  const parsed = parse(message, rulebook);
  return weigh(parsed, collect(parsed, rulebook), rulebook);
}

/**
 * The same for one link or host alone; what has no host in it is unreadable, never clear.
 * @param {string} url
 * @param {Rulebook} rulebook
 * @returns {Verdict}
 */
function judgeUrl(url, rulebook) {
  const parsed = parseLink(splitLink(url, rulebook.links) ?? _guardHostless(url), rulebook);
  return weigh(parsed, collect(parsed, rulebook), rulebook);
}

/**
 * @param {string} text
 * @returns {Link}
 */
function _guardHostless(text) {
  const span = /** @type {Span} */ ([0, codePointCount(text)]);
  return { text, span, scheme: "", userinfo: "", host: _GUARD_NO_HOST, port: "", rest: "", live: true, tricks: [] };
}
