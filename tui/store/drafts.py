"""What was typed and not saved, in a file beside the briefing: leaving a line, quitting and a kill lose none of it.

No step tells of it, for nothing is said yet; without the file nothing was begun.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, field
from pathlib import Path
from threading import Lock

from tui.core.records import record
from tui.core.text import clean
from tui.settings.atomic_files import read_regular, write_whole

NAME = "drafts.json"


@record(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was begun on one thing: `texts` by the id of the note each is, "" for a new one.

    `called` says what it is on, `event` and `article` where that stands.
    """

    called: str = ""
    event: str = ""
    article: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)


class DraftFile:
    """The file in the folder of a briefing. What cannot be written is kept while the program runs.

    A note has the id of what it is on, anything else that can be begun there more before it, with a stroke between.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / NAME
        self._found: dict[str, Draft] = {}
        self._here: dict[str, Draft] = {}  # what was begun here, and what is done with
        self._guard = Lock()
        self.known = False
        """Whether what was begun before is read."""
        self.behind = False
        """Whether something is to be written."""

    def read(self) -> None:
        """Read what was begun before; nothing where the file is not to be understood."""
        self._found = self._read()
        self.known = True

    def all(self) -> dict[str, Draft]:
        """Return what was begun, by id, as far as it was read."""
        return {id: draft for id, draft in {**self._found, **self._here}.items() if draft.texts}

    def put(self, id: str, draft: Draft) -> None:
        """Take a draft, one without texts for what is done with."""
        if self.all().get(id, Draft()).texts != draft.texts:
            self._here[id] = draft
            self.behind = True

    def move_to(self, root: Path) -> None:
        """Take the folder that the briefing is now; what could not be written is written there."""
        self._path = root / NAME

    def write(self) -> None:
        """Write down what was taken, beside what others began. A disk that refuses is not complained of."""
        import orjson

        with self._guard:  # what another thread is writing may yet fail
            if not self.behind:
                return
            self.behind = False
            every = {id: asdict(one) for id, one in {**self._read(), **self._here}.items() if one.texts}
            try:
                write_whole(self._path, orjson.dumps(every), sync=False)
            except OSError:
                self.behind = True

    def _read(self) -> dict[str, Draft]:
        import orjson

        try:
            return {clean(id): _draft(one) for id, one in orjson.loads(read_regular(self._path)).items()}
        except (OSError, ValueError, LookupError, AttributeError, TypeError):
            return {}


def _draft(found: dict[str, object]) -> Draft:
    called, event, article = (clean(str(found[name])) for name in ("called", "event", "article"))
    texts = found["texts"]
    if not isinstance(texts, dict):
        raise TypeError("no texts")
    texts = {clean(key): clean(text) for key, text in texts.items()}
    return Draft(called=called, event=event, article=article, texts=texts)
