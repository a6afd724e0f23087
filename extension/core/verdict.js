"use strict";
// The verdict: integer points, the few combination rules, a level. Thresholds and rows come from combinations.toml.
// Twin of etle_guard/verdict.py.

const _VERDICT_TO_OPEN = ["notice.app", "notice.assembles"]; // what is yet to be put together is to be opened, too
const _VERDICT_KNOWN = new Set(["host.official", "host.operated", "host.ordinary"]);

/**
 * Weigh what was found. The points of a silenced finding are 0, so that points always add up.
 * @param {Parsed} parsed
 * @param {readonly Evidence[]} evidence
 * @param {Rulebook} rulebook
 * @returns {Verdict}
 */
function weigh(parsed, evidence, rulebook) {
  const table = rulebook.combinations;
  const found = new Set(evidence.map((one) => one.rule));
  const heard = _verdictSilenced(evidence, found, parsed, table);
  const points = _verdictPoints(heard);
  const caps = table.caps.filter((row) => _verdictApplies(row, found)).map(_verdictCap);
  const byLink = _verdictByLink(evidence, parsed.links.length);
  const links = parsed.links.map((link, index) => _verdictLinkVerdict(link, byLink[index], table));
  const level = Math.min(_verdictLevel(points, table), ...caps);
  return {
    level,
    points,
    topic: parsed.reading.topic,
    complete: parsed.reading.complete && parsed.links.every((link) => link.host.kind !== "unreadable"),
    links,
    evidence: heard.sort(_verdictOrder),
    met: new Set([...found, ..._verdictTraits(parsed, found, links, byLink), ..._verdictStance(level, found)]),
    counsel: rulebook.counsel,
  };
}

/**
 * @param {Evidence} a
 * @param {Evidence} b
 */
function _verdictOrder(a, b) {
  const [aStart, aEnd] = a.span ?? [-1, -1];
  const [bStart, bEnd] = b.span ?? [-1, -1];
  return b.points - a.points || compareText(a.rule, b.rule) || aStart - bStart || aEnd - bEnd
    || compareText(a.subject ?? "", b.subject ?? "");
}

/**
 * @param {Row} row
 * @param {ReadonlySet<string>} found
 */
function _verdictApplies(row, found) {
  const isFound = (/** @type {string} */ rule) => found.has(rule);
  return row.when.every(isFound) && !row.unless.some(isFound);
}

/** @param {Row} row */
function _verdictCap(row) {
  return /** @type {number} */ (levelOf(row.level)); // checked by rulebook
}

/** @param {readonly Evidence[]} evidence */
function _verdictPoints(evidence) {
  return evidence.reduce((sum, one) => sum + one.points, 0);
}

/**
 * @param {number} points
 * @param {Combinations} table
 */
function _verdictLevel(points, table) {
  if (points >= table.danger) return Level.DANGER;
  return points >= table.caution ? Level.CAUTION : Level.CLEAR;
}

/**
 * @param {readonly Evidence[]} evidence
 * @param {ReadonlySet<string>} found
 * @param {Parsed} parsed
 * @param {Combinations} table
 * @returns {Evidence[]}
 */
function _verdictSilenced(evidence, found, parsed, table) {
  const rows = table.silences.filter((row) => _verdictApplies(row, found));
  if (!rows.length) return [...evidence];
  return evidence.map((one) => (rows.some((row) => _verdictIsSilent(one, row, parsed)) ? { ...one, points: 0 } : one));
}

/**
 * @param {Evidence} one
 * @param {Row} row
 * @param {Parsed} parsed
 */
function _verdictIsSilent(one, row, parsed) {
  if (row.kinds.includes(one.card.kind) || row.rules.includes(one.rule)) return true;
  return row.defanged_links && one.link !== null && !parsed.links[one.link].live;
}

/**
 * The findings on each link, in one walk: a hostile message holds a hundred thousand of both.
 * @param {readonly Evidence[]} evidence
 * @param {number} count
 */
function _verdictByLink(evidence, count) {
  const found = Array.from({ length: count }, () => /** @type {Evidence[]} */ ([]));
  for (const one of evidence) if (one.link !== null) found[one.link].push(one);
  return found;
}

/**
 * A link keeps its own level, whatever the message around it says.
 * @param {Link} link
 * @param {readonly Evidence[]} mine
 * @param {Combinations} table
 * @returns {LinkVerdict}
 */
function _verdictLinkVerdict({ text, span, host }, mine, table) {
  const like = mine.find((one) => Object.hasOwn(one.detail, "target"));
  const isReadable = host.kind !== "unreadable";
  return {
    text,
    span,
    host: isReadable ? host.ascii : null,
    level: _verdictLevel(_verdictPoints(mine), table),
    target: like?.detail.target ?? null,
    registrable: isReadable ? host.registrable ?? host.ascii : null,
    likeness: like?.rule ?? null,
  };
}

/**
 * What headings and advice ask beside rules: whether there is something to open, and a dangerous link.
 * @param {Parsed} parsed
 * @param {ReadonlySet<string>} found
 * @param {readonly LinkVerdict[]} links
 * @param {readonly Evidence[][]} byLink
 */
function _verdictTraits(parsed, found, links, byLink) {
  const isDoubtful = links.some((link) => link.level > Level.CLEAR);
  const isStrange = byLink.some((mine) => !mine.some((one) => _VERDICT_KNOWN.has(one.rule)));
  const isDangerous = links.some((link) => link.level === Level.DANGER);
  const isAsked = holdsAny(found, _VERDICT_TO_OPEN);
  return [
    ...(isDoubtful || isStrange || isAsked || parsed.attachments.length ? ["opens"] : []),
    ...(isDangerous ? ["dangerous-link"] : []),
  ];
}

/**
 * Whether the message is dangerous itself, or only speaks of a fraud: its sender is then nobody to block.
 * @param {number} level
 * @param {ReadonlySet<string>} found
 */
function _verdictStance(level, found) {
  if (level === Level.DANGER) return ["danger"];
  return found.has("text.report") ? ["speaks-of-fraud"] : [];
}
