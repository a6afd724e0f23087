"use strict";
// The page around the messages as React draws it. The builders of rows stay the only ones that know the markup: what
// they build is never shown, only told to React. `fx` is how tests play WhatsApp, `fx.faults` all that React minds.

const faults = [];
const notes = (kind) => (error) => faults.push(`${kind}: ${error?.message ?? error}`);
window.addEventListener("error", (event) => notes("thrown")(event.error ?? event.message));
window.addEventListener("unhandledrejection", (event) => notes("rejected")(event.reason));
console.error = (...told) => notes("console")(told.map(String).join(" "));

/** React's files are CommonJS. The test serves each as a function of this table. */
function required(name) {
  const part = REACT_PARTS[name];
  if (!part.module) {
    part.module = { exports: {} };
    part.load(part.module, part.module.exports, required, { env: {} });
  }
  return part.module.exports;
}

const { Component, createElement, memo, useState } = required("react");
const { flushSync } = required("react-dom");
const { createRoot } = required("react-dom/client");

// --- rows -------------------------------------------------------------------------------------------------------------

const REACT_NAMES = { class: "className", tabindex: "tabIndex" };

/** What React is to draw for a node that a builder made. */
function described(node, onMore) {
  if (node instanceof Text) return node.data;
  const given = [...node.attributes].map(({ name, value }) => [REACT_NAMES[name] ?? name, value]);
  const onClick = node.matches(".read-more-button") ? onMore : undefined;
  const children = [...node.childNodes].map((child) => described(child, onMore));
  return createElement(node.localName, { ...Object.fromEntries(given), onClick }, ...children);
}

/**
 * The row of a message. A hidden one keeps its place but not its content, as rows far from the window do; a liked one
 * has a reaction at the end of its bubble.
 */
function built({ id, message, isHidden, isLiked }) {
  PAGE.count = Number(id);
  const row = MARKUP[PAGE.markup](message, `3EB0${id}`);
  const virtual = row.querySelector("[data-virtualized]");
  if (isLiked) row.querySelector(".bubble").append(el("div", { class: "reaction" }, "👍"));
  if (isHidden) {
    virtual.dataset.virtualized = "true";
    virtual.replaceChildren();
  }
  return row;
}

const read = (row) => ({ ...row, message: { ...row.message, text: row.message.text + row.message.rest, rest: null } });

const Row = memo(function Row(row) {
  const [isRead, setRead] = useState(false);
  return described(built(isRead ? read(row) : row), () => setRead(true));
});

class Boundary extends Component {
  state = { hasFailed: false };
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  componentDidCatch(error) {
    notes("boundary")(error);
  }
  render() {
    return this.state.hasFailed ? "gagal" : this.props.children;
  }
}

// --- the page ---------------------------------------------------------------------------------------------------------

const h = createElement;

function Chat({ name, rows }) {
  const list = h("div", { role: "application", className: "copyable-area" },
    rows.map((row) => h(Row, { key: row.id, ...row })));
  return h("div", { id: "main", "data-open-chat": "" },
    h("header", {}, h("span", { dir: "auto", title: name }, name)),
    h("div", { className: "scroller", "data-testid": "conversation-panel-messages", tabIndex: 0 }, list),
    h("footer", {}, h("div", { contentEditable: true, suppressContentEditableWarning: true, role: "textbox" })));
}

function App({ chat }) {
  const side = h("div", { id: "side" }, h("div", { id: "pane-side" }, "Daftar chat"));
  return h("div", { className: "frame" }, side, chat && h(Boundary, {}, h(Chat, { key: chat.name, ...chat })));
}

let root = null;
let chat = null;

function draw(next) {
  chat = next;
  root ??= createRoot(document.getElementById("app"), {
    onUncaughtError: notes("uncaught"),
    onCaughtError: notes("caught"),
    onRecoverableError: notes("recoverable"),
  });
  flushSync(() => root.render(h(App, { chat })));
}

const others = (id) => chat.rows.filter((row) => row.id !== id);
const rowOf = (id, key) => ({ id, message: MESSAGES[key], isHidden: false, isLiked: false });
const changeRows = (change) => drawRows(chat.rows.map((row) => ({ ...row, ...change(row) })));
const drawRows = (rows) => draw({ ...chat, rows });
const ownRow = (id) => document.querySelector(`[data-id="3EB0${id}"]`)?.closest('[role="row"]') ?? null;

window.fx = {
  faults,
  open: (name, rows) => draw({ name, rows: rows.map(([id, key]) => rowOf(id, key)) }),
  close: () => draw(null),
  again: () => changeRows(({ message }) => ({ message: { ...message } })),
  edit: (id, key) => changeRows((row) => (row.id === id ? { message: MESSAGES[key] } : {})),
  remove: (id) => drawRows(others(id)),
  put: (place, id, key) => drawRows(others(id).toSpliced(place, 0, rowOf(id, key))),
  order: (ids) => drawRows(ids.map((id) => chat.rows.find((row) => row.id === id))),
  hide: (ids) => changeRows(({ id }) => ({ isHidden: ids.includes(id) })),
  like: (ids) => changeRows(({ id }) => ({ isLiked: ids.includes(id) })),
  link: (isLinked) => {
    PAGE.isLinked = isLinked;
    fx.again();
  },
  unmount: () => {
    root.unmount();
    root = null;
  },
  more: (id) => flushSync(() => ownRow(id).querySelector(".read-more-button").click()),
  /** Whether the rows, but for what is ours, are what React was told to draw. `whole` names those read on. */
  isAsTold: (whole = []) => {
    const rows = [...document.querySelectorAll('[role="row"]')].map((row) => row.cloneNode(true));
    for (const own of rows.flatMap((row) => [...row.querySelectorAll("etle-badge")])) own.remove();
    const wanted = (chat?.rows ?? []).map((row) => built(whole.includes(row.id) ? read(row) : row));
    return rows.length === wanted.length && rows.every((row, index) => row.isEqualNode(wanted[index]));
  },
  /** The levels of the marks in each row, in the order of the page. */
  marks: () => [...document.querySelectorAll('[role="row"]')].map((row) => [...row.querySelectorAll("etle-badge")].map(
    (badge) => badge.shadowRoot.querySelector("button").dataset.level).join(" ")),
};
