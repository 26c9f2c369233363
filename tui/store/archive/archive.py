"""An archive one is connected to: what steps it has, and what it is given.

Steps come in one after the other, whoever brings them, under one lock: so their numbers (`seq`) have no gaps, and whoever
has seen one has seen all before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, Self

from tui.core.replica.holdback import ANNOTATED
from tui.core.replica.shared_state import SharedState
from tui.core.replica.shared_step import Key, SharedStep
from tui.settings.atomic_files import read_regular
from tui.store.archive import archive_rows as rows
from tui.store.archive.archive_schema import check_version, migrations, version_of
from tui.store.archive.connection import (
    NO_COMPILER,
    ArchiveError,
    Connection,
    connect,
    shown_address,
    speaking,
)
from tui.store.archive.kinship import KINDS, kin_of, namesakes, twins
from tui.store.archive.step_rows import COLUMNS, steps_of, write_steps

_TOGETHER = 2000  # puts that are brought in one transaction, about
_LOCK = "select pg_advisory_xact_lock(hashtext('briefing-tui push'))"
_ROLE = """
    select case when pg_has_role(current_user, tableowner, 'member') then 'curator'
        when pg_has_role(current_user, 'briefing_curator', 'member') then 'curator'
        when pg_has_role(current_user, 'briefing_annotator', 'member') then 'annotator'
        when pg_has_role(current_user, 'briefing_reader', 'member') then 'reader' else '' end
    from pg_tables where schemaname = 'briefing' and tablename = 'step'
