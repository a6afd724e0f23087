"use strict";
// What a ticket notice lacks, and what no real one demands.
// Twin of etle_guard/evidence/notice.py.

const _NOTICE_CLAIMS = new Set(["official-claim", "confirm", "greeting", "unpaid", "deadline", "threat"]);
/** @type {readonly (readonly [string, ReadonlySet<string>])[]} */
const _NOTICE_SECRETS = [
  ["notice.secret", new Set(["otp", "pin", "password", "card", "mothers-name"])],
  ["notice.identity", new Set(["identity"])],
];
const _NOTICE_ANSWERING = new Set(["contact", "send", "pay"]);
const _NOTICE_BRINGING = "bring";
const _NOTICE_BY_LINK = new Set(["pay", "fill", "confirm", "amount"]);
const _NOTICE_PAY_BY_LINK = new Set(["pay"]);
const _NOTICE_BY_CHEAP_LINK = new Set([..._NOTICE_PAY_BY_LINK, "fill", "confirm"]);
const _NOTICE_ADDRESSES = new Set(["ipv4", "ipv6"]); // hosts without a name cost nothing either
const _NOTICE_ASKING = new Set(["send", "give", "pay", "fill", "confirm"]);
const _NOTICE_PAYING = new Set(["pay", "transfer", "send", "amount"]);
const _NOTICE_ACCOUNTS = new Set(["account", "personal-account"]);
const _NOTICE_OWNED = new Set(["bank", "qris"]); // stand for an account where an owner is named after them
const _NOTICE_OWNER = "personal-account";
const _NOTICE_QRIS = "qris";
const _NOTICE_BANK = "bank";
const _NOTICE_CRYPTO = "crypto"; // money sent so has no number and does not come back
const _NOTICE_SELF = new Set(["first-person"]);
const _NOTICE_AUTHORITIES = new Set(["police", "prosecutor", "court"]);
const _NOTICE_OFFICES = new Set([..._NOTICE_AUTHORITIES, "traffic", "ticket"]);
// A stranger who names them beside a ticket, or who is called after one, speaks for them.
const _NOTICE_SPEAKING_FOR = new Set(["police", "prosecutor", "ticket"]);
const _NOTICE_PARTS = ["reference", "plate"]; // who names both speaks as a notice
const _NOTICE_STRANGERS = new Set(["indonesian", "foreign"]); // kinds of senders: numbers that stand in no address book
const _NOTICE_ACCOUNT_DIGITS = 9;
const _NOTICE_BEFORE = 20; // code points before an account word in which its number may stand
const _NOTICE_PRESSING = new Set(["threat", "final"]);
const _NOTICE_URGING = new Set([..._NOTICE_PRESSING, "deadline", "unpaid", "relief", "refund"]); // a bait presses too
const _NOTICE_TALK = new Set(["other", "report"]); // topics of texts that are no scam by their words
const _NOTICE_CLEARLY_OTHER = 2; // band of the margin from which "card" belongs to help pages and contracts
const _NOTICE_PICTURES = new Set(["jpg", "jpeg", "png", "webp", "heic"]);
const _NOTICE_PLATE = /(?<![A-Za-z0-9])[A-Z]{1,2}[ -]?[0-9]{1,4}[ -]?[A-Z]{1,3}(?![A-Za-z0-9])/;
const _NOTICE_NEAR = 60; // code points between a demand and what it asks for, an account and its number or owner
const _NOTICE_FAR = 100; // the same between a demand and what it asks for, where the text reads like a scam

/**
 * Whether the message speaks as an office that gives somebody a ticket.
 * @param {Parsed} parsed
 */
function claimsToBeNotice(parsed) {
  const { reading } = parsed;
  if (!reading.aboutTicket || parsed.isReport || _noticeIsFriend(parsed)) return false;
  return reading.topic === "scam" || _noticeHas(parsed, _NOTICE_CLAIMS);
}

