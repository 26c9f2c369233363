"""The command that takes in what another program wrote: codes, tags, notes and stars, in one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tui.desk import Active, Desk, fold, made_tags, mark
from tui.exchange.records import Code, Mark, Passage
from tui.model import Annotation, Selector, Tag, Target, latest_assessment
from tui.quote_commands import AddQuote
from tui.trust_commands import Assess


@dataclass(frozen=True)
class TakeIn(Active):
    """Add tags to the codebook, and marks to targets. What is there already stays as it is.

    `passages` are of articles, and become quotes of the reader's own with their marks.
    """

    origin: str
    codes: Sequence[Code] = ()
    marks: Sequence[tuple[Target, Mark]] = ()
    passages: Sequence[tuple[Target, Passage]] = ()

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Took in tags and notes of {self.origin}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        self._define(desk)
        for target, given in [*self.marks, *self._quoted(desk)]:
            for tag in made_tags(desk, given.tags):
                mark(desk, target, "tagging", {"tag": tag.id}, tag.id)
            if given.starred:
                mark(desk, target, "bookmarking", {})
            _assess(desk, target, dict(given.assessed))
            for field, value in given.fields:
                mark(desk, target, "editing", {"field": field, "value": value}, field)
            # Taken in twice, a note is there once.
            there = {
                str(each.body.get("value"))
                for each in desk.annotations(target)
                if each.motivation == "commenting"
            }
            for note in given.notes:
                if note.text in there:
                    continue
                there.add(note.text)
                desk.put(
                    Annotation(
                        desk.new_id(),
                        "commenting",
                        target,
                        {"value": note.text},
                        note.created or desk.now(),
                        creator=note.creator,
                    )
                )

    def _quoted(self, desk: Desk) -> Iterator[tuple[Target, Mark]]:
        for article, passage in self.passages:
            borders = ", ".join(f"{start}-{end}" for start, end in passage.parts)
            quote_id = desk.new_id()
            AddQuote(article, borders, passage.speaker, passage.kind, quote_id).apply(desk)
            place = Selector.at(desk.article(article.article).text, *passage.parts[0])
            yield Target("quote", quote_id, article.article, place), passage.mark

    def _define(self, desk: Desk) -> None:
        known = {fold(tag.name): tag for tag in desk.tags().values()}
        for code in self.codes:
            tag = known.get(fold(code.name))
            if tag is None:
                tag = Tag(desk.new_id(), code.name, code.description, code.color)
                desk.put_tag(tag)
            elif (code.description and not tag.description) or (code.color and not tag.color):
                tag = replace(
                    tag, description=tag.description or code.description, color=tag.color or code.color
                )
                desk.put_tag(tag)
            known[fold(code.name)] = tag


def _assess(desk: Desk, target: Target, said: dict[str, str]) -> None:
    """Take an assessment over where the reader has made none himself."""
    if said and not latest_assessment(desk.annotations(target)):
        Assess(
            [target],
            said.get("status"),
            said.get("evidence", ""),
            said.get("reliability"),
            said.get("credibility"),
        ).apply(desk)
