"use strict";
// Until April 2026: rows with role and long ids, direction as a class, text marked by a class.
MARKUP["2024"] = (message, id) => {
  const side = message.from ? "message-in" : "message-out";
  const number = (message.from ?? "62811").replace(/\D/g, "");
  const bubble = el("div", { class: `${side} focusable-list-item bubble` },
    el("span", { "data-icon": message.from ? "tail-in" : "tail-out", "aria-hidden": "true" }),
    authorLabel(message), ...content2024(message), clock(message));
  return el("div", { role: "row" },
    el("div", { tabindex: "-1", class: "_amjv", "data-id": `${message.from ? "false" : "true"}_${number}@c.us_${id}` }, bubble));
};

function content2024(message) {
  const quote = message.quote && el("div", { "aria-label": "Quoted message", role: "button", class: "quote" },
    el("span", { class: "author" }, message.quote.from),
    el("span", { class: "quoted-mention", dir: "ltr" }, message.quote.text));
  if (message.file) return [fileTile(message, {})];
  const span = el("span", { dir: "ltr", class: "_ao3e selectable-text copyable-text" });
  span.append(el("span", {}, ...textNodes(message, PAGE.isLinked)));
  return [quote, el("div", { class: "copyable-text", "data-pre-plain-text": stamp(message) },
    el("div", { class: "_akbu" }, span, readMore(message, span, {})))];
}
