"use strict";
// The rule book: every table and the text model, read once. `data/rulebook.json` and `data/model.json` hold them.
// Twin of etle_guard/rulebook.py, which reads and checks the tables themselves and writes those two files.

const _RULEBOOK_FORMAT = 1;
const _RULEBOOK_LISTS = ["official", "operated", "neighbour", "well_known"];

/**
 * A row of a table, as it was exported.
 * @typedef {Readonly<Record<string, any>>} Row
 *
 * File types by danger, the words of pretexts (between spaces), and the endings that a disguise shows.
 * @typedef {Readonly<{classes: ReadonlyMap<string, string>, pretexts: ReadonlyMap<string, string>,
 *   harmless: ReadonlySet<string>}>} Files
 *
 * Which findings silence others, which cap the level, and from how many points a level begins.
 * @typedef {Readonly<{silences: readonly Row[], caps: readonly Row[], caution: number, danger: number}>} Combinations
 *
 * Everything that rules look up. `silence` is what the text model reads in no text; `listed` holds every host of
 * whatever table; `trainedOn` and `trainedWith` say from what day the model is and how many messages it learnt from.
 * @typedef {Readonly<{version: string, cards: ReadonlyMap<string, RuleCard>, combinations: Combinations,
 *   links: LinkTables, fold: FoldTable, model: TextModel, silence: Reading, targets: Targets, official: ReadonlyMap<string, Row>,
 *   operated: ReadonlyMap<string, Row>, neighbours: ReadonlyMap<string, Row>, wellKnown: ReadonlySet<string>,
 *   shorteners: ReadonlySet<string>, listed: ReadonlySet<string>, redirectParameters: ReadonlySet<string>, files: Files,
 *   numbers: ReadonlyMap<string, Row>, senderNames: ReadonlyMap<string, Row>, events: readonly Row[],
 *   counsel: Counsel,
 *   words: Readonly<Record<string, Readonly<Record<string, string>>>>, trainedOn: string,
 *   trainedWith: number}>} Rulebook
 */

/**
 * The rule book of the two exported files, parsed. Throws RulebookError, FoldTableError or ModelError.
 * @param {{rulebook: any, model: any}} files
 * @returns {Rulebook}
 */
function loadRulebook({ rulebook, model }) {
  if (rulebook?.format !== _RULEBOOK_FORMAT) {
    throw new RulebookError(`rulebook.json: format is ${rulebook?.format}, expected ${_RULEBOOK_FORMAT}`);
  }
  const { fold: _, ...shapes } = SHAPES; // stands in the model
  checkShape(rulebook, { ...shapes, suffixes: "map" }, "rulebook.json");
  checkRules(rulebook.rules.rule.map((/** @type {Row} */ row) => row.id), "rulebook.json: rules.rule");
  return makeRulebook(rulebook, model);
}

/**
 * Build a rule book from the exported tables and the content of a model file.
 * @param {any} tables
 * @param {any} model
 * @returns {Rulebook}
 */
function makeRulebook(tables, model) {
  const textModel = loadModel(model);
  const { fold } = textModel; // the one that the model was trained with serves hosts and file names too
  const files = _rulebookFiles(tables.files);
  const fileTypes = new Set([...files.classes.keys(), ...files.harmless]);
  fileTypes.delete("com");
  const { hosts, services } = tables;
  return {
    version: tables.version,
    cards: _rulebookCards(tables.rules),
    combinations: _rulebookCombinations(tables.combinations),
    links: { hostMap: makeHostMap(tables.host_map), suffixes: makeSuffixes(tables.suffixes), fileTypes },
    fold,
    model: textModel,
    silence: readText("", textModel),
    targets: _rulebookTargets(tables, fold),
    official: _rulebookOfficial(hosts.official),
    operated: _rulebookBy(hosts.operated, "host"),
    neighbours: _rulebookBy(hosts.neighbour, "host"),
    wellKnown: _rulebookSet(hosts.well_known, "host"),
    shorteners: _rulebookSet(services.shortener, "host"),
    listed: new Set(_RULEBOOK_LISTS.flatMap((kind) => hosts[kind]).concat(services.shortener).map(_rulebookHost)),
    redirectParameters: _rulebookSet(services.redirect_parameter, "name"),
    files,
    numbers: new Map(tables.senders.number.map((/** @type {Row} */ row) => [parseSender(row.number).number, row])),
    senderNames: new Map(tables.senders.name.map((/** @type {Row} */ row) => [asciiLower(row.name), row])),
    events: _rulebookSorted(tables.channels.event, "date"),
    counsel: makeCounsel(tables.advice.step, tables.wordings.heading),
    words: tables.wordings.words,
    trainedOn: String(model.trained_on),
    trainedWith: Number(model.corpus_messages),
  };
}

