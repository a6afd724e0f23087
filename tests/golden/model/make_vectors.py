"""Make the vectors of the text model: run ``python tests/golden/model/make_vectors.py`` after a change of its spec.

The small model has few concepts and weights by formula, so that training the real one again changes no vector.
Read what changed before committing: both languages are judged by these files.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from etle_guard.model.linear import load_model, read_text
from etle_guard.model.tokens import scan
from etle_guard.training.train import written

HERE = Path(__file__).parent
FOLD = HERE.parents[2] / "etle_guard" / "data" / "fold.json"
MADE_BY = "tests/golden/model/make_vectors.py"

CONCEPTS = {
    "ticket": ["tilang", "etilang", "e tilang", "surat tilang"],
    "pay": ["bayar", "lunas"],
    "fine": ["denda"],
    "traffic": ["lalu lintas"],
    "scam-word": ["tipu", "modus"],
    "negation": ["jangan", "tidak", "bukan"],
    "otp": ["otp", "kode otp"],
    "give": ["beri", "berikan"],
    "vehicle": ["kendaraan"],
    "link": ["U", "G"],
    "apk": ["K", "apk"],
    "plate": ["P"],
    "question": ["Q"],
    "quote": ["Y"],
    "you": ["anda"],
}
SPELLINGS = {"tidak": ["tdk", "ga", "ora"], "bukan": ["bkn"], "bayar": ["mayar"], "atau": ["utawa"], "kode": ["kd"]}
GATE = [{"all": ["ticket"], "none": []}, {"all": ["fine", "traffic"], "none": ["otp"]}]

# What the vector protects, and a folded text.
TOKENS = [
    ("nothing gives nothing", ""),
    ("words stand as they are", "kena tilang lagi"),
    ("a sentence opens after its end and on a new line", "bayar denda. segera lunasi!\nterima kasih"),
    ("a question mark is a token", "ini asli gak ya? ???"),
    ("quotation marks are tokens", 'isinya "bayar denda" katanya " begitu'),
    ("a link is one token, bare or not", "cek kejaksean.cc/id atau https://x.y/z?a=1, di bit.ly"),
    ("a defanged link is a link", "jangan buka kejaksean[.]cc/id ya"),
    ("a link under go.id is told apart", "cek etilang.polri.go.id dan go.id saja"),
    ("a word after a full stop is no link", "sudah dibayar.silakan cek x.y"),
    ("an address is no link", "kirim ke nama@contoh.com sekarang"),
    ("a link to an apk is both", "unduh http://x.cc/tilang.apk"),
    ("a file name is words and apk", "surat tilang-1.0.apk"),
    ("long numbers are one token", "081234567890 +62 812-3456-7890 1234"),
    ("numbers keep up to four digits", "1 12 123 1234 12345 12/03/2025 10.15"),
    ("money is one token", "rp150.000 rp 150000 150rb 2juta idr100 150.000"),
    ("a plate is one token, in one piece or three", "b 1234 xyz dan b1234xyz dan b-1234-xyz"),
    ("what begins like no plate is none", "o 1234 xyz, b 1 xyz, b 1234 polisi, b  1234 xyz"),
    ("codes are one token", "abcb1234xyz12 ref123456"),
    ("e- belongs to its word", "e-tilang e-tle e-samsat"),
    ("apostrophes go", "jum'at don't 'a' it's"),
    ("signs inside words are letters", "b@yar $egera n$r a@b @nda"),
    ("spelt words are joined", "t i l a n g  d.e.n.d.a b-a-y-a-r"),
    ("three letters are not spelt", "a b c ke d"),
    ("dotted pairs are joined", "a.n. budi a/n ani s.d. b"),
    ("digits inside words stay for the lexicon", "t1lang kendaraan2 3bulan d3nd4"),
    ("signs alone are nothing", "... --- *** (!) ,"),
]

# What the vector protects, and a text as given.
READINGS = [
    ("nothing is short", ""),
    ("a demand", "Yth, denda tilang Anda belum dibayar. Bayar sekarang: kejaksean.cc/id"),
    ("a warning", 'WASPADA modus penipuan surat tilang! Jangan klik "bayar denda" dan jangan berikan kode OTP'),
    ("a question", "Ini beneran e-tilang atau modus penipuan ya?"),
    ("negation ends with the sentence", "Jangan panik. Berikan kode OTP anda segera kepada kami"),
    ("affixes are undone", "pembayaran dibayarkan tertilang ditilang penipu menipu kendaraannya"),
    ("disguise is seen through and counted", "Тіlаng A\u200bn\u200bda b@yar d3nd4 t i l a n g"),
    ("vowels dropped and letters stretched", "tlng kndrn byr dnd baaayar tilaaang segera"),
    ("letters of other planes", "𝗧𝗶𝗹𝗮𝗻𝗴 ｅｌｅｋｔｒｏｎｉｋ 🅱🅰🆈🅰🆁 ①②③ 🙏🏽👍"),
    ("lone surrogates are unknown characters", "denda \ud83d tilang \ude00 bayar kendaraan anda"),
    ("spans count code points", "🚨🚨 B 1234 XYZ 🚨 surat tilang-1.0.apk 🚨 anda"),
    ("the gate opens by a pair", "denda karena melanggar lalu lintas tadi pagi"),
    ("the gate stays shut for what must not be met", "denda karena melanggar lalu lintas tadi pagi, kode otp"),
    ("slang is read as the standard word, affixes or not", "ora bakal dimayarkan dendanya, kd otp juga ga"),
    ("a spelling negates as its standard word does", "bkn kamu, beri kode otp utawa denda, tdk beri otp utawa denda"),
    ("what is beyond 2,000 code points is not read", "bayar denda tilang " * 120),
]


def weights(bits: int, salt: int) -> list[bytes]:
    """Weights that look random and are the same everywhere."""
    rows = []
    for place in range(2):
        values = [(bucket * 2654435761 + (salt + place) * 40503) % 4294967296 >> 25 for bucket in range(1 << bits)]
        rows.append(bytes((value % 49 - 24) & 0xFF for value in values))
    return rows


def small_model() -> dict[str, Any]:
    """A model file with few concepts."""
    words, concepts = weights(12, 1), weights(12, 7)
    return {
        "generated_by": MADE_BY,
        "format": 3,
        "classes": ["scam", "report", "other"],
        "scale": 0.0123,
        "biases": [0.6, 0.55],
        "lean": 0.05,
        "bands": [0.25, 0.5, 1.0],
        "least_words": 4,
        "weights_sha256": hashlib.sha256(b"".join([*words, *concepts])).hexdigest(),
        "weights": {name: [written(memoryview(row).cast("b")) for row in rows]
                    for name, rows in (("words", words), ("concepts", concepts))},
        "concepts": {name: ",".join(words) for name, words in CONCEPTS.items()},
        "spellings": {word: ",".join(written) for word, written in SPELLINGS.items()},
        "gate": GATE,
        "fold": json.loads(FOLD.read_text(encoding="utf-8")),
    }  # fmt: skip


def token_row(says: str, text: str) -> dict[str, Any]:
    """What the scanner makes of a text."""
    found = scan(text)
    return {
        "says": says,
        "text": text,
        "tokens": [token[0] for token in found.tokens],
        "written": [text[start:end] for _, start, end, _ in found.tokens],
        "opening": [token[0] for token in found.tokens if token[3]],
        "disguises": found.disguises,
    }


def reading_row(says: str, text: str, model: Any) -> dict[str, Any]:
    """What the small model makes of a text."""
    reading = read_text(text, model)
    shown = {
        "topic": reading.topic,
        "about_ticket": reading.about_ticket,
        "logits": [logit.hex() for logit in reading.logits],
        "margin": reading.margin.hex(),
        "strength": reading.strength,
        "concepts": [list(hit) for hit in reading.concepts],
        "words": [list(word) for word in reading.words],
        "obfuscation": reading.obfuscation,
        "complete": reading.complete,
    }
    return {"says": says, "text": text, "reading": shown}


def main() -> None:
    """Write the three files."""
    data = small_model()
    model = load_model(data)
    tokens = {"generated_by": MADE_BY, "rows": [token_row(*row) for row in TOKENS]}
    readings = {"generated_by": MADE_BY, "rows": [reading_row(*row, model) for row in READINGS]}
    for name, value, indent in (("small-model", data, None), ("tokens", tokens, 1), ("readings", readings, 1)):
        text = json.dumps(value, ensure_ascii=True, indent=indent) + "\n"
        (HERE / f"{name}.json").write_text(text, encoding="ascii")


if __name__ == "__main__":
    main()
