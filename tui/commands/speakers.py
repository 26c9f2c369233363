"""Who is who among the speakers of a briefing: renamed, merged, split, known by another name.

The reader's word on a speaker is kept apart from what an import finds: a merged speaker stays and
redirects, so that merging is taken back by one step and names that come in later still lead on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.commands.base import UndoableCommand, Workspace
from tui.commands.helpers import set_annotation, target_of
from tui.core.model import AnnotationTarget, Speaker
from tui.core.names import fold, join_names
from tui.core.speakers import final_speaker, names_of
from tui.core.text import one_line


@dataclass(frozen=True)
class RenameSpeaker(UndoableCommand):
    """Give a speaker (its id) another name; the old one stays an alias, so that imports still find him."""

    speaker: str
    name: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Renamed a speaker to {one_line(self.name)}"

    def about(self, desk: Workspace) -> str:
        """Return what it is done to, by name."""
        return _speaker(desk, self.speaker).name

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        speaker, name = _speaker(desk, self.speaker), _name(self.name)
        _not_another(desk, speaker, name)
        aliases = [each for each in (speaker.name, *speaker.aliases) if fold(each) != fold(name)]
        desk.put_speaker(replace(speaker, name=name, aliases=tuple(dict.fromkeys(aliases))))


@dataclass(frozen=True)
class AddAlias(UndoableCommand):
    """Let a speaker (its id) be known by another name, or by the office he holds ("the French president")."""

    speaker: str
    alias: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Added the name {one_line(self.alias)}"

    def about(self, desk: Workspace) -> str:
        """Return what it is done to, by name."""
        return _speaker(desk, self.speaker).name

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        speaker, alias = _speaker(desk, self.speaker), _name(self.alias)
        _not_another(desk, speaker, alias)
        if fold(alias) not in {fold(each) for each in names_of(speaker, desk.speakers())}:
            desk.put_speaker(replace(speaker, aliases=(*speaker.aliases, alias)))


@dataclass(frozen=True)
class RemoveAlias(UndoableCommand):
    """Let a speaker (its id) no longer be known by one of his other names."""

    speaker: str
    alias: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Took the name {one_line(self.alias)} away"

    def about(self, desk: Workspace) -> str:
        """Return what it is done to, by name."""
        return _speaker(desk, self.speaker).name

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        speaker = _speaker(desk, self.speaker)
        left = tuple(each for each in speaker.aliases if fold(each) != fold(self.alias))
        if left == speaker.aliases:
            raise ValueError(f"{speaker.name} has no other name {one_line(self.alias)!r}")
        desk.put_speaker(replace(speaker, aliases=left))


@dataclass(frozen=True)
class SetRole(UndoableCommand):
    """Say what a speaker (its id) is, such as "Kremlin spokesman"; "" for nothing."""

    speaker: str
    role: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Set a speaker's role to {one_line(self.role)}" if self.role else "Emptied a speaker's role"

    def about(self, desk: Workspace) -> str:
        """Return what it is done to, by name."""
        return _speaker(desk, self.speaker).name

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        desk.put_speaker(replace(_speaker(desk, self.speaker), role=one_line(self.role)))


@dataclass(frozen=True)
class MergeSpeakers(UndoableCommand):
    """Let `speakers` (ids) be one with the speaker `into` (an id), also for what is imported later."""

    speakers: Sequence[str]
    into: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        count = len({*self.speakers} - {self.into})
        return f"Merged {count} speaker{'s' * (count != 1)} into another"

    def about(self, desk: Workspace) -> str:
        """Return what it is done to, by name."""
        merged = ", ".join(_speaker(desk, each).name for each in self.speakers)
        return f"{merged} → {_speaker(desk, self.into).name}"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        into = _speaker(desk, self.into)
        for speaker_id in dict.fromkeys(self.speakers):
            speaker = _speaker(desk, speaker_id)
            if speaker.id != into.id:
                desk.put_speaker(replace(speaker, merged_into=into.id))


@dataclass(frozen=True)
class SplitSpeaker(UndoableCommand):
    """Let part of a speaker (its id) be another speaker, called `name`.

    The part is what he said under some of his names (`aliases`), or some of his `quotes`. A name that
    came by a merge takes all of that speaker along. `name` may be left out where aliases are given; a
    speaker who has that name already takes the part over.
    """

    speaker: str
    aliases: Sequence[str] = ()
    quotes: Sequence[AnnotationTarget] = ()
    name: str = ""

    def label(self) -> str:
        """Return what is done in one sentence."""
        name = one_line(self.name) or join_names(self.aliases[:1])
        return f"Split {name} off from another speaker"

    def about(self, desk: Workspace) -> str:
        """Return what it is done to, by name."""
        return _speaker(desk, self.speaker).name

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        old = _speaker(desk, self.speaker)
        wanted = {fold(_name(alias)) for alias in self.aliases}
        if not wanted and not self.quotes:
            raise ValueError("name what is to be split off: some of the names, or some of the quotes")
        name = _name(self.name or next(iter(self.aliases), ""))
        if fold(old.name) in {fold(name), *wanted}:
            raise ValueError(f"{old.name} stays the name of the speaker who is left; rename him first")
        said = (
            [quote for quote in desk.quotes_by_speaker(old.id) if fold(quote.entity) in wanted]
            if wanted
            else []
        )
        parts = self._parted(desk, old, wanted, {fold(quote.entity) for quote in said})
        taken = {part.id for part in parts}
        new = self._new(desk, parts, name)
        left = tuple(each for each in old.aliases if fold(each) not in {*wanted, fold(name)})
        if left != old.aliases:
            desk.put_speaker(replace(old, aliases=left))
        targets = [target_of(quote) for quote in said if quote.speaker not in taken]
        for target in dict.fromkeys([*targets, *self.quotes]):
            set_annotation(desk, target, "editing", {"field": "speaker", "value": new.id}, "speaker")

    def _parted(self, desk: Workspace, old: Speaker, wanted: set[str], entities: set[str]) -> list[Speaker]:
        """Return the speakers once merged into `old` who go by a wanted name; no name may be nobody's."""
        speakers = desk.speakers()
        merged = [each for each in speakers.values() if each.merged_into]
        parts = [
            each
            for each in merged
            if wanted & {fold(name) for name in (each.name, *each.aliases)}
            and final_speaker(each.id, speakers) == old
        ]
        known = {*map(fold, old.aliases), *entities}
        known |= {fold(name) for each in parts for name in (each.name, *each.aliases)}
        for alias in self.aliases:
            if fold(alias) not in known:
                raise ValueError(f"{old.name} goes by no other name {one_line(alias)!r}")
        return parts

    def _new(self, desk: Workspace, parts: list[Speaker], name: str) -> Speaker:
        """Return the speaker that the part becomes, put on the desk with those that part with him."""
        merged = {part.id for part in parts}
        for speaker in desk.speakers().values():
            if speaker.id not in merged and not speaker.merged_into and fold(speaker.name) == fold(name):
                new = speaker
                break
        else:
            new = parts.pop(0) if parts else Speaker(desk.new_id(), name)
            own = (new.name, *new.aliases, *self.aliases)
            aliases = tuple(dict.fromkeys(each for each in map(one_line, own) if fold(each) != fold(name)))
            new = replace(new, name=name, aliases=aliases, merged_into="")
            desk.put_speaker(new)
        for part in parts:
            desk.put_speaker(replace(part, merged_into=new.id))
        return new


def _speaker(desk: Workspace, speaker_id: str) -> Speaker:
    """Return the speaker that an id stands for. Raises ValueError when there is none."""
    found = final_speaker(speaker_id, desk.speakers())
    if found is None:
        raise ValueError(f"there is no speaker {speaker_id}")
    return found


def _name(text: str) -> str:
    name = one_line(text)
    if not name:
        raise ValueError("a speaker needs a name")
    return name


def _not_another(desk: Workspace, speaker: Speaker, name: str) -> None:
    """Raise ValueError when `name` is what another speaker is called."""
    speakers = desk.speakers()
    for other in speakers.values():
        found = final_speaker(other.id, speakers)
        if found and found.id != speaker.id and fold(other.name) == fold(name):
            raise ValueError(f"there is a speaker {found.name} already: merge the two instead")
