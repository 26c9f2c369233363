"""Where `briefing-tui` starts.

Without a verb the app opens, and nothing may cost time before its first paint: no parser of
arguments, no reading, only the folder to open.
"""

from __future__ import annotations

import sys


def main() -> int:
    """Open the app, or run the verb that is named; return the exit status."""
    arguments = sys.argv[1:]
    store = ""
    if not arguments or (len(arguments) == 2 and arguments[0] == "--store"):
        store = arguments[1] if arguments else ""
        from tui.settings import SettingsError, opening

        try:
            opened = opening(store)
        except SettingsError as error:
            sys.stderr.write(f"briefing-tui: {error}\n")
            return 1
        from tui.view.app import run

        return run(opened.path, name=opened.name)
    from tui.cli import main as verbs

    return verbs(arguments)


if __name__ == "__main__":
    sys.exit(main())
