"use strict";
// The question before something dangerous opens. "Back" has the focus; "open anyway" waits a moment.

const _DIALOG_WAIT = 2000; // ms: long enough to read the heading, short enough not to be fought

/**
 * Ask; resolves to whether the person wants to go on. Escape means no.
 * @param {HTMLElement} view what is known, with a heading of id `heading`
 * @param {Guard} guard
 * @returns {Promise<boolean>}
 */
function askBeforeOpening(view, { words, lang, signal }) {
  const back = element("button", { type: "button", class: "first", autofocus: true }, words.gateBack);
  const open = element("button", { type: "button", class: "quiet", disabled: true, "aria-describedby": "wait" }, words.gateOpen);
  const wait = element("p", { id: "wait", class: "rules" }, words.gateHint);
  const choices = element("div", { class: "choices" }, back, open);
  const dialog = element("dialog", { "aria-labelledby": "heading" }, view, choices, wait);
  const host = shadowed("etle-dialog", pageSheet(), dialog);
  host.toggleAttribute("data-dark", isDarkPage());
  host.setAttribute("lang", lang);
  document.body.append(host);
  dialog.showModal();
  back.focus();
  const timer = setTimeout(() => {
    open.disabled = false;
    open.removeAttribute("aria-describedby");
    wait.remove();
  }, _DIALOG_WAIT);
  return new Promise((resolve) => {
    back.addEventListener("click", () => dialog.close());
    open.addEventListener("click", () => dialog.close("open"));
    signal.addEventListener("abort", () => dialog.close());
    for (const type of ["keydown", "keypress", "click"]) host.addEventListener(type, (event) => event.stopPropagation());
    dialog.addEventListener("close", () => {
      clearTimeout(timer);
      host.remove();
      resolve(dialog.returnValue === "open");
    });
  });
}