/**
 * Whoever stands in the address book, says "I", claims nothing and names no authority.
 * @param {Parsed} parsed
 */
function _noticeIsFriend(parsed) {
  const isNamed = parsed.sender.kind === "name" && !_noticeIsStranger(parsed);
  const isPlain = !_noticeHas(parsed, _NOTICE_CLAIMS) && !_noticeHas(parsed, _NOTICE_AUTHORITIES);
  return isNamed && _noticeHas(parsed, _NOTICE_SELF) && isPlain;
}

/** @param {Parsed} parsed @param {ReadonlySet<string>} names */
function _noticeHas({ reading }, names) {
  return reading.concepts.some((hit) => names.has(hit.concept));
}

/**
 * Missing parts where it claims to be a notice; demands wherever it is about a ticket.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function noticeEvidence(parsed, rulebook) {
  const { reading } = parsed;
  if (!reading.aboutTicket || parsed.isReport) return [];
  const asked = _noticeIsPlainTalk(parsed) ? [] : _noticeDemands(parsed, rulebook);
  const isHeard = reading.topic === "scam" || reading.strength < _NOTICE_CLEARLY_OTHER;
  const byLink = isHeard ? _noticeByLink(parsed, rulebook) : [];
  const demands = [..._noticeRemote(parsed, rulebook), ...asked, ...byLink];
  if (!claimsToBeNotice(parsed)) return demands;
  return [...demands, ..._noticeMissing(parsed, rulebook), ..._noticeChannel(parsed, rulebook)];
}

/**
 * Whether the text is no scam, presses nobody, hides no letters, and is clear or speaks for nobody. A stranger's number
 * that speaks as an office is heard in any case. Between friends the model's word is no reason to hear a demand.
 * @param {Parsed} parsed
 */
function _noticeIsPlainTalk(parsed) {
  const { reading, hidesLetters } = parsed;
  const isStranger = _noticeIsStranger(parsed);
  const isCalled = [..._NOTICE_SPEAKING_FOR].some((name) => reading.sender.has(name));
  const speaksFor = isStranger && (isCalled || _noticeHas(parsed, _NOTICE_SPEAKING_FOR));
  const isClaiming = _noticeHas(parsed, _NOTICE_CLAIMS) || speaksFor;
  const isFriend = _noticeIsFriend(parsed);
  if (hidesLetters || !(_NOTICE_TALK.has(reading.topic) || isFriend)) return false;
  if (_NOTICE_PARTS.every((name) => reading.concepts.some((hit) => hit.concept === name))) return false;
  if (!isFriend && isStranger && isClaiming) return false;
  if (!isFriend && reading.strength < _NOTICE_CLEARLY_OTHER && (isStranger || isClaiming)) return false;
  return !reading.concepts.some((hit) => _NOTICE_PRESSING.has(hit.concept) && !hit.negated);
}

/**
 * A number that stands in no address book, or a name such as "Admin ETLE" that speaks for an office.
 * @param {Parsed} parsed
 */
function _noticeIsStranger({ sender, reading }) {
  return _NOTICE_STRANGERS.has(sender.kind) || [..._NOTICE_OFFICES].some((name) => reading.sender.has(name));
}

/**
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _noticeMissing(parsed, rulebook) {
  const concepts = new Set(parsed.reading.concepts.map((hit) => hit.concept));
  const isPictured = parsed.attachments.some((file) => _NOTICE_PICTURES.has(file.extension));
  /** @type {[string, boolean][]} */
  const present = [
    ["notice.no-plate", hasPlate(parsed.message.text)],
    ["notice.no-reference", concepts.has("reference")],
    ["notice.no-place", concepts.has("place")],
    ["notice.no-time", concepts.has("time")],
    ["notice.no-photo", concepts.has("photo") || isPictured],
  ];
  return present.filter(([, there]) => !there).map(([rule]) => finding(rulebook, rule));
}

