"use strict";
// The popup: how the guard is, a message to check, a warning to copy.

/** @param {string} id */
function _popupPart(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} id */
function _popupText(id) {
  return /** @type {HTMLTextAreaElement | HTMLInputElement} */ (_popupPart(id)).value;
}

/**
 * The state of the WhatsApp page: of the tab in front if it is one, or else of any.
 * @returns {Promise<string>}
 */
async function askHealth() {
  const { tabs, permissions } = extensionApi();
  const isAllowed = await permissions.contains({ origins: ["https://web.whatsapp.com/*"] });
  if (!isAllowed) return "no-access";
  const open = /** @type {any[]} */ (await tabs.query({})).sort((a, b) => Number(b.active) - Number(a.active));
  const asked = open.map((tab) => tabs.sendMessage(tab.id, { type: "health?" }));
  const answers = await Promise.allSettled(asked); // a tab without our page script rejects
  return answers.map((one) => (one.status === "fulfilled" ? one.value?.state : null)).find(Boolean) ?? "no-tab";
}

/**
 * Judge what was pasted and show it.
 * @param {Rulebook} rulebook
 * @param {Settings} settings
 * @param {string} lang
 */
function showVerdict(rulebook, settings, lang) {
  const words = wordsIn(lang);
  const message = _popupMessage();
  const isEmpty = message.text.trim() === "" && !message.attachments?.length;
  const result = _popupPart("result");
  _popupPart("warning").hidden = true;
  if (isEmpty) return result.replaceChildren(element("p", {}, words.popupEmpty));
  const verdict = checkMessage(message, rulebook, settings.trusted);
  const notes = [verdict.complete ? "" : words.incomplete, verdict.level === Level.CLEAR ? words.no_promise : ""];
  const { contact } = settings;
  result.replaceChildren(verdictView(verdict, { lang, whole: verdict.complete, notes: notes.filter(Boolean), contact }));
  if (verdict.level === Level.CLEAR) return undefined;
  _popupPart("warning").hidden = false;
  _popupPart("copied").textContent = "";
  _popupPart("manual").hidden = true;
  return _popupPart("copy").onclick = () => void copyWarning(warningText(verdict, lang), words);
}

/** @returns {Message} */
function _popupMessage() {
  const attachments = _popupText("files").split("\n").map((line) => line.trim()).filter(Boolean);
  return { text: _popupText("message"), sender: _popupText("sender").trim() || null, attachments, sentOn: null };
}

/**
 * Copy, or show the text where the browser does not let us.
 * @param {string} text
 * @param {Readonly<Record<string, string>>} words
 */
async function copyWarning(text, words) {
  const manual = /** @type {HTMLTextAreaElement} */ (_popupPart("manual"));
  manual.value = text;
  try {
    await navigator.clipboard.writeText(text);
    _popupPart("copied").textContent = words.popupCopied;
  } catch {
    manual.hidden = false;
    manual.setAttribute("aria-label", words.popupCopy);
    manual.select();
    _popupPart("copied").textContent = words.popupCopyFailed;
  }
}

async function startPopup() {
  const settings = await readSettings();
  const lang = languageOf(settings.language, browserLanguage());
  const words = wordsIn(lang);
  document.documentElement.lang = lang;
  document.adoptedStyleSheets = [styleSheet(STYLE_VIEW)];
  putWords(document, lang);
  const { rulebook, isStale } = await startChecker();
  const state = rulebook === null ? "unchecked" : isStale ? "stale" : await askHealth();
  const health = _popupPart("health");
  health.textContent = wordsOfState(words, state);
  health.dataset.state = state;
  if (rulebook) _popupPart("version").textContent = versionLine(rulebook, lang);
  _popupPart("form").onsubmit = (event) => {
    event.preventDefault();
    if (rulebook) showVerdict(rulebook, settings, lang);
    else _popupPart("result").textContent = health.textContent;
  };
  document.documentElement.dataset.ready = "";
}

void startPopup();
