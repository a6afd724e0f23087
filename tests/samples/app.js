"use strict";
// The page around the messages: a list of chats, one open chat, and `fx`, by which tests play WhatsApp.

document.body.classList.toggle("dark", asked.get("dark") === "1");

const frame = el("div", { class: "frame" }, el("div", { id: "side" },
  el("div", { id: "pane-side" }, el("div", { role: "grid", "aria-label": WORDS.chats },
    el("div", { role: "row" }, el("div", { role: "gridcell" }, el("span", { title: "Ibu RT" }, "Ibu RT")))))));
document.getElementById("app").append(frame);

/** Which message each row of the open chat shows. The page has nothing of it, so that nothing can be read from it. */
const shown = new Map();

function buildRow(key) {
  PAGE.count += 1;
  const row = MARKUP[PAGE.markup](MESSAGES[key], `3EB0${(0xabc000 + PAGE.count).toString(16).toUpperCase()}`);
  shown.set(row, key);
  return row;
}

function openChat(asked, name) {
  document.querySelector("[data-open-chat]")?.remove();
  PAGE.isGroup = GROUPS.has(asked);
  shown.clear();
  const keys = CHATS[asked];
  const list = el("div", { role: "application", class: "copyable-area" }, ...keys.map(buildRow));
  if (PAGE.markup.startsWith("2") && PAGE.markup > "2026-04") list.prepend(notice(WORDS.secret));
  const scroller = el("div", { class: "scroller", "data-scrolltracepolicy": "wa.web.conversation.messages",
    "data-testid": "conversation-panel-messages", tabindex: "0" }, list);
  const header = el("header", {}, el("span", { dir: "auto", title: name }, name));
  const composer = el("div", { contenteditable: "true", role: "textbox", "aria-label": WORDS.typing });
  const chat = el("div", { id: PAGE.markup === "broken" ? "hauptsache" : "main", "data-open-chat": "" },
    header, scroller, el("footer", {}, composer));
  frame.append(chat);
  scroller.scrollTop = scroller.scrollHeight;
}

const rowList = () => document.querySelector('[role="application"]');
const mounted = new Map();

window.fx = {
  clicks: [],
  files: [],
  opened: [],
  acts: [],
  open: (chat, name = "Ibu RT") => {
    openChat(chat, name);
    for (const told of [fx.clicks, fx.files, fx.opened, fx.acts]) told.length = 0;
    fx.start = fx.own();
  },
  /** What each message of the open chat is marked with; messages without a mark are left out. */
  levels: () => Object.fromEntries([...shown].flatMap(([row, key]) => [...row.querySelectorAll("etle-badge")].map(
    (badge) => [key, badge.shadowRoot.querySelector("button").dataset.level]))),
  /** An element of the row that shows a message. */
  in: (key, css) => [...shown].find(([, one]) => one === key)[0].querySelector(css),
  append: (key) => rowList().append(buildRow(key)),
  fill: (count, key = "wedding") => rowList().append(...Array.from({ length: count }, () => buildRow(key))),
  close: () => document.querySelector("[data-open-chat]")?.remove(),
  unmount: () => {
    for (const virtual of document.querySelectorAll("[data-virtualized]")) {
      const copy = virtual.cloneNode(true);
      for (const own of copy.querySelectorAll("etle-badge")) own.remove();
      mounted.set(virtual, [...copy.childNodes]);
      virtual.dataset.virtualized = "true";
      virtual.replaceChildren();
    }
  },
  remount: () => {
    for (const [virtual, nodes] of mounted) {
      virtual.dataset.virtualized = "false";
      virtual.replaceChildren(...nodes);
    }
    mounted.clear();
  },
  // A card without an anchor: WhatsApp puts a hidden one at the end of the body, clicks it and takes it away.
  card: (href) => {
    const card = el("div", { role: "button", tabindex: "0", id: "card", class: "card" }, "Cek tilang Anda");
    card.addEventListener("click", () => {
      const hidden = el("a", { href, target: "_blank", rel: "noopener noreferrer", style: null });
      hidden.hidden = true;
      document.body.append(hidden);
      hidden.click();
      hidden.remove();
    });
    document.querySelector('[data-testid="msg-container"]').append(card);
  },
  dark: (isDark) => document.body.classList.toggle("dark", isDark),
  /** The page's own markup, as if nothing had been added to it. */
  own: () => {
    const copy = document.getElementById("app").cloneNode(true);
    for (const other of copy.querySelectorAll("etle-badge, etle-dialog, etle-bar, etle-live")) other.remove();
    return new XMLSerializer().serializeToString(copy);
  },
  counts: () => [document.scripts.length, document.styleSheets.length, document.adoptedStyleSheets.length,
    document.querySelectorAll("style, link").length],
};

// React listens at the root of the application; so do we.
document.getElementById("app").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  const file = event.target.closest(".file");
  if (link) {
    event.preventDefault();
    fx.clicks.push(link.href);
  }
  if (file) fx.files.push(file.title);
  const acting = event.target.closest("[data-acts]");
  if (acting) fx.acts.push(acting.dataset.acts);
});
document.getElementById("app").addEventListener("keydown", (event) => {
  const file = event.target.closest(".file");
  if (file && (event.key === "Enter" || event.key === " ")) fx.files.push(`key ${file.title}`);
});

const first = asked.get("chat") ?? "mixed";
if (first !== "none") openChat(first, GROUPS.has(first) ? "Warga RT 05" : "Ibu RT");
fx.start = fx.own();
fx.countsAtStart = fx.counts();
if (asked.get("rows")) fx.fill(Number(asked.get("rows")), asked.get("fill") ?? "wedding");
