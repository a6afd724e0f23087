"""Every figure of speed and size in one table.

    pip install -e '.[train]'
    python benchmarks/speed.py [--browser] [--out docs/benchmarks/speed.md]

Ratios are taken within one run, against the fitted scikit-learn pipeline, tldextract alone, or the half of the same
input. ``--browser`` adds the extension's figures (Chromium).
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import messages as one_message
import tldextract

import etle_guard
from etle_guard.guard import judge_url
from etle_guard.quick import is_plainly_clear
from etle_guard.rulebook import default_rulebook, make_rulebook, model_path, read_model
from etle_guard.tables import DATA, read_tables
from etle_guard.training.corpus import read_corpus
from etle_guard.training.pipeline import read_tables as training_tables
from etle_guard.training.train import fit

ROOT = Path(__file__).resolve().parents[1]
STREAM = 100_000  # messages
PLENTY = 20_000  # hosts

Row = tuple[str, str, str]  # what, measured, beside what


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks" / "speed.md")
    parser.add_argument("--browser", action="store_true")
    options = parser.parse_args()
    golden = (ROOT / "tests" / "golden" / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [*by_kind(list(map(json.loads, golden))), *starts(), *hosts(), *stream(golden), *growth()]
    lines = [f"| {what} | {measured} | {beside} |" for what, measured, beside in rows]
    page = f"""# Speed and size

- Date: {datetime.now(UTC).date()}
- Command: `python benchmarks/speed.py`
- Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} CPUs

