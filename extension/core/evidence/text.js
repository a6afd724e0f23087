"use strict";
// What the text model says, as one witness among the others.
// Twin of etle_guard/evidence/text.py.

const _TEXT_RULE_STRONG = 2; // bands of the margin
const _TEXT_RULE_SURE_OF_OTHER = 3;
const _TEXT_RULE_MOST_WORDS = 4;
const _TEXT_RULE_PRESSING = new Set(["fine", "unpaid", "violation", "threat", "final", "pay", "transfer",
  "account", "bank", "card", "pin", "identity", "vehicle", "refund", "fill"]);
const _TEXT_RULE_IS_IT_REAL = "is-it-real";
const _TEXT_RULE_SECRETS = new Set(["otp", "pin", "card"]);
const _TEXT_RULE_DEMANDING = new Set(["pay", "transfer", "otp", "card", "pin", "identity", "install",
  "personal-account", "prize"]);
const _TEXT_RULE_TELLING = new Set(["unpaid", "threat", "deadline", "final", "pay", "transfer", "otp", "card", "pin",
  "password", "identity", "click", "open", "install", "download", "personal-account", "refund", "relief", "prize"]);

/**
 * What the message is about, what it wants, and whether its words are hidden.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function textEvidence(parsed, rulebook) {
  const { reading } = parsed;
  /** @type {Evidence[]} */
  const found = [];
  if (reading.aboutTicket) found.push(finding(rulebook, "text.ticket"));
  if (parsed.isReport) found.push(finding(rulebook, "text.report"));
  const asks = parsed.isReport && reading.concepts.some((hit) => hit.concept === _TEXT_RULE_IS_IT_REAL);
  if (asks) found.push(finding(rulebook, "text.asks"));
  if (reading.topic === "scam") found.push(..._textRuleScam(parsed, rulebook));
  if (parsed.hidesLetters && (reading.aboutTicket || reading.topic === "scam")) {
    found.push(finding(rulebook, "text.obfuscated", null, null, null, { count: String(reading.obfuscation) }));
  }
  return found;
}

/**
 * What a person recognises as pressure or demand, as written, in the order of the text.
 * @param {Parsed} parsed
 */
function _textRuleTellingWords(parsed) {
  const letters = codePoints(parsed.message.text);
  const hits = parsed.reading.concepts.filter((hit) => _TEXT_RULE_TELLING.has(hit.concept) && !hit.negated);
  const words = new Set(hits.map((hit) => cut(letters, hit.start, hit.end)));
  return [...words].slice(0, _TEXT_RULE_MOST_WORDS);
}

/**
 * Whether the text asks for money, a code, papers, or for something to be opened.
 * @param {Parsed} parsed
 */
function _textRuleDemandsSomething(parsed) {
  return parsed.reading.concepts.some((hit) => _TEXT_RULE_DEMANDING.has(hit.concept) && !hit.negated);
}

/**
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _textRuleScam(parsed, rulebook) {
  const { reading } = parsed;
  const words = _textRuleTellingWords(parsed).map((word) => `“${word}”`).join(", ");
  if (reading.aboutTicket && reading.strength > 0) {
    const rule = reading.strength >= _TEXT_RULE_STRONG ? "text.scam-strong" : "text.scam";
    return [finding(rulebook, rule, null, null, null, { words })];
  }
  if (reading.aboutTicket || !_textRuleIsOtherScam(parsed, rulebook)) return [];
  return [finding(rulebook, "text.other-scam", null, null, null, { words })];
}

/**
 * Whether a text without a ticket is surely a scam, or likely one that asks for a secret, money or a click.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 */
function _textRuleIsOtherScam(parsed, rulebook) {
  const { strength, concepts } = parsed.reading;
  if (strength >= _TEXT_RULE_SURE_OF_OTHER && _textRuleDemandsSomething(parsed)) return true;
  const hits = concepts.filter((hit) => !hit.negated);
  const isWanting = askedFor(_TEXT_RULE_SECRETS, hits) !== null || accountToPay(hits, parsed.message.text) !== null;
  const elsewhere = parsed.links.filter((link) => leadsElsewhere(link, rulebook));
  const hasCheapLink = elsewhere.some((link) => isCheap(link.host, rulebook.targets));
  const isPressing = elsewhere.length > 0 && hits.some((hit) => _TEXT_RULE_PRESSING.has(hit.concept));
  return hasCheapLink || (strength > 0 && (isWanting || isPressing));
}
