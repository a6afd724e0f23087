// node tests/replay.mjs [FOLDER] < messages.jsonl prints what `etle-guard check --jsonl -` prints, to the byte.
// FOLDER holds an export other than the one in extension/data.

import { once } from "node:events";

import { loadCore, readData } from "./core.mjs";

/* global answer, isBlank, loadRulebook, LONGEST_LINE */
const NEWLINE = 0x0a;

loadCore();
await replay(process.stdin, process.stdout, loadRulebook(readData(process.argv[2])));

/** Answer every line of `input` on `output`, which sets the pace. */
async function replay(input, output, rulebook) {
  let number = 0;
  for await (const line of lines(input)) {
    number += 1;
    if (isBlank(line)) continue;
    const [text] = answer(line, number, rulebook);
    if (!output.write(text + "\n")) await once(output, "drain");
  }
}

/** The lines of a stream of bytes, each with its end; cut at newlines only, so that no character is split. */
async function* lines(input) {
  let pending = []; // pieces of a line whose end has not come
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield Buffer.concat([...pending, chunk.subarray(start, end + 1)]);
      pending = [];
      start = end + 1;
    }
    // Of a line that is too long only its length counts.
    if (start < chunk.length && size(pending) <= LONGEST_LINE) pending.push(chunk.subarray(start));
  }
  if (pending.length) yield Buffer.concat(pending);
}

function size(pieces) {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
