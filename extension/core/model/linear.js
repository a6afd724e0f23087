"use strict";
// The text model: integer sums over buckets, logits against "other", one reading. Twin of etle_guard/model/linear.py.

const _LINEAR_SCAM = "scam";
const _LINEAR_OTHER = "other";
const _LINEAR_SHORT = "short";
const _LINEAR_CLEARLY = 2; // band of the margin
// What clearly reads as a scam is about a ticket with less: a word of tickets, and none of another pretext.
const _LINEAR_OF_TICKETS = ["police", "prosecutor", "traffic", "violation", "court", "fine", "papers", "plate"];
const _LINEAR_OF_OTHERS = ["courier", "wedding", "pln", "bpjs", "library", "prize", "promo"];
const _LINEAR_MOST_CALLED = 5; // files and links whose names are read
const _LINEAR_BETWEEN_WORDS = /[^A-Za-z0-9]+/g;
const _LINEAR_MOST_WORDS = 6; // words that an explanation names
const _LINEAR_FOLD_FORMAT = 1;

/**
 * Everything that reading a text takes: folding, lexicon, the rows that make a text be about a ticket, weights.
 * @typedef {{fold: FoldTable, features: FeatureTable, gate: {all: number[], none: number[]}[], weights: Weights}} TextModel
 *
 * What a text says, by itself. `topic` is `scam`, `report` (warns, reports or asks about a scam), `other`, or `short`
 * (too few words). `margin` is by how much the logit of the topic exceeds the next; `strength` its band, 0 to 3.
 * `mayBeScam`: it reads as a scam, is too short to tell, or is something else by a margin that is not clear.
 * `met` holds the names of `concepts`; `said` are those that are not negated, `stated` their names.
 * `sender` holds the concepts in the sender's name, such as "police" of "Pak Sinaga Polres".
 * `words` are those that speak most for the topic, with their integer weights; `obfuscation` counts disguises.
 * `complete` is false if the text is longer than what is read.
 * @typedef {{topic: string, aboutTicket: boolean, logits: number[], margin: number, strength: number, mayBeScam: boolean,
 *            concepts: ConceptHit[], met: ReadonlySet<string>, said: ConceptHit[], stated: ReadonlySet<string>,
 *            sender: ReadonlySet<string>, words: [string, number][], obfuscation: number, complete: boolean}} Reading
 */

/**
 * Whether any of some names is in a set.
 * @param {ReadonlySet<string>} names
 * @param {Iterable<string>} wanted
 */
function holdsAny(names, wanted) {
  for (const name of wanted) if (names.has(name)) return true;
  return false;
}

/** @param {readonly ConceptHit[]} hits @returns {ReadonlySet<string>} */
function namesOf(hits) {
  return new Set(hits.map((hit) => hit.concept));
}

/**
 * The model of a parsed text.json. Throws ModelError naming key, value and what was expected.
 * @param {any} data
 * @returns {TextModel}
 */
function loadModel(data) {
  const weights = readWeights(data);
  const lexicon = readLexicon(_linearWords(data, "concepts"), _linearWords(data, "spellings"));
  const gate = _linearGate(data, lexicon.concepts);
  return { fold: _linearFoldTable(data), features: makeFeatureTable(lexicon, weights.words), gate, weights };
}

/**
 * Read a text. Any string will do; what is no Indonesian gives few concepts and a small margin.
 * What the `sender` calls himself, and what its files and links are `called`, helps to tell whether the text is about a
 * ticket, and nothing else.
 * @param {string} text
 * @param {TextModel} model
 * @param {string} [sender]
 * @param {readonly string[]} [called]
 * @returns {Reading}
 */
function readText(text, model, sender = "", called = []) {
  const folded = fold(text, model.fold);
  const features = readFeatures(folded.text, model.features);
  const titles = sender ? _linearMetIn(sender, model) : [];
  const isNamed = _linearNamesTicket([...features.hits, ...titles], called, model);
  const logits = _linearLogits(features, model.weights, isNamed);
  const places = MODEL_CLASSES.map((_, place) => place).sort((a, b) => logits[b] - logits[a] || a - b);
  const [first, second] = places;
  const margin = logits[first] - logits[second];
  const isShort = _linearCountWords(features) < model.weights.leastWords;
  const topic = isShort ? _LINEAR_SHORT : MODEL_CLASSES[first];
  const strength = isShort ? 0 : model.weights.bands.filter((band) => margin >= band).length;
  const concepts = _linearConceptHits(features, folded, model);
  const met = namesOf(concepts);
  const hints = topic === _LINEAR_SCAM && strength >= _LINEAR_CLEARLY
    && holdsAny(met, _LINEAR_OF_TICKETS) && !holdsAny(met, _LINEAR_OF_OTHERS);
  const said = concepts.filter((hit) => !hit.negated);
  const isExplained = !isShort && topic !== _LINEAR_OTHER;
  return {
    topic,
    aboutTicket: isNamed || hints,
    logits,
    margin,
    strength,
    mayBeScam: _linearMayBeScam(topic, MODEL_CLASSES[second], strength),
    concepts,
    met,
    said,
    stated: namesOf(said),
    sender: new Set(titles.map((hit) => model.features.lexicon.concepts[hit.concept])),
    get words() { return isExplained ? _linearSpeakingWords(features, first, second) : []; },
    obfuscation: folded.obfuscations + features.disguises,
    complete: folded.complete,
  };
}

/**
 * Whether the concepts tell of a ticket, or do so beside what files and links are called.
 * @param {readonly Hit[]} hits
 * @param {readonly string[]} called
 * @param {TextModel} model
 */
