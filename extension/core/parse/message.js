"use strict";
// A message taken apart: links, sender, files, and what the text model reads.
// Twin of etle_guard/parse/message.py.

const _MESSAGE_CLEARLY = 1; // band of the margin
const _MESSAGE_HIDDEN = 3; // hidden letters in one message: no honest sender produces so many
const _MESSAGE_EXPOSING = new Set(["warning", "scam-word", "doubt", "never", "is-it-real"]);
const _MESSAGE_STATING = new Set([..._MESSAGE_EXPOSING, "quote", "reporting-verb"]);
const _MESSAGE_REPORTING = new Set([..._MESSAGE_STATING, "question"]);
const _MESSAGE_DOUBTING = new Set(["scam-word", "is-it-real", "doubt"]);
const _MESSAGE_DOUBTING_OR_ASKING = new Set([..._MESSAGE_DOUBTING, "question"]);
const _MESSAGE_TELLING = new Set(["first-person", "received", "message"]); // who tells of a fraud got it himself
const _MESSAGE_MARKS = "quote"; // a quotation mark alone says nothing of what it encloses
const _MESSAGE_DEMANDING = new Set(["otp", "pin", "card", "mothers-name", "transfer", "account", "install",
  "remote"]);
const _MESSAGE_FORBIDDEN = new Set(["open", "click", "install", "download", "send", "give", "fill", "pay", "transfer"]);
const _MESSAGE_ASKED_FOR = ["pay", "transfer", "otp", "pin", "card", "remote"];
// Enough words between quotation marks to be a message; an apostrophe inside a word is none.
const _MESSAGE_QUOTE = /"[^"\n]{30,}"|\u201c[^\u201c\u201d\n]{30,}\u201d|(?<![A-Za-z0-9])'[^'\n]{30,}'(?![A-Za-z0-9])/gu;

/**
 * A message taken apart, and what the text model reads in it. `isReport`: the text clearly speaks about a scam; the
 * model says so, and some word of the text does; or it quotes, and what stands around the quotation asks or warns and
 * demands nothing. `hidesLetters`: letters are disguised more often than by accident.
 * @typedef {Readonly<{message: Message, links: readonly Link[], sender: Sender, attachments: readonly Attachment[],
 *   reading: Reading, isReport: boolean, hidesLetters: boolean}>} Parsed
 */

/**
 * Take a message apart. Never throws on hostile text; links beyond `LONGEST_MESSAGE` code points are not looked for.
 * @param {Message} message
 * @param {Rulebook} rulebook
 * @returns {Parsed}
 */
function parse(message, rulebook) {
  const { text } = message;
  const { fold, files } = rulebook;
  const within = text.length > LONGEST_MESSAGE ? cut(codePoints(text), 0, LONGEST_MESSAGE) : text;
  const links = findLinks(within, rulebook.links);
  const attachments = (message.attachments ?? []).map((name) => parseAttachment(name, fold, files.harmless));
  const sender = parseSender(message.sender);
  const reading = readText(text, rulebook.model, sender.kind === "name" ? sender.text : "");
  return _messageParsed(message, links, sender, attachments, reading);
}

/**
 * A link without a message around it.
 * @param {Link} link
 * @param {Rulebook} rulebook
 * @returns {Parsed}
 */
function parseLink(link, rulebook) {
  return _messageParsed({ text: link.text }, [link], parseSender(null), [], rulebook.silence);
}

/**
 * @param {Message} message
 * @param {readonly Link[]} links
 * @param {Sender} sender
 * @param {readonly Attachment[]} attachments
 * @param {Reading} reading
 * @returns {Parsed}
 */
function _messageParsed(message, links, sender, attachments, reading) {
  const isReport = _messageIsReport(message.text, links, reading);
  const hidesLetters = reading.obfuscation >= _MESSAGE_HIDDEN;
  return { message, links, sender, attachments, reading, isReport, hidesLetters };
}

/**
 * Whether the text speaks about a scam: the model says so, and some word of the text does. Or it quotes, and what
 * stands around the quotation asks or warns and demands nothing; or a line of its own does.
 * @param {string} text
 * @param {readonly Link[]} links
 * @param {Reading} reading
 */
function _messageIsReport(text, links, reading) {
  if (!reading.concepts.some((hit) => _MESSAGE_REPORTING.has(hit.concept))) return false;
  if (_messageIsReadSo(links, reading) || _messageSpeaksOfAQuote(text, reading)) return true;
  if (!links.length) return _messageForbids(reading);
  const isExposing = reading.concepts.some((hit) => _MESSAGE_EXPOSING.has(hit.concept) && !hit.negated);
  const isShown = isExposing && !links.some((link) => link.live) && !_messagePays(links, reading);
  return isShown || _messageHasALineAbout(text, links, reading);
}

