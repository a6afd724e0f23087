"use strict";
// Until April 2026: rows with role and long ids, direction as a class, text marked by a class.
DIALECT["2024"] = {
  text: { class: "_ao3e selectable-text copyable-text" },
  textBox: { class: "_akbu" },
  inline: { class: "selectable-text copyable-text" },
  quote: { "aria-label": PAGE.lang === "id" ? "Quoted message" : WORDS.quoted },
  quoted: { class: "quoted-mention" },
  quotedFrom: { class: "author" },
  isWrapped: true,
  titlesCards: true,
};

MARKUP["2024"] = (message, id) => {
  if (message.kind === "notice") return notice2024(message);
  const side = message.from ? "message-in" : "message-out";
  const bubble = el("div", { class: `${side} focusable-list-item bubble` },
    el("span", { "data-icon": message.from ? "tail-in" : "tail-out", "aria-hidden": "true" }),
    authorLabel(message), ...bubbleContent(message), clock(message));
  return el("div", { role: "row" }, el("div", { tabindex: "-1", class: "_amjv", "data-id": longId(message, id) }, bubble));
};

/** Direction, chat and, in a group, who wrote. */
function longId(message, id) {
  const number = (message.from ?? "62811").replace(/\D/g, "");
  const direction = message.from ? "false" : "true";
  return PAGE.isGroup ? `${direction}_120363@g.us_${id}_${number}@c.us` : `${direction}_${number}@c.us_${id}`;
}

function notice2024({ says }) {
  return el("div", { role: "row" }, el("div", { class: "focusable-list-item notice" }, el("span", { dir: "auto" }, WORDS[says])));
}
