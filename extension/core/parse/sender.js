"use strict";
// Who seems to have sent a message: a number in one form, or a name.
// Twin of etle_guard/parse/sender.py.

const _SENDER_FILLERS = /[-.() \t/\u00a0\u2010\u2011\u2012\u2013\u202a\u202c\u200e\u200f\u2066\u2069]/g;
const _SENDER_FRAME = " \t\r\n~";
const _SENDER_COUNTRY = "62";
const _SENDER_SHORT_CODE = 6; // Indonesian short codes have three to six digits

/**
 * Read `0878-1717-4000`, `+62 878…`, `62878…` as `+62878…`; anything with letters is a name.
 * @param {string | null | undefined} text
 * @returns {Sender}
 */
function parseSender(text) {
  const shown = stripEnd(stripStart(text ?? "", _SENDER_FRAME), _SENDER_FRAME);
  const digits = shown.replace(_SENDER_FILLERS, "");
  const plus = digits.startsWith("+");
  const bare = plus ? digits.slice(1) : digits;
  if (!/^[0-9]+$/.test(bare)) return { text: shown, kind: shown ? "name" : "none", number: "" };
  if (bare.startsWith(_SENDER_COUNTRY) && (plus || bare.length >= 10)) {
    return _senderIndonesian(shown, bare.slice(_SENDER_COUNTRY.length));
  }
  if (plus || bare.startsWith("00")) {
    return { text: shown, kind: "foreign", number: "+" + (bare.startsWith("00") ? bare.slice(2) : bare) };
  }
  if (bare.length <= _SENDER_SHORT_CODE) return { text: shown, kind: "short-code", number: bare };
  if (bare.startsWith("0")) return _senderIndonesian(shown, bare);
  if (bare.startsWith("8") && bare.length >= 9) return _senderIndonesian(shown, bare);
  return { text: shown, kind: "foreign", number: "+" + bare };
}

/**
 * @param {string} shown
 * @param {string} digits without the country code; a leading 0 is dropped
 * @returns {Sender}
 */
function _senderIndonesian(shown, digits) {
  return { text: shown, kind: "indonesian", number: "+" + _SENDER_COUNTRY + stripStart(digits, "0") };
}
