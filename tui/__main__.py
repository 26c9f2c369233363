"""Where `briefing-tui` starts.

Without a verb the app opens, and nothing may cost time before its first paint: no parser of
arguments, no reading, only the folder to open.
"""

from __future__ import annotations

import sys


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
    sys.stderr.write(
        "briefing-tui: --read-only opens the reader; after it --store DIR, or a briefing's name\n"
    )
    return 2


def _in_browser() -> bool:
    """Tell whether a server stands in for the terminal (`cli.serve`)."""
    import os

    return "TEXTUAL_DRIVER" in os.environ


def _read(store: str = "", name: str = "", *, read_only: bool = False) -> int:
    from tui.settings.paths import SettingsError

    if name:
        from tui.store.library import find_briefing

        try:
            store = str(find_briefing(name).path)
        except SettingsError as error:
            sys.stderr.write(f"briefing-tui: {error}; `briefing-tui --help` lists the verbs\n")
            return 2
    if not _in_browser() and not (sys.stdin.isatty() and sys.stdout.isatty()):
        sys.stderr.write(
            "briefing-tui: the reader needs a terminal; `briefing-tui --help` names what works without one\n"
        )
        return 2
    import gc
    import os

    # What a key brings in two strokes (the letter, then what is found) should not wait for a whole frame.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    # Nothing is to be thrown away before the first paint; the main screen turns it on again.
    gc.disable()
    from tui.store.library import briefing_to_open

    try:
        opened = briefing_to_open(store)
        from tui.ui.app import run

        return run(opened.path, name=opened.name, read_only=read_only)
    except SettingsError as error:
        sys.stderr.write(f"briefing-tui: {error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
