// node benchmarks/messages.mjs < messages.jsonl prints, in microseconds, how long the extension's core takes for each.

import { readFileSync } from "node:fs";

import { loadCore, readData } from "../tests/core.mjs";

/* global judge, loadRulebook, readText */
const ROUNDS = 30;
loadCore();
const rulebook = loadRulebook(readData());
const messages = readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const parts = {
  check: (message) => judge(message, rulebook),
  text: (message) => readText(message.text, rulebook.model),
};
const times = Object.fromEntries(Object.keys(parts).map((name) => [name, messages.map(() => Infinity)]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, run] of Object.entries(parts)) {
    messages.forEach((message, place) => {
      const start = process.hrtime.bigint();
      run(message);
      times[name][place] = Math.min(times[name][place], Number(process.hrtime.bigint() - start) / 1000);
    });
  }
}
process.stdout.write(JSON.stringify(times) + "\n");
