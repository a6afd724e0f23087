"use strict";
// The numbers of a model file, read strictly: whatever is broken or of another version is refused by name.
// Twin of etle_guard/model/weights.py; SHA-256 is written out because browsers offer it only with a promise.

const MODEL_FORMAT = 3;
const MODEL_CLASSES = ["scam", "report", "other"];
const _WEIGHTS_WEIGHED = MODEL_CLASSES.slice(0, 2); // against the last, which is the reference: its logit is 0
/** @type {[string, number][]} */
const _WEIGHTS_BLOCKS = [["words", WORD_BITS], ["concepts", CONCEPT_BITS]];

const _WEIGHTS_ROW = /^['-W]*$/; // a weight is one printable character, its steps from "?"
const _WEIGHTS_ZERO = 63;

/** A model file is broken, of another version, or does not fit this release. */
class ModelError extends Error {}

/**
 * Weights by bucket against the class `other`: a row for scam, a row for report. `lean` is what a text about a ticket has
 * more for scam: there a missed scam costs more than a look too many.
 * @typedef {{words: Int8Array[], concepts: Int8Array[], scale: number, biases: number[], lean: number, bands: number[],
 *            leastWords: number}} Weights
 */

/**
 * The numbers of a model file. Throws ModelError naming key, value and what was expected.
 * @param {any} data
 * @returns {Weights}
 */
function readWeights(data) {
  expectModel("format", data.format, MODEL_FORMAT);
  expectModel("classes", data.classes, MODEL_CLASSES);
  const blocks = _weightsTable(data, "weights");
  const raw = _WEIGHTS_BLOCKS.map(([name, bits]) => _weightsBlock(blocks, name, 1 << bits));
  expectModel("weights_sha256", data.weights_sha256, _weightsSha256(raw.flat()));
  const scale = _weightsNumber(data.scale, "scale");
  if (scale <= 0) throw new ModelError(`model: scale is ${scale}, expected more than 0`);
  const bands = _weightsNumbers(data, "bands", 3);
  if (bands[0] < 0 || bands[0] > bands[1] || bands[1] > bands[2]) {
    throw new ModelError(`model: bands is ${_weightsShown(bands)}, expected rising numbers from 0`);
  }
  const biases = _weightsNumbers(data, "biases", _WEIGHTS_WEIGHED.length);
  const lean = _weightsNumber(data.lean, "lean");
  if (lean < 0) throw new ModelError(`model: lean is ${lean}, expected 0 or more`);
  const leastWords = _weightsCount(data, "least_words");
  return { words: raw[0], concepts: raw[1], scale, biases, lean, bands, leastWords };
}

/**
 * Throw ModelError unless a key has the one value that it can have.
 * @param {string} key
 * @param {any} value
 * @param {any} wanted
 */
function expectModel(key, value, wanted) {
  if (JSON.stringify(value) === JSON.stringify(wanted)) return;
  throw new ModelError(`model: ${key} is ${_weightsShown(value)}, expected ${_weightsShown(wanted)}`);
}

/**
 * @param {any} blocks
 * @param {string} name
 * @param {number} length
 */
function _weightsBlock(blocks, name, length) {
  const rows = blocks[name];
  const count = _WEIGHTS_WEIGHED.length;
  if (!Array.isArray(rows) || rows.length !== count) {
    throw new ModelError(`model: weights.${name} is ${_weightsShown(rows)}, expected ${count} strings`);
  }
  return rows.map((row, index) => _weightsBytes(row, `weights.${name}[${index}]`, length));
}

/**
 * @param {any} value
 * @param {string} key
 * @param {number} length
 */
function _weightsBytes(value, key, length) {
  if (typeof value === "string" && value.length === length && _WEIGHTS_ROW.test(value)) {
    return Int8Array.from(value, (sign) => sign.charCodeAt(0) - _WEIGHTS_ZERO);
  }
  throw new ModelError(`model: ${key} is ${_weightsShown(value)}, expected ${length} characters from ' to W`);
}

/**
 * @param {any} data
 * @param {string} key
 * @param {number} length
 */
function _weightsNumbers(data, key, length) {
  const values = data[key];
  if (!Array.isArray(values) || values.length !== length) {
    throw new ModelError(`model: ${key} is ${_weightsShown(values)}, expected ${length} numbers`);
  }
  return values.map((value, index) => _weightsNumber(value, `${key}[${index}]`));
}

/** @param {any} value @param {string} key */
function _weightsNumber(value, key) {
  if (Number.isFinite(value)) return /** @type {number} */ (value);
  throw new ModelError(`model: ${key} is ${_weightsShown(value)}, expected a finite number`);
}

/** @param {any} data @param {string} key */
function _weightsCount(data, key) {
  const value = data[key];
  if (Number.isInteger(value) && value >= 1) return /** @type {number} */ (value);
  throw new ModelError(`model: ${key} is ${_weightsShown(value)}, expected a whole number from 1`);
}

/** @param {any} data @param {string} key */
function _weightsTable(data, key) {
  const value = data[key];
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return value;
  throw new ModelError(`model: ${key} is ${_weightsShown(value)}, expected a table`);
}

/** @param {any} value */
function _weightsShown(value) {
  const shown = String(JSON.stringify(value));
  return shown.length <= 60 ? shown : `${shown.slice(0, 57)}...`;
}

/**
 * SHA-256 of several rows of bytes, in hexadecimal (FIPS 180-4).
 * @param {Int8Array[]} rows
 */
function _weightsSha256(rows) {
  const bytes = _weightsPadded(rows);
  const view = new DataView(bytes.buffer);
  const { roots, start } = _weightsShaConstants();
  const state = start;
  const words = new Int32Array(64);
  for (let offset = 0; offset < bytes.length; offset += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(offset + 4 * i);
    for (let i = 16; i < 64; i += 1) {
      const early = words[i - 15];
      const late = words[i - 2];
      const low = _weightsTurn(early, 7) ^ _weightsTurn(early, 18) ^ (early >>> 3);
      const high = _weightsTurn(late, 17) ^ _weightsTurn(late, 19) ^ (late >>> 10);
      words[i] = words[i - 16] + low + words[i - 7] + high;
    }
    _weightsShaRounds(state, words, roots);
  }
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/**
 * One block's 64 rounds, added to the state.
 * @param {Int32Array} state
 * @param {Int32Array} words
 * @param {Int32Array} roots
 */
function _weightsShaRounds(state, words, roots) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const high = _weightsTurn(e, 6) ^ _weightsTurn(e, 11) ^ _weightsTurn(e, 25);
    const first = (h + high + ((e & f) ^ (~e & g)) + roots[i] + words[i]) | 0;
    const low = _weightsTurn(a, 2) ^ _weightsTurn(a, 13) ^ _weightsTurn(a, 22);
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] += word; });
}

