"use strict";
// What the links of a message say: where they really lead, and whom they imitate. One short function per question.
// Twin of etle_guard/evidence/host.py.

const _HOST_RULE_DISGUISES = new Set(["percent-encoded", "invisible-letters", "mapped-letters", "broken-punycode",
  "odd-address"]);
const _HOST_RULE_OFFICES = new Set(["pln", "bpjs", "tax", "bank", "courier"]);
const _HOST_RULE_PRESSING = new Set([
  "unpaid", "threat", "final", "pay", "fine", "refund", "otp", "pin", "card", "password", "identity", "fill", "confirm",
]);
const _HOST_RULE_SURELY = 2; // band of the margin from which news and chat may link to sites that we do not know
const _HOST_RULE_TALK = new Set(["other", "report"]);
const _HOST_RULE_DEEPEST = 2; // a redirect inside a redirect is followed once more, no further

/**
 * Everything about every link, by position.
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function hostEvidence(parsed, rulebook) {
  return parsed.links.flatMap((link, index) => linkEvidence(link, index, parsed, rulebook));
}

/**
 * Everything about one link.
 * @param {Link} link
 * @param {number} index
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @param {number} [depth]
 * @returns {Evidence[]}
 */
function linkEvidence(link, index, parsed, rulebook, depth = 0) {
  if (link.host.kind === "unreadable") return [finding(rulebook, "host.unreadable", link.span, link.text, index)];
  const known = _hostRuleKnown(link, index, rulebook);
  const found = [
    ...known,
    ..._hostRuleUserinfo(link, index, rulebook),
    ..._hostRuleRedirect(link, index, parsed, rulebook, depth),
    ...appFile(link, index, parsed, rulebook),
    ..._hostRuleDisguised(link, index, rulebook),
  ];
  if (known.length) return found;
  const alike = _hostRuleImitation(link, index, rulebook);
  const imitations = alike.length ? alike : _hostRuleCapital(link, index, rulebook);
  found.push(...imitations, ..._hostRuleShortener(link, index, rulebook), ..._hostRuleAddress(link, index, rulebook));
  if (!imitations.length) found.push(...nameInPath(link, index, rulebook));
  found.push(...kitPath(link, index, rulebook), ..._hostRulePretext(link, index, parsed, rulebook));
  if (!imitations.length && _hostRuleIsUnknown(link, parsed, rulebook)) {
    const detail = { registrable: _hostRuleOwner(link.host) };
    found.push(finding(rulebook, "host.unknown", link.span, link.host.ascii, index, detail));
    found.push(..._hostRuleCheap(link, index, rulebook));
  }
  return found;
}

/**
 * Whether a message about a ticket leads somewhere that nothing vouches for, be it the host or the way it talks.
 * @param {Link} link
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 */
function _hostRuleIsUnknown(link, parsed, rulebook) {
  const { reading } = parsed;
  const isHidden = leadsOn(link, rulebook) || isCheap(link.host, rulebook.targets);
  const isOffices = isRestricted(link.host, rulebook.targets) && !isHidden && !isStranger(parsed);
  if (!reading.aboutTicket || _hostRuleIsOrdinary(link, rulebook) || isOffices) return false;
  const isSure = _HOST_RULE_TALK.has(reading.topic) && reading.strength >= _HOST_RULE_SURELY;
  const isTalk = isSure && (isPlainTalk(parsed) || !isStranger(parsed));
  return !isTalk || isHidden;
}

/**
 * @param {Link} link
 * @param {number} index
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _hostRuleCheap({ host, span }, index, rulebook) {
  if (!isCheap(host, rulebook.targets)) return [];
  return [finding(rulebook, "host.cheap", span, host.ascii, index, { host: host.ascii })];
}

/**
 * Whether a link leads neither to an authority nor to a site that everyone knows.
 * @param {Link} link
 * @param {Rulebook} rulebook
 */
