"""A seeded grammar of hostile and ordinary messages, for tests that compare the twins.

It makes what is rare on purpose: every Unicode plane, lone surrogates, hosts in every disguise, broken lines.
"""

from __future__ import annotations

import itertools
import json
import random
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

_SENTENCES = (
    "Kendaraan Anda tercatat melanggar lalu lintas, denda belum dibayar",
    "Segera lunasi denda tilang sebelum STNK diblokir",
    "Buka aplikasi di bawah untuk melihat surat tilang", "Mohon kirim kode OTP dan PIN ATM Bapak",
    "Hati-hati penipuan tilang",
    "Ini beneran apa penipuan ya?", "Jangan klik tautan itu, polisi tidak pernah mengirim APK",
    "td kena tilang di simpang dago",
    "Transfer ke rekening BCA 123-456.789 0 a.n. Budi", "Nomor BRIVA 1234 5678 9012 345 berlaku sampai besok",
    "NOMOR POLISI B 1234 XYZ",
    "Plat D1234AB, Jl. Sudirman, 3 Mei 2024 pukul 10:02:33", "No. Ref: ETLE-2024-000123",
    "Terlampir foto bukti pelanggaran",
    "besok.ga bisa, lunas.Id saja", "paket Anda tertahan, cek resi", "undangan pernikahan kami",
    "Kirim foto KTP dan SIM ke nomor ini",
    "Menurut keterangan Korlantas, SMS itu palsu",
    "katanya \"denda Rp500.000 dibatalkan\" kalau bayar sekarang", "t i l a n g", "e.t.l.e",
    "d3nd@ t1lang b4yar!!", "baaayaaar tlng sgr", "harga 1.250.000,00 rb", "ok", "", "👍🏽", "السلام عليكم",
    "請立即繳納罰款", "Ŧïľåñĝ ßüđåĥ",
)  # fmt: skip
_NAMES = (
    "etilang", "e-tilang", "et1lang", "etiIang", "kejaksaan", "kejaksean", "kejak5aan", "etle-korlantas",
    "etlekorlantas", "polri",
    "tilang.kejaksaan.go.id", "www.etilang", "cek-denda-tilang", "ti-lang", "hilang", "etle_nasional", "bca",
    "bit.ly", "a", "xn--80ak6aa92e",
    "xn--", "xn--abc-", "xn--zz--9", "tіlang", "ｅｔｌｅ", "e\u0301tle", "ķejaksaan", "ﬁle", "straße", "a..b", "-",
    "_dmarc", "k\u200bejaksaan",
    "é" * 70, "0x7f", "010", "𝗲𝘁𝗶𝗹𝗮𝗻𝗴", "中文", "m\u0300\u0301", "*", "!www",
)  # fmt: skip
_ENDINGS = (
    ".go.id", ".id", ".cc", ".com", ".top", ".info", ".web.id", ".pages.dev", ".blogspot.com", ".polri.go.id",
    ".com.", ".apk", ".pdf", ".zip",
    ".kawasaki.jp", ".city.kawasaki.jp", ".ck", ".www.ck", ".xn--p1ai", ".рф", ".香港", ".compute.amazonaws.com",
    ".ga", "", ".", "..", ".1",
    ".0x1f", "。cc", "．id", "｡info", ".unknownending", ".%63om", ".com:8080", ".com:", ".com:x",
)  # fmt: skip
_ADDRESSES = (
    "127.0.0.1", "0x7f.1", "2130706433", "0300.0250.1.1", "1.2.3.4.5", "256.1.1.1", "1.2.3", "[::1]",
    "[1:2:3:4:5:6:7:8]", "[::ffff:1.2.3.4]",
    "[1::2::3]", "[", "[]", "[g::]", "192.168.0.1", "0x", "1.0x", "99999999999999999999", "%31%32%37.1",
    "１２７.0.0.1", "[::1.2.3.256]",
)  # fmt: skip
_SCHEMES = (
    "", "", "http://", "https://", "HTTPS:\\\\", "hxxps://", "hxxp:/", "https:///", "ftp://", "http:", "hTTp://",
    "mailto:",
)  # fmt: skip
_USERS = ("", "", "", "etle-korlantas.info@", "a:b@c@", "user%2Eid@", "@")
_RESTS = (
    "", "", "/", "/id", "/id/", "?url=https%3A%2F%2Fbit.ly/x", "/?u=a;link=http://etilang.top/surat.apk",
    "/Surat_Tilang.apk", "/a.pdf.apk#x", ").",
    "/x%2e%61pk", "/etilang.polri.go.id/x", "\\@evil.top", "#a?b", "/\u202egpj.apk",
    "?redirect=//kejaksean.cc/id&url=http://1.1.1.1/", "/é 😀",
    ",https://second.id", "/id…", "/*_~", "?URL=%68ttp:\\\\a.id\\b.apk",
    "?url=http://b.com?url=http://c.com?url=http://d.com",
)  # fmt: skip
_FILES = (
    "Surat Tilang-1.0.apk", "foto.jpg.apk", "undangan.pdf   .apk", "a.APK (1)", "x\u202ekpa.fdp", "tilang．apk",
    "bukti.рdf", "a.аpk", "резюме.zip",
    "lunas.xapk", "virus.exe .", "..", "", ".apk", "a.b\u200b.apk", "IMG-1.jpeg", "tilang.rar", "𝗮.𝗮𝗽𝗸",
    "a\ud83d\u200b\ude00.apk", "surat(2).apk(1)",
)  # fmt: skip
_SENDERS = (
    None, None, "+62 878-1717-4000", "082333343250", "0852 5886 9001", "1122", "ETLE POLRI", "reg-TILANG",
    "Mama", "~budi", "+44 20 7946 0958", "62812345678901",
    "8123456789", "0062812", "", "\u202a+62\u00a0812\u20110000\u202c", "+", "KORLANTAS \u212a", "０８１２",
)  # fmt: skip
_TABLE = Path(__file__).parents[1] / "etle_guard" / "data" / "concepts.toml"
_LEXICON = tuple(
    word
    for row in tomllib.loads(_TABLE.read_text(encoding="utf-8"))["concept"]
    for word in row["words"]
    if word.islower()
)
_BEFORE_WORDS = (
    "",
    "",
    "",
    "",
    "di",
    "me",
    "ke ",
    "jangan ",
    "tidak ",
    "BCA 1234567890 ",
    "a.n. ",
    "Rp 250.000 ",
    "6 ",
    "16 ",
)
_BEHIND_WORDS = (
    " ",
    " ",
    " ",
    " ",
    "nya ",
    "kan ",
    ". ",
    "! ",
    ", ",
    "? ",
    ": ",
    "\n",
    " 0812 3456 7890 ",
    " tilang ",
    "2 ",
)
_DATES = (None, None, None, "2022-10-07", "2024-05-03", "2026-02-19", "2024-02-29", "0001-01-01", "9999-12-31")
_BAD_DATES = (
    "2023-02-29", "0000-01-01", "2024-13-01", "2024-1-1", "２０２４-01-01", 20240101, "2024-00-10", "2024-01-32", "",
)  # fmt: skip
_BREAKS = (" ", " ", " ", "\n", "\n\n", "\t", "\r\n", "", ", ", "\u00a0", "(", ")", "*", "“", "\x00", "\u2028")
_HIDDEN = "\u200b\u00ad\u2060\ufe0f\u0336\u200e\u034f\ud800\udfff"
_DISGUISES: tuple[Callable[[str], str], ...] = (
    lambda url: url.replace(".", "[.]"), lambda url: url.replace(".", " titik "),
    lambda url: url.replace(".", " dot ", 1),
    lambda url: url.replace(".", ". "), lambda url: url.replace(".", " .\n"),
    lambda url: url.replace(":", "[:]"),
    lambda url: url.replace("/", " garis miring "), lambda url: url.replace(".", "(dot) "),
    lambda url: url.replace("://", "[://]"),
    lambda url: url.upper(), lambda url: url.replace("a", "%61"), lambda url: url.replace(".", "%2E"),
    lambda url: f"<{url}>",
    lambda url: url.replace("t", "t\u00ad"), lambda url: f'"{url}"', lambda url: url.replace("i", "\u0131"),
    lambda url: url + "\ud83d",
)  # fmt: skip
_BAD_LINES = (
    b'{"id":1,"text":"a', b"[]", b"null", b'{"id":true,"text":"a"}', b'{"id":1.5,"text":"a"}',
    b'{"id":9007199254740992,"text":"a"}', b'{"text":5}',
    b'{"id":"x","text":"\xff"}', b'{"text":"\xed\xa0\x80"}', b'\xef\xbb\xbf{"text":"a"}', b'{"text":NaN}',
    b'{"id":1e999,"text":"a"}', b'{"id":01}',
    b'{"id":-0,"text":"a"}', b'{"id":1E2,"text":"a"}', b'{"id":2.0,"text":"a"}', b'{"text":"a","text":"b"}',
    b'{"text":"a\x01"}', b'{"text":"\\x"}',
    b'{"text":"a","sender":5}', b'{"text":"a","attachments":"x"}', b'{"text":"a","attachments":[1]}',
    b'{"text":"a","attachments":null,"x":[[{}]]}',
    b'{"text":"a","x":' + b"[" * 31 + b"]" * 31 + b"}", b'{"text":"a","x":' + b"[" * 32 + b"]" * 32 + b"}",
    b'{"text":"' + b"[{" * 40 + b'"}',
    b"{} {}", b'{"text":"a"},', b"\xc3", b"", b" \t\r", b'{"__proto__":{"text":"a"}}',
    b'{"id":null,"text":"\\ud83d\\ude00\\ud83d"}', b'{"text":"a"}\x0c',
    b'{"id":' + b"1" * 400 + b',"text":"a"}', b'{"text":"a","sent_on":[]}', b"-Infinity",
    b'{"id":"\\u0000\x7f\\u2028","text":""}',
)  # fmt: skip


