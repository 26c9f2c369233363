"""The codebook: tags renamed, moved, merged, deleted, described. What lies below a tag goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.commands.base import UndoableCommand, Workspace
from tui.commands.helpers import codebook_tag, set_annotation, tag_names
from tui.core.model import Tag
from tui.core.names import fold
from tui.core.text import clean, one_line

_COLOR = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def levels(name: str) -> list[str]:
    """Return the levels of a tag's name: ``topic/ceasefire`` has two."""
    return [part for part in (part.strip() for part in name.split("/")) if part]


def below(tags: Iterable[Tag], name: str) -> list[Tag]:
    """Return the tags that lie below one of this name, by name."""
    start = f"{fold(name)}/"
    return sorted((tag for tag in tags if fold(tag.name).startswith(start)), key=lambda tag: tag.name)


def color_of(value: str) -> str:
    """Return a colour as ``#rrggbb``, "" for none. Raises ValueError for what is no colour."""
    if not value.strip():
        return ""
    found = _COLOR.fullmatch(value.strip())
    if not found:
        raise ValueError(f"{one_line(value)!r} is no colour: write #rrggbb, such as #c03020")
    digits = found[1].lower()
    return f"#{digits}" if len(digits) == 6 else "#" + "".join(2 * digit for digit in digits)


def sign_of(value: str) -> str:
    """Return a tag's sign, "" for none. Raises ValueError for what is no sign."""
    sign = one_line(value)
    if len(sign) > 2 or (sign and (sign.isalnum() or sign[0] in ",/")):
        raise ValueError(f"{sign!r} is no sign: give one character, such as ▲ or !")
    return sign


def bare_levels(tags: Iterable[Tag]) -> list[str]:
    """Return the levels that have tags below them and are no tags themselves, by name."""
    names = {fold(tag.name): tag.name for tag in tags}
    found: dict[str, str] = {}
    for name in names.values():
        parts = levels(name)
        for depth in range(1, len(parts)):
            level = "/".join(parts[:depth])
            if fold(level) not in names:
                found.setdefault(fold(level), level)
    return sorted(found.values(), key=str.casefold)


@dataclass(frozen=True)
class RenameTag(UndoableCommand):
    """Give a tag (its id) another name, and another first part to the names of those below it."""

    tag: str
    name: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Renamed a tag to {one_line(self.name)}"

    def about(self, desk: Workspace) -> str:
        """Return what it is done to, by name."""
        return _names(desk, [self.tag])

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        (name,) = tag_names([self.name]) or [""]
        if not name:
            raise ValueError("a tag needs a name")
        _rename(desk, codebook_tag(desk, self.tag), name)


@dataclass(frozen=True)
class RenameLevel(UndoableCommand):
    """Give a level that is no tag itself (its name) another name: the first part of the names of those below it."""

    level: str
    name: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Renamed {one_line(self.level)} to {one_line(self.name)}, with the tags below"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        (name,) = tag_names([self.name]) or [""]
        if not name:
            raise ValueError("a tag needs a name")
        if not below(desk.tags().values(), self.level):
            raise ValueError(f"no tag lies below {one_line(self.level)}")
        _rename(desk, Tag("", self.level), name)


@dataclass(frozen=True)
class MoveTag(UndoableCommand):
    """Let a tag (its id) lie below another (a name, which need be no tag; "" for the top), with all below it."""

    tag: str
    parent: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        parent = one_line(self.parent)
        return f"Moved a tag below {parent}" if parent else "Moved a tag to the top"

    def about(self, desk: Workspace) -> str:
        """Return what it is done to, by name."""
        return _names(desk, [self.tag])

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        tag = codebook_tag(desk, self.tag)
        (parent,) = tag_names([self.parent]) or [""]
        if f"{fold(parent)}/".startswith(f"{fold(tag.name)}/"):
            raise ValueError(f"{tag.name} cannot lie below itself")
        _rename(desk, tag, "/".join([*levels(parent), levels(tag.name)[-1]]))


