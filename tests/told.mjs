// What the core tells people about messages: a JSON list of texts in, what is told of each in both languages out.
// Argument: the folder of the exported tables.
import { readFileSync } from "node:fs";

import { loadCore, readData } from "./core.mjs";

/* global advice, headline, judge, levelLabel, loadRulebook, reason */
loadCore();
const book = loadRulebook(readData(process.argv[2]));
const told = (text, lang) => {
  const verdict = judge({ text }, book);
  const face = verdict.level || verdict.complete ? levelLabel(verdict.level) : "unchecked";
  const reasons = verdict.evidence.map((one) => reason(one, lang));
  const likeness = verdict.links.map((link) => link.likeness);
  return { headline: headline(verdict, face, lang), reasons, advice: advice(verdict, lang), likeness };
};
const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.flatMap((text) => ["id", "en"].map((lang) => told(text, lang)))));
