"use strict";
// One polite live region for the whole page, and one sentence for each new dangerous message.

/** @type {HTMLElement | null} */
let _announceRegion = null;
/** @type {Set<string>} */
const _announceTold = new Set();

/** Put the region into the page. It must be there before it is to be read. */
function openAnnouncer() {
  _announceRegion = element("div", { class: "spoken", role: "status", "aria-live": "polite" });
  document.body.append(shadowed("etle-live", pageSheet(), _announceRegion));
}

/** @param {string} sentence */
function announce(sentence) {
  if (_announceRegion) _announceRegion.textContent = sentence;
}

/**
 * Tell of a dangerous message that has just come. The same message is told once, whatever becomes of its row.
 * @param {Finding} finding
 * @param {Guard} guard
 */
function announceFinding(finding, { lang, words }) {
  const { reading, verdict } = finding;
  const key = signatureOf(reading);
  if (finding.level < Level.DANGER || reading.sent || _announceTold.has(key)) return;
  _announceTold.add(key);
  const [first] = weightiest(verdict.evidence);
  const values = { sender: reading.sender ?? "", reason: first ? reason(first, lang) : "" };
  announce(say(reading.sender ? words.announcedFrom : words.announced, values));
}
