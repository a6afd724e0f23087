"use strict";
// What the tables must hold: checked by one walk before anything is built from them. Twin of etle_guard/shapes.py.
//
// A shape is a kind of value by name, an object of keys and shapes (further keys are let be), or a list of one shape for
// every row. `text` is a string, `whole` an integer of 32 bits, `flag` true or false, `day` YYYY-MM-DD or empty, `texts`
// and `wholes` lists of such, `pairs` an even number of such, `letters` distances and
// letters by turns, `map` texts by text, `points` texts by hexadecimal code point, `host` and `word` such as a link can
// hold, `weight` and `edits` numbers within their limits, `a|b` one of these words; `?` before a kind lets the key be
// missing.

/** The tables are not such as this release can read. */
class RulebookError extends Error {}

/** @type {Readonly<Record<string, any>>} */
const SHAPES = {
  version: "text",
  rules: {
    rule: [{
      id: "text",
      kind: "host|file|sender|notice|text",
      points: "whole",
      says: { id: "text", en: "text" },
      bare_id: "?text",
      bare_en: "?text",
      quiet_when_clear: "?flag",
    }],
    trick: [{ id: "text", says: { id: "text", en: "text" } }],
  },
  combinations: {
    levels: { caution: "whole", danger: "whole" },
    silence: [{
      id: "text",
      when: "texts",
      unless: "texts",
      kinds: "texts",
      rules: "texts",
      defanged_links: "flag",
    }],
    cap: [{ id: "text", when: "texts", unless: "texts", level: "clear|caution|danger" }],
  },
  hosts: {
    official: [{ host: "host", operator: "text", status: "text", imitated: "flag", imitated_as: "?word" }],
    operated: [{ host: "host", operator: "text" }],
    neighbour: [{ host: "host", honest: "?flag" }],
    misprint: [{ host: "host" }],
    well_known: [{ host: "host" }],
  },
  words: {
    brand: [{ word: "word", kind: "authority|ticket", weight: "weight", edits: "edits", target: "host" }],
    context: { act: "texts", about: "texts" },
    ordinary: { words: "texts" },
  },
  services: {
    shortener: [{ host: "host" }],
    free_host: [{ suffix: "text" }],
    cheap_suffix: [{ suffix: "text" }],
    restricted_suffix: [{ suffix: "text" }],
    redirect_parameter: [{ name: "text" }],
  },
  files: {
    dangerous: [{ extension: "text", points_class: "apk|program|archive" }],
    pretext: [{ word: "text", pretext: "text" }],
    harmless: [{ extension: "text" }],
  },
  senders: {
    number: [{ number: "text", period: [{ from: "day", until: "day", status: "published|suspended|returned|retired" }] }],
    name: [{ name: "text", status: "text" }],
  },
  channels: { event: [{ date: "day", summary_id: "text", summary_en: "text" }] },
  advice: { step: [{ situation: "text", order: "whole", when: "?texts", unless: "?texts", id: "text", en: "text" }] },
  wordings: {
    words: { id: "map", en: "map" },
    heading: [{ level: "clear|unchecked|caution|danger", when: "texts", unless: "texts", id: "text", en: "text" }],
  },
  fold: {
    unicode: "text",
    no_entry: "text",
    dropped: "pairs",
    letters: "letters",
    rare: "letters",
    strings: "points",
  },
  host_map: { gaps: "wholes", fates: "text", shifted: "text", replaced: "texts", compositions: "text" },
};

// Every rule that some witness may find; a table without one of them would fail in the middle of a message.
const RULES = [
  "host.official", "host.operated", "host.ordinary", "host.imitates", "host.resembles", "host.neighbour",
  "host.userinfo", "host.name-in-path", "host.redirect", "host.shortener", "host.address", "host.disguised",
  "host.unreadable", "host.app-file", "host.app-pretext", "host.kit-path", "host.unknown", "host.cheap",
  "host.pretext", "file.app", "file.pretext", "file.disguised", "file.program", "file.archive", "sender.published",
  "sender.retired", "sender.unlisted", "sender.foreign", "sender.name-used-in-fraud", "notice.no-plate",
  "notice.no-reference", "notice.no-place", "notice.no-time", "notice.no-photo", "notice.secret", "notice.identity",
  "notice.pay-by-link", "notice.presses", "notice.transfer", "notice.remote", "notice.assembles", "notice.app",
  "notice.channel", "text.ticket",
  "text.scam-unsure", "text.scam", "text.scam-strong", "text.other-scam", "text.report", "text.asks", "text.vouches",
  "text.obfuscated", "text.obfuscated-scam",
];

