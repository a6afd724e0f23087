"""The last extension counts, whatever the name pretends."""

import pytest

import etle_guard
from etle_guard.parse.attachments import parse_attachment
from etle_guard.rulebook import default_rulebook


def read(name):
    book = default_rulebook()
    return parse_attachment(name, book.fold, book.files.harmless)


@pytest.mark.parametrize(
    "name, extension, shown",
    [
        ("Surat Tilang-1.0.apk", "apk", ""),
        ("undangan.pdf.apk", "apk", "pdf"),
        ("undangan.PDF.APK", "apk", "pdf"),
        ("foto.jpg                .apk", "apk", "jpg"),
        ("surat.apk ", "apk", ""),
        ("surat.apk.", "apk", ""),
        ("surat.apk (1)", "apk", ""),
        ("Surat\u202efdp.apk", "apk", ""),
        ("surat.\u0430\u0440\u043a", "apk", ""),
        ("surat.ap\u200bk", "apk", ""),
        ("surat．apk", "apk", ""),
        ("laporan.pdf", "pdf", ""),
        ("tanpa ekstensi", "", ""),
        ("", "", ""),
        (".apk", "apk", ""),
    ],
)
def test_true_and_shown_extension(name, extension, shown):
    file = read(name)
    assert (file.extension, file.shown_extension) == (extension, shown)


@pytest.mark.parametrize("name", ["app-release.apk", "WhatsApp-mod.apk", "game.xapk"])
def test_plain_application_is_caution(name):
    assert etle_guard.check("ini build terbaru ya", attachments=[name]).level is etle_guard.Level.CAUTION


@pytest.mark.parametrize(
    "name", ["Surat Tilang.apk", "SURAT_TILANG.xapk", "e-tilang.apk", "Foto Paket.apk", "Undangan Pernikahan.apk",
             "Lembar Tagihan.apk", "dokumen.pdf.apk", "lapo\u202efdp.apk", "x          .apk", "a.\u0430pk"],
)  # fmt: skip
def test_application_with_pretext_or_disguise_is_danger(name):
    assert etle_guard.check("", attachments=[name]).level is etle_guard.Level.DANGER


@pytest.mark.parametrize("name", ["Surat Tilang.pdf", "foto.jpg", "undangan.mp4", "rekap.xlsx", "tugas.zip"])
def test_document_is_clear(name):
    assert etle_guard.check("", attachments=[name]).level is etle_guard.Level.CLEAR
