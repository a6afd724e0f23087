"use strict";
// The only file that knows WhatsApp Web's markup. Each row of the table names a thing in the page, a selector for it,
// from when to when it was seen, and the page in tests/samples that shows it. A row stays while any build may have it.

/**
 * `seen` is a range of months; `sample` a page in tests/samples/markup.
 * @typedef {Readonly<{css: string, seen: string, sample: string}>} Sighting
 */

/** @type {Readonly<Record<string, readonly Sighting[]>>} */
const WHATSAPP = {
  app: [{ css: "#app", seen: "2019..2026-10", sample: "2026-09" }],
  chatList: [
    { css: "#pane-side", seen: "2019..2026-10", sample: "2026-09" },
    { css: "#side", seen: "2019..2026-10", sample: "2026-09" },
  ],
  chat: [{ css: "#main", seen: "2019..2026-10", sample: "2026-09" }],
  composer: [
    { css: 'footer [contenteditable="true"]', seen: "2021..2026-10", sample: "2026-09" },
  ],
  apart: [ // stands in the chat but is no message
    { css: "header", seen: "2019..2026-10", sample: "2026-09" },
    { css: "footer", seen: "2019..2026-10", sample: "2026-09" },
  ],
  row: [
    { css: '[role="row"]', seen: "2023..2024, 2026-07..2026-10", sample: "2026-07" },
    { css: "[data-id]", seen: "2019..2026-10", sample: "2026-04" },
  ],
  unmounted: [{ css: '[data-virtualized="true"]', seen: "2026-04..2026-10", sample: "2026-09" }],
  notice: [{ css: '[data-testid="msg-notification-container"]', seen: "2026-07..2026-10", sample: "2026-07" }],
  bubble: [
    { css: '[data-testid="msg-container"]', seen: "2021..2023, 2026-07..2026-10", sample: "2026-07" },
    { css: ".message-in", seen: "2018..2026-07", sample: "2024" },
    { css: ".message-out", seen: "2018..2026-07", sample: "2024" },
  ],
  text: [
    { css: '[data-testid~="selectable-text"]', seen: "2026-04..2026-10", sample: "2026-09" },
    { css: ".selectable-text", seen: "2020..2026-04", sample: "2024" },
  ],
  stamp: [{ css: '[data-pre-plain-text^="["]', seen: "2018..2026-10", sample: "2026-09" }],
  quote: [
    { css: '[data-testid="quoted-message"]', seen: "2021..2023, 2026-07..2026-10", sample: "2026-07" },
    { css: '[aria-label="Quoted message"]', seen: "2023..2026-10", sample: "2024" },
    { css: '[aria-label="Pesan yang dikutip"]', seen: "2023..2026-10", sample: "2026-04" },
    { css: ".quoted-mention", seen: "2018..2026-04", sample: "2024" },
  ],
  readMore: [
    { css: ".read-more-button", seen: "2021..2026-10", sample: "2024" },
    { css: '[data-testid="caption-read-more-button"]', seen: "2026-04..2026-10", sample: "2026-09" },
  ],
  link: [{ css: "a[href]", seen: "2015..2026-10", sample: "2026-09" }],
  file: [
    { css: '[data-testid="document-thumb"]', seen: "2021..2023, 2026-07..2026-10", sample: "2026-07" },
    { css: '[role="button"]:has([data-icon^="document-"])', seen: "2023..2026-10", sample: "2026-04" },
    { css: `[role="button"][title*='"'][title*="."]`, seen: "2020..2026-10", sample: "2026-04" }, // `Unduh "Surat.apk"`
  ],
  fileType: [{ css: '[data-meta-key="type"]', seen: "2023..2026-10", sample: "2026-09" }],
  fileName: [{ css: 'span[dir="auto"]', seen: "2019..2026-10", sample: "2026-09" }],
  author: [{ css: 'span[aria-label$=":"]', seen: "2022..2026-10", sample: "2026-09" }],
  sent: [
    { css: ".message-out", seen: "2018..2026-07", sample: "2024" },
    { css: '[data-id^="true_"]', seen: "2016..2026-09", sample: "2024" },
    { css: '[data-icon="tail-out"]', seen: "2019..2026-10", sample: "2026-09" },
    { css: '[data-icon*="dblcheck"]', seen: "2018..2026-10", sample: "2026-09" }, // delivery ticks: own messages only
    { css: '[data-icon*="msg-check"]', seen: "2018..2026-10", sample: "2026-09" },
  ],
  received: [
    { css: ".message-in", seen: "2018..2026-07", sample: "2024" },
    { css: '[data-id^="false_"]', seen: "2016..2026-09", sample: "2024" },
    { css: '[data-icon="tail-in"]', seen: "2019..2026-10", sample: "2026-09" },
  ],
};

