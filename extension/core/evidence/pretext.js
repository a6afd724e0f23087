"use strict";
// What a file or a host goes by: a letter, a parcel, an invitation, a bill, an office, a bank.
// Twin of etle_guard/evidence/pretext.py.

/**
 * Whether a pretext (of one of the `kinds`) stands among `words`, which are as `Attachment.words`.
 * @param {string} words
 * @param {Rulebook} rulebook
 * @param {ReadonlySet<string>} [kinds]
 */
function hasPretext(words, rulebook, kinds) {
  const read = digitsAsLetters(words);
  for (const [word, kind] of rulebook.files.pretexts) {
    if (kinds && !kinds.has(kind)) continue;
    if (words.includes(word) || read.includes(word)) return true;
  }
  return false;
}

/**
 * The words between the dots and hyphens of a host, with a space before and after each.
 * @param {Host} host
 */
function wordsOf(host) {
  return " " + host.ascii.replace(/[-.]/g, " ") + " ";
}
