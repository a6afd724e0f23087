"use strict";
// Where a host is registered: its public suffix and its registrable domain, by the suffix list that we ship.
// Twin of etle_guard/parse/suffix.py, which asks tldextract; this file matches as tldextract 5 does, quirks included.

/**
 * The suffix rules. `nodes` holds every rule and every ending of one, and whether a rule ends there; `topLevel` holds
 * the last labels that the list knows.
 * @typedef {Readonly<{nodes: ReadonlyMap<string, boolean>, topLevel: ReadonlySet<string>}>} Suffixes
 */

/**
 * Build the rules from the table `suffixes`, private suffixes (`pages.dev`, `blogspot.com`) included: first labels by
 * what stands behind them.
 * @param {Readonly<Record<string, string>>} table
 * @returns {Suffixes}
 */
function makeSuffixes(table) {
  const nodes = new Map();
  const topLevel = new Set();
  for (const [behind, labels] of Object.entries(table)) {
    for (const label of labels.split(" ")) {
      const rule = behind === "" ? label : label + "." + behind;
      const ascii = _suffixAscii(rule);
      topLevel.add(_suffixLastLabel(rule)).add(_suffixLastLabel(ascii));
      _suffixAdd(nodes, ascii);
    }
  }
  return { nodes, topLevel };
}

/**
 * The public suffix of an ASCII host ("" where the list knows none) and its registrable domain.
 * @param {string} host
 * @param {Suffixes} suffixes
 * @returns {[string, string | null]}
 */
function splitSuffix(host, suffixes) {
  const labels = stripEnd(host, ".").split(".");
  const first = _suffixStart(labels, suffixes.nodes);
  if (first === labels.length) return ["", null];
  const suffix = labels.slice(first).join(".");
  const domain = first > 0 ? labels[first - 1] : "";
  return [suffix, domain === "" ? null : domain + "." + suffix];
}

/**
 * A host without its first label, without its first two, and so on.
 * @param {string} host
 * @returns {string[]}
 */
function parents(host) {
  const found = [];
  for (let dot = host.indexOf("."); dot >= 0; dot = host.indexOf(".", dot + 1)) found.push(host.slice(dot + 1));
  return found;
}

/**
 * The index of the first label of the public suffix; the number of labels where there is none.
 * @param {readonly string[]} labels
 * @param {ReadonlyMap<string, boolean>} nodes
 */
function _suffixStart(labels, nodes) {
  let found = labels.length;
  let behind = ""; // the labels read so far, each with the dot before it
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const isEnd = nodes.get(labels[index] + behind);
    if (isEnd === undefined) {
      if (!nodes.has("*" + behind)) return found;
      return nodes.has("!" + labels[index] + behind) ? index + 1 : index;
    }
    if (isEnd) found = index;
    behind = "." + labels[index] + behind;
  }
  return found;
}

/**
 * @param {Map<string, boolean>} nodes
 * @param {string} rule
 */
function _suffixAdd(nodes, rule) {
  nodes.set(rule, true);
  for (let dot = rule.indexOf("."); dot >= 0; dot = rule.indexOf(".", dot + 1)) {
    const ending = rule.slice(dot + 1);
    if (nodes.has(ending)) return;
    nodes.set(ending, false);
  }
}

/** @param {string} name */
function _suffixLastLabel(name) {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** @param {string} name */
function _suffixAscii(name) {
  if (isAscii(name)) return name;
  return name.split(".").map((label) => (isAscii(label) ? label : "xn--" + encodePunycode(label))).join(".");
}
