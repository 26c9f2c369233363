"""Who does what a key asks for. What is not wanted for the first paint is imported with its first key."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.ui.choice import Choice
    from tui.ui.context import Context, Doer

    Entry = tuple[Choice, Doer]
    """A row of a menu, and what it does."""

Kind = TypeVar("Kind")


class Controller:
    """What keys do in one matter, in the `context` of one main screen: the method `do_tag` does the action "tag"."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def offer_menu(
        self, title: str, entries: Sequence[Entry], further: Sequence[Entry] = (), **options: Any
    ) -> None:
        """Offer a menu, each row with what it does; those `further` are found by typing. `options` as in `ChoiceList`."""
        from tui.ui.dialogs.choice_list import ChoiceList

        doers = {row.id: do for row, do in (*entries, *further)}
        shown, also = ([row for row, _ in some] for some in (entries, further))
        dialog = ChoiceList(title, shown, further=also, **options)
        self.context.choose(dialog, lambda chosen: doers[chosen]())


# Module of tui.ui.controllers, its class, and the actions that this does.
_WHERE: dict[str, tuple[str, str]] = {
    "navigation": (
        "NavigationController",
        "down up first last half_down half_up page_down page_up read_on pane_left pane_right pane_next"
        " pane_previous events article quotes zoom enter back quit quit_now next_article previous_article"
        " next previous whose_quotes sort fold_years cut changes",
    ),
    "search": ("SearchController", "search filter everywhere end_search keep_search widen_search"),
    "completion": ("CompletionController", "complete_search next_offer previous_offer"),
    "annotations": ("AnnotationController", "delete read redo star tag undo"),
    "conflicts": ("ConflictController", "conflicts"),
    "correction": ("CorrectionController", "edit"),
    "assessment": ("AssessmentController", "status"),
    "speakers": ("SpeakerController", "speaker"),
    "arrivals": ("ArrivalController", "arrived read_to_here take_back_import"),
    "background_job": ("BackgroundJobs", ""),
    "import_pages": ("ImportController", "import"),
    "clipboard": ("ClipboardController", "copy copy_url open_url"),
    "pipe": ("PipeController", "pipe pipe_words"),
    "press_review": ("PressReviewController", "press_review"),
    "quotes": ("QuoteController", "join link linked restore split"),
    "export": ("ExportController", "export"),
    "feeds": ("FeedController", "feeds"),
    "jumps": ("JumpController", "history jump_back notes"),
    "events": ("EventController", "merge move regroup"),
    "briefings": ("BriefingController", "briefings rename_briefing archive_briefing delete_briefing"),
    "bulk_selection": (
        "BulkSelectionController",
        "tag_marked star_marked status_marked speaker_marked note_marked discard_marked copy_marked"
        " toggle_mark leave_marks join_marked mark_from_here",
    ),
    "drafts": ("DraftController", ""),
    "read_marks": ("ReadMarks", ""),
    "notes": ("NoteController", "note note_editor"),
    "program": (
        "ProgramController",
        "help palette theme text_width settings save_screen save_screen_png repaint",
    ),
    "text_selection": (
        "TextSelectionController",
        "select create_quote borders cut_out word_on word_back next_sentence previous_sentence letter_on"
        " letter_back line_on line_back half_page_on half_page_back to_start to_end swap_end copy_words"
        " paragraph_on paragraph_back line_start line_end quote_first leave_selection take_borders keep_borders",
    ),
    "pictures": ("PictureController", "pictures"),
    "recollections": ("RecollectionController", "over_time"),
    "reports": ("ReportController", "counts count_statements"),
    "selection_menu": ("SelectionMenuController", ""),
    "saved_searches": ("SavedSearchController", "save_search saved_searches name_search"),
    "sides": ("SideController", "side"),
    "statements": ("StatementController", "same_statement other_statement same_marked other_marked accounts"),
    "tags": ("TagController", "tags tag_all"),
}
MODULE_OF = {action: module for module, (_, actions) in _WHERE.items() for action in actions.split()}


class ControllerRegistry:
    """The controllers of one main screen, each made when it is first wanted."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._made: dict[type, Any] = {}

    def get(self, kind: type[Kind]) -> Kind:
        """Return the controller of a class, made if need be."""
        if kind not in self._made:
            self._made[kind] = cast("Any", kind)(self._context)
        return cast("Kind", self._made[kind])

    def peek(self, module: str) -> Any | None:
        """Return the controller of a module if it was wanted before."""
        name, _ = _WHERE[module]
        return next((made for kind, made in self._made.items() if kind.__name__ == name), None)

    def doer(self, action_id: str) -> Doer:
        """Return the bound method that does an action of the table. Raises KeyError for any other id."""
        module = MODULE_OF[action_id]
        name, _ = _WHERE[module]
        kind: type[Controller] = getattr(import_module(f"tui.ui.controllers.{module}"), name)
        return cast("Doer", getattr(self.get(kind), f"do_{action_id}"))


def warm() -> None:
    """Import all of them, in a thread once the screen stands: so the first key is not the slow one."""
    for module in _WHERE:
        import_module(f"tui.ui.controllers.{module}")
