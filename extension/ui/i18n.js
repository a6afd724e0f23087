"use strict";
// Every word that page and ui show on their own account, in one table. What a rule says stands on its card instead.

/** @type {Readonly<Record<string, Readonly<Record<string, string>>>>} */
const WORDS = {
  id: {
    // marks and panel
    danger: "Berbahaya",
    caution: "Waspada",
    unchecked: "Belum dicek penuh",
    dangerHeading: "Jangan dibuka",
    cautionHeading: "Periksa dulu, jangan langsung percaya",
    uncheckedHeading: "Pesan ini belum dicek penuh",
    opens: "Yang terbuka",
    imitated: "Yang ditiru",
    moreLinks: "dan {count} tautan lain",
    unreadable: "tidak bisa dibaca",
    why: "Mengapa",
    todo: "Yang perlu dilakukan",
    rules: "Aturan",
    truncated: "Pesan ini terpotong. Buka “Baca selengkapnya” supaya sisanya ikut dicek.",
    incomplete: "Ada bagian yang tidak bisa dibaca, jadi belum dicek penuh.",
    quoted: "Temuan ini ada di pesan yang dikutip.",
    own: "Ini pesan yang Anda kirim.",
    announced: "Pesan baru berbahaya. {reason}",
    announcedFrom: "Pesan baru dari {sender} berbahaya. {reason}",
    // gate
    gateLink: "Tautan ini berbahaya",
    gateFile: "Berkas ini berbahaya",
    gateBack: "Kembali",
    gateOpen: "Tetap buka",
    gateHint: "Tombol “Tetap buka” aktif sebentar lagi.",
    // health
    waiting: "Menunggu WhatsApp selesai dimuat.",
    "no-chat": "Siap. Buka sebuah chat untuk mulai memeriksa.",
    working: "Perlindungan aktif.",
    degraded: "Perlindungan sebagian: tampilan WhatsApp berubah, mungkin ada yang terlewat.",
    broken: "Tampilan WhatsApp berubah. Perlindungan TIDAK aktif.",
    unchecked_state: "Aturan tidak bisa dibaca. Pesan TIDAK dicek.",
    orphaned: "etle_guard baru saja diperbarui. Muat ulang tab ini.",
    "no-tab": "Tidak ada tab WhatsApp Web yang sedang diperiksa. Jika sudah terbuka, muat ulang tabnya.",
    "no-access": "Izin untuk web.whatsapp.com dicabut. Pesan TIDAK dicek.",
    dismiss: "Tutup",
    // popup
    popupTitle: "etle_guard",
    popupPaste: "Tempel pesan untuk diperiksa",
    popupSender: "Pengirim (nomor atau nama)",
    popupFiles: "Nama berkas, satu per baris",
    popupMore: "Pengirim dan berkas",
    popupCheck: "Periksa",
    popupEmpty: "Tempel pesannya dulu.",
    popupCopy: "Salin peringatan untuk grup",
    popupCopied: "Tersalin. Tempel di grup keluarga.",
    popupCopyFailed: "Tidak bisa menyalin. Salin sendiri dari sini:",
    clear: "Tidak ada tanda penipuan yang ditemukan",
    clearNote: "Ini bukan jaminan. Jika ragu, jangan klik; tanya langsung ke kantor polisi.",
    openOptions: "Pengaturan",
    openHelp: "Terlanjur klik? Bantuan",
    private: "Semua diperiksa di komputer ini. Tidak ada yang dikirim ke mana pun.",
    version: "Aturan {version}",
    // warning
    warnDanger: "⛔ Hati-hati, pesan tadi berbahaya.",
    warnCaution: "⚠ Hati-hati, pesan tadi perlu dicek dulu.",
    warnLink: "Tautannya ke {host}",
    warnEnd: "(Dicek dengan etle_guard)",
    // options
    optionsTitle: "Pengaturan etle_guard",
    optionsLanguage: "Bahasa",
    languageAuto: "Ikut bahasa peramban",
    languageId: "Indonesia",
    languageEn: "English",
    optionsGate: "Tanya dulu sebelum membuka yang berbahaya",
    optionsGateHint: "Klik pada tautan atau berkas berbahaya ditahan dulu dengan penjelasan.",
    optionsTrusted: "Situs yang Anda percayai",
    optionsTrustedHint: "Tautan ke situs ini dan subdomainnya tidak ikut dinilai. Isi nama situs saja, misalnya kantor-saya.co.id.",
    optionsHost: "Nama situs",
    optionsAdd: "Tambah",
    optionsRemove: "Hapus {host}",
    optionsNone: "Belum ada.",
    optionsBadHost: "“{host}” bukan nama situs yang bisa dipakai.",
    optionsShared: "{host} dipakai banyak orang, jadi tidak bisa dipercaya seluruhnya.",
    optionsSaved: "Tersimpan.",
    // help
    helpTitle: "Apa yang harus dilakukan sekarang",
    "help-received": "Saya menerima pesannya",
    "help-opened-link": "Saya sudah membuka tautannya",
    "help-gave-data": "Saya sudah mengisi data atau membayar",
    "help-installed-apk": "Saya sudah memasang aplikasinya (APK)",
    "help-verify": "Saya ingin tahu apakah tilangnya asli",
    "help-report-channel": "Ke mana melapor",
    helpMissing: "Daftar langkah tidak bisa dibaca. Hubungi bank Anda dan kantor polisi terdekat.",
  },
  en: {
    danger: "Dangerous",
    caution: "Be careful",
    unchecked: "Not fully checked",
    dangerHeading: "Do not open this",
    cautionHeading: "Check first, do not trust it yet",
    uncheckedHeading: "This message is not fully checked",
    opens: "What opens",
    imitated: "Imitated",
    moreLinks: "and {count} more links",
    unreadable: "cannot be read",
    why: "Why",
    todo: "What to do",
    rules: "Rules",
    truncated: "This message is cut off. Open “Read more” so that the rest is checked too.",
    incomplete: "A part cannot be read, so this is not fully checked.",
    quoted: "This was found in the quoted message.",
    own: "You sent this message.",
    announced: "A new message is dangerous. {reason}",
    announcedFrom: "A new message from {sender} is dangerous. {reason}",
    gateLink: "This link is dangerous",
    gateFile: "This file is dangerous",
    gateBack: "Go back",
    gateOpen: "Open anyway",
    gateHint: "“Open anyway” becomes available in a moment.",
    waiting: "Waiting for WhatsApp to finish loading.",
    "no-chat": "Ready. Open a chat to start checking.",
    working: "Protection is on.",
    degraded: "Partial protection: WhatsApp's page changed, something may be missed.",
    broken: "WhatsApp's page changed. Protection is NOT on.",
    unchecked_state: "The rules cannot be read. Messages are NOT checked.",
    orphaned: "etle_guard was just updated. Reload this tab.",
    "no-tab": "No WhatsApp Web tab is being checked. If one is open, reload it.",
    "no-access": "Access to web.whatsapp.com was taken away. Messages are NOT checked.",
    dismiss: "Close",
    popupTitle: "etle_guard",
    popupPaste: "Paste a message to check",
    popupSender: "Sender (number or name)",
    popupFiles: "File names, one a line",
    popupMore: "Sender and files",
    popupCheck: "Check",
    popupEmpty: "Paste the message first.",
    popupCopy: "Copy a warning for the group",
    popupCopied: "Copied. Paste it into the family group.",
    popupCopyFailed: "Cannot copy. Copy it from here yourself:",
    clear: "No sign of fraud was found",
    clearNote: "This is no guarantee. In doubt, do not click; ask the police office directly.",
    openOptions: "Settings",
    openHelp: "Already clicked? Help",
    private: "Everything is checked on this computer. Nothing is sent anywhere.",
    version: "Rules {version}",
    warnDanger: "⛔ Careful, that message is dangerous.",
    warnCaution: "⚠ Careful, check that message first.",
    warnLink: "Its link goes to {host}",
    warnEnd: "(Checked with etle_guard)",
    optionsTitle: "etle_guard settings",
    optionsLanguage: "Language",
    languageAuto: "As the browser",
    languageId: "Indonesia",
    languageEn: "English",
    optionsGate: "Ask before something dangerous opens",
    optionsGateHint: "A click on a dangerous link or file is held back with an explanation.",
    optionsTrusted: "Sites that you trust",
    optionsTrustedHint: "Links to these sites and to names under them are left out. Give the name only, such as my-office.co.id.",
    optionsHost: "Site name",
    optionsAdd: "Add",
    optionsRemove: "Remove {host}",
    optionsNone: "None yet.",
    optionsBadHost: "“{host}” is not a site name that can be used.",
    optionsShared: "{host} is shared by many people, so it cannot be trusted as a whole.",
    optionsSaved: "Saved.",
    helpTitle: "What to do now",
    "help-received": "I received the message",
    "help-opened-link": "I opened the link",
    "help-gave-data": "I gave data or paid",
    "help-installed-apk": "I installed the app (APK)",
    "help-verify": "I want to know whether the ticket is real",
    "help-report-channel": "Where to report",
    helpMissing: "The list of steps cannot be read. Call your bank and the nearest police office.",
  },
};

