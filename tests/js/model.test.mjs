// The text model in JavaScript, judged by the same vectors as its Python twin (tests/test_model.py).
import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import vm from "node:vm";

import { loadCore } from "../core.mjs";

const ROOT = new URL("../../", import.meta.url);
loadCore();
// The files share one global scope, as content scripts do; a module reaches it through this.
const { scan, loadModel, readText, fold, readFoldTable, toAsciiLookalike, hashed } = globalThis;
const ModelError = vm.runInThisContext("ModelError");
const json = (path) => JSON.parse(fs.readFileSync(new URL(path, ROOT), "utf8"));
const rows = (name) => json(`tests/golden/model/${name}`).rows;

/** A number as Python's float.hex writes it. */
function hex(number) {
  if (number === 0) return Object.is(number, -0) ? "-0x0.0p+0" : "0x0.0p+0";
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(number));
  const exponent = (bits.getUint16(0) >> 4) - 1023;
  const fraction = (bits.getBigUint64(0) & 0xfffffffffffffn).toString(16).padStart(13, "0");
  return `${number < 0 ? "-" : ""}0x1.${fraction}p${exponent < 0 ? "" : "+"}${exponent}`;
}

function asRow(reading) {
  return {
    topic: reading.topic,
    about_ticket: reading.aboutTicket,
    logits: reading.logits.map(hex),
    margin: hex(reading.margin),
    strength: reading.strength,
    concepts: reading.concepts.map((hit) => [hit.concept, hit.start, hit.end, hit.negated]),
    words: reading.words,
    obfuscation: reading.obfuscation,
    complete: reading.complete,
  };
}

for (const row of rows("tokens.json")) {
  test(`tokens: ${row.says}`, () => {
    const found = scan(row.text);
    assert.deepEqual(found.tokens.map((token) => token.text), row.tokens);
    assert.deepEqual(found.tokens.map((token) => row.text.slice(token.start, token.end)), row.written);
    assert.deepEqual(found.tokens.filter((token) => token.opens).map((token) => token.text), row.opening);
    assert.equal(found.disguises, row.disguises);
  });
}

const small = loadModel(json("tests/golden/model/small-model.json"));
for (const row of rows("readings.json")) {
  test(`readings: ${row.says}`, () => assert.deepEqual(asRow(readText(row.text, small)), row.reading));
}

test("the hash is FNV-1a", () => {
  assert.deepEqual(["", "a", "foobar"].map((text) => hashed(text) >>> 0), [0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

test("the shipped model loads, its SHA-256 included", () => {
  const model = loadModel(json("models/text.json"));
  assert.equal(readText("surat tilang", model).topic, "short");
});

const broken = [
  ["format", 2, /format is 2, expected 3/],
  ["format", true, /format is true, expected 3/],
  ["classes", ["scam"], /classes is/],
  ["scale", 0, /scale is 0, expected more than 0/],
  ["scale", "1", /scale is "1", expected a finite number/],
  ["biases", [0, 0, 0], /biases is \[0,0,0\], expected 2 numbers/],
  ["lean", -0.5, /lean is -0.5, expected 0 or more/],
  ["bands", [2, 1, 3], /bands is \[2,1,3\], expected rising numbers from 0/],
  ["least_words", 0, /least_words is 0, expected a whole number from 1/],
  ["weights", [], /weights is \[\], expected a table/],
  ["weights", { words: ["AA=="] }, /weights.words is \["AA=="\], expected 2 strings/],
  ["weights", { words: ["??", "?"] }, /weights.words\[0\] is "\?\?", expected 4096 characters from ' to W/],
  ["weights_sha256", "0", /weights_sha256 is "0", expected/],
  ["concepts", {}, /concepts is \{\}, expected a table of words parted by commas/],
  ["concepts", { pay: ["bayar"] }, /concepts.pay is \["bayar"\], expected words parted by commas/],
  ["spellings", { tidak: "ga,,gak" }, /spellings.tidak is "ga,,gak", expected words parted by commas/],
  ["gate", [{ all: ["no-such"], none: [] }], /gate has \{"all":\["no-such"\],"none":\[\]\}, expected names of concepts/],
  ["fold", null, /fold is null, expected a table/],
  ["fold", { format: 9 }, /fold.format is 9, expected 1/],
];
for (const [key, value, says] of broken) {
  test(`a broken model is refused: ${key} = ${JSON.stringify(value)}`, () => {
    const data = { ...json("tests/golden/model/small-model.json"), [key]: value };
    assert.throws(() => loadModel(data), (error) => error instanceof ModelError && says.test(error.message));
  });
}

test("a label keeps what has no Latin look", () => {
  const table = readFoldTable(json("etle_guard/data/fold.json"));
  assert.equal(toAsciiLookalike("Kеjaksааn-中", table), "kejaksaan-中");
  assert.equal(fold("a\u200bb½🙏c", table).text, "ab1/2~c");
  assert.deepEqual(fold("a\u200bb½🙏c", table).origins, [0, 2, 3, 3, 3, 4, 5]);
});