function leadsElsewhere(link, rulebook) {
  const { ascii } = link.host;
  if (rulebook.official.has(ascii) || _hostRuleRowAbove(ascii, rulebook.operated)) return false;
  return !_hostRuleIsOrdinary(link, rulebook);
}

/**
 * The row of the domain that a host is or lies under.
 * @param {string} host
 * @param {ReadonlyMap<string, Row>} rows
 */
function _hostRuleRowAbove(host, rows) {
  return rows.get([host, ...parents(host)].find((name) => rows.has(name)) ?? "");
}

/**
 * Whether a link hides where it leads: a shortener.
 * @param {Link} link
 * @param {Rulebook} rulebook
 */
function leadsOn(link, rulebook) {
  return rulebook.shorteners.has(_hostRuleShortHost(link));
}

/**
 * A site that everyone links to, or a dot that a missing space explains.
 * @param {Link} link
 * @param {Rulebook} rulebook
 */
function _hostRuleIsOrdinary({ host, tricks }, rulebook) {
  return tricks.includes("maybe-sentence") || _hostRuleIsWellKnown(host, rulebook);
}

/**
 * @param {Host} host
 * @param {Rulebook} rulebook
 */
function _hostRuleIsWellKnown(host, { wellKnown }) {
  return wellKnown.has(host.ascii) || wellKnown.has(host.registrable ?? "");
}

/** @param {Host} host */
function _hostRuleOwner(host) {
  return host.registrable ?? host.ascii;
}

/**
 * Whether the host is official, under an authority's own domain, widely known, or a neighbour.
 * @param {Link} link
 * @param {number} index
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _hostRuleKnown({ host, span }, index, rulebook) {
  const row = rulebook.official.get(host.ascii);
  if (row !== undefined) {
    return [finding(rulebook, "host.official", span, host.ascii, index, { host: host.ascii, operator: row.operator })];
  }
  const operated = _hostRuleRowAbove(host.ascii, rulebook.operated);
  if (operated) {
    const detail = { host: host.ascii, domain: operated.host, operator: operated.operator };
    return [finding(rulebook, "host.operated", span, host.ascii, index, detail)];
  }
  if (_hostRuleIsWellKnown(host, rulebook)) {
    return [finding(rulebook, "host.ordinary", span, host.ascii, index, { host: host.ascii })];
  }
  const neighbour = _hostRuleRowAbove(host.ascii, rulebook.neighbours);
  if (!neighbour) return [];
  const one = finding(rulebook, "host.neighbour", span, host.ascii, index, { registrable: _hostRuleOwner(host) });
  return [neighbour.honest ? { ...one, points: 0 } : one];
}

/**
 * @param {Link} link
 * @param {number} index
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _hostRuleImitation(link, index, rulebook) {
  const found = likeness(link.host, rulebook.targets);
  if (found === null) return [];
  const { target, trick, matched } = found;
  const rule = found.score >= SURE ? "host.imitates" : "host.resembles";
  const detail = { target, trick, matched, registrable: _hostRuleOwner(link.host) };
  return [finding(rulebook, rule, link.span, target, index, detail)];
}

/**
 * A capital `I` in place of `l`, which makes an official name of a host that nobody has: `poIri.go.id`.
 * @param {Link} link
 * @param {number} index
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _hostRuleCapital({ text, span, host }, index, rulebook) {
  if (!text.includes("I")) return [];
  const shown = asciiLower(text.replaceAll("I", "l"));
  const plain = asciiLower(text);
  const target = [...rulebook.official.keys()].find((name) => shown.includes(name) && !plain.includes(name));
  if (target === undefined) return [];
  const detail = { target, trick: "lookalike-letters", matched: "", registrable: _hostRuleOwner(host) };
  return [finding(rulebook, "host.imitates", span, target, index, detail)];
}

/**
 * A name with a dot before the @, as in `https://etle-korlantas.info@example.org`.
 * @param {Link} link
 * @param {number} index
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _hostRuleUserinfo(link, index, rulebook) {
  const [shown] = partition(link.userinfo, ":");
  if (!shown.includes(".") && !asciiLower(shown).includes("%2e")) return [];
  return [finding(rulebook, "host.userinfo", link.span, link.host.ascii, index, { shown, host: link.host.ascii })];
}

/**
 * A parameter that names another address; what is known of that address counts for this link.
 * @param {Link} link
 * @param {number} index
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @param {number} depth
 * @returns {Evidence[]}
 */
