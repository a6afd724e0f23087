"use strict";
// Who speaks: an office, a stranger who speaks for one, or a friend.
// Twin of etle_guard/evidence/speaker.py.

const _SPEAKER_CLAIMS = new Set(["official-claim", "confirm", "greeting", "unpaid", "deadline", "threat"]);
const PRESSING = new Set(["threat", "final"]);
const _SPEAKER_AUTHORITIES = new Set(["police", "prosecutor", "court"]);
const _SPEAKER_FORMAL = new Set([..._SPEAKER_CLAIMS, ..._SPEAKER_AUTHORITIES]); // no friend speaks so
// A stranger who names them beside a ticket, or who is called after one, speaks for them.
const _SPEAKER_SPEAKING_FOR = new Set(["police", "prosecutor", "ticket"]);
const _SPEAKER_OFFICIAL = "official-claim";
const _SPEAKER_PARTS = ["reference", "plate"]; // who names both speaks as a notice
const STRANGERS = new Set(["indonesian", "foreign"]); // kinds of senders: numbers that stand in no address book
const _SPEAKER_REPORT = "report";
const _SPEAKER_TALK = new Set(["other", _SPEAKER_REPORT]); // topics of texts that are no scam by their words
const CLEARLY_OTHER = 2; // band of the margin from which "card" belongs to help pages and contracts

/**
 * Whether the message speaks as an office that gives somebody a ticket. A contact has to do so clearly.
 * @param {Parsed} parsed
 */
function claimsToBeNotice(parsed) {
  const { reading } = parsed;
  if (!reading.aboutTicket || parsed.isReport || _speakerIsFriend(parsed)) return false;
  const isClear = reading.strength >= CLEARLY_OTHER && reading.met.has(_SPEAKER_OFFICIAL);
  if (isContact(parsed.sender, reading) && !isClear) return false;
  return reading.topic === "scam" || holdsAny(reading.met, _SPEAKER_CLAIMS);
}

/**
 * Whether the text is no scam, presses nobody, hides no letters, and is clear or speaks for nobody. A stranger's number
 * that speaks as an office is heard in any case. Between friends the model's word is no reason to hear a demand; what it
 * surely takes for a report demands nothing unless a stranger sends it.
 * @param {Parsed} parsed
 */
function isPlainTalk(parsed) {
  const { reading, hidesLetters } = parsed;
  const isUnknown = isStranger(parsed);
  if (reading.topic === _SPEAKER_REPORT && reading.strength > 0 && !isUnknown) return true;
  const isCalled = holdsAny(reading.sender, _SPEAKER_SPEAKING_FOR);
  const speaksFor = isUnknown && (isCalled || holdsAny(reading.met, _SPEAKER_SPEAKING_FOR));
  const isClaiming = holdsAny(reading.met, _SPEAKER_CLAIMS) || speaksFor;
  const isFriend = _speakerIsFriend(parsed);
  if (hidesLetters || !(_SPEAKER_TALK.has(reading.topic) || isFriend)) return false;
  if (_SPEAKER_PARTS.every((name) => reading.met.has(name))) return false;
  if (!isFriend && isUnknown && isClaiming) return false;
  if (!isFriend && reading.strength < CLEARLY_OTHER && (isUnknown || isClaiming)) return false;
  return !holdsAny(reading.stated, PRESSING);
}

/**
 * Whoever stands in the address book, says "I", claims nothing and names no authority.
 * @param {Parsed} parsed
 */
function _speakerIsFriend(parsed) {
  const { sender, reading } = parsed;
  return isContact(sender, reading) && reading.met.has("first-person") && !holdsAny(reading.met, _SPEAKER_FORMAL);
}

/**
 * A number that stands in no address book, or a name such as "Admin ETLE" that speaks for an office.
 * @param {Parsed} parsed
 */
function isStranger({ sender, reading }) {
  return STRANGERS.has(sender.kind) || holdsAny(reading.sender, OFFICES);
}
