"use strict";
// Watches the page and hands on rows: read in short slices while the browser is idle, written in as few goes as may be.

const _OBSERVE_SLICE = 8; // ms of reading before the page gets its turn
const _OBSERVE_WRITE = 24; // ms of writing before the page gets its turn; each turn costs the page a new layout
const _OBSERVE_PATIENCE = 250; // ms after which reading does not wait for an idle moment any more
const _OBSERVE_HELD = 400; // ms after which what was found so far is written although more is to be read

/**
 * @typedef {Readonly<{rowsIn: (node: Node) => Iterable<Element>, read: (row: Element) => (() => void) | null,
 *   wrote: () => void, ignored: (node: Node) => boolean}>} RowWork
 *   `read` looks at a row and returns what is to be written for it; `wrote` is called after each time of writing
 */

/** A queue of rows between the page and their readers. */
class RowQueue {
  /** @type {Set<Element>} */
  #rows = new Set();
  /** @type {(() => void)[]} */
  #writes = [];
  #isScheduled = false;
  #since = 0;

  /**
   * @param {RowWork} work
   * @param {AbortSignal} signal
   */
  constructor(work, signal) {
    this.work = work;
    this.signal = signal;
  }

  /** Queue every row in or around a node. @param {Node} node */
  add(node) {
    if (this.work.ignored(node)) return;
    for (const row of this.work.rowsIn(node)) this.#rows.add(row);
    if (this.#rows.size) this.#schedule();
  }

  #schedule() {
    if (this.#isScheduled || this.signal.aborted) return;
    this.#isScheduled = true;
    this.#since ||= performance.now();
    requestIdleCallback(() => this.#slice(), { timeout: _OBSERVE_PATIENCE });
  }

  #slice() {
    this.#isScheduled = false;
    const start = performance.now();
    for (const row of this.#newestFirst()) {
      this.#rows.delete(row);
      const write = row.isConnected ? this.work.read(row) : null;
      if (write) this.#writes.push(write);
      if (performance.now() - start > _OBSERVE_SLICE) break;
    }
    if (!this.#rows.size || performance.now() - this.#since > _OBSERVE_HELD) this.#write();
    if (this.#rows.size || this.#writes.length) this.#schedule();
  }

  /** A chat opens at its end, so the rows that a person sees first come last in the page. */
  #newestFirst() {
    return [...this.#rows].reverse();
  }

  #write() {
    if (this.signal.aborted) return;
    const start = performance.now();
    let written = 0;
    while (written < this.#writes.length && performance.now() - start < _OBSERVE_WRITE) this.#writes[written++]();
    this.#writes.splice(0, written);
    if (!this.#writes.length) this.#since = 0;
    this.work.wrote();
  }
}

/**
 * Queue rows as the page changes, until the signal aborts. What changes inside our own elements does not count.
 * @param {RowQueue} queue
 * @param {AbortSignal} signal
 */
function watchPage(queue, signal) {
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type !== "childList" || change.removedNodes.length) queue.add(change.target);
      for (const node of change.addedNodes) queue.add(node);
    }
  });
  observer.observe(document.body, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["href", "title"],
  });
  signal.addEventListener("abort", () => observer.disconnect());
}