def hosts() -> Iterator[str]:
    """Every host that the grammar can make, each once."""
    made = [user + name + ending for name, ending, user in itertools.product(_NAMES, _ENDINGS, ("", "www.", "x-"))]
    bent = [bend(host) for host in made[::3] for bend in _DISGUISES]
    yield from dict.fromkeys([*_ADDRESSES, *made, *bent])


def lines(seed: int, count: int) -> Iterator[bytes]:
    """``count`` lines for ``check --jsonl``; some are no messages."""
    chance = random.Random(seed)
    for number in range(count):
        yield chance.choice(_BAD_LINES) if chance.random() < 0.03 else _line(chance, number)


def _line(chance: random.Random, number: int) -> bytes:
    row: dict[str, object] = {"id": chance.choice((number, f"m{number}", None)), "text": text(chance)}
    row["sender"] = chance.choice(_SENDERS)
    row["attachments"] = [_bend(chance, chance.choice(_FILES), 0.1) for _ in range(chance.choice((0, 0, 0, 1, 2)))]
    row["sent_on"] = chance.choice(_BAD_DATES if chance.random() < 0.02 else _DATES)
    plain = json.dumps(row, ensure_ascii=chance.random() < 0.5)
    return plain.encode("utf-8", "surrogatepass" if chance.random() < 0.01 else "backslashreplace")