@dataclass(frozen=True)
class MergeTags(UndoableCommand):
    """Let everything tagged with one of `tags` (ids) be tagged `into` (an id) instead.

    What lies below them comes to lie below that; where both have one of the same name, these are merged too.
    """

    tags: Sequence[str]
    into: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        count = len({*self.tags} - {self.into})
        return f"Merged {count} tag{'s' * (count != 1)} into another"

    def about(self, desk: Workspace) -> str:
        """Return what it is done to, by name."""
        return f"{_names(desk, self.tags)} → {_names(desk, [self.into])}"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        into = codebook_tag(desk, self.into)
        stays = {self.into, *(each.id for each in below(desk.tags().values(), into.name))}
        for tag_id in dict.fromkeys(self.tags):
            if tag_id == self.into or tag_id not in desk.tags():
                continue
            tag = codebook_tag(desk, tag_id)
            for child in below(desk.tags().values(), tag.name):
                if child.id in stays:
                    continue
                name = "/".join([*levels(into.name), *levels(child.name)[len(levels(tag.name)) :]])
                there = _named(desk.tags(), name)
                if there is None:
                    desk.put_tag(replace(child, name=name))
                elif there.id != child.id:
                    _merge(desk, child, there)
            _merge(desk, tag, codebook_tag(desk, self.into))


@dataclass(frozen=True)
class DeleteTags(UndoableCommand):
    """Take tags (ids), and those below them, off everything and out of the codebook."""

    tags: Sequence[str]

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Deleted {len(self.tags)} tag{'s' * (len(self.tags) != 1)}"

    def about(self, desk: Workspace) -> str:
        """Return what it is done to, by name."""
        return _names(desk, self.tags, lower=True)

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        for tag_id in dict.fromkeys(self.tags):
            if tag_id not in desk.tags():
                continue  # it lay below another one
            tag = codebook_tag(desk, tag_id)
            for each in [tag, *below(desk.tags().values(), tag.name)]:
                for annotation in desk.uses_of_tag(each.id):
                    desk.drop(annotation)
                desk.drop_tag(each)


@dataclass(frozen=True)
class DescribeTag(UndoableCommand):
    """Say what a tag (its id) means, and how it looks; what is None stays as it is, "" takes it away.

    `color` is ``#rrggbb``, `sign` a character that stands before the name instead of the #.
    """

    tag: str
    description: str | None = None
    color: str | None = None
    sign: str | None = None

    def label(self) -> str:
        """Return what is done in one sentence."""
        return "Described a tag"

    def about(self, desk: Workspace) -> str:
        """Return what it is done to, by name."""
        return _names(desk, [self.tag])

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        tag = codebook_tag(desk, self.tag)
        if self.description is not None:
            tag = replace(tag, description=clean(self.description).strip())
        if self.color is not None:
            tag = replace(tag, color=color_of(self.color))
        if self.sign is not None:
            tag = replace(tag, sign=sign_of(self.sign))
        if tag != codebook_tag(desk, self.tag):
            desk.put_tag(tag)


def _names(desk: Workspace, tag_ids: Iterable[str], *, lower: bool = False) -> str:
    tags = desk.tags()
    named = [tags[tag_id] for tag_id in tag_ids if tag_id in tags]
    under = [each for tag in named for each in below(tags.values(), tag.name)] if lower else []
    return ", ".join(dict.fromkeys(tag.name for tag in (*named, *under)))


def _named(tags: Mapping[str, Tag], name: str) -> Tag | None:
    return next((tag for tag in tags.values() if fold(tag.name) == fold(name)), None)


def _rename(desk: Workspace, tag: Tag, name: str) -> None:
    tags = desk.tags()
    depth = len(levels(tag.name))
    moved = {each.id: "/".join([name, *levels(each.name)[depth:]]) for each in below(tags.values(), tag.name)}
    if tag.id in tags:
        moved[tag.id] = name
    for new in moved.values():
        there = _named({key: each for key, each in tags.items() if key not in moved}, new)
        if there is not None:
            raise ValueError(f"there is a tag {there.name} already: merge the two instead")
    for tag_id, new in moved.items():
        if tags[tag_id].name != new:
            desk.put_tag(replace(tags[tag_id], name=new))


def _merge(desk: Workspace, tag: Tag, into: Tag) -> None:
    for annotation in desk.uses_of_tag(tag.id):
        desk.drop(annotation)
        set_annotation(desk, annotation.target, "tagging", {"tag": into.id}, into.id)
    if tag.description and not into.description:
        desk.put_tag(replace(into, description=tag.description))
    desk.drop_tag(tag)
