"""Every family of imitation is caught, its near misses are not, and the quick answer is never a wrong one."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from grammar import altered_names

from etle_guard import Level, check_url
from etle_guard.guard import judge_url
from etle_guard.lookalike.distance import edit_limit, near
from etle_guard.lookalike.segments import segments
from etle_guard.quick import is_plainly_clear, look_closely
from etle_guard.rulebook import default_rulebook
from etle_guard.tables import read_tables

HOSTS = Path(__file__).parent / "golden" / "hosts.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in HOSTS.read_text(encoding="utf-8").splitlines()]
OFFICIAL = [row["host"] for row in read_tables()["hosts"]["official"]]
# Families whose hosts say nothing by themselves, and those that have no near miss: a disguise is one or it is none.
NOTHING_FIRES = {"shortener", "letters met by chance"}
NO_NEAR_MISS = {"full-width", "soft hyphen and zero width"}


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_golden_host(row: dict[str, Any]) -> None:
    verdict = check_url(row["url"])

    assert verdict.level.label == row["level"], [(one.rule, one.points, dict(one.detail)) for one in verdict.evidence]
    assert row.get("rule") in (None, *(one.rule for one in verdict.evidence))


def test_every_family_has_hosts_that_fire_and_near_misses() -> None:
    levels = defaultdict(set)
    for row in ROWS:
        levels[row["family"]].add(row["level"] == "clear")

    assert {family for family, found in levels.items() if False not in found} == NOTHING_FIRES
    assert {family for family, found in levels.items() if True not in found} == NO_NEAR_MISS


def test_every_imitation_says_whom_by_what_trick_and_what_opens() -> None:
    """A person reads the official host, the trick in words, and the registrable domain; no brace is left over."""
    seen = set()
    for row in ROWS:
        for one in check_url(row["url"]).evidence:
            if one.rule not in ("host.imitates", "host.resembles"):
                continue
            seen.add(one.detail["trick"])
            for lang in ("id", "en"):
                how = one.card.how[one.detail["trick"]][lang].replace("{matched}", one.detail["matched"])
                sentence = one.reason(lang)
                assert one.detail["target"] in sentence and one.detail["registrable"] in sentence and how in sentence
                assert "{" not in sentence
    assert seen == {row["id"] for row in read_tables()["rules"]["trick"]}


def test_below_certainty_the_words_are_soft() -> None:
    (found,) = check_url("polri-presisi.com").evidence

    assert found.rule == "host.resembles"
    assert "bukan alamat resmi yang kami kenal" in found.reason("id")
    assert "not an official address that we know" in found.reason("en")


@pytest.mark.parametrize("host", OFFICIAL)
@pytest.mark.parametrize(
    "form", ["{}", "https://{}/", "{}.", "{}:8443", "http://{}/id/confirm?ref=1#x", "www.{}", "https://{}./a.b/c"]
)
def test_an_official_host_is_never_accused(host: str, form: str) -> None:
    for url in (form.format(host), form.format(host.upper())):
        assert check_url(url).level == Level.CLEAR, url


@pytest.mark.parametrize("host", ["korlantas.id", "polri.co.id", "kejaksaanri.id", "etilang.id", "korlantas-polri.id"])
def test_private_sites_with_such_a_word_are_not_accused(host: str) -> None:
    verdict = check_url(host)

    assert verdict.level <= Level.CAUTION
    assert all("bukan alamat resmi yang kami kenal" in one.reason("id") for one in verdict.evidence if one.points)


def test_the_quick_answer_is_what_a_close_look_finds() -> None:
    """What the sieve lets pass has no evidence at all, whatever was done to a protected name."""
    rulebook, passed = default_rulebook(), 0
    for host in altered_names(seed=7, count=20_000):
        if is_plainly_clear(host, rulebook):
            passed += 1
            closely = look_closely(host, rulebook)
            assert not closely.evidence, host
            assert judge_url(host, rulebook) == closely
    assert 2_000 < passed < 18_000


@pytest.mark.parametrize(
    "text, word, limit, distance",
    [("tilang", "tilang", 1, 0), ("tialng", "tilang", 1, 1), ("tiang", "tilang", 1, 1), ("tulung", "tilang", 1, None),
     ("", "ab", 2, 2), ("ca", "abc", 2, None), ("ca", "abc", 3, 3)],
)  # fmt: skip
def test_distance(text: str, word: str, limit: int, distance: int | None) -> None:
    """Optimal string alignment: a swapped pair is one edit and is not edited again (so ``ca`` to ``abc`` is 3)."""
    assert near(text, word, limit) == distance


def test_limits_grow_with_length() -> None:
    assert [edit_limit(length) for length in (6, 7, 8, 9, 12, 13, 40)] == [0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    "text, found",
    [("", []), ("cekdenda", ["cek", "denda"]), ("cek2024", ["cek", "2", "0", "2", "4"]), ("cekx", None),
     ("dendacekcek", ["denda", "cek", "cek"]), ("cek" * 30, None)],
)  # fmt: skip
def test_segments(text: str, found: list[str] | None) -> None:
    assert segments(text, frozenset({"cek", "denda"})) == found