/**
 * Whether the model reads a report, or talk in which somebody tells of what he doubts. Beside a link a question mark
 * alone makes no report, beside one to pay by neither do words such as "case".
 * @param {readonly Link[]} links
 * @param {Reading} reading
 */
function _messageIsReadSo(links, reading) {
  const isPaying = _messagePays(links, reading);
  const isExposing = reading.concepts.some((hit) => hit.concept === "scam-word" && !hit.negated);
  if (reading.topic === "other") return !isPaying && (isExposing || _messageTells(reading, _MESSAGE_DOUBTING));
  if (reading.topic !== "report") return false;
  const isAsking = _messageTells(reading, _MESSAGE_DOUBTING_OR_ASKING);
  const wanted = isPaying ? _MESSAGE_EXPOSING : links.length ? _MESSAGE_STATING : _MESSAGE_REPORTING;
  const isSaid = reading.concepts.some((hit) => wanted.has(hit.concept)) || (isAsking && !isPaying);
  return isSaid && (reading.strength >= _MESSAGE_CLEARLY || isExposing || isAsking);
}

/**
 * Whether somebody names a fraud, says what not to do, and asks for nothing: "jangan dibuka, itu maling".
 * @param {Reading} reading
 */
function _messageForbids({ concepts }) {
  const names = new Set(concepts.filter((hit) => !hit.negated).map((hit) => hit.concept));
  const isForbidding = concepts.some((hit) => hit.negated && _MESSAGE_FORBIDDEN.has(hit.concept));
  const isNamed = concepts.some((hit) => hit.concept === "scam-word");
  return isNamed && isForbidding && !_MESSAGE_ASKED_FOR.some((name) => names.has(name));
}

/**
 * Whether a word of paying stands beside a link.
 * @param {readonly Link[]} links
 * @param {Reading} reading
 */
function _messagePays(links, reading) {
  return links.length > 0 && reading.concepts.some((hit) => hit.concept === "pay" && !hit.negated);
}

/**
 * Whether somebody speaks for himself, and of what is `wanted`: a fraud, a doubt.
 * @param {Reading} reading
 * @param {ReadonlySet<string>} wanted
 */
function _messageTells(reading, wanted) {
  const names = reading.concepts.filter((hit) => !hit.negated).map((hit) => hit.concept);
  return names.some((name) => wanted.has(name)) && names.some((name) => _MESSAGE_TELLING.has(name));
}

/**
 * Whether a line without a link asks whether the rest is genuine, or tells of a fraud that the writer met.
 * @param {string} text
 * @param {readonly Link[]} links
 * @param {Reading} reading
 */
function _messageHasALineAbout(text, links, reading) {
  const last = Math.max(...reading.concepts.map((hit) => hit.end)); // beyond it a hostile message may go on for long
  const read = links.filter(({ span }) => span[0] <= last);
  let start = 0;
  for (const line of cut(codePoints(text), 0, last).split("\n")) {
    const first = start;
    const end = first + codePointCount(line);
    const met = reading.concepts.filter((hit) => hit.start >= first && hit.start < end && !hit.negated);
    const names = new Set(met.map((hit) => hit.concept));
    const isAsking = names.has("is-it-real") && names.has("question") && !names.has("threat");
    const isTelling = names.has("scam-word") && [..._MESSAGE_TELLING].some((name) => names.has(name));
    const isLinked = read.some(({ span }) => span[0] < end && first < span[1]);
    const isDemanding = [..._MESSAGE_DEMANDING].some((name) => names.has(name));
    if ((isAsking || isTelling) && !isLinked && !isDemanding) return true;
    start = end + 1;
  }
  return false;
}

/**
 * @param {string} text
 * @param {Reading} reading
 */
function _messageSpeaksOfAQuote(text, reading) {
  const quotes = [...text.matchAll(_MESSAGE_QUOTE)].map((found) => {
    const start = codePointCount(text.slice(0, found.index));
    return [start, start + codePointCount(found[0])];
  });
  if (!quotes.length) return false;
  const around = reading.concepts.filter((hit) => !quotes.some(([start, end]) => hit.start >= start && hit.start < end));
  return around.some((hit) => hit.concept !== _MESSAGE_MARKS && _MESSAGE_REPORTING.has(hit.concept))
    && !around.some((hit) => _MESSAGE_DEMANDING.has(hit.concept));
}
