"use strict";
// The kinds of bubble: what stands in it, by what the message has. One row for each kind.

const PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

const KINDS = {
  deleted: () => [el("div", {}, icon("recalled"), el("span", { dir: "auto" }, WORDS.deleted))],
  viewOnce: () => [el("div", {}, icon("view-once"), el("span", { dir: "auto" }, WORDS.viewed))],
  voice: () => [acting("play", { "aria-label": WORDS.play }, icon("audio-play")), el("div", { role: "slider", "aria-valuetext": "0:00/0:23" }), "0:23"],
  sticker: () => [el("img", { alt: WORDS.sticker, src: PIXEL, class: "sticker" })],
  contact: ({ name }) => [el("div", { class: "card" }, el("span", { dir: "auto", title: name }, name)), acting("action", {}, WORDS.contact)],
  place: ({ href }) => [el("a", { href, target: "_blank", rel: "noopener noreferrer", title: WORDS.place }, el("img", { alt: "", src: PIXEL, class: "map" }))],
  poll: (message) => [textBlock(message), el("div", { class: "forwarded" }, WORDS.poll),
    ...message.choices.map((choice, index) => el("div", { "data-id": `choice-${index}`, role: "checkbox", "aria-checked": "false" }, el("span", { dir: "auto" }, choice), " 2")),
    acting("action", {}, WORDS.votes)],
};

/** What stands between the author and the time. */
function bubbleContent(message) {
  if (message.kind) return KINDS[message.kind](message);
  return [
    forwardLabel(message),
    quoteOf(message),
    pictures(message),
    message.file ? fileTile(message) : null,
    previewCard(message),
    textBlock(message),
    ...(message.buttons ?? []).map(businessButton),
    message.options ? acting("action", {}, icon("list"), WORDS.options) : null,
  ];
}

const icon = (name) => el("span", { "data-icon": name, "aria-hidden": "true" });

/** Something that does its work by itself and tells `fx` so. */
function acting(name, attributes, ...children) {
  return el("div", { role: "button", tabindex: "0", class: name, "data-acts": name, ...attributes }, ...children);
}

/** One picture, or an album: tiles that are messages of their own inside one row. */
function pictures({ pictures: count }) {
  if (!count) return null;
  const tile = (index) => el("div", count > 1 ? { "data-id": `picture-${PAGE.count}-${index}` } : {},
    acting("picture", { "aria-label": WORDS.picture }, el("img", { alt: "", src: PIXEL }),
      index === 3 && count > 4 ? el("span", {}, `+${count - 3}`) : null));
  return el("div", { class: "pictures" }, ...Array.from({ length: Math.min(count, 4) }, (_, index) => tile(index)));
}

/** What a link leads to, as the sender's phone saw it. No anchor, as with the buttons of a business. */
function previewCard({ card }) {
  if (!card) return null;
  const lines = [card.title, card.about, card.host].map((line) => el("div", { dir: "auto" }, line));
  return opening("card", card.href, DIALECT[PAGE.markup].titlesCards ? { title: card.title } : {}, ...lines);
}

function businessButton({ label, href, call }) {
  return call ? acting("action", {}, icon("call"), el("span", { dir: "auto" }, label))
    : opening("action", href, {}, icon("external-link"), el("span", { dir: "auto" }, label));
}

/** Opens an address that stands nowhere in the row: a hidden anchor at the end of the body, clicked and taken away. */
function opening(name, href, attributes, ...children) {
  const made = el("div", { role: "button", tabindex: "0", class: `${name} opens`, ...attributes }, ...children);
  const open = () => {
    const hidden = el("a", { href, target: "_blank", rel: "noopener noreferrer" });
    hidden.hidden = true;
    hidden.addEventListener("click", (event) => {
      event.preventDefault();
      fx.opened.push(href);
    });
    document.body.append(hidden);
    hidden.click();
    hidden.remove();
  };
  made.addEventListener("click", open);
  made.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") open();
  });
  return made;
}
