"""Where `briefing-tui` starts.

Without a verb the app opens, and nothing may cost time before its first paint: no parser of
arguments, no reading, only the folder to open.
"""

from __future__ import annotations

import sys


def main() -> int:
    """Open the app, or run the verb that is named; return the exit status."""
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 2 and arguments[0] == "--store"):
        return _read(arguments[1] if arguments else "")
    from tui.cli.parser import main as verbs

    return verbs(arguments)


def _read(store: str) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
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
    from tui.settings.paths import SettingsError
    from tui.store.library import briefing_to_open

    try:
        opened = briefing_to_open(store)
        from tui.ui.app import run

        return run(opened.path, name=opened.name)
    except SettingsError as error:
        sys.stderr.write(f"briefing-tui: {error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
