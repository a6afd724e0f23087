"use strict";
// What the attached files say: applications, programs, archives, disguises.
// Twin of etle_guard/evidence/attachment.py.

/** @type {Readonly<Record<string, string>>} */
const _ATTACHMENT_RULES = { apk: "file.app", program: "file.program", archive: "file.archive" };
const _ATTACHMENT_RULE_APP = "apk";
const _ATTACHMENT_RULE_WRAPPED = ".apk.";
const _ATTACHMENT_RULE_HIDING = new Set(["direction-override", "lookalike-extension", "many-spaces",
  "invisible-letters"]);
const _ATTACHMENT_RULE_PRETEXTS = new Set(["courier", "wedding", "pln", "bpjs", "tax", "bank"]);

/**
 * Everything about every attached file, in the order given.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function attachmentEvidence(parsed, rulebook) {
  return parsed.attachments.flatMap((file) => fileEvidence(file, parsed, rulebook));
}

/**
 * Everything about one file. An archive counts only under a pretext: offices pack honest files too. So does an
 * application with another ending behind its own, which somebody is to take off.
 * @param {Attachment} file
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function fileEvidence(file, parsed, rulebook) {
  const ending = rulebook.files.classes.get(file.extension);
  const isWrapped = ending !== _ATTACHMENT_RULE_APP && asciiLower(file.name).includes(_ATTACHMENT_RULE_WRAPPED);
  if (ending === undefined && !isWrapped) return [];
  const pretext = _attachmentRuleTextHasPretext(parsed) || hasPretext(file.words, rulebook);
  const danger = isWrapped && pretext ? _ATTACHMENT_RULE_APP : ending;
  if (danger === undefined || (danger === "archive" && !pretext)) return [];
  const found = [finding(rulebook, _ATTACHMENT_RULES[danger], null, file.name, null, { file: file.name })];
  if (danger === _ATTACHMENT_RULE_APP && pretext) found.push(finding(rulebook, "file.pretext", null, file.name));
  const isHidden = file.shownExtension !== "" || file.tricks.some((trick) => _ATTACHMENT_RULE_HIDING.has(trick));
  if (danger === _ATTACHMENT_RULE_APP && isWrapped) {
    const detail = { shown: "." + file.extension, true: "." + _ATTACHMENT_RULE_APP };
    found.push(finding(rulebook, "file.disguised", null, file.name, null, detail));
  } else if (danger !== "archive" && isHidden) {
    const detail = { shown: _attachmentRuleShown(file), true: "." + file.extension };
    found.push(finding(rulebook, "file.disguised", null, file.name, null, detail));
  }
  return found;
}

/** @param {Attachment} file */
function _attachmentRuleShown(file) {
  return file.shownExtension ? "." + file.shownExtension : file.name;
}

/**
 * Whether the message around the file speaks of tickets, parcels, invitations or bills as a scam would.
 * @param {Parsed} parsed
 */
function _attachmentRuleTextHasPretext({ sender, reading }) {
  const readsSo = reading.topic === "scam" && !isContact(sender, reading);
  return reading.aboutTicket || readsSo || holdsAny(reading.met, _ATTACHMENT_RULE_PRETEXTS);
}
