"""`undo` and `redo`: the last steps taken back and done again, as by u and U in the app."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.context import open_briefing, print_step
from tui.cli.output import DONE, VerbError
from tui.store.disk.errors import StoreError


def undo(args: Namespace) -> int:
    """Take the last steps back, the newest first, or do again what was taken back."""
    with open_briefing(args) as briefing:
        for done in range(args.steps):
            try:
                step = briefing.undo() if args.verb == "undo" else briefing.redo()
            except StoreError as error:
                raise VerbError(error) from None
            if step is None and done:
                break
            if step is None:
                raise VerbError(f"nothing to {args.verb}")
            print_step(args, step)
    return DONE
