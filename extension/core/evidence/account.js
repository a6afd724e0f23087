"use strict";
// Money that is to go to somebody: the account, wallet or code, and what tells that it is one.
// Twin of etle_guard/evidence/account.py.

const _ACCOUNT_PAYING = new Set(["pay", "transfer", "send", "amount"]);
const _ACCOUNT_ACCOUNT = "account";
const _ACCOUNT_OWNER = "personal-account";
const _ACCOUNT_ACCOUNTS = [_ACCOUNT_ACCOUNT, _ACCOUNT_OWNER];
const _ACCOUNT_BANK = "bank"; // stands for an account where an owner is named after it or a transfer is asked for
const _ACCOUNT_QRIS = "qris"; // has no number
const _ACCOUNT_CRYPTO = "crypto"; // money sent so has no number and does not come back
const _ACCOUNT_TRANSFER = "transfer"; // before a number names an account, whatever the bank is called
const _ACCOUNT_PLACES = new Set(
  [..._ACCOUNT_ACCOUNTS, _ACCOUNT_BANK, _ACCOUNT_QRIS, _ACCOUNT_CRYPTO, _ACCOUNT_TRANSFER],
);
const _ACCOUNT_FEWEST_DIGITS = 9;
const _ACCOUNT_BEFORE = 20; // code points before an account word in which its number may stand
const _ACCOUNT_NEAR = 60; // code points between an account and its number or owner
const _ACCOUNT_CLOSE = 16; // code points after a bank's name in which a number is its account, without any other sign
const _ACCOUNT_AROUND = 40; // code points before it in which an office's number is called so
const _ACCOUNT_GAP = 3; // spaces, dots and hyphens between two digits of a number: "0812 - 3456"
const _ACCOUNT_DIGITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
const _ACCOUNT_THIS_NUMBER = ["nomor ini", "no ini", "nmr ini"]; // the sender's own, which he need not write
const _ACCOUNT_OFFICES = ["briva", "va bri", "virtual account bri"]; // a bank's number for one fine, which nobody else is paid by

/**
 * The account, wallet or code that money is to go to. From whom is doubted, no word of paying is needed.
 * @param {Parsed} parsed
 * @param {boolean} [isDoubted]
 * @returns {ConceptHit | null}
 */
function accountToPay(parsed, isDoubted = false) {
  const { said, stated } = parsed.reading;
  const isToPay = holdsAny(stated, _ACCOUNT_PAYING) || _ACCOUNT_ACCOUNTS.every((concept) => stated.has(concept));
  if (!isToPay && !isDoubted) return null;
  return said.find((hit) => _ACCOUNT_PLACES.has(hit.concept) && _accountIsSomebodys(hit, parsed, isDoubted)) ?? null;
}

/**
 * Whether a number stands beside an account, or an owner, and none of an office. From whom is doubted, the name of a
 * bank is enough beside a number, QRIS alone, and a wallet beside its owner or for
 * the sender's own number.
 * @param {ConceptHit} hit
 * @param {Parsed} parsed
 * @param {boolean} isDoubted
 */
function _accountIsSomebodys({ concept, start, end }, { message, reading }, isDoubted) {
  const letters = codePoints(message.text);
  const around = asciiLower(cut(letters, Math.max(0, start - _ACCOUNT_AROUND), end + _ACCOUNT_NEAR));
  if (_ACCOUNT_OFFICES.some((office) => around.includes(office))) return false;
  const owners = reading.said.filter((other) => other.concept === _ACCOUNT_OWNER).map((other) => other.start - end);
  const hasOwner = owners.some((distance) => distance > 0 && distance <= _ACCOUNT_NEAR);
  if (concept === _ACCOUNT_CRYPTO) return true;
  if (concept === _ACCOUNT_QRIS) return hasOwner || isDoubted;
  if (concept === _ACCOUNT_TRANSFER) return isDoubted && _accountHasLongNumber(cut(letters, end, end + _ACCOUNT_NEAR));
  if (concept === _ACCOUNT_BANK && !hasOwner && !isDoubted && !reading.stated.has(_ACCOUNT_TRANSFER)) {
    return _accountHasLongNumber(cut(letters, end, end + _ACCOUNT_CLOSE));
  }
  const isNearOwner = owners.some((distance) => Math.abs(distance) <= _ACCOUNT_NEAR);
  const isOwn = isNearOwner || _ACCOUNT_THIS_NUMBER.some((words) => around.includes(words));
  const isWallet = concept === _ACCOUNT_ACCOUNT && isDoubted && isOwn;
  const near = cut(letters, Math.max(0, start - _ACCOUNT_BEFORE), end + 2 * _ACCOUNT_NEAR);
  return isWallet || _accountHasLongNumber(near, _ACCOUNT_BEFORE + _ACCOUNT_NEAR);
}

/**
 * Nine digits or more, in figures or words, with few spaces, dots or hyphens between them. They stand `within` so many
 * code points, where a digit in a word counts as one.
 * @param {string} text
 * @param {number} [within]
 */
function _accountHasLongNumber(text, within = _ACCOUNT_NEAR) {
  let digits = 0;
  let gap = 0;
  for (const letter of cut(codePoints(_accountInFigures(text)), 0, within)) {
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
