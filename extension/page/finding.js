"use strict";
// What is found in a row: the verdict on its message, the verdict on what it quotes, and where in the page it stands.

/**
 * Everything that page scripts share. `fault` tells why nothing can be judged, `isStale` that old tables serve.
 * @typedef {{rulebook: Rulebook | null, fault: string | null, isStale: boolean, settings: Settings, lang: string,
 *   words: Readonly<Record<string, string>>, signal: AbortSignal, cache: Map<string, Judged>}} Guard
 *
 * @typedef {Readonly<{message: Verdict, quote: Verdict | null}>} Judged
 *
 * `verdict` is the one to present; `map` the text that its spans count in.
 * @typedef {Readonly<{reading: RowReading, verdict: Verdict, map: TextMap, judged: Judged, level: number, whole: boolean,
 *   quoted: boolean}>} Finding
 */

const _FINDING_CACHED = 500; // verdicts kept for rows that come back

/**
 * Judge a reading; the same content is judged once.
 * @param {RowReading} reading
 * @param {Guard} guard
 * @param {string} [signature] of the reading, where it is known
 * @returns {Finding}
 */
function findIn(reading, guard, signature = signatureOf(reading)) {
  const judged = _findingJudged(reading, signature, guard);
  const { message, quote } = judged;
  // What somebody repeats in order to warn is shown, but never as their own danger.
  const quoted = quote !== null && quote.level > message.level;
  return {
    reading,
    judged,
    quoted,
    verdict: quoted ? quote : message,
    map: quoted && reading.quote ? reading.quote : reading.text,
    level: quoted ? Math.max(message.level, Level.CAUTION) : message.level,
    whole: message.complete && !reading.truncated,
  };
}

/**
 * @param {RowReading} reading
 * @param {string} signature
 * @param {Guard} guard
 * @returns {Judged}
 */
function _findingJudged(reading, signature, guard) {
  const known = guard.cache.get(signature);
  if (known) return known;
  const { rulebook, settings } = guard;
  if (rulebook === null) throw new RulebookError(guard.fault ?? "there is no rule book");
  const message = checkMessage(messageOf(reading), rulebook, settings.trusted);
  const quote = reading.quote && checkMessage({ text: reading.quote.text }, rulebook, settings.trusted);
  const judged = { message, quote };
  guard.cache.set(signature, judged);
  if (guard.cache.size > _FINDING_CACHED) guard.cache.delete(guard.cache.keys().next().value ?? "");
  return judged;
}

/**
 * Whether the person wants no mark on this: it is doubtful only, and he marks danger alone or trusts who sent it.
 * @param {Finding} finding
 * @param {Settings} settings
 */
function isUnwanted({ level, verdict, reading }, { sensitivity, senders }) {
  if (level !== Level.CAUTION || verdict.links.some((link) => link.level === Level.DANGER)) return false;
  return sensitivity === "danger" || (senders.length > 0 && senders.includes(senderKey(reading.sender ?? "")));
}

/**
 * The part of a link's text that names its owner: the registrable domain where it can be seen, or else all of the
 * host. In code points of the whole text.
 * @param {LinkVerdict} link
 * @returns {Span}
 */
function ownerSpan({ text, span, registrable }) {
  const scheme = /^(?:[A-Za-z][A-Za-z0-9+.-]*:)?[\\/]{2,}/.exec(text)?.[0].length ?? 0;
  const authority = text.slice(scheme).split(/[/?#\\]/, 1)[0];
  const at = scheme + authority.lastIndexOf("@") + 1;
  const host = text.slice(at, scheme + authority.length).replace(/:\d*$/, "");
  const isSeen = registrable !== null && host.toLowerCase().endsWith(registrable);
  const start = isSeen ? at + host.length - registrable.length : at;
  const end = at + host.length;
  if (end <= start) return span;
  return [span[0] + codePointCount(text.slice(0, start)), span[0] + codePointCount(text.slice(0, end))];
}

/**
 * The links of a finding that deserve a colour, and where they stand. A link beyond the text stands at its anchor.
 * @param {Finding} finding
 * @returns {{range: StaticRange, level: number}[]}
 */
function markedRanges({ verdict, map, reading, quoted }) {
  const risky = new Set(riskyLinks(verdict));
  const indices = [...verdict.links.keys()].filter((index) => risky.has(index) || verdict.links[index].level > Level.CLEAR);
  return indices.flatMap((index) => {
    const link = verdict.links[index];
    const span = link.span[0] < map.length ? ownerSpan(link) : _findingAnchorSpan(link, quoted ? [] : hiddenLinks(reading));
    const range = span && rangeAt(map, span);
    return range ? [{ range, level: risky.has(index) ? Level.DANGER : link.level }] : [];
  });
}

/**
 * @param {LinkVerdict} link
 * @param {readonly Anchor[]} anchors
 */
function _findingAnchorSpan(link, anchors) {
  return anchors.find(({ href }) => href.startsWith(link.text))?.span ?? null;
}

/**
 * The risky link behind an anchor of this row, as an index into the verdict's links; null if there is none.
 * @param {Finding} finding
 * @param {Element} anchor
 * @returns {number | null}
 */
function riskyLinkAt({ judged, reading }, anchor) {
  const span = spanOf(reading.text, anchor);
  const href = anchor.getAttribute("href") ?? "";
  const isHere = (/** @type {LinkVerdict} */ link) =>
    (span !== null && link.span[0] < span[1] && span[0] < link.span[1]) || (href !== "" && href.startsWith(link.text));
  return riskyLinks(judged.message).find((index) => isHere(judged.message.links[index])) ?? null;
}

/**
 * What is held against one attached file.
 * @param {Finding} finding
 * @param {string} name
 */
function evidenceAgainstFile({ judged }, name) {
  return judged.message.evidence.filter((one) => one.card.kind === "file" && one.subject === name && one.points > 0);
}
