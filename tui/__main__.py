"""Where `briefing-tui` starts.

Without a verb the app opens, and nothing may cost time before its first paint: no parser of
arguments, no reading, only the folder to open.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # `typing` is too heavy here
if TYPE_CHECKING:
    from tui.settings.last_frame import ShownFrame


def main() -> int:
    """Open the app, or run the verb that is named; return the exit status. What nobody foresaw is told in one line."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from tui.settings.crash_log import open_streams

        open_streams()
    try:
        return _main()
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        from tui.settings.crash_log import told

        sys.stderr.write(f"briefing-tui: {told(error)}\n")
        return 1


def _main() -> int:
    match sys.argv[1:]:
        case ["--read-only", *_]:
            return _read_only(sys.argv[2:])
        case []:
            return _read()
        case ["--store", store]:
            return _read(store)
        case ["--briefing", name]:
            return _read(name=name)
        case [name] if not name.startswith("-"):
            from tui.cli.parser import is_verb

            if not is_verb(name):
                return _read(name=name)
    from tui.cli.parser import main as verbs

    return verbs(sys.argv[1:])


def _read_only(rest: list[str]) -> int:
    """Open the app so that nothing can be written."""
    match rest:
        case []:
            return _read(read_only=True)
        case ["--store", store]:
            return _read(store, read_only=True)
        case ["--briefing", name] | [name] if not name.startswith("-"):
            return _read(name=name, read_only=True)
    return _fail("--read-only opens the reader; after it --store DIR, or a briefing's name", None, 2)


def _read(store: str = "", name: str = "", *, read_only: bool = False) -> int:
    from tui.settings import last_frame

    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    shown = last_frame.show(store, name) if terminal and not read_only else None
    try:
        from tui.settings.paths import SettingsError
        from tui.store.library import briefing_to_open, find_briefing

        try:
            path = str(find_briefing(name).path) if name else store
        except SettingsError as error:
            return _fail(f"{error}; `briefing-tui --help` lists the verbs", shown, 2)
        if not (terminal or _in_browser()):
            return _fail(
                "the reader needs a terminal; `briefing-tui --help` names what works without one", None, 2
            )
        _hasten()
        try:
            opened = briefing_to_open(path)
            from tui.ui.launch import run

            return run(opened.path, name=opened.name, read_only=read_only, shown=shown, asked=(store, name))
        except SettingsError as error:
            return _fail(str(error), shown, 1)
    finally:
        if shown:
            shown.withdraw()


def _in_browser() -> bool:
    """Tell whether a server stands in for the terminal (`cli.serve`)."""
    import os

    return "TEXTUAL_DRIVER" in os.environ


def _hasten() -> None:
    import gc
    import os

    if "ssl" not in sys.modules:
        # asyncio does without it where there is none, and brings it for connections of its own, of which the reader
        # has none; it takes as long as all three panes. Who fetches a page imports it then.
        sys.modules["ssl"] = None  # type: ignore[assignment]
        import asyncio  # noqa: F401

        del sys.modules["ssl"]
    # What a key brings in two strokes (the letter, then what is found) should not wait for a whole frame.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    # Nothing is to be thrown away before the first paint; the main screen turns it on again.
    gc.disable()


def _fail(problem: str, shown: ShownFrame | None, status: int) -> int:
    if shown:
        shown.withdraw()
    sys.stderr.write(f"briefing-tui: {problem}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
