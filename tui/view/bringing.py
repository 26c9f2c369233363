"""Pages brought in from the app: a path, an address, or text that was pasted. A process beside does it."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tui import settings
from tui.text import clean, one_line
from tui.view import show
from tui.view.choices import Choice
from tui.view.dialogs import Choose, Field, Form
from tui.view.paths import is_path
from tui.view.processes import environment

if TYPE_CHECKING:
    from tui.view.app import BriefingApp
    from tui.view.main_screen import MainScreen

_FEW_WORDS = 25  # what is pasted with fewer is no page
_ADDRESSES = ("http://", "https://")


class Bringer:
    """One import at a time. `running` is what the top line says of it, "" while there is none."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.running = ""
        self._process: asyncio.subprocess.Process | None = None
        self._failed: list[str] = []

    def do_import(self) -> None:
        """Ask for a path or an address; while an import runs, offer to stop it."""
        if self.running:
            self._offer_to_stop()
        else:
            self.ask()

    def ask(self, typed: str = "") -> None:
        """Ask for a path or an address."""
        from tui.view.path_prompt import PathPrompt

        async def go(path: str | None) -> None:
            if path:
                path = path if _is_address(path) else str(Path(path).expanduser())
                await self._start({"paths": [path]})

        self.screen.app.push_screen(PathPrompt(self.pasted, typed, self._failed), go)

    def _offer_to_stop(self) -> None:
        def chosen(answer: str | None) -> None:
            if answer == "stop" and self._process and self._process.stdin:
                self._process.stdin.close()  # it stores what it has read, and ends

        choices = [
            Choice("on", "Let it go on", self.running),
            Choice("stop", "Stop it", "what came in so far stays"),
        ]
        self.screen.app.push_screen(Choose("Import under way", choices), chosen)

    def pasted(self, text: str) -> None:
        """Offer to import what was pasted; a path or an address goes to the line for these."""
        line = clean(text).strip()
        if self.running:
            self.screen.say("An import is under way; paste again when it has ended.")
        elif "\n" not in line and (_is_address(line) or is_path(line.strip("'\""))):
            self.ask(line.strip("'\""))
        elif len(line.split()) < _FEW_WORDS:
            self.screen.say("Too little was pasted to be a page. i imports a path or an address.")
        else:
            self._offer_page(line)

    def _offer_page(self, text: str) -> None:
        from tui.reading.markdown import edtf

        screen = self.screen

        def check(field: str, value: str) -> str:
            if field == "date" and value and not edtf(value):
                return "write the day as 2025-07-01, or leave it empty"
            return (
                "write the whole address, with https://" if field == "url" and not _is_address(value) else ""
            )

        async def go(told: dict[str, str] | None) -> None:
            if told is not None:
                date = edtf(told.get("date", ""))
                await self._start({**told, "date": date, "text": text})

        first = next(one_line(part) for part in text.split("\n") if part.strip())
        words = show.counted(len(text.split()), "word")
        fields = [
            Field("outlet", "Outlet", "", "found in the text where it is left empty"),
            Field("date", "Published", "", "the same"),
            Field("url", "Address", ""),
            Field("event", "Event", "", "found by its day and details where it is left empty"),
        ]
        title = f"Import this page? {words}, from “{first[:60]}”"
        screen.app.push_screen(Form(title, fields, "outlet", check), go)

    # The process.

    async def _start(self, request: dict[str, Any]) -> None:
        if self.screen.sample:  # it stays as it is: pages go to the reader's own briefing, which opens
            app = cast("BriefingApp", self.screen.app)
            try:
                own = settings.import_into(briefing=settings.OWN)
            except settings.SettingsError as error:
                self.screen.say(f"! {error}")
                return
            await app.switch_to(own.name)
            if app.main is not self.screen:
                await app.main.bringer._start(request)
            return
        self.running = "importing…"
        self.screen.refresh_lines()
        self.screen.run_worker(self._run(request), group="import", exit_on_error=False)

    async def _run(self, request: dict[str, Any]) -> None:
        folder = str(self.screen.briefing.path)
        says: dict[str, Any] = {}
        try:
            process = self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",  # a folder named tui where the reader stands is not this program
                "-m",
                "tui.beside",
                folder,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=2**24,
                start_new_session=True,  # the reader's Ctrl+C is a key, and none of its business
                env=environment(),
            )
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(request).encode() + b"\n")
            await process.stdin.drain()
            while line := await process.stdout.readline():
                says = json.loads(line)
                if "done" in says:
                    self._progress(says)
            await process.wait()
        except (OSError, ValueError) as error:
            says = {"error": one_line(str(error))}
        finally:
            self._process = None
            self.running = ""
            self._ended(says)

    def _progress(self, says: dict[str, Any]) -> None:
        self.running = f"importing {says['done']} of {says['total']}"
        self.screen.refresh_lines()

    def _ended(self, says: dict[str, Any]) -> None:
        screen = self.screen
        if not screen.is_mounted:
            return
        screen.look_around()
        failed = says.get("failed", [])
        self._failed = [one_line(str(each)) for each in failed]
        if "error" in says or "new" not in says:
            screen.say(f"! {says.get('error') or 'the import ended before its time; what came in stays'}")
            return
        where = "" if failed else self._event_of(says.get("articles", []))
        parts = [f"{show.counted(says['new'], 'new article')}{where}" if says["new"] else "Nothing new"]
        parts += [f"{says['changed']} changed"] if says["changed"] else []
        parts += [f"{show.counted(says['moved'], 'quote')} to confirm"] if says.get("moved") else []
        parts += [f"{show.counted(says['lost'], 'quote')} with words gone"] if says.get("lost") else []
        parts += [f"{says['known']} already there"] if says["known"] else []
        if failed:
            more = " (i lists them)" if len(failed) > 1 else ""
            parts.append(f"{len(failed)} failed{more}: {failed[0]}")
        if says["stopped"]:
            parts.append(f"ended early: {says['stopped']}")
        screen.say(" · ".join(parts))

    def _event_of(self, articles: list[str]) -> str:
        """Return which event the one article that came in lies in, for grouping may have moved it on."""
        if len(articles) != 1:
            return ""
        event_id = self.screen.briefing.event_of(articles[0])
        name = next((row["name"] for row in self.screen.rows if row["id"] == event_id), "")
        return f", in “{one_line(name)}”" if name else ""


def _is_address(text: str) -> bool:
    return text.startswith(_ADDRESSES) and not any(c.isspace() for c in text)
