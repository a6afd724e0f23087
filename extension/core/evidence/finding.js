"use strict";
// How a rule states what it found: one piece of evidence with the weight and wording of its card.
// Twin of etle_guard/evidence/finding.py.

/**
 * One finding of `rule`. The rule's card must be in the rule book; `detail` fills its sentence.
 * @param {Rulebook} rulebook
 * @param {string} rule
 * @param {Span | null} [span]
 * @param {string | null} [subject]
 * @param {number | null} [link]
 * @param {Record<string, string>} [detail]
 * @returns {Evidence}
 */
function finding(rulebook, rule, span = null, subject = null, link = null, detail = {}) {
  const card = rulebook.cards.get(rule);
  if (card === undefined) throw new RulebookError(`rulebook.json: rule ${rule} is missing`);
  return { rule, points: card.points, span, subject, detail, link, card };
}