function _linearNamesTicket(hits, called, model) {
  const isNamed = _linearIsAboutTicket(hits, model.gate);
  if (isNamed || !called.length) return isNamed;
  const names = called.slice(0, _LINEAR_MOST_CALLED).join(" ").replace(_LINEAR_BETWEEN_WORDS, " ");
  return _linearIsAboutTicket([...hits, ..._linearMetIn(names, model)], model.gate);
}

/** @param {string} text @param {TextModel} model */
function _linearMetIn(text, model) {
  return readHits(fold(text, model.fold).text, model.features);
}

/**
 * @param {string} topic
 * @param {string} next
 * @param {number} strength
 */
function _linearMayBeScam(topic, next, strength) {
  const isUnclear = topic === _LINEAR_OTHER && next === _LINEAR_SCAM && strength < _LINEAR_CLEARLY;
  return topic === _LINEAR_SCAM || topic === _LINEAR_SHORT || isUnclear;
}

/**
 * Bias, plus each block's integer sum over the root of its size: the one order of operations in both languages.
 * Weights are against the class `other`, whose logit is 0; the lean towards scam comes last.
 * @param {Features} features
 * @param {Weights} weights
 * @param {boolean} aboutTicket
 */
function _linearLogits(features, weights, aboutTicket) {
  const ofWords = weights.scale / Math.sqrt(filledBuckets(features) || 1);
  const ofConcepts = weights.scale / Math.sqrt(features.concepts.length || 1);
  const [scam, report] = weights.biases.map((bias, place) => {
    const ofPairs = _linearSum(weights.words[place], features.pairs);
    const words = features.words.reduce((sum, fact) => sum + fact.weights[place], ofPairs);
    const concepts = _linearSum(weights.concepts[place], features.concepts);
    return bias + words * ofWords + concepts * ofConcepts;
  });
  return [aboutTicket ? scam + weights.lean : scam, report, 0];
}

/** @param {Int8Array} row @param {number[]} buckets */
function _linearSum(row, buckets) {
  let sum = 0;
  for (let i = 0; i < buckets.length; i += 1) sum += row[buckets[i]];
  return sum;
}

/** Tokens that are words, not links, numbers or signs. @param {Features} features */
function _linearCountWords(features) {
  let count = 0;
  for (const token of features.tokens) if (token.text[0] >= "a") count += 1;
  return count;
}

/** @param {readonly {concept: number}[]} hits @param {{all: number[], none: number[]}[]} gate */
function _linearIsAboutTicket(hits, gate) {
  const met = new Set(hits.map((hit) => hit.concept));
  const isMet = (/** @type {number} */ concept) => met.has(concept);
  return gate.some((row) => row.all.every(isMet) && !row.none.some(isMet));
}

/**
 * @param {Features} features
 * @param {Folded} folded
 * @param {TextModel} model
 * @returns {ConceptHit[]}
 */
function _linearConceptHits(features, folded, model) {
  const names = model.features.lexicon.concepts;
  return features.hits.map((hit) => ({
    concept: names[hit.concept],
    start: folded.origins[features.tokens[hit.first].start],
    end: folded.origins[features.tokens[hit.last - 1].end - 1] + 1,
    negated: hit.negated,
  }));
}

/**
 * The words whose own buckets raise the topic most over the next one; the greatest first.
 * @param {Features} features
 * @param {number} first
 * @param {number} second
 * @returns {[string, number][]}
 */
function _linearSpeakingWords(features, first, second) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const { word, weights } of features.words) {
    if (word.form[0] >= "a") found.set(word.form, (weights[first] ?? 0) - (weights[second] ?? 0));
  }
  const raising = [...found].filter(([, weight]) => weight > 0);
  raising.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return raising.slice(0, _LINEAR_MOST_WORDS);
}

/** @param {any} data @param {string} key @returns {Record<string, string>} */
function _linearWords(data, key) {
  const table = _weightsTable(data, key);
  const names = Object.keys(table);
  if (names.length === 0) throw new ModelError(`model: ${key} is {}, expected a table of words parted by commas`);
  for (const name of names) {
    const words = table[name];
    if (typeof words !== "string" || !words.split(",").every((word) => word !== "")) {
      throw new ModelError(`model: ${key}.${name} is ${_weightsShown(words)}, expected words parted by commas`);
    }
  }
  return table;
}

/** @param {any} data @param {string[]} concepts */
function _linearGate(data, concepts) {
  const rows = data.gate;
  if (!Array.isArray(rows) || rows.length === 0) {
    throw new ModelError(`model: gate is ${_weightsShown(rows)}, expected rows of concepts`);
  }
  return rows.map((row) => ({ all: _linearGateRow(row, "all", concepts), none: _linearGateRow(row, "none", concepts) }));
}

/** @param {any} row @param {string} key @param {string[]} concepts @returns {number[]} */
function _linearGateRow(row, key, concepts) {
  const names = row?.[key];
  const isKnown = Array.isArray(names) && names.every((name) => concepts.includes(name));
  if (!isKnown || (key === "all" && names.length === 0)) {
    throw new ModelError(`model: gate has ${_weightsShown(row)}, expected names of concepts under all and none`);
  }
  return names.map((/** @type {string} */ name) => concepts.indexOf(name));
}

/** @param {any} data @returns {FoldTable} */
function _linearFoldTable(data) {
  const table = _weightsTable(data, "fold");
  expectModel("fold.format", table.format, _LINEAR_FOLD_FORMAT);
  checkShape(table, SHAPES.fold, "model: fold");
  return readFoldTable(table);
}
