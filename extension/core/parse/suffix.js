"use strict";
// Where a host is registered: its public suffix and its registrable domain, by the suffix list that we ship.
// Twin of etle_guard/parse/suffix.py, which asks tldextract; this file matches as tldextract 5 does, quirks included.

/**
 * A label of the suffix rules, read from the right: whether a rule ends here, and what may stand before it.
 * @typedef {{end: boolean, before: Map<string, SuffixNode>}} SuffixNode
 *
 * The suffix rules; `topLevel` holds the last labels that the list knows.
 * @typedef {Readonly<{root: SuffixNode, topLevel: ReadonlySet<string>}>} Suffixes
 */

/**
 * Build the rules from the table `suffixes`, private suffixes (`pages.dev`, `blogspot.com`) included.
 * @param {{public: string[], private: string[]}} rules
 * @returns {Suffixes}
 */
function makeSuffixes(rules) {
  const root = _suffixNode();
  const topLevel = new Set();
  for (const rule of [...rules.public, ...rules.private]) {
    const labels = rule.split(".");
    topLevel.add(labels[labels.length - 1]).add(_suffixAscii(labels[labels.length - 1]));
    _suffixAdd(root, labels.map(_suffixAscii));
  }
  return { root, topLevel };
}

/**
 * The public suffix of an ASCII host ("" where the list knows none) and its registrable domain.
 * @param {string} host
 * @param {Suffixes} suffixes
 * @returns {[string, string | null]}
 */
function splitSuffix(host, suffixes) {
  const labels = stripEnd(host, ".").split(".");
  const first = _suffixStart(labels, suffixes.root);
  if (first === labels.length) return ["", null];
  const suffix = labels.slice(first).join(".");
  const domain = first > 0 ? labels[first - 1] : "";
  return [suffix, domain === "" ? null : domain + "." + suffix];
}

/**
 * The index of the first label of the public suffix; the number of labels where there is none.
 * @param {readonly string[]} labels
 * @param {SuffixNode} root
 */
function _suffixStart(labels, root) {
  let node = root;
  let found = labels.length;
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const next = node.before.get(labels[index]);
    if (next === undefined) {
      if (!node.before.has("*")) return found;
      return node.before.has("!" + labels[index]) ? index + 1 : index;
    }
    node = next;
    if (node.end) found = index;
  }
  return found;
}

/**
 * @param {SuffixNode} root
 * @param {readonly string[]} labels
 */
function _suffixAdd(root, labels) {
  let node = root;
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const next = node.before.get(labels[index]) ?? _suffixNode();
    node.before.set(labels[index], next);
    node = next;
  }
  node.end = true;
}

/** @returns {SuffixNode} */
function _suffixNode() {
  return { end: false, before: new Map() };
}

/** @param {string} label */
function _suffixAscii(label) {
  return isAscii(label) ? label : "xn--" + encodePunycode(label);
}
