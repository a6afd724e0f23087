// What the core tells people about messages: a JSON list of texts in, what is told of each in both languages out.
// Argument: the folder of the exported tables.
import { readFileSync } from "node:fs";

import { loadCore, readData } from "./core.mjs";

/* global advice, judge, loadRulebook, reason */
loadCore();
const book = loadRulebook(readData(process.argv[2]));
const told = (text, lang) => {
  const verdict = judge({ text }, book);
  return { reasons: verdict.evidence.map((one) => reason(one, lang)), advice: advice(verdict, lang) };
};
const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.flatMap((text) => ["id", "en"].map((lang) => told(text, lang)))));
