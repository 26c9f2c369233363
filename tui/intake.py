"""The command that takes in what another program wrote: codes, tags, notes and stars, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.desk import Desk, fold, made_tags, mark
from tui.exchange.records import Code, Mark
from tui.model import Annotation, Tag, Target


@dataclass(frozen=True)
class TakeIn:
    """Add tags to the codebook, and marks to targets. What is there already stays as it is."""

    origin: str
    codes: Sequence[Code] = ()
    marks: Sequence[tuple[Target, Mark]] = ()

    @property
    def passive(self) -> bool:
        """Tell whether undo passes this over."""
        return False

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Took in tags and notes of {self.origin}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        self._define(desk)
        for target, given in self.marks:
            for tag in made_tags(desk, given.tags):
                mark(desk, target, "tagging", {"tag": tag.id}, tag.id)
            if given.starred:
                mark(desk, target, "bookmarking", {})
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
