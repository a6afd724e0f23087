"use strict";
// The settings page. Each change is kept at once.

/** @param {string} id */
function _optionsPart(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

class OptionsPage {
  /**
   * @param {Settings} settings
   * @param {Rulebook | null} rulebook
   */
  constructor(settings, rulebook) {
    this.settings = settings;
    this.rulebook = rulebook;
  }

  show() {
    const { settings } = this;
    const lang = languageOf(settings.language, browserLanguage());
    document.documentElement.lang = lang;
    this.words = wordsIn(lang);
    putWords(document, lang);
    document.title = this.words.optionsTitle;
    /** @type {HTMLSelectElement} */ (_optionsPart("language")).value = settings.language;
    /** @type {HTMLInputElement} */ (_optionsPart("gate")).checked = settings.gate;
    _optionsPart("trusted").replaceChildren(...settings.trusted.map((host) => this.#trustedItem(host)));
    _optionsPart("none").hidden = settings.trusted.length > 0;
    return this.words;
  }

  listen() {
    _optionsPart("language").onchange = (event) => this.keep({ language: /** @type {any} */ (event.target).value });
    _optionsPart("gate").onchange = (event) => this.keep({ gate: /** @type {any} */ (event.target).checked });
    _optionsPart("add").onsubmit = (event) => {
      event.preventDefault();
      void this.#add(/** @type {HTMLInputElement} */ (_optionsPart("host")));
    };
  }

  /** @param {Partial<Settings>} changed */
  async keep(changed) {
    await writeSettings(changed);
    this.settings = settingsFrom({ ...this.settings, ...changed });
    this.#say(this.show().optionsSaved);
  }

  /** @param {HTMLInputElement} field */
  async #add(field) {
    const words = this.show();
    const typed = field.value.trim();
    const { host, problem } = this.#hostFrom(typed);
    if (host === null) return this.#say(say(words[problem], { host: typed }));
    field.value = "";
    return this.keep({ trusted: [...new Set([...this.settings.trusted, host])].sort() });
  }

  /**
   * The host that a person typed, as the core reads it. A public suffix, or a host that is shared, is refused.
   * @param {string} typed
   * @returns {{host: string, problem: ""} | {host: null, problem: string}}
   */
  #hostFrom(typed) {
    const { rulebook } = this;
    const link = typed && rulebook ? splitLink(typed, rulebook.links) : null;
    if (rulebook === null || !link || link.host.kind !== "name" || link.userinfo !== "" || !link.host.ascii.includes(".")) {
      return { host: null, problem: "optionsBadHost" };
    }
    const { ascii, registrable } = link.host;
    const isShared = registrable === null || rulebook.shorteners.has(ascii) || rulebook.targets.free.has(ascii);
    return isShared ? { host: null, problem: "optionsShared" } : { host: ascii, problem: "" };
  }

  /** @param {string} host */
  #trustedItem(host) {
    const words = wordsIn(document.documentElement.lang);
    const remove = element("button", { type: "button", class: "quiet" }, say(words.optionsRemove, { host }));
    remove.onclick = () => this.keep({ trusted: this.settings.trusted.filter((other) => other !== host) });
    return element("li", {}, element("bdi", {}, host), " ", remove);
  }

  /** @param {string} sentence */
  #say(sentence) {
    _optionsPart("said").textContent = sentence;
  }
}

async function startOptions() {
  const [settings, { rulebook }] = await Promise.all([readSettings(), startChecker()]);
  const page = new OptionsPage(settings, rulebook);
  page.show();
  page.listen();
  document.documentElement.dataset.ready = "";
}

void startOptions();
