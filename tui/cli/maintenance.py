"""`find_damage`, `backup`, `restore`: looking after a briefing."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from tui.cli.context import briefing_folder, tell
from tui.cli.output import BAD_INPUT, DONE, ProgressLine, VerbError, answer, counted, json_line, line, warn
from tui.core.text import one_line
from tui.settings import paths
from tui.store import library
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.maintenance import backup as archive
from tui.store.maintenance.check import Finding, find_damage


def check_briefing(args: Namespace) -> int:
    """Look a briefing over, and with --repair mend it; 0 when all is well in the end."""
    path = briefing_folder(args, reading=not args.repair)
    found = find_damage(path)
    done: list[str] = []
    if args.repair:  # what nobody can see is made anew as well: the index
        with closing(Briefing.open(path, waiting=tell)) as briefing:
            # What had to be mended to open it was repaired as well.
            opened = list(briefing.warnings)
            done = [*opened, *(each for each in briefing.repair() if each not in opened)]
        found = find_damage(path)
    if args.json:
        for each in done:
            json_line({"done": one_line(each)})
        for finding in found:
            json_line({"file": str(finding.file), "what": finding.what, "cure": finding.cure})
    else:
        for each in done:
            line(f"mended: {one_line(each)}")
        _print(found, path, repaired=args.repair)
    return BAD_INPUT if any(not finding.remark for finding in found) else DONE


def _print(found: list[Finding], path: Path, *, repaired: bool) -> None:
    for finding in found:
        cure = f" — {finding.cure}" if finding.cure else ""
        line(one_line(f"{finding.file}: {finding.what}{cure}"))
    if not found:
        line(f"{path}: all is well")
    elif not repaired and any("repair" in finding.cure for finding in found):
        warn("`briefing-tui check --repair` mends what can be mended; broken files are kept in damaged/")


def backup(args: Namespace) -> int:
    """Write a briefing to one archive, and verify it."""
    path = briefing_folder(args)
    with _Bar() as bar:
        title = library.title_of(path)
        made = archive.backup(path, Path(args.file), title=title, progress=bar, waiting=tell)
    record = {"file": args.file, "title": made.title, "files": made.files, "bytes": made.size}
    what = f"{counted(made.files, 'file')} of “{one_line(made.title)}”"
    answer(args, record, f"{args.file}: {what}, read back and verified")
    return DONE


def restore(args: Namespace) -> int:
    """Put the briefing of an archive where there was none."""
    path, name, made = put_back(args, Path(args.file))
    record = {"briefing": str(path), "name": name, "title": made.title, "files": made.files}
    how = f"--briefing “{name}”" if name else f"--store {path}"
    what = f"{counted(made.files, 'file')} of “{one_line(made.title)}”"
    answer(args, record, f"{path}: {what} restored; {how} opens it")
    return DONE


def put_back(args: Namespace, file: Path, *, rename: bool = False) -> tuple[Path, str, archive.Backup]:
    """Make a briefing of an archive; return its folder, its name ("" where --store names a folder), what it holds.

    Under a name that is taken it is refused, or with `rename` gets another one. Raises `VerbError`.
    """
    try:
        with _Bar() as bar:
            if args.store:
                path, name = Path(args.store).expanduser(), ""
            else:
                name = args.briefing or archive.look(file).name or file.stem
                if rename and not args.briefing:
                    name = _another(name)
                # Else it may be what a restore that was killed left whole.
                if not (paths.briefings_dir() / name).is_dir():
                    name = library.free_name(name)
                path = paths.briefings_dir() / name
            return path, name, archive.restore(file, path, progress=bar)
    except (StoreError, paths.SettingsError) as error:
        hint = "; --briefing NAME gives it another name" if "already" in str(error) and not args.store else ""
        raise VerbError(f"{one_line(str(error))}{hint}") from None


def _another(name: str) -> str:
    taken = {info.name.casefold() for info in library.list_briefings()}
    names = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if each.casefold() not in taken)


class _Bar(ProgressLine):
    """A count while it takes long."""

    def __call__(self, done: int, total: int) -> None:
        self.paint(f"{done} of {counted(total, 'file')}")