/**
 * The words of a language.
 * @param {string} lang `id` or `en`
 */
function wordsIn(lang) {
  return WORDS[lang] ?? WORDS.id;
}

/**
 * The language to speak: the one chosen, or else Indonesian unless the browser speaks English.
 * @param {string} chosen `auto`, `id` or `en`
 * @param {string} browser a language tag such as `en-GB`
 */
function languageOf(chosen, browser) {
  if (Object.hasOwn(WORDS, chosen)) return chosen;
  return browser.toLowerCase().startsWith("en") ? "en" : "id";
}

/** The language that the browser's own surface speaks. */
function browserLanguage() {
  return extensionApi()?.i18n?.getUILanguage?.() ?? navigator.language;
}

/**
 * A sentence with `{keys}` filled in.
 * @param {string} sentence
 * @param {Readonly<Record<string, string>>} values
 */
function say(sentence, values) {
  return fill(sentence, values);
}

/**
 * Put the words into every element that names one by `data-word`.
 * @param {ParentNode} root
 * @param {string} lang
 */
function putWords(root, lang) {
  const words = wordsIn(lang);
  for (const named of root.querySelectorAll("[data-word]")) {
    named.textContent = words[/** @type {HTMLElement} */ (named).dataset.word ?? ""] ?? "";
  }
}

/**
 * What a state of health says.
 * @param {Readonly<Record<string, string>>} words
 * @param {string} state
 */
function wordsOfState(words, state) {
  return words[state === "unchecked" ? "unchecked_state" : state] ?? state;
}
