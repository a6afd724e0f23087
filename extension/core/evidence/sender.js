"use strict";
// What the sender says. A number or name is never proof; it weighs only where the message is about a ticket.
// Twin of etle_guard/evidence/sender.py.

const _SENDER_RULE_IN_USE = new Set(["published", "returned"]);
const _SENDER_RULE_LATEST = "9999-12-31"; // a message without a date is judged by the newest facts

/**
 * What is known of the number or name, as of the message's date.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function senderEvidence(parsed, rulebook) {
  const { kind, number } = parsed.sender;
  const row = rulebook.numbers.get(number);
  if (row !== undefined) return [_senderRulePublished(parsed, row, rulebook)];
  if (kind === "name") return _senderRuleName(parsed, rulebook);
  if (!claimsToBeNotice(parsed)) return [];
  if (kind === "foreign") return [finding(rulebook, "sender.foreign", null, number, null, { number })];
  return kind === "indonesian" ? [finding(rulebook, "sender.unlisted", null, number, null, { number })] : [];
}

/**
 * @param {Parsed} parsed
 * @param {Row} row
 * @param {Rulebook} rulebook
 */
function _senderRulePublished(parsed, row, rulebook) {
  const { number } = parsed.sender;
  const period = periodAt(row.period, parsed.message.sentOn ?? _SENDER_RULE_LATEST);
  if (period === null) return finding(rulebook, "sender.unlisted", null, number, null, { number });
  const rule = _SENDER_RULE_IN_USE.has(period.status) ? "sender.published" : "sender.retired";
  return finding(rulebook, rule, null, number, null, { number: row.number, since: period.from });
}

/**
 * The period of a number that holds on a day (ISO date); null before the first.
 * @param {readonly Row[]} periods
 * @param {string} day
 * @returns {Row | null}
 */
function periodAt(periods, day) {
  const begun = periods.filter((period) => period.from <= day);
  return begun.length ? begun.reduce((one, other) => (other.from > one.from ? other : one)) : null;
}

/**
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _senderRuleName(parsed, rulebook) {
  const name = parsed.sender.text;
  const row = rulebook.senderNames.get(asciiLower(name));
  if (row === undefined || row.status !== "used-in-fraud" || !claimsToBeNotice(parsed)) return [];
  return [finding(rulebook, "sender.name-used-in-fraud", null, name, null, { name })];
}
