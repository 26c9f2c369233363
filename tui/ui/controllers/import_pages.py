"""Pages brought in from the app: a path, an address, or text that was pasted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from tui.core.addresses import is_address
from tui.core.text import clean, one_line
from tui.ui import format
from tui.ui.controllers.annotations import AnnotationController
from tui.ui.controllers.background_job import BackgroundJobs, Job, Says
from tui.ui.controllers.drafts import DraftController
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.status import StatusController
from tui.ui.dialogs.form import Form, FormField
from tui.ui.panes.wrap import fit
from tui.workflows.path_completion import is_path

if TYPE_CHECKING:
    from tui.ui.context import Context

_FEW_WORDS = 25  # what is pasted with fewer is no page
_NAME = 48  # letters of an event's name in the closing message
_FRAME = 4  # cells beside that message


class ImportController(Controller):
    """Asks what is to be imported."""

    def ask(self, typed: str = "") -> None:
        """Ask for a path or an address; while something runs, for what comes in after it."""
        from tui.ui.dialogs.path_prompt import PathPrompt

        async def go(path: str) -> None:
            if path:
                path = path if is_address(path) else str(Path(path).expanduser())
                await self._start({"paths": [path]}, format.short(path))

        jobs = self.context.controller(BackgroundJobs)
        status = self.context.controller(StatusController)
        status.failures = status.left_out = 0  # the line has them above it
        line = PathPrompt(self.pasted, typed, jobs.told, jobs.running)
        self.context.controller(DraftController).ask(line, go, "import", id="path")

    def pasted(self, text: str) -> None:
        """Offer to import what was pasted; a path or an address goes to the line for these."""
        line = clean(text).strip()
        if "\n" not in line and (_is_one_address(line) or is_path(line.strip("'\""))):
            self.ask(line.strip("'\""))
        elif len(line.split()) < _FEW_WORDS:
            self.context.say(
                f"Too little was pasted to be a page. {self.context.key('import')} imports a path or an address."
            )
        else:
            self._offer_page(line)

    def _offer_page(self, text: str) -> None:
        from tui.workflows.import_result import publication_date

        def check(field: str, value: str) -> str:
            if field == "date" and value and not publication_date(value):
                return "write the day as 2025-07-01, or leave it empty"
            return (
                "write the whole address, with https://"
                if field == "url" and not _is_one_address(value)
                else ""
            )

        async def go(told: dict[str, str]) -> None:
            date = publication_date(told.get("date", ""))
            await self._start({**told, "date": date, "text": text}, "the page")

        first = next(one_line(part) for part in text.split("\n") if part.strip())
        words = format.counted(len(text.split()), "word")
        fields = [
            FormField("outlet", "Outlet", legend="found in the text where it is left empty"),
            FormField("date", "Published", legend="found in the text where it is left empty"),
            FormField("url", "Address"),
            FormField("event", "Event", legend="found by its day and details where it is left empty"),
        ]
        title = f"Import this page? {words}, from “{fit(first, 60)}”"
        self.context.controller(DraftController).ask(Form(title, fields, "outlet", check), go, "import")

    async def _start(self, request: dict[str, Any], what: str) -> None:
        self.context.controller(AnnotationController).undone = 0
        await self.context.controller(BackgroundJobs).start(Job("importing", request, _ended, what=what))

    do_import = ask


def _ended(context: Context, says: Says) -> str:
    """Return what an import brought, in one sentence."""
    parts, more = came_in(context, says, [one_line(str(each)) for each in says["failed"]])
    keys = context.controller(AnnotationController)
    keys.imported, keys.deleted = says["articles"], says.get("deleted", ())
    if says.get("said"):
        parts = [one_line(str(says["said"])), *parts[1:]]
    if says["articles"] or says.get("said"):
        parts.append(f"{context.key('undo')} undoes")
    if keys.deleted:
        them = "it" if len(keys.deleted) == 1 else "them"
        first = ", once what you undid is redone" if keys.undone else ""
        parts.append(
            f"{len(keys.deleted)} deleted here before: {context.key('redo')} takes {them} in again{first}"
        )
    failures = says.get("failures", len(says["failed"]))
    parts += [f"{failures} failed"] if failures else []
    return closing(context, parts, more, len(says.get("left", ())))


def closing(context: Context, parts: list[str], more: list[str], left: int = 0) -> str:
    """Return one sentence of `parts`, with `more` where a line has room for that, else with the key that lists it.

    `left` is how much was left out.
    """
    parts = [*parts, f"{left} left out"] if left else parts
    said = " · ".join([*parts, *more])
    if not more or cell_len(said) <= context.app.size.width - _FRAME:
        return said
    return " · ".join([*parts, f"{context.key('import')} tells more"])


def came_in(context: Context, says: Says, failed: list[str]) -> tuple[list[str], list[str]]:
    """Return the parts of a closing sentence that tell of articles, and what else is told, which is kept to be listed."""
    beside, status = context.controller(BackgroundJobs), context.controller(StatusController)
    left = [one_line(each) for each in says.get("left", ())]
    more = [*failed, *left, *says.get("passed_over", ()), *map(one_line, says.get("carried", ()))]
    more += [
        f"“{one_line(each)}” taken for {one_line(name)}" for each, name in says.get("surnames", {}).items()
    ]
    # What was not shown of the import before is kept: the next one may have waited for its end.
    beside.told = (beside.told if status.untold() else []) + more
    status.failures += says.get("failures", len(failed))
    status.left_out += len(left)
    parts = [format.counted(says["new"], "new article") if says["new"] else "Nothing new"]
    if name := one_line(str(says.get("event", ""))):
        room = min(_NAME, context.app.size.width * 2 // 5)
        name = name if len(name) <= room else f"{name[: room - 1].rstrip()}…"
        parts[0] += f" in “{name}”" + (", where regrouping moved it" if says.get("moved") else "")
    parts += [f"{says['changed']} changed"] if says["changed"] else []
    parts += [f"{format.counted(says['to_confirm'], 'quote')} to confirm"] if says.get("to_confirm") else []
    parts += [f"{format.counted(says['lost'], 'quote')} with words gone"] if says.get("lost") else []
    parts += [f"{says['known']} already there"] if says["known"] else []
    parts += [f"ended early: {says['stopped']}"] if says["stopped"] else []
    parts += [f"{context.key('arrived')} goes there"] if says["articles"] or says["changed"] else []
    return parts, more


def _is_one_address(text: str) -> bool:
    """Tell whether a line is an address and nothing else."""
    return is_address(text) and len(text.split()) == 1
