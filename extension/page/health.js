"use strict";
// Whether the guard really works on this page: it says so only after it has caught a row made for the purpose.

const _HEALTH_EVERY = 2000; // ms between looks
const _HEALTH_STEADY = 2; // looks in a row that must agree before bad news is told
const _HEALTH_SAMPLE = 50; // rows at the end of the chat that a look covers

/**
 * What a look at the page shows. `rows` and `read` count mounted rows, and those of them whose text was found by a
 * known marker; `loose` counts blocks read without one.
 * @typedef {Readonly<{fault: boolean, stale: boolean, selfTest: boolean, orphaned: boolean, chat: boolean, list: boolean,
 *   composer: boolean, text: boolean, rows: number, read: number, loose: number}>} Vitals
 */

// The first state whose condition holds is the one to show.
/** @type {readonly (readonly [string, (vitals: Vitals) => boolean])[]} */
const _HEALTH_STATES = [
  ["unchecked", (vitals) => vitals.fault],
  ["broken", (vitals) => !vitals.selfTest],
  ["broken", (vitals) => !vitals.chat && vitals.composer],
  ["broken", (vitals) => vitals.chat && vitals.text && vitals.rows === 0 && vitals.loose === 0],
  ["stale", (vitals) => vitals.stale],
  ["orphaned", (vitals) => vitals.orphaned],
  ["degraded", (vitals) => vitals.rows === 0 && vitals.loose > 0],
  ["degraded", (vitals) => vitals.rows > 4 && vitals.read === 0],
  ["working", (vitals) => vitals.chat && vitals.rows > 0],
  ["waiting", (vitals) => vitals.chat],
  ["no-chat", (vitals) => vitals.list],
  ["waiting", () => true],
];
const _HEALTH_BAD = new Set(["broken", "unchecked", "stale", "orphaned"]);

/** @param {Vitals} vitals */
function stateOf(vitals) {
  const row = _HEALTH_STATES.find(([, holds]) => holds(vitals));
  return row ? row[0] : "waiting";
}

/**
 * Look at the page.
 * @param {Guard} guard
 * @returns {Vitals}
 */
function takeVitals(guard) {
  const chat = openChat();
  const rows = chat ? lastRows(chat, _HEALTH_SAMPLE).filter((row) => !row.querySelector(selectorOf("unmounted"))) : [];
  return {
    fault: guard.fault !== null,
    stale: guard.isStale,
    selfTest: guard.fault !== null || passesSelfTest(guard),
    orphaned: !extensionApi().runtime?.id,
    chat: chat !== null,
    list: document.querySelector(selectorOf("chatList")) !== null,
    composer: document.querySelector(selectorOf("composer")) !== null,
    text: chat !== null && hasText(chat),
    rows: rows.length,
    read: rows.filter((row) => row.querySelector(`${selectorOf("text")}, ${selectorOf("file")}`)).length,
    loose: chat && !rows.length ? looseRows(chat).length : 0,
  };
}

/**
 * Whether a made-up fraud, in a row that is never shown, is read and judged dangerous.
 * @param {Guard} guard
 */
function passesSelfTest(guard) {
  const text = "Surat tilang ETLE Anda: https://tilang-kejaksaan-contoh.top/id";
  const row = element("div", { "data-id": "self-test" },
    element("div", { "data-pre-plain-text": "[10:00, 1/1/2026] +62 800-0000-0000: " },
      element("span", { "data-testid": "selectable-text" }, text)));
  const finding = findIn(readRow(row), guard);
  const [marked] = markedRanges(finding);
  return finding.level === Level.DANGER && marked?.range.startContainer instanceof Text;
}

/**
 * Watch over the guard and tell the toolbar, the popup and, when it is bad, the person.
 * @param {Guard} guard
 */
function startHealth(guard) {
  const health = new Health(guard);
  const timer = setInterval(() => health.look(), _HEALTH_EVERY);
  guard.signal.addEventListener("abort", () => clearInterval(timer));
  health.look();
  return health;
}

class Health {
  state = "waiting";
  #seen = "";
  #count = 0;
  /** @type {HTMLElement | null} */
  #bar = null;
  #dismissed = "";

  /** @param {Guard} guard */
  constructor(guard) {
    this.guard = guard;
  }

  look() {
    const state = stateOf(takeVitals(this.guard));
    this.#count = state === this.#seen ? this.#count + 1 : 1;
    this.#seen = state;
    if (state === this.state || (_HEALTH_BAD.has(state) && this.#count < _HEALTH_STEADY)) return;
    this.state = state;
    this.#showBar();
    if (state !== "orphaned") void this.tell();
  }

  /** Tell the toolbar. An orphaned copy has nobody left to tell, which is no fault of this page. */
  async tell() {
    try {
      await extensionApi().runtime.sendMessage({ type: "health", state: this.state });
    } catch (error) {
      if (extensionApi().runtime?.id) console.warn("etle_guard: the toolbar did not hear", error);
    }
  }

  #showBar() {
    const { words, lang } = this.guard;
    this.#bar?.remove();
    this.#bar = null;
    if (!_HEALTH_BAD.has(this.state) || this.#dismissed === this.state) return;
    const sentence = wordsOfState(words, this.state);
    const close = element("button", { type: "button" }, words.dismiss);
    this.#bar = shadowed("etle-bar", pageSheet(), element("div", { class: "bar" }, element("span", {}, sentence), close));
    this.#bar.setAttribute("lang", lang);
    this.#bar.toggleAttribute("data-dark", isDarkPage());
    close.addEventListener("click", () => {
      this.#dismissed = this.state;
      this.#bar?.remove();
    });
    document.body.append(this.#bar);
    announce(sentence);
  }
}
