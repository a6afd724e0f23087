"use strict";
// Holds back a click or key that would open something dangerous, before WhatsApp sees it, and asks first.

const _GATE_KEYS = new Set(["Enter", " "]);
const _GATE_MEMORY = 1500; // ms in which a link without a row still belongs to the row that was clicked

/**
 * What is about to be opened, and what is held against it.
 * @typedef {Readonly<{target: HTMLElement, href: string | null, view: HTMLElement}>} Held
 */

/**
 * Stand between the person and the page until the guard's signal aborts.
 * @param {Guard} guard
 */
function startGate(guard) {
  const gate = new Gate(guard);
  for (const type of ["click", "auxclick", "keydown"]) {
    window.addEventListener(type, (event) => gate.meet(event), { capture: true, signal: guard.signal });
  }
}

class Gate {
  /** @type {Element | null} */
  #passing = null;
  #isAsking = false;
  /** @type {{row: Element, time: number} | null} */
  #last = null;

  /** @param {Guard} guard */
  constructor(guard) {
    this.guard = guard;
  }

  /** Let an event through, or hold it and ask. @param {Event} event */
  meet(event) {
    const { target } = event;
    if (!(target instanceof Element) || target.closest(OWN_ELEMENTS)) return;
    if (event instanceof KeyboardEvent && !_GATE_KEYS.has(event.key)) return;
    if (event instanceof MouseEvent && event.button === 2) return; // the browser's own menu
    this.#remember(target, event);
    const { guard } = this;
    if (!guard.settings.gate || guard.rulebook === null) return;
    const held = this.#heldFile(target) ?? (event instanceof KeyboardEvent ? null : this.#heldLink(target));
    if (!held || held.target === this.#passing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.#ask(held);
  }

  /**
   * @param {Element} target
   * @param {Event} event
   */
  #remember(target, event) {
    const chat = openChat();
    const [row] = chat?.contains(target) ? rowsAround(target, chat) : [];
    if (row && event.isTrusted) this.#last = { row, time: performance.now() };
  }

  /** @param {Held} held */
  async #ask(held) {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const isWanted = await askBeforeOpening(held.view, this.guard);
    this.#isAsking = false;
    if (isWanted) this.#pass(held);
    else held.target.focus?.();
  }

  /** One click goes through; the next one is met again. @param {Held} held */
  #pass({ target, href }) {
    if (!target.isConnected) {
      if (href && /^https?:/i.test(href)) window.open(href, "_blank", "noopener,noreferrer");
      return;
    }
    this.#passing = target;
    target.click();
    this.#passing = null;
  }

  /**
   * @param {Element} target
   * @returns {Held | null}
   */
  #heldFile(target) {
    const chat = openChat();
    const file = fileAt(target);
    if (!file || !chat?.contains(target)) return null;
    const { guard } = this;
    const finding = findIn(readRow(rowsAround(file.tile, chat)[0] ?? file.tile), guard);
    const evidence = evidenceAgainstFile(finding, file.name);
    if (!evidence.length) return null;
    const view = verdictView(finding.judged.message,
      { lang: guard.lang, whole: true, heading: guard.words.gateFile, links: [], evidence, brief: true });
    return { target: /** @type {HTMLElement} */ (file.tile), href: null, view };
  }

  /**
   * A card that shows a link has no anchor: WhatsApp clicks a hidden one outside the chat. So every anchor counts.
   * @param {Element} target
   * @returns {Held | null}
   */
  #heldLink(target) {
    const anchor = target.closest("a");
    if (!anchor) return null;
    const finding = this.#findingFor(anchor);
    const index = finding && riskyLinkAt(finding, anchor);
    return finding && index !== null ? this.#linkHeld(anchor, finding.judged.message, index) : this.#loneLink(anchor);
  }

  /** @param {HTMLAnchorElement} anchor */
  #findingFor(anchor) {
    const chat = openChat();
    const [own] = chat?.contains(anchor) ? rowsAround(anchor, chat) : [];
    const isRecent = this.#last !== null && performance.now() - this.#last.time < _GATE_MEMORY;
    const row = own ?? (isRecent ? this.#last?.row : null);
    return row ? findIn(readRow(row), this.guard) : null;
  }

  /**
   * @param {HTMLAnchorElement} anchor
   * @returns {Held | null}
   */
  #loneLink(anchor) {
    const { rulebook, settings } = this.guard;
    if (rulebook === null || !/^https?:/.test(anchor.href)) return null;
    const verdict = checkMessage({ text: anchor.getAttribute("href") ?? "" }, rulebook, settings.trusted);
    const [index] = riskyLinks(verdict);
    return index === undefined ? null : this.#linkHeld(anchor, verdict, index);
  }

  /**
   * @param {HTMLAnchorElement} anchor
   * @param {Verdict} verdict
   * @param {number} index
   * @returns {Held}
   */
  #linkHeld(anchor, verdict, index) {
    const { lang, words } = this.guard;
    const own = verdict.evidence.filter((one) => one.link === index);
    const evidence = weightiest(own).length ? own : verdict.evidence;
    const shown = { ...verdict, level: Level.DANGER };
    const view = verdictView(shown, { lang, whole: true, heading: words.gateLink, links: [index], evidence, brief: true });
    return { target: anchor, href: anchor.href, view };
  }
}
