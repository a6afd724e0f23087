"use strict";
// The messages of the samples. Every host is made up; `contoh` means "example". `own` messages have no sender.

const STRANGER = "+62 823-3334-1001";
const LINK = "https://tilang-kejaksaan-contoh.top/id";

const MESSAGES = {
  ordinary: { from: STRANGER, text: "Selamat siang kak, pesanannya sudah dikirim ya 🙏" },
  scam: { from: STRANGER, text: `Pemberitahuan ETLE: kendaraan Anda melanggar lalu lintas. Segera bayar denda tilang di ${LINK} sebelum 24 jam.` },
  bare: { from: STRANGER, text: "Surat tilang Anda ada di etilang-polri-contoh.top/cek, segera bayar dendanya" },
  apk: { from: STRANGER, file: "Surat_Tilang_ETLE.apk", size: "5,4 MB" },
  disguised: { from: STRANGER, file: "Surat_Tilang.pdf.apk", size: "5,4 MB" },
  code: { from: STRANGER, text: "Lihat https://github.com/contoh/proyek dan laporan.pdf" },
  pdf: { from: STRANGER, file: "Laporan bulanan.pdf", size: "120 KB" },
  wedding: { from: STRANGER, text: "Undangan pernikahan kami hari Minggu, ditunggu kehadirannya ya" },
  reply: { undelivered: true, text: "Terima kasih, sudah saya terima." },
  forwarded: { text: `Pak RT, ini saya terima barusan, segera bayar denda tilang: ${LINK}` },
  app: { from: STRANGER, file: "kasir-toko.apk", size: "12 MB" },
  report: { from: STRANGER, text: `Hati-hati penipuan! Jangan klik ${LINK}, itu situs palsu, kata polisi.` },
  question: {
    from: STRANGER,
    quote: { from: "Ibu RT", text: `Segera bayar denda tilang Anda di ${LINK}` },
    text: "Yang ini bagaimana ya?",
  },
  demand: { from: STRANGER, text: "Bayar denda tilang Anda lalu masukkan kode OTP di https://layanan-bayar-contoh.top/masuk" },
  long: { from: STRANGER, text: "Assalamualaikum bapak ibu warga. ".repeat(8) + "Info: https://tilang-kejaks", rest: "aan-contoh.top/id segera bayar denda tilang" },
  disguise: { from: STRANGER, text: "Cek denda tilang di https://etilang.polri.go.id@bayar-contoh.top/masuk sekarang" },
  emoji: { from: STRANGER, text: "😀😀 Denda tilang 😀 https://tilang-kejaksaan-contoh.top/id 😀", images: true },
  hidden: { from: STRANGER, text: "Surat tilang: https://etilang.polri.go.id/", href: LINK },
  doubt: { from: STRANGER, text: "Soal tilang kemarin, keterangannya ada di bit.ly/3xContoh ya Pak" },
  official: { from: STRANGER, text: "Cek sendiri di https://konfirmasi-etle.polri.go.id ya" },
};

const CHATS = {
  mixed: ["ordinary", "scam", "apk", "code", "pdf", "wedding", "reply", "forwarded", "app", "report", "question", "demand"],
  scam: ["ordinary", "scam", "apk"],
  one: ["scam"],
  harmless: ["ordinary", "code", "pdf", "wedding", "reply", "official"],
  long: ["ordinary", "long"],
  empty: [],
};
