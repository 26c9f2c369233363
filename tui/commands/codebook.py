"""The codebook: tags renamed, moved, merged, deleted, described. What lies below a tag goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.commands.base import Command, Workspace
from tui.commands.helpers import codebook_tag, tag_names, tag_too
from tui.core.model import Tag
from tui.core.text import clean, fold, one_line, pluralize

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
class _TagCommand(Command):
    """What is done to one tag; `tag` is its id."""

    tag: str

    def about(self, workspace: Workspace) -> str:
        return _names(workspace, [self.tag])


@dataclass(frozen=True)
class RenameTag(_TagCommand):
    """Give a tag (its id) another name, and another first part to the names of those below it."""

    name: str

    def label(self) -> str:
        return f"Renamed a tag to {one_line(self.name)}"

    def about(self, workspace: Workspace) -> str:
        return f"{super().about(workspace)} → {one_line(self.name)}"

    def apply(self, workspace: Workspace) -> None:
        _rename(workspace, codebook_tag(workspace, self.tag), _tag_name(self.name))


@dataclass(frozen=True)
class RenameLevel(Command):
    """Give a level that is no tag itself (its name) another name: the first part of the names of those below it."""

    level: str
    name: str

    def label(self) -> str:
        return f"Renamed {one_line(self.level)} to {one_line(self.name)}, with the tags below"

    def apply(self, workspace: Workspace) -> None:
        name = _tag_name(self.name)
        if not below(workspace.tags().values(), self.level):
            raise ValueError(f"no tag lies below {one_line(self.level)}")
        _rename(workspace, Tag("", self.level), name)


@dataclass(frozen=True)
class MoveTag(_TagCommand):
    """Let a tag (its id) lie below another (a name, which need be no tag; "" for the top), with all below it."""

    parent: str

    def label(self) -> str:
        parent = one_line(self.parent)
        return f"Moved a tag below {parent}" if parent else "Moved a tag to the top"

    def apply(self, workspace: Workspace) -> None:
        tag = codebook_tag(workspace, self.tag)
        (parent,) = tag_names([self.parent]) or [""]
        if f"{fold(parent)}/".startswith(f"{fold(tag.name)}/"):
            raise ValueError(f"{tag.name} cannot lie below itself")
        _rename(workspace, tag, "/".join([*levels(parent), levels(tag.name)[-1]]))


@dataclass(frozen=True)
class MergeTags(Command):
    """Let everything tagged with one of `tags` (ids) be tagged `into` (an id) instead.

    What lies below them comes to lie below that; where both have one of the same name, these are merged too.
    """

    tags: Sequence[str]
    into: str

    def label(self) -> str:
        return f"Merged {pluralize(len({*self.tags} - {self.into}), 'tag')} into another"

    def about(self, workspace: Workspace) -> str:
        return f"{_names(workspace, self.tags)} → {_names(workspace, [self.into])}"

    def apply(self, workspace: Workspace) -> None:
        into = codebook_tag(workspace, self.into)
        stays = {self.into, *(each.id for each in below(workspace.tags().values(), into.name))}
        for tag_id in dict.fromkeys(self.tags):
            if tag_id == self.into or tag_id not in workspace.tags():
                continue
            tag = codebook_tag(workspace, tag_id)
            for child in below(workspace.tags().values(), tag.name):
                if child.id in stays:
                    continue
                name = "/".join([*levels(into.name), *levels(child.name)[len(levels(tag.name)) :]])
                there = _named(workspace.tags(), name)
                if there is None:
                    workspace.put(replace(child, name=name))
                elif there.id != child.id:
                    _merge(workspace, child, there)
            _merge(workspace, tag, codebook_tag(workspace, self.into))


@dataclass(frozen=True)
class DeleteTags(Command):
    """Take tags (ids), and those below them, off everything and out of the codebook."""

    tags: Sequence[str]

    def label(self) -> str:
        return f"Deleted {pluralize(len(self.tags), 'tag')}"

    def about(self, workspace: Workspace) -> str:
        return _names(workspace, self.tags, lower=True)

    def apply(self, workspace: Workspace) -> None:
        for tag_id in dict.fromkeys(self.tags):
            if tag_id not in workspace.tags():
                continue  # it lay below another one
            tag = codebook_tag(workspace, tag_id)
            for each in [tag, *below(workspace.tags().values(), tag.name)]:
                for annotation in workspace.uses_of_tag(each.id):
                    workspace.drop(annotation)
                workspace.drop(each)


@dataclass(frozen=True)
class DescribeTag(_TagCommand):
    """Say what a tag (its id) means, and how it looks; what is None stays as it is, "" takes it away.

    `color` is ``#rrggbb``, `sign` a character that stands before the name instead of the #.
    """

    description: str | None = None
    color: str | None = None
    sign: str | None = None

    def label(self) -> str:
        return "Described a tag"

    def apply(self, workspace: Workspace) -> None:
        tag = codebook_tag(workspace, self.tag)
        if self.description is not None:
            tag = replace(tag, description=clean(self.description).strip())
        if self.color is not None:
            tag = replace(tag, color=color_of(self.color))
        if self.sign is not None:
            tag = replace(tag, sign=sign_of(self.sign))
        if tag != codebook_tag(workspace, self.tag):
            workspace.put(tag)


def _tag_name(text: str) -> str:
    if names := tag_names([text]):
        return names[0]
    raise ValueError("a tag needs a name")


def _names(workspace: Workspace, tag_ids: Iterable[str], *, lower: bool = False) -> str:
    tags = workspace.tags()
    named = [tags[tag_id] for tag_id in tag_ids if tag_id in tags]
    under = [each for tag in named for each in below(tags.values(), tag.name)] if lower else []
    return ", ".join(dict.fromkeys(tag.name for tag in (*named, *under)))


def _named(tags: Mapping[str, Tag], name: str) -> Tag | None:
    return next((tag for tag in tags.values() if fold(tag.name) == fold(name)), None)


def _rename(workspace: Workspace, tag: Tag, name: str) -> None:
    tags = workspace.tags()
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
            workspace.put(replace(tags[tag_id], name=new))


def _merge(workspace: Workspace, tag: Tag, into: Tag) -> None:
    for annotation in workspace.uses_of_tag(tag.id):
        workspace.drop(annotation)
        by = workspace.signed(annotation.creator, annotation.created)
        tag_too(by, annotation.target, into.id)
    if tag.description and not into.description:
        workspace.put(replace(into, description=tag.description))
    workspace.drop(tag)
