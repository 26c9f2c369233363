"""The one menu of corrections: all that can be set right about the quote, article or event under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tui.commands.annotations import KINDS, CompositeCommand, EditField, target_of
from tui.commands.events import SplitEvent
from tui.core.assessment import STATUS_NAMES
from tui.core.model import ASSERTED, POLARITIES, Article, Event, Quote
from tui.core.text import fold
from tui.settings.actions import BY_ID, key_name
from tui.store.drafts import Draft
from tui.ui import format
from tui.ui.availability import missing
from tui.ui.choice import Choice
from tui.ui.controllers.annotations import AnnotationController
from tui.ui.controllers.drafts import DraftController
from tui.ui.controllers.quotes import QuoteController
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.speakers import SpeakerController
from tui.ui.controllers.text_selection import TextSelectionController
from tui.ui.dialogs.base import Prompt
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.dialogs.edit_form import check, fields_of
from tui.ui.dialogs.form import Form

if TYPE_CHECKING:
    from tui.ui.controllers.registry import Entry
    from tui.ui.dialogs.kept_lines import KeptLines

Answer = TypeVar("Answer")

_ALL = "all"
_NAMES = {"published": "Date", "url": "Address"}
_POLARITY_TOLD = {
    ASSERTED: "the speaker stands for the words",
    "denied": "the speaker says that they are not so",
    "asked": "a question",
    "accused": "another is charged with them",
    "open": "neither confirmed nor denied, not ruled out",
    "negated": "a “not” stands before the marks",
    "expressed": "what the verb tells to be done by saying it: promised, thanked, regretted",
}


class CorrectionController(Controller):
    """The key that opens the menu, and what stands in it; each thing's menu leads to those around it."""

    def do_edit(self) -> None:
        """Offer what can be corrected, beginning at the field under the cursor."""
        context = self.context
        pane = context.panes.article
        thing = context.controller(AnnotationController).current_object()
        if context.open.speaker:
            context.controller(SpeakerController).do_speaker()
            return
        field = pane.field if context.panes.current == "article" else ""
        match thing:
            case Quote() if not field:
                self._of_quote(thing)
            case Event():
                self._of_event(thing)
            case _ if article := context.open.article:
                self._of_article(article, field)

    def _offer(
        self,
        title: str,
        about: str,
        entries: Sequence[Entry | None],
        first: str | None = None,
        around: Sequence[Article | Event | None] = (),
    ) -> None:
        """Offer a menu; what the menus of the things `around` hold is found by typing it."""
        further = [entry for thing in around if thing for entry in self._fields_of_other(thing)]
        self.offer_menu(
            title, [each for each in entries if each], further, about=about, first=first, one_line=True
        )

    def _action(self, id: str, name: str = "", now: str = "") -> Entry | None:
        """Return the row of an action that has a key of its own, None where it cannot be done."""
        context, action = self.context, BY_ID[id]
        if missing(action, context):
            return None
        row = Choice(id, name or action.label.capitalize(), now, end=self._key(id))
        return row, partial(context.act, id)

    def _deletion(self, thing: Article | Event, name: str, also: str) -> Entry:
        remark = f"{also}{self.context.key('undo')} brings it back"
        delete = partial(self.context.controller(AnnotationController).delete, thing)
        return Choice("delete", name, remark, end=self._key("delete")), delete

    def _key(self, id: str) -> str:
        keys = self.context.program.keys_of(BY_ID[id])
        return key_name(keys[0]) if keys else ""

    # A quote.

    def _of_quote(self, quote: Quote) -> None:
        context = self.context
        speakers = context.briefing.speakers()
        home = context.listing.home_of(quote)
        who = format.speaker_name(quote, speakers)
        unsure = f"{who} {format.UNSURE} {quote.why}" if quote.unsure else who
        status = home.assessment(quote.id, quote.article).get("status", "unchecked") if home else ""
        links = home.of(quote.id, "linking") if home else ()
        source = home.event.article(quote.article) if home else None
        same = [each for each in source.quotes if each.speakers == quote.speakers] if source else []
        same = same if quote.speakers else []
        parts = len(quote.parts)
        joined = context.controller(QuoteController).joined_with(quote)
        entries: list[Entry | None] = [
            (Choice("whose", "Speaker", unsure), partial(self._choose_speaker, quote)),
            (Choice("kind", "Kind", quote.kind), partial(self._choose_kind, quote)),
            self._borders(quote),
            None if quote.gone else self._cut(quote),
            (
                Choice("polarity", "Polarity", quote.polarity or ASSERTED),
                partial(self._choose_polarity, quote),
            ),
            self._action("status", now=STATUS_NAMES.get(status, status)),
            self._action("speaker", "Who the speaker is", "rename, merge, split off, role, side, note"),
            self._action("link", "Link", "to another quote"),
            (
                Choice(
                    "wording",
                    "Through whom",
                    " · ".join(filter(None, (format.via(quote.chain), quote.original)))
                    or "and its original wording",
                ),
                partial(self._ask_all, quote, f"Through whom came {format.marked(quote)}"),
            ),
            self._action("delete", "Discard", "it is no quote"),
            self._action("restore", now="a quote of this event that was discarded"),
            self._action("over_time", "Over time", "what the speaker repeats, or contradicts")
            if quote.speakers
            else None,
            # Behind all that any quote has, so that a number is the same row of each.
            (
                Choice("whose_all", f"Speaker of all {len(same)}", f"quotes of {who} in this article"),
                partial(self._choose_speaker, quote, same),
            )
            if len(same) > 1
            else None,
            self._action("join", now=joined) if joined else None,
            self._action("split", now=f"its {parts} parts, a quote each") if parts > 1 else None,
            self._action("linked", "Linked quote", format.counted(len(links), "link")) if links else None,
        ]
        article = context.open.article if not home or home is context.open.annotated else None
        event = context.open.annotated.event if article and context.open.annotated else None
        if article:
            entries += [self._to_article(article), self._to_event()]
        done = format.deeds(home, quote.id, context.briefing.tags()) if home else ""
        about = "\n".join(filter(None, (format.marked(quote), done)))
        self._offer(f"Correct the quote of {who}", about, entries, around=(article, event))

    def _choose_speaker(self, quote: Quote, those: Sequence[Quote] = ()) -> None:
        """Have it said whose words a quote is, or all of `those`."""
        context = self.context
        items = [
            item
            for item in context.open.items
            if item.quote and item.article and item.quote.article == quote.article
        ]
        said = dict.fromkeys(
            name for item in items if item.quote and item.quote.speakers for name in item.speakers
        )
        chooser = context.controller(SpeakerController)
        who, now = format.speaker_name(quote, context.briefing.speakers()), chooser.now(quote)
        near = [name for name in dict.fromkeys([*quote.candidates, *said]) if fold(name) != fold(who)]

        def write(name: str) -> None:
            if context.panes.current == "quotes" and context.listing.scope == "briefing" and name != now:
                context.panes.quotes.move(1)  # it goes to the other's rows, the reader stays
            edits = [EditField(target_of(each), "speaker", name) for each in those or (quote,)]
            said = f"Set the speaker of {format.counted(len(edits), 'quote')} to {chooser.told(name)}"
            context.do(CompositeCommand(edits, said) if those else edits[0])

        chooser.choose(
            f"Whose words {f'all {len(those)}' if those else 'these'} are; now {who}",
            write,
            near=near,
            about=format.marked(quote),
            now=now,
        )

    def _choose_kind(self, quote: Quote) -> None:
        says = ("in quotation marks", "part in marks, part reported", "reported, without marks")

        def chosen(kind: str) -> None:
            if kind != quote.kind:
                self.context.do(EditField(target_of(quote), "kind", kind))

        rows = [Choice(kind, kind, about) for kind, about in zip(KINDS, says, strict=True)]
        called = format.whose_words(quote, self.context.briefing.speakers())
        self.context.choose(ChoiceList(f"Kind of {called}", rows, chosen=quote.kind), chosen)

    def _choose_polarity(self, quote: Quote) -> None:
        now = quote.polarity or ASSERTED

        def chosen(polarity: str) -> None:
            if polarity != now:
                self.context.do(EditField(target_of(quote), "polarity", polarity))

        rows = [Choice(each, each, _POLARITY_TOLD.get(each, "")) for each in (ASSERTED, *POLARITIES)]
        called = format.whose_words(quote, self.context.briefing.speakers())
        self.context.choose(ChoiceList(f"What is made of {called}", rows, chosen=now), chosen)

    def _borders(self, quote: Quote) -> Entry:
        select, take = self._key("select"), self._key("borders")
        if quote.gone:
            row = Choice(
                "borders", "Borders", "its words are gone: select others in the text", end=f"{select} {take}"
            )
            said = f"Select words of the article with {select}, then {take} gives them to the quote."
            return row, partial(self.context.say, said)
        words = quote.words.split()
        now = f"{words[0]} … {words[-1]}" if len(words) > 1 else quote.words
        row = Choice("borders", "Borders", f"{now}: move them in the text")
        return row, partial(self.context.controller(TextSelectionController).move_borders, quote)

    def _cut(self, quote: Quote) -> Entry:
        keys = f"{self._key('select')} {self._key('cut_out')}"
        cut = partial(self.context.controller(TextSelectionController).begin_in, quote)
        return Choice("cut", "Cut words out", f"select them, then {self._key('cut_out')}", end=keys), cut

    # An article.

    def _of_article(self, article: Article, first: str = "") -> None:
        opened = self.context.open
        event = opened.annotated.event if opened.annotated else None
        if event is None:
            return
        versions = format.counted(article.versions, "earlier version") if article.versions else ""
        entries: list[Entry | None] = [
            *self._fields(article),
            self._action("move", "Move to another event", f"now in “{event.name}”"),
            (
                Choice(_ALL, "All of these in one form"),
                partial(self._ask_all, article, f"Correct the article “{article.headline}”"),
            ),
            self._action("cut", "Original page", "and what was cut from it"),
            self._action("changes", "Changes", versions) if versions else None,
            self._action("restore", "Restore a quote", "that was discarded"),
            self._deletion(article, "Delete the article", ""),
            self._to_event(),
        ]
        about = " · ".join(filter(None, (article.outlet, format.date(article.published), article.author)))
        self._offer(
            f"Correct the article “{article.headline}”", about, entries, first or None, around=(event,)
        )

    def _to_article(self, article: Article) -> Entry:
        row = Choice("article", "Its article…", f"headline, outlet, date, … of “{article.headline}”")
        return row, partial(self._of_article, article)

    # An event.

    def _of_event(self, event: Event) -> None:
        count = len(event.articles)
        split = (
            (
                Choice("split_event", "Split", f"one of its {count} articles off"),
                partial(self._split_event, event),
            )
            if count > 1
            else None
        )
        article = self.context.open.article
        entries: list[Entry | None] = [
            *self._fields(event),
            self._action("merge", "Merge with another event"),
            split,
            self._action("restore", "Restore a quote", "that was discarded"),
            self._action("regroup", "Regroup", "find all events anew"),
            self._deletion(event, "Delete the event", "with its articles; "),
            self._to_article(article) if article else None,
        ]
        about = f"{format.date(event.date)} · {format.counted(count, 'article')}"
        self._offer(f"Correct the event “{event.name}”", about, entries, around=(article,))

    def _to_event(self) -> Entry | None:
        annotated = self.context.open.annotated
        if annotated is None:
            return None
        row = Choice("event", "Its event…", f"name, date, … of “{annotated.event.name}”")
        return row, partial(self._of_event, annotated.event)

    def _split_event(self, event: Event) -> None:
        rows = [Choice(one.id, one.outlet or "no outlet", one.headline) for one in event.articles]

        dialog = ChoiceList(f"Make an event of its own of one article of “{event.name}”", rows)
        self.context.choose(dialog, lambda article: self.context.do(SplitEvent(event.id, [article])))

    # Fields.

    def _fields(self, thing: Article | Event) -> list[Entry]:
        opened = self.context.open
        if opened.annotated is None:
            return []
        fields = fields_of(thing, opened.annotated.event)
        called = "article" if isinstance(thing, Article) else "event"

        def ask(field_id: str) -> None:
            field = next(one for one in fields if one.id == field_id)

            line = Prompt(
                f"Correct the {called}: {field.label.lower()}",
                field.value,
                legend=field.below,
                check=partial(check, field.id),
            )
            self._ask_fields(
                thing, field.id, line, lambda value: {} if value == field.value else {field.id: value}
            )

        return [
            (
                Choice(field.id, _NAMES.get(field.id, field.id.capitalize()), field.value or "none yet"),
                partial(ask, field.id),
            )
            for field in fields
            if field.id != "event"  # which has a row of its own
        ]

    def _fields_of_other(self, thing: Article | Event) -> list[Entry]:
        """Return the fields of a thing as rows of another one's menu."""
        whose = "article" if isinstance(thing, Article) else "event"
        return [
            (row._replace(id=f"{whose} {row.id}", label=f"{row.label} of the {whose}"), do)
            for row, do in self._fields(thing)
        ]

    def _ask_all(self, thing: Article | Quote, title: str) -> None:
        if annotated := self.context.open.annotated:
            form = Form(title, fields_of(thing, annotated.event), "", check)
            self._ask_fields(thing, "fields", form, lambda changed: changed)

    def _ask_fields(
        self,
        thing: Event | Article | Quote,
        what: str,
        dialog: KeptLines[Answer],
        edits: Callable[[Answer], dict[str, str]],
    ) -> None:
        """Open a dialog for fields of a thing, and save in one step what its answer changes, by their ids.

        What is typed is kept as `what` was begun on the thing, until it is on the disk.
        """
        context = self.context
        drafts, annotator = context.controller(DraftController), context.controller(AnnotationController)
        target = target_of(thing)
        draft = f"{what}/{target.id}"

        def write(answer: Answer) -> None:
            from tui.workflows.field_correction import correction

            commands = [correction(target, field, value) for field, value in edits(answer).items()]
            if not commands:
                drafts.done(draft)
                return
            command = commands[0] if len(commands) == 1 else CompositeCommand(commands)
            annotator.run(partial(context.briefing.do, command), draft=draft)

        about = Draft(called=annotator.label(thing), event=context.open.event_id, article=target.article)
        drafts.ask(dialog, write, "edit", id=draft, about=about, until_done=True)
