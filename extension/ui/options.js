"use strict";
// The settings page. Each change is kept at once.

/** @param {string} id */
function _optionsPart(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} id of a field or a choice */
function _optionsField(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}

// The lists that a person fills, by their key in the settings: the words that stand there, and how an entry is read.
/** @type {readonly {key: "trusted" | "senders", title: string, hint: string, label: string,
 *   read: (typed: string, rulebook: Rulebook | null) => Typed}[]} */
const _OPTIONS_LISTS = [
  { key: "trusted", title: "optionsTrusted", hint: "optionsTrustedHint", label: "optionsHost", read: hostTyped },
  { key: "senders", title: "optionsSenders", hint: "optionsSendersHint", label: "optionsSender", read: senderTyped },
];
const _OPTIONS_CHOICES = /** @type {const} */ (["language", "sensitivity"]);
const _OPTIONS_LARGEST = 1024 * 1024; // bytes of a settings file

/** @param {typeof _OPTIONS_LISTS[number]} list */
function _optionsList({ key, title, hint, label }) {
  const field = element("input", { id: key, type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    "aria-describedby": `${key}-hint said` });
  return element("section", { "data-list": key, "aria-labelledby": `${key}-title` },
    element("h2", { id: `${key}-title`, "data-word": title }),
    element("p", { id: `${key}-hint`, class: "hint", "data-word": hint }),
    element("ul"),
    element("p", { class: "none", "data-word": "optionsNone" }),
    element("form", {}, element("label", { for: key, "data-word": label }), field,
      element("button", { "data-word": "optionsAdd" })));
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
    const words = wordsIn(lang);
    document.documentElement.lang = lang;
    putWords(document, lang);
    document.title = words.optionsTitle;
    for (const key of _OPTIONS_CHOICES) _optionsField(key).value = settings[key];
    _optionsField("gate").checked = settings.gate;
    for (const { key } of _OPTIONS_LISTS) this.#showList(key, words);
    for (const key of [..._OPTIONS_CHOICES, "gate"]) _optionsField(key).disabled = settings.pinned.includes(key);
    _optionsPart("pinned").hidden = settings.pinned.length === 0;
    return words;
  }

  listen() {
    for (const key of _OPTIONS_CHOICES) {
      _optionsPart(key).onchange = () => this.keep({ [key]: _optionsField(key).value });
    }
    _optionsField("gate").onchange = () => this.keep({ gate: _optionsField("gate").checked });
    for (const { key, read } of _OPTIONS_LISTS) {
      _optionsForm(key).onsubmit = (event) => {
        event.preventDefault();
        void this.#add(key, _optionsField(key), read);
      };
    }
    _optionsPart("save").onclick = () => this.#save();
    _optionsPart("load").onclick = () => _optionsField("file").click();
    _optionsField("file").onchange = () => void this.#load(_optionsField("file"));
  }

  /** @param {Partial<Settings>} changed */
  async keep(changed) {
    await writeSettings(changed);
    this.settings = await readSettings();
    this.#say(this.show().optionsSaved);
  }

  /**
   * @param {"trusted" | "senders"} key
   * @param {HTMLInputElement} field
   * @param {(typed: string, rulebook: Rulebook | null) => Typed} read
   */
  async #add(key, field, read) {
    const words = this.show();
    const typed = field.value.trim();
    const { entry, problem } = read(typed, this.rulebook);
    if (entry === null) return this.#say(say(words[problem], { entry: typed }));
    field.value = "";
    return this.keep({ [key]: [...new Set([...this.settings[key], entry])].sort() });
  }

  /**
   * @param {"trusted" | "senders"} key
   * @param {Readonly<Record<string, string>>} words
   */
  #showList(key, words) {
    const { [key]: entries, pinned } = this.settings;
    const isPinned = pinned.includes(key);
    const section = _optionsSection(key);
    const items = entries.map((entry) => {
      const remove = element("button", { type: "button", class: "quiet" }, say(words.optionsRemove, { entry }));
      remove.onclick = () => this.keep({ [key]: this.settings[key].filter((other) => other !== entry) });
      return element("li", {}, element("bdi", {}, entry), " ", isPinned ? null : remove);
    });
    section.querySelector("ul")?.replaceChildren(...items);
    /** @type {HTMLElement} */ (section.querySelector(".none")).hidden = entries.length > 0;
    _optionsForm(key).hidden = isPinned;
  }

  /** Offer the settings as a file; the browser asks where to keep it. */
  #save() {
    const url = URL.createObjectURL(new Blob([settingsFile(this.settings)], { type: "application/json" }));
    element("a", { href: url, download: "etle-guard.json" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000); // the browser has read it by then
  }

  /** Take settings from a file; a file that is not whole changes nothing. @param {HTMLInputElement} field */
  async #load(field) {
    const [file] = field.files ?? [];
    field.value = "";
    if (!file) return;
    const words = this.show();
    try {
      if (file.size > _OPTIONS_LARGEST) throw new RangeError(`${file.size} > ${_OPTIONS_LARGEST}`);
      const found = this.#readable(settingsFromFile(await file.text()));
      await this.keep(found);
      this.#say(words.optionsLoaded);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#say(say(words.optionsBadFile, { name: file.name, problem: error.message }));
    }
  }

  /** Entries as if they had been typed. Throws RangeError where one cannot be used. @param {Partial<Settings>} found */
  #readable(found) {
    const lists = _OPTIONS_LISTS.filter(({ key }) => found[key]).map(({ key, read }) => {
      const entries = found[key]?.map((typed) => {
        const { entry } = read(typed, this.rulebook);
        if (entry === null) throw new RangeError(`${key}: ${typed}`);
        return entry;
      });
      return [key, entries];
    });
    return { ...found, ...Object.fromEntries(lists) };
  }

  /** @param {string} sentence */
  #say(sentence) {
    _optionsPart("said").textContent = sentence;
  }
}

/** @param {string} key of a list */
function _optionsSection(key) {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-list="${key}"]`));
}

/** @param {string} key of a list */
function _optionsForm(key) {
  return /** @type {HTMLFormElement} */ (_optionsSection(key).querySelector("form"));
}

async function startOptions() {
  const [settings, { rulebook }] = await Promise.all([readSettings(), startChecker()]);
  _optionsPart("lists").append(..._OPTIONS_LISTS.map(_optionsList));
  const page = new OptionsPage(settings, rulebook);
  page.show();
  page.listen();
  document.documentElement.dataset.ready = "";
}

void startOptions();
