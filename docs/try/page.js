"use strict";
// The page where anyone pastes a message: the core of the extension and its tables in one file, and nothing sent.

/* global DATA, Level, STYLE_VIEW, checkMessage, dayIn, element, loadRulebook, say, styleSheet, verdictView, versionLine,
   warningText, withWords, wordsIn */

const TRY_WORDS = {
  id: {
    title: "Coba etle_guard", other: "English", paste: "Tempel isi pesannya", more: "Pengirim dan berkas",
    sender: "Pengirim (boleh kosong)", files: "Nama berkas yang dilampirkan, pisahkan dengan koma (boleh kosong)",
    check: "Periksa", examples: "Contoh", scam: "Penipuan", honest: "Bukan penipuan", clicked: "Telanjur klik?",
    intro: "Dapat pesan soal tilang? Tempel di sini. Pemeriksaannya terjadi di perangkat Anda; tidak ada yang dikirim.",
    private: "Halaman ini tidak mengakses internet. Simpan halaman ini; tetap berfungsi tanpa jaringan.",
    empty: "Isi dulu pesannya.",
  },
  en: {
    title: "Try etle_guard", other: "Indonesia", paste: "Paste the message", more: "Sender and files",
    sender: "Sender (optional)", files: "Names of attached files, separated by commas (optional)",
    check: "Check", examples: "Examples", scam: "Scams", honest: "Not scams", clicked: "Already clicked?",
    intro: "Got a message about a traffic ticket? Paste it here. It is checked on your own device; nothing is sent.",
    private: "This page does not use the internet. Save it, and it goes on working without a network.",
    empty: "Fill in the message first.",
  },
};

// By group: what each shows in both languages, the message, its sender, its files.
const TRY_EXAMPLES = {
  scam: [
    [{ id: "SMS + tautan", en: "SMS + link" }, "Denda tilang Anda belum dibayar. Lunasi hari ini di kejaksean.cc/id agar STNK tidak diblokir.", "+62 813-5555-0101", ""],
    [{ id: "Berkas APK", en: "APK file" }, "Selamat siang, berikut surat tilang elektronik Bapak. Silakan dibuka untuk melihat fotonya.", "+62 822-5555-0102", "Surat Tilang.apk"],
    [{ id: "Kode OTP", en: "OTP code" }, "Untuk membatalkan tilang, kirimkan kode OTP yang baru masuk ke nomor ini.", "+62 857-5555-0103", ""],
    [{ id: "Minta transfer", en: "Bank transfer" }, "Tilang bisa damai Pak, transfer 250 ribu ke rekening 7712003344 atas nama Rudi.", "+62 812-5555-0104", ""],
    [{ id: "Disamarkan", en: "Disguised" }, "T1lаng Anda b3lum d1bayar, cek e t i l a n g - p o l r i . t o p", "", ""],
    [{ id: "Paket", en: "Parcel" }, "Paket Anda tertahan, lihat fotonya di berkas ini ya kak.", "+62 838-5555-0105", "Foto Paket.apk"],
  ],
  honest: [
    [{ id: "Surat resmi", en: "Official notice" }, "Kendaraan B 1234 XYZ terekam melanggar marka di Jl. Sudirman, 12/11/2026 08:15. No. referensi ABC123. Konfirmasi: https://konfirmasi-etle.polri.go.id", "", ""],
    [{ id: "Peringatan", en: "Warning" }, "Awas penipuan! Beredar SMS tilang palsu dengan tautan kejaksean[.]cc, jangan diklik ya.", "", ""],
    [{ id: "Bertanya", en: "Question" }, "Ini asli nggak sih? \"Denda tilang Anda belum dibayar, lunasi di kejaksean.cc/id\"", "", ""],
    [{ id: "Obrolan", en: "Chat" }, "Besok jadi futsal jam delapan? Jangan lewat jalan protokol, ada operasi tilang.", "", ""],
  ],
};

// What may have happened after a click, the most urgent first; the steps stand in the advice table.
const TRY_SITUATIONS = ["installed-apk", "gave-data", "opened-link", "report-channel"];

const tryBook = withWords(loadRulebook(DATA));
let tryLang = navigator.language.toLowerCase().startsWith("en") ? "en" : "id";

/** @param {string} id */
function tryPart(id) {
  return document.getElementById(id);
}

function trySpeak() {
  const words = TRY_WORDS[tryLang];
  document.documentElement.lang = tryLang;
  document.title = words.title;
  for (const named of document.querySelectorAll("[data-try]")) named.textContent = words[named.dataset.try];
  for (const named of document.querySelectorAll("#examples button")) named.textContent = named.dataset[tryLang];
  tryPart("lang").textContent = words.other;
  tryPart("lang").lang = tryLang === "id" ? "en" : "id";
  tryPart("version").textContent = versionLine(tryBook, tryLang);
  trySteps();
  if (tryPart("result").childElementCount) tryShow();
}

