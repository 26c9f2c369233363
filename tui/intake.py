"""The command that takes in what another program wrote: codes, tags, notes and stars, in one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tui.desk import Active, Desk, fold, made_speaker, made_tags, mark, speaker_named, tag_names
from tui.exchange.records import Code, Mark, Passage, Person, Remark, Tie
from tui.model import Annotation, Selector, Tag, Target, latest_assessment
from tui.quote_commands import AddQuote, borders_of
from tui.trust_commands import Assess, LinkQuotes


@dataclass(frozen=True)
class TakeIn(Active):
    """Add tags to the codebook, and marks to targets. What is there already stays as it is.

    `passages` are of articles, and become quotes of the reader's own with their marks. `people` are of
    speakers that are here, `ties` between passages: those, and the quotes in `places`, by their ids.
    """

    origin: str
    codes: Sequence[Code] = ()
    marks: Sequence[tuple[Target, Mark]] = ()
    passages: Sequence[tuple[Target, Passage]] = ()
    people: Sequence[Person] = ()
    ties: Sequence[Tie] = ()
    places: Mapping[str, Target] = field(default_factory=dict)

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Took in tags and notes of {self.origin}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        self._define(desk)
        known = dict(self.places)
        for target, given in [*self.marks, *self._quoted(desk, known)]:
            for tag in made_tags(desk, given.tags):
                mark(desk, target, "tagging", {"tag": tag.id}, tag.id)
            if given.starred:
                mark(desk, target, "bookmarking", {})
            _assess(desk, target, dict(given.assessed))
            for name, said in given.fields:
                value = made_speaker(desk, said) if name == "speaker" else said
                mark(desk, target, "editing", {"field": name, "value": value}, name)
            _note(desk, target, given.notes)
        for person in self.people:
            _know(desk, person)
        for tie in self.ties:
            if (quote := known.get(tie.id)) and (other := known.get(tie.other)) and quote.id != other.id:
                LinkQuotes(quote, other, tie.relation).apply(desk)

    def _quoted(self, desk: Desk, known: dict[str, Target]) -> Iterator[tuple[Target, Mark]]:
        made: dict[tuple[str, str], Target] = {}
        for article, passage in self.passages:
            borders = borders_of(passage.parts)
            if (article.id, borders) not in made:  # else it is one text that is in the file twice
                quote_id = desk.new_id()
                AddQuote(article, borders, passage.speaker, passage.kind, quote_id).apply(desk)
                place = Selector.at(desk.article(article.article).text, *passage.parts[0])
                made[article.id, borders] = Target("quote", quote_id, article.article, place)
            target = known[passage.id] = made[article.id, borders]
            yield target, passage.mark

    def _define(self, desk: Desk) -> None:
        known = {fold(tag.name): tag for tag in desk.tags().values()}
        for code in self.codes:
            name = next(iter(tag_names([code.name])), "")
            tag = known.get(fold(name))
            if not name:
                continue
            if tag is None:
                tag = Tag(desk.new_id(), name, code.description, code.color)
                desk.put_tag(tag)
            elif (code.description and not tag.description) or (code.color and not tag.color):
                tag = replace(
                    tag, description=tag.description or code.description, color=tag.color or code.color
                )
                desk.put_tag(tag)
            known[fold(name)] = tag


def _note(desk: Desk, target: Target, notes: Sequence[Remark]) -> None:
    """Add notes to a target. Taken in twice, a note is there once."""
    there = {str(a.body.get("value")) for a in desk.annotations(target) if a.motivation == "commenting"}
    for note in notes:
        if note.text not in there:
            there.add(note.text)
            when = note.created or desk.now()
            body = {"value": note.text}
            desk.put(Annotation(desk.new_id(), "commenting", target, body, when, creator=note.creator))


def _know(desk: Desk, person: Person) -> None:
    """Add what is known of a speaker who is here; what the reader says of him himself stays."""
    speakers = desk.speakers()
    speaker = speaker_named(person.name, speakers)
    if speaker is None:
        return
    taken = {fold(name) for each in speakers.values() for name in (each.name, *each.aliases)}
    aliases = tuple(name for name in dict.fromkeys(person.aliases) if fold(name) not in taken)
    changed = replace(speaker, aliases=(*speaker.aliases, *aliases), role=speaker.role or person.role)
    if changed != speaker:
        desk.put_speaker(changed)
    if person.note:
        _note(desk, Target("speaker", speaker.id), [Remark(person.note)])


def _assess(desk: Desk, target: Target, said: dict[str, str]) -> None:
    """Take an assessment over where the reader has made none himself, as far as such a thing has one."""
    if target.type != "quote":
        rated = target.type == "article" and "reliability" in said
        said = {key: said[key] for key in ("reliability", "evidence") if rated and key in said}
    if said and not latest_assessment(desk.annotations(target)):
        Assess(
            [target],
            said.get("status"),
            said.get("evidence", ""),
            said.get("reliability"),
            said.get("credibility"),
        ).apply(desk)
