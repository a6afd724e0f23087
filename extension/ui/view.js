"use strict";
// What a person reads about a verdict: level, hosts, at most three reasons, what to do. Panel, dialog and popup share it.

const _VIEW_REASONS = 3;

// The order is that of Level.
const _VIEW_LEVELS = [
  { name: "clear", mark: "○" },
  { name: "caution", mark: "⚠" },
  { name: "danger", mark: "⛔" },
];
const _VIEW_UNCHECKED = { name: "unchecked", mark: "◐" };

/**
 * How a verdict presents itself: its name in attributes and a sign.
 * @param {number} level
 * @param {boolean} isWhole whether all of the message was read
 */
function faceOf(level, isWhole) {
  return level === Level.CLEAR && !isWhole ? _VIEW_UNCHECKED : _VIEW_LEVELS[level];
}

/**
 * @typedef {Readonly<{lang: string, whole: boolean, notes?: readonly string[], heading?: string, links?: readonly number[],
 *   evidence?: readonly Evidence[], brief?: boolean, contact?: string}>} ViewOptions
 */

/**
 * The view of a verdict.
 * @param {Verdict} verdict
 * @param {ViewOptions} options `links` and `evidence` narrow it to a part; `brief` leaves out steps and rule ids;
 *   `contact` says whom to ask
 */
function verdictView(verdict, options) {
  const words = wordsIn(options.lang);
  const face = faceOf(verdict.level, options.whole);
  const evidence = _viewTold(options.evidence ?? verdict.evidence, verdict.level);
  const heading = options.heading ?? headline(verdict, face.name, options.lang);
  return element("div", { class: "view", "data-level": face.name },
    element("h2", { id: "heading" }, `${face.mark} ${heading}`),
    _viewHosts(verdict, options.links ?? worstLinks(verdict), words),
    ...(options.notes ?? []).map((note) => element("p", { class: "note" }, note)),
    _viewList(words.why, "ul", evidence.map((one) => reason(one, options.lang))),
    options.brief ? null : _viewList(words.todo, "ol", advice(verdict, options.lang)),
    options.contact ? element("p", {}, say(words.contact, { contact: options.contact })) : null,
    options.brief ? null : _viewRules([...evidence, ...verdict.evidence.filter(_viewHeads)], words));
}

/**
 * The findings that weigh most, at most three; they are ordered by points already.
 * @param {readonly Evidence[]} evidence
 */
function weightiest(evidence) {
  return evidence.filter((one) => one.points > 0).slice(0, _VIEW_REASONS);
}

/**
 * The findings that people are told: those of no weight only where nothing weighs.
 * @param {readonly Evidence[]} evidence
 * @param {number} level
 */
function _viewTold(evidence, level) {
  const heard = evidence.filter((one) => level > Level.CLEAR || !one.card.quiet);
  const weighty = weightiest(heard);
  return weighty.length ? weighty : heard.filter((one) => /host|sender/.test(one.card.kind)).slice(0, _VIEW_REASONS);
}

/**
 * The links that the verdict is most worried about, worst first; none where no link is doubtful.
 * @param {Verdict} verdict
 */
function worstLinks(verdict) {
  const doubtful = [...verdict.links.keys()].filter((index) => verdict.links[index].level > Level.CLEAR);
  return doubtful.sort((a, b) => verdict.links[b].level - verdict.links[a].level || a - b);
}

/**
 * @param {Verdict} verdict
 * @param {readonly number[]} links
 * @param {Readonly<Record<string, string>>} words
 */
function _viewHosts(verdict, [first, ...others], words) {
  if (first === undefined) return null;
  const { host, registrable, target, likeness, text } = verdict.links[first];
  const hosts = new Set(others.map((index) => verdict.links[index].host).filter((other) => other !== host));
  return element("dl", { class: "hosts" },
    element("dt", {}, words.opens),
    host === null ? element("dd", {}, element("bdi", {}, text), ` (${words.unreadable})`)
      : _viewSpelled(host, registrable ?? host, target),
    target === null ? null : element("dt", {}, words[likeness ?? ""]),
    target === null ? null : element("dd", {}, element("bdi", {}, target)),
    hosts.size ? element("dd", { class: "rules" }, say(words.moreLinks, { count: String(hosts.size) })) : null);
}

/**
 * A host with the part that has an owner in bold and spelled apart.
 * @param {string} host
 * @param {string} registrable
 * @param {string | null} target
 */
function _viewSpelled(host, registrable, target) {
  const [before] = host.endsWith(registrable) ? [host.slice(0, host.length - registrable.length)] : [""];
  const runs = target === null ? [{ text: registrable, odd: false }] : letterRuns(registrable, target);
  const letters = runs.map((run) => (run.odd ? element("mark", {}, run.text) : run.text));
  return element("dd", {}, element("bdi", {}, before, element("b", { class: "spelled" }, ...letters)));
}

/**
 * @param {string} title
 * @param {"ul" | "ol"} tag
 * @param {readonly string[]} sentences
 */
function _viewList(title, tag, sentences) {
  if (!sentences.length) return null;
  const items = sentences.map((sentence) => element("li", {}, sentence));
  return element("div", {}, element("h3", {}, title), element(tag, {}, ...items));
}

/**
 * Whether a finding weighs nothing, and yet turns heading and advice.
 * @param {Evidence} one
 */
function _viewHeads({ rule }) {
  return rule === "text.report";
}

/**
 * @param {readonly Evidence[]} evidence
 * @param {Readonly<Record<string, string>>} words
 */
function _viewRules(evidence, words) {
  const ids = [...new Set(evidence.map((one) => one.rule))];
  return ids.length ? element("p", { class: "rules" }, `${words.rules}: `, element("code", {}, ids.join(", "))) : null;
}
