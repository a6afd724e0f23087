"use strict";
// A verdict as one JSON object on one line: the same bytes from both languages.
// Twin of etle_guard/present/record.py.

/**
 * The verdict as plain values, keys in the order of the contract.
 * @param {Verdict} verdict
 * @param {string | number | null} [id]
 */
function record(verdict, id = null) {
  return {
    id,
    level: levelLabel(verdict.level),
    points: verdict.points,
    topic: verdict.topic,
    complete: verdict.complete,
    links: verdict.links.map(_recordLink),
    evidence: verdict.evidence.map(_recordEvidence),
  };
}

/** @param {LinkVerdict} link */
function _recordLink({ text, span, host, level, target }) {
  return { text, span, host, level: levelLabel(level), target };
}

/** @param {Evidence} one */
function _recordEvidence({ rule, points, span, subject }) {
  return { rule, points, span, subject };
}

/**
 * One line of JSON: no spaces, nothing escaped but what JSON demands and lone surrogates.
 * @param {object} value
 */
function jsonLine(value) {
  return JSON.stringify(value);
}
