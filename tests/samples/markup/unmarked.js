"use strict";
// What may come: rows without any marker that is known today, in a chat that still is.
MARKUP.unmarked = (message) => el("section", { class: "zz" }, message.file ? el("div", { class: "qq" }, message.file) : null,
  message.text ? el("p", {}, ...richNodes(message)) : null,
  ...[message.card, ...(message.buttons ?? [])].filter((one) => one?.href).map(({ href, title, label }) => opening("qq", href, {}, label ?? title)));
