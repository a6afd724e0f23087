"use strict";
// Whether a text speaks about a scam: warns of one, reports one, or asks whether a message is one.
// Twin of etle_guard/parse/report.py.

const OFFICES = new Set(["police", "prosecutor", "court", "traffic", "ticket"]); // in a sender's name
const _REPORT_CLEARLY = 1; // bands of the margin
const _REPORT_SURELY = 2;
const _REPORT_BEYOND_DOUBT = 3;
const _REPORT_EXPOSING = ["warning", "scam-word", "doubt", "never", "is-it-real"];
const _REPORT_STATING = [..._REPORT_EXPOSING, "quote", "reporting-verb"];
const _REPORT_REPORTING = [..._REPORT_STATING, "question"];
const _REPORT_DOUBTING = ["scam-word", "is-it-real", "doubt"];
const _REPORT_TELLING = ["first-person", "received", "message"]; // who tells of a fraud got it himself
const _REPORT_AROUND = _REPORT_REPORTING.filter((name) => name !== "quote"); // a mark alone says nothing
const _REPORT_DEMANDING = ["otp", "pin", "card", "mothers-name", "transfer", "account", "install", "remote"];
const _REPORT_NAMED = ["scam-word", "doubt"];
const _REPORT_ASKED = ["is-it-real", "question"];
const _REPORT_NAMING = ["scam-word", "never"];
const _REPORT_FORBIDDEN = ["open", "click", "install", "download", "send", "give", "fill", "pay", "transfer", "apk"];
const _REPORT_ASKED_FOR = ["pay", "transfer", "otp", "pin", "card", "remote"];
// Enough words between quotation marks to be a message; an apostrophe inside a word is none.
const _REPORT_QUOTE = /"[^"\n]{30,}"|\u201c[^\u201c\u201d\n]{30,}\u201d|(?<![A-Za-z0-9])'[^'\n]{30,}'(?![A-Za-z0-9])/gu;

/**
 * Whether the text speaks about a scam: the model says so, and some word of the text does. Or it quotes, and what
 * stands around the quotation asks or warns and demands nothing; or a line of its own does. Who stands in the address
 * book and warns of a link or doubts it speaks about it, too.
 * @param {string} text
 * @param {readonly Link[]} links
 * @param {Reading} reading
 * @param {Sender} sender
 */
function isReport(text, links, reading, sender) {
  const said = reading.stated;
  if (!holdsAny(reading.met, _REPORT_REPORTING)) return false;
  const isTold = reading.topic === "report" || _reportDoubts(said);
  if (links.length && isContact(sender, reading) && isTold) return true;
  if (_reportIsReadSo(links, reading) || _reportSpeaksOfAQuote(text, reading)) return true;
  if (!links.length) return _reportForbids(reading);
  const isShown = !links.some((link) => link.live) && holdsAny(said, _REPORT_EXPOSING) && !said.has("pay");
  return isShown || _reportHasALineAbout(text, links, reading);
}

/**
 * Whether somebody names a fraud, doubts, or asks whether it is genuine.
 * @param {ReadonlySet<string>} said
 */
function _reportDoubts(said) {
  return holdsAny(said, _REPORT_NAMED) || _REPORT_ASKED.every((name) => said.has(name));
}

/**
 * Whether the sender has a name that speaks for no office: a contact, not an "Admin ETLE".
 * @param {Sender} sender
 * @param {Reading} reading
 */
function isContact(sender, reading) {
  return sender.kind === "name" && !holdsAny(reading.sender, OFFICES);
}

/**
 * Whether the model reads a report, or talk in which somebody tells of what he doubts. What the model surely reads
 * is one, unless it pays by a link. Else a question mark alone makes no report beside a link, beside one to pay by
 * neither do words such as "case", unless the model is beyond doubt. Nothing
 * that demands codes or a transfer is one by a question or a quotation alone. A link in a text that is not about tickets
 * is told of where a fraud is named and the model is unsure.
 * @param {readonly Link[]} links
 * @param {Reading} reading
 */
