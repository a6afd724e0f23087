"use strict";
// What the person may choose, and what an office may have chosen for him. Kept in the browser, on this machine only.

/**
 * `sensitivity` tells what is marked: everything doubtful, or danger alone. `trusted` are hosts whose links are left out
 * of the judgement, names under them included; `senders` are numbers and saved names whose doubtful messages stay
 * unmarked. `contact` says whom to ask; only an office sets it. `pinned` are the keys that an office has set.
 * @typedef {Readonly<{language: "auto" | "id" | "en", sensitivity: "all" | "danger", gate: boolean,
 *   trusted: readonly string[], senders: readonly string[], contact: string, pinned: readonly string[]}>} Settings
 */

const SETTINGS_FORMAT = 1; // of the file that settings are kept in outside the browser
const _SETTINGS_MOST = 500; // entries of a list
const _SETTINGS_LONGEST = 253; // letters of an entry: a host name has no more, RFC 1035

/**
 * A setting: what holds until it is chosen, what a value must be, how that is said, and whether only an office sets it.
 * @typedef {Readonly<{initial: any, holds: (value: any) => boolean, expected: string, isOffices?: boolean}>} Setting
 */

/** @type {Setting} */
const _SETTINGS_LIST = { initial: Object.freeze([]), holds: _settingsIsList, expected: `["…"] ≤ ${_SETTINGS_MOST}` };

// Twin of managed-schema.json.
/** @type {Readonly<Record<string, Setting>>} */
const SETTINGS = {
  language: _settingsChoice("auto", "id", "en"),
  sensitivity: _settingsChoice("all", "danger"),
  gate: { initial: true, holds: (value) => typeof value === "boolean", expected: "true, false" },
  trusted: _SETTINGS_LIST,
  senders: _SETTINGS_LIST,
  contact: { initial: "", holds: _settingsIsEntry, expected: `"…" ≤ ${_SETTINGS_LONGEST}`, isOffices: true },
};

/**
 * @param {...string} values the first holds until another is chosen
 * @returns {Setting}
 */
function _settingsChoice(...values) {
  return { initial: values[0], holds: (value) => values.includes(value), expected: values.join(", ") };
}

/** @param {any} value */
function _settingsIsEntry(value) {
  return typeof value === "string" && value.length <= _SETTINGS_LONGEST;
}

/** @param {any} value */
function _settingsIsList(value) {
  return Array.isArray(value) && value.length <= _SETTINGS_MOST && value.every((one) => one !== "" && _settingsIsEntry(one));
}

/** The settings that a person chooses himself. */
function _settingsOwn() {
  return Object.entries(SETTINGS).filter(([, { isOffices }]) => !isOffices);
}

/**
 * The extension API, under its name in this browser. `null` outside an extension.
 * @returns {any}
 */
function extensionApi() {
  const scope = /** @type {any} */ (globalThis);
  return scope.browser ?? scope.chrome ?? null;
}

/**
 * Settings from what lay in the storage; unusable values become defaults, and what an office has set comes first.
 * @param {Record<string, any>} stored
 * @param {Record<string, any>} [managed]
 * @returns {Settings}
 */
function settingsFrom(stored, managed = {}) {
  const initial = Object.entries(SETTINGS).map(([key, setting]) => [key, setting.initial]);
  const own = _settingsUsable(_settingsOwn(), stored);
  const pinned = _settingsUsable(Object.entries(SETTINGS), managed);
  const values = Object.fromEntries([...initial, ...own, ...pinned]);
  return Object.freeze({ ...values, pinned: Object.freeze(pinned.map(([key]) => key)) });
}

/**
 * @param {readonly [string, Setting][]} settings
 * @param {Record<string, any>} values
 * @returns {[string, any][]}
 */
function _settingsUsable(settings, values) {
  const usable = settings.filter(([key, { holds }]) => Object.hasOwn(values, key) && holds(values[key]));
  return usable.map(([key]) => [key, values[key]]);
}

/** @returns {Promise<Settings>} */
async function readSettings() {
  const { local, managed } = extensionApi().storage;
  const keys = Object.keys(SETTINGS);
  // Firefox rejects where no office manages this browser, which is nearly everywhere.
  const [stored, set] = await Promise.all([local.get(keys), managed.get(keys).catch(() => ({}))]);
  return settingsFrom(stored, set);
}

/** @param {Partial<Settings>} changed */
async function writeSettings(changed) {
  await extensionApi().storage.local.set(changed);
}

/**
 * Call `react` with the new settings after each change, until the signal aborts.
 * @param {(settings: Settings) => void} react
 * @param {AbortSignal} [signal]
 */
function watchSettings(react, signal) {
  const { storage } = extensionApi();
  const listener = (/** @type {Record<string, unknown>} */ changes) => {
    if (Object.keys(changes).some((key) => Object.hasOwn(SETTINGS, key))) void readSettings().then(react);
  };
  storage.onChanged.addListener(listener);
  signal?.addEventListener("abort", () => storage.onChanged.removeListener(listener));
}

/**
 * Settings as a file for another machine; what only an office sets is left out.
 * @param {Settings} settings
 */
function settingsFile(settings) {
  const own = _settingsOwn().map(([key]) => [key, settings[/** @type {keyof Settings} */ (key)]]);
  return JSON.stringify({ etle_guard_settings: SETTINGS_FORMAT, ...Object.fromEntries(own) }, null, 2) + "\n";
}

/**
 * What a file of settings holds. Throws RangeError with key, value and what was expected, and then nothing is changed.
 * @param {string} text
 * @returns {Partial<Settings>}
 */
function settingsFromFile(text) {
  /** @type {any} */
  let found = null;
  try {
    found = JSON.parse(text);
  } catch {
    throw new RangeError("JSON");
  }
  if (found?.etle_guard_settings !== SETTINGS_FORMAT) throw _settingsFault("etle_guard_settings", found?.etle_guard_settings, "1");
  const { etle_guard_settings: _format, ...values } = found;
  const own = new Map(_settingsOwn());
  for (const [key, value] of Object.entries(values)) {
    const setting = own.get(key);
    if (!setting?.holds(value)) throw _settingsFault(key, value, setting?.expected ?? "—");
  }
  return values;
}

/**
 * @param {string} key
 * @param {unknown} value
 * @param {string} expected
 */
function _settingsFault(key, value, expected) {
  const shown = JSON.stringify(value) ?? "—";
  return new RangeError(`${key.slice(0, 40)} = ${shown.length > 60 ? shown.slice(0, 59) + "…" : shown} (${expected})`);
}
