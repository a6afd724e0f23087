"use strict";
// Late April 2026: no role, bare ids beginning to appear, the class of the text has become a test id, rows unmount.
DIALECT["2026-04"] = {
  text: { class: "_ao3e copyable-text", "data-testid": "selectable-text" },
  inline: { class: "copyable-text", "data-testid": "selectable-text" },
  quote: { "aria-label": WORDS.quoted },
  quoted: { class: "quoted-mention" },
  titlesCards: true,
};

MARKUP["2026-04"] = (message, id) => {
  if (message.kind === "notice") return el("div", { class: "notice focusable-list-item" }, el("span", { dir: "auto" }, WORDS[message.says]));
  const side = message.from ? "message-in" : "message-out";
  const box = el("div", { class: `${side} focusable-list-item bubble` },
    authorLabel(message), ...bubbleContent(message), clock(message));
  const virtual = el("div", { "data-virtualized": "false" }, el("div", { class: "x78zum5" }, box));
  return el("div", { tabindex: "-1", class: "_amjv", "data-id": longId(message, id) }, virtual);
};
