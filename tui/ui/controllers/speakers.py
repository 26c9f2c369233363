"""Who is who among the speakers: named from a list, renamed, merged, taken apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain, islice

from tui.commands.annotations import target_of
from tui.commands.helpers import NEW_SPEAKER, speaker_meant
from tui.commands.speakers import AddAlias, MergeSpeakers, RenameSpeaker, SetRole, SplitSpeaker
from tui.core.fuzzy_names import begins_words, fitting
from tui.core.model import Quote, Speaker
from tui.core.speakers import (
    SEVERAL,
    attributed_name,
    called,
    distinct,
    final_speaker,
    namesakes,
    parted,
    people_called,
    speaker_named,
    speakers_of,
)
from tui.core.text import fold, one_line
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.annotations import AnnotationController
from tui.ui.controllers.drafts import DraftController
from tui.ui.controllers.namesakes import places, rows_of, take
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.base import Prompt
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.disk_queue import OPENS

_NOBODY = Choice("", "Nobody named")


class SpeakerController(Controller):
    """The key about the speaker of a quote, and the list that a speaker is taken from."""

    # Whose words.

    def choose(
        self,
        title: str,
        then: Callable[[str], None],
        *,
        near: Sequence[str] = (),
        about: str = "",
        nobody: int | None = -1,
        now: str | None = None,
    ) -> None:
        """Have a speaker chosen, the names `near` before all others, or somebody new named.

        `then` is given the name, as the field "speaker" takes it: "" for nobody, with a + for somebody new. The row
        for nobody stands at `nobody`, -1 for behind those that are near, None for nowhere. `now` is the name that
        holds, "" for nobody, None where none does.
        """
        speakers = self.context.briefing.speakers()
        called = _by_name(sorted(speakers.values(), key=lambda one: fold(one.name)))
        names = distinct([*near, *(those[0].name for those in called.values())])
        said_at = places(self.context)
        rows = {name: rows_of(name, called.get(fold(name), ()), said_at) for name in names}
        before = len(distinct(near))
        first = list(chain.from_iterable(islice(rows.values(), before)))
        others = chain.from_iterable(islice(rows.values(), before, None))
        if nobody is not None:
            first.insert(len(first) if nobody < 0 else nobody, _NOBODY)
        typed = partial(self._typed, rows=rows, speakers=speakers)
        dialog = ChoiceList(title, [*first, *others], about=about, chosen=now, typed=typed)
        self.context.choose(dialog, lambda chosen: take(self.context, chosen, then))

    @staticmethod
    def _typed(
        line: str, rows: Mapping[str, Sequence[Choice]], speakers: Mapping[str, Speaker]
    ) -> list[Choice]:
        """Return whom a line may mean: those it fits, somebody new of that name, those it nearly fits."""
        if len(parted(line)) > 1 and not speaker_named(line, speakers):
            return [_several(line, speakers)]
        sure = [each.name for each in (speaker_named(line, speakers),) if each]
        people = [each.name for each in people_called(line, speakers)]
        found = fitting(line, list(rows))
        held = [name for name in found if begins_words(line, name)]
        several = len(namesakes(line, speakers)) > 1
        new = [] if sure and not several else [Choice(f"{NEW_SPEAKER}{line}", f"A new person: {line}")]
        first = list(dict.fromkeys([*sure, *people, *held]))
        akin = [each.name for each in people_called(line.rsplit(maxsplit=1)[-1], speakers)]
        others = [name for name in dict.fromkeys([*akin, *found]) if name not in first]

        def of(names: Sequence[str]) -> list[Choice]:
            told = (rows.get(name, (Choice(name, name),)) for name in names)
            return [
                row._replace(remark="") if row.id == row.label else row for row in chain.from_iterable(told)
            ]

        return [*of(first), *new, *of(others)]

    def told(self, chosen: str) -> str:
        """Return how somebody who was chosen is called in a sentence."""
        one = self.context.briefing.speakers().get(chosen)
        return one.name if one else chosen.replace(NEW_SPEAKER, "") or "nobody"

    def now(self, quote: Quote) -> str:
        """Return the row of whoever says a quote now: a name, an id where others are called so; "" for nobody."""
        speakers = self.context.briefing.speakers()
        one, *others = speakers_of(quote, speakers) or (None,)
        alike = one and not others and len(namesakes(one.name, speakers)) > 1
        return one.id if one and alike else attributed_name(quote, speakers) if one else ""

    # Who the speaker is.

    def do_speaker(self) -> None:
        """Say who the speaker is, of the quote or under the cursor: another name, the same as another, two in one."""
        context, quote = self.context, self.context.open.quote
        annotator = context.controller(AnnotationController)
        if speakers := annotator.speakers_under_cursor():
            annotator.one_of(speakers, lambda one: self._about(one, None))
            return
        if quote is None:
            edit = context.key("edit")
            context.say(f"Nobody is named for these quotes; {edit} on one of them names the speaker.")
            return
        known = speakers_of(quote, context.briefing.speakers())
        annotator.one_of(known, lambda one: self._about(one, quote))

    def _ask(self, title: str, value: str, then: Callable[[str], None]) -> None:
        def answer(said: str) -> None:
            if said and said != value:
                then(said)

        self.context.controller(DraftController).ask(Prompt(title, value), answer, "speaker")

    def _about(self, speaker: Speaker, quote: Quote | None) -> None:
        """Ask what is to be done about one of those who say a quote."""
        context = self.context
        target = target_of(speaker)
        context.read(
            lambda: context.briefing.notes(target).note(speaker.id),
            partial(self._about_speaker, speaker, quote),
            OPENS,
        )

    def _about_speaker(self, speaker: Speaker, quote: Quote | None, note: str) -> None:
        speakers = self.context.briefing.speakers()
        merged = [
            one for one in speakers.values() if one.merged_into and final_speaker(one.id, speakers) == speaker
        ]
        rows = [
            Choice("rename", "Rename", "the name of now still leads here"),
            Choice("merge", "Merge into another speaker…", "all quotes, and those to come"),
            Choice(
                "alias", "Add another name", ", ".join(speaker.aliases) or "imports find the speaker by it"
            ),
            Choice("role", "Set the role", speaker.role or "such as “Kremlin spokesman”"),
            Choice("side", "Set the side", speaker.side or "as the articles say: for whom they speak"),
            *([Choice("quote", "Split off this quote", "as somebody else's")] if quote else []),
            Choice("note", "Note on the speaker", one_line(note) or "none yet"),
            Choice("editor", "Note in $EDITOR", "the same, in your editor"),
            Choice("time", "Over time", "what was said on one topic, repeated or contradicted"),
        ]
        said_as = {
            final.id: name
            for each, name in (called(quote) if quote else {}).items()
            if (final := final_speaker(each, speakers))
        }
        name = said_as.get(speaker.id, "")
        if name and name.casefold() != speaker.name.casefold():
            rows.append(Choice(f"name:{name}", f"Split off all said as “{name}”"))
        rows += [Choice(f"name:{one.name}", f"Take apart again: {one.name}", "merged") for one in merged]
        about = format.short_quote(quote) if quote else ""
        dialog = ChoiceList(f"Speaker: {speaker.name}", rows, about=about)
        self.context.choose(dialog, lambda chosen: self._do(chosen, speaker, quote))

    def _do(self, chosen: str, speaker: Speaker, quote: Quote | None) -> None:
        do = self.context.do
        what, _, name = chosen.partition(":")
        match what:
            case "rename":
                self._ask(
                    f"New name of {speaker.name}", speaker.name, lambda to: do(RenameSpeaker(speaker.id, to))
                )
            case "merge":
                self._merge(speaker)
            case "time":
                self.context.run_beside(self.context.act("over_time"), "over time")
            case "alias":
                self._ask(f"Another name of {speaker.name}", "", lambda name: do(AddAlias(speaker.id, name)))
            case "role":
                self._ask(f"Role of {speaker.name}", speaker.role, lambda role: do(SetRole(speaker.id, role)))
            case "side":
                from tui.ui.controllers.sides import SideController

                self.context.controller(SideController).choose([speaker])
            case "note" | "editor":
                from tui.ui.controllers.notes import NoteController

                self.context.controller(NoteController).note_speaker(speaker, in_editor=what == "editor")
            case "quote" if quote:
                self.choose(
                    f"Whose is {format.short_quote(quote)}",
                    lambda name: do(SplitSpeaker(speaker.id, quotes=[target_of(quote)], name=name)),
                    nobody=None,
                )
            case _:
                do(SplitSpeaker(speaker.id, [name]))

    def _merge(self, speaker: Speaker) -> None:
        speakers = self.context.briefing.speakers()
        article = self.context.open.article
        near = {
            each.id
            for quote in (article.all_quotes if article else ())
            for each in speakers_of(quote, speakers)
        }
        others = [one for one in speakers.values() if not one.merged_into and one.id != speaker.id]
        others.sort(key=lambda one: (one.id not in near, fold(one.name)))
        if not others:
            self.context.say("There is no other speaker.")
            return
        said_at = places(self.context)
        rows: list[Choice] = []
        for those in _by_name(others).values():
            one, *more = those
            about = ", ".join((one.role, *one.aliases)).strip(", ")
            rows += rows_of(one.name, those, said_at) if more else [Choice(one.id, one.name, about)]

        def merge(into: str) -> None:
            self.context.do(MergeSpeakers([speaker.id], into))

        def chosen(row: str) -> None:
            take(self.context, row, merge, apart=speaker.id)

        self.context.choose(ChoiceList(f"{speaker.name} is the same as", rows), chosen)


def _by_name(speakers: Iterable[Speaker]) -> dict[str, list[Speaker]]:
    """Return speakers by what they are called, folded, as first met; merged ones are passed over."""
    found: dict[str, list[Speaker]] = {}
    for each in speakers:
        if not each.merged_into:
            found.setdefault(fold(each.name), []).append(each)
    return found


def _several(line: str, speakers: Mapping[str, Speaker]) -> Choice:
    """Return the row that means all who are named in a line, parted by semicolons, and says who they are."""
    whose, said = [], []
    for name in parted(line):
        try:
            one = speaker_meant(name, speakers)
        except ValueError:  # who of them it is, the command asks
            whose.append(name)
            said.append(f"{name} (which of them?)")
            continue
        whose.append(one.name if one else f"{NEW_SPEAKER}{name.removeprefix(NEW_SPEAKER)}")
        said.append(one.name if one else f"{name} (new)")
    return Choice(SEVERAL.join(whose), "All of", SEVERAL.join(said))
