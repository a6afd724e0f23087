// node tests/hosts.mjs [FOLDER] < hosts prints, for each JSON string on a line, the host that the extension reads in it.

import { readFileSync } from "node:fs";

import { loadCore, readData } from "./core.mjs";

/* global jsonLine, loadRulebook, parseHost */
loadCore();
const { links } = loadRulebook(readData(process.argv[2]));
for (const line of readFileSync(0, "utf8").split("\n")) {
  if (line) process.stdout.write(jsonLine(parseHost(JSON.parse(line), links.hostMap, links.suffixes)) + "\n");
}
