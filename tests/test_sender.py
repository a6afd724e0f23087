"""One number has many notations; a name is a name."""

from datetime import date

import pytest

import etle_guard
from etle_guard.parse.sender import parse_sender

NOTICE = "Pemberitahuan: kendaraan Anda melanggar lalu lintas, denda tilang belum dibayar, segera lunasi"


@pytest.mark.parametrize(
    "text",
    ["087817174000", "0878-1717-4000", "0878 1717 4000", "+62 878-1717-4000", "62878 1717 4000", "+6287817174000",
     "(0878) 1717 4000", "+62 0878 1717 4000", "87817174000", "\u202a+62 878-1717-4000\u202c"],
)  # fmt: skip
def test_every_notation_is_the_same_number(text):
    assert parse_sender(text).number == "+6287817174000"


@pytest.mark.parametrize(
    "text, kind",
    [(None, "none"), ("", "none"), ("Kejaksaan", "name"), ("~ Budi", "name"), ("+1 202 555 0100", "foreign"),
     ("0044 20 7946 0000", "foreign"), ("99123", "short-code"), ("٠٨١٢", "name")],
)  # fmt: skip
def test_kind_of_sender(text, kind):
    assert parse_sender(text).kind == kind


@pytest.mark.parametrize(
    "number, day, rule",
    [
        ("087817174000", date(2024, 5, 3), "sender.published"),
        ("087817174000", date(2024, 6, 1), "sender.retired"),
        ("087817174000", date(2025, 2, 1), "sender.published"),
        ("087817174000", None, "sender.published"),
        ("082333343250", date(2024, 5, 3), "sender.published"),
        ("082333343250", date(2025, 2, 1), "sender.retired"),
        ("082333343250", date(2024, 4, 1), "sender.unlisted"),
        ("081312345678", None, "sender.unlisted"),
        ("+12025550100", None, "sender.foreign"),
        ("Kejaksaan", None, "sender.name-used-in-fraud"),
    ],
)
def test_number_is_judged_by_the_day_of_the_message(number, day, rule):
    verdict = etle_guard.check(NOTICE, sender=number, sent_on=day)
    assert rule in {one.rule for one in verdict.evidence}


def test_published_number_proves_nothing():
    """An application from a published number is as dangerous as from any other."""
    verdict = etle_guard.check("Surat tilang Anda", sender="087817174000", attachments=["Surat Tilang.apk"])
    assert verdict.level is etle_guard.Level.DANGER