"""
CHANNEL = "briefing_step"


class Archive:
    """An archive that is there. Methods raise `ArchiveError`."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.shown = shown_address(address)
        self._connection = connect(address)
        try:
            with speaking(address):
                version = version_of(self._connection)
                if version == 0:
                    raise ArchiveError(
                        f"{self.shown}: there is no archive; `briefing-tui archive init` makes one"
                    )
                check_version(version)
                if version < max(migrations()):
                    raise ArchiveError(
                        f"{self.shown}: is of an older version; `briefing-tui archive init` brings it up to date"
                    )
                self.id = str(self._one("select id from briefing.archive"))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *wrong: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    @contextmanager
    def asked(self) -> Iterator[Connection]:
        """Give the connection, to ask something of it."""
        with speaking(self.address):
            yield self._connection

    @contextmanager
    def _plainly(self) -> Iterator[Connection]:
        """Give the connection for one transaction, in which no query is compiled."""
        with self.asked() as connection, connection.transaction():
            connection.execute(NO_COMPILER)
            yield connection

    # What is there

    def last(self) -> int:
        """Return the number of the last step that came in."""
        with self.asked():
            return int(self._one("select coalesce(max(seq), 0) from briefing.step"))

    def mark(self, seq: int) -> str:
        """Return what tells the step of a number from any other, "" where there is none."""
        with self.asked():
            return str(self._one("select mark from briefing.step where seq = %s", (seq,)) or "")

    def counts(self, of: Collection[str] | None = None) -> dict[str, int]:
        """Return the number of the last step of each replica, or `of` some."""
        which = "" if of is None else "where replica = any(%s)"
        query = f"select replica, max(number) from briefing.step {which} group by 1"
        with self.asked() as connection:
            return dict(connection.execute(query.encode(), None if of is None else (list(of),)).fetchall())

    def role(self) -> str:
        """Return what one may bring: a "curator" all, an "annotator" tags, notes and the like, a "reader" nothing; or ""."""
        with self.asked():
            return str(self._one(_ROLE))

    def holds(self, role: str, step: SharedStep) -> bool:
        """Tell whether whoever has a role may bring a step."""
        return role == "curator" or (role == "annotator" and all(put[0] in ANNOTATED for put in step.puts))

    def steps(
        self,
        after: int,
        last: int,
        *,
        but: str = "",
        of: Collection[str] | None = None,
        keys: Collection[str] | None = None,
        kinds: Sequence[str] = (),
    ) -> list[SharedStep]:
        """Return the steps that came in after a number, up to a `last` one, `but` those of a replica, or `of` some alone.

        Of `keys` (ids) and `kinds` of documents alone, where they are given: a step has only what it did to those.
        """
        query = f"select {COLUMNS} from briefing.step s join briefing.put p using (seq) where s.seq > %s and s.seq <= %s"
        values: list[object] = [after, last]
        if but:
            query += " and s.replica <> %s"
            values.append(but)
        if of is not None:
            query += " and s.replica = any(%s)"
            values.append(list(of))
        if keys is not None:
            query += " and (p.about = any(%s) or p.id = any(%s) or p.kind = any(%s))"
            values += [list(keys), list(keys), list(kinds)]
        found: list[SharedStep] = []
        with self._plainly() as connection, connection.cursor("steps") as cursor:
            cursor.execute(f"{query} order by s.seq, p.place".encode(), values)
            # They stay on the server, and come some at a time: they may be more than fit here twice.
            found.extend(steps_of(chain.from_iterable(iter(lambda: cursor.fetchmany(_TOGETHER), []))))
        return found

    def touched(self, after: int, last: int) -> list[tuple[str, str, str]]:
        """Return what steps between two numbers are about: table, id, and article or event."""
        with self.asked() as connection:
            return connection.execute(
                "select distinct kind, id, about from briefing.put where seq > %s and seq <= %s",
                (after, last),
            ).fetchall()

    def alike(self, articles: Collection[str], speakers: Collection[str]) -> set[tuple[str, str]]:
        """Return articles and speakers (ids), each with another that it may be one with."""
        with self._plainly() as connection:
            return twins(connection, articles) | namesakes(connection, speakers)

    def kept(self, keys: Collection[Key]) -> set[Key]:
        """Return those of some events, tags and speakers that there are, as all steps together have it."""
        found: set[Key] = set()
        with self.asked() as connection:
            for table, name in (("event", "event"), ("tags", "tag"), ("speakers", "speaker")):
                ids = [own for each, own in keys if each == table]
                query = f"select id from briefing.{name} where id = any(%s)".encode()
                found |= {(table, own) for (own,) in connection.execute(query, (ids,))}
        return found

    def waiting(self, after: int, but: str) -> int:
        """Return how many steps came in after a number, `but` those of a replica."""
        query = "select count(*) from briefing.step where seq > %s and replica <> %s"
        with self.asked():
            return int(self._one(query, (after, but)))

    def articles(self) -> int:
        """Return how many articles there are."""
        with self.asked():
            return int(self._one("select count(*) from briefing.article_key"))

    # What it is given

    def push(self, steps: Iterable[SharedStep], known: SharedState) -> int:
        """Bring steps that are not there, each replica's in their order; return how many that were.

        `known` tells of documents what they are about. What was brought before something went wrong is there.
        """
        brought = 0
        for batch in _batches(steps):
            with self._plainly() as connection:
                connection.execute(_LOCK)
                there = self.counts({step.replica for step in batch})
                new = [step for step in batch if step.number > there.get(step.replica, 0)]
                if not new:
                    continue
                seq = self.last()
                kin = kin_of(connection, new, known, seq)
                write_steps(connection, new, seq, known)
                touched = {put[0] for step in new for put in step.puts}
                kinds = ANNOTATED if touched <= ANNOTATED else KINDS
                rows.renew(connection, kin, kinds, seq + len(new))
                connection.execute("select pg_notify(%s, %s)", (CHANNEL, str(seq + len(new))))
            brought += len(new)
        return brought

    def pages(self, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Yield the raw pages of some names, as files of `sources/` hold them."""
        with self.asked() as connection:
            for some in _parts(sorted(names), 200):
                yield from connection.execute(
                    "select name, data from briefing.page where name = any(%s)", (some,)
                ).fetchall()

    def bring_pages(self, paths: Sequence[Path]) -> None:
        """Bring the raw pages that are not there."""
        with self.asked() as connection:
            for some in _parts(paths, 200):
                names = [path.name for path in some]
                there = {
                    name
                    for (name,) in connection.execute(
                        "select name from briefing.page where name = any(%s)", (names,)
                    )
                }
                for path in some:
                    if path.name not in there:
                        connection.execute(
                            "insert into briefing.page values (%s, %s) on conflict do nothing",
                            (path.name, read_regular(path)),
                        )

    # Waiting

    def listen(self, channel: str = CHANNEL) -> bool:
        """Ask to be told of what others bring, or of what else a channel tells; False on a replica, where none can."""
        from psycopg import Error

        try:
            self._connection.execute(f"listen {channel}".encode())
        except Error:
            return False
        return True

    def heard(self, seconds: float) -> bool:
        """Wait until others have brought something, some seconds at most; tell whether they have."""
        with self.asked() as connection:
            return any(True for _ in connection.notifies(timeout=seconds, stop_after=1))

    def _one(self, query: str, values: Sequence[object] = ()) -> Any:
        found = self._connection.execute(query.encode(), values).fetchone()
        return found[0] if found else None


def _batches(steps: Iterable[SharedStep]) -> Iterator[list[SharedStep]]:
    batch: list[SharedStep] = []
    size = 0
    for step in steps:
        batch.append(step)
        size += len(step.puts)
        if size >= _TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _parts(values: Sequence[Any], size: int) -> Iterator[list[Any]]:
    for at in range(0, len(values), size):
        yield list(values[at : at + size])
