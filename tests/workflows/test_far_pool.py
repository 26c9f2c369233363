"""What is read elsewhere is sent there before anybody waits for it, and comes back in its order."""

from __future__ import annotations

from tests.support.pages import HARBOUR
from tui.reading.result import ParsedArticle, UnreadablePage
from tui.reading.sources import Source
from tui.workflows.far_pool import FarPool
from tui.workflows.page_pool import Outcome, Task
from tui.workflows.page_process import carried_out


class NearPool(FarPool[int]):
    """A pool of two workers that are no farther than this process."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = 0

    def workers_there(self) -> int:
        return 2

    def _send(self, tasks: tuple[Task, ...]) -> int:
        self.sent += len(tasks)
        return self.sent

    def _fetch(self, tasks: tuple[Task, ...], _: int) -> list[Outcome]:
        return [carried_out(*task) for task in tasks]  # type: ignore[arg-type]


def test_quotes_are_looked_for_elsewhere_while_what_was_read_before_is_stored() -> None:
    with NearPool() as pool:
        pages = [Source(f"page {at}", f"{HARBOUR}\n\nIt was day {at}.".encode(), "page") for at in range(12)]
        read = list(pool.parse([(page, frozenset()) for page in pages]))
        readings = [each for each in read if isinstance(each, ParsedArticle)]
        before = pool.sent
        quoted = pool.attribute(readings)
        assert pool.sent == before + len(readings)  # though nobody has asked for one yet
        found = list(quoted)
    assert not any(isinstance(each, UnreadablePage) for each in found)
    assert [each.text for each in found if isinstance(each, ParsedArticle)] == [
        each.text for each in readings
    ]
