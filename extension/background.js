"use strict";
// Hands the exported tables to whoever asks, and shows the state of a WhatsApp tab on the toolbar. Nothing leaves here.

const _BACKGROUND_TABLES = { rulebook: "data/rulebook.json", model: "data/model.json" };

// What the toolbar shows beside the icon, by the state that a page reports; every other state shows nothing.
/** @type {Readonly<Record<string, {text: string, colour: string}>>} */
const _BACKGROUND_BADGES = {
  broken: { text: "!", colour: "#b3261e" },
  unchecked: { text: "!", colour: "#b3261e" },
  stale: { text: "!", colour: "#b3261e" },
  degraded: { text: "?", colour: "#8a5300" },
};

/** @type {any} */
const _backgroundApi = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;

/** The exported files, parsed, by name. Rejects where one is missing or is not JSON. */
async function readTables() {
  const entries = Object.entries(_BACKGROUND_TABLES).map(async ([name, path]) => {
    const response = await fetch(_backgroundApi.runtime.getURL(path));
    return [name, await response.json()];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * @param {string} state
 * @param {number | undefined} tabId
 */
async function showOnToolbar(state, tabId) {
  const { text, colour } = _BACKGROUND_BADGES[state] ?? { text: "", colour: "#000000" };
  await _backgroundApi.action.setBadgeBackgroundColor({ tabId, color: colour });
  await _backgroundApi.action.setBadgeText({ tabId, text });
}

/** @type {Readonly<Record<string, (request: any, sender: any) => Promise<unknown>>>} */
const _BACKGROUND_ANSWERS = {
  tables: () => readTables().catch((error) => ({ error: String(error) })),
  health: (request, sender) => showOnToolbar(request.state, sender.tab?.id),
};

_backgroundApi.runtime.onMessage.addListener(
  (/** @type {any} */ request, /** @type {any} */ sender, /** @type {(answer: unknown) => void} */ respond) => {
    const reply = Object.hasOwn(_BACKGROUND_ANSWERS, request?.type) ? _BACKGROUND_ANSWERS[request.type] : null;
    if (reply === null) return false;
    reply(request, sender).then(respond, () => respond(null));
    return true; // the answer comes later
  },
);
