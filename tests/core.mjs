// Loads the core of the extension as a browser does: classic scripts, one shared scope, in the manifest's order.

import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const EXTENSION = new URL("../extension/", import.meta.url);

/** Run every core script in this context; their names are global from then on. */
export function loadCore() {
  for (const script of coreScripts()) {
    vm.runInThisContext(readFileSync(new URL(script, EXTENSION), "utf8"), { filename: script });
  }
}

/** The core scripts in the order of the manifest. */
export function coreScripts() {
  const manifest = readJson(new URL("manifest.json", EXTENSION));
  return manifest.content_scripts.flatMap((part) => part.js).filter((script) => script.startsWith("core/"));
}

/** The two exported files, as `loadRulebook` takes them. */
export function readData(folder = fileURLToPath(new URL("data", EXTENSION))) {
  return { rulebook: readJson(path.join(folder, "rulebook.json")), model: readJson(path.join(folder, "model.json")) };
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
