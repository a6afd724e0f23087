// Tries spoilt tables and models: {file, path, value} a line in (no value: the key is taken out), and for each
// `refused` with the message of a known error, or the records of some messages, or `crashed` with any other error.

import { readFileSync } from "node:fs";
import { loadCore, readData } from "./core.mjs";

/* global answer, loadRulebook */
loadCore();
const KNOWN = new Set(["RulebookError", "FoldTableError", "ModelError"]);
const [folder, messages] = process.argv.slice(2);
const lines = readFileSync(messages).toString("utf8").trim().split("\n").map((line) => Buffer.from(line));

function spoilt(data, { file, path, value }) {
  let place = data[file];
  for (const key of path.slice(0, -1)) place = place[key];
  const last = path.at(-1);
  const before = { had: Object.hasOwn(place, last), value: place[last] };
  if (value !== undefined) place[last] = value;
  else if (Array.isArray(place)) place.splice(last, 1);
  else delete place[last];
  return () => {
    if (Array.isArray(place) && value === undefined) place.splice(last, 0, before.value);
    else if (before.had) place[last] = before.value;
    else delete place[last];
  };
}

const data = readData(folder);
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const undo = spoilt(data, JSON.parse(line));
  try {
    const book = loadRulebook(data);
    console.log(JSON.stringify({ records: lines.map((one, index) => answer(one, index + 1, book)) }));
  } catch (error) {
    const how = KNOWN.has(error.constructor.name) ? "refused" : "crashed";
    console.log(JSON.stringify({ [how]: String(error.message) }));
  }
  undo();
}
