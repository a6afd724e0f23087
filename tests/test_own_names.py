"""A table of one's own protects other names in the same way: a made-up bank, in Python and by every command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from etle_guard import Level, check, check_url, own_rulebook
from etle_guard.errors import RulebookError
from etle_guard.pack import export
from etle_guard.rulebook import default_rulebook, model_path
from etle_guard.tables import read_tables
from etle_guard.variants.families import FAMILIES
from etle_guard.variants.rank import variants

ROOT = Path(__file__).parents[1]
BANK = """
[[official]]
host = "bankmelati.co.id"
operator = "Bank Melati"
imitated_as = "bankmelati"

[[brand]]
word = "bankmelati"
target = "bankmelati.co.id"
"""
NEIGHBOURS = """
[[neighbour]]
host = "pecinta-bankmelati.top"

[[neighbour]]
host = "bankmelati.sahabat.co.id"
"""


def _official(host: str) -> str:
    return f"[[official]]\nhost = '{host}'\noperator = 'X'\n"


IMITATIONS = ["bankmelati-poin.com", "bankme1ati.top", "bankmelatii.cc", "klaim-bankmelati.web.app", "bankmelat.com",
              "bankmelati.co.id.klaim.xyz", "bаnkmelati.com", "https://bankmelati.co.id@contoh.net/"]  # fmt: skip
NOT_ACCUSED = ["bankmelati.co.id", "www.bankmelati.co.id", "login.bankmelati.co.id", "bunga-melati.id",
               "bankmandiri.co.id", "melati.com", "pecinta-bankmelati.top", "www.pecinta-bankmelati.top",
               "bankmelati.sahabat.co.id"]  # fmt: skip


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    file = tmp_path / "bank.toml"
    file.write_text(BANK + NEIGHBOURS, encoding="utf-8")
    return file


@pytest.mark.parametrize("url", IMITATIONS)
def test_own_names_are_protected(bank: Path, url: str) -> None:
    assert check_url(url, rulebook=own_rulebook(bank)).level == Level.DANGER
    if "@" not in url:
        assert check_url(url, rulebook=own_rulebook(bank)).links[0].target == "bankmelati.co.id"
        assert check_url(url).level == Level.CLEAR


@pytest.mark.parametrize("url", NOT_ACCUSED)
def test_own_hosts_and_strangers_are_not_accused(bank: Path, url: str) -> None:
    assert check_url(url, rulebook=own_rulebook(bank)).level == Level.CLEAR


@pytest.mark.parametrize(
    "host",
    ["etle-sukamaju.id", "tilang-sukamaju.top", "korlantas-sukamaju.web.app", "etle.kotasukamaju.go.id", "1etilang.id",
     "xn--tilng-0ra.com", "e-tilang.kantor-sukamaju", "bankmelati.com"],
)  # fmt: skip
def test_every_official_host_of_an_own_table_is_clear(tmp_path: Path, host: str) -> None:
    """However much it looks like an imitation, with ``www.`` and with what lies below it."""
    file = tmp_path / "city.toml"
    file.write_text(BANK + _official(host), encoding="utf-8")

    for url in (host, f"www.{host}", f"https://{host}/id", f"cek.{host}"):
        assert check_url(url, rulebook=own_rulebook(file)).level == Level.CLEAR, url


def test_a_neighbour_weighs_nothing_unless_the_table_says_that_it_is_not_honest(tmp_path: Path) -> None:
    """Its words and the message around it are heard all the same: an honest site takes no fines."""
    file = tmp_path / "bank.toml"
    message = "Denda tilang Anda belum dibayar, lunasi di pecinta-bankmelati.top"
    levels = {}
    for said in ("", "honest = false\n"):
        file.write_text(BANK + "[[neighbour]]\nhost = 'pecinta-bankmelati.top'\n" + said, encoding="utf-8")
        own_rulebook.cache_clear()
        levels[said] = check_url("pecinta-bankmelati.top", rulebook=own_rulebook(file)).level
        assert check(message, rulebook=own_rulebook(file)).level > Level.CLEAR

    assert list(levels.values()) == [Level.CLEAR, Level.CAUTION]


def test_tickets_are_still_protected(bank: Path) -> None:
    assert check("Tilang Anda: kejaksean.cc/id", rulebook=own_rulebook(bank)).level == Level.DANGER


def test_the_shipped_tables_stay_as_they_are(bank: Path) -> None:
    before = json.dumps(read_tables(), sort_keys=True)

    read_tables(own=bank)

    assert json.dumps(read_tables(), sort_keys=True) == before


@pytest.mark.parametrize(
    "text, complaint",
    [
        ("[[brnd]]\nword = 'x'", "brnd is unknown, expected one of official, operated, neighbour, brand"),
        ("[[brand]]\nword = 3\ntarget = 'x.id'", "brand[0].word is 3, expected small letters and digits alone"),
        ("official = 'x'", "official is 'x', expected rows written as [[official]]"),
        ("[[official]]\nhost = 'a1.id'", "official[0] lacks operator (text), in the row of a1.id"),
        ("[[official]]\nweird = 1", "official[0].weird is unknown, expected one of host, operator, status, imitated"),
        (_official("https://etle-sukamaju.id/"), "'https://etle-sukamaju.id/', expected a host such as etle-contoh.id"),
        (_official("ETLE-Sukamaju.ID"), "official[0].host is 'ETLE-Sukamaju.ID', expected a host such as"),
        (_official("etle-sukamaju.id."), "expected a host such as"),
        (_official("sukamaju"), "expected a host such as"),
        (_official("www.sukamaju.id"), "expected 'sukamaju.id': www. is always tried as well"),
        (_official("co.id"), "official[0].host is 'co.id', expected a name below it"),
        (_official("wixsite.com"), "expected a name below it: strangers have sites there"),
        (_official("a1.id") * 2, "official[1].host is 'a1.id' for a second time"),
        (_official("a1.id") + "imitated_as = 'Suka-Maju'", "imitated_as is 'Suka-Maju', expected small letters"),
        ("[[neighbour]]\nhost = 'http://x.id'", "neighbour[0].host is 'http://x.id', expected a host such as"),
        ("[[operated]]\noperator = 'X'\nhost = 'X.id'", "operated[0].host is 'X.id', expected a host such as"),
        (BANK.replace('"bankmelati"', '"Bank-Melati"'), "expected small letters and digits alone"),
        (BANK.replace('target = "', 'target = "www.'), "target is 'www.bankmelati.co.id', expected the host of an"),
        (BANK + "weight = 1000", "brand[0].weight is 1000, expected a whole number from 1 to 100"),
        (BANK + "edits = 50", "brand[0].edits is 50, expected 0, 1 or 2"),
        ("[[official]\n", "cannot be read"),
    ],
)
def test_a_bad_table_is_refused_with_file_key_and_value(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(RulebookError, match=r"mine\.toml") as caught:
        own_rulebook(file)
    assert complaint in str(caught.value)


def test_every_command_takes_the_table(bank: Path) -> None:
    message, hosts = "Klaim poin: bankmelati-poin.com", b"bankmelati-poin.com\nmelati.com\n"

    assert _run("check", message, "--own", bank).returncode == 1
    assert _run("check", message).returncode == 0
    for jobs in ("1", "2"):
        scanned = _run("scan", "-", "--own", bank, "--jobs", jobs, stdin=hosts)
        assert [json.loads(line)["host"] for line in scanned.stdout.splitlines()] == ["bankmelati-poin.com"]
    listed = _run("variants", "bankmelati.co.id", "--own", bank, "--limit", "5", "--json")
    assert len(listed.stdout.splitlines()) == 5
    unknown = _run("variants", "bankmelati.co.id")
    assert unknown.returncode == 2 and "it is not protected; add it with --own FILE" in unknown.stderr


def test_the_extension_takes_the_table(bank: Path, tmp_path: Path) -> None:
    """The exported rule book makes the JavaScript core say the same of every host."""
    export(tmp_path, model_path(), bank)
    urls = [*IMITATIONS, *NOT_ACCUSED]
    node = ["node", str(ROOT / "tests" / "urls.mjs"), str(tmp_path)]
    done = subprocess.run(node, input="".join(json.dumps(url) + "\n" for url in urls), capture_output=True, text=True)

    theirs = [json.loads(line)["level"] for line in done.stdout.splitlines()]

    assert theirs == [check_url(url, rulebook=own_rulebook(bank)).level.label for url in urls]


def test_the_page_about_own_names_works_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table and the Python example of docs/own-names.md, run in an empty folder."""
    page = (ROOT / "docs" / "own-names.md").read_text(encoding="utf-8")
    table, example = (page.split(f"```{kind}\n")[1].split("```")[0] for kind in ("toml", "python"))
    (tmp_path / "bank.toml").write_text(table, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    done = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[:2] == ["danger", "bankmelati.co.id"]
    assert check_url("pecinta-bankmelati.com", rulebook=own_rulebook(tmp_path / "bank.toml")).level == Level.CLEAR


def test_the_levels_that_the_page_tells_are_measured(tmp_path: Path) -> None:
    """Every cell of the table of weights, and what is said of a kind."""
    page = (ROOT / "docs" / "own-names.md").read_text(encoding="utf-8")
    table = page.split("```toml\n")[1].split("```")[0]
    head, _, *rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("|")]
    levels = {}

    for weight, *told in rows:
        levels[weight] = _levels(
            table.replace("weight = 35", f"weight = {weight}"), head[1:], tmp_path / f"{weight}.toml"
        )
        assert levels[weight] == told, weight
    assert len(levels) == 4 and "`tilang-melatipay.id` is danger" in page
    assert _levels(table, ["tilang-melatipay.id", "melatipai.top"], tmp_path / "a.toml") == ["danger", "danger"]
    ticket = table.replace('kind = "authority"', 'kind = "ticket"')
    assert _levels(ticket, ["tilang-melatipay.id"], tmp_path / "b.toml") == ["caution"]


