"""Copies of a small briefing, work in them, and what they hold in the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.support.dossiers import FORMULA, PLAIN, find, page
from tui.commands.annotations import (
    AddTags,
    EditField,
    RemoveTags,
    Star,
    WriteNote,
    target_of,
)
from tui.commands.assessment import Assess
from tui.commands.codebook import DeleteTags, RenameTag
from tui.commands.speakers import RenameSpeaker
from tui.core.model import AnnotationTarget
from tui.store.briefing import Briefing
from tui.workflows.merge import merge, sync

Work = Callable[[Briefing], object]
"""Something that is done to a briefing."""


@contextmanager
def opened(path: Path, author: str = "") -> Iterator[Briefing]:
    briefing = Briefing.open(path, author=partial(str, author))
    try:
        yield briefing
    finally:
        briefing.close()


def contents(path: Path) -> dict[tuple[str, str], object]:
    with opened(path) as briefing:
        return dict(briefing.replica().documents())


def work(path: Path, author: str, *deeds: Work) -> None:
    with opened(path, author) as briefing:
        for deed in deeds:
            deed(briefing)


def joined(path: Path, other: Path) -> None:
    with opened(path) as briefing:
        merge(briefing, other)


def synced(path: Path, shared: Path) -> None:
    with opened(path) as briefing:
        sync(briefing, shared)


def tag(words: str, *names: str) -> Work:
    return lambda briefing: briefing.do(AddTags([target_of(find(briefing, words)[1])], names))


def note(words: str, text: str) -> Work:
    return lambda briefing: briefing.do(WriteNote(target_of(find(briefing, words)[1]), text))


def rename(old: str, new: str) -> Work:
    def do(briefing: Briefing) -> object:
        own = next(each.id for each in briefing.tags().values() if each.name == old)
        return briefing.do(RenameTag(own, new))

    return do


def bring(headline: str, words: str, event: str) -> Work:
    return lambda briefing: briefing.add([page(headline, "Ida Lund", "2025-03-06", words, event)])


def tags_on(path: Path, words: str) -> set[str]:
    with opened(path) as briefing:
        article, quote = find(briefing, words)
        annotated = briefing.annotated(article.event)
        return {briefing.tags()[each].name for each in annotated.tags(quote.id)}


def speaker_of(briefing: Briefing, words: str) -> str:
    return find(briefing, words)[1].speakers[0]


def everything(one: Path, two: Path, three: Path) -> None:
    """Do something of every kind in three copies."""
    work(
        one,
        "ada",
        tag(PLAIN, "harbour"),
        note(PLAIN, "From Ada."),
        rename("no deal", "no bargain"),
        bring("Ice on the lock", "It freezes every year", "three"),
        lambda b: b.do(Assess([target_of(find(b, PLAIN)[1])], "matched", "https://record.example/9")),
        lambda b: b.do(EditField(target_of(find(b, PLAIN)[1]), "original", "Montag")),
    )
    work(
        two,
        "bo",
        tag(PLAIN, "harbour", "monday"),
        tag(FORMULA, "sums"),
        lambda b: b.do(Star([target_of(find(b, FORMULA)[1])])),
        bring("Ice on the lock", "It freezes every year", "three"),
        lambda b: b.do(RenameSpeaker(speaker_of(b, PLAIN), "Ada M. Tern")),
        lambda b: b.do(DeleteTags([next(t.id for t in b.tags().values() if t.name == "+plus")])),
    )
    work(
        three,
        "cy",
        note(FORMULA, "From Cy."),
        lambda b: b.do(RemoveTags([target_of(find(b, PLAIN)[1])], ["topic/lock"])),
        lambda b: b.do(EditField(AnnotationTarget("event", b.rows()[0]["id"]), "name", "The lock, at last")),
    )
