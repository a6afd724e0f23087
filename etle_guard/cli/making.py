"""``train``, ``evaluate``, ``export`` and ``build-extension``: commands that make what is shipped."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import click
from click.shell_completion import get_completion_class

from etle_guard.cli.judging import MODEL, OWN
from etle_guard.errors import InputError
from etle_guard.pack import build_extension as build
from etle_guard.pack import export as write
from etle_guard.pack import write_parsed
from etle_guard.rulebook import model_path
from etle_guard.tables import DATA


def _pairs(_context: click.Context, option: click.Parameter, value: str) -> dict[str, str]:
    """``a=b,c=d`` as a mapping."""
    pairs = [pair.partition("=") for pair in value.split(",")] if value else []
    if not all(name and equals and other for name, equals, other in pairs):
        raise click.BadParameter(f"{value!r} is not of the form NAME=NAME,NAME=NAME", param=option)
    return {name.strip(): other.strip() for name, _, other in pairs}


COLUMNS = click.option(
    "--columns", callback=_pairs, default="", metavar="OURS=THEIRS,…", help="Your columns: text=isi,label=kategori."
)
LABELS = click.option(
    "--labels", callback=_pairs, default="", metavar="THEIRS=OURS,…", help="Your labels: spam=scam,ham=other."
)


@click.command()
@click.option(
    "--corpus",
    "corpora",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Own messages, JSONL or CSV; repeatable.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("models"),
    show_default=True,
    help="Where the model is written.",
)
@COLUMNS
@LABELS
def train(corpora: tuple[Path, ...], out: Path, columns: dict[str, str], labels: dict[str, str]) -> None:
    """Train the text model: corpus to text.json, text.joblib and CARD.md."""
    _training().train(corpora, out, columns, labels)


@click.command()
@click.option(
    "--data",
    "files",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Labelled messages to judge instead of the corpus.",
)
@click.option("--report", type=click.Path(path_type=Path), help="Folder for one HTML page with plots.")
@COLUMNS
@LABELS
@MODEL
def evaluate(
    files: tuple[Path, ...], report: Path | None, model: Path | None, columns: dict[str, str], labels: dict[str, str]
) -> None:
    """Print how well the text model does, split by template, by class and kind."""
    _training().evaluate(files, report, model, columns, labels)


def _training() -> ModuleType:
    """The training commands; scikit-learn is imported only here."""
    try:
        from etle_guard.training import command
    except ModuleNotFoundError as error:
        raise InputError(f"{error.name} is not installed; training needs: pip install 'etle-guard[train]'") from error
    return command


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("extension/data"), show_default=True)
@MODEL
@OWN
def export(out: Path, model: Path | None, own: Path | None) -> None:
    """Write tables and weights as JSON for the extension; own tables are in it only if --own is given each time."""
    _refuse_copy()
    click.echo(f"tables read from {_told(DATA)}")
    written = write(out, model or model_path(), own)
    if DATA.is_relative_to(Path.cwd()):  # a checkout, where tables are edited
        written.append(write_parsed(DATA).relative_to(Path.cwd()))
    for path in written:
        click.echo(f"{path}  {path.stat().st_size:,} bytes")
    click.echo(f"own tables: {own or 'none'}")


def _refuse_copy() -> None:
    """Tables that are edited in a checkout are not those of an installed copy, which would be exported unchanged."""
    edited = Path("etle_guard", "data")
    if (edited / "hosts.toml").is_file() and not edited.samefile(DATA):
        raise InputError(
            f"{edited} here is not what would be exported, but an installed copy: run pip install -e . first"
        )


def _told(folder: Path) -> Path:
    """A folder as seen from the current one, or from what holds the package."""
    home = Path.cwd() if folder.is_relative_to(Path.cwd()) else DATA.parents[1]
    return folder.relative_to(home)


@click.command("build-extension")
@click.option("--source", type=click.Path(path_type=Path), default=Path("extension"), show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=Path("dist"), show_default=True)
def build_extension(source: Path, out: Path) -> None:
    """Pack the extension as reproducible zips for Chromium and Firefox."""
    for path in build(source, out):
        click.echo(f"{path}  {path.stat().st_size:,} bytes")


@click.command("build-try-page")
@click.option("--extension", type=click.Path(path_type=Path), default=Path("extension"), show_default=True)
@click.option("--sources", type=click.Path(path_type=Path), default=Path("docs/try"), show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=Path("docs"), show_default=True)
def build_try_page(extension: Path, sources: Path, out: Path) -> None:
    """Write try.html: a page where anyone pastes a message, with no request made."""
    from etle_guard.trypage import build_try_page as write_page

    path = write_page(extension, sources, out)
    click.echo(f"{path}  {path.stat().st_size:,} bytes")


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes SHELL complete our commands and options.

    \b
    bash: etle-guard completion bash >> ~/.bashrc
    zsh:  etle-guard completion zsh >> ~/.zshrc
    fish: etle-guard completion fish > ~/.config/fish/completions/etle-guard.fish
    """
    found = get_completion_class(shell)
    root = click.get_current_context().find_root().command
    if found is not None:
        click.echo(found(root, {}, "etle-guard", "_ETLE_GUARD_COMPLETE").source())


COMMANDS = (train, evaluate, export, build_extension, build_try_page, completion)
