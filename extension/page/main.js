"use strict";
// Wires the parts: tables and settings are asked for once, then rows are watched, read, judged, marked.

const _MAIN_TAKEOVER = "etle-guard-takeover";
const _MAIN_FRESH = 1500; // ms after a chat opened in which its rows are old news

/** Ask older copies in this page to stop, and remove what those left that cannot hear any more. */
function takeOver() {
  const stop = new AbortController();
  document.dispatchEvent(new CustomEvent(_MAIN_TAKEOVER));
  for (const left of document.querySelectorAll(OWN_ELEMENTS)) left.remove();
  document.addEventListener(_MAIN_TAKEOVER, () => {
    stop.abort();
    unpaintAll();
    for (const left of document.querySelectorAll(OWN_ELEMENTS)) left.remove();
  }, { once: true });
  return stop.signal;
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Guard>}
 */
async function makeGuard(signal) {
  const [settings, checker] = await Promise.all([readSettings(), startChecker()]);
  const lang = languageOf(settings.language, browserLanguage());
  return { ...checker, settings, lang, words: wordsIn(lang), signal, cache: new Map() };
}

/**
 * Follow what the person changes in the settings; `again` is called when it has taken effect.
 * @param {Guard} guard
 * @param {() => void} again
 */
function followSettings(guard, again) {
  watchSettings((settings) => {
    const lang = languageOf(settings.language, browserLanguage());
    Object.assign(guard, { settings, lang, words: wordsIn(lang) });
    guard.cache.clear();
    again();
  }, guard.signal);
}

/** What is known of the rows of the open chat, so that a row is judged again only when it has changed. */
class Desk {
  /** @type {WeakMap<Element, string>} */
  #seen = new WeakMap();
  /** @type {Element | null} */
  #chat = null;
  #opened = 0;

  /** @param {Guard} guard */
  constructor(guard) {
    this.guard = guard;
  }

  /** @param {Node} node */
  rowsIn(node) {
    const chat = openChat();
    if (!chat) return [];
    if (chat !== this.#chat) {
      this.#chat = chat;
      this.#opened = performance.now();
    }
    const rows = node.contains(chat) || chat.contains(node) ? rowsAround(node, chat) : [];
    return rows.length || chat.querySelector(selectorOf("row")) ? rows : looseRows(chat);
  }

  /** @param {Element} row */
  read(row) {
    const reading = readRow(row);
    const signature = signatureOf(reading);
    if (this.#seen.get(row) === signature && isPaintKept(row)) return null;
    const isNew = !this.#seen.has(row) && this.#isLast(row);
    this.#seen.set(row, signature);
    const finding = this.#find(reading, signature);
    return finding && (() => {
      paintRow(finding, this.guard);
      if (isNew) announceFinding(finding, this.guard);
    });
  }

  forget() {
    this.#seen = new WeakMap();
  }

  /** A fault in judging one message must not stop the others; health says that not everything is checked. */
  #find(/** @type {RowReading} */ reading, /** @type {string} */ signature) {
    if (this.guard.rulebook === null) return null;
    try {
      return findIn(reading, this.guard, signature);
    } catch (error) {
      this.guard.fault = String(error);
      console.error("etle_guard: a message could not be judged", error);
      return null;
    }
  }

  /** Whether a row has just come at the end of a chat that has been open for a while. @param {Element} row */
  #isLast(row) {
    if (performance.now() - this.#opened < _MAIN_FRESH) return false;
    for (let at = row; at !== this.#chat && at.parentElement; at = at.parentElement) {
      const next = at.nextElementSibling;
      if (next?.matches(selectorOf("row")) || next?.querySelector(selectorOf("row"))) return false;
    }
    return true;
  }
}

async function startPage() {
  const signal = takeOver();
  const guard = await makeGuard(signal);
  if (signal.aborted) return;
  const desk = new Desk(guard);
  const queue = new RowQueue({
    rowsIn: (node) => desk.rowsIn(node),
    read: (row) => desk.read(row),
    wrote: sweepPaint,
    ignored: (node) => (node instanceof Element ? node : node.parentElement)?.closest(OWN_ELEMENTS) !== null,
  }, signal);
  openAnnouncer();
  watchPage(queue, signal);
  watchScheme(signal);
  startGate(guard);
  queue.add(document.body);
  const health = startHealth(guard);
  answerPopup(health, signal);
  followSettings(guard, () => {
    unpaintAll();
    desk.forget();
    queue.add(document.body);
  });
}

/** @param {AbortSignal} signal */
function watchScheme(signal) {
  const observer = new MutationObserver(paintScheme);
  observer.observe(document.body, { attributes: true, attributeFilter: ["class"] });
  signal.addEventListener("abort", () => observer.disconnect());
  paintScheme();
}

/**
 * Tell the popup how this page is, when it asks.
 * @param {Health} health
 * @param {AbortSignal} signal
 */
function answerPopup(health, signal) {
  const { onMessage } = extensionApi().runtime;
  const listener = (/** @type {any} */ request, /** @type {any} */ _sender, /** @type {(answer: any) => void} */ respond) => {
    if (request?.type === "health?") respond({ state: health.state });
  };
  onMessage.addListener(listener);
  signal.addEventListener("abort", () => onMessage.removeListener(listener));
}

void startPage();
