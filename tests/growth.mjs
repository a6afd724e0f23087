// Times `judge` on strings of doubling length: one JSON line {name, text} in, one line {name, ms} out.

import { readFileSync } from "node:fs";
import { loadCore, readData } from "./core.mjs";

/* global judge, loadRulebook */
loadCore();
const book = loadRulebook(readData());
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const { name, text } = JSON.parse(line);
  let best = Infinity;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    judge({ text, attachments: [text.slice(0, 100_000)], sender: text.slice(0, 100_000) }, book);
    best = Math.min(best, performance.now() - start);
  }
  console.log(JSON.stringify({ name, ms: best }));
}