const _WHATSAPP_OWN_LABELS = new Set(["You:", "Anda:", "Kamu:", "Tú:", "Você:", "أنت:", "Vous:", "Du:"]);
const _WHATSAPP_QUOTED = /["“„«](.+)["”“»]/s; // the name in `Unduh "Surat.apk"`, whatever the verb
const _WHATSAPP_FILE = /^[^\n/]{1,200}\.[A-Za-z0-9]{2,5}$/;
const _WHATSAPP_FEW = 40; // characters of names and hours that an empty chat shows
const _WHATSAPP_TYPED = /\.[A-Za-z0-9]{2,5}$/; // enough for what stands in quotes: a sender may name a file at will

/** Selector of everything that the table calls by this name. */
const _whatsappCss = Object.fromEntries(
  Object.entries(WHATSAPP).map(([name, rows]) => [name, rows.map((row) => row.css).join(", ")]));

/** @param {string} name of a row of the table */
function selectorOf(name) {
  return _whatsappCss[name];
}

// What a row is read by; one look finds all of it.
const _WHATSAPP_PARTS = ["text", "quote", "readMore", "link", "file", "notice", "stamp", "author", "sent", "received"];
const _whatsappPartsCss = _WHATSAPP_PARTS.map(selectorOf).join(", ");

/**
 * What the table knows in a row, by its name there, in the order of the page; the row itself may be a part.
 * @typedef {Readonly<Record<string, readonly Element[]>>} Parts
 *
 * @param {Element} row
 * @returns {Parts}
 */
function partsOf(row) {
  /** @type {Record<string, Element[]>} */
  const parts = Object.fromEntries(_WHATSAPP_PARTS.map((name) => [name, []]));
  for (const found of [row, ...row.querySelectorAll(_whatsappPartsCss)]) {
    for (const name of _WHATSAPP_PARTS) if (found.matches(selectorOf(name))) parts[name].push(found);
  }
  return parts;
}

/** Whether the page shows dark colours. */
function isDarkPage() {
  return document.body.classList.contains("dark");
}

/**
 * The open chat; null where none is open.
 * @returns {Element | null}
 */
function openChat() {
  return document.querySelector(selectorOf("chat"));
}

/**
 * The rows of messages in or around `node`, outermost ones, in the order of the page.
 * @param {Node} node
 * @param {Element} chat
 * @returns {Element[]}
 */
function rowsAround(node, chat) {
  const start = node instanceof Element ? node : node.parentElement;
  if (!start || start.closest(selectorOf("apart"))) return [];
  const outer = _whatsappOutermost(start, chat);
  if (outer) return [outer];
  // In the order of the page a nested match follows its ancestor, so one look back is enough.
  /** @type {Element[]} */
  const rows = [];
  for (const found of start.querySelectorAll(selectorOf("row"))) {
    if (chat.contains(found) && !rows.at(-1)?.contains(found)) rows.push(found);
  }
  return rows;
}

/**
 * The last rows of the chat, at most so many, the last one first; found from the end, so that a long chat costs no more.
 * @param {Element} chat
 * @param {number} count
 */
function lastRows(chat, count) {
  const css = selectorOf("row");
  const walker = document.createTreeWalker(chat, NodeFilter.SHOW_ELEMENT);
  /** @type {Set<Element>} */
  const rows = new Set();
  while (walker.lastChild());
  for (let node = walker.currentNode; node !== chat && rows.size < count; node = walker.previousNode() ?? chat) {
    const outer = /** @type {Element} */ (node).matches(css) ? _whatsappOutermost(/** @type {Element} */ (node), chat) : null;
    if (outer && !outer.closest(selectorOf("apart"))) rows.add(outer);
  }
  return [...rows];
}

/**
 * Whether the chat shows more than a few characters.
 * @param {Element} chat
 */