/** @param {number} word @param {number} bits */
function _weightsTurn(word, bits) {
  return (word >>> bits) | (word << (32 - bits));
}

/** The rows one after the other, with the padding of FIPS 180-4. @param {Int8Array[]} rows */
function _weightsPadded(rows) {
  const length = rows.reduce((sum, row) => sum + row.length, 0);
  const bytes = new Uint8Array((((length + 8) >> 6) + 1) << 6);
  let offset = 0;
  for (const row of rows) {
    bytes.set(row, offset);
    offset += row.length;
  }
  bytes[length] = 0x80;
  new DataView(bytes.buffer).setUint32(bytes.length - 4, length * 8);
  return bytes;
}

/** The fractions of the roots of the first primes: cube roots of 64 of them, square roots of eight. */
function _weightsShaConstants() {
  const roots = new Int32Array(64);
  const start = new Int32Array(8);
  let count = 0;
  for (let candidate = 2; count < 64; candidate += 1) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) isPrime = false;
    if (!isPrime) continue;
    if (count < 8) start[count] = _weightsFraction(Math.sqrt(candidate));
    roots[count] = _weightsFraction(Math.cbrt(candidate));
    count += 1;
  }
  return { roots, start };
}

/** The first 32 bits of a fraction. @param {number} root */
function _weightsFraction(root) {
  return ((root - Math.floor(root)) * 0x100000000) | 0;
}
