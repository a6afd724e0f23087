"use strict";
// The page where anyone pastes a message: the core of the extension and its tables in one file, and nothing sent.

/* global DATA, Level, STYLE_VIEW, checkMessage, element, loadRulebook, styleSheet, verdictView, versionLine, withWords, wordsIn */

const TRY_WORDS = {
  id: {
    title: "Coba etle_guard", other: "English", paste: "Tempel isi pesannya", sender: "Pengirim (boleh kosong)",
    files: "Nama berkas yang dilampirkan, pisahkan dengan koma (boleh kosong)", check: "Periksa", examples: "Contoh",
    intro: "Dapat pesan soal tilang? Tempel di sini. Pemeriksaannya terjadi di perangkat Anda; tidak ada yang dikirim.",
    private: "Halaman ini tidak meminta apa pun dari internet. Simpan berkasnya, dan ia tetap bekerja tanpa jaringan.",
    empty: "Isi dulu pesannya.",
  },
  en: {
    title: "Try etle_guard", other: "Bahasa Indonesia", paste: "Paste the message", sender: "Sender (may stay empty)",
    files: "Names of attached files, parted by commas (may stay empty)", check: "Check", examples: "Examples",
    intro: "Got a message about a traffic ticket? Paste it here. It is checked on your own device; nothing is sent.",
    private: "This page asks nothing of the internet. Save the file and it goes on working without a network.",
    empty: "Fill in the message first.",
  },
};

// What each shows, the message, its sender, its files.
const TRY_EXAMPLES = [
  ["SMS + link", "Denda tilang Anda belum dibayar. Lunasi hari ini di kejaksean.cc/id agar STNK tidak diblokir.", "+62 813-5555-0101", ""],
  ["APK", "Selamat siang, berikut surat tilang elektronik Bapak. Silakan dibuka untuk melihat fotonya.", "+62 822-5555-0102", "Surat Tilang.apk"],
  ["OTP", "Untuk membatalkan tilang, kirimkan kode OTP yang baru masuk ke nomor ini.", "+62 857-5555-0103", ""],
  ["Transfer", "Tilang bisa damai Pak, transfer 250 ribu ke rekening 7712003344 atas nama Rudi.", "+62 812-5555-0104", ""],
  ["e-t-i-l-a-n-g", "T1lаng Anda b3lum d1bayar, cek e t i l a n g - p o l r i . t o p", "", ""],
  ["Resmi", "Kendaraan B 1234 XYZ terekam melanggar marka di Jl. Sudirman, 12/11/2026 08:15. No. referensi ABC123. Konfirmasi: https://konfirmasi-etle.polri.go.id", "", ""],
  ["Peringatan", "Awas penipuan! Beredar SMS tilang palsu dengan tautan kejaksean[.]cc, jangan diklik ya.", "", ""],
  ["Tanya", "Ini asli nggak sih? \"Denda tilang Anda belum dibayar, lunasi di kejaksean.cc/id\"", "", ""],
  ["Paket", "Paket Anda tertahan, lihat fotonya di berkas ini ya kak.", "+62 838-5555-0105", "Foto Paket.apk"],
  ["Obrolan", "Besok jadi futsal jam delapan? Jangan lewat jalan protokol, ada operasi tilang.", "", ""],
];

const tryBook = withWords(loadRulebook(DATA));
let tryLang = navigator.language.toLowerCase().startsWith("en") ? "en" : "id";

/** @param {string} id */
function tryPart(id) {
  return document.getElementById(id);
}

function trySpeak() {
  const words = TRY_WORDS[tryLang];
  document.documentElement.lang = tryLang;
  for (const named of document.querySelectorAll("[data-try]")) named.textContent = words[named.dataset.try];
  tryPart("lang").textContent = words.other;
  tryPart("version").textContent = versionLine(tryBook, tryLang);
  if (tryPart("result").childElementCount) tryCheck();
}

function tryCheck() {
  const words = { ...TRY_WORDS[tryLang], ...wordsIn(tryLang) };
  const text = tryPart("message").value;
  const attachments = tryPart("files").value.split(",").map((name) => name.trim()).filter(Boolean);
  if (!text.trim() && !attachments.length) return tryPart("result").replaceChildren(element("p", {}, words.empty));
  const message = { text, sender: tryPart("sender").value.trim() || null, attachments, sentOn: null };
  const verdict = checkMessage(message, tryBook, []);
  const notes = [verdict.complete ? "" : words.incomplete, verdict.level === Level.CLEAR ? words.no_promise : ""];
  const shown = { lang: tryLang, whole: verdict.complete, notes: notes.filter(Boolean) };
  return tryPart("result").replaceChildren(verdictView(verdict, shown));
}

function tryExample([, text, sender, files]) {
  Object.entries({ message: text, sender, files }).forEach(([id, value]) => { tryPart(id).value = value; });
  tryCheck();
  tryPart("result").scrollIntoView({ block: "nearest" });
}

document.adoptedStyleSheets = [styleSheet(STYLE_VIEW)];
tryPart("examples").append(...TRY_EXAMPLES.map((example) => {
  const button = element("button", { type: "button" }, example[0]);
  button.addEventListener("click", () => tryExample(example));
  return button;
}));
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
