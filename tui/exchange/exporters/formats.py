"""The formats there are. Importing this imports none of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from tui.core.extras import install_command
from tui.core.text import pluralize
from tui.exchange.exporters.dossier import Dossier
from tui.settings.atomic_files import export_whole


class ExportError(Exception):
    """Nothing was written; the message is one line that says why and what to do."""


class Exporter(Protocol):
    """What the module of a format holds."""

    def chunks(self, dossier: Dossier) -> Iterable[str | bytes]:
        """Yield the file piece by piece, text (it is written in UTF-8, line ends as they are) or bytes.

        The pieces are the whole file in order, of any size; they come while the briefing is read, an event
        in memory at a time. Everything in them is clean and made harmless for what opens the file.
        Raises `ExportError` where the format can hold no such dossier, and whatever reading the briefing
        raises; a file that was begun is dropped then.
        """

    def files(self, dossier: Dossier, path: Path) -> Sequence[tuple[Path, Iterable[str | bytes]]]:
        """Return the files of a format that may have several, to be written in this order; others have no such function."""

    def write(self, dossier: Dossier, path: Path) -> str:
        """Write a format that is a folder, and return what was written in a few words; others have no such function.

        Raises `ExportError`, or OSError for what the disk refuses.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: `suffix` of its files, what it is for, what it cannot carry, and the package it needs.

    `extra` brings that package, the one called like the format where none is named. `module` is an `Exporter` in this
    folder, the one called like the format where none is named. Of a quote whose words are gone from its article it says
    so, unless it `omits_gone`. `notes` are the types of what it carries the reader's notes on; one `for_others` to read
    has them where the reader says so.
    """

    id: str
    suffix: str
    about: str
    loses: str
    module: str = ""
    needs: str = ""
    extra: str = ""
    is_text: bool = True
    is_folder: bool = False
    may_page: bool = False
    omits_gone: bool = False
    notes: tuple[str, ...] = ()
    for_others: bool = False

    @property
    def missing(self) -> str:
        """What is to be done before it can be written: its package is not there; "" where nothing is."""
        from importlib.metadata import PackageNotFoundError, distribution

        try:
            if self.needs:
                distribution(self.needs)
        except PackageNotFoundError:
            return f"wants {self.needs}: {install_command(self.extra or self.id)}"
        return ""


_LINE = 104  # letters: no line that names what is there instead is cut

# What several of them cannot carry.
_SURE = "how sure a speaker is and why"
_WHY = "why a speaker is unsure and by how much"  # where one who is bears a sign
_SIGNS = "descriptions, colours and signs of tags"
_TAGS = f"tags nobody used, {_SIGNS}"
_STAYS = "raw pages and what was cut, earlier versions, read marks, saved searches, the undo history"
_DAYS = "whether the day of an event is inferred"
_KEPT = f"other candidates for speakers, earlier statuses, {_STAYS}"
_ONLY_REFERENCES = (
    "all but the articles' headlines, authors, outlets, days, addresses, languages, tags and notes"
)

_EVERYWHERE = ("event", "article", "quote", "speaker")

FORMATS = (
    Format(
        id="markdown",
        suffix=".md",
        about="notes for Obsidian or Logseq, a folder (one file if named .md)",
        loses=f"{_WHY}, {_KEPT}, {_SIGNS}; in one file, the articles' texts",
        is_folder=True,
        notes=_EVERYWHERE,
    ),
    Format(
        id="csv",
        suffix=".csv",
        about="a table, one row a quote and tag, with its source",
        loses="the articles' texts, articles without quotes, tags, notes and stars on articles, events and speakers, "
        f"other names of speakers, tags nobody used, colours and signs of tags, {_KEPT}",
        module="csv_table",
        notes=("quote",),
        for_others=True,
    ),
    Format(
        id="citations",
        suffix=".txt",
        about="a plain list: each quote with its speaker and source, to paste into a text",
        loses="the articles' texts, articles without quotes, tags, notes and stars on articles, events and speakers, "
        "whether a quote is direct or mixed, its status, ratings, evidence and links, original wording and translator, "
        f"stars, authors and languages, the time of day, other names of speakers, {_WHY}, {_TAGS}, {_KEPT}",
        notes=("quote",),
        for_others=True,
    ),
    Format(
        id="webannotation",
        suffix=".jsonld",
        about="W3C Web Annotation: quotes, tags and notes (JSON-LD)",
        loses="the articles' texts, articles without quotes or notes, notes on and other names of speakers, "
        f"{_DAYS}, tags nobody used, colours and signs of tags, other candidates for speakers, {_STAYS}",
        notes=("event", "article", "quote"),
    ),
    Format(
        id="csl-json",
        suffix=".json",
        about="the articles as references, for Zotero and pandoc",
        loses=_ONLY_REFERENCES,
        module="references",
        omits_gone=True,
        notes=("article",),
    ),
    Format(
        id="briefing",
        suffix=".briefing",
        about="everything in one archive, which import opens again",
        loses="nothing: it is all there, the undo history too",
        module="archive",
        is_text=False,
        notes=_EVERYWHERE,
    ),
    Format(
        id="qdc",
        suffix=".qdc",
        about="the tags as a codebook, for NVivo, ATLAS.ti, QualCoder (REFI-QDA)",
        loses="all but the tags with their levels, descriptions and colours",
        needs="lxml",
        extra="formats",
        omits_gone=True,
    ),
    Format(
        id="tags",
        suffix=".csv",
        about="the tags as a table, for Taguette and spreadsheets",
        loses="all but the tags with their descriptions, colours and signs",
        module="codebook_table",
        omits_gone=True,
    ),
    Format(
        id="qdpx",
        suffix=".qdpx",
        about="the briefing as a project, for the same programs (REFI-QDA)",
        loses=f"{_STAYS}; and for other programs than this, quotes that nothing was written on (but with --all), "
        "kind, polarity, status, evidence, ratings, original wording and translator of quotes, stars on quotes and "
        f"events, {_DAYS}, through whom words came, {_SURE}, signs of tags, other candidates for speakers, earlier statuses",
        needs="lxml",
        extra="formats",
        is_text=False,
        notes=_EVERYWHERE,
    ),
    Format(
        id="bibtex",
        suffix=".bib",
        about="the articles as references for LaTeX (biblatex)",
        loses=_ONLY_REFERENCES,
        module="biblatex",
        omits_gone=True,
        notes=("article",),
    ),
    Format(
        id="ris",
        suffix=".ris",
        about="the articles as references, for EndNote, Zotero, Mendeley",
        loses=_ONLY_REFERENCES,
        omits_gone=True,
        notes=("article",),
    ),
    Format(
        id="schema.org",
        suffix=".jsonld",
        about="events, articles and quotations as linked data (JSON-LD)",
        loses="where in the text a quote stands, its kind, polarity, ratings, evidence and links, through whom words came, "
        f"{_DAYS}, stars, {_SURE}, {_TAGS}, {_KEPT}",
        module="schemaorg",
        notes=_EVERYWHERE,
        for_others=True,
    ),
    Format(
        id="xlsx",
        suffix=".xlsx",
        about="a workbook with quotes, articles, events and tags",
        loses=f"the articles' texts, cells over 32,767 letters and rows over 1,048,575, {_KEPT}",
        module="workbook",
        needs="xlsxwriter",
        is_text=False,
        notes=_EVERYWHERE,
        for_others=True,
    ),
    Format(
        id="html",
        suffix=".html",
        about="the briefing to be read in a browser or printed; several files above 1,000 articles",
        loses=f"the articles' texts, the time of day, {_WHY}, {_TAGS}, {_KEPT}",
        may_page=True,
        notes=_EVERYWHERE,
        for_others=True,
    ),
    Format(
        id="graphml",
        suffix=".graphml",
        about="who tells whom, as a graph for Gephi, yEd and Cytoscape",
        loses="all but the names of speakers, of those their words came through and of outlets, and how often they did",
    ),
    Format(
        id="docx",
        suffix=".docx",
        about="the briefing to be read and worked on in a word processor",
        loses=f"the articles' texts, the time of day, tables and pictures in notes, {_WHY}, {_TAGS}, {_KEPT}",
        module="worddoc",
        needs="python-docx",
        is_text=False,
        notes=_EVERYWHERE,
        for_others=True,
    ),
)
BY_ID = {each.id: each for each in FORMATS}
# What people call them.
ALSO = {
    "text": "citations",
    "txt": "citations",
    "codebook": "tags",
    "obsidian": "markdown",
    "logseq": "markdown",
    "md": "markdown",
    "excel": "xlsx",
    "word": "docx",
    "biblatex": "bibtex",
    "refi-qda": "qdpx",
    "csl": "csl-json",
    "jsonld": "schema.org",
}


def chunks(chosen: Format, dossier: Dossier) -> Iterable[str | bytes]:
    """Yield what the file of an export holds. Raises `ExportError` where a package is missing."""
    return _exporter(chosen).chunks(dossier)


def write(chosen: Format, dossier: Dossier, path: Path, *, force: bool = False) -> str:
    """Write an export to `path`, whole or not at all; return what was written, in a few words.

    What is there already is left alone unless `force`; Markdown notes are brought up to date, and
    what was added to them stays. Raises `ExportError`, or `StoreError` where the briefing is broken.
    """
    if chosen.may_page:
        return _put_pages(chosen, dossier, path, force=force)
    if not chosen.is_folder:
        return put(path, chunks(chosen, dossier), chosen.suffix, force=force)
    try:
        return _exporter(chosen).write(dossier, path)
    except OSError as error:
        raise _refused(path, error) from None


def put(path: Path, parts: Iterable[str | bytes], suffix: str, *, force: bool = False) -> str:
    """Write a file of these parts, whole or not at all, and return where; see `write`."""
    try:
        _check_place(path, suffix, force=force)
        export_whole(path, parts)
    except OSError as error:
        raise _refused(path, error) from None
    return str(path)


def _check_place(path: Path, suffix: str, *, force: bool) -> None:
    if path.is_dir():
        raise ExportError(f"{path} is a folder; name a file, such as {path / ('briefing' + suffix)}")
    if path.exists() and not force:
        raise ExportError(f"{path} is there already; --force replaces it")


def _put_pages(chosen: Format, dossier: Dossier, path: Path, *, force: bool) -> str:
    """Write files that lead to one another, each whole; none where a name of theirs is taken."""
    _check_place(path, chosen.suffix, force=force)
    files = _exporter(chosen).files(dossier, path)
    for place, _ in files:
        _check_place(place, chosen.suffix, force=force)
    for place, parts in files:
        put(place, parts, chosen.suffix, force=force)
    others = len(files) - 1
    return f"{path}, which leads to {pluralize(others, 'other page')} beside it" if others else str(path)


def _refused(path: Path, error: OSError) -> ExportError:
    return ExportError(f"{path}: cannot be written: {error.strerror or error}")


def lost(chosen: Format, dossier: Dossier) -> str:
    """Return what an export that was just written could not carry."""
    if not chosen.omits_gone:
        return chosen.loses
    if chosen.id in ("qdc", "tags"):  # which read no events
        for _ in dossier.events():
            pass
    gone = (
        f", {pluralize(len(dossier.gone), 'quote')} with words gone from the article" if dossier.gone else ""
    )
    bare = [f"the {what} of {pluralize(len(ids), 'article')}" for what, ids in sorted(dossier.bare.items())]
    unknown = f"; {' and '.join(bare)}, which nobody said yet" if bare else ""
    return f"{chosen.loses}{gone}{unknown}"


def lost_in_short(chosen: Format, dossier: Dossier) -> str:
    """Return the same in a line: what is of this very export, and how the rest begins."""
    own = lost(chosen, dossier).removeprefix(chosen.loses).strip(",; ")
    rest = chosen.loses
    if len(rest) > _LINE:
        rest = f"{', '.join(rest.split(', ')[:2])} and more"
    return "; ".join(filter(None, (own, rest)))


def _exporter(chosen: Format) -> Exporter:
    if chosen.missing:
        raise ExportError(f"{chosen.id} {chosen.missing}")
    return cast("Exporter", import_module(f"tui.exchange.exporters.{chosen.module or chosen.id}"))
