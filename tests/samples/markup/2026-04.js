"use strict";
// Late April 2026: no role, bare ids beginning to appear, the class of the text has become a test id, rows unmount.
MARKUP["2026-04"] = (message, id) => {
  const side = message.from ? "message-in" : "message-out";
  const box = el("div", { class: `${side} focusable-list-item bubble` },
    authorLabel(message), ...content202604(message), clock(message));
  const virtual = el("div", { "data-virtualized": "false" }, el("div", { class: "x78zum5" }, box));
  return el("div", { tabindex: "-1", class: "_amjv", "data-id": `${message.from ? "false" : "true"}_62823@c.us_${id}` }, virtual);
};

function content202604(message) {
  if (message.file) return [fileTile(message, {})];
  const span = el("span", { dir: "ltr", class: "_ao3e copyable-text", "data-testid": "selectable-text" });
  span.append(...textNodes(message, PAGE.isLinked));
  const quote = message.quote && el("div", { "aria-label": "Pesan yang dikutip", role: "button", class: "quote" },
    el("span", { dir: "auto" }, message.quote.from), el("span", { class: "quoted-mention", dir: "ltr" }, message.quote.text));
  return [quote, el("div", { class: "copyable-text", "data-pre-plain-text": stamp(message) },
    el("div", {}, span, readMore(message, span, {})))];
}
