"use strict";
// What the person may choose. Kept in the browser's own storage for this extension, on this machine only.

/**
 * `trusted` are hosts whose links are left out of the judgement, names under them included.
 * @typedef {Readonly<{language: "auto" | "id" | "en", gate: boolean, trusted: readonly string[]}>} Settings
 */

/** @type {Settings} */
const DEFAULT_SETTINGS = Object.freeze({ language: "auto", gate: true, trusted: Object.freeze([]) });

// What a stored value must be to be used; anything else falls back to the default.
/** @type {Readonly<Record<keyof Settings, (value: any) => boolean>>} */
const _SETTINGS_CHECKS = {
  language: (value) => ["auto", "id", "en"].includes(value),
  gate: (value) => typeof value === "boolean",
  trusted: (value) => Array.isArray(value) && value.every((host) => typeof host === "string" && host !== ""),
};

/**
 * The extension API, under its name in this browser. `null` outside an extension.
 * @returns {any}
 */
function extensionApi() {
  const scope = /** @type {any} */ (globalThis);
  return scope.browser ?? scope.chrome ?? null;
}

/**
 * Settings from what lay in the storage; unusable values become defaults.
 * @param {Record<string, any>} stored
 * @returns {Settings}
 */
function settingsFrom(stored) {
  const keys = /** @type {(keyof Settings)[]} */ (Object.keys(DEFAULT_SETTINGS));
  const values = keys.map((key) => [key, _SETTINGS_CHECKS[key](stored[key]) ? stored[key] : DEFAULT_SETTINGS[key]]);
  return Object.freeze(Object.fromEntries(values));
}

/** @returns {Promise<Settings>} */
async function readSettings() {
  return settingsFrom(await extensionApi().storage.local.get(Object.keys(DEFAULT_SETTINGS)));
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
  const listener = () => void readSettings().then(react);
  storage.onChanged.addListener(listener);
  signal?.addEventListener("abort", () => storage.onChanged.removeListener(listener));
}
