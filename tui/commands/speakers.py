"""Who is who among the speakers of a briefing: renamed, merged, split, known by another name.

The reader's word on a speaker is kept apart from what an import finds: a merged speaker stays and
redirects, so that merging is taken back by one step and names that come in later still lead on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from tui.commands.base import Command, Workspace
from tui.commands.helpers import NEW_SPEAKER, set_field, speaker_of_id, target_of
from tui.core.model import AnnotationTarget, Speaker
from tui.core.speakers import final_speaker, names_of, parted, people_called, speaker_named
from tui.core.text import fold, one_line, pluralize


@dataclass(frozen=True)
class _SpeakerCommand(Command):
    """What is done to one speaker; `speaker` is an id, and merges are followed."""

    speaker: str

    def about(self, workspace: Workspace) -> str:
        return _speaker(workspace, self.speaker).name


@dataclass(frozen=True)
class RenameSpeaker(_SpeakerCommand):
    """Give a speaker (its id) another name; the old one stays an alias, so that imports still find them.

    The mere surname of another is refused, unless a + stands before it.
    """

    name: str

    def label(self) -> str:
        return f"Renamed a speaker to {one_line(self.name)}"

    def about(self, workspace: Workspace) -> str:
        return f"{super().about(workspace)} → {one_line(self.name).removeprefix(NEW_SPEAKER)}"

    def apply(self, workspace: Workspace) -> None:
        speaker = _speaker(workspace, self.speaker)
        name = _name_of_one(workspace, self.name, speaker)
        _not_another(workspace, speaker, name)
        aliases = [each for each in speaker.names if fold(each) != fold(name)]
        workspace.put(replace(speaker, name=name, aliases=tuple(dict.fromkeys(aliases))))


@dataclass(frozen=True)
class AddAlias(_SpeakerCommand):
    """Let a speaker (its id) be known by another name, or by an office they hold ("the French president")."""

    alias: str

    def label(self) -> str:
        return f"Added the name {one_line(self.alias)}"

    def apply(self, workspace: Workspace) -> None:
        speaker, alias = _speaker(workspace, self.speaker), _name(self.alias)
        _not_another(workspace, speaker, alias)
        if fold(alias) not in {fold(each) for each in names_of(speaker, workspace.speakers())}:
            workspace.put(replace(speaker, aliases=(*speaker.aliases, alias)))


@dataclass(frozen=True)
class RemoveAlias(_SpeakerCommand):
    """Let a speaker (its id) no longer be known by one of their other names."""

    alias: str

    def label(self) -> str:
        return f"Took the name {one_line(self.alias)} away"

    def apply(self, workspace: Workspace) -> None:
        speaker = _speaker(workspace, self.speaker)
        left = tuple(each for each in speaker.aliases if fold(each) != fold(self.alias))
        if left == speaker.aliases:
            raise ValueError(f"{speaker.name} has no other name {one_line(self.alias)!r}")
        workspace.put(replace(speaker, aliases=left))


@dataclass(frozen=True)
class SetRole(_SpeakerCommand):
    """Say what a speaker (its id) is, such as "Kremlin spokesman"; "" for nothing."""

    role: str

    def label(self) -> str:
        return f"Set a speaker's role to {one_line(self.role)}" if self.role else "Emptied a speaker's role"

    def apply(self, workspace: Workspace) -> None:
        workspace.put(replace(_speaker(workspace, self.speaker), role=one_line(self.role)))


@dataclass(frozen=True)
class SetSide(_SpeakerCommand):
    """Say for whom a speaker (its id) speaks, such as "Russia"; "" for whom the articles say."""

    side: str

    def label(self) -> str:
        side = one_line(self.side)
        return f"Set a speaker's side to {side}" if side else "Left a speaker's side to what articles say"

    def apply(self, workspace: Workspace) -> None:
        workspace.put(replace(_speaker(workspace, self.speaker), side=one_line(self.side)))


@dataclass(frozen=True)
class MergeSpeakers(Command):
    """Let `speakers` (ids) be one with the speaker `into` (an id), also for what is imported later."""

    speakers: Sequence[str]
    into: str

    def label(self) -> str:
        return f"Merged {pluralize(len({*self.speakers} - {self.into}), 'speaker')} into another"

    def about(self, workspace: Workspace) -> str:
        into = _speaker(workspace, self.into)
        those = [
            each for each in map(partial(_speaker, workspace), dict.fromkeys(self.speakers)) if each != into
        ]
        said = {quote.id for each in those for quote in workspace.quotes_by_speaker(each.id)}
        merged = ", ".join(each.name for each in those)
        return f"{pluralize(len(said), 'quote')} of {merged} → {into.name}"

    def apply(self, workspace: Workspace) -> None:
        into = _speaker(workspace, self.into)
        for speaker_id in dict.fromkeys(self.speakers):
            speaker = _speaker(workspace, speaker_id)
            if speaker.id != into.id:
                workspace.put(_merged(workspace, speaker, into.id))


@dataclass(frozen=True)
class SplitSpeaker(_SpeakerCommand):
    """Let part of a speaker (its id) be another speaker, called `name`.

    The part is what they said under some of their names (`aliases`), or some of their `quotes`. A name that
    came by a merge takes all of that speaker along. `name` may be left out where aliases are given; a
    speaker who has that name (or id) already takes the part over. The mere surname of another is refused, unless behind a +.
    """

    aliases: Sequence[str] = ()
    quotes: Sequence[AnnotationTarget] = ()
    name: str = ""

    def label(self) -> str:
        name = one_line(self.name) or "".join(self.aliases[:1])
        return f"Split {name} off from another speaker"

    def outcome(self, workspace: Workspace) -> str:
        named = speaker_of_id(self.name, workspace.speakers())
        return replace(self, name=named.name).label() if named else self.label()

    def apply(self, workspace: Workspace) -> None:
        old = _speaker(workspace, self.speaker)
        wanted = {fold(_name(alias)) for alias in self.aliases}
        if not wanted and not self.quotes:
            raise ValueError("name what is to be split off: some of the names, or some of the quotes")
        before = workspace.speakers()
        named = speaker_of_id(self.name, before)
        name = (
            _name_of_one(workspace, self.name, old) if self.name else _own_name(next(iter(self.aliases), ""))
        )
        if named == old or (not named and fold(old.name) in {fold(name), *wanted}):
            raise ValueError(f"{old.name} stays the name of the speaker who is left; rename them first")
        known = workspace.quotes_by_speaker(old.id) if wanted else ()
        said = [(quote, wanted & set(map(fold, parted(quote.entity)))) for quote in known]
        parts = self._parted(workspace, old, wanted, set().union(*(names for _, names in said)))
        taken = {part.id for part in parts}
        new = self._new(workspace, parts, name, named)
        left = tuple(each for each in old.aliases if fold(each) not in {*wanted, fold(name)})
        if left != old.aliases:
            workspace.put(replace(old, aliases=left))
        mine = {each for each in before if final_speaker(each, before) == old} - taken
        targets = {
            target_of(quote): quote.speakers
            for quote, names in said
            if names and mine.intersection(quote.speakers)
        }
        targets |= {target: workspace.quote(target).speakers for target in self.quotes}
        for target, now in targets.items():
            # Whoever else says it goes on saying it.
            ids = [new.id if each in mine else each for each in now] if mine.intersection(now) else [new.id]
            set_field(workspace, target, "speaker", " ".join(dict.fromkeys(ids)))

    def _parted(
        self, workspace: Workspace, old: Speaker, wanted: set[str], entities: set[str]
    ) -> list[Speaker]:
        """Return the speakers once merged into `old` who go by a wanted name; no name may be nobody's."""
        speakers = workspace.speakers()
        merged = [each for each in speakers.values() if each.merged_into]
        parts = [
            each
            for each in merged
            if wanted & {fold(name) for name in each.names} and final_speaker(each.id, speakers) == old
        ]
        known = {*map(fold, old.aliases), *entities}
        known |= {fold(name) for each in parts for name in each.names}
        for alias in self.aliases:
            if fold(alias) not in known:
                raise ValueError(f"{old.name} goes by no other name {one_line(alias)!r}")
        return parts

    def _new(self, workspace: Workspace, parts: list[Speaker], name: str, named: Speaker | None) -> Speaker:
        """Return the speaker that the part becomes, staged with those that part with them; one `named` by an id."""
        merged = {part.id for part in parts}
        for speaker in workspace.speakers().values():
            meant = speaker == named if named else fold(speaker.name) == fold(name)
            if speaker.id not in merged and not speaker.merged_into and meant:
                new = speaker
                break
        else:
            new = parts.pop(0) if parts else Speaker(workspace.new_id(), name)
            own = (*new.names, *self.aliases)
            aliases = tuple(dict.fromkeys(each for each in map(one_line, own) if fold(each) != fold(name)))
            new = replace(new, name=name, aliases=aliases, merged_into="", merged_by="", merged="")
            workspace.put(new)
        for part in parts:
            workspace.put(_merged(workspace, part, new.id))
        return new


