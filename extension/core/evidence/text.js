"use strict";
// What the text model says, as one witness among the others.
// Twin of etle_guard/evidence/text.py.

const _TEXT_RULE_STRONG = 2; // bands of the margin
const _TEXT_RULE_BY_STRENGTH = ["text.scam-unsure", "text.scam", "text.scam-strong"];
const _TEXT_RULE_BEYOND_DOUBT = 3;
const _TEXT_RULE_MOST_WORDS = 4;
const _TEXT_RULE_PRESSING = new Set(["fine", "unpaid", "violation", "threat", "final", "pay", "transfer",
  "account", "bank", "card", "pin", "identity", "vehicle", "refund", "fill"]);
const _TEXT_RULE_IS_IT_REAL = "is-it-real";
const _TEXT_RULE_VOUCH = "vouch";
const _TEXT_RULE_AGAINST = new Set(["scam-word", "doubt", "negation", "is-it-real", "lacking"]);
const _TEXT_RULE_SENTENCE_ENDS = ".!?\n";
const _TEXT_RULE_SHORTLY = 50; // code points before a link in which it is called official
const _TEXT_RULE_SECRETS = new Set(["otp", "pin", "card", "mothers-name"]);
const _TEXT_RULE_DEMANDING = new Set(["pay", "otp", "card", "pin", "identity", "personal-account", "prize"]);
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
  const asks = parsed.isReport && reading.met.has(_TEXT_RULE_IS_IT_REAL);
  if (asks) found.push(finding(rulebook, "text.asks"));
  if (parsed.isReport) found.push(..._textRuleVouches(parsed, rulebook));
  const isHeard = reading.topic === "scam" || !parsed.isReport;
  if (isHeard) found.push(..._textRuleScam(parsed, rulebook));
  if (parsed.hidesLetters && (reading.aboutTicket || reading.topic === "scam")) {
    const rule = reading.topic === "scam" ? "text.obfuscated-scam" : "text.obfuscated";
    found.push(finding(rulebook, rule, null, null, null, { count: String(reading.obfuscation) }));
  }
  return found;
}

/**
 * A word such as "official" before a link that leads elsewhere, in its sentence, with no word of doubt beside it.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _textRuleVouches(parsed, rulebook) {
  /** @type {Evidence[]} */
  const found = [];
  const letters = parsed.links.length ? codePoints(parsed.message.text) : [];
  let end = 0;
  parsed.links.forEach((link, index) => {
    const start = _textRuleSentenceStart(letters, end, link.span[0]);
    end = link.span[1];
    if (!leadsElsewhere(link, rulebook)) return;
    const before = parsed.reading.concepts.filter((hit) => hit.start >= start && hit.start < link.span[0]);
    const isVouched = before.some((hit) => hit.concept === _TEXT_RULE_VOUCH && !hit.negated);
    if (!isVouched || before.some((hit) => _TEXT_RULE_AGAINST.has(hit.concept))) return;
    found.push(finding(rulebook, "text.vouches", link.span, link.host.ascii, index, { host: link.host.ascii }));
  });
  return found;
}

/**
 * Where the sentence of a place begins, not before `earliest` and not more than `_TEXT_RULE_SHORTLY` before it.
 * @param {Letters} letters
 * @param {number} earliest
 * @param {number} place
 */
function _textRuleSentenceStart(letters, earliest, place) {
  const start = Math.max(earliest, place - _TEXT_RULE_SHORTLY);
  for (let i = place - 1; i >= start; i -= 1) if (_TEXT_RULE_SENTENCE_ENDS.includes(letters[i])) return i + 1;
  return start;
}

/**
 * What a person recognises as pressure or demand, as written, in the order of the text.
 * @param {Parsed} parsed
 */
function _textRuleTellingWords(parsed) {
  const letters = codePoints(parsed.message.text);
  const hits = parsed.reading.said.filter((hit) => _TEXT_RULE_TELLING.has(hit.concept));
  const words = new Set(hits.map((hit) => cut(letters, hit.start, hit.end)));
  return [...words].slice(0, _TEXT_RULE_MOST_WORDS);
}

/**
 * Whether the text asks for money, a code, papers, or for something to be opened.
 * @param {Parsed} parsed
 */
function _textRuleDemandsSomething(parsed) {
  return holdsAny(parsed.reading.stated, _TEXT_RULE_DEMANDING);
}

/**
 * What the model hears; where it only may be a scam, somebody has to press, too.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _textRuleScam(parsed, rulebook) {
  const rule = _textRuleScamRule(parsed, rulebook);
  if (rule === null) return [];
  const words = _textRuleTellingWords(parsed).map((word) => `“${word}”`).join(", ");
  return [finding(rulebook, rule, null, null, null, { words })];
}

/**
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {string | null}
 */
function _textRuleScamRule(parsed, rulebook) {
  const { reading } = parsed;
  const strength = reading.topic === "scam" ? reading.strength : 0;
  if (!reading.aboutTicket) {
    return reading.mayBeScam && _textRuleIsOtherScam(parsed, strength, rulebook) ? "text.other-scam" : null;
  }
  if (reading.topic !== "scam" && whatPresses(parsed) === null) return null;
  const most = _textRuleIsSpared(parsed) ? _TEXT_RULE_STRONG - 1 : _TEXT_RULE_STRONG;
  return _TEXT_RULE_BY_STRENGTH[Math.min(strength, most)];
}

/**
 * Whether words alone are no reason to doubt a contact: he presses nobody, and the model is not beyond doubt.
 * @param {Parsed} parsed
 */
function _textRuleIsSpared({ sender, reading }) {
  const isPressing = reading.strength >= _TEXT_RULE_BEYOND_DOUBT || holdsAny(reading.stated, PRESSING);
  return isContact(sender, reading) && !isPressing;
}

/**
 * Whether a text without a ticket is surely a scam, or likely one that asks for a secret, money or a click.
 * @param {Parsed} parsed
 * @param {number} strength
 * @param {Rulebook} rulebook
 */
function _textRuleIsOtherScam(parsed, strength, rulebook) {
  const { reading } = parsed;
  if (reading.topic === "short" || reading.strength > strength) return false;
  if (strength >= _TEXT_RULE_BEYOND_DOUBT && _textRuleDemandsSomething(parsed)) return true;
  const hits = reading.said;
  const isWanting = askedFor(_TEXT_RULE_SECRETS, hits) !== null || accountToPay(parsed) !== null;
  const elsewhere = parsed.links.filter((link) => leadsElsewhere(link, rulebook));
  const hasCheapLink = elsewhere.some((link) => isCheap(link.host, rulebook.targets));
  const isPressing = elsewhere.length > 0 && holdsAny(reading.stated, _TEXT_RULE_PRESSING);
  const isHiding = elsewhere.some((link) => leadsOn(link, rulebook));
  if (strength > 0 && (isWanting || (isPressing && isHiding))) return true;
  return isPressing && (hasCheapLink || strength >= _TEXT_RULE_STRONG);
}
