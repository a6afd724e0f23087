"use strict";
// A row of the chat as a message: its text with the way back to the page, its links, files, sender, day.

/**
 * A link as the page made it, and the part of the text that shows it.
 * @typedef {Readonly<{anchor: Element, href: string, span: Span | null}>} Anchor
 *
 * `quote` is the text that a reply repeats; `loose` tells that no known marker led to the text.
 * @typedef {Readonly<{row: Element, text: TextMap, quote: TextMap | null, anchors: readonly Anchor[],
 *   files: readonly string[], sender: string | null, sentOn: string | null, sent: boolean, truncated: boolean,
 *   loose: boolean}>} RowReading
 */

const _READER_BIDI = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g; // in what is shown, never in what opens

// What lies in a text but does not belong to it.
const _READER_SKIPPED_IN_QUOTE = `${selectorOf("readMore")}, ${OWN_ELEMENTS}`;
const _READER_SKIPPED = `${selectorOf("quote")}, ${selectorOf("file")}, ${_READER_SKIPPED_IN_QUOTE}`;

/**
 * Read a row. A direction that nothing tells counts as received.
 * @param {Element} row
 * @returns {RowReading}
 */
function readRow(row) {
  const parts = partsOf(row);
  const quotes = outermost(parts.quote);
  const isQuoted = (/** @type {Element} */ one) => quotes.some((quote) => quote.contains(one));
  const marked = outermost(parts.text).filter((one) => !isQuoted(one));
  const loose = marked.length + parts.notice.length + parts.file.length === 0;
  const text = mapText(loose ? [row] : marked, _READER_SKIPPED);
  const quote = mapText(quotes, _READER_SKIPPED_IN_QUOTE);
  const anchors = parts.link.filter((one) => one !== row && !isQuoted(one));
  return {
    row,
    text,
    quote: quote.text.trim() ? quote : null,
    anchors: anchors.map((anchor) => ({ anchor, href: anchor.getAttribute("href") ?? "", span: spanOf(text, anchor) })),
    files: loose ? _readerLooseFile(text.text) : _readerFiles(parts),
    sender: senderOf(parts),
    sentOn: sentOnOf(parts),
    sent: isSent(parts) === true,
    truncated: parts.readMore.length > 0,
    loose,
  };
}

/**
 * Elements that lie in no other of them; `elements` come in the order of the page.
 * @param {Iterable<Element>} elements
 */
function outermost(elements) {
  /** @type {Element[]} */
  const kept = [];
  for (const one of elements) if (!kept.at(-1)?.contains(one)) kept.push(one);
  return kept;
}

/** @param {Parts} parts */
function _readerFiles(parts) {
  const names = outermost(parts.file).map(fileNameOf);
  return names.filter((name) => name !== null);
}

/**
 * Where markers fail, a block that shows nothing but a file name is that file.
 * @param {string} text
 */
function _readerLooseFile(text) {
  const name = text.trim();
  return /^[^\n/]{1,200}\.[A-Za-z0-9]{2,5}$/.test(name) && !/\s\S+\s.*[.!?]\s/.test(name) ? [name] : [];
}

/**
 * The message to judge. Links that open something else than they show follow on lines of their own; a last word that
 * may be cut in two is left out, since half a host is another host.
 * @param {RowReading} reading
 * @returns {Message}
 */
function messageOf(reading) {
  const { text } = reading.text;
  const shown = reading.truncated ? text.replace(/\S+\s*$/, (cut) => " ".repeat(codePointCount(cut))) : text;
  const lines = [shown, ...hiddenLinks(reading).map((anchor) => anchor.href)];
  return { text: lines.join("\n"), sender: reading.sender, attachments: reading.files, sentOn: reading.sentOn };
}

/**
 * Links whose target does not stand in the text as it is shown.
 * @param {RowReading} reading
 */
function hiddenLinks(reading) {
  return reading.anchors.filter(({ anchor, href, span }) =>
    /^https?:/i.test(href) && (span === null || _readerPlain(anchor.textContent ?? "") !== _readerPlain(href)));
}

/** @param {string} link */
function _readerPlain(link) {
  return link.replace(_READER_BIDI, "").trim().toLowerCase().replace(/^https?:\/\//, "").replace(/\/$/, "");
}

/**
 * What a reading depends on: two rows with the same one get the same verdict.
 * @param {RowReading} reading
 */
function signatureOf(reading) {
  const { text, quote, anchors, files, sender, sentOn, sent, truncated } = reading;
  return JSON.stringify([text.text, quote?.text, anchors.map(({ href }) => href), files, sender, sentOn, sent, truncated]);
}
