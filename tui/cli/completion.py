"""`completion`: what a shell wants to complete verbs, options and files."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from tui.cli.output import DONE, VerbError


def completion(args: Namespace) -> int:
    """Print the completion of a shell; return the exit status."""
    try:
        import shtab
    except ImportError:
        raise VerbError("completion wants shtab: pip install 'briefing-tui[completion]'") from None
    from tui.cli.parser import parser

    top = parser()
    for each in (top, *verbs_of(top).values()):
        for action in each._actions:
            if action.metavar in ("FILE", "SOURCE", "DIR"):
                kind = shtab.DIRECTORY if action.metavar == "DIR" else shtab.FILE
                action.complete = kind  # type: ignore[attr-defined]
    sys.stdout.write(shtab.complete(top, args.shell) + "\n")
    return DONE


def verbs_of(top: ArgumentParser) -> dict[str, ArgumentParser]:
    """Return the parser of each verb by its name."""
    return next(each.choices for each in top._actions if isinstance(each.choices, dict))