function hasText(chat) {
  const walker = document.createTreeWalker(chat, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (length <= _WHATSAPP_FEW && walker.nextNode()) length += walker.currentNode.nodeValue?.trim().length ?? 0;
  return length > _WHATSAPP_FEW;
}

/**
 * @param {Element} start
 * @param {Element} chat
 * @returns {Element | null}
 */
function _whatsappOutermost(start, chat) {
  let outer = null;
  for (let at = start.closest(selectorOf("row")); at && chat.contains(at) && at !== chat;) {
    outer = at;
    at = at.parentElement?.closest(selectorOf("row")) ?? null;
  }
  return outer;
}

/**
 * Where no row is known: the smallest blocks of the chat that hold text of their own.
 * @param {Element} chat
 * @returns {Element[]}
 */
function looseRows(chat) {
  const walker = document.createTreeWalker(chat, NodeFilter.SHOW_TEXT);
  /** @type {Set<Element>} */
  const blocks = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const block = parent?.closest("p, div, section, li");
    if (!block || block.contains(chat) || !node.nodeValue?.trim()) continue;
    if (!parent?.closest(`${selectorOf("apart")}, ${OWN_ELEMENTS}`)) blocks.add(block);
  }
  return [...blocks];
}

/**
 * Where a mark of ours is appended to a row.
 * @param {Element} row
 */
function bubbleOf(row) {
  return row.querySelector(selectorOf("bubble")) ?? row.querySelector(selectorOf("stamp"))?.parentElement ?? row;
}

/**
 * Whether a row is a message of the person's own; null where nothing tells.
 * @param {Parts} parts
 * @returns {boolean | null}
 */
function isSent(parts) {
  if (parts.sent.length) return true;
  if (parts.received.length) return false;
  const author = parts.author[0]?.getAttribute("aria-label");
  return author ? _WHATSAPP_OWN_LABELS.has(author) : null;
}

/**
 * Who wrote a row, as the page calls them: a number or a name.
 * @param {Parts} parts
 * @returns {string | null}
 */
function senderOf(parts) {
  const stamp = /^\[[^\]]*\]\s*(.+?):\s*$/s.exec(_whatsappStamp(parts));
  const label = parts.author[0]?.getAttribute("aria-label") ?? "";
  const name = (stamp?.[1] ?? label.slice(0, -1)).trim();
  return name === "" || _WHATSAPP_OWN_LABELS.has(name + ":") ? null : name;
}

/** @param {Parts} parts */
function _whatsappStamp(parts) {
  return parts.stamp[0]?.getAttribute("data-pre-plain-text") ?? "";
}

/**
 * The day of a row as YYYY-MM-DD. Its order of day and month follows the person's settings, so the day is null unless
 * a number above 12, or the language of the page, tells which is which.
 * @param {Parts} parts
 * @returns {string | null}
 */
function sentOnOf(parts) {
  const found = /[[ ](\d{1,2})[/.-](\d{1,2})[/.-](\d{4})[\],]/.exec(_whatsappStamp(parts));
  if (!found) return null;
  const [first, second, year] = found.slice(1).map(Number);
  const isDayFirst = first > 12 || (second <= 12 && document.documentElement.lang.startsWith("id"));
  if (!isDayFirst && second <= 12) return first === second ? _whatsappDay(year, first, second) : null;
  return isDayFirst ? _whatsappDay(year, second, first) : _whatsappDay(year, first, second);
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function _whatsappDay(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? [year, month, day].map((part) => String(part).padStart(2, "0")).join("-") : null;
}

/**
 * The name of an attached file; where only its type is known, a name that has that type. Null if it is no file.
 * @param {Element} tile
 * @returns {string | null}
 */
function fileNameOf(tile) {
  const title = tile.getAttribute("title") ?? tile.getAttribute("aria-label") ?? "";
  const texts = [...tile.querySelectorAll(selectorOf("fileName"))].map((span) => span.textContent?.trim() ?? "");
  const quoted = _WHATSAPP_QUOTED.exec(title)?.[1] ?? "";
  if (_WHATSAPP_TYPED.test(quoted)) return quoted;
  const type = tile.querySelector(selectorOf("fileType"))?.textContent?.trim() ?? "";
  return [title, ...texts].find((name) => _WHATSAPP_FILE.test(name)) ?? (type ? `?.${type.toLowerCase()}` : null);
}

/**
 * The file that a click on `target` would open, and its name.
 * @param {Element} target
 * @returns {{tile: Element, name: string} | null}
 */
function fileAt(target) {
  const tile = target.closest(selectorOf("file"));
  const name = tile && fileNameOf(tile);
  return tile && name ? { tile, name } : null;
}
