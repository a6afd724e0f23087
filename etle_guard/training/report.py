"""One self-contained page with the figures and plots of an evaluation, readable on a phone and without network."""

from __future__ import annotations

import io
from html import escape
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from etle_guard.model.weights import CLASSES
from etle_guard.pack import write_whole
from etle_guard.training.evaluate import Evaluation, Judged, Share
from etle_guard.training.plots import PLOTS

_MOST_ERRORS = 40
_MOST_LETTERS = 300  # of a message that is shown as a mistake
_STYLE = """
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{padding:.3rem .6rem;text-align:left;border-bottom:1px solid #8886;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1rem 0;background:#fff;border-radius:.3rem}svg{width:100%;height:auto;display:block}
details{border-bottom:1px solid #8886;padding:.4rem 0}summary{cursor:pointer}
blockquote{margin:.5rem 0;padding-left:.8rem;border-left:3px solid #8888;white-space:pre-wrap;overflow-wrap:anywhere}
.quiet{opacity:.75;font-size:.9rem}
"""


def write_report(result: Evaluation, folder: Path) -> Path:
    """Write ``report.html`` into a folder and give its path. Raises InputError where it cannot be written."""
    path = folder / "report.html"
    write_whole(path, page(result).encode("utf-8"))
    return path


def page(result: Evaluation) -> str:
    """The page as text. Everything that comes from a message is escaped."""
    parts = [
        f"<h1>How well the text model does</h1><p>{escape(result.method)}, {len(result.judged)} messages. "
        "Intervals are Wilson, 95&nbsp;%.</p>",
        f"<p><strong>Honest messages about tickets taken for scams: {_share(result.false_alarms())}</strong></p>",
        _classes(result),
        *(_figure(title, draw(result)) for title, draw in PLOTS.items()),
        _kinds(result),
        _errors(result),
    ]
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
    policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    title = "<title>etle_guard: text model</title>"
    return f'<!doctype html><html lang="en"><head>{head}{policy}{title}<style>{_STYLE}</style></head><body><main>' + (
        "\n".join(parts) + "</main></body></html>\n"
    )


def _classes(result: Evaluation) -> str:
    shares = [(label, _share(result.precision(label)), _share(result.recall(label))) for label in CLASSES]
    rows = [f"<tr><th scope=row>{label}</th><td>{first}</td><td>{second}</td></tr>" for label, first, second in shares]
    head = "<tr><th scope=col>class</th><th scope=col>precision</th><th scope=col>recall</th></tr>"
    return f"<h2>By class</h2><div class=wide><table>{head}{''.join(rows)}</table></div>"


def _kinds(result: Evaluation) -> str:
    rows = [
        f"<tr><td>{label}</td><th scope=row>{escape(kind)}</th><td class=n>{_share(share)}</td></tr>"
        for label, kind, share in result.kinds()
    ]
    head = "<tr><th scope=col>class</th><th scope=col>kind</th><th scope=col>recognised</th></tr>"
    return f"<h2>By kind</h2><div class=wide><table>{head}{''.join(rows)}</table></div>"


def _errors(result: Evaluation) -> str:
    errors = result.errors()
    shown = "".join(_error(each) for each in errors[:_MOST_ERRORS])
    return f"<h2>Surest mistakes</h2><p class=quiet>{min(len(errors), _MOST_ERRORS)} of {len(errors)}</p>{shown}"


def _error(each: Judged) -> str:
    example = each.example
    head = f"{example.label} taken for {each.predicted} by {each.margin:.2f} ({escape(example.kind)})"
    text = escape(example.text[:_MOST_LETTERS]) + ("…" if len(example.text) > _MOST_LETTERS else "")
    body = f"<blockquote>{text}</blockquote><p class=quiet>{escape(' '.join(each.concepts))}</p>"
    return f"<details><summary>{head}</summary>{body}</details>"


def _share(share: Share) -> str:
    low, high = share.interval()
    return f"{share.count}&nbsp;of&nbsp;{share.total} <span class=quiet>({low:.3f}–{high:.3f})</span>"


def _figure(title: str, figure: Figure) -> str:
    return f'<h2>{title}</h2><figure role="img" aria-label="{title}">{_svg(figure)}</figure>'


def _svg(figure: Figure) -> str:
    """The figure as SVG without the outer declaration; the same input gives the same bytes."""
    buffer = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": "etle_guard", "svg.fonttype": "path"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    text = buffer.getvalue()
    return text[text.index("<svg") :]
