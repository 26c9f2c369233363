"""`import` of what other programs hand over: projects, codebooks, annotations, archives."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tui.cli.context import open_briefing, set_last
from tui.cli.output import DONE, VerbError, json_line, line, warn
from tui.cli.page_readers import page_budget
from tui.core.text import one_line
from tui.exchange.importers.detect import handed_kind
from tui.exchange.importers.model import AnnotationFileError
from tui.store import library
from tui.store.disk.errors import StoreError


def handed_paths(paths: list[str]) -> list[str]:
    """Return those of `paths` that name such a file."""
    return [path for path in paths if path != "-" and handed_kind(Path(path).expanduser())]


def take(args: Namespace, handed: list[str]) -> int:
    """Take each file in, whole or not at all; the first that cannot be ends it."""
    for each in handed:
        path = Path(each).expanduser()
        if handed_kind(path) == "archive":
            _restore(args, path)
        else:
            _take(args, path)
    return DONE


def _restore(args: Namespace, path: Path) -> None:
    from tui.cli.maintenance import put_back

    root, name, made = put_back(args, path, rename=True)
    if name:
        library.set_last(name)
    if args.json:
        json_line(
            {"origin": str(path), "status": "new", "briefing": str(root), "title": one_line(made.title)}
        )
        return
    line(f"{one_line(made.title)}: a briefing of its own now, {root}")
    line(f"Read it: briefing-tui{f' --store {root}' if args.store else ''}")


def _take(args: Namespace, path: Path) -> None:
    from tui.workflows.guarded_opener import read_apart
    from tui.workflows.store_annotations import take as take_in

    try:
        found = read_apart(path, handed_kind(path), page_budget(args))
    except AnnotationFileError as error:
        raise VerbError(f"{one_line(str(path))}: {one_line(str(error))}; nothing was imported") from None
    with open_briefing(args, for_import=True) as briefing:
        try:
            taken = take_in(briefing, found, path.name)
        except (StoreError, ValueError) as error:
            raise VerbError(f"{one_line(str(path))}: {one_line(str(error))}") from None
    set_last(args, briefing)
    if taken.nothing:
        raise VerbError(f"{one_line(str(path))}: nothing was imported; {one_line('; '.join(taken.left))}")
    for left in taken.left:
        warn(one_line(f"{path.name}: left out: {left}"))
    if args.json:
        record = {
            "origin": str(path),
            "status": "new" if taken.new or taken.marks or taken.codes else "known",
        }
        json_line(
            {
                **record,
                "articles": taken.new,
                "tags": taken.codes,
                "marked": taken.marks,
                "held": taken.held,
                "arrived": taken.arrived,
                "left": taken.left,
            }
        )
        return
    line(f"{one_line(path.name)}: {taken.said()}.")
