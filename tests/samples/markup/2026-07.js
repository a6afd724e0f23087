"use strict";
// July 2026: role is back, test ids everywhere, the classes of direction still there.
MARKUP["2026-07"] = (message, id) => testIdRow(message, id, message.from ? "message-in" : "message-out");

function testIdRow(message, id, side) {
  const container = el("div", { "data-testid": "msg-container", class: "x1n2onr6 bubble" },
    PAGE.count % 3 ? null : el("span", { "data-icon": message.from ? "tail-in" : "tail-out", "aria-hidden": "true" }),
    PAGE.isGroup && message.from ? el("span", { class: "author", dir: "auto" }, `~Warga ${message.from}`) : authorLabel(message),
    ...testIdContent(message), clock(message));
  const virtual = el("div", { "data-virtualized": "false" }, el("div", { class: side ? `${side} focusable-list-item` : "x78zum5" }, container));
  return el("div", { role: "row" }, el("div", { tabindex: "-1", "data-id": id, "data-testid": `conv-msg-${id}` }, virtual));
}

function testIdContent(message) {
  if (message.file) return [fileTile(message, { "data-testid": "document-thumb" })];
  const span = el("span", { dir: "ltr", class: "copyable-text", "data-testid": "selectable-text" });
  span.append(el("span", {}, ...textNodes(message, PAGE.isLinked)));
  const quote = message.quote && el("div", { "aria-label": "Quoted message", "data-testid": "quoted-message", role: "button", class: "quote" },
    el("span", { dir: "auto" }, message.quote.from),
    el("span", { dir: "ltr", "data-testid": "selectable-text" }, message.quote.text));
  return [quote, el("div", { class: "copyable-text", "data-pre-plain-text": stamp(message) },
    el("div", {}, span, readMore(message, span, { "data-testid": "caption-read-more-button" })))];
}

/** A notice of the system between messages. */
function notice(text) {
  return el("div", { role: "row" }, el("div", { "data-id": "notice", tabindex: "-1" },
    el("div", { "data-testid": "msg-notification-container", class: "notice" }, el("span", { dir: "auto" }, text))));
}
