"""Which hosts of the web platform's own test file do we read otherwise than browsers do?

    python benchmarks/divergences.py urltestdata.json

The file is that of web-platform-tests (url/resources/urltestdata.json, or toascii.json beside it); it is not ours and
not in this repository. The browsers' side is ada, which Node.js uses. What differs has to stand in
tests/golden/divergences.toml among the cases of a difference; what does not is printed, and the exit code is 1.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import ada_url

from etle_guard.parse.links import split_link
from etle_guard.rulebook import default_rulebook

KNOWN = Path(__file__).resolve().parents[1] / "tests" / "golden" / "divergences.toml"


def main() -> int:
    """Compare, print what is new, and count."""
    cases = [row for path in sys.argv[1:] for row in json.loads(Path(path).read_text(encoding="utf-8"))]
    urls = [url for url in map(_url, cases) if url is not None]
    differences = tomllib.loads(KNOWN.read_text(encoding="utf-8"))["difference"]
    known = {url for row in differences for url in row.get("cases", [])}
    new = [url for url in dict.fromkeys(urls) if browser(url) != ours(url) and url not in known]
    for url in new:
        print(json.dumps({"url": url, "browser": browser(url), "ours": ours(url)}))
    differing = sum(browser(url) != ours(url) for url in set(urls))
    told = f"{len(set(urls))} hosts, {differing} read otherwise, {len(new)} of them not in {KNOWN.name}"
    print(told, file=sys.stderr)
    return 1 if new else 0


def _url(row: Any) -> str | None:
    """The URL of a case that a message can hold: an absolute one of http, https or ftp."""
    if not isinstance(row, dict):
        return None
    text = row.get("input", "")
    if "output" in row:
        text = f"https://{text}/x"
    return text if text.strip().lower().startswith(("http:", "https:", "ftp:")) else None


def browser(url: str) -> str | None:
    """The host that a browser opens, without the dot that may end it; None where it refuses."""
    try:
        return str(ada_url.URL(url).hostname).rstrip(".")
    except ValueError:
        return None


def ours(url: str) -> str | None:
    """The host as we read it; None where we find none, or call it unreadable."""
    link = split_link(url, default_rulebook().links)
    return None if link is None or link.host.kind == "unreadable" else link.host.ascii


if __name__ == "__main__":
    sys.exit(main())
