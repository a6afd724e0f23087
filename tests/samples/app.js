"use strict";
// The page around the messages: a list of chats, one open chat, and `fx`, by which tests play WhatsApp.

const asked = new URLSearchParams(location.search);
const PAGE = {
  markup: asked.get("markup") ?? "2026-09",
  isLinked: asked.get("linked") !== "0",
  isGroup: asked.get("chat") === "group",
  count: 0,
};
document.body.classList.toggle("dark", asked.get("dark") === "1");

const frame = el("div", { class: "frame" }, el("div", { id: "side" },
  el("div", { id: "pane-side" }, el("div", { role: "grid", "aria-label": "Daftar chat" },
    el("div", { role: "row" }, el("div", { role: "gridcell" }, el("span", { title: "Ibu RT" }, "Ibu RT")))))));
document.getElementById("app").append(frame);

function buildRow(key) {
  PAGE.count += 1;
  return MARKUP[PAGE.markup](MESSAGES[key], `3EB0${(0xabc000 + PAGE.count).toString(16).toUpperCase()}`);
}

function openChat(keys, name) {
  document.querySelector("[data-open-chat]")?.remove();
  const list = el("div", { role: "application", class: "copyable-area" }, ...keys.map(buildRow));
  if (PAGE.markup.startsWith("2026-0") && PAGE.markup !== "2026-04") list.prepend(notice("Pesan terenkripsi secara end-to-end."));
  const scroller = el("div", { class: "scroller", "data-scrolltracepolicy": "wa.web.conversation.messages",
    "data-testid": "conversation-panel-messages", tabindex: "0" }, list);
  const header = el("header", {}, el("span", { dir: "auto", title: name }, name));
  const composer = el("div", { contenteditable: "true", role: "textbox", "aria-label": "Ketik pesan" });
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
  open: (chat, name = "Ibu RT") => openChat(CHATS[chat], name),
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
});
document.getElementById("app").addEventListener("keydown", (event) => {
  const file = event.target.closest(".file");
  if (file && (event.key === "Enter" || event.key === " ")) fx.files.push(`key ${file.title}`);
});

if (asked.get("chat") !== "none") openChat(CHATS[asked.get("chat") ?? "mixed"], PAGE.isGroup ? "Warga RT 05" : "Ibu RT");
fx.start = fx.own();
fx.countsAtStart = fx.counts();
if (asked.get("rows")) fx.fill(Number(asked.get("rows")), asked.get("fill") ?? "wedding");
