// What an office has set comes first, and its schema names what can be set (extension/ui/settings.js).
import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import vm from "node:vm";

const ROOT = new URL("../../extension/", import.meta.url);
vm.runInThisContext(fs.readFileSync(new URL("ui/settings.js", ROOT), "utf8"), { filename: "settings.js" });
const { readSettings, settingsFrom, settingsFile, settingsFromFile } = globalThis;
const { pinned: _none, ...DEFAULTS } = settingsFrom({});
const schema = JSON.parse(fs.readFileSync(new URL("managed-schema.json", ROOT), "utf8"));

/** A browser whose storage holds these. */
function browserWith(local, managed) {
  globalThis.browser = { storage: { local: { get: async () => local }, managed: { get: managed } } };
}

test("the schema for offices names every setting, with the values that are accepted", () => {
  assert.deepEqual(Object.keys(schema.properties), Object.keys(DEFAULTS));
  for (const [key, { type, enum: values }] of Object.entries(schema.properties)) {
    const kind = Array.isArray(DEFAULTS[key]) ? "array" : typeof DEFAULTS[key];
    assert.equal(type, kind);
    for (const value of values ?? []) assert.equal(settingsFrom({ [key]: value })[key], value);
  }
});

test("what an office has set comes first and is pinned", async () => {
  browserWith({ language: "en", gate: false }, async () => ({ gate: true, contact: "Helpdesk 1234" }));
  const settings = await readSettings();
  assert.equal(settings.language, "en");
  assert.equal(settings.gate, true);
  assert.equal(settings.contact, "Helpdesk 1234");
  assert.deepEqual([...settings.pinned], ["gate", "contact"]);
});

test("where no office manages the browser, Firefox rejects, and the person's own settings hold", async () => {
  browserWith({ gate: false }, async () => { throw new Error("Managed storage manifest not found"); });
  const settings = await readSettings();
  assert.equal(settings.gate, false);
  assert.deepEqual([...settings.pinned], []);
});

test("unusable values become defaults, from the person and from an office", () => {
  const bad = { language: "jv", sensitivity: 1, gate: "yes", trusted: ["a", 1], senders: "x", contact: "x".repeat(254) };
  assert.deepEqual({ ...settingsFrom(bad, bad) }, { ...DEFAULTS, pinned: [] });
});

test("only an office names whom to ask", () => {
  assert.equal(settingsFrom({ contact: "0812 0000 0000" }).contact, "");
});

test("a file of settings comes back as it was", () => {
  const chosen = { language: "id", sensitivity: "danger", gate: false, trusted: ["a.id"], senders: ["Ibu"] };
  assert.deepEqual(settingsFromFile(settingsFile(settingsFrom(chosen))), chosen);
});

test("keys that every object has are no settings", () => {
  assert.throws(() => settingsFromFile('{"etle_guard_settings": 1, "toString": 1}'), /toString/);
  assert.throws(() => settingsFromFile('{"etle_guard_settings": 1, "__proto__": {}}'), /__proto__/);
});