/**
 * Whether a number plate stands in a text: one or two letters, up to four digits, up to three letters.
 * @param {string} text
 */
function hasPlate(text) {
  return _NOTICE_PLATE.test(text);
}

/** @param {string} letter */
function _noticeIsDigit(letter) {
  return letter >= "0" && letter <= "9";
}

/**
 * An OTP, PIN or card asked for; money to somebody's account; a photo of papers. Not where the text forbids it.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _noticeDemands(parsed, rulebook) {
  /** @type {Evidence[]} */
  const found = [];
  const hits = parsed.reading.concepts.filter((hit) => !hit.negated);
  for (const [rule, wanted] of _NOTICE_SECRETS) {
    const asked = askedFor(wanted, hits, parsed.reading.topic === "scam" ? _NOTICE_FAR : _NOTICE_NEAR);
    if (asked !== null) found.push(_noticeDemand(rule, asked, parsed, rulebook));
  }
  const isDoubted = parsed.reading.topic === "scam" || _NOTICE_STRANGERS.has(parsed.sender.kind);
  const account = accountToPay(hits, parsed.message.text, isDoubted);
  if (account !== null) found.push(_noticeDemand("notice.transfer", account, parsed, rulebook));
  const urging = whatPresses(parsed);
  if (urging !== null) found.push(_noticeDemand("notice.presses", urging, parsed, rulebook));
  return found;
}

/**
 * What a stranger presses with who wants an answer or money, in a text that may be a scam. Who asks to bring papers to a
 * counter presses nobody.
 * @param {Parsed} parsed
 * @returns {ConceptHit | null}
 */
function whatPresses(parsed) {
  const { reading } = parsed;
  if (!reading.mayBeScam || !_noticeIsStranger(parsed)) return null;
  const hits = reading.concepts.filter((hit) => !hit.negated);
  const isBringing = hits.some((hit) => hit.concept === _NOTICE_BRINGING);
  if (isBringing || !hits.some((hit) => _NOTICE_ANSWERING.has(hit.concept))) return null;
  return hits.find((hit) => _NOTICE_URGING.has(hit.concept)) ?? null;
}

/**
 * To pay, fill in or confirm where nobody vouches for the link; by a cheap one also in plain words.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _noticeByLink(parsed, rulebook) {
  const { topic } = parsed.reading;
  const elsewhere = parsed.links.filter((link) => leadsElsewhere(link, rulebook));
  if (!elsewhere.length) return [];
  const hasCheap = elsewhere.some(({ host }) => isCheap(host, rulebook.targets) || _NOTICE_ADDRESSES.has(host.kind));
  const isSure = topic === "scam" && parsed.reading.strength > 0;
  const wanted = isSure ? _NOTICE_BY_LINK : hasCheap ? _NOTICE_BY_CHEAP_LINK : _NOTICE_PAY_BY_LINK;
  const hit = parsed.reading.concepts.find(({ concept, negated }) => wanted.has(concept) && !negated);
  const isHeard = isSure || topic === "short" || hasCheap || _NOTICE_STRANGERS.has(parsed.sender.kind);
  return hit !== undefined && isHeard ? [_noticeDemand("notice.pay-by-link", hit, parsed, rulebook)] : [];
}

/**
 * A shared screen or a linked device: no talk about a ticket needs either.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _noticeRemote(parsed, rulebook) {
  const hit = parsed.reading.concepts.find(({ concept, negated }) => concept === "remote" && !negated);
  return hit === undefined ? [] : [_noticeDemand("notice.remote", hit, parsed, rulebook)];
}

/**
 * The first of the `wanted` concepts that a word of asking stands `within` so many code points of.
 * @param {ReadonlySet<string>} wanted
 * @param {readonly ConceptHit[]} hits
 * @param {number} [within]
 */
