"""What a step was done to, by name: the list of steps and undo say it, for ids tell nobody anything. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from tui.commands.base import Command, Workspace
from tui.core.model import AnnotationTarget
from tui.core.text import one_line

_LONGEST = 60


def about(command: Command, workspace: Workspace) -> str:
    """Return what a command is about to be done to; "" where that is several things, or told by its label."""
    if command.passive:
        return ""
    if own := command.about(workspace):
        return _short(own)
    meant = {target.id: target for target in _targets(command)}
    return _short(_called(next(iter(meant.values())), workspace)) if len(meant) == 1 else ""


def _targets(command: Command) -> Iterable[AnnotationTarget]:
    for each in getattr(command, "commands", ()):
        yield from _targets(each)
    for name in ("target", "targets", "quote", "quotes", "article"):
        value = getattr(command, name, None)
        several = value if isinstance(value, (list, tuple)) else (value,)
        yield from (each for each in several if isinstance(each, AnnotationTarget))


def _called(target: AnnotationTarget, workspace: Workspace) -> str:
    match target.type:
        case "quote":
            words = target.words or workspace.quote(target).words
            return f"“{one_line(words)}”"
        case "article":
            article = workspace.article(target.article)
            return ": ".join(filter(None, (article.outlet, article.headline)))
        case "speaker":
            return workspace.speakers()[target.id].name if target.id in workspace.speakers() else ""
        case _:
            return workspace.event(target.id).name


def _short(text: str) -> str:
    text = one_line(text)
    if "→" in text and len(text) > _LONGEST:  # both who goes and to whom
        of, _, to = text.partition(" → ")
        return f"{_short(of)} → {_short(to)}"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…{'”' * text.startswith('“')}"
