"""Corrections beyond the form: whole quotes split, joined and restored, who is who, status, links."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.commands.annotations import DiscardQuote, target_of
from tui.commands.assessment import Assess, LinkQuotes
from tui.commands.quotes import JoinQuotes, SplitQuote
from tui.commands.speakers import AddAlias, MergeSpeakers, RenameSpeaker, SetRole, SplitSpeaker
from tui.core.assessment import RELATIONS, SYMMETRIC, said_of_link
from tui.core.model import AnnotatedEvent, AnnotationTarget, Article, Quote, Speaker
from tui.core.quote_state import words_before
from tui.core.speakers import called, final_speaker, speakers_of
from tui.core.text import one_line
from tui.settings.paths import author
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.dialogs.assessment_form import check, of_assessment, state_named, told
from tui.ui.dialogs.base import ChoiceList, Form, Prompt

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.ui.context import Context, Doer


class QuoteController:
    """The keys that set right what reading found, and say what the reader makes of it."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._marked: tuple[AnnotationTarget, str] | None = None  # the quote a link begins at, and its words

    def doers(self) -> dict[str, Doer]:
        """Return its methods, by the ids of the actions they do."""
        return {
            "join": self.join,
            "link": self.link,
            "linked": self.linked,
            "restore": self.restore,
            "speaker": self.speaker,
            "split": self.split,
            "status": self.status,
        }

    def _choose(self, title: str, choices: list[Choice], then: Callable[[str], None]) -> None:
        self.context.push(ChoiceList(title, choices), lambda chosen: then(chosen) if chosen else None)

    def _ask(self, title: str, value: str, then: Callable[[str], None]) -> None:
        def answer(said: str | None) -> None:
            if said is not None and said.strip() and said.strip() != value:
                then(said.strip())

        self.context.push(Prompt(title, value), answer)

    # Whole quotes.

    def split(self) -> None:
        """Make each part of the quote a quote of its own."""
        if quote := self.context.open.quote:
            if len(quote.parts) > 1:
                self.context.do(SplitQuote(target_of(quote)))
            else:
                self.context.say("The quote has one part: select words in it with v, then X cuts it there.")

    def join(self) -> None:
        """Join the quote with the next one of its article, or its parts into one."""
        quote = self.context.open.quote
        article = self._article_of(quote) if quote else None
        if quote is None or article is None:
            return
        if quote.gone:
            self.context.say("The words of this quote are gone from its article: there is nothing to join.")
            return
        do = self.context.do
        at = next((at for at, one in enumerate(article.quotes) if one.id == quote.id), len(article.quotes))
        after = article.quotes[at + 1] if at + 1 < len(article.quotes) else None
        join = partial(JoinQuotes, [target_of(quote), *([target_of(after)] if after else [])])
        speakers = self.context.briefing.speakers()
        who, other = (format.speaker_name(each, speakers) if each else "" for each in (quote, after))
        if len(quote.parts) == 1 and after and who == other:
            do(join())
            return
        if len(quote.parts) == 1 and after is None:
            self.context.say("This is the last quote of the article: J joins one with the next.")
            return
        choices = []
        if len(quote.parts) > 1:
            choices.append(Choice("parts", "Its parts, with the words between them", "one stretch"))
        if after:
            whose = f"of {other}; all will be of {who}" if other != who else ""
            choices.append(Choice("next", f"With the next quote: {format.short(after.words)}", whose))
        self._choose(
            f"Join {format.short(quote.words)}",
            choices,
            lambda chosen: do(JoinQuotes([target_of(quote)]) if chosen == "parts" else join()),
        )

    def _article_of(self, quote: Quote) -> Article | None:
        item = next((one for one in self.context.open.items if one.quote and one.quote.id == quote.id), None)
        if item and item.article:
            return item.article
        article = self.context.open.article
        return article if article and article.id == quote.article else None

    def restore(self) -> None:
        """List what was discarded of the event; Enter takes it back in."""
        context = self.context
        if context.open.annotated:
            event_id = context.open.event_id
            read = partial(context.briefing.annotated, event_id, include_hidden=True)
            context.read(read, partial(self._offer_discarded, context.open.annotated), "list")

    def _offer_discarded(self, known: AnnotatedEvent, every: AnnotatedEvent) -> None:
        context = self.context
        there = {quote.id for article in known.event.articles for quote in article.all_quotes}
        shown = {article.id for article in known.event.articles}
        speakers = context.briefing.speakers()
        gone = {
            quote.id: (quote, article)
            for article in every.event.articles
            for quote in article.all_quotes
            if article.id in shown and quote.id not in there
        }
        if not gone:
            context.say("No quote of this event was discarded.")
            return
        choices = [
            Choice(
                each, format.short(quote.words), f"{format.speaker_name(quote, speakers)}, {article.outlet}"
            )
            for each, (quote, article) in gone.items()
        ]
        self._choose(
            "Take back in",
            choices,
            lambda chosen: context.do(DiscardQuote(target_of(gone[chosen][0]), on=False)),
        )

    # Who is who.

    def speaker(self) -> None:
        """Say who the speaker of the quote is: another name, the same as another, two people in one."""
        quote = self.context.open.quote
        if quote is None:
            return
        context = self.context
        known = speakers_of(quote, context.briefing.speakers())
        if not known:
            context.say("Nobody is named for this quote; e names the speaker.")
        elif len(known) == 1:
            self._about(known[0], quote)
        else:
            people = {each.id: each for each in known}
            choices = [Choice(each.id, each.name, each.role) for each in known]
            self._choose("Which of the speakers", choices, lambda chosen: self._about(people[chosen], quote))

    def _about(self, speaker: Speaker, quote: Quote) -> None:
        """Ask what is to be done about one of those who say a quote."""
        context = self.context
        target = target_of(speaker)
        context.read(
            lambda: context.briefing.notes(target).note(speaker.id),
            partial(self._about_speaker, speaker, quote),
            "list",
        )

    def _about_speaker(self, speaker: Speaker, quote: Quote, note: str) -> None:
        speakers = self.context.briefing.speakers()
        merged = [
            one for one in speakers.values() if one.merged_into and final_speaker(one.id, speakers) == speaker
        ]
        choices = [
            Choice("rename", "Rename", "the old name still leads to the speaker"),
            Choice("merge", "Merge into another speaker…", "all quotes, and those to come"),
            Choice("alias", "Add another name", "imports find the speaker by it"),
            Choice("role", "Set the role", speaker.role or "such as “Kremlin spokesman”"),
            Choice("quote", "Split off this quote", "as somebody else's"),
            Choice("note", "Note on the speaker", one_line(note)),
            Choice("editor", "Note on the speaker, in $EDITOR"),
        ]
        said_as = {
            final.id: name for each, name in called(quote).items() if (final := final_speaker(each, speakers))
        }
        name = said_as.get(speaker.id, "")
        if name and name.casefold() != speaker.name.casefold():
            choices.append(Choice(f"name:{name}", f"Split off all said as “{name}”"))
        choices += [Choice(f"name:{one.name}", f"Take apart again: {one.name}", "merged") for one in merged]
        self._choose(f"Speaker: {speaker.name}", choices, lambda chosen: self._do(chosen, speaker, quote))

    def _do(self, chosen: str, speaker: Speaker, quote: Quote) -> None:
        do = self.context.do
        what, _, name = chosen.partition(":")
        match what:
            case "rename":
                self._ask(
                    f"New name of {speaker.name}", speaker.name, lambda to: do(RenameSpeaker(speaker.id, to))
                )
            case "merge":
                self._merge(speaker)
            case "alias":
                self._ask(f"Another name of {speaker.name}", "", lambda name: do(AddAlias(speaker.id, name)))
            case "role":
                self._ask(f"Role of {speaker.name}", speaker.role, lambda role: do(SetRole(speaker.id, role)))
            case "note" | "editor":
                from tui.ui.controllers.notes import NoteController

                self.context.controller(NoteController).note_speaker(speaker, in_editor=what == "editor")
            case "quote":
                self._ask(
                    f"Whose is {format.short(quote.words)}",
                    "",
                    lambda name: do(SplitSpeaker(speaker.id, quotes=[target_of(quote)], name=name)),
                )
            case _:
                do(SplitSpeaker(speaker.id, [name]))

    def _merge(self, speaker: Speaker) -> None:
        speakers = self.context.briefing.speakers()
        others = [one for one in speakers.values() if not one.merged_into and one.id != speaker.id]
        others.sort(key=lambda one: one.name.casefold())
        if not others:
            self.context.say("There is no other speaker.")
            return
        choices = [
            Choice(one.id, one.name, ", ".join((one.role, *one.aliases)).strip(", ")) for one in others
        ]
        self._choose(
            f"{speaker.name} is the same as",
            choices,
            lambda into: self.context.do(MergeSpeakers([speaker.id], into)),
        )

    # Status.

    def status(self) -> None:
        """Say how far the quote can be trusted: status, evidence, and the two ratings."""
        quote = self.context.open.quote
        annotated = self.context.listing.home_of(quote) if quote else None
        if quote is None or annotated is None:
            return
        known = annotated.assessment(quote.id, quote.article)
        history = [told(each) for each in annotated.of(quote.id, "assessing")]
        title = "\n".join([f"Status of {format.short(quote.words)}", *history[-6:]])

        def write(changed: dict[str, str] | None) -> None:
            moved = words_before(quote, annotated.annotations.get(quote.id, ()))
            if changed or (changed is not None and moved):  # left as it is, it is confirmed
                state = changed.get("status", "" if changed else known.get("status", "unchecked"))
                self.context.do(
                    Assess(
                        [target_of(quote)],
                        state_named(state) if state else None,
                        changed.get("evidence", ""),
                        changed.get("reliability"),
                        changed.get("credibility"),
                        author(),
                    )
                )

        self.context.push(Form(title, of_assessment(known), "status", check), write)

    # Links.

    def link(self) -> None:
        """Mark the quote to link it; on another one, say what the marked one is to it."""
        quote = self.context.open.quote
        if quote is None:
            return
        context, target = self.context, target_of(quote)
        if self._marked is None:
            self._marked = target, quote.words
            context.say(
                f"Linking {format.short(quote.words)}: go to the other quote and press L; here again ends it."
            )
            return
        (first, words), self._marked = self._marked, None
        if first.id == target.id:
            context.say("Nothing is being linked any more.")
            return
        choices = []
        for relation in RELATIONS:
            choices.append(Choice(relation, said_of_link(relation, inverse=False), format.short(quote.words)))
            if relation not in SYMMETRIC:
                back = said_of_link(relation, inverse=True)
                choices.append(Choice(f"{relation}<", back, format.short(quote.words)))
        choices.append(Choice("none", "not linked", "takes a link away"))

        def link(chosen: str) -> None:
            relation, turned, _ = chosen.partition("<")
            one, other = (target, first) if turned else (first, target)
            context.do(LinkQuotes(one, other, None if relation == "none" else relation))

        self._choose(f"{format.short(words)} …", choices, link)

    def linked(self) -> None:
        """Go to the quote this one is linked to."""
        quote = self.context.open.quote
        if quote is None:
            return
        context = self.context
        home = context.listing.home_of(quote)
        links = home.of(quote.id, "linking") if home else ()
        places = {str(link.body["quote"]): str(link.body.get("article", "")) for link in links}

        def go(chosen: str) -> None:
            context.read(lambda: context.briefing.event_of(places[chosen]), partial(arrive, chosen), "event")

        def arrive(chosen: str, its_event: str) -> None:
            if its_event:
                from tui.ui.controllers.jumps import JumpController

                context.controller(JumpController).go(its_event, places[chosen], chosen)
            else:
                context.say("The article of the other quote is not there any more.")

        if not places:
            context.say("This quote is linked to no other; L links it.")
        elif len(places) == 1:
            go(next(iter(places)))
        else:
            choices = [
                Choice(
                    str(link.body["quote"]),
                    said_of_link(str(link.body["relation"]), inverse=bool(link.body.get("inverse"))),
                    format.short(str(link.body.get("exact", ""))),
                )
                for link in links
            ]
            self._choose("Go to the quote that is linked", choices, go)
