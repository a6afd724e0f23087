"use strict";
// What may come: rows without any marker that is known today, in a chat that still is.
MARKUP.unmarked = (message) => el("section", { class: "zz" }, message.file
  ? el("div", { class: "qq" }, message.file) : el("p", {}, ...textNodes(message, PAGE.isLinked)));
