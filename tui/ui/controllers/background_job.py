"""What runs beside the reader, one thing at a time: started, told of, stopped. A process of its own does it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.core.pace import Pace
from tui.core.text import one_line
from tui.settings import paths
from tui.store import library
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.ui.choice import Choice
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.status import StatusController
from tui.ui.dialogs.choice_list import ChoiceList
from tui.workflows.child_process import started

if TYPE_CHECKING:
    import subprocess

    from tui.ui.context import Context

Says = Mapping[str, Any]


class Job(NamedTuple):
    """What is to be done beside the reader (see `tui.workflows.worker`).

    `doing` is how the top line calls it, `kept` what is left of it when it is stopped; `ended` returns the
    sentence to close with. What `brings` something in goes to the reader's own briefing, not the sample. `what` of
    its kind it is, a path or an address.
    """

    doing: str
    request: Mapping[str, Any]
    ended: Callable[[Context, Says], str]
    kept: str = "what came in so far stays"
    brings: bool = True
    what: str = ""


class _StopList(ChoiceList):
    """Asks whether a job is to be stopped. It stays where the job ends meanwhile: else what is typed would be keys."""

    def nothing_fits(self) -> str:
        """Return what is said where something else is typed than these rows."""
        return "One thing runs at a time: Esc, and try again when it has ended."

    def end(self, doing: str) -> None:
        """Say that there is nothing to stop any more."""
        self._choices = [Choice("on", "It has ended", "Enter or Esc goes back")]
        self.query_one(".title", Static).update(Content(f"{doing.capitalize()} has ended"))
        self.query_one(Input).value = ""
        self.narrow()


class BackgroundJobs(Controller):
    """The one job of a main screen, and those that wait for it.

    `running` is how far it is, "" while there is none; `told` what failed in the last import or look at
    feeds, what it left out and what else there is to tell of it; `begun` tells, of a job that was started in the
    sample, whether the briefing it goes to was begun for it.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.running = ""
        self.told: list[str] = []
        self._program = context.program
        self._job: Job | None = None
        self._dropped: list[object] = []  # what waited when it was said that a quit drops it
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._pace = Pace()
        self._asking: _StopList | None = None
        self._place = context.briefing.path  # where the job that ended found the briefing
        self.begun: bool | None = None

    def whereto(self) -> str:
        """Return where a job goes that was started in the sample, "" for any other."""
        if self.begun is None:
            return ""
        which = "a new briefing" if self.begun else "your briefing"
        title, key = one_line(self.context.briefing.title), self.context.key("briefings")
        return f"This is {which}, “{title}” · {key} leads back to the sample"

    async def start(self, job: Job) -> None:
        """Begin a job, or have it wait for the one that runs.

        In the sample, which stays as it is, the reader's own briefing opens for it.
        """
        context = self.context
        if context.sample and job.brings:
            try:
                own = library.briefing_for_import(briefing=library.OWN)
            except paths.SettingsError as error:
                context.say(f"! {error}")
                return
            await self._program.switch_to(own.name)
            if (main := self._program.main) is not context:
                main.controller(BackgroundJobs).begun = own.begun
                await main.controller(BackgroundJobs).start(job)
                main.say(main.controller(BackgroundJobs).whereto())
            return
        if self.running:
            self._program.waiting.append((context, job))
            said = f"Next, when this has ended: {_called(job)}"
            context.say(said, holds=lambda: (context, job) in self._program.waiting)
            self._show(self.running)
        else:
            self._begin(job)

    @property
    def _waiting(self) -> list[Job]:
        return [job for context, job in self._program.waiting if context is self.context]

    def _begin(self, job: Job) -> None:
        self._job, self._stopped, self._pace = job, False, Pace()
        self._program.reshelved = None
        self._show(f"{job.doing}…")
        # No worker of the screen's: it may take longer than the screen is there, and a quit need not wait.
        threading.Thread(target=self._work, args=(job,), daemon=True).start()

    def offer_to_stop(self) -> bool:
        """Offer to stop what is under way; False where nothing is."""
        if not self.running or self._job is None:
            return False

        def chosen(answer: str | None) -> None:
            self._asking = None
            if answer == "stop":
                self.stop()

        choices = [Choice("on", "Let it go on"), Choice("stop", "Stop it", self._job.kept)]
        self._asking = _StopList(self.running.capitalize(), choices)
        self.context.push(self._asking, chosen)
        return True

    def holds_back(self, action: str) -> bool:
        """Say once what a quit by this action would drop, as it has not begun; tell whether that was said."""
        waiting = self._program.waiting
        if not waiting or waiting == self._dropped:
            return False
        self._dropped = list(waiting)
        left = "; ".join(
            _called(job) + ("" if context is self.context else f" (in “{one_line(context.briefing.title)}”)")
            for context, job in waiting
        )
        said = f"Not begun yet: {left}. {self.context.key(action)} again quits, and drops it."
        if isinstance(self.context.app.screen, ModalScreen):  # it lies over the foot
            self.context.app.notify(said, markup=False)
        else:
            self.context.say(said)
        return True

    def stop(self) -> None:
        """End the job early: what it has read is stored, a step it has not made is not made."""
        if not self.running or self._stopped:
            return
        self._stopped = True
        if self._process and self._process.stdin:
            self._process.stdin.close()
        self._show("stopping…")

    # In a thread.

    def _work(self, job: Job) -> None:
        says: dict[str, Any] = {}
        briefing = self.context.briefing
        try:
            briefing = self._where_it_lies()
            session = briefing.begin()
            with started("tui.workflows.worker", str(briefing.path)) as process:
                assert process.stdin is not None
                assert process.stdout is not None
                process.stdin.write(json.dumps({**job.request, "session": session}).encode() + b"\n")
                process.stdin.flush()
                self._process = process
                if self._stopped:
                    process.stdin.close()
                for line in process.stdout:
                    answer = json.loads(line)
                    if "total" in answer:
                        self._tell(self._progress, job, answer)
                    else:
                        says = answer
        except (StoreError, OSError, ValueError) as error:
            says = {"error": one_line(str(error))}
        if self._program.briefing is not briefing:  # else it is closed with its screen
            briefing.close()
        self._place = briefing.path
        self._tell(self._end, job, says)

    def _where_it_lies(self) -> Briefing:
        """Return the briefing, opened anew where another program has renamed it since. Raises `StoreError`."""
        from tui.store.shelf import folder_key, whereabouts

        briefing, key = self.context.briefing, self.context.news.key
        found = None if folder_key(briefing.path) == key else whereabouts(key)
        if not found and briefing.path.is_dir():
            return briefing
        where, info = found or ("deleted", None)
        if where or not info:  # and what has its place now is another
            raise StoreError(f"“{briefing.title}” was {where}, by another program")
        return Briefing.open(info.path)

    async def _drop_begun(self) -> bool:
        """Go back to the sample where the briefing that was begun for the job got nothing; tell whether that is so."""
        briefing = self._program.briefing
        here = self._program.main is self.context and briefing.path == self._place
        occupied = self._waiting or isinstance(self.context.app.screen, ModalScreen)
        if not (self.begun and here) or occupied or briefing.rows() or briefing.feeds():
            return False
        await self._program.switch_to(library.SAMPLE)
        if not self._program.main.sample:
            return False
        library.drop_begun(library.BriefingInfo(self._place.name, self._place, begun=True))
        return True

    def _tell(self, do: Callable[[Job, Says], object], job: Job, says: Says) -> None:
        with suppress(RuntimeError):  # the app has ended
            self.context.app.call_from_thread(do, job, says)

    # On the screen.

    def _show(self, running: str) -> None:
        """Tell in the top line how far it is, and which key stops it."""
        self.running = running
        waits = f" · {len(self._waiting)} more to come" if running and self._waiting else ""
        stops = f" · {self.context.key('back')} stops it" if running and not self._stopped else ""
        self.context.controller(StatusController).job = f"{running}{waits}{stops}"
        self.context.refresh_lines()

    def _progress(self, job: Job, says: Says) -> None:
        if not self._stopped:
            left = self._pace.left(time.monotonic(), says["done"], says["total"])
            far = f": {says['doing']}" if says["doing"] else f" {says['done']} of {says['total']}"
            self._show(f"{job.doing}{far}" + (f" · {left}" if left and not says["doing"] else ""))

    async def _end(self, job: Job, says: Says) -> None:
        self._ended(job, says, nothing=await self._drop_begun())

    def _ended(self, job: Job, says: Says, nothing: bool = False) -> None:
        self._process, self._job = None, None
        if self._asking and self._asking.is_current:
            self._asking.end(job.doing)
        self._show("")
        context, main = self.context, self._program.main
        here = (
            nothing or main.briefing.path == self._place
        )  # maybe another screen of it: it was renamed meanwhile
        if here:
            main.news.poll()
        early = f"{job.doing} ended before its time; what was stored by then stays"
        if "error" in says:
            said = f"! {says['error']} · {early if says.get('stored') else f'not done: {_called(job)}'}"
        elif "stopped" not in says:
            said = f"! {early}"
        else:
            said = job.ended(main if here else context, says)
        said = " · ".join(filter(None, (said, "" if nothing else self.whereto())))
        self.begun = None
        if nothing:
            said += " · this is still the sample"
        title = self._place.name if self._place != context.briefing.path else context.briefing.title
        where = f"In “{one_line(title)}” ({context.key('briefings')} opens it): "
        main.say(said if here else f"{where}{said}")
        if nothing:
            return
        if following := self._waiting[:1]:
            self._program.waiting.remove((context, following[0]))
            self._begin(following[0])


def _called(job: Job) -> str:
    return f"{job.doing} {job.what}".strip()
