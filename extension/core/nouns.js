"use strict";
// The nouns of the street: what a message is, what is found in it, and what is said about it.
// Twin of etle_guard/nouns.py. Spans are half-open ranges of code points in the text as it was given.

/**
 * A half-open range of code points.
 * @typedef {readonly [number, number]} Span
 *
 * What a person received. Nothing in it is trusted. `sentOn` is a day as YYYY-MM-DD.
 * @typedef {Readonly<{text: string, sender?: string | null, attachments?: readonly string[],
 *   sentOn?: string | null}>} Message
 *
 * A host as a browser would open it. `kind` is `name`, `ipv4`, `ipv6` or `unreadable` (a browser would refuse it;
 * `ascii` is then empty). `tricks` are stable codes for each disguise that was removed on the way.
 * @typedef {Readonly<{ascii: string, display: string, kind: string, suffix: string, registrable: string | null,
 *   tricks: readonly string[]}>} Host
 *
 * A link found in a text: where it stands, and its parts as a browser would split them.
 * @typedef {Readonly<{text: string, span: Span, scheme: string, userinfo: string, host: Host, port: string,
 *   rest: string, live: boolean, tricks: readonly string[]}>} Link
 *
 * Who seems to have sent a message. `kind` is `indonesian`, `foreign`, `short-code`, `name` or `none`.
 * @typedef {Readonly<{text: string, kind: string, number: string}>} Sender
 *
 * A file name: its true extension, the one that it pretends to have, and its words in folded form.
 * @typedef {Readonly<{name: string, extension: string, shownExtension: string, words: string,
 *   tricks: readonly string[]}>} Attachment
 *
 * Words for a person, by language.
 * @typedef {Readonly<Record<string, string>>} Says
 *
 * What is exported of a rule's identity card: what it weighs and what a person reads. `how` holds, for each trick of
 * an imitation, the words that stand for `{how}` in the sentence; `bare` what is said where a gap of the sentence would
 * stay empty; `quiet` rules are no reason where the level is clear.
 * @typedef {Readonly<{id: string, kind: string, points: number, says: Says, how: ReadonlyMap<string, Says>,
 *   bare: Readonly<Record<string, string | undefined>>, quiet: boolean}>} RuleCard
 *
 * One finding of one rule: what it weighs, where it stands, what it is about.
 * `detail` fills the sentence of the rule's card; `link` is the index of the link that it speaks of, if any.
 * @typedef {Readonly<{rule: string, points: number, span: Span | null, subject: string | null,
 *   detail: Readonly<Record<string, string>>, link: number | null, card: RuleCard}>} Evidence
 *
 * What is said of one link: the host that really opens and, if it imitates one, the official host.
 * `likeness` is the rule that found `target`.
 * @typedef {Readonly<{text: string, span: Span, host: string | null, level: number, target: string | null,
 *   registrable: string | null, likeness: string | null}>} LinkVerdict
 *
 * One sentence of what to do, in each language; `when` is what must have been found.
 * @typedef {Readonly<{situation: string, says: Says, when: readonly string[], unless: readonly string[]}>} Advice
 *
 * What stands above a verdict of a level, in each language.
 * @typedef {Readonly<{level: string, when: readonly string[], unless: readonly string[], says: Says}>} Heading
 *
 * The answer: a level, the points behind it, and everything that was found. `met` holds the rules and traits that
 * headings and advice ask; `counsel` has their sentences.
 * @typedef {Readonly<{level: number, points: number, topic: string, complete: boolean, links: readonly LinkVerdict[],
 *   evidence: readonly Evidence[], met: ReadonlySet<string>, counsel: Counsel}>} Verdict
 */

/** How much a person should beware; ordered, so that the worst of several is their maximum. */
const Level = Object.freeze({ CLEAR: 0, CAUTION: 1, DANGER: 2 });
const _NOUNS_LABELS = ["clear", "caution", "danger"];

/**
 * The level as it stands in a record: `clear`, `caution` or `danger`.
 * @param {number} level
 */
function levelLabel(level) {
  return _NOUNS_LABELS[level];
}

/**
 * The level of a name in a table, `clear`, `caution` or `danger`; null for any other.
 * @param {string} name
 * @returns {number | null}
 */
function levelOf(name) {
  const level = _NOUNS_LABELS.indexOf(name);
  return level < 0 ? null : level;
}

/**
 * One plain sentence for the person, in `id` or `en`.
 * @param {Evidence} evidence
 */
function reason(evidence, lang = "id") {
  const how = evidence.card.how.get(evidence.detail.trick ?? "");
  const { since } = evidence.detail;
  const detail = since === undefined ? evidence.detail : { ...evidence.detail, since: dayIn(since, lang) };
  const isBare = Object.values(evidence.detail).includes("");
  const says = (isBare ? evidence.card.bare[lang] : null) ?? evidence.card.says[lang];
  return fill(how === undefined ? says : says.replace("{how}", () => how[lang]), detail);
}

/**
 * What stands above everything else, in `id` or `en`; `face` is the level as people see it, `unchecked` where a part of
 * what seems clear could not be read.
 * @param {Verdict} verdict
 * @param {string} face
 */
