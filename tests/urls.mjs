// node tests/urls.mjs [FOLDER] < urls prints, for each JSON string on a line, the record that the extension gives for it.

import { readFileSync } from "node:fs";

import { loadCore, readData } from "./core.mjs";

/* global jsonLine, judgeUrl, loadRulebook, reason, record */
loadCore();
const rulebook = loadRulebook(readData(process.argv[2]));
for (const line of readFileSync(0, "utf8").split("\n")) {
  if (!line) continue;
  const verdict = judgeUrl(JSON.parse(line), rulebook);
  const reasons = verdict.evidence.flatMap((one) => [reason(one, "id"), reason(one, "en")]);
  process.stdout.write(jsonLine({ ...record(verdict, null), reasons }) + "\n");
}
