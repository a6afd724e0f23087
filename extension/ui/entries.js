"use strict";
// Hosts and senders that a person trusts: in the one form in which they are kept and compared.

/**
 * What a person typed for a list, as it is kept; or the word that says what is wrong with it.
 * @typedef {{entry: string, problem: ""} | {entry: null, problem: string}} Typed
 */

/**
 * A sender as senders are compared: a number in one form, or a saved name. Empty for nobody, and for what a stranger
 * calls himself: WhatsApp writes `~` before such a name.
 * @param {string} shown
 */
function senderKey(shown) {
  const { kind, number, text } = parseSender(shown);
  return kind === "name" && shown.trimStart().startsWith("~") ? "" : number || text;
}

/**
 * The host that a person typed, as the core reads it. A public suffix, or a host that is shared, is refused.
 * @param {string} typed
 * @param {Rulebook | null} rulebook
 * @returns {Typed}
 */
function hostTyped(typed, rulebook) {
  const link = typed && rulebook ? splitLink(typed, rulebook.links) : null;
  if (rulebook === null || !link || link.host.kind !== "name" || link.userinfo !== "" || !link.host.ascii.includes(".")) {
    return { entry: null, problem: "optionsBadHost" };
  }
  const { ascii, registrable } = link.host;
  const isShared = registrable === null || rulebook.shorteners.has(ascii) || rulebook.targets.free.has(ascii);
  return isShared ? { entry: null, problem: "optionsShared" } : { entry: ascii, problem: "" };
}

/**
 * A number in the one form that senders are compared in, or a name as it is saved. What a stranger calls himself
 * (`~ Name`) is no saved name.
 * @param {string} typed
 * @returns {Typed}
 */
function senderTyped(typed) {
  const entry = senderKey(typed);
  return entry === "" ? { entry: null, problem: "optionsBadSender" } : { entry, problem: "" };
}
