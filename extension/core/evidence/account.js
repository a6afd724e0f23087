"use strict";
// Money that is to go to somebody: the account, wallet or code, and what tells that it is one.
// Twin of etle_guard/evidence/account.py.

const _ACCOUNT_PAYING = new Set(["pay", "transfer", "send", "amount"]);
const _ACCOUNT_ACCOUNTS = new Set(["account", "personal-account"]);
const _ACCOUNT_OWNED = new Set(["bank", "qris"]); // stand for an account where an owner is named after them
const _ACCOUNT_OWNER = "personal-account";
const _ACCOUNT_ACCOUNT = "account";
const _ACCOUNT_QRIS = "qris";
const _ACCOUNT_BANK = "bank";
const _ACCOUNT_CRYPTO = "crypto"; // money sent so has no number and does not come back
const _ACCOUNT_FEWEST_DIGITS = 9;
const _ACCOUNT_BEFORE = 20; // code points before an account word in which its number may stand
const _ACCOUNT_NEAR = 60; // code points between an account and its number or owner
const _ACCOUNT_GAP = 3; // spaces, dots and hyphens between two digits of a number: "0812 - 3456"
const _ACCOUNT_DIGITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
const _ACCOUNT_OFFICE = "briva"; // a bank's number for one fine, which nobody else can be paid by

/**
 * The account or wallet that money is to go to: with a number beside it, and no BRIVA. The name of a bank stands for an
 * account where an owner is named after it or a transfer is asked for, and so does QRIS with an owner, which has no
 * number. From whom is doubted, an account needs no word of paying, QRIS no owner, a bank no transfer, and a wallet with
 * an owner no number.
 * @param {Parsed} parsed
 * @param {boolean} [isDoubted]
 * @returns {ConceptHit | null}
 */
function accountToPay({ message, reading }, isDoubted = false) {
  const { said: hits, stated } = reading;
  const isToPay = holdsAny(stated, _ACCOUNT_PAYING);
  if (!isDoubted && !isToPay && ![..._ACCOUNT_ACCOUNTS].every((concept) => stated.has(concept))) return null;
  const letters = codePoints(message.text);
  const owned = hits.filter((hit) => hit.concept === _ACCOUNT_OWNER).map((hit) => hit.start);
  for (const hit of hits) {
    const { concept, end } = hit;
    const hasOwner = owned.some((start) => start > end && start - end <= _ACCOUNT_NEAR);
    const isBank = concept === _ACCOUNT_BANK && (stated.has("transfer") || isDoubted);
    const isOwned = (_ACCOUNT_OWNED.has(concept) && hasOwner) || isBank || (concept === _ACCOUNT_QRIS && isDoubted);
    const isNearOwner = owned.some((start) => Math.abs(start - hit.start) <= _ACCOUNT_NEAR);
    const isWallet = concept === _ACCOUNT_ACCOUNT && isNearOwner && isDoubted;
    const isCode = concept === _ACCOUNT_CRYPTO || (isOwned && concept === _ACCOUNT_QRIS);
    if (!isOwned && !isCode && !_ACCOUNT_ACCOUNTS.has(concept)) continue;
    const near = cut(letters, Math.max(0, hit.start - _ACCOUNT_BEFORE), end + _ACCOUNT_NEAR);
    const isAccount = isWallet || isCode || _accountHasLongNumber(near);
    if (isAccount && !asciiLower(near).includes(_ACCOUNT_OFFICE)) return hit;
  }
  return null;
}

/**
 * Nine digits or more, in figures or words, with few spaces, dots or hyphens between them.
 * @param {string} text
 */
function _accountHasLongNumber(text) {
  let digits = 0;
  let gap = 0;
  for (const letter of _accountInFigures(text)) {
    if (letter >= "0" && letter <= "9") {
      digits += 1;
      gap = 0;
      if (digits >= _ACCOUNT_FEWEST_DIGITS) return true;
    } else if (" -.".includes(letter) && gap < _ACCOUNT_GAP) {
      gap += 1;
    } else {
      digits = 0;
    }
  }
  return false;
}

/**
 * `nol delapan satu` as `0 8 1`.
 * @param {string} text
 */
function _accountInFigures(text) {
  return _ACCOUNT_DIGITS.reduce((lower, word, digit) => lower.replaceAll(word, String(digit)), asciiLower(text));
}