def _levels(table: str, hosts: list[str], file: Path) -> list[str]:
    file.write_text(table, encoding="utf-8")
    return [check_url(host.strip("`"), rulebook=own_rulebook(file)).level.label for host in hosts]


def test_the_refusals_that_the_page_shows_are_real(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "own-names.md").read_text(encoding="utf-8")
    table = page.split("```toml\n")[1].split("```")[0]
    file = tmp_path / "bank.toml"
    for right, wrong in (
        ('word = "bankmelati"', "word = 'Bank-Melati'"),
        ('"bankmelati.co.id" ', "'https://bankmelati.co.id/'"),
    ):
        file.write_text(table.replace(right, wrong, 1), encoding="utf-8")
        said = _run("check", "x", "--own", file).stderr
        assert said.startswith("etle-guard: bank.toml: ") and f"    {said}" in page


def test_variants_are_caught_and_could_be_registered() -> None:
    """Each is at caution or above, under a suffix open to strangers, and none is the name itself."""
    found = variants("tilang.kejaksaan.go.id", default_rulebook())

    assert {one.family for one in found} >= set(FAMILIES) - {"hyphenation"}
    assert len({one.host for one in found}) == len(found) > 1000
    for one in found[::50]:
        assert check_url(one.host).level == one.level >= Level.CAUTION, one
        assert not one.host.endswith(".go.id") and one.host.isascii() and len(one.host) <= 253
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
    assert len({one.family for one in found[:40]}) >= 5


def test_variants_encode_international_names() -> None:
    shown = {one.host: one.display for one in variants("etle-korlantas.info", default_rulebook())}
    encoded = {host: display for host, display in shown.items() if host != display}

    assert len(encoded) > 50
    for host, display in encoded.items():
        assert host.startswith("xn--") and host.encode().decode("idna") == display


@pytest.mark.parametrize("name", ["x y", "", "192.0.2.1", "[::1]", "a" * 300 + ".id", "%%"])
def test_what_is_no_name_is_refused(name: str) -> None:
    done = _run("variants", name)

    assert done.returncode == 2 and done.stderr.startswith("etle-guard: ") and "Traceback" not in done.stderr


def _run(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "etle_guard", *map(str, arguments)]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())
