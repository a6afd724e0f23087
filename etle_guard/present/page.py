"""A verdict as one self-contained page to send to someone: no network, no script, light and dark, phone and desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from etle_guard.nouns import Level, LinkVerdict, Message, Verdict
from etle_guard.pack import write_whole
from etle_guard.present.words import SIGNS, reasons, rules_line, tone, visible
from etle_guard.rulebook import Rulebook

_MOST_LETTERS = 4_000  # of the message that is repeated
_TITLES = {
    "id": ("Hasil pemeriksaan pesan", "Pesan", "Pengirim", "Berkas", "Dibuat oleh etle_guard, aturan {}, model {}."),
    "en": (
        "What was found in a message",
        "Message",
        "Sender",
        "Files",
        "Made by etle_guard, rules {}, model {}.",
    ),
}
_STYLE = """
:root{color-scheme:light dark;--danger:#b3261e;--caution:#8a5300;--clear:#1f6f43}
@media(prefers-color-scheme:dark){:root{--danger:#ff9a92;--caution:#ffc46b;--clear:#7fd6a4}}
body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.4rem;border-left:.4rem solid;padding-left:.7rem}h2{font-size:1.05rem;margin-bottom:.2rem}
.danger{color:var(--danger)}.caution{color:var(--caution)}.clear{color:var(--clear)}
.unchecked{color:var(--caution)}
ul{padding-left:1.2rem;margin:.2rem 0}
blockquote{margin:.3rem 0;padding:.5rem .8rem;border:1px solid #8888;border-radius:.4rem;white-space:pre-wrap}
footer{margin-top:2rem;opacity:.75;font-size:.9rem}
"""


def write_page(path: Path, verdict: Verdict, message: Message, lang: str, rulebook: Rulebook) -> None:
    """Write the page. Raises InputError where it cannot be written."""
    write_whole(path, page(verdict, message, lang, rulebook).encode("utf-8"))


def page(verdict: Verdict, message: Message, lang: str, rulebook: Rulebook) -> str:
    """The page as text. Everything that comes from the message is escaped, and no link in it can be clicked."""
    words, (title, *names, made), told = rulebook.words[lang], _TITLES[lang], reasons(verdict, lang)
    whole = verdict.complete and len(message.text) <= _MOST_LETTERS
    shown = "\n".join(visible(line) for line in _defanged(message.text[:_MOST_LETTERS], verdict).split("\n"))
    parts = [
        f'<h1 class="{tone(verdict)}">{SIGNS[verdict.face]} {escape(verdict.headline(lang))}</h1>',
        "" if verdict.complete else f"<p>◐ {escape(words['incomplete'])}</p>",
        _list(words["links"], [_link(link, words) for link in verdict.links]),
        _list(words["why"], [escape(_without_hosts(one, verdict)) for one in told]),
        _list(words["todo"], map(escape, verdict.advice(lang))),
        f"<p>{escape(words['no_promise'])}</p>" if verdict.level is Level.CLEAR else "",
        f"<h2>{names[0]}</h2><blockquote>{escape(shown)}{'' if whole else ' …'}</blockquote>",
        _list(names[1], [escape(visible(message.sender))] if message.sender else []),
        _list(names[2], [escape(visible(name)) for name in message.attachments]),
        f"<footer><p>{escape(rules_line(verdict, told, words))}</p>",
        f"<p>{escape(made.format(rulebook.version, rulebook.trained_on))}</p></footer>",
    ]
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
    policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    return (
        f'<!doctype html><html lang="{lang}"><head>{head}{policy}<title>{title}</title><style>{_STYLE}</style></head>'
        f"<body><main>{''.join(parts)}</main></body></html>\n"
    )


def _list(title: str, rows: Iterable[str]) -> str:
    items = "".join(f"<li>{row}</li>" for row in rows)
    return f"<h2>{escape(title)}</h2><ul>{items}</ul>" if items else ""


def _link(link: LinkVerdict, words: Mapping[str, str]) -> str:
    opened = link.host if link.level is Level.CLEAR else link.registrable
    told = f'<span class="{link.level.label}">{SIGNS[link.level.label]}</span> {escape(words["opens"])} '
    told += f"<strong>{escape(_dead(opened or '?'))}</strong>"
    if link.target is not None and link.likeness is not None and link.level > Level.CLEAR:
        told += f", {escape(words[link.likeness])} {escape(link.target)}"
    return told


def _defanged(text: str, verdict: Verdict) -> str:
    """The text with the dots of doubtful links taken apart, so that no program that shows the page links them."""
    letters = list(text)
    for link in verdict.links:
        for place in range(link.span[0], min(link.span[1], len(letters))) if link.level > Level.CLEAR else ():
            letters[place] = letters[place] if text[place - 1 : place] == "[" else _dead(letters[place])
    return "".join(letters)


def _without_hosts(sentence: str, verdict: Verdict) -> str:
    """A sentence with the hosts of doubtful links taken apart, the longest first."""
    hosts = {
        host for link in verdict.links if link.level > Level.CLEAR for host in (link.host, link.registrable) if host
    }
    for host in sorted(hosts, key=len, reverse=True):
        sentence = sentence.replace(host, _dead(host))
    return sentence


def _dead(text: str) -> str:
    return text.replace(".", "[.]")
