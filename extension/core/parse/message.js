"use strict";
// A message taken apart: links, sender, files, and what the text model reads.
// Twin of etle_guard/parse/message.py.

const _MESSAGE_HIDDEN = 3; // hidden letters in one message: no honest sender produces so many

/**
 * A message taken apart, and what the text model reads in it. `hidesLetters`: letters are disguised more often than by
 * accident.
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
  const named = sender.kind === "name" ? sender.text : "";
  const called = [...attachments.map((file) => file.words), ...links.map(({ host, rest }) => host.ascii + rest)];
  const reading = readText(text, rulebook.model, named, called);
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
  const hidesLetters = reading.obfuscation >= _MESSAGE_HIDDEN;
  const isTold = isReport(message.text, links, reading, sender);
  return { message, links, sender, attachments, reading, isReport: isTold, hidesLetters };
}
