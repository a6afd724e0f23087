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

/**
 * Read a row. A direction that nothing tells counts as received.
 * @param {Element} row
 * @returns {RowReading}
 */
function readRow(row) {
  const files = _readerFiles(row);
  const marked = _readerTexts(row);
  const loose = marked.length === 0 && !row.querySelector(`${selectorOf("notice")}, ${selectorOf("file")}`);
  const skipped = `${selectorOf("quote")}, ${selectorOf("readMore")}, ${selectorOf("file")}`;
  const text = mapText(loose ? [row] : marked, skipped);
  const quote = mapText(outermost(row.querySelectorAll(selectorOf("quote"))), selectorOf("readMore"));
  return {
    row,
    text,
    quote: quote.text.trim() ? quote : null,
    anchors: _readerAnchors(row, text),
    files: loose ? _readerLooseFile(text.text) : files,
    sender: senderOf(row),
    sentOn: sentOnOf(row),
    sent: isSent(row) === true,
    truncated: row.querySelector(selectorOf("readMore")) !== null,
    loose,
  };
}

/** @param {Element} row */
function _readerTexts(row) {
  const texts = outermost(row.querySelectorAll(selectorOf("text")));
  return texts.filter((text) => !text.closest(selectorOf("quote")));
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

/** @param {Element} row */
function _readerFiles(row) {
  const names = outermost(row.querySelectorAll(selectorOf("file"))).map(fileNameOf);
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
 * @param {Element} row
 * @param {TextMap} text
 * @returns {Anchor[]}
 */
function _readerAnchors(row, text) {
  const anchors = [...row.querySelectorAll("a[href]")].filter((anchor) => !anchor.closest(selectorOf("quote")));
  return anchors.map((anchor) => ({ anchor, href: anchor.getAttribute("href") ?? "", span: spanOf(text, anchor) }));
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
