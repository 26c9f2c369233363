"""Taking over a terminal on which the last screen is shown already, without a flicker.

Drivers draw as soon as there is something to draw. Here that would be worse than what is to be seen: the first
screens the app lays out are not yet scrolled to where the reader was. So what it writes is held back until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.drivers.linux_driver import LinuxDriver

from tui.settings.last_frame import AT_ONCE, DRAWN, ENTER

if TYPE_CHECKING:
    from tui.settings.last_frame import ShownFrame


class TakeoverDriver(LinuxDriver):
    """Textual's driver of a terminal that shows a frame; `let_go` draws what was held back."""

    shown: ClassVar[ShownFrame]
    _held: list[str] | None = None

    def start_application_mode(self) -> None:
        """Take the terminal over, and leave it in the end as it was before the frame."""
        shown = self.shown
        if shown.taken_over:  # taken up again, after a pause
            super().start_application_mode()  # type: ignore[no-untyped-call]
            return
        shown.let_go = self.let_go
        self._held = []
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = list(shown.attributes)
        shown.taken_over = True

    def stop_application_mode(self) -> None:
        """Leave the terminal."""
        self.let_go()
        super().stop_application_mode()

    def write(self, data: str) -> None:
        """Write, or keep what is to be written."""
        if self._held is None:
            super().write(data)
        else:
            self._held.append(data)

    def let_go(self) -> None:
        """Write at once what was held back; from now on nothing is. The terminal is on its other screen already."""
        held, self._held = self._held, None
        if held:
            super().write(AT_ONCE + "".join(held).replace(ENTER, "", 1) + DRAWN)
            self.flush()


def takeover_of(frame: ShownFrame) -> type[TakeoverDriver]:
    """Return the driver of the terminal that shows a frame."""

    class Takeover(TakeoverDriver):
        shown = frame

    return Takeover