const _SHAPES_BITS = 2 ** 31;
const _SHAPES_SHOWN = 60;
const _SHAPES_POINT = /^[0-9a-f]{1,6}$/;
const _SHAPES_HOST = /^(?!.{254})(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const _SHAPES_WORD = /^[a-z0-9]{1,63}$/;
const _SHAPES_DAY = /^(?:\d{4}-\d{2}-\d{2})?$/;

/** @type {Readonly<Record<string, readonly [string, (value: any) => boolean]>>} */
const _SHAPES_KINDS = {
  text: ["text", _shapesIsText],
  whole: ["a whole number", (value) => Number.isInteger(value) && -_SHAPES_BITS <= value && value < _SHAPES_BITS],
  host: ["a host such as etle-contoh.id", (value) => _shapesIsText(value) && _SHAPES_HOST.test(value)],
  word: ["small letters and digits alone", (value) => _shapesIsText(value) && _SHAPES_WORD.test(value)],
  weight: ["a whole number from 1 to 100", (value) => Number.isInteger(value) && 1 <= value && value <= 100],
  edits: ["0, 1 or 2", (value) => [0, 1, 2].includes(value)],
  flag: ["true or false", (value) => typeof value === "boolean"],
  day: ["a day as YYYY-MM-DD", (value) => _shapesIsText(value) && _SHAPES_DAY.test(value)],
  texts: ["a list of texts", (value) => Array.isArray(value) && value.every(_shapesIsText)],
  wholes: ["a list of whole numbers", _shapesIsWholes],
  pairs: ["an even number of whole numbers", (value) => _shapesIsWholes(value) && value.length % 2 === 0],
  letters: ["distances and letters by turns", _shapesIsLetters],
  map: ["texts by text", _shapesIsMap],
  points: ["texts by code point", (value) => _shapesIsMap(value)
    && Object.keys(value).every((key) => _SHAPES_POINT.test(key))],
};

/**
 * Throw RulebookError naming place, value and what was expected, unless the value has the shape.
 * @param {any} value
 * @param {any} shape
 * @param {string} place
 */
function checkShape(value, shape, place) {
  if (typeof shape === "string") {
    _shapesCheckKind(value, shape, place);
  } else if (Array.isArray(shape)) {
    if (!Array.isArray(value)) throw _shapesWrong(value, "a list of rows", place);
    value.forEach((row, number) => checkShape(row, shape[0], `${place}[${number}]`));
  } else {
    if (!_shapesIsTable(value)) throw _shapesWrong(value, "a table", place);
    for (const [key, inner] of Object.entries(shape)) {
      checkShape(Object.hasOwn(value, key) ? value[key] : null, inner, `${place}.${key}`);
    }
  }
}

/**
 * Throw RulebookError unless every rule of `RULES` is among the ids, and none stands twice.
 * @param {readonly string[]} ids
 * @param {string} place
 */
function checkRules(ids, place) {
  const found = new Set();
  for (const name of ids) {
    if (found.has(name)) throw new RulebookError(`${place}: id ${name} stands twice, expected once`);
    found.add(name);
  }
  for (const name of RULES) {
    if (!found.has(name)) throw new RulebookError(`${place}: id ${name} is missing, expected a rule of that name`);
  }
}

/**
 * @param {any} value
 * @param {string} shape
 * @param {string} place
 */
function _shapesCheckKind(value, shape, place) {
  const isOptional = shape.startsWith("?");
  if (isOptional && value === null) return;
  const kind = isOptional ? shape.slice(1) : shape;
  if (kind.includes("|")) {
    if (!_shapesIsText(value) || !kind.split("|").includes(value)) {
      throw _shapesWrong(value, kind.replaceAll("|", " or "), place);
    }
    return;
  }
  const [expected, holds] = _SHAPES_KINDS[kind];
  if (!holds(value)) throw _shapesWrong(value, expected, place);
}

/** @param {any} value */
function _shapesIsText(value) {
  return typeof value === "string";
}

/** @param {any} value */
function _shapesIsTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {any} value */
function _shapesIsLetters(value) {
  if (!Array.isArray(value) || value.length % 2) return false;
  return value.every((each, place) => (place % 2 ? _shapesIsText(each) : _shapesIsDistance(each)));
}

/** @param {any} value */
function _shapesIsDistance(value) {
  return Number.isInteger(value) && value >= 0 && value < _SHAPES_BITS;
}

/** @param {any} value */
function _shapesIsWholes(value) {
  return Array.isArray(value) && value.every(_shapesIsDistance);
}

/** @param {any} value */
function _shapesIsMap(value) {
  return _shapesIsTable(value) && Object.values(value).every(_shapesIsText);
}

/**
 * @param {any} value
 * @param {string} expected
 * @param {string} place
 */
function _shapesWrong(value, expected, place) {
  const shown = value === null || value === undefined ? "missing" : String(JSON.stringify(value));
  const cut = shown.length > _SHAPES_SHOWN ? shown.slice(0, _SHAPES_SHOWN) + "…" : shown;
  return new RulebookError(`${place} is ${cut}, expected ${expected}`);
}
