"use strict";
// Evidence: every rule looks at the parsed message and gives findings or none.
// Twin of etle_guard/evidence/collect.py.

const WITNESSES = [hostEvidence, attachmentEvidence, senderEvidence, demandEvidence, noticeEvidence, textEvidence];

/**
 * Ask every witness, in the order of the table above; the same finding is kept once.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function collect(parsed, rulebook) {
  /** @type {Map<string, Evidence>} */
  const kept = new Map();
  for (const witness of WITNESSES) {
    for (const one of witness(parsed, rulebook)) {
      const key = _collectKey(one);
      if (!kept.has(key)) kept.set(key, one);
    }
  }
  return [...kept.values()];
}

/** @param {Evidence} one */
function _collectKey({ rule, span, subject }) {
  return `${rule} ${span} ${subject === null ? "" : "=" + subject}`;
}
