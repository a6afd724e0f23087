"""Coverage-guided fuzzing of everything that reads what strangers send, or what a file brings.

    pip install -e '.[test]'
    python benchmarks/fuzz.py parse --seconds 600

Targets: parse, skeleton, tokens, rulebook, model. The corpus of each lies in tests/fuzz/TARGET and grows by what
reaches new code; ``scripts/test`` replays it and goes on from it for a while. An input that raises what it should
not, or takes too long, is left beside it as crash-… or timeout-….
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["etle_guard"]):
    from etle_guard.errors import EtleGuardError
    from etle_guard.guard import judge, judge_url
    from etle_guard.model.lexicon import find_concepts, read_lexicon
    from etle_guard.model.linear import load_model, read_text
    from etle_guard.model.spelling import set_right
    from etle_guard.model.tokens import scan
    from etle_guard.nouns import Message
    from etle_guard.parse.message import parse
    from etle_guard.parse.skeleton import digit_readings, folded_squash, plain_letters, skeleton
    from etle_guard.parse.text import fold
    from etle_guard.present.record import json_line, record
    from etle_guard.rulebook import default_rulebook, make_rulebook, model_path, read_model
    from etle_guard.tables import check_tables, read_tables

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "fuzz"
LONGEST = 4_000  # bytes of one input
SLOWEST = 5  # seconds for one input, instrumented
PLAIN_VALUES = (None, True, "", "?", "\ud800", -1, 0, 0.5, 2**53, float("nan"), [], {}, ["?"], [0], {"id": 5})


def fuzz_parse(data: bytes) -> None:
    """A whole message, and its text as one link, to a record."""
    text, rulebook = _text(data), default_rulebook()
    name, _, rest = text.partition("\n")
    message = Message(rest, name or None, (name, rest[:200]))
    assert parse(message, rulebook).reading.topic in ("scam", "report", "other", "short")
    for verdict in (judge(message, rulebook), judge_url(text, rulebook)):
        json.loads(json_line(record(verdict)))
        for one in verdict.evidence:
            assert one.reason("id") and one.reason("en")


def fuzz_skeleton(data: bytes) -> None:
    """Look-alike spellings of a label."""
    table = default_rulebook().fold
    plain = plain_letters(_text(data), table)
    assert skeleton(skeleton(plain)) is not None
    assert folded_squash(plain) == folded_squash(plain)
    digit_readings(plain)


def fuzz_tokens(data: bytes) -> None:
    """Folding, cutting, setting right, concepts: every span lies inside the text."""
    model, text = default_rulebook().model, _text(data)
    folded = fold(text, model.fold)
    assert len(folded.text) == len(folded.origins)
    tokens = scan(folded.text).tokens
    assert all(0 <= start < end <= len(folded.text) for _, start, end, _ in tokens)
    words = [set_right(token[0], model.features.lexicon) for token in tokens]
    assert all(0 <= hit.first < hit.last <= len(words) for hit in find_concepts(words, tokens))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in read_text(text, model).concepts)


def fuzz_rulebook(data: bytes) -> None:
    """Tables with a place or two changed: refused by name, or good for a message."""
    tables = _spoilt(data, _tables())
    try:
        check_tables(tables)
        rulebook = make_rulebook(tables, _model())
    except EtleGuardError:
        return
    judge(Message("Denda tilang: tilang-kejaksaan.top/id", "0823", ("surat.apk",)), rulebook)


def fuzz_model(data: bytes) -> None:
    """A model file with a place or two changed, and a lexicon of whatever words."""
    try:
        words, _, written = _text(data).partition("\n")
        read_lexicon({"negation": "jangan", "any": words}, {"tidak": written})
        read_text("Denda tilang Anda", load_model(_spoilt(data, _model())))
    except EtleGuardError:
        return


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "parse": fuzz_parse, "skeleton": fuzz_skeleton, "tokens": fuzz_tokens, "rulebook": fuzz_rulebook,
    "model": fuzz_model,
}  # fmt: skip


def _text(data: bytes) -> str:
    """Any string, lone surrogates included."""
    return data.decode("utf-8", "surrogateescape" if data[:1] < b"\x80" else "replace")


@cache
def _tables() -> dict[str, Any]:
    return read_tables()


@cache
def _model() -> dict[str, Any]:
    return read_model(model_path())


def _spoilt(data: bytes, whole: Mapping[str, Any]) -> dict[str, Any]:
    """A copy with up to two places changed: the bytes choose the way down and the value."""
    provider = atheris.FuzzedDataProvider(data)
    changed = dict(whole)
    for _ in range(provider.ConsumeIntInRange(1, 2)):
        place: Any = changed
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = keys[provider.ConsumeIntInRange(0, len(keys) - 1)]
            if not isinstance(place[key], dict | list) or provider.ConsumeIntInRange(0, 5) == 0:
                kind = provider.ConsumeIntInRange(0, len(PLAIN_VALUES) + 1)
                place[key] = PLAIN_VALUES[kind] if kind < len(PLAIN_VALUES) else _text(provider.ConsumeBytes(50))
                break
            place[key] = copy.copy(place[key])
            place = place[key]
    return changed


def main() -> None:
    """Fuzz one target from its corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, default=-1, help="Stop after so many inputs.")
    parser.add_argument("--keep", action="store_true", help="Let the corpus in tests/fuzz grow.")
    options = parser.parse_args()
    kept = CORPUS / options.target
    with tempfile.TemporaryDirectory() as found:
        folders = [str(kept)] if options.keep else [found, str(kept)]
        limits = [f"-max_total_time={options.seconds}", f"-runs={options.runs}", f"-max_len={LONGEST}"]
        marks = [f"-timeout={SLOWEST}", f"-artifact_prefix={kept}/", "-rss_limit_mb=2048", "-seed=1", "-verbosity=0"]
        atheris.Setup([sys.argv[0], *folders, *limits, *marks], TARGETS[options.target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
