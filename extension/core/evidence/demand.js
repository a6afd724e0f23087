"use strict";
// What no real ticket notice demands: codes, papers, money to somebody's account, an answer at once.
// Twin of etle_guard/evidence/demand.py.

/** @type {readonly (readonly [string, ReadonlySet<string>])[]} */
const _DEMAND_SECRETS = [
  ["notice.secret", new Set(["otp", "pin", "password", "card", "mothers-name"])],
  ["notice.identity", new Set(["identity"])],
];
const _DEMAND_CODES = new Set(["otp", "pin"]); // beside a ticket a stranger need not even ask for them
const _DEMAND_TYPED = new Set(["card", "password"]); // wanted only where there is a page, a file or somebody to send them to
const _DEMAND_CHANNELS = new Set(["send", "contact", "give", "apk"]);
const _DEMAND_URGING = new Set([...PRESSING, "deadline", "unpaid", "relief", "refund"]); // a bait presses too
const _DEMAND_ANSWERING = new Set(["contact", "send", "pay"]);
const _DEMAND_THREATENING = ["threat", "unpaid"]; // together they press whatever the model hears
const _DEMAND_BRINGING = "bring";
const _DEMAND_BY_LINK = new Set(["pay", "fill", "confirm", "amount", "password", "refund"]);
const _DEMAND_PAY_BY_LINK = new Set(["pay"]);
const _DEMAND_BY_CHEAP_LINK = new Set([..._DEMAND_PAY_BY_LINK, "fill", "confirm"]);
const _DEMAND_STATE = "go.id"; // nobody else can register there
const _DEMAND_ADDRESSES = new Set(["ipv4", "ipv6"]); // hosts without a name cost nothing either
const _DEMAND_ASKING = new Set(["send", "give", "pay", "fill", "confirm"]);
const _DEMAND_PAYING = new Set(["pay", "transfer", "send", "amount"]);
const _DEMAND_ACCOUNTS = new Set(["account", "personal-account"]);
const _DEMAND_OWNED = new Set(["bank", "qris"]); // stand for an account where an owner is named after them
const _DEMAND_OWNER = "personal-account";
const _DEMAND_QRIS = "qris";
const _DEMAND_BANK = "bank";
const _DEMAND_REMOTE = "remote";
const _DEMAND_CRYPTO = "crypto"; // money sent so has no number and does not come back
const _DEMAND_ACCOUNT_DIGITS = 9;
const _DEMAND_BEFORE = 20; // code points before an account word in which its number may stand
const _DEMAND_NEAR = 60; // code points between a demand and what it asks for, an account and its number or owner
const _DEMAND_FAR = 100; // the same between a demand and what it asks for, where the text reads like a scam

/**
 * Demands, wherever a message is about a ticket and no report.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function demandEvidence(parsed, rulebook) {
  const { reading } = parsed;
  if (!reading.aboutTicket || parsed.isReport) return [];
  const isTalk = isPlainTalk(parsed);
  const asked = isTalk ? [] : _demandAsked(parsed, rulebook);
  const byLink = !isTalk || reading.strength < CLEARLY_OTHER ? _demandByLink(parsed, rulebook) : [];
  return [..._demandRemote(parsed, rulebook), ...asked, ...byLink];
}

/**
 * An OTP, PIN or card asked for; money to somebody's account; a photo of papers. Not where the text forbids it.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _demandAsked(parsed, rulebook) {
  /** @type {Evidence[]} */
  const found = [];
  const hits = parsed.reading.said;
  const hasChannel = parsed.links.length > 0 || parsed.attachments.length > 0
    || holdsAny(parsed.reading.stated, _DEMAND_CHANNELS);
  for (const [rule, wanted] of _DEMAND_SECRETS) {
    const within = parsed.reading.topic === "scam" ? _DEMAND_FAR : _DEMAND_NEAR;
    const isCode = (/** @type {ConceptHit} */ hit) => wanted.has(hit.concept) && _DEMAND_CODES.has(hit.concept);
    const told = STRANGERS.has(parsed.sender.kind) ? hits.find(isCode) ?? null : null;
    const open = hasChannel ? wanted : new Set([...wanted].filter((concept) => !_DEMAND_TYPED.has(concept)));
    const asked = askedFor(open, hits, within) ?? told;
    if (asked !== null) found.push(_demandFound(rule, asked, parsed, rulebook));
  }
  const isDoubted = parsed.reading.topic === "scam" || STRANGERS.has(parsed.sender.kind);
  const account = accountToPay(parsed, isDoubted);
  if (account !== null) found.push(_demandFound("notice.transfer", account, parsed, rulebook));
  const urging = whatPresses(parsed);
  if (urging !== null) found.push(_demandFound("notice.presses", urging, parsed, rulebook));
  return found;
}

/**
 * What a stranger presses with who wants an answer or money, in a text that may be a scam. So does a sender of whom
 * nothing is known. Who asks to bring papers to a counter presses nobody.
 * @param {Parsed} parsed
 * @returns {ConceptHit | null}
 */
function whatPresses(parsed) {
  const { reading } = parsed;
  const said = reading.stated;
  if (said.has(_DEMAND_BRINGING) || !(isStranger(parsed) || parsed.sender.kind === "none")) return null;
  const isWanting = reading.mayBeScam && holdsAny(said, _DEMAND_ANSWERING);
  if (!isWanting && !_DEMAND_THREATENING.every((concept) => said.has(concept))) return null;
  return reading.said.find((hit) => _DEMAND_URGING.has(hit.concept)) ?? null;
}