function _reportIsReadSo(links, { topic, strength, aboutTicket, met, stated: said }) {
  const isPaying = links.length > 0 && said.has("pay");
  const isUnsure = !aboutTicket && strength < _REPORT_SURELY;
  const isExposing = said.has("scam-word");
  if (topic === "other") return !isPaying && (isExposing || _reportTells(said, _REPORT_DOUBTING));
  if (topic !== "report") return topic === "scam" && isUnsure && !isPaying && links.length > 0 && _reportExposes(said);
  if (!isPaying && strength >= _REPORT_BEYOND_DOUBT) return true;
  if (!holdsAny(said, _REPORT_EXPOSING) && holdsAny(said, _REPORT_DEMANDING)) return false;
  const isAsking = _reportTells(said, [..._REPORT_DOUBTING, "question"]);
  const isDoubted = isPaying && strength < _REPORT_BEYOND_DOUBT;
  const wanted = isDoubted ? _REPORT_EXPOSING : links.length ? _REPORT_STATING : _REPORT_REPORTING;
  const isSaid = holdsAny(met, wanted) || (isAsking && !isPaying);
  const isSure = !isPaying && strength >= _REPORT_SURELY;
  return isSure || (isSaid && (strength >= _REPORT_CLEARLY || isExposing || isAsking));
}

/**
 * Whether a fraud is named, or somebody tells of one that he met.
 * @param {ReadonlySet<string>} said
 */
function _reportExposes(said) {
  return said.has("scam-word") || _reportTells(said, _REPORT_EXPOSING);
}

/**
 * Whether somebody speaks for himself, and of what is `wanted`: a fraud, a doubt.
 * @param {ReadonlySet<string>} said
 * @param {readonly string[]} wanted
 */
function _reportTells(said, wanted) {
  return holdsAny(said, wanted) && holdsAny(said, _REPORT_TELLING);
}

/**
 * Whether somebody names a fraud or what an office never does, says what not to do, and asks for nothing. Not where the
 * model surely reads a scam: "tidak membalas = mengaku".
 * @param {Reading} reading
 */
function _reportForbids({ topic, strength, concepts, met, stated }) {
  if (topic === "scam" && strength >= _REPORT_SURELY) return false;
  const forbidden = namesOf(concepts.filter((hit) => hit.negated));
  return holdsAny(met, _REPORT_NAMING) && holdsAny(forbidden, _REPORT_FORBIDDEN) && !holdsAny(stated, _REPORT_ASKED_FOR);
}

/**
 * @param {string} text
 * @param {Reading} reading
 */
function _reportSpeaksOfAQuote(text, reading) {
  const quotes = [...text.matchAll(_REPORT_QUOTE)].map((found) => {
    const start = codePointCount(text.slice(0, found.index));
    return [start, start + codePointCount(found[0])];
  });
  if (!quotes.length) return false;
  const isQuoted = (/** @type {ConceptHit} */ { start: place }) =>
    quotes.some(([start, end]) => place >= start && place < end);
  const around = namesOf(reading.concepts.filter((hit) => !isQuoted(hit)));
  return holdsAny(around, _REPORT_AROUND) && !holdsAny(around, _REPORT_DEMANDING);
}

/**
 * Whether a line without a link asks whether the rest is genuine, or tells of a fraud that the writer met.
 * @param {string} text
 * @param {readonly Link[]} links
 * @param {Reading} reading
 */
function _reportHasALineAbout(text, links, reading) {
  const last = Math.max(...reading.concepts.map((hit) => hit.end)); // beyond it a hostile message may go on for long
  const read = links.filter(({ span }) => span[0] <= last);
  let start = 0;
  for (const line of cut(codePoints(text), 0, last).split("\n")) {
    const first = start;
    const end = first + codePointCount(line);
    const met = reading.said.filter((hit) => hit.start >= first && hit.start < end);
    const isLinked = read.some(({ span }) => span[0] < end && first < span[1]);
    if (_reportSpeaksAboutTheRest(namesOf(met)) && !isLinked) return true;
    start = end + 1;
  }
  return false;
}

/** @param {ReadonlySet<string>} said */
function _reportSpeaksAboutTheRest(said) {
  const isAsking = said.has("is-it-real") && said.has("question") && !said.has("threat");
  const isTelling = said.has("scam-word") && holdsAny(said, _REPORT_TELLING);
  return (isAsking || isTelling) && !holdsAny(said, _REPORT_DEMANDING);
}