| what | measured | beside |
| --- | --- | --- |
{chr(10).join(lines)}
"""
    print(page)
    options.out.write_text(page, encoding="utf-8")
    if options.browser:
        subprocess.run([sys.executable, ROOT / "benchmarks" / "extension.py"], check=True)


def by_kind(rows: Sequence[Mapping[str, Any]]) -> Iterator[Row]:
    """Golden messages by what they carry, in Python and Node, and the text part beside the pipeline."""
    times = one_message.python_times(rows) | one_message.node_times()
    kinds = {"text only": [], "with a link": [], "with a file": []}
    for place, row in enumerate(rows):
        links = etle_guard.check(row["text"]).links
        kinds["with a file" if row.get("attachments") else "with a link" if links else "text only"].append(place)
    pipeline = one_message.percentile(times["scikit-learn pipeline, one at a time"], 50)
    for language in ("Python", "Node"):
        for kind, places in kinds.items():
            found = [times[f"{language}, whole check"][place] for place in places]
            yield f"{language}, whole check, {kind} ({len(places)})", _two(found), ""
        text = times[f"{language}, text part"]
        beside = f"pipeline one at a time {pipeline / one_message.percentile(text, 50):.0f} x as long"
        yield f"{language}, text part", _two(text), beside
    batch = one_message.percentile(times["scikit-learn pipeline, all in one batch"], 50)
    yield "scikit-learn pipeline, all in one batch", f"{batch:.0f} µs a message", ""


def _two(times: Sequence[float]) -> str:
    return f"p50 {one_message.percentile(times, 50):.0f} µs, p99 {one_message.percentile(times, 99):.0f} µs"


def starts() -> Iterator[Row]:
    ours = one_message.start("import etle_guard; etle_guard.check('x')")
    floor = one_message.start("import tldextract; tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)('a.b.id')")
    yield "import and first verdict", f"{ours:.0f} ms", f"tldextract {floor:.0f} ms: {ours / floor:.2f} x"


def hosts() -> Iterator[Row]:
    """Hosts that look like nothing, and golden ones, beside tldextract alone on the same."""
    golden = [json.loads(line)["url"] for line in (ROOT / "tests/golden/hosts.jsonl").open(encoding="utf-8")]
    plain = [f"toko-{place * 7919 % 99991}-kain{place % 13}.co.id" for place in range(PLENTY)]
    book = default_rulebook()
    bare = tldextract.TLDExtract(suffix_list_urls=((DATA / "suffixes.txt").as_uri(),), cache_dir=None)
    for name, urls in (("ordinary hosts", plain), ("lookalikes and near misses", golden)):
        ours = _seconds(lambda urls=urls: [is_plainly_clear(url, book) or judge_url(url, book) for url in urls])
        floor = _seconds(lambda urls=urls: [bare.extract_str(url) for url in urls])
        beside = f"tldextract alone {len(urls) / floor:,.0f}/s: {floor / ours:.2f} x its rate"
        yield f"scan, {name}", f"{len(urls) / ours:,.0f}/s", beside


def stream(golden: Sequence[str]) -> Iterator[Row]:
    """``check --jsonl`` over golden messages and over ordinary ones, with one and two jobs; memory of the whole."""
    corpus = [json.loads(line) for path in (ROOT / "models/corpus").glob("*.jsonl") for line in path.open()]
    ordinary = [json.dumps({"text": row["text"]}) for row in corpus if row["label"] == "other"]
    for name, rows in (("golden messages", golden), ("ordinary messages", ordinary)):
        for jobs in (1, 2):
            count = STREAM if jobs > 1 else STREAM // 5
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
                file.writelines(rows[place % len(rows)] + "\n" for place in range(count))
                file.flush()
                command = [sys.executable, "-m", "etle_guard", "check", "--jsonl", file.name, "--jobs", str(jobs)]
                begin = time.perf_counter()
                subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
                took = time.perf_counter() - begin
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
            what = f"check --jsonl --jobs {jobs}, {count:,} {name}"
            yield what, f"{count / took:,.0f}/s", f"largest process so far {peak:.0f} MB"


def growth() -> Iterator[Row]:
    """How time grows: the slope of log time over log size, 1 is in step."""
    chat = "Denda tilang elektronik sudah saya lunasi kemarin di bank, buktinya ada di map biru. "
    yield _slope("message length, 1,000 to 64,000", [1000, 4000, 16000, 64000],
                 lambda size: etle_guard.check((chat * (size // len(chat) + 1))[:size]))  # fmt: skip
    yield _slope("links in a message, 10 to 640", [10, 40, 160, 640],
                 lambda size: etle_guard.check(" ".join(f"toko{n}-kain.top/id" for n in range(size))))  # fmt: skip
    tables = {size: _with_brands(size) for size in (0, 50, 200)}
    yield _slope("protected words, 13 to 213", [13, 63, 213],
                 lambda size: [judge_url(f"etle-korlantaz{n}.top", tables[size - 13]) for n in range(200)])  # fmt: skip
    corpus, about = read_corpus(sorted((ROOT / "models/corpus").glob("*.jsonl"))), training_tables()
    sizes = [len(corpus.examples) // 4, len(corpus.examples) // 2, len(corpus.examples)]
    parts = {size: replace(corpus, examples=corpus.examples[:: len(corpus.examples) // size][:size]) for size in sizes}
    yield _slope("training, over messages of the corpus", sizes, lambda size: fit(parts[size], about), rounds=1)


def _with_brands(more: int) -> Any:
    tables = read_tables()
    first = tables["words"]["brand"][0]
    tables["words"]["brand"] = tables["words"]["brand"] + [first | {"word": f"lembagapajak{n}x"} for n in range(more)]
    return make_rulebook(tables, read_model(model_path()))


def _slope(name: str, sizes: Sequence[int], run: Callable[[int], object], rounds: int = 5) -> Row:
    times = [min(_seconds(lambda size=size: run(size)) for _ in range(rounds)) for size in sizes]
    xs, ys = [math.log(size) for size in sizes], [math.log(one) for one in times]
    middle, level = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - middle) * (y - level) for x, y in zip(xs, ys, strict=True)) / sum((x - middle) ** 2 for x in xs)
    return f"growth: {name}", f"exponent {slope:.2f}", ", ".join(f"{one * 1e3:.1f} ms" for one in times)


def _seconds(run: Callable[[], object]) -> float:
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
