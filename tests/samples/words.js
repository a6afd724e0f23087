"use strict";
// What the page itself says, in the person's language: `lang=ar` gives an Arabic page that runs from right to left.

const asked = new URLSearchParams(location.search);

/** What was asked for in the address, and what is open now. */
const PAGE = {
  markup: asked.get("markup") ?? "2026-09",
  lang: asked.get("lang") ?? "id",
  isLinked: asked.get("linked") !== "0",
  isGroup: false,
  count: 0,
};

const WORDS_BY_LANGUAGE = {
  id: {
    chats: "Daftar chat", typing: "Ketik pesan", you: "Anda", quoted: "Pesan yang dikutip", more: "Baca selengkapnya",
    download: "Unduh", once: "Diteruskan", many: "Diteruskan berkali-kali", picture: "Buka gambar", play: "Putar pesan suara",
    secret: "Pesan terenkripsi secara end-to-end.", deleted: "Pesan ini telah dihapus", viewed: "Foto sekali lihat, buka di ponsel Anda",
    poll: "Pilih satu atau beberapa", votes: "Lihat suara", contact: "Kirim pesan", place: "Lokasi", options: "Lihat pilihan",
    missed: "Panggilan suara tak terjawab pukul 10.24", today: "HARI INI", sticker: "Stiker",
  },
  ar: {
    chats: "قائمة الدردشات", typing: "اكتب رسالة", you: "أنت", quoted: "رسالة مقتبسة", more: "قراءة المزيد",
    download: "تنزيل", once: "معاد توجيهها", many: "معاد توجيهها عدة مرات", picture: "فتح الصورة", play: "تشغيل الرسالة الصوتية",
    secret: "الرسائل مشفرة تمامًا بين الطرفين.", deleted: "تم حذف هذه الرسالة", viewed: "صورة للعرض مرة واحدة، افتحها على هاتفك",
    poll: "حدد خيارًا واحدًا أو أكثر", votes: "عرض الأصوات", contact: "مراسلة", place: "الموقع", options: "عرض الخيارات",
    missed: "مكالمة صوتية فائتة في ١٠:٢٤", today: "اليوم", sticker: "ملصق",
  },
};

/** The direction controls that an Arabic page puts around a number or a name, so that it reads from the left. */
const isolated = (name) => (PAGE.lang === "ar" ? `\u200e\u202a${name}\u202c` : name);

/** Digits as an Arabic page writes them. */
const arabicDigits = (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)));

const WORDS = WORDS_BY_LANGUAGE[PAGE.lang];
document.documentElement.lang = PAGE.lang;
document.documentElement.dir = PAGE.lang === "ar" ? "rtl" : "ltr";
