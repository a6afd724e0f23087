"use strict";
// What a browser does to the letters of a host: UTS #46 mapping, composition and Punycode, by table.
// Twin of etle_guard/parse/hostmap.py.

// RFC 3492, section 5: the parameters of Punycode.
const _HOSTMAP_BASE = 36;
const _HOSTMAP_TMIN = 1;
const _HOSTMAP_TMAX = 26;
const _HOSTMAP_SKEW = 38;
const _HOSTMAP_DAMP = 700;
const _HOSTMAP_BIAS = 72;
const _HOSTMAP_FIRST = 128;
const _HOSTMAP_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
const _HOSTMAP_LAST_CODE_POINT = 0x10ffff;

/**
 * The mapping table: run starts, their fates and letters, and the composed letter of each pair.
 * @typedef {Readonly<{starts: readonly number[], fates: string, arguments: readonly string[],
 *   compositions: ReadonlyMap<string, string>}>} HostMap
 */

/**
 * Build the map from the table in `host_map.json`. Throws RulebookError where its columns do not fit together.
 * @param {any} table
 * @returns {HostMap}
 */
function makeHostMap(table) {
  const { gaps, fates } = table;
  /** @type {Readonly<Record<string, readonly string[]>>} */
  const letters = { d: Array.from(table.shifted), m: table.replaced };
  if (gaps.length !== fates.length) {
    throw new RulebookError(`rulebook.json: host_map.gaps holds ${gaps.length} values, expected ${fates.length}`);
  }
  for (const [fate, column] of Object.entries(letters)) {
    const count = fates.split(fate).length - 1;
    if (column.length !== count) {
      throw new RulebookError(`rulebook.json: host_map.${fate} has ${column.length} letters, expected ${count}`);
    }
  }
  const pairs = Array.from(table.compositions);
  if (pairs.length % 3) {
    throw new RulebookError(`rulebook.json: host_map.compositions holds ${pairs.length} letters, expected rows of three`);
  }
  if (gaps[0] !== 0) throw new RulebookError(`rulebook.json: host_map.gaps begin with ${gaps[0]}, expected 0`);
  const given = Object.fromEntries(Object.entries(letters).map(([fate, column]) => [fate, column.values()]));
  let start = 0;
  return {
    starts: gaps.map((/** @type {number} */ gap) => (start += gap)),
    fates,
    arguments: Array.from(fates, (/** @type {string} */ fate) => given[fate]?.next().value ?? ""),
    compositions: _hostmapCompositions(pairs),
  };
}

/**
 * @param {readonly string[]} letters first, second, composed
 * @returns {ReadonlyMap<string, string>}
 */
function _hostmapCompositions(letters) {
  const found = new Map();
  for (let i = 0; i < letters.length; i += 3) found.set(letters[i] + letters[i + 1], letters[i + 2]);
  return found;
}

/**
 * The letters that a browser puts in place of one; null where it refuses the host.
 * @param {string} letter
 * @param {HostMap} table
 * @returns {string | null}
 */
function mapLetter(letter, table) {
  const codePoint = _hostmapPoint(letter);
  const run = _hostmapRun(table.starts, codePoint);
  const fate = table.fates[run];
  const argument = table.arguments[run];
  if (fate === "v") return letter;
  if (fate === "d") {
    const shifted = codePoint - table.starts[run] + _hostmapPoint(argument);
    return shifted <= _HOSTMAP_LAST_CODE_POINT ? String.fromCodePoint(shifted) : null;
  }
  if (fate === "p") return (codePoint - table.starts[run]) % 2 === 0 ? String.fromCodePoint(codePoint + 1) : letter;
  return fate === "m" ? argument : fate === "i" ? "" : null;
}

/**
 * Join each letter with the marks that follow it, where a composed letter exists.
 * @param {string} text
 * @param {HostMap} table
 */
function compose(text, table) {
  /** @type {string[]} */
  const out = [];
  for (const letter of text) {
    const joined = out.length ? table.compositions.get(out[out.length - 1] + letter) : undefined;
    if (joined === undefined) out.push(letter);
    else out[out.length - 1] = joined;
  }
  return out.join("");
}

/**
 * A label with letters beyond ASCII as Punycode, without `xn--` (RFC 3492, section 6.3).
 * @param {string} label
 */
