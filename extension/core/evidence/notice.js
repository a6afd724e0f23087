"use strict";
// What a ticket notice lacks, and what is known of the channels that notices come by.
// Twin of etle_guard/evidence/notice.py.

const _NOTICE_PICTURES = new Set(["jpg", "jpeg", "png", "webp", "heic"]);
const _NOTICE_PLATE = /(?<![A-Za-z0-9])[A-Z]{1,2}[ -]?[0-9]{1,4}[ -]?[A-Z]{1,3}(?![A-Za-z0-9])/;

/**
 * Missing parts and channels, where a message claims to be a notice.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function noticeEvidence(parsed, rulebook) {
  return claimsToBeNotice(parsed) ? [..._noticeMissing(parsed, rulebook), ..._noticeChannel(parsed, rulebook)] : [];
}

/**
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _noticeMissing(parsed, rulebook) {
  const { met } = parsed.reading;
  const isPictured = parsed.attachments.some((file) => _NOTICE_PICTURES.has(file.extension));
  /** @type {[string, boolean][]} */
  const present = [
    ["notice.no-plate", hasPlate(parsed.message.text)],
    ["notice.no-reference", met.has("reference")],
    ["notice.no-place", met.has("place")],
    ["notice.no-time", met.has("time")],
    ["notice.no-photo", met.has("photo") || isPictured],
  ];
  return present.filter(([, there]) => !there).map(([rule]) => finding(rulebook, rule));
}

/**
 * Whether a number plate stands in a text: one or two letters, up to four digits, up to three letters.
 * @param {string} text
 */
function hasPlate(text) {
  return _NOTICE_PLATE.test(text);
}

/**
 * The newest statement on channels up to the message's day.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _noticeChannel(parsed, rulebook) {
  const sent = parsed.message.sentOn ?? null;
  const said = rulebook.events.filter((row) => sent === null || row.date <= sent);
  if (!said.length) return [];
  const { date, summary_id: statement_id, summary_en: statement_en } = said[said.length - 1];
  return [finding(rulebook, "notice.channel", null, date, null, { since: date, statement_id, statement_en })];
}
