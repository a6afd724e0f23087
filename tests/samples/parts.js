"use strict";
// Parts of a message that look alike in every month: text with links, file tiles, stamps.

const ADDRESS = /((?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.)+(?:top|com|id|xyz)(?:[/@]\S*)?)/gi;
const EMOJI = /(\p{Extended_Pictographic})/u;

/** The text, with links as anchors where the chat is trusted, and emoji as images where asked. */
function textNodes(message, isLinked) {
  if (!isLinked) return emojiNodes(message.text, message);
  return message.text.split(ADDRESS).flatMap((part, index) => (index % 2 ? [anchor(part, message)] : emojiNodes(part, message)));
}

function emojiNodes(text, { images }) {
  if (!images) return [text];
  const picture = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  return text.split(EMOJI).map((part, index) => (index % 2 ? el("img", { alt: part, src: picture, class: "emoji" }) : part));
}

function anchor(shown, { href }) {
  const target = href ?? (/^https?:/i.test(shown) ? shown : `http://${shown}`);
  return el("a", { href: target, title: target, target: "_blank", rel: "noopener noreferrer", dir: "ltr", class: "copyable-text" }, shown);
}

/** "Read more" and what it brings, as a click does it in place. */
function readMore(message, span, attributes) {
  if (!message.rest) return null;
  const more = el("div", { role: "button", tabindex: "0", class: "read-more-button", ...attributes }, "Baca selengkapnya");
  more.addEventListener("click", () => {
    const whole = { ...message, text: message.text + message.rest, rest: null };
    more.remove();
    span.replaceChildren(...textNodes(whole, PAGE.isLinked));
  });
  return more;
}

function fileTile({ file, size }, attributes) {
  const type = file.split(".").pop().toUpperCase();
  const icon = el("span", { "data-icon": `document-${type.slice(0, 3)}-icon`, class: "file-icon" }, type.slice(0, 3));
  const facts = el("div", { class: "file-facts" },
    el("span", { "data-meta-key": "type", title: type }, type), " • ", el("span", { title: size }, size));
  return el("div", { role: "button", tabindex: "0", title: `Unduh "${file}"`, class: "file", ...attributes },
    icon, el("div", {}, el("span", { dir: "auto" }, file), facts));
}

/** The stamp that a copied message starts with. Day and month come in the order of the person's language. */
function stamp(message) {
  return `[10:${String(PAGE.count % 60).padStart(2, "0")}, 23/11/2026] ${message.from ?? "Saya"}: `;
}

function clock(message) {
  const icon = message.undelivered ? "msg-check" : "msg-dblcheck";
  const ticks = message.from ? null : el("span", { "data-icon": icon, "aria-hidden": "true" }, "✓");
  return el("div", { class: "clock" }, "10.24 ", ticks);
}

function authorLabel(message) {
  return el("span", { "aria-label": message.from ? `${message.from}:` : "Anda:" });
}
