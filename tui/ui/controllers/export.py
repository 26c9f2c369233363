"""The key that exports: what, in which format, where to. A worker writes; the reader reads on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.core.text import one_line
from tui.core.timestamps import utc_now
from tui.exchange.exporters.dossier import Choose as Part
from tui.exchange.exporters.dossier import Dossier, narrowed
from tui.settings import state
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.context import SAVES, say_over
from tui.ui.controllers.drafts import DraftController
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.search import SearchController
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.dialogs.place_prompt import PlacePrompt, told

if TYPE_CHECKING:
    from tui.core.board_grid import BoardGrid
    from tui.core.model import AnnotatedEvent
    from tui.core.query.evaluate import Matcher
    from tui.exchange.exporters.formats import Format
    from tui.ui.context import Context

Writer = Callable[[Path, bool, bool], str]
"""Writes to a path, replacing what is there or not, with the reader's notes or not, and returns what is said of it."""

_WHOLE = frozenset(("briefing", "qdc", "tags"))  # formats that are of the whole briefing or of nothing


class ExportController(Controller):
    """Asks three short questions, each with an answer that Enter takes."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._told: set[str] = set()  # formats whose losses were told: once a session is enough

    def do_export(self) -> None:
        from tui.exchange.exporters.formats import BY_ID, FORMATS

        def chosen(answer: str) -> None:
            if missing := BY_ID[answer].missing:
                self.context.say(f"! {answer} {missing}")
            else:
                self._ask_part(BY_ID[answer])

        choices = [Choice(each.id, each.id, each.missing or each.about) for each in FORMATS]
        self.context.choose(ChoiceList("Export as", choices, enter="asks what, then where to"), chosen)

    def _ask_part(self, chosen: Format) -> None:
        context = self.context
        opened = context.open.annotated
        if opened is None or chosen.id in _WHOLE:
            self._ask_dossier(chosen, None, context.briefing.title)
            return
        event, name = opened.event.id, opened.event.name
        shown, search = context.listing.shown(), context.controller(SearchController)
        matcher, asked = search.matcher(), search.text.strip()
        parts: dict[str, tuple[Part | None, str]] = {
            "found": (partial(_found, matcher), asked),
            "all": (None, context.briefing.title),
            "event": (lambda each: each if each.event.id == event else None, name),
            "shown": (
                lambda each: narrowed(each, lambda quote: quote.id in shown),
                (asked if search.reaches("quotes") else "") or context.listing.called or name,
            ),
        }

        choices = [Choice("found", "All quotes found", f"{one_line(asked)}, in all events")] if asked else []
        choices += [
            Choice("all", "The whole briefing", one_line(context.briefing.title)),
            Choice("event", "This event", one_line(name)),
        ]
        if shown:
            about = context.panes.quotes.about
            choices.append(Choice("shown", f"The {format.counted(len(shown), 'quote')} shown", about))
        dialog = ChoiceList("Export what", choices, enter="asks for the place")
        context.choose(dialog, lambda answer: self._ask_dossier(chosen, *parts[answer]))

    def _ask_dossier(self, chosen: Format, part: Part | None, name: str) -> None:
        count = partial(self._notes, chosen, part)
        self._ask_place(chosen, name, partial(self._dossier, chosen, part), count, folder=chosen.is_folder)

    def _notes(self, chosen: Format, part: Part | None) -> int:
        from tui.exchange.exporters.note_count import note_count

        return note_count(self.context.briefing, part, chosen.notes) if chosen.notes else 0

    def export_board(self, grids: Sequence[BoardGrid]) -> None:
        """Ask for the format of the accounts of an event, then for the place."""
        from tui.exchange.exporters import board_file
        from tui.exchange.exporters.formats import BY_ID, put

        def chosen(answer: str) -> None:
            kind = BY_ID[answer]
            self._ask_place(kind, grids[0].title, lambda path, force, _notes: write(kind, path, force))

        def write(kind: Format, path: Path, force: bool) -> str:
            return f"Exported to {put(path, board_file.chunks(kind, grids), kind.suffix, force=force)}"

        choices = [Choice(each, each) for each in board_file.FORMATS]
        self.context.choose(ChoiceList("Export the accounts as", choices, enter="asks for the place"), chosen)

    def _ask_place(
        self,
        chosen: Format,
        name: str,
        write: Writer,
        count: Callable[[], int] = lambda: 0,
        *,
        folder: bool = False,
    ) -> None:
        """Ask for the place; how many notes it is about comes from `count`, which may take long."""
        from tui.exchange.exporters.markdown_text import file_stem

        if self.context.app.is_web:
            with_notes = not chosen.for_others
            download = partial(self._download, f"{file_stem(name)}{chosen.suffix}", write, with_notes)
            self._begin(chosen, download, None)
            return

        def typed(answer: str) -> None:
            if answer:
                path = Path(answer).expanduser()
                self._check(chosen, path, lambda force: write(path, force, line.with_notes), folder, again)

        def again() -> None:
            self._ask_place(chosen, name, write, count, folder=folder)

        offer = str(offered(chosen.suffix, name, folder=folder))
        line = PlacePrompt(
            f"Export as {chosen.id} to",
            offer,
            with_notes=not chosen.for_others,
            may_turn=bool(chosen.notes) and chosen.id not in _WHOLE,
            loses=chosen.loses,
        )
        self.context.controller(DraftController).ask(line, typed, "export", id=f"{chosen.id} of {name}")
        self.context.read(count, line.count, "notes")

    def _check(
        self, chosen: Format, path: Path, put: Callable[[bool], str], folder: bool, again: Callable[[], None]
    ) -> None:
        """Begin to write, once it is clear that a file which is there is to be replaced, or another is named `again`."""
        if folder or not path.is_file():
            self._begin(chosen, partial(put, False), path)
            return

        def answered(answer: str) -> None:
            if answer == "replace":
                self._begin(chosen, partial(put, True), path)
            else:
                again()

        choices = [Choice("other", "Another name"), Choice("replace", "Replace it", path.name)]
        self.context.choose(ChoiceList("There is such a file already", choices), answered)

    def _download(self, name: str, write: Writer, with_notes: bool) -> str:
        from tui.ui.delivery import download

        return download(self.context.app, name, lambda path: write(path, False, with_notes))

    def _begin(self, chosen: Format, write: Callable[[], str], path: Path | None) -> None:
        self.context.say(f"Exporting as {chosen.id}…")
        self.context.run_beside(lambda: self._write(write, path), SAVES, exclusive=False)

    def _write(self, write: Callable[[], str], path: Path | None) -> bool:
        """In the worker: write, and say where it went or why it did not; return whether it did."""
        from tui.exchange.exporters.formats import ExportError
        from tui.store.disk.errors import StoreError

        try:
            said = write()
            if path is not None:
                state.set_exports_dir(path.absolute().parent)
        except (ExportError, StoreError, OSError, ValueError) as error:
            said = f"! {error}"
        self.context.app.call_from_thread(say_over, self.context, one_line(said))
        return not said.startswith("! ")

    def _dossier(self, chosen: Format, part: Part | None, path: Path, force: bool, with_notes: bool) -> str:
        """Write part of the briefing, or all of it; return what is said of it."""
        from tui.exchange.exporters.formats import lost_in_short, write

        dossier = Dossier.of(self.context.briefing, part, utc_now())
        wrote = write(chosen, dossier if with_notes else dossier.without_notes(), path, force=force)
        said = f" {format.counted(sum(1 for _ in dossier.quotes()), 'quote')}" if part else ""
        noted = told(self._notes(chosen, part), with_notes)
        done = f"Exported{said}{f' {noted}' if noted else ''} to {wrote}"
        if chosen.id in self._told and not (dossier.gone or dossier.bare):
            return f"{done}."
        self._told.add(chosen.id)
        return f"{done}. Not in it: {lost_in_short(chosen, dossier)}"


def _found(matcher: Matcher, annotated: AnnotatedEvent) -> AnnotatedEvent | None:
    """Return what a search finds of an event, None where that is nothing."""
    ids = {quote.id for article in annotated.event.articles for quote in matcher.quotes(annotated, article)}
    return narrowed(annotated, lambda quote: quote.id in ids)


def offered(suffix: str, name: str, *, folder: bool) -> Path:
    """Return where an export of this name is offered to go, a place that is free unless it is a folder."""
    from tui.exchange.exporters.markdown_text import file_stem

    place, stem = state.exports_dir(), file_stem(name)
    if folder:  # brought up to date where it is there
        return place / stem
    path, number = place / f"{stem}{suffix}", 1
    while path.exists():
        number += 1
        path = place / f"{stem}-{number}{suffix}"
    return path