function headline({ counsel, met }, face, lang = "id") {
  return counselHeading(counsel, face, met)?.says[lang] ?? "";
}

/**
 * What to do now, one sentence each, in `id` or `en`.
 * @param {Verdict} verdict
 */
function advice(verdict, lang = "id") {
  const steps = counselAdvice(verdict.counsel, verdict.met, verdict.level === Level.CLEAR);
  return steps.map((step) => step.says[lang]);
}

/** @type {Says} */
const _NOUNS_MONTHS = {
  id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
  en: "January February March April May June July August September October November December",
};

/**
 * `2026-11-05` as `5 November 2026`, in `id` or `en`; anything else as it stands.
 * @param {string} day
 * @param {string} lang
 */
function dayIn(day, lang) {
  const [year, month, number] = day.split("-");
  const name = _NOUNS_MONTHS[lang].split(" ")[Number(month) - 1];
  return name === undefined ? day : `${Number(number)} ${name} ${year}`;
}

/**
 * Put the values of `detail` in place of `{key}`, once each, so that a value cannot bring in another. What cannot be
 * seen or turns the direction of writing is shown as U+FFFD: a value cannot rewrite the sentence.
 * @param {string} template
 * @param {Readonly<Record<string, string>>} detail
 */
function fill(template, detail) {
  const [head, ...pieces] = template.split("{");
  return head + pieces.map((piece) => _nounsFillPiece(piece, detail)).join("");
}

/**
 * @param {string} piece
 * @param {Readonly<Record<string, string>>} detail
 */
function _nounsFillPiece(piece, detail) {
  const [key, brace, tail] = partition(piece, "}");
  return brace ? (Object.hasOwn(detail, key) ? seen(detail[key]) : "") + tail : "{" + piece;
}

// Controls, soft hyphens, fillers, zero-width and direction signs, surrogates, tags.
const _NOUNS_UNSEEN = new RegExp("[\\x00-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b-\\u200f"
  + "\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\ud800-\\udfff\\u{e0000}-\\u{e0fff}]", "gu");

/**
 * A text from a message as it may stand in a sentence of ours.
 * @param {string} text
 */
function seen(text) {
  return text.replace(_NOUNS_UNSEEN, "\ufffd");
}

// What Python brings along and JavaScript lacks.

/**
 * Code points that can be counted and cut: a text without surrogates is that by itself.
 * @typedef {string | readonly string[]} Letters
 */

/**
 * The code points of a text; a lone surrogate is one of its own.
 * @param {string} text
 * @returns {Letters}
 */
function codePoints(text) {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
}

/**
 * Code points from `start` up to `end` as a text.
 * @param {Letters} letters
 * @param {number} [start]
 * @param {number} [end]
 */
function cut(letters, start, end) {
  const piece = letters.slice(start, end);
  return typeof piece === "string" ? piece : piece.join("");
}

/**
 * A code point, or U+FFFD for a lone surrogate: two of them would join once nothing stands between.
 * @param {string} letter
 */
function scalarValue(letter) {
  return letter.length === 1 && letter >= "\ud800" && letter <= "\udfff" ? "\ufffd" : letter;
}

/**
 * Whether a text holds nothing beyond ASCII.
 * @param {string} text
 */
function isAscii(text) {
  return !/[^\x00-\x7f]/.test(text);
}

/**
 * How many code points a text has.
 * @param {string} text
 */
function codePointCount(text) {
  return codePoints(text).length;
}

/**
 * Order by code points: below 0 where `a` comes first. UTF-16 units, which `<` compares, order otherwise.
 * @param {string} a
 * @param {string} b
 */
function compareText(a, b) {
  if (a === b) return 0;
  const left = codePoints(a);
  const right = codePoints(b);
  let place = 0;
  while (place < left.length && left[place] === right[place]) place += 1;
  if (place >= left.length || place >= right.length) return left.length - right.length;
  return /** @type {number} */ (left[place].codePointAt(0)) - /** @type {number} */ (right[place].codePointAt(0));
}

/**
 * A text before its first `sign`, the sign, and what follows; the text and twice nothing where there is none.
 * @param {string} text
 * @param {string} sign
 */
function partition(text, sign) {
  const place = text.indexOf(sign);
  return place < 0 ? [text, "", ""] : [text.slice(0, place), sign, text.slice(place + sign.length)];
}

/**
 * The same at the last `sign`; twice nothing and the text where there is none.
 * @param {string} text
 * @param {string} sign
 */
function rpartition(text, sign) {
  const place = text.lastIndexOf(sign);
  return place < 0 ? ["", "", text] : [text.slice(0, place), sign, text.slice(place + sign.length)];
}

/**
 * A text without the leading characters that stand in `signs`.
 * @param {string} text
 * @param {string} signs characters of the Basic Multilingual Plane
 */
function stripStart(text, signs) {
  let start = 0;
  while (start < text.length && signs.includes(text[start])) start += 1;
  return text.slice(start);
}

/**
 * A text without the trailing characters that stand in `signs`.
 * @param {string} text
 * @param {string} signs characters of the Basic Multilingual Plane
 */
function stripEnd(text, signs) {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
}
