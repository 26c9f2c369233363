"""What is read, given to a shell command: to translate it, to count its words, to send it on."""

from __future__ import annotations

import subprocess

from tui.core.text import clean, one_line
from tui.settings import state
from tui.ui.controllers.clipboard import ClipboardController
from tui.ui.controllers.drafts import DraftController
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.base import Prompt

_ANSWER = 400  # letters of what a command prints that are shown


class PipeController(Controller):
    """The key that hands text to a command."""

    def do_pipe(self) -> None:
        context = self.context
        meant = context.controller(ClipboardController).meant()
        if meant is None:
            return
        text, what = meant
        article = context.open.article
        if what == "Article" and article:
            text = f"{text}\n\n{article.text}"
        self._ask(text, what)

    def do_pipe_words(self) -> None:
        span, article = self.context.panes.article.picked, self.context.open.article
        if span and article:
            self._ask(article.text[slice(*span)], "Words selected")

    def _ask(self, text: str, what: str) -> None:
        def typed(command: str) -> None:
            if command:
                state.remember("pipe", command)
                self.context.say(f"{what} given to: {one_line(command)}")
                self.context.run_beside(lambda: self._run(command, text), "pipe", exclusive=False)

        last = state.read_state().get("pipe")
        title = f"{what} to the standard input of the command"
        line = Prompt(title, enter="runs it", last=one_line(last) if isinstance(last, str) else "")
        self.context.controller(DraftController).ask(line, typed, "pipe", id="pipe")

    def _run(self, command: str, text: str) -> None:
        """In a worker: run it, and say what it answered."""
        try:
            done = subprocess.run(
                command,
                shell=True,  # the reader's own words, as in their shell
                input=f"{text}\n".encode(errors="replace"),
                capture_output=True,
                start_new_session=True,
                check=False,
            )
        except OSError as error:
            said = f"! {error}"
        else:
            output = one_line(clean((done.stdout or done.stderr).decode(errors="replace")))
            answer = output if len(output) <= _ANSWER else f"{output[:_ANSWER].rstrip()}…"
            failed = f"! ended with status {done.returncode}: " if done.returncode else ""
            said = f"{failed}{answer or 'done; it printed nothing'}"
        self.context.app.call_from_thread(self.context.say, f"{one_line(command)}: {said}")
