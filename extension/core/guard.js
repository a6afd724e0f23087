"use strict";
// The whole street: a message goes in, a verdict comes out.
// Twin of etle_guard/guard.py.

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
  return isPlainlyClear(url, rulebook) ? nothingFound(url, rulebook) : lookClosely(url, rulebook);
}
