"use strict";
// Parts of a message that look alike in every month: text with links, file tiles, stamps. What a month calls them
// stands in its DIALECT.

const ADDRESS = /((?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.)+(?:top|com|id|xyz)(?:[/@]\S*)?)/gi;
const EMOJI = /(\p{Extended_Pictographic})/u;

/** The attributes by which this month marks a part. */
const named = (part) => DIALECT[PAGE.markup]?.[part] ?? {};

/** The text, with links as anchors where the chat is trusted, and emoji as images where asked. */
function textNodes(message, isLinked) {
  if (!isLinked) return plainNodes(message.text, message);
  return message.text.split(ADDRESS).flatMap((part, index) => (index % 2 ? [anchor(part, message)] : plainNodes(part, message)));
}

function plainNodes(text, { images, sought }) {
  if (sought) return soughtNodes(text, sought);
  if (!images) return [text];
  const picture = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  return text.split(EMOJI).map((part, index) => (index % 2 ? el("img", { alt: part, src: picture, class: "emoji" }) : part));
}

/** A word that was looked for in the chat is emphasised wherever it stands, even within a link. */
function soughtNodes(text, sought) {
  return text.split(sought).flatMap((part, index) => (index ? [el("strong", named("inline"), sought), part] : [part]));
}

function anchor(shown, { href, sought }) {
  const target = href ?? (/^https?:/i.test(shown) ? shown : `http://${shown}`);
  return el("a", { href: target, title: target, target: "_blank", rel: "noopener noreferrer", dir: "ltr", class: "copyable-text" },
    ...plainNodes(shown, { sought }));
}

/** The text of a message or caption, under its stamp. */
function textBlock(message) {
  if (!message.text) return null;
  const span = el("span", { dir: "ltr", ...named("text") });
  const nodes = richNodes(message);
  span.append(...(DIALECT[PAGE.markup].isWrapped ? [el("span", {}, ...nodes)] : nodes));
  return el("div", { class: "copyable-text", "data-pre-plain-text": stamp(message) },
    el("div", named("textBox"), span, readMore(message, span)));
}

/** "Read more" and what it brings, as a click does it in place. */
function readMore(message, span) {
  if (!message.rest) return null;
  const more = el("div", { role: "button", tabindex: "0", class: "read-more-button", ...named("readMore") }, WORDS.more);
  more.addEventListener("click", () => {
    const whole = { ...message, text: message.text + message.rest, rest: null };
    more.remove();
    span.replaceChildren(...richNodes(whole));
  });
  return more;
}

function quoteOf({ quote }) {
  if (!quote) return null;
  const shown = quote.file ? [el("span", { "data-icon": "document-APK-icon" }), el("span", { dir: "auto" }, quote.file)]
    : [el("span", { dir: "ltr", ...named("quoted") }, quote.text)];
  return el("div", { role: "button", class: "quote", ...named("quote") },
    el("span", { dir: "auto", ...named("quotedFrom") }, isolated(quote.from)), ...shown);
}

function fileTile({ file, size }) {
  const type = file.split(".").pop().toUpperCase();
  const icon = el("span", { "data-icon": `document-${type.slice(0, 3)}-icon`, class: "file-icon" }, type.slice(0, 3));
  const facts = el("div", { class: "file-facts" },
    el("span", { "data-meta-key": "type", title: type }, type), " • ", el("span", { title: size }, size));
  return el("div", { role: "button", tabindex: "0", title: `${WORDS.download} "${file}"`, class: "file", ...named("file") },
    icon, el("div", {}, el("span", { dir: "auto" }, file), facts));
}

/** The stamp that a copied message starts with. Day and month come in the order of the person's language. */
function stamp(message) {
  const minute = String(PAGE.count % 60).padStart(2, "0");
  const time = PAGE.lang === "ar" ? arabicDigits(`10:${minute}، 23\u200f/11\u200f/2026`) : `10:${minute}, 23/11/2026`;
  return `[${time}] ${message.from ? isolated(stampName(message)) : "Saya"}: `;
}

/** Whom the stamp names in a group: the number of somebody who is not saved, or the name that he gives himself. */
const stampName = (message) => (PAGE.isGroup && DIALECT[PAGE.markup].stampsOwnName ? "~ Warga" : message.from);

function clock(message) {
  const icon = message.undelivered ? "msg-check" : "msg-dblcheck";
  const ticks = message.from ? null : el("span", { "data-icon": icon, "aria-hidden": "true" }, "✓");
  return el("div", { class: "clock" }, "10.24 ", ticks);
}

/** In a group, who writes can be seen; elsewhere only a screen reader is told. */
function authorLabel(message) {
  if (!PAGE.isGroup || !message.from) return el("span", { "aria-label": `${message.from ? isolated(message.from) : WORDS.you}:` });
  return el("div", { class: "author" }, el("span", { dir: "auto" }, "~ Warga"), " ", el("span", { class: "number" }, isolated(message.from)));
}

function forwardLabel({ forwards }) {
  return forwards ? el("div", { class: "forwarded" }, el("span", { "data-icon": "forward-refreshed", "aria-hidden": "true" }),
    el("span", {}, WORDS[forwards])) : null;
}
