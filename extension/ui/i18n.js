"use strict";
// Which language to speak, and words of it with their gaps filled.

/**
 * The words of a language.
 * @param {string} lang `id` or `en`
 */
function wordsIn(lang) {
  return WORDS[lang] ?? WORDS.id;
}

/**
 * Take over the words that stand around a verdict in the terminal too.
 * @param {Rulebook} rulebook
 * @returns {Rulebook} the same
 */
function withWords(rulebook) {
  for (const lang of Object.keys(WORDS)) Object.assign(WORDS[lang], rulebook.words[lang]);
  return rulebook;
}

/**
 * The language to speak: the one chosen, or else Indonesian unless the browser speaks English.
 * @param {string} chosen `auto`, `id` or `en`
 * @param {string} browser a language tag such as `en-GB`
 */
function languageOf(chosen, browser) {
  if (Object.hasOwn(WORDS, chosen)) return chosen;
  return browser.toLowerCase().startsWith("en") ? "en" : "id";
}

/** The language that the browser's own surface speaks. */
function browserLanguage() {
  return extensionApi()?.i18n?.getUILanguage?.() ?? navigator.language;
}

/**
 * A sentence with `{keys}` filled in.
 * @param {string} sentence
 * @param {Readonly<Record<string, string>>} values
 */
function say(sentence, values) {
  return fill(sentence, values);
}

/**
 * Put the words into every element that names one by `data-word`.
 * @param {ParentNode} root
 * @param {string} lang
 */
function putWords(root, lang) {
  const words = wordsIn(lang);
  for (const named of root.querySelectorAll("[data-word]")) {
    named.textContent = words[/** @type {HTMLElement} */ (named).dataset.word ?? ""] ?? "";
  }
}

/**
 * What a state of health says.
 * @param {Readonly<Record<string, string>>} words
 * @param {string} state
 */
function wordsOfState(words, state) {
  return words[state === "unchecked" ? "unchecked_state" : state] ?? state;
}

/**
 * Of what day tables and model are, and from how many messages the model learnt.
 * @param {Rulebook} rulebook
 * @param {string} lang
 */
function versionLine({ version, trainedOn: day, trainedWith }, lang) {
  const count = String(trainedWith).replace(/\B(?=(\d{3})+$)/g, lang === "id" ? "." : ",");
  return say(wordsIn(lang).version, { version, day, count });
}
