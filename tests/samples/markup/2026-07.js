"use strict";
// July 2026: role is back, test ids everywhere, the classes of direction still there.
DIALECT["2026-07"] = {
  text: { class: "copyable-text", "data-testid": "selectable-text" },
  inline: { class: "copyable-text", "data-testid": "selectable-text" },
  readMore: { "data-testid": "caption-read-more-button" },
  quote: { "aria-label": PAGE.lang === "id" ? "Quoted message" : WORDS.quoted, "data-testid": "quoted-message" },
  quoted: { "data-testid": "selectable-text" },
  file: { "data-testid": "document-thumb" },
  isWrapped: true,
};

MARKUP["2026-07"] = (message, id) => testIdRow(message, id, message.from ? "message-in" : "message-out");

function testIdRow(message, id, side) {
  if (message.kind === "notice") return notice(WORDS[message.says]);
  const container = el("div", { "data-testid": "msg-container", class: "x1n2onr6 bubble" },
    PAGE.count % 3 ? null : el("span", { "data-icon": message.from ? "tail-in" : "tail-out", "aria-hidden": "true" }),
    authorLabel(message), ...bubbleContent(message), clock(message));
  const virtual = el("div", { "data-virtualized": "false" }, el("div", { class: side ? `${side} focusable-list-item` : "x78zum5" }, container));
  return el("div", { role: "row" }, el("div", { tabindex: "-1", "data-id": id, "data-testid": `conv-msg-${id}` }, virtual));
}

/** A notice of the system between messages. */
function notice(text) {
  return el("div", { role: "row" }, el("div", { "data-id": "notice", tabindex: "-1" },
    el("div", { "data-testid": "msg-notification-container", class: "notice" }, el("span", { dir: "auto" }, text))));
}