def text(chance: random.Random) -> str:
    """A message of a few sentences and links."""
    parts = [_part(chance) for _ in range(chance.choice((1, 2, 3, 3, 4, 6)))]
    whole = "".join(part + chance.choice(_BREAKS) for part in parts)
    return whole * 30 if chance.random() < 0.004 else whole


def _part(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.35:
        return _bend(chance, chance.choice(_SENTENCES), 0.2)
    if kind < 0.55:
        return _bend(chance, _speech(chance), 0.2)
    return _noise(chance) if kind < 0.62 else _url(chance)


def _speech(chance: random.Random) -> str:
    """Words and phrases of the lexicon in any order, with affixes, figures and signs of speech between them."""
    words = (chance.choice(_LEXICON) for _ in range(chance.randrange(2, 12)))
    return "".join(chance.choice(_BEFORE_WORDS) + word + chance.choice(_BEHIND_WORDS) for word in words)


def _url(chance: random.Random) -> str:
    host = chance.choice(_ADDRESSES) if chance.random() < 0.1 else chance.choice(_NAMES) + chance.choice(_ENDINGS)
    url = chance.choice(_SCHEMES) + chance.choice(_USERS) + host + chance.choice(_RESTS)
    if chance.random() < 0.3:
        url = chance.choice(_DISGUISES)(url)
    return _bend(chance, url, 0.1)


def _bend(chance: random.Random, written: str, often: float) -> str:
    """Sometimes with hidden, stretched, foreign or capital letters."""
    if chance.random() >= often or not written:
        return written
    place = chance.randrange(len(written))
    put = chance.choice((chance.choice(_HIDDEN), written[place] * 4, _noise(chance), chr(chance.randrange(0x110000))))
    bent = written[:place] + put + written[place + chance.randrange(2) :]
    return bent.upper() if chance.random() < 0.2 else bent


def _noise(chance: random.Random) -> str:
    """A few characters of one plane, or of the blocks that look-alikes come from."""
    planes = range(0x20000, 0x110000, 0x10000)
    blocks = (0, 0x80, 0x370, 0x400, 0x2000, 0x2100, 0x1D400, 0xFF00, 0xD800, 0x10000)
    start = chance.choice((*blocks, *planes))
    return "".join(chr(min(start + chance.randrange(0x400), 0x10FFFF)) for _ in range(chance.randrange(1, 8)))


_PROTECTED = (
    "kejaksaan", "kejagung", "korlantas", "ditlantas", "etilang", "tilang", "etle", "polri", "kejari", "polisi", "pmj",
    "etle-korlantas.info", "tilang-kejaksaan", "konfirmasi-etle", "etle-pmj",
)  # fmt: skip
_STRANGE = "abcdeiklnrstv01345789-._"


def altered_names(seed: int, count: int) -> Iterator[str]:
    """Hosts that hold a protected name or word after up to five edits, with something before and behind it."""
    chance = random.Random(seed)
    for _ in range(count):
        name = chance.choice(_PROTECTED)
        for _ in range(chance.randrange(6)):
            name = _edited(name, chance)
        before, behind = (
            chance.choice(("", "", "www.", "x.", "cek-")),
            chance.choice(("", "", "-a", "bekasi", ".tilang")),
        )
        yield before + name + behind + chance.choice((".cc", ".com", ".id", ".co.id", ".my.id", ".pages.dev", ".go.id"))


def _edited(name: str, chance: random.Random) -> str:
    place, letter = chance.randrange(len(name) + 1), chance.choice(_STRANGE)
    head, tail = name[:place], name[place:]
    return chance.choice(
        (head + letter + tail, head + tail[1:], head + letter + tail[1:], head + tail[1::-1] + tail[2:])
    )
