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

/**
 * What a person typed for a list, as it is kept; or the word that says what is wrong with it.
 * @typedef {{entry: string, problem: ""} | {entry: null, problem: string}} Typed
 */

// The lists that a person fills, by their key in the settings.
/** @type {readonly {key: "trusted" | "senders", field: string, read: (typed: string, rulebook: Rulebook | null) => Typed}[]} */
const _OPTIONS_LISTS = [
  { key: "trusted", field: "host", read: hostTyped },
  { key: "senders", field: "sender", read: senderTyped },
];
const _OPTIONS_CHOICES = /** @type {const} */ (["language", "sensitivity"]);
const _OPTIONS_LARGEST = 1024 * 1024; // bytes of a settings file

/**
 * The host that a person typed, as the core reads it. A public suffix, or a host that is shared, is refused.
 * @param {string} typed
 * @param {Rulebook | null} rulebook
 * @returns {Typed}
 */
function hostTyped(typed, rulebook) {
  const link = typed && rulebook ? splitLink(typed, rulebook.links) : null;
  if (rulebook === null || !link || link.host.kind !== "name" || link.userinfo !== "" || !link.host.ascii.includes(".")) {
    return { entry: null, problem: "optionsBadHost" };
  }
  const { ascii, registrable } = link.host;
  const isShared = registrable === null || rulebook.shorteners.has(ascii) || rulebook.targets.free.has(ascii);
  return isShared ? { entry: null, problem: "optionsShared" } : { entry: ascii, problem: "" };
}

/**
 * A number in the one form that senders are compared in, or a name as it is saved. What a stranger calls himself
 * (`~ Name`) is no saved name.
 * @param {string} typed
 * @returns {Typed}
 */
function senderTyped(typed) {
  const entry = senderKey(typed);
  return entry === "" ? { entry: null, problem: "optionsBadSender" } : { entry, problem: "" };
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
    for (const { key, field, read } of _OPTIONS_LISTS) {
      _optionsForm(key).onsubmit = (event) => {
        event.preventDefault();
        void this.#add(key, _optionsField(field), read);
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
  const page = new OptionsPage(settings, rulebook);
  page.show();
  page.listen();
  document.documentElement.dataset.ready = "";
}

void startOptions();