/** The steps by situation; what is open stays open. */
function trySteps() {
  const open = new Set([...document.querySelectorAll("#steps [open]")].map((one) => one.id));
  tryPart("steps").replaceChildren(...TRY_SITUATIONS.map((situation) => trySituation(situation, open)));
  const date = dayIn(tryBook.version.replaceAll(".", "-"), tryLang);
  tryPart("dated").textContent = say(wordsIn(tryLang).helpDated, { date });
}

function trySituation(situation, open) {
  const id = `help-${situation}`;
  const steps = (tryBook.counsel.steps.get(situation) ?? []).map((step) => element("li", {}, step.says[tryLang]));
  return element("details", { id, open: open.has(id) },
    element("summary", {}, wordsIn(tryLang)[id]), element("ol", {}, ...steps));
}

function tryMessage() {
  const attachments = tryPart("files").value.split(",").map((name) => name.trim()).filter(Boolean);
  return { text: tryPart("message").value, sender: tryPart("sender").value.trim() || null, attachments, sentOn: null };
}

/** Judge what stands in the fields, and go to the answer; or say what is missing, at the field. */
function tryCheck() {
  const { text, attachments } = tryMessage();
  const isEmpty = !text.trim() && !attachments.length;
  tryComplain(isEmpty);
  if (!isEmpty) return tryGo();
  tryPart("result").replaceChildren();
  return tryPart("message").focus();
}

function tryComplain(isEmpty) {
  tryPart("missing").hidden = !isEmpty;
  tryPart("message").setAttribute("aria-invalid", String(isEmpty));
}

function tryShow() {
  const words = wordsIn(tryLang);
  const verdict = checkMessage(tryMessage(), tryBook, []);
  const notes = [verdict.complete ? "" : words.incomplete, verdict.level === Level.CLEAR ? words.no_promise : ""];
  const view = verdictView(verdict, { lang: tryLang, whole: verdict.complete, notes: notes.filter(Boolean) });
  tryPart("result").replaceChildren(view, ...(verdict.level === Level.CLEAR ? [] : tryWarning(verdict)));
}

/** Focus on the heading makes a screen reader read the answer and puts a phone's keyboard away. */
function tryGo() {
  tryShow();
  const heading = tryPart("heading");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  tryPart("result").scrollIntoView({ block: "nearest", behavior });
}

/** A button that copies a warning; where the browser does not let us, the text to copy by hand. */
function tryWarning(verdict) {
  const words = wordsIn(tryLang);
  const button = element("button", { type: "button", id: "copy" }, words.popupCopy);
  const said = element("p", { id: "copied", role: "status" });
  const manual = element("textarea", { rows: "6", readonly: true, hidden: true, "aria-label": words.popupCopy });
  manual.value = warningText(verdict, tryLang);
  button.addEventListener("click", () => void tryCopy(manual, said, words));
  return [button, said, manual];
}

async function tryCopy(manual, said, words) {
  try {
    await navigator.clipboard.writeText(manual.value);
    said.textContent = words.popupCopied;
  } catch {
    said.textContent = words.popupCopyFailed;
    manual.hidden = false;
    manual.select();
  }
}

/** An answer to another message, or a complaint about an empty one, does not stay beside what is typed now. */
function tryForget() {
  tryPart("result").replaceChildren();
  tryComplain(false);
  tryPress(null);
}

function tryPress(chosen) {
  for (const one of document.querySelectorAll("#examples button")) one.setAttribute("aria-pressed", String(one === chosen));
}

function tryExampleButton([names, message, sender, files]) {
  const button = element("button", { type: "button", "aria-pressed": "false", "data-id": names.id, "data-en": names.en });
  button.addEventListener("click", () => {
    Object.entries({ message, sender, files }).forEach(([id, value]) => { tryPart(id).value = value; });
    tryPart("more").open = Boolean(sender || files);
    tryPress(button);
    tryCheck();
  });
  return button;
}

document.adoptedStyleSheets = [styleSheet(STYLE_VIEW)];
for (const [group, examples] of Object.entries(TRY_EXAMPLES)) tryPart(group).append(...examples.map(tryExampleButton));
tryPart("form").addEventListener("input", tryForget);
tryPart("form").addEventListener("submit", (event) => {
  event.preventDefault();
  tryCheck();
});
tryPart("lang").addEventListener("click", () => {
  tryLang = tryLang === "id" ? "en" : "id";
  trySpeak();
});
trySpeak();
document.documentElement.dataset.ready = "";
