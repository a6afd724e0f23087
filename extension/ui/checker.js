"use strict";
// From the tables to an answer: the one place where page and popup meet the core.

const _CHECKER_KEPT = "lastGoodTables"; // in the storage: the last tables that could be read, whole
const _CHECKER_KEPT_AS = "lastGoodRelease"; // and the release that they came with

/**
 * A rule book ready to judge, or the reason why there is none. Without one nothing is ever called clear. `isStale` tells
 * that the tables of this release cannot be read and those of an earlier one serve.
 * @typedef {Readonly<{rulebook: Rulebook | null, fault: string | null, isStale: boolean}>} Checker
 */

/**
 * Ask the background script for the tables and read them; where they cannot be read, the last good ones.
 * @returns {Promise<Checker>}
 */
async function startChecker() {
  try {
    const tables = await extensionApi().runtime.sendMessage({ type: "tables" });
    if (!tables || tables.error) throw new RulebookError(tables?.error ?? "the tables did not come");
    const rulebook = withWords(loadRulebook(tables));
    void _checkerKeep(tables).catch((error) => console.warn("etle_guard: the tables could not be kept", error));
    return { rulebook, fault: null, isStale: false };
  } catch (error) {
    console.error("etle_guard: the tables cannot be read", error);
    const rulebook = await _checkerLastGood();
    return { rulebook, fault: rulebook ? null : String(error), isStale: rulebook !== null };
  }
}

/**
 * Keep tables that could be read, once for each release.
 * @param {any} tables
 */
async function _checkerKeep(tables) {
  const { runtime, storage } = extensionApi();
  const release = `${runtime.getManifest().version} ${tables.rulebook.version} ${tables.model.weights_sha256}`;
  const kept = await storage.local.get(_CHECKER_KEPT_AS);
  if (kept[_CHECKER_KEPT_AS] === release) return;
  await storage.local.set({ [_CHECKER_KEPT]: tables, [_CHECKER_KEPT_AS]: release });
}

/** @returns {Promise<Rulebook | null>} */
async function _checkerLastGood() {
  try {
    const kept = await extensionApi().storage.local.get(_CHECKER_KEPT);
    return kept[_CHECKER_KEPT] ? withWords(loadRulebook(kept[_CHECKER_KEPT])) : null;
  } catch (error) {
    console.error("etle_guard: the tables that were kept cannot be read", error);
    return null;
  }
}

/**
 * Judge a message, leaving out links to hosts that the person trusts: they count neither against it nor for it.
 * @param {Message} message
 * @param {Rulebook} rulebook
 * @param {readonly string[]} trusted
 * @returns {Verdict}
 */
function checkMessage(message, rulebook, trusted) {
  const verdict = judge(message, rulebook);
  const spans = verdict.links.filter((link) => isUnder(link.host, trusted)).map((link) => link.span);
  return spans.length ? judge({ ...message, text: blanked(message.text, spans) }, rulebook) : verdict;
}

/**
 * Whether a host is one of `domains` or lies under one.
 * @param {string | null} host
 * @param {readonly string[]} domains
 */
function isUnder(host, domains) {
  return host !== null && domains.some((domain) => host === domain || host.endsWith("." + domain));
}

/**
 * A text with spaces in place of `spans`, so that every other span stays where it is.
 * @param {string} text
 * @param {readonly Span[]} spans
 */
function blanked(text, spans) {
  const letters = [...text];
  for (const [start, end] of spans) letters.fill(" ", start, end);
  return letters.join("");
}

/**
 * Whether an official host, or one under an authority's own domain, is what this link opens.
 * @param {Verdict} verdict
 * @param {number} index of the link
 */
function isOfficialLink(verdict, index) {
  return verdict.evidence.some((one) => one.link === index && ["host.official", "host.operated"].includes(one.rule));
}

/**
 * Links that deserve a second thought before they open, by index: dangerous ones, and in a dangerous message every
 * one but the official.
 * @param {Verdict} verdict
 * @returns {number[]}
 */
function riskyLinks(verdict) {
  const isDangerous = verdict.level === Level.DANGER;
  return [...verdict.links.keys()].filter((index) => verdict.links[index].level === Level.DANGER
    || (isDangerous && !isOfficialLink(verdict, index)));
}

/**
 * A host that nobody opens by accident: `example.com` becomes `example[.]com`.
 * @param {string} host
 */
function defanged(host) {
  return host.replaceAll(".", "[.]");
}

/**
 * A warning to paste into a chat, with every doubtful host defanged wherever it stands.
 * @param {Verdict} verdict
 * @param {string} lang
 */
function warningText(verdict, lang) {
  const words = wordsIn(lang);
  const links = verdict.links.filter((link, index) => link.host && !isOfficialLink(verdict, index));
  const findings = verdict.evidence.filter((one) => one.points > 0).slice(0, 3);
  const lines = [
    verdict.level === Level.DANGER ? words.warnDanger : words.warnCaution,
    ...links.map((link) => "• " + say(words.warnLink, { host: link.host ?? "" })),
    ...findings.map((one) => "• " + reason(one, lang)),
    ...advice(verdict, lang).map((step) => "→ " + step),
    words.warnEnd,
  ];
  return _checkerDefangedIn(lines.join("\n"), links);
}

/**
 * @param {string} text
 * @param {readonly LinkVerdict[]} links
 */
function _checkerDefangedIn(text, links) {
  const hosts = new Set(links.flatMap((link) => [link.host, link.registrable]));
  const longestFirst = [...hosts].filter((host) => host !== null).sort((a, b) => b.length - a.length);
  const targets = new Set(links.map((link) => link.target));
  return longestFirst.filter((host) => !targets.has(host))
    .reduce((told, host) => told.replaceAll(host, defanged(host)), text);
}
