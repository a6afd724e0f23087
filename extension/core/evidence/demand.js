"use strict";
// What no real ticket notice demands: codes, papers, money to somebody's account, an answer at once.
// Twin of etle_guard/evidence/demand.py.

/** @type {readonly (readonly [string, ReadonlySet<string>])[]} */
const _DEMAND_SECRETS = [
  ["notice.secret", new Set(["otp", "pin", "password", "card", "mothers-name"])],
  ["notice.identity", new Set(["identity"])],
];
const _DEMAND_CODES = new Set(["otp", "pin"]); // beside a ticket a stranger need not even ask for them
const _DEMAND_TOLD = new Set([..._DEMAND_CODES, "identity"]); // nor there, if the text or the number is doubted
/** @type {ReadonlySet<string>} */
const _DEMAND_NOTHING = new Set();
const _DEMAND_TYPED = new Set(["card", "password", "pin"]); // wanted only where there is a page, a file or somebody to send them to
const _DEMAND_CHANNELS = new Set(["send", "contact", "give", "apk"]);
const _DEMAND_URGING = new Set([...PRESSING, "deadline", "unpaid", "relief", "refund", "broker"]); // a bait presses too
const _DEMAND_ANSWERING = new Set(["contact", "send", "pay"]);
const _DEMAND_WANTING = new Set([..._DEMAND_ANSWERING, "unpaid", "broker"]);
const _DEMAND_DRIVING = new Set([...PRESSING, "deadline"]); // from a stranger who wants an answer or money, whatever the model hears
const _DEMAND_THREATENING = ["threat", "unpaid"]; // together they press whatever the model hears
const _DEMAND_BRINGING = "bring";
const _DEMAND_BY_LINK = new Set(["pay", "fill", "confirm", "amount", "password", "refund"]);
const _DEMAND_PAY_BY_LINK = new Set(["pay"]);
const _DEMAND_BY_CHEAP_LINK = new Set([..._DEMAND_PAY_BY_LINK, "fill", "confirm"]);
const _DEMAND_STATE = "go.id"; // nobody else can register there
const _DEMAND_ADDRESSES = new Set(["ipv4", "ipv6"]); // hosts without a name cost nothing either
const _DEMAND_SENDING = new Set(["send", "transfer"]);
const _DEMAND_ASKING = new Set(["send", "give", "pay", "fill", "confirm"]);
const _DEMAND_REMOTE = "remote";
const _DEMAND_NAMED = "scam-word";
const _DEMAND_ASSEMBLING = "assemble";
const _DEMAND_APP = "apk"; // the concept, which "aplikasi" has too
const _DEMAND_APK = "apk"; // the ending
const _DEMAND_OPENING = new Set(["open", "install", "download"]);
const _DEMAND_WARNING = new Set(["warning", "never", "scam-word", "doubt"]);
const _DEMAND_NEAR = 60; // code points between a demand and what it asks for
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
  const isSent = _demandIsStrange(parsed) && holdsAny(reading.stated, _DEMAND_SENDING);
  const transfer = !isTalk || isSent ? _demandTransfer(parsed, rulebook) : [];
  const byLink = !isTalk || reading.strength < CLEARLY_OTHER ? _demandByLink(parsed, rulebook) : [];
  return [..._demandRemote(parsed, rulebook), ...asked, ...transfer, ...byLink];
}

/**
 * An OTP, PIN or card asked for; a photo of papers; an answer at once; a trick. Not where the text forbids it.
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
    const unasked = _demandIsDoubted(parsed) ? _DEMAND_TOLD : isStranger(parsed) ? _DEMAND_CODES : _DEMAND_NOTHING;
    const told = hits.find(({ concept }) => wanted.has(concept) && unasked.has(concept)) ?? null;
    const open = hasChannel ? wanted : new Set([...wanted].filter((concept) => !_DEMAND_TYPED.has(concept)));
    const asked = askedFor(open, hits, within) ?? told;
    if (asked !== null) found.push(_demandFound(rule, asked, parsed, rulebook));
  }
  const urging = whatPresses(parsed);
  if (urging !== null) found.push(_demandFound("notice.presses", urging, parsed, rulebook));
  return [...found, ..._demandTricks(parsed, rulebook)];
}

/**
 * Money to somebody's account, whatever the tone, unless a friend asks in plain talk.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _demandTransfer(parsed, rulebook) {
  const account = accountToPay(parsed, _demandIsDoubted(parsed));
  return account === null ? [] : [_demandFound("notice.transfer", account, parsed, rulebook)];
}

/**
 * A link or a file's name to be put together by hand, so that no filter sees it; an application to be opened.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _demandTricks(parsed, rulebook) {
  const { said } = parsed.reading;
  const assembling = said.find((hit) => hit.concept === _DEMAND_ASSEMBLING);
  const found = assembling === undefined ? [] : [_demandFound("notice.assembles", assembling, parsed, rulebook)];
  const letters = codePoints(parsed.message.text);
  const app = said.find(({ concept, start, end }) =>
    concept === _DEMAND_APP && asciiLower(cut(letters, start, end)).includes(_DEMAND_APK));
  if (app === undefined || !isStranger(parsed)) return found;
  const isWarning = _demandIsNear(app, _DEMAND_WARNING, parsed.reading.concepts);
  const isOpened = _demandIsNear(app, _DEMAND_OPENING, said) && !isWarning;
  return isOpened ? [...found, _demandFound("notice.app", app, parsed, rulebook)] : found;
}

/**
 * What a stranger presses with who wants an answer or money: a term or threat, or anything where it may be a scam. So
 * does a sender of whom nothing is known, where it may be one. Who asks to bring papers to a counter presses nobody.
 * @param {Parsed} parsed
 * @returns {ConceptHit | null}
 */
function whatPresses(parsed) {
  const { reading } = parsed;
  const said = reading.stated;
  if (said.has(_DEMAND_BRINGING) || !_demandIsStrange(parsed)) return null;
  const isUnknown = isStranger(parsed);
  const isWanting = reading.mayBeScam && holdsAny(said, isUnknown ? _DEMAND_WANTING : _DEMAND_ANSWERING);
  const isDriving = isUnknown && holdsAny(said, _DEMAND_ANSWERING) && holdsAny(said, _DEMAND_DRIVING);
  if (!isWanting && !isDriving && !_DEMAND_THREATENING.every((concept) => said.has(concept))) return null;
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
  return _demandIsNear(hit, _DEMAND_ASKING, hits, within);
}

/**
 * @param {ConceptHit} hit
 * @param {ReadonlySet<string>} wanted
 * @param {readonly ConceptHit[]} hits
 * @param {number} [within]
 */
function _demandIsNear(hit, wanted, hits, within = _DEMAND_NEAR) {
  return hits.some((other) => wanted.has(other.concept) && Math.abs(other.start - hit.start) <= within);
}

/**
 * Whether a number sent it that stands in no address book, or no contact a text that surely reads as a scam.
 * @param {Parsed} parsed
 */
function _demandIsDoubted(parsed) {
  const { sender, reading } = parsed;
  const readsSo = reading.topic === "scam" && reading.strength >= CLEARLY_OTHER && _demandIsStrange(parsed);
  return STRANGERS.has(sender.kind) || (readsSo && !reading.stated.has(_DEMAND_NAMED));
}

/**
 * Whether a stranger sent it, or somebody of whom nothing is known.
 * @param {Parsed} parsed
 */
function _demandIsStrange(parsed) {
  return isStranger(parsed) || parsed.sender.kind === "none";
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
