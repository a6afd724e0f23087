"use strict";
// What stands above a verdict, and what to do now: sentences of the tables, chosen when somebody asks.
// Twin of etle_guard/counsel.py.

/**
 * Every heading, and every step by its situation.
 * @typedef {Readonly<{steps: ReadonlyMap<string, readonly Advice[]>, headings: readonly Heading[]}>} Counsel
 */

/** @type {Counsel} */
const NO_COUNSEL = { steps: new Map(), headings: [] };

/**
 * The first heading of a level as people see it (`clear`, `caution`, `danger`, `unchecked`).
 * @param {Counsel} counsel
 * @param {string} face
 * @param {ReadonlySet<string>} met the rules and traits that were found
 * @returns {Heading | null}
 */
function counselHeading({ headings }, face, met) {
  return headings.find((one) => one.level === face && _counselFits(one, met)) ?? null;
}

/**
 * On receipt where there is something to beware of; how to check where it is about a ticket.
 * @param {Counsel} counsel
 * @param {ReadonlySet<string>} met the rules and traits that were found
 * @param {boolean} isClear
 * @returns {readonly Advice[]}
 */
function counselAdvice({ steps }, met, isClear) {
  if (!isClear) return (steps.get("received") ?? []).filter((step) => _counselFits(step, met));
  const isAboutTicket = met.has("text.ticket") || met.has("host.official");
  return isAboutTicket ? steps.get("verify") ?? [] : [];
}

/**
 * Counsel from the rows of `advice` and of `wordings`.
 * @param {readonly Row[]} steps
 * @param {readonly Row[]} headings
 * @returns {Counsel}
 */
function makeCounsel(steps, headings) {
  /** @type {Map<string, Advice[]>} */
  const bySituation = new Map();
  for (const { situation, when, unless, id, en } of [...steps].sort((a, b) => a.order - b.order)) {
    const step = { situation, says: { id, en }, when: when ?? [], unless: unless ?? [] };
    bySituation.set(situation, [...(bySituation.get(situation) ?? []), step]);
  }
  return { steps: bySituation, headings: headings.map(_counselHeading) };
}

/**
 * @param {Row} row
 * @returns {Heading}
 */
function _counselHeading({ level, when, unless, id, en }) {
  return { level, when, unless, says: { id, en } };
}

/** @param {Advice | Heading} one @param {ReadonlySet<string>} met */
function _counselFits({ when, unless }, met) {
  return when.every((name) => met.has(name)) && !unless.some((name) => met.has(name));
}
