"""A host is what a browser opens. The browsers' own parser (ada) is the oracle."""

import random
import tomllib
import unicodedata
from pathlib import Path

import ada_url
import pytest

from etle_guard.parse.host import parse_host
from etle_guard.parse.links import split_link
from etle_guard.rulebook import default_rulebook


def ours(text):
    links = default_rulebook().links
    return parse_host(text, links.host_map, links.suffixes)


def browser(text):
    try:
        return ada_url.URL(f"http://{text}/").hostname
    except ValueError:
        return ""


@pytest.mark.parametrize(
    "written, opened",
    [
        ("ETLE-Korlantas.INFO.", "etle-korlantas.info"),
        ("0x7f.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("0300.0250.1", "192.168.0.1"),
        ("evil.top。id", "evil.top.id"),
        ("ｅｔｌｅ．info", "etle.info"),
        ("et\u00adle.info", "etle.info"),
        ("e%74le.info", "etle.info"),
        ("e\u0301tle.info", "xn--tle-9la.info"),
        ("[2001:db8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]"),
        ("[::ffff:1.2.3.4]", "[::ffff:102:304]"),
    ],
)
def test_disguised_host_opens_as_a_browser_says(written, opened):
    assert ours(written).ascii == opened
    assert browser(written).rstrip(".") == opened


@pytest.mark.parametrize(
    "written", ["", "a b.com", "256.1.1.1", "1.2.3.4.5", "a%00b.com", "[::1", "[1::2::3]", "%ff.com", "a<b"]
)
def test_what_a_browser_refuses_is_unreadable_and_no_crash(written):
    assert ours(written).kind == "unreadable"


def test_ascii_hosts_never_differ_from_the_browser():
    """50,000 random ASCII hosts, hostile characters included."""
    rng = random.Random(20261123)
    letters = "abcxnetl0123456789.-%_xX&~!$'()*+,;="
    for _ in range(50_000):
        text = "".join(rng.choice(letters) for _ in range(rng.randint(1, 12)))
        if "xn--" in text.lower():
            continue
        expected = browser(text)
        assert ours(text).ascii == (expected[:-1] if expected.endswith(".") else expected), text


def test_letters_beyond_ascii_that_browsers_accept_never_differ():
    """A browser may refuse more than we do (bidi rules, its own Unicode version), but never opens another host."""
    rng = random.Random(7)
    pool = [chr(code) for code in range(0xA0, 0x2500)] + list("abc.-") * 50
    compared = 0
    for _ in range(20_000):
        text = "a" + "".join(rng.choice(pool) for _ in range(rng.randint(1, 4))) + ".com"
        expected = browser(text)
        if expected and not marks_out_of_order(text):
            compared += 1
            assert ours(text).ascii == expected, text
    assert compared > 5_000


def marks_out_of_order(text):
    """Composition of several marks on one letter is not canonical in our map: listed in golden/divergences.toml."""
    return sum(unicodedata.combining(letter) > 0 for letter in unicodedata.normalize("NFD", text)) > 1


def test_suffix_respects_label_boundaries():
    """evil-kejaksaan.go.id is not under kejaksaan.go.id."""
    assert ours("evil-kejaksaan.go.id").registrable == "evil-kejaksaan.go.id"
    assert ours("tilang.kejaksaan.go.id").registrable == "kejaksaan.go.id"
    assert ours("x.pages.dev").registrable == "x.pages.dev"
    assert ours("etle-pmj.inf").registrable is None


DIFFERENCES = tomllib.loads((Path(__file__).parent / "golden" / "divergences.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("url", [url for row in DIFFERENCES["difference"] for url in row.get("cases", [])])
def test_listed_cases_still_differ(url):
    """A case that browsers and we read alike again has to be taken out of divergences.toml."""
    link = split_link(url, default_rulebook().links)
    try:
        opened = ada_url.URL(url).hostname.rstrip(".")
    except ValueError:
        opened = None
    found = None if link is None or link.host.kind == "unreadable" else link.host.ascii
    assert found != opened


@pytest.mark.parametrize("url", ["http:contoh.top/id", "https:contoh.top", "HTTP:/contoh.top", "ftp:contoh.top"])
def test_a_scheme_without_slashes_opens_as_a_browser_says(url):
    link = split_link(url, default_rulebook().links)
    assert link is not None and link.host.ascii == ada_url.URL(url).hostname == "contoh.top"