function encodePunycode(label) {
  const points = Array.from(label, _hostmapPoint);
  let out = label.replace(/[^\x00-\x7f]/g, "");
  const basic = out.length;
  if (basic) out += "-";
  let done = basic;
  let code = _HOSTMAP_FIRST;
  let delta = 0;
  let bias = _HOSTMAP_BIAS;
  while (done < points.length) {
    const following = _hostmapLowestFrom(points, code);
    delta += (following - code) * (done + 1);
    code = following;
    for (const point of points) {
      if (point < code) {
        delta += 1;
      } else if (point === code) {
        out += _hostmapVariableLength(delta, bias);
        bias = _hostmapAdapt(delta, done + 1, done === basic);
        delta = 0;
        done += 1;
      }
    }
    delta += 1;
    code += 1;
  }
  return out;
}

/**
 * The letters behind a Punycode label without `xn--`; null where it is broken (RFC 3492, section 6.2).
 * @param {string} label
 * @returns {string | null}
 */
function decodePunycode(label) {
  const [basic, , coded] = rpartition(label, "-");
  const out = Array.from(basic);
  let code = _HOSTMAP_FIRST;
  let position = 0;
  let bias = _HOSTMAP_BIAS;
  let index = 0;
  while (index < coded.length) {
    const read = _hostmapReadNumber(coded, index, bias);
    if (read === null) return null;
    const added = read[0];
    index = read[1];
    const room = out.length + 1;
    bias = _hostmapAdapt(added, room, position === 0 && code === _HOSTMAP_FIRST && out.length === basic.length);
    code += Math.floor((position + added) / room);
    position = (position + added) % room;
    if (code > _HOSTMAP_LAST_CODE_POINT || (code >= 0xd800 && code <= 0xdfff)) return null;
    out.splice(position, 0, String.fromCodePoint(code));
    position += 1;
  }
  return out.join("");
}

/**
 * @param {string} coded
 * @param {number} index
 * @param {number} bias
 * @returns {[number, number] | null}
 */
function _hostmapReadNumber(coded, index, bias) {
  let added = 0;
  let weight = 1;
  let step = _HOSTMAP_BASE;
  while (index < coded.length) {
    const digit = _HOSTMAP_DIGITS.indexOf(coded[index]);
    if (digit < 0) return null;
    added += digit * weight;
    const threshold = _hostmapThreshold(step, bias);
    index += 1;
    if (digit < threshold) return [added, index];
    weight *= _HOSTMAP_BASE - threshold;
    step += _HOSTMAP_BASE;
    if (added > _HOSTMAP_LAST_CODE_POINT * 64) return null; // a label holds at most 63 letters: more can only overflow
  }
  return null;
}

/**
 * @param {number} delta
 * @param {number} bias
 */
function _hostmapVariableLength(delta, bias) {
  let out = "";
  let step = _HOSTMAP_BASE;
  for (;;) {
    const threshold = _hostmapThreshold(step, bias);
    if (delta < threshold) return out + _HOSTMAP_DIGITS[delta];
    out += _HOSTMAP_DIGITS[threshold + ((delta - threshold) % (_HOSTMAP_BASE - threshold))];
    delta = Math.floor((delta - threshold) / (_HOSTMAP_BASE - threshold));
    step += _HOSTMAP_BASE;
  }
}

/**
 * @param {number} delta
 * @param {number} points
 * @param {boolean} first
 */
function _hostmapAdapt(delta, points, first) {
  delta = Math.floor(delta / (first ? _HOSTMAP_DAMP : 2));
  delta += Math.floor(delta / points);
  let step = 0;
  while (delta > Math.floor(((_HOSTMAP_BASE - _HOSTMAP_TMIN) * _HOSTMAP_TMAX) / 2)) {
    delta = Math.floor(delta / (_HOSTMAP_BASE - _HOSTMAP_TMIN));
    step += _HOSTMAP_BASE;
  }
  return step + Math.floor(((_HOSTMAP_BASE - _HOSTMAP_TMIN + 1) * delta) / (delta + _HOSTMAP_SKEW));
}

/**
 * @param {number} step
 * @param {number} bias
 */
function _hostmapThreshold(step, bias) {
  return Math.min(Math.max(step - bias, _HOSTMAP_TMIN), _HOSTMAP_TMAX);
}

/**
 * The lowest code point from `code` on.
 * @param {readonly number[]} points
 * @param {number} code
 */
function _hostmapLowestFrom(points, code) {
  return points.reduce((lowest, point) => (point >= code && point < lowest ? point : lowest), Infinity);
}

/** @param {string} letter */
function _hostmapPoint(letter) {
  return /** @type {number} */ (letter.codePointAt(0));
}

/**
 * The last run that starts at or before a code point.
 * @param {readonly number[]} starts
 * @param {number} codePoint
 */
function _hostmapRun(starts, codePoint) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
