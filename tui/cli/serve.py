"""`serve`: the reader in a browser."""

from __future__ import annotations

import shlex
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.context import briefing_folder, open_briefing
from tui.cli.output import DONE, VerbError, line, warn
from tui.core.text import one_line
from tui.workflows.child_process import python_path

if TYPE_CHECKING:
    from tui.web.browser_server import BrowserServer


def serve(args: Namespace) -> int:
    """Serve a briefing until Ctrl+C."""
    with open_briefing(args) as briefing:
        title = one_line(briefing.title)
    server = _server(args, _command(briefing_folder(args), read_only=args.read_only), title)

    def started() -> None:
        line(f"Reading “{title}” at {server.address}")
        sys.stdout.flush()
        warn(
            "whoever has this address reads and writes as you; Ctrl+C ends it" * (not args.read_only)
            or "Ctrl+C ends it"
        )

    server.run(started)
    return DONE


def _server(args: Namespace, command: str, title: str) -> BrowserServer:
    try:
        from tui.web.browser_server import LOOPBACK, BrowserServer
    except ImportError:
        raise VerbError("serve wants textual-serve: pip install 'briefing-tui[serve]'") from None
    host = args.host or LOOPBACK[0]
    if host not in LOOPBACK:
        warn(f"{host} is open to other machines, and what passes is not encrypted")
    try:
        return BrowserServer(command, title, host, args.port)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise VerbError(
            f"port {args.port} of {one_line(host)}: {reason}; --port names another (0: any)"
        ) from None


def _command(folder: Path, *, read_only: bool) -> str:
    """Return the shell command that reads a briefing in a process of its own."""
    reader = [
        sys.executable,
        "-P",
        "-m",
        "tui",
        *["--read-only"] * read_only,
        "--store",
        str(folder.absolute()),
    ]
    return f"exec env {shlex.join([f'PYTHONPATH={python_path()}', *reader])}"
