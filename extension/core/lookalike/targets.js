"use strict";
// What is protected against imitation, as data: names, words, and what helps to tell a stranger from an owner.
// Twin of etle_guard/lookalike/targets.py.

const SURE = 40;
const RESEMBLES = 30;
const LONG_WORD = 7; // words from this length on bear a second typing error below a cheap suffix
const RARE_WORD = 8; // words from this length on stand nowhere by chance (etilang does: ketilang)

/**
 * A protected word: what it adds to a score, how many typing errors count, the official host behind it. `kind` tells
 * whose word it is: `authority` or `ticket`.
 * @typedef {Readonly<{word: string, kind: string, weight: number, edits: number, target: string,
 *   skeleton: string}>} Brand
 *
 * A protected host, its folded and squashed form, and the label that imitators register with its skeleton.
 * @typedef {Readonly<{host: string, squashed: string, label: string, labelSkeleton: string}>} Name
 *
 * What is protected and what helps to tell: words, names, context words, cheap and free suffixes.
 * @typedef {Readonly<{names: readonly Name[], brands: readonly Brand[], act: ReadonlySet<string>,
 *   about: ReadonlySet<string>, ordinary: ReadonlySet<string>, known: ReadonlySet<string>,
 *   kinds: ReadonlyMap<string, string>, cheap: ReadonlySet<string>, free: ReadonlySet<string>,
 *   restricted: ReadonlySet<string>, fold: FoldTable, sieve: Sieve}>} Targets
 *
 * How strongly a host looks like an official one (`SURE` and more, `RESEMBLES`), which, and by what trick.
 * @typedef {Readonly<{score: number, target: string, trick: string, matched: string}>} Likeness
 */

/**
 * How many typing errors count: the brand's own number, a second one below a cheap suffix if the word is long.
 * @param {Brand} brand
 * @param {boolean} cheap
 */
function wordEdits(brand, cheap) {
  return brand.edits + (cheap && brand.edits === 1 && brand.word.length >= LONG_WORD ? 1 : 0);
}

/**
 * Whether strangers register below the host's suffix for little or nothing.
 * @param {Host} host
 * @param {Targets} targets
 */
function isCheap(host, targets) {
  if (targets.cheap.has(host.suffix) || targets.free.has(host.suffix)) return true;
  return parents(host.ascii).some((parent) => targets.free.has(parent));
}

/**
 * The sieve that keeps every host that may resemble one of these.
 * @param {readonly Name[]} names
 * @param {readonly Brand[]} brands
 */
function sieveFor(names, brands) {
  const held = [...brands.flatMap((brand) => [brand.word, brand.skeleton]),
    ...names.flatMap((name) => [name.squashed, name.labelSkeleton])];
  const words = brands.filter((brand) => brand.edits);
  const labels = names.filter((name) => name.label);
  return makeSieve(held, [
    ...words.map((brand) => ({ skeleton: brand.skeleton, limit: wordEdits(brand, true) })),
    ...labels.map((name) => ({ skeleton: name.labelSkeleton, limit: editLimit(name.label.length) })),
  ]);
}