/**
 * @param {readonly Row[]} rows
 * @param {string} key
 * @returns {Map<string, Row>}
 */
function _rulebookBy(rows, key) {
  return new Map(rows.map((row) => [row[key], row]));
}

/**
 * @param {readonly Row[]} rows
 * @param {string} key
 * @returns {Set<string>}
 */
function _rulebookSet(rows, key) {
  return new Set(rows.map((row) => row[key]));
}

/**
 * @param {readonly Row[]} rows
 * @param {string} key
 * @returns {Row[]}
 */
function _rulebookSorted(rows, key) {
  return [...rows].sort((a, b) => compareText(a[key], b[key]));
}

/**
 * @param {readonly Row[]} rows
 * @returns {Map<string, Row>}
 */
function _rulebookOfficial(rows) {
  const exact = _rulebookBy(rows, "host");
  for (const row of rows) if (!row.host.startsWith("www.")) exact.set("www." + row.host, row);
  return exact;
}

/**
 * @param {Row} table
 * @returns {Map<string, RuleCard>}
 */
function _rulebookCards(table) {
  const cards = new Map();
  const how = new Map(table.trick.map((/** @type {Row} */ row) => [row.id, row.says]));
  for (const { id, kind, points, says, bare_id, bare_en, quiet_when_clear } of table.rule) {
    cards.set(id, { id, kind, points, says, how, bare: { id: bare_id, en: bare_en }, quiet: quiet_when_clear === true });
  }
  return cards;
}

/**
 * @param {Row} table
 * @returns {Combinations}
 */
function _rulebookCombinations(table) {
  const { silence, cap, levels } = table;
  return { silences: silence, caps: cap, caution: levels.caution, danger: levels.danger };
}

/**
 * @param {Row} table
 * @returns {Files}
 */
function _rulebookFiles(table) {
  return {
    classes: new Map(table.dangerous.map((/** @type {Row} */ row) => [row.extension, row.points_class])),
    pretexts: new Map(table.pretext.map((/** @type {Row} */ row) => [` ${row.word} `, row.pretext])),
    harmless: _rulebookSet(table.harmless, "extension"),
  };
}

/**
 * @param {any} tables
 * @param {FoldTable} fold
 * @returns {Targets}
 */
function _rulebookTargets(tables, fold) {
  const { services, words } = tables;
  const brands = /** @type {Brand[]} */ (words.brand.map(_rulebookBrand));
  const act = /** @type {Set<string>} */ (new Set(words.context.act));
  const about = /** @type {Set<string>} */ (new Set(words.context.about));
  const names = _rulebookNames(tables.hosts.official);
  return {
    names,
    brands: brands.sort((a, b) => b.word.length - a.word.length || compareText(a.word, b.word)),
    act,
    about,
    ordinary: new Set(words.ordinary.words),
    known: new Set([...act, ...about, ...brands.map((brand) => brand.word)]),
    kinds: new Map(brands.map((brand) => [brand.word, brand.kind])),
    cheap: _rulebookSet(services.cheap_suffix, "suffix"),
    free: _rulebookSet(services.free_host, "suffix"),
    restricted: _rulebookSet(services.restricted_suffix, "suffix"),
    fold,
    sieve: sieveFor(names, brands),
  };
}

/**
 * @param {Row} row
 * @returns {Brand}
 */
function _rulebookBrand(row) {
  const { word, kind, weight, edits, target } = row;
  return { word, kind, weight, edits, target, skeleton: skeleton(word) };
}

/**
 * @param {readonly Row[]} rows
 * @returns {Name[]}
 */
function _rulebookNames(rows) {
  const imitated = _rulebookSorted(rows, "host").filter((row) => row.imitated);
  return imitated.map((row) => _rulebookName(row.host, row.imitated_as ?? ""));
}

/** @param {Row} row */
function _rulebookHost(row) {
  return row.host;
}

/**
 * @param {string} host
 * @param {string} label
 * @returns {Name}
 */
function _rulebookName(host, label) {
  return { host, squashed: foldedSquash(host), label, labelSkeleton: skeleton(label) };
}
