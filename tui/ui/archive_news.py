"""What the archive says that a briefing is fed from, while it is open: what came, and that it is away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from tui.store.disk.errors import StoreError
from tui.ui import format

if TYPE_CHECKING:
    from tui.ui.briefing_screen import BriefingScreen
    from tui.ui.subprocesses import ArchiveFeed


class ArchiveNews:
    """The news of one screen's archive; `poll` looks at what others have written."""

    def __init__(self, screen: BriefingScreen, poll: Callable[[], None]) -> None:
        self._screen, self._poll = screen, poll
        self._feed: ArchiveFeed | None = None
        self._wrong = ""  # what is wrong with what the briefing knows of an archive, as was said last
        self._conflicts: object = 0  # how much is to be decided, as was said last
        self._held: Any = 0  # how many steps wait, as was said last
        self.away = ""  # why the archive does not answer, "" where it does, or there is none

    def has_archive(self) -> bool:
        """Tell whether the briefing is fed from an archive and that is not followed yet; it asks the disk."""
        from tui.store.replica.membership import membership_of

        briefing = self._screen.briefing
        try:
            found = not (briefing.read_only or self._feed) and membership_of(briefing.path) is not None
            self._wrong = ""
        except StoreError as error:
            if str(error) != self._wrong:
                self._wrong = str(error)
                self._screen.app.call_from_thread(self._screen.say, self._wrong)
            return False
        return found

    def follow(self) -> None:
        """Exchange what is new with the archive, in a process of its own."""
        from tui.ui.subprocesses import ArchiveFeed

        call = self._screen.app.call_from_thread
        self._feed = ArchiveFeed(self._screen.briefing, lambda says: call(self._told, says))
        self._screen.run_worker(self._feed.run, thread=True, group="archive", exit_on_error=False)

    def end(self) -> None:
        """Let what is done from now on stay here."""
        if self._feed:
            self._feed.stop()

    def _told(self, says: Mapping[str, Any]) -> None:
        screen = self._screen
        if why := says.get("error"):
            screen.say(str(why))
        elif "away" in says:
            self.away = str(says["away"])
            away = "away: all goes on here, and goes there later. `archive status` says why"
            screen.say(f"The archive is {away if self.away else 'back'}.")
            screen.refresh_lines()
        elif says.get("taken"):
            self._poll()
        conflicts = says.get("conflicts", self._conflicts)
        held, before = says.get("held", self._held), self._held
        self._held = held
        if held and held != before:
            stay = "stays" if held == 1 else "stay"
            what = next(iter(says.get("barred", ())), "them")
            screen.say(f"{format.counted(held, 'step')} of yours {stay} here: your role may not bring {what}")
        elif conflicts and conflicts != self._conflicts:
            screen.say(
                f"{format.counted(conflicts, 'thing')} two people changed differently: {screen.key('history')} lists them"
            )
        self._conflicts = conflicts