/**
 * To pay, fill in or confirm where nobody vouches for the link; for a cheap link or a stranger plain words do.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _demandByLink(parsed, rulebook) {
  const { topic } = parsed.reading;
  const elsewhere = parsed.links.filter((link) => leadsElsewhere(link, rulebook));
  if (!elsewhere.length) return [];
  const hasCheap = elsewhere.some(({ host }) => isCheap(host, rulebook.targets) || _DEMAND_ADDRESSES.has(host.kind));
  const isDoubted = hasCheap || (isStranger(parsed) && elsewhere.some(({ host }) => host.suffix !== _DEMAND_STATE));
  const isSure = topic === "scam" && parsed.reading.strength > 0;
  const wanted = isSure ? _DEMAND_BY_LINK : isDoubted ? _DEMAND_BY_CHEAP_LINK : _DEMAND_PAY_BY_LINK;
  const hit = parsed.reading.said.find(({ concept }) => wanted.has(concept));
  const isHeard = isSure || isDoubted || topic === "short";
  return hit !== undefined && isHeard ? [_demandFound("notice.pay-by-link", hit, parsed, rulebook)] : [];
}

/**
 * A shared screen or a linked device: no talk about a ticket needs either.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _demandRemote(parsed, rulebook) {
  const hit = parsed.reading.said.find(({ concept }) => concept === _DEMAND_REMOTE);
  return hit === undefined ? [] : [_demandFound("notice.remote", hit, parsed, rulebook)];
}

/**
 * The first of the `wanted` concepts that a word of asking stands `within` so many code points of.
 * @param {ReadonlySet<string>} wanted
 * @param {readonly ConceptHit[]} hits
 * @param {number} [within]
 */
function askedFor(wanted, hits, within = _DEMAND_NEAR) {
  return hits.find((hit) => wanted.has(hit.concept) && _demandIsAskedFor(hit, hits, within)) ?? null;
}

/**
 * Whether a word of asking stands near, and none of bringing stands before: papers are shown at a counter.
 * @param {ConceptHit} hit
 * @param {readonly ConceptHit[]} hits
 * @param {number} within
 */
function _demandIsAskedFor(hit, hits, within) {
  const isBrought = hits.some(({ concept, start }) =>
    concept === _DEMAND_BRINGING && hit.start >= start && hit.start - start <= within);
  if (isBrought) return false;
  return hits.some((other) => _DEMAND_ASKING.has(other.concept) && Math.abs(other.start - hit.start) <= within);
}

/**
 * The account or wallet that money is to go to: with a number beside it, and no BRIVA. The name of a bank stands for an
 * account where an owner is named after it or a transfer is asked for, and so does QRIS with an owner, which has no
 * number. From whom is doubted, an account needs no word of paying, QRIS no owner.
 * @param {Parsed} parsed
 * @param {boolean} [isDoubted]
 * @returns {ConceptHit | null}
 */
function accountToPay({ message, reading }, isDoubted = false) {
  const { said: hits, stated } = reading;
  const isToPay = holdsAny(stated, _DEMAND_PAYING);
  if (!isDoubted && !isToPay && ![..._DEMAND_ACCOUNTS].every((concept) => stated.has(concept))) return null;
  const letters = codePoints(message.text);
  const owned = hits.filter((hit) => hit.concept === _DEMAND_OWNER).map((hit) => hit.start);
  for (const hit of hits) {
    const hasOwner = _DEMAND_OWNED.has(hit.concept)
      && owned.some((start) => start > hit.end && start - hit.end <= _DEMAND_NEAR);
    const isNamed = hit.concept === _DEMAND_BANK && stated.has("transfer");
    const isOwned = hasOwner || isNamed || (hit.concept === _DEMAND_QRIS && isDoubted);
    const isCrypto = hit.concept === _DEMAND_CRYPTO;
    if (!isOwned && !isCrypto && !_DEMAND_ACCOUNTS.has(hit.concept)) continue;
    const near = cut(letters, Math.max(0, hit.start - _DEMAND_BEFORE), hit.end + _DEMAND_NEAR);
    const isAccount = isCrypto || hit.concept === _DEMAND_QRIS || _demandHasLongNumber(near);
    if (isAccount && !asciiLower(near).includes("briva")) return hit;
  }
  return null;
}

/**
 * Nine digits or more, with single spaces, dots or hyphens between them.
 * @param {string} text
 */
function _demandHasLongNumber(text) {
  let digits = 0;
  let gap = 0;
  for (const letter of text) {
    if (_demandIsDigit(letter)) {
      digits += 1;
      gap = 0;
      if (digits >= _DEMAND_ACCOUNT_DIGITS) return true;
    } else if (" -.".includes(letter) && gap === 0) {
      gap = 1;
    } else {
      digits = 0;
    }
  }
  return false;
}

/** @param {string} letter */
function _demandIsDigit(letter) {
  return letter >= "0" && letter <= "9";
}

/**
 * @param {string} rule
 * @param {ConceptHit} hit
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 */
function _demandFound(rule, hit, parsed, rulebook) {
  const words = cut(codePoints(parsed.message.text), hit.start, hit.end);
  return finding(rulebook, rule, [hit.start, hit.end], words, null, { words });
}
