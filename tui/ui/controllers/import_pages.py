"""Pages brought in from the app: a path, an address, or text that was pasted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

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
        self.context.controller(StatusController).failures = 0  # the line has them above it
        line = PathPrompt(self.pasted, typed, jobs.failed, jobs.running)
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
    failed = [one_line(str(each)) for each in says["failed"]]
    parts = came_in(context, says, failed)
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
    if failed:
        more = f" ({context.key('import')} lists them)" if len(failed) > 1 else ""
        parts.append(f"{says.get('failures', len(failed))} failed{more}: {failed[0]}")
    return " · ".join(parts)


def came_in(context: Context, says: Says, failed: list[str]) -> list[str]:
    """Return the parts of a closing sentence that tell of articles, and keep what `failed` for the next import."""
    beside, status = context.controller(BackgroundJobs), context.controller(StatusController)
    # What was not shown of the import before is kept: the next one may have waited for its end.
    beside.failed = beside.failed[: status.failures] + failed
    status.failures += says.get("failures", len(failed))
    parts = [format.counted(says["new"], "new article") if says["new"] else "Nothing new"]
    if name := one_line(str(says.get("event", ""))):
        name = name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…"
        parts[0] += f" in “{name}”" + (", where regrouping moved it" if says.get("moved") else "")
    parts += [f"{says['changed']} changed"] if says["changed"] else []
    parts += [f"{format.counted(says['to_confirm'], 'quote')} to confirm"] if says.get("to_confirm") else []
    parts += [f"{format.counted(says['lost'], 'quote')} with words gone"] if says.get("lost") else []
    parts += [f"{says['known']} already there"] if says["known"] else []
    parts += says.get("passed_over", ())
    parts += map(one_line, says.get("carried", ()))
    parts += [
        f"“{one_line(each)}” taken for {one_line(name)}" for each, name in says.get("surnames", {}).items()
    ][:2]
    parts += [f"{context.key('arrived')} goes there"] if says["articles"] or says["changed"] else []
    parts += [f"ended early: {says['stopped']}"] if says["stopped"] else []
    return parts


def _is_one_address(text: str) -> bool:
    """Tell whether a line is an address and nothing else."""
    return is_address(text) and len(text.split()) == 1
