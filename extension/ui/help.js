"use strict";
// What to do now, by what has happened, from the advice table of the rule book.

// The order in which a person looks for himself: the most urgent first.
const HELP_SITUATIONS = ["installed-apk", "gave-data", "opened-link", "received", "verify", "report-channel"];

/**
 * @param {Rulebook} rulebook
 * @param {string} situation
 * @param {string} lang
 */
function helpSection(rulebook, situation, lang) {
  const steps = rulebook.counsel.steps.get(situation) ?? [];
  if (!steps.length) return null;
  const heading = element("h2", { id: situation }, wordsIn(lang)[`help-${situation}`]);
  const list = element("ol", {}, ...steps.map((step) => element("li", {}, step.says[lang])));
  return element("section", { "aria-labelledby": situation }, heading, list);
}

async function startHelp() {
  const [settings, { rulebook }] = await Promise.all([readSettings(), startChecker()]);
  const lang = languageOf(settings.language, browserLanguage());
  document.documentElement.lang = lang;
  document.title = wordsIn(lang).helpTitle;
  putWords(document, lang);
  const sections = rulebook ? HELP_SITUATIONS.map((situation) => helpSection(rulebook, situation, lang)) : [];
  const shown = sections.filter((section) => section !== null);
  const date = dayIn(rulebook?.version.replaceAll(".", "-") ?? "", lang);
  const dated = element("p", { class: "hint" }, say(wordsIn(lang).helpDated, { date }));
  const parts = shown.length ? [...shown, dated] : [element("p", {}, wordsIn(lang).helpMissing)];
  /** @type {HTMLElement} */ (document.getElementById("steps")).append(...parts);
  document.documentElement.dataset.ready = "";
}

void startHelp();
