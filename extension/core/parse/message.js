"use strict";
// A message taken apart: links, sender, files, and what the text model reads.
// Twin of etle_guard/parse/message.py.

const _MESSAGE_CLEARLY = 1; // band of the margin
const _MESSAGE_HIDDEN = 3; // hidden letters in one message: no honest sender produces so many
const _MESSAGE_REPORTING = new Set(["warning", "scam-word", "question", "doubt", "quote", "reporting-verb", "never"]);
const LONGEST = 1024 * 1024; // code points of one message

/**
 * A message taken apart, and what the text model reads in it. `isReport`: the text clearly speaks about a scam; the
 * model says so, and some word of the text does. `hidesLetters`: letters are disguised more often than by accident.
 * @typedef {Readonly<{message: Message, links: readonly Link[], sender: Sender, attachments: readonly Attachment[],
 *   reading: Reading, isReport: boolean, hidesLetters: boolean}>} Parsed
 */

/**
 * Take a message apart. Never throws on hostile text; links beyond `LONGEST` code points are not looked for.
 * @param {Message} message
 * @param {Rulebook} rulebook
 * @returns {Parsed}
 */
function parse(message, rulebook) {
  const { text } = message;
  const { fold, files } = rulebook;
  const within = text.length > LONGEST ? cut(codePoints(text), 0, LONGEST) : text;
  const links = findLinks(within, rulebook.links);
  const attachments = (message.attachments ?? []).map((name) => parseAttachment(name, fold, files.harmless));
  return _messageParsed(message, links, attachments, readText(text, rulebook.model));
}

/**
 * A link without a message around it.
 * @param {Link} link
 * @param {Rulebook} rulebook
 * @returns {Parsed}
 */
function parseLink(link, rulebook) {
  return _messageParsed({ text: link.text }, [link], [], rulebook.silence);
}

/**
 * @param {Message} message
 * @param {readonly Link[]} links
 * @param {readonly Attachment[]} attachments
 * @param {Reading} reading
 * @returns {Parsed}
 */
function _messageParsed(message, links, attachments, reading) {
  const isClearly = reading.topic === "report" && reading.strength >= _MESSAGE_CLEARLY;
  const isReport = isClearly && reading.concepts.some((hit) => _MESSAGE_REPORTING.has(hit.concept));
  const hidesLetters = reading.obfuscation >= _MESSAGE_HIDDEN;
  return { message, links, sender: parseSender(message.sender), attachments, reading, isReport, hidesLetters };
}
