"use strict";
// A stream of messages, one JSON object a line, to a stream of records. A bad line is answered in its place.
// Twin of etle_guard/present/stream.py.

const _STREAM_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const _STREAM_SPACE = new Set([0x20, 0x09, 0x0d, 0x0a]);

/** A line cannot be read. */
class InputError extends Error {}

/**
 * Answer each line with its record and level, or with an error line and null. Empty lines are passed over.
 * @param {Iterable<Uint8Array>} lines
 * @param {Rulebook} rulebook
 * @returns {Generator<[string, number | null]>}
 */
function* checkLines(lines, rulebook) {
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (!isBlank(line)) yield answer(line, number, rulebook);
  }
}

/**
 * Whether a line holds nothing but white space.
 * @param {Uint8Array} line
 */
function isBlank(line) {
  return line.every((byte) => _STREAM_SPACE.has(byte));
}

/**
 * The answer to one line; `number` counts from 1.
 * @param {Uint8Array} line
 * @param {number} number
 * @param {Rulebook} rulebook
 * @returns {[string, number | null]}
 */
function answer(line, number, rulebook) {
  /** @type {string | number | null} */
  let id = null;
  try {
    const found = _streamParse(line);
    id = _streamId(found);
    const verdict = judge(readMessage(found), rulebook);
    return [jsonLine(record(verdict, id)), verdict.level];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [jsonLine({ id, line: number, error: error.message }), null];
  }
}

/**
 * @param {Uint8Array} line
 * @returns {Record<string, unknown>}
 */
function _streamParse(line) {
  if (line.length > LONGEST_LINE) throw new InputError(`line is longer than ${LONGEST_LINE} bytes`);
  const text = _streamDecode(line);
  if (_streamDepth(text) > DEEPEST_LINE) throw new InputError(`line is nested deeper than ${DEEPEST_LINE}`);
  const found = _streamJson(text);
  if (typeof found !== "object" || found === null || Array.isArray(found)) {
    throw new InputError("line is not a JSON object");
  }
  return found;
}

/** @param {Uint8Array} line */
function _streamDecode(line) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    throw new InputError("line is not valid UTF-8");
  }
}

/**
 * @param {string} text
 * @returns {any}
 */
function _streamJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError("line is not valid JSON");
  }
}

/**
 * How deep brackets outside strings are nested; 0 where there are too few of them to matter.
 * @param {string} text
 */
function _streamDepth(text) {
  if (text.split(/[[{]/, DEEPEST_LINE + 2).length <= DEEPEST_LINE + 1) return 0;
  let deepest = 0;
  let depth = 0;
  let quoted = false;
  let escaped = false;
  for (const letter of text) {
    if (quoted) {
      quoted = escaped || letter !== '"';
      escaped = letter === "\\" && !escaped;
    } else if (letter === '"') {
      quoted = true;
    } else if (letter === "[" || letter === "{") {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (letter === "]" || letter === "}") {
      depth -= 1;
    }
  }
  return deepest;
}

/**
 * @param {Record<string, unknown>} found
 * @returns {string | number | null}
 */
function _streamId(found) {
  const value = found.id ?? null;
  if (value === null || typeof value === "string") return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw new InputError("id is not a string or a whole number");
}

/**
 * A message from its JSON object. Throws InputError naming the key and what was expected.
 * @param {Record<string, unknown>} found
 * @returns {Message}
 */
function readMessage(found) {
  const { text } = found;
  if (typeof text !== "string") throw new InputError("text is missing or not a string");
  const sender = found.sender ?? null;
  if (sender !== null && typeof sender !== "string") throw new InputError("sender is not a string");
  const attachments = found.attachments ?? [];
  if (!Array.isArray(attachments) || !attachments.every((name) => typeof name === "string")) {
    throw new InputError("attachments is not a list of strings");
  }
  return { text, sender, attachments, sentOn: readDate(found.sent_on ?? null) };
}

/**
 * A day as `YYYY-MM-DD`; null stays null. Throws InputError.
 * @param {unknown} value
 * @returns {string | null}
 */
function readDate(value) {
  if (value === null) return null;
  if (typeof value !== "string" || !_streamLooksLikeDay(value)) {
    throw new InputError("sent_on is not a date of the form YYYY-MM-DD");
  }
  return value;
}

/** @param {string} text */
function _streamLooksLikeDay(text) {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const [year, month, day] = text.split("-").map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : _STREAM_MONTHS[month - 1];
  return year > 0 && month > 0 && month <= 12 && day > 0 && day <= days;
}