def _speaker(workspace: Workspace, speaker_id: str) -> Speaker:
    """Return the speaker that an id stands for. Raises ValueError when there is none."""
    found = final_speaker(speaker_id, workspace.speakers())
    if found is None:
        raise ValueError(f"there is no speaker {speaker_id}")
    return found


def _name(text: str) -> str:
    name = one_line(text)
    if not name:
        raise ValueError("a speaker needs a name")
    return name


def _own_name(text: str) -> str:
    """Return what a speaker is called before all else. Raises ValueError for what names several."""
    if ";" in text:
        raise ValueError("a speaker's name has no semicolon in it, for that parts the names of several")
    return _name(text)


def _name_of_one(workspace: Workspace, text: str, speaker: Speaker) -> str:
    """Return a name for one. Raises ValueError where it is nobody's whole name, and somebody else's surname."""
    name = _own_name(text.strip().removeprefix(NEW_SPEAKER))
    speakers = workspace.speakers()
    if not text.strip().startswith(NEW_SPEAKER) and not speaker_named(name, speakers):
        for other in people_called(name, speakers):
            if other.id != speaker.id:
                raise ValueError(
                    f"there is {other.name}: write that, or {NEW_SPEAKER}{name} for somebody else"
                )
    return name


def _not_another(workspace: Workspace, speaker: Speaker, name: str) -> None:
    """Raise ValueError when `name` is what another speaker is called."""
    speakers = workspace.speakers()
    for other in speakers.values():
        found = final_speaker(other.id, speakers)
        if found and found.id != speaker.id and fold(other.name) == fold(name):
            raise ValueError(f"there is a speaker {found.name} already: merge the two instead")


def _merged(workspace: Workspace, speaker: Speaker, into: str) -> Speaker:
    return replace(speaker, merged_into=into, merged_by=workspace.author, merged=workspace.now())
