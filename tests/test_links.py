"""Links are found where people and browsers see them, with spans in the text as given."""

import pytest

from etle_guard.parse.links import find_links, split_link
from etle_guard.rulebook import default_rulebook


def links(text):
    return find_links(text, default_rulebook().links)


@pytest.mark.parametrize(
    "text, shown, host",
    [
        ("Periksa: kejaksean.cc/id. Segera", "kejaksean.cc/id", "kejaksean.cc"),
        ("(kejaksean[.]cc/id)", "kejaksean[.]cc/id", "kejaksean.cc"),
        ("hxxps://evil[.]top/id", "hxxps://evil[.]top/id", "evil.top"),
        ("buka kejaksaan titik cc/id ya", "kejaksaan titik cc/id", "kejaksaan.cc"),
        ("buka kejaksaan. cc/id ya", "kejaksaan. cc/id", "kejaksaan.cc"),
        ("buka kejaksaan.\ncc/id ya", "kejaksaan.\ncc/id", "kejaksaan.cc"),
        (
            "https://etle-korlantas.info\\@evil.com/x, ya",
            "https://etle-korlantas.info\\@evil.com/x",
            "etle-korlantas.info",
        ),
        ("https://etle-korlantas.info@evil.example/ oke", "https://etle-korlantas.info@evil.example/", "evil.example"),
        ("http:\\\\evil.top", "http:\\\\evil.top", "evil.top"),
        ("👉kejaksaan.cc👈", "kejaksaan.cc", "kejaksaan.cc"),
        ("*kejaksaan-x.com*", "kejaksaan-x.com", "kejaksaan-x.com"),
        ("kejak\u200bsaan.cc", "kejak\u200bsaan.cc", "kejaksaan.cc"),
        ("a.b.example.com:8080/x?y#z)", "a.b.example.com:8080/x?y#z", "a.b.example.com"),
        ("103.20.1.5/id", "103.20.1.5/id", "103.20.1.5"),
        ("http://[::1]/x", "http://[::1]/x", "[::1]"),
        ("cek p o l r i - b u r u . t o p / i d, ya", "p o l r i - b u r u . t o p / i d", "polri-buru.top"),
        ("di\nhttps://\nburu-\nlns\n.com\n/id\nya", "https://\nburu-\nlns\n.com\n/id", "buru-lns.com"),
        ("lihat https://abc.id.\nbesok lagi", "https://abc.id", "abc.id"),
        ("buka https://abc.id/\n- satu", "https://abc.id/", "abc.id"),
        ("alamatnya abc.id . Si bapa lupa", "abc.id", "abc.id"),
        ("alamatnya abc.id/x dot com katanya", "abc.id/x", "abc.id"),
    ],
)
def test_link_is_found_whole(text, shown, host):
    (link,) = links(text)
    assert (link.text, link.host.ascii) == (shown, host)
    assert text[link.span[0] : link.span[1]] == shown


def test_two_links_joined_by_a_comma_are_two():
    assert [link.host.ascii for link in links("https://a.id/x,https://b.id")] == ["a.id", "b.id"]


@pytest.mark.parametrize(
    "text",
    [
        "Rp150.000",
        "jam 10.30",
        "v1.2.3",
        "1.2.3.4",
        "foto.zip",
        "Surat Tilang.apk",
        "a@b.com",
        "oke...",
        "https://",
        "",
    ],
)
def test_what_is_no_link_stays_text(text):
    assert links(text) == ()


def test_missing_space_after_a_full_stop_is_noted():
    assert links("lunas besok.ga bisa")[0].tricks == ("maybe-sentence",)


def test_spans_count_code_points():
    (link,) = links("😀😀 kejaksean.cc/id")
    assert link.span == (3, 18)


@pytest.mark.parametrize("text", ["", " ", "http://", "javascript:alert(1)", "//"])
def test_text_without_a_host_gives_no_readable_link(text):
    link = split_link(text, default_rulebook().links)
    assert link is None or link.host.kind == "unreadable"


@pytest.mark.parametrize("text", ["a b c d e f g h i j k", "s a b t u . m i n g g u", "t i l a n g\n. satu"])
def test_single_letters_that_spell_no_host_are_no_link(text):
    assert links(text) == ()
