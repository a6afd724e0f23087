"use strict";
// Messages and chats of the museum: the kinds of bubble that WhatsApp Web has besides plain text and files.

const CLAIM = "Pemberitahuan ETLE: kendaraan Anda melanggar lalu lintas. Segera bayar denda tilang";
const ELSEWHERE = "https://layanan-bayar-contoh.top/masuk"; // no name of any office in it
const FORGE = "https://github.com/contoh/proyek";

Object.assign(MESSAGES, {
  // passed on
  passedOn: { from: STRANGER, forwards: "once", text: `${CLAIM} di ${LINK}` },
  chain: { from: STRANGER, forwards: "many", text: "Mohon disebarkan kepada warga. ".repeat(9) + "Info: https://tilang-kejaks", rest: "aan-contoh.top/id segera bayar denda tilang" },
  passedFile: { from: STRANGER, forwards: "many", file: "Surat_Tilang_ETLE.apk", size: "5,4 MB" },
  recipe: { from: STRANGER, forwards: "once", text: "Resep sayur lodeh: santan, labu siam, kacang panjang" },

  // pictures and files with a text of their own
  album: { from: STRANGER, pictures: 5, text: `${CLAIM} di ${LINK}` },
  photo: { from: STRANGER, pictures: 1, text: "Surat tilang Anda ada di etilang-polri-contoh.top/cek, segera bayar dendanya" },
  trip: { from: STRANGER, pictures: 4, text: "Foto-foto arisan kemarin" },
  plain: { from: STRANGER, pictures: 1 },
  letter: { from: STRANGER, file: "Surat_Tilang_ETLE.apk", size: "5,4 MB", text: "Mohon dibaca suratnya pak" },
  decoy: { from: STRANGER, file: "Laporan bulanan.pdf", size: "120 KB", text: `${CLAIM} di ${LINK}` },
  minutes: { from: STRANGER, file: "Notulen rapat.pdf", size: "88 KB", text: "Notulen rapat kemarin, silakan dibaca" },
  cutLetter: { from: STRANGER, file: "Edaran.pdf", size: "90 KB", text: "Kepada seluruh warga. ".repeat(12), rest: `Bayar denda tilang di ${LINK}` },

  // businesses: what opens is not in the text
  template: { from: STRANGER, text: `${CLAIM} lewat tombol di bawah.`, buttons: [{ label: "Bayar sekarang", href: LINK }, { label: "Hubungi kami", call: true }] },
  collector: { from: STRANGER, text: `${CLAIM} lalu masukkan kode OTP Anda lewat tombol di bawah.`, buttons: [{ label: "Masuk", href: ELSEWHERE }] },
  courier: { from: STRANGER, text: "Paket Anda sedang diantar hari ini.", buttons: [{ label: "Lihat proyek", href: FORGE }, { label: "Hubungi kurir", call: true }] },
  lure: { from: STRANGER, text: "Terima kasih sudah menghubungi kami.", buttons: [{ label: "Buka", href: LINK }] },
  menu: { from: STRANGER, text: "Silakan pilih layanan kami.", options: ["Jam buka", "Alamat"] },

  // cards that show where a link leads
  preview: { from: STRANGER, text: `Cek denda tilang di ${LINK}`, card: { href: LINK, title: "ETLE Nasional", about: "Cek dan bayar denda tilang", host: "tilang-kejaksaan-contoh.top" } },
  masked: { from: STRANGER, text: `${CLAIM} lalu masukkan kode OTP di ${ELSEWHERE}`, card: { href: ELSEWHERE, title: "etilang.polri.go.id", about: "Laman resmi", host: "layanan-bayar-contoh.top" } },
  forge: { from: STRANGER, text: `Kodenya ada di ${FORGE}`, card: { href: FORGE, title: "facebook.com", about: "Sebuah proyek", host: "github.com" } },

  // answers
  questionFile: { from: STRANGER, quote: { from: "Ibu RT", file: "Surat_Tilang_ETLE.apk" }, text: "Ini berkas apa ya?" },
  answer: { from: STRANGER, quote: { from: "Ibu RT", text: "Besok jadi rapat?" }, text: `${CLAIM} di ${LINK}` },
  ownQuestion: { quote: { from: STRANGER, text: `Segera bayar denda tilang Anda di ${LINK}` }, text: "Ini penipuan bukan?" },

  // text with shapes
  bold: { from: STRANGER, text: `*PEMBERITAHUAN ETLE*\n_Kendaraan Anda_ melanggar.\nSegera bayar denda tilang:\n*${LINK}*` },
  split: { from: STRANGER, text: `Bayar denda tilang di ${LINK} segera`, sought: "kejaksaan" },
  listed: { from: STRANGER, text: `Cara bayar denda tilang:\n- buka ${LINK}\n- masukkan nomor kartu\n- tunggu` },
  mono: { from: STRANGER, images: true, text: `🚨 Surat tilang 🚨\n\`tilang-kejaksaan-contoh.top/id\`\n> segera bayar denda\n🙏` },
  shopping: { from: STRANGER, images: true, text: "*Belanja* 🙂\n- beras\n- _gula_\n> jangan lupa `telur`" },

  // what has nothing to read, or nothing to judge
  deleted: { from: STRANGER, kind: "deleted" },
  viewOnce: { from: STRANGER, kind: "viewOnce" },
  poll: { from: STRANGER, kind: "poll", text: "Kerja bakti hari apa?", choices: ["Sabtu", "Minggu"] },
  contact: { from: STRANGER, kind: "contact", name: "Pak Lurah" },
  place: { from: STRANGER, kind: "place", href: "https://maps.google.com/maps?q=-6.2,106.8" },
  voice: { from: STRANGER, kind: "voice" },
  sticker: { from: STRANGER, kind: "sticker" },
  missed: { from: STRANGER, kind: "notice", says: "missed" },
  today: { kind: "notice", says: "today" },
});

Object.assign(CHATS, {
  group: ["ordinary", "scam", "wedding", "reply"],
  neighbours: ["ordinary", "scam", "apk", "recipe", "reply", "question"],
  forwards: ["recipe", "passedOn", "passedFile", "chain"],
  albums: ["trip", "album", "plain", "photo"],
  captions: ["minutes", "letter", "decoy", "cutLetter"],
  business: ["courier", "template", "menu", "collector"],
  lure: ["lure", "scam"],
  previews: ["forge", "preview", "masked"],
  quotes: ["answer", "question", "questionFile"],
  shapes: ["shopping", "bold", "split", "listed", "mono"],
  silent: ["scam", "today", "deleted", "viewOnce", "poll", "contact", "place", "voice", "sticker", "missed", "plain"],
  own: ["forwarded", "ownQuestion", "reply", "apk"],
  all: Object.keys(MESSAGES),
});
const GROUPS = new Set(["group", "neighbours"]);
