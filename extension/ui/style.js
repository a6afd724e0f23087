"use strict";
// How our own parts look: the same sheet for the shadow roots in WhatsApp's page and for the popup's result.
// Colours keep a contrast of at least 4.5 to 1 on their ground, in both schemes.

const STYLE_TOKENS = `
  --ground: #ffffff; --ink: #1b1b1b; --soft: #55595d; --line: #c9cdd1; --danger: #b3261e; --danger-ground: #fdecea;
  --caution: #7a4a00; --caution-ground: #fff3dc; --plain-ground: #f2f4f5; --focus: #0b57d0;
`;
const STYLE_TOKENS_DARK = `
  --ground: #1d2429; --ink: #eceff1; --soft: #b4bcc2; --line: #48525a; --danger: #ffb4ab; --danger-ground: #4a1b18;
  --caution: #ffd18a; --caution-ground: #43310f; --plain-ground: #2a333a; --focus: #a8c7fa;
`;

const STYLE_VIEW = `
  .view { color: var(--ink); font: 14px/1.45 system-ui, sans-serif; overflow-wrap: anywhere; text-align: start; }
  .view h2 { margin: 0 0 .5em; font-size: 1.1em; line-height: 1.3; }
  .view h3 { margin: .9em 0 .25em; font-size: .85em; color: var(--soft); font-weight: 600; }
  .view p { margin: .4em 0; }
  .view ul, .view ol { margin: 0; padding-inline-start: 1.3em; }
  .view li { margin: .2em 0; }
  .view[data-level=danger] h2 { color: var(--danger); }
  .view[data-level=caution] h2 { color: var(--caution); }
  .hosts { margin: .4em 0; padding: .5em .7em; border-radius: 8px; background: var(--plain-ground); }
  .hosts dt { font-size: .85em; color: var(--soft); }
  .hosts dd { margin: 0 0 .3em; font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 1.02em; }
  .hosts dt::first-letter { text-transform: uppercase; }
  .hosts dd:last-child { margin-bottom: 0; }
  .hosts bdi { letter-spacing: .12em; } /* alike in both lines, so that letters stand above each other */
  .spelled { font-weight: 700; }
  .spelled mark { background: none; color: var(--danger); text-decoration: underline wavy; text-underline-offset: 3px; }
  .rules { font-size: .8em; color: var(--soft); }
  .rules code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; }
  .note { padding-inline-start: .7em; border-inline-start: 3px solid var(--caution); }
  [data-level=clear] .note { border-color: var(--line); }
`;

const STYLE_BUTTONS = `
  button { font: 600 14px/1.3 system-ui, sans-serif; color: var(--ink); background: var(--ground); cursor: pointer;
    border: 1px solid var(--line); border-radius: 999px; padding: .5em 1.1em; min-height: 24px; }
  button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  button:disabled { cursor: default; color: var(--soft); border-style: dashed; }
  button.first { background: var(--focus); border-color: var(--focus); color: var(--ground); }
  button.quiet { background: none; border-color: transparent; text-decoration: underline; font-weight: 400; }
`;

const STYLE_PAGE = `
  :host { all: initial; ${STYLE_TOKENS} }
  :host([data-dark]) { ${STYLE_TOKENS_DARK} color-scheme: dark; }
  :host(etle-badge) { display: block; max-width: 100%; padding: 2px 4px 4px; contain: layout style; }
  :host(etle-badge[data-open]) { min-width: min(21rem, 70vw); }
  .badge { display: inline-flex; gap: .4em; align-items: center; max-width: 100%; padding: .2em .8em; font-size: 13px; }
  .badge[data-level=danger] { background: var(--danger-ground); color: var(--danger); border-color: currentColor; }
  .badge[data-level=caution] { background: var(--caution-ground); color: var(--caution); border-color: currentColor; }
  .badge[data-level=unchecked] { background: var(--plain-ground); }
  .badge[data-quiet] { background: none; border-color: transparent; font-weight: 400; font-size: 12px; }
  .panel { margin-top: 4px; padding: .8em 1em; border: 1px solid var(--line); border-radius: 10px; background: var(--ground);
    max-width: 30rem; box-sizing: border-box; }
  .panel[hidden] { display: none; }
  dialog { box-sizing: border-box; width: min(30rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem); overflow: auto;
    padding: 1.2em 1.4em; border: 2px solid var(--danger); border-radius: 14px; background: var(--ground); color: var(--ink); }
  dialog::backdrop { background: rgb(0 0 0 / 60%); }
  .choices { display: flex; flex-wrap: wrap; gap: .5em; align-items: center; margin-top: 1em; }
  .bar { position: fixed; z-index: 2147483000; inset-block-start: 0; inset-inline: 0; display: flex; gap: 1em;
    align-items: center; justify-content: center; padding: .5em 1em; background: var(--danger-ground);
    color: var(--danger); font: 600 14px/1.4 system-ui, sans-serif; border-block-end: 2px solid currentColor; }
  .spoken { position: fixed; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); }
  @media (forced-colors: active) {
    .badge, .panel, dialog, .bar { border: 2px solid CanvasText; }
    .spelled mark { color: CanvasText; }
    button.first { border: 3px solid Highlight; }
  }
`;

/** @type {CSSStyleSheet | null} */
let _styleMade = null;

/** The sheet of the shadow roots, made once. */
function pageSheet() {
  _styleMade ??= styleSheet(STYLE_PAGE + STYLE_BUTTONS + STYLE_VIEW);
  return _styleMade;
}
