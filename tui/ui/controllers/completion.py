"""What completes a search as it is typed: fields, the values there are of them, searches that were saved."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING

from tui.core.assessment import STATUSES
from tui.core.fuzzy_names import begins_words, fitting
from tui.core.query.completion import UnfinishedTerm, unfinished, written
from tui.core.query.fields import FIELDS
from tui.core.text import fold
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.registry import Controller

if TYPE_CHECKING:
    from tui.ui.context import Context
    from tui.ui.panes.search_line import SearchLine, SearchOffers

_COUNTED = {"outlet": "event", "event": "article", "tag": "time", "author": "thing"}  # of the others, quotes
_LETTERS = 2  # of a field, before it is offered: a word is not interrupted by its first one
_SAVED = "saved "
_PAST = 3  # searches that were ended and are offered again


class CompletionController(Controller):
    """Offers what fits the search line as it stands."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._values: dict[str, dict[str, int]] = {}  # of fields, since the line was opened
        self._here: UnfinishedTerm | None = None
        self._past: list[str] = []  # searches that were ended, the last one first
        self._by_name = False  # whether what is typed is the name of a saved search first

    @property
    def _line(self) -> SearchLine:
        return self.context.panes.search_line

    @property
    def _offers(self) -> SearchOffers:
        return self.context.panes.search_offers

    def begin(self) -> None:
        """Forget what was there when the line was last open."""
        self._values = {}
        self._by_name = False
        self.hush()

    def ended(self, query: str) -> None:
        """Take note of a search that is over, to be offered again."""
        if query.strip():
            self._past = list(dict.fromkeys([query.strip(), *self._past]))[:_PAST]

    def hush(self) -> None:
        """Offer nothing."""
        self._offers.put(())

    def typed(self) -> None:
        """Offer what fits what was typed, once it is clear what that is."""
        here = self._here = unfinished(self._line.before_cursor)
        wanted = self._line.input.value.strip()
        named = self._saved(wanted) if self._by_name or len(wanted) >= _LETTERS else []
        if self._by_name and named:
            self._offers.put(named)
            self.walk(1)
        elif here is None:
            self.hush()
        elif here.field:
            self._offer_values(here)
        elif len(here.typed) >= _LETTERS:
            self._offers.put([*self._fields(here.typed), *named])
        else:
            self.hush()

    def list_saved(self) -> None:
        """Offer the saved searches, which what is typed narrows by name; Enter takes the first."""
        self.overview(saved=True)
        self._by_name = True
        self.walk(1)

    def overview(self, *, saved: bool) -> None:
        """Offer the fields that fit; in an empty line, before them, searches made before unless they are not wanted."""
        saved = saved and not self._line.input.value.strip()
        self._here = unfinished(self._line.before_cursor)
        if self._here and not self._here.field:
            self._offers.put([*(self._searches() if saved else ()), *self._fields(self._here.typed)])
            self.context.refresh_lines()  # what was just said goes above it

    def saved_id(self) -> str:
        """Return the id of the saved search that the reader has walked to, "" for none."""
        chosen = self._offers.chosen
        return chosen.id.removeprefix(_SAVED) if chosen and chosen.id.startswith(_SAVED) else ""

    def take(self) -> bool:
        """Put what the reader has walked to into the line; False where that is nothing."""
        if self._here is None or (chosen := self._offers.chosen) is None:
            return False
        self._put(chosen)
        return True

    def do_complete_search(self) -> None:
        """Put what is chosen into the line, or else what fits best; where nothing is offered yet, offer what fits."""
        if not self._offers.offered:
            self.overview(saved=True)
        elif not self.take():
            self._put(self._offers.offered[0])

    def _put(self, choice: Choice) -> None:
        if self._here is None:
            return
        if saved := self.context.briefing.views().get(choice.id.removeprefix(_SAVED)):
            self._line.replace(0, saved.query)
        else:
            self._line.replace(self._here.start, choice.id)

    def walk(self, step: int) -> None:
        """Walk through what is offered; where that is nothing, offer all there is."""
        if not self._offers.offered:
            self.overview(saved=True)
        self._offers.walk(step)

    def _searches(self) -> list[Choice]:
        """Return the searches that have a name, and those that were ended."""
        named = {each.query for each in self.context.briefing.views().values()}
        past = [Choice(query, query, "searched for before") for query in self._past if query not in named]
        return [*self._saved(), *past]

    def _saved(self, wanted: str = "") -> list[Choice]:
        """Return the saved searches whose names begin as what is `wanted`, word by word in any order."""
        saved = sorted(self.context.briefing.views().values(), key=lambda each: fold(each.name))
        return [
            Choice(f"{_SAVED}{each.id}", each.name, f"saved · {each.query}")
            for each in saved
            if begins_words(wanted, each.name)
        ]

    def _fields(self, typed: str) -> list[Choice]:
        wanted = fold(typed)
        return [
            Choice(f"{field.name}:", f"{field.name}:", field.finds or ", ".join(field.values))
            for field in FIELDS.values()
            if field.name.startswith(wanted)
        ]

    def _offer_values(self, here: UnfinishedTerm) -> None:
        field = FIELDS[here.field]
        if field.takes in ("choice", "rating"):
            names = [name for name in field.values if name.startswith(fold(here.typed))]
            self._offers.put([Choice(f"{field.name}:{name} ", name, field.values[name]) for name in names])
        elif field.takes == "date" or field.name == "note":
            self.hush()
        else:
            self.context.read(
                lambda: self._fitting(here), lambda found: self._show(here, found), "completion"
            )

    def _fitting(self, here: UnfinishedTerm) -> list[Choice]:
        """Return the values of a field that fit, what is used most first. Reads the disk."""
        if here.field not in self._values:
            self._values[here.field] = dict(self.context.briefing.values_in_use(here.field))
        counts = self._values[here.field]
        names = fitting(here.typed, list(STATUSES if here.field == "status" else counts))
        unit = _COUNTED.get(here.field, "quote")
        told = {name: format.counted(counts.get(name, 0), unit) for name in names}
        figure = max((len(each.split()[0]) for each in told.values()), default=0)  # which end in one column
        return [
            Choice(f"{written(here.field, name)} ", name, " " * (figure - len(said.split()[0])) + said)
            for name, said in told.items()
        ]

    def _show(self, here: UnfinishedTerm, found: list[Choice]) -> None:
        if self._here == here:
            self._offers.put(found)

    do_next_offer = partialmethod(walk, 1)
    do_previous_offer = partialmethod(walk, -1)
