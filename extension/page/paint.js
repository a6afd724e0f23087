"use strict";
// Marks on a row: colour on the part of a link that names its owner, and a button at the end of the bubble that
// opens the reasons. WhatsApp's own nodes stay as they are; only our element is appended.

// The order is that of Level; what is clear has no colour.
const _PAINT_HIGHLIGHTS = ["", "etle-guard-caution", "etle-guard-danger"];

const _PAINT_KEPT = ["click", "dblclick", "keydown", "keypress", "pointerdown", "mousedown"]; // what WhatsApp must not hear

/**
 * @typedef {{badge: HTMLElement | null, ranges: {name: string, range: StaticRange}[], row: Element}} Mark
 */

/** @type {WeakMap<Element, Mark>} */
const _paintMarks = new WeakMap();
/** @type {Map<string, HTMLButtonElement>} */
const _paintButtons = new Map();
/** @type {Set<Mark>} */
const _paintLive = new Set();

/**
 * Show what was found in a row, in place of what was shown before.
 * @param {Finding} finding
 * @param {Guard} guard
 */
function paintRow(finding, guard) {
  const { row, sent } = finding.reading;
  unpaintRow(row);
  const isMarked = !isUnwanted(finding, guard.settings);
  const face = faceOf(isMarked ? finding.level : Level.CLEAR, finding.whole || sent);
  if (face.name === "clear") return;
  const badge = _paintBadge(finding, face, guard);
  bubbleOf(row).append(badge);
  const ranges = (isMarked ? markedRanges(finding) : []).map(({ range, level }) => ({ name: _PAINT_HIGHLIGHTS[level], range }));
  for (const { name, range } of ranges) _paintHighlight(name).add(range);
  const mark = { badge, ranges, row };
  _paintMarks.set(row, mark);
  _paintLive.add(mark);
}

/** @param {Element} row */
function unpaintRow(row) {
  const mark = _paintMarks.get(row);
  if (mark) _paintErase(mark);
}

/** Whether the marks of a row still stand, or it has none. @param {Element} row */
function isPaintKept(row) {
  return _paintMarks.get(row)?.badge?.isConnected ?? true;
}

/** Forget the marks of rows that have left the page, so that nothing keeps their nodes alive. */
function sweepPaint() {
  for (const mark of _paintLive) if (!mark.badge?.isConnected) _paintErase(mark);
}

/** Take every mark off the page. */
function unpaintAll() {
  for (const mark of _paintLive) _paintErase(mark);
  for (const name of _PAINT_HIGHLIGHTS) CSS.highlights.delete(name);
}

/** Follow the page from light to dark and back. */
function paintScheme() {
  for (const own of document.querySelectorAll(OWN_ELEMENTS)) own.toggleAttribute("data-dark", isDarkPage());
}

/** @param {Mark} mark */
function _paintErase(mark) {
  mark.badge?.remove();
  for (const { name, range } of mark.ranges) _paintHighlight(name).delete(range);
  _paintMarks.delete(mark.row);
  _paintLive.delete(mark);
}

/** @param {string} name */
function _paintHighlight(name) {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}

/**
 * @param {Finding} finding
 * @param {{name: string, mark: string}} face
 * @param {Guard} guard
 */
function _paintBadge(finding, face, guard) {
  const button = _paintButton(face, guard, finding.reading.sent);
  const badge = shadowed("etle-badge", pageSheet(), button);
  badge.toggleAttribute("data-dark", isDarkPage());
  badge.setAttribute("lang", guard.lang);
  _paintToggle(badge, button, () => _paintPanel(finding, guard));
  return badge;
}

/**
 * The button of a badge: made once for each look, then copied, which takes a third of the time.
 * @param {{name: string, mark: string}} face
 * @param {Guard} guard
 * @param {boolean} sent
 */
function _paintButton(face, guard, sent) {
  const look = `${guard.lang} ${face.name} ${sent}`;
  let made = _paintButtons.get(look);
  if (!made) {
    made = element("button", { type: "button", class: "badge", "data-level": face.name, "data-quiet": sent,
      "aria-expanded": "false" }, element("span", { "aria-hidden": "true" }, face.mark),
      element("span", {}, guard.words[face.name]));
    _paintButtons.set(look, made);
  }
  return /** @type {HTMLButtonElement} */ (made.cloneNode(true));
}

/**
 * Open and close the panel; it is made when it is first opened. Keys and clicks inside stay inside.
 * @param {HTMLElement} badge
 * @param {HTMLButtonElement} button
 * @param {() => HTMLElement} makePanel
 */
function _paintToggle(badge, button, makePanel) {
  /** @type {HTMLElement | null} */
  let panel = null;
  const show = (/** @type {boolean} */ open) => {
    if (open && !panel) button.after(panel = makePanel());
    if (panel) panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    badge.toggleAttribute("data-open", open);
  };
  button.addEventListener("click", () => show(panel === null || Boolean(panel.hidden)));
  badge.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel || panel.hidden) return;
    event.preventDefault();
    show(false);
    button.focus();
  });
  for (const type of _PAINT_KEPT) badge.addEventListener(type, _paintKeepInside);
}

/** @param {Event} event */
function _paintKeepInside(event) {
  event.stopPropagation();
}

/**
 * @param {Finding} finding
 * @param {Guard} guard
 */
function _paintPanel(finding, guard) {
  const { lang, words, settings } = guard;
  const { reading, quoted, whole } = finding;
  const notes = [
    reading.sent ? words.own : "",
    quoted ? words.quoted : "",
    reading.truncated ? words.truncated : whole ? "" : words.incomplete,
  ].filter((note) => note !== "");
  const shown = { ...finding.verdict, level: finding.level };
  return element("div", { class: "panel", role: "group", "aria-labelledby": "heading" },
    verdictView(shown, { lang, whole, notes, contact: settings.contact }));
}
