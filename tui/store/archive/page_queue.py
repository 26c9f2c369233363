"""The archive as a queue: tasks of some pages each, put in by whoever imports and taken by workers on any machine.

What a worker has, it says again and again that it has; where it is not heard of for a while, the task is another's.
Requests and answers are bytes here; the queue knows nothing of what is in them.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.store.archive.archive import Archive

_SILENCE = 10  # seconds without a word of a worker, after which its task is another's
_FORGOTTEN = 86_400  # seconds after which nobody comes for an answer any more
ASKED, ANSWERED = "briefing_task", "briefing_answer"


class QueuedTask(NamedTuple):
    """A task that was taken; `tries` counts the workers that had it, this one too."""

    id: int
    version: str
    request: bytes
    tries: int


class PageQueue:
    """The queue of an archive. Methods raise `ArchiveError`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    # For whoever imports

    def put(self, client: str, version: str, request: bytes) -> int:
        """Put a task in; return its number."""
        with self._archive.asked() as connection:
            row = connection.execute(
                "insert into briefing.task (client, version, request) values (%s, %s, %s) returning id",
                (client, version, request),
            ).fetchone()
            connection.execute("select pg_notify(%s, '')", (ASKED,))
        return int(row[0]) if row else 0

    def answer(self, task: int) -> bytes | None:
        """Return the answer to a task and take it out; None where there is none yet."""
        with self._archive.asked() as connection:
            row = connection.execute(
                "delete from briefing.task where id = %s and answer is not null returning answer", (task,)
            ).fetchone()
        return bytes(row[0]) if row else None

    def workers(self) -> int:
        """Return how many tasks workers have, that are heard of."""
        with self._archive.asked() as connection:
            row = connection.execute(
                "select count(*) from briefing.task where answer is null and taken > now() - make_interval(secs => %s)",
                (_SILENCE,),
            ).fetchone()
        return int(row[0]) if row else 0

    def forget(self, client: str) -> None:
        """Take out what a client put in, and what nobody came for in a day."""
        with self._archive.asked() as connection:
            connection.execute(
                "delete from briefing.task where client = %s or made < now() - make_interval(secs => %s)",
                (client, _FORGOTTEN),
            )

    # For workers

    def take(self) -> QueuedTask | None:
        """Take the task that waits longest, or that a worker had who is not heard of; None for none."""
        with self._archive.asked() as connection:
            row = connection.execute(
                "update briefing.task set taken = now(), tries = tries + 1 where id = ("
                " select id from briefing.task where answer is null"
                " and (taken is null or taken < now() - make_interval(secs => %s))"
                " order by id limit 1 for update skip locked) returning id, version, request, tries",
                (_SILENCE,),
            ).fetchone()
        return QueuedTask(row[0], row[1], bytes(row[2]), row[3]) if row else None

    def keep(self, task: int) -> None:
        """Say that a task is still being carried out."""
        with self._archive.asked() as connection:
            connection.execute("update briefing.task set taken = now() where id = %s", (task,))

    def put_answer(self, task: int, answer: bytes) -> None:
        """Put in what came of a task."""
        with self._archive.asked() as connection:
            connection.execute("update briefing.task set answer = %s where id = %s", (answer, task))
            connection.execute("select pg_notify(%s, '')", (ANSWERED,))