function _hostRuleRedirect(link, index, parsed, rulebook, depth) {
  if (depth >= _HOST_RULE_DEEPEST) return [];
  /** @type {Evidence[]} */
  const found = [];
  for (const value of _hostRuleParameters(link.rest, rulebook.redirectParameters)) {
    const inner = splitLink(value, rulebook.links);
    if (inner === null || !inner.host.ascii.includes(".") || inner.host.ascii === link.host.ascii) continue;
    const { ascii } = inner.host;
    found.push(finding(rulebook, "host.redirect", link.span, ascii, index, { inner: ascii }));
    const moved = { ...inner, text: link.text, span: link.span, live: true, tricks: [] };
    const beyond = linkEvidence(moved, index, parsed, rulebook, depth + 1);
    found.push(...beyond.filter((one) => one.rule !== "host.official"));
  }
  return found;
}

/**
 * The decoded values of redirect parameters that look like an address.
 * @param {string} rest
 * @param {ReadonlySet<string>} names
 * @returns {string[]}
 */
function _hostRuleParameters(rest, names) {
  const [query] = partition(partition(rest, "?")[2], "#");
  if (query === "") return [];
  const pairs = query.split(/[;&]/).map((pair) => partition(pair, "="));
  const values = pairs.filter(([name]) => names.has(asciiLower(name))).map(([, , value]) => percentDecoded(value));
  return values.filter((value) => value.includes("."));
}

/**
 * A throw-away site named after a utility, an insurance, the tax office or a bank, in a message that presses.
 * @param {Link} link
 * @param {number} index
 * @param {Parsed} parsed
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _hostRulePretext(link, index, parsed, rulebook) {
  const { host, span } = link;
  if (!isCheap(host, rulebook.targets) || !leadsElsewhere(link, rulebook)) return [];
  const presses = holdsAny(parsed.reading.stated, _HOST_RULE_PRESSING);
  if (!presses || !hasPretext(wordsOf(host), rulebook, _HOST_RULE_OFFICES)) return [];
  return [finding(rulebook, "host.pretext", span, host.ascii, index, { host: host.ascii })];
}

/**
 * @param {Link} link
 * @param {number} index
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _hostRuleDisguised({ host, span }, index, rulebook) {
  if (!host.tricks.some((trick) => _HOST_RULE_DISGUISES.has(trick))) return [];
  return [finding(rulebook, "host.disguised", span, host.ascii, index, { host: host.ascii })];
}

/**
 * @param {Link} link
 * @param {number} index
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _hostRuleShortener(link, index, rulebook) {
  const host = _hostRuleShortHost(link);
  return rulebook.shorteners.has(host) ? [finding(rulebook, "host.shortener", link.span, host, index, { host })] : [];
}

/** @param {Link} link */
function _hostRuleShortHost({ host }) {
  return host.ascii.startsWith("www.") ? host.ascii.slice(4) : host.ascii;
}

/**
 * @param {Link} link
 * @param {number} index
 * @param {Rulebook} rulebook
 * @returns {Evidence[]}
 */
function _hostRuleAddress({ host, span }, index, rulebook) {
  if (host.kind !== "ipv4" && host.kind !== "ipv6") return [];
  return [finding(rulebook, "host.address", span, host.ascii, index, { host: host.ascii })];
}