function askedFor(wanted, hits, within = _NOTICE_NEAR) {
  return hits.find((hit) => wanted.has(hit.concept) && _noticeIsAskedFor(hit, hits, within)) ?? null;
}

/**
 * Whether a word of asking stands near, and none of bringing stands before: papers are shown at a counter.
 * @param {ConceptHit} hit
 * @param {readonly ConceptHit[]} hits
 * @param {number} within
 */
function _noticeIsAskedFor(hit, hits, within) {
  const isBrought = hits.some(({ concept, start }) =>
    concept === _NOTICE_BRINGING && hit.start >= start && hit.start - start <= within);
  if (isBrought) return false;
  return hits.some((other) => _NOTICE_ASKING.has(other.concept) && Math.abs(other.start - hit.start) <= within);
}

/**
 * The account or wallet that money is to go to: with a number beside it, and no BRIVA. The name of a bank stands for an
 * account where an owner is named after it or a transfer is asked for, and so does QRIS with an owner, which has no
 * number. From whom is doubted, an account needs no word of paying, QRIS no owner.
 * @param {readonly ConceptHit[]} hits
 * @param {string} text
 * @param {boolean} [isDoubted]
 * @returns {ConceptHit | null}
 */
function accountToPay(hits, text, isDoubted = false) {
  const met = new Set(hits.map((hit) => hit.concept));
  const isToPay = [..._NOTICE_PAYING].some((concept) => met.has(concept));
  if (!isDoubted && !isToPay && ![..._NOTICE_ACCOUNTS].every((concept) => met.has(concept))) return null;
  const letters = codePoints(text);
  const owned = hits.filter((hit) => hit.concept === _NOTICE_OWNER).map((hit) => hit.start);
  for (const hit of hits) {
    const hasOwner = _NOTICE_OWNED.has(hit.concept)
      && owned.some((start) => start > hit.end && start - hit.end <= _NOTICE_NEAR);
    const isNamed = hit.concept === _NOTICE_BANK && met.has("transfer");
    const isOwned = hasOwner || isNamed || (hit.concept === _NOTICE_QRIS && isDoubted);
    const isCrypto = hit.concept === _NOTICE_CRYPTO;
    if (!isOwned && !isCrypto && !_NOTICE_ACCOUNTS.has(hit.concept)) continue;
    const near = cut(letters, Math.max(0, hit.start - _NOTICE_BEFORE), hit.end + _NOTICE_NEAR);
    const isAccount = isCrypto || hit.concept === _NOTICE_QRIS || _noticeHasLongNumber(near);
    if (isAccount && !asciiLower(near).includes("briva")) return hit;
  }
  return null;
}

/**
 * Nine digits or more, with single spaces, dots or hyphens between them.
 * @param {string} text
 */
function _noticeHasLongNumber(text) {
  let digits = 0;
  let gap = 0;
  for (const letter of text) {
    if (_noticeIsDigit(letter)) {
      digits += 1;
      gap = 0;
      if (digits >= _NOTICE_ACCOUNT_DIGITS) return true;
    } else if (" -.".includes(letter) && gap === 0) {
      gap = 1;
    } else {
      digits = 0;
    }
  }
  return false;
}

/**
 * @param {string} rule
 * @param {ConceptHit} hit
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 */
function _noticeDemand(rule, hit, parsed, rulebook) {
  const words = cut(codePoints(parsed.message.text), hit.start, hit.end);
  return finding(rulebook, rule, [hit.start, hit.end], words, null, { words });
}

/**
 * The newest statement on channels up to the message's day.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _noticeChannel(parsed, rulebook) {
  const sent = parsed.message.sentOn ?? null;
  const said = rulebook.events.filter((row) => sent === null || row.date <= sent);
  if (!said.length) return [];
  const { date, summary_id: statement_id, summary_en: statement_en } = said[said.length - 1];
  return [finding(rulebook, "notice.channel", null, date, null, { since: date, statement_id, statement_en })];
}
