"""A connection to an archive: where it is, what is said where it cannot be had, and no password anywhere.

The address is libpq's: `postgresql://user@host/database`, with whatever it knows more. A password is best left out of it:
`~/.pgpass` and `PGPASSWORD` are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from tui.core.extras import install_command
from tui.core.text import one_line
from tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    import psycopg

Connection: TypeAlias = "psycopg.Connection[tuple[Any, ...]]"
_SECONDS = 5  # until a server that does not answer is given up


_NO_DATABASE = re.compile(r'database ".*" does not exist')  # in English; else what the server says has to do
_AWAY = (
    "08",
    "40",
    "57",
)  # classes of its codes: connections that break, what may go through next time, its end
_BUSY = "53300"  # too many are connected

NO_COMPILER = "select set_config('jit', 'off', true)"
"""Lets the queries of a transaction be carried out as they are: compiling them takes far longer."""


class ArchiveError(StoreError):
    """The archive cannot be used; a sentence without passwords."""


class ArchiveAwayError(ArchiveError):
    """The archive does not answer, now: what is to be done there can be done later."""


def connect(address: str) -> Connection:
    """Connect to a database. Raises `ArchiveError`."""
    try:
        import psycopg
    except ImportError:
        raise ArchiveError(f"an archive wants psycopg: {install_command('postgres')}") from None
    shown_address(address)  # refuses what is none

    def opened() -> Connection:
        # Statements are not prepared, for behind a pooler the next one may go to another server process.
        return psycopg.connect(address, prepare_threshold=None, connect_timeout=_SECONDS, autocommit=True)

    try:
        try:
            connection = opened()
        except psycopg.OperationalError as error:
            if _was_heard(error):
                raise
            if not _is_there(address, error):
                raise _away(address, error) from None
            connection = opened()  # it was still starting when it was asked first
    except psycopg.OperationalError as error:
        raise _refusal(address, error) from None
    except psycopg.Error as error:
        raise ArchiveError(f"{shown_address(address)}: {_said(error)}") from None
    _let_in_what_is_packed(connection)
    return connection


def _let_in_what_is_packed(connection: Connection) -> None:
    """Let bytes be what `jsonb` and `tsvector` are in binary `COPY`: JSON in UTF-8, and the words of `archive.words`."""
    from psycopg.adapt import Dumper
    from psycopg.pq import Format

    class Words(Dumper):
        format, oid = Format.BINARY, connection.adapters.types.get_oid("tsvector")

        def dump(self, obj: bytes) -> bytes:
            return obj

    class Json(Dumper):
        format, oid = Format.BINARY, connection.adapters.types.get_oid("jsonb")

        def dump(self, obj: bytes) -> bytes:
            return b"\x01" + obj  # the version of that form

    for each in (Words, Json):
        connection.adapters.register_dumper(None, each)


def copy_rows(connection: Connection, table: str, columns: str, rows: Iterable[Sequence[object]]) -> None:
    """Write rows into a table of `briefing`; `columns` are its names and types, as `id text, words tsvector`.

    They are asked for one by one: the server takes in the first while the next are still being made.
    """
    names, types = zip(*(each.split() for each in columns.split(", ")), strict=True)
    with (
        connection.cursor() as cursor,
        cursor.copy(
            f"copy briefing.{table} ({', '.join(names)}) from stdin (format binary)".encode()
        ) as copy,
    ):
        copy.set_types(types)
        for row in rows:
            copy.write_row(row)


def _refusal(address: str, error: psycopg.OperationalError) -> ArchiveError:
    """Return why a server lets nobody in; that it is away where it does not answer at all."""
    shown = shown_address(address)
    if not _is_there(address, error):
        return _away(address, error)
    if _NO_DATABASE.search(str(error)):
        return ArchiveError(f"{shown}: there is no such database; `createdb` makes one")
    hint = "; ~/.pgpass and PGPASSWORD are looked at" if _was_heard(error) else ""
    return ArchiveError(f"{shown}: lets nobody in ({_said(error)}){hint}")


def _away(address: str, error: psycopg.OperationalError) -> ArchiveAwayError:
    return ArchiveAwayError(f"{shown_address(address)}: does not answer ({_said(error)})")


def _is_there(address: str, error: psycopg.OperationalError) -> bool:
    """Ask a server that let nobody in whether it is there: no code came with that, and it says it in its own language."""
    from psycopg import pq
    from psycopg.conninfo import make_conninfo
    from psycopg.errors import ConnectionTimeout

    asked = make_conninfo(address, connect_timeout=_SECONDS).encode()
    return not isinstance(error, ConnectionTimeout) and pq.PGconn.ping(asked) == pq.Ping.OK


def _was_heard(error: psycopg.OperationalError) -> bool:
    """Tell whether a server came to ask for a password."""
    return bool(error.pgconn and (error.pgconn.needs_password or error.pgconn.used_password))


_GRANT = "whoever runs the server grants briefing_reader, briefing_annotator or briefing_curator"


@contextmanager
def speaking(address: str, cure: str = _GRANT) -> Iterator[None]:
    """Let what goes wrong with the database be `ArchiveError`; `cure` is told where one's role may not do it."""
    import psycopg

    try:
        yield
    except psycopg.errors.InsufficientPrivilege as error:
        raise ArchiveError(
            f"{shown_address(address)}: your role may not do this ({_said(error)}); {cure}"
        ) from None
    except psycopg.Error as error:
        code = error.sqlstate or ""
        lost = isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) and not code
        if lost or code[:2] in _AWAY or code == _BUSY:
            raise ArchiveAwayError(f"{shown_address(address)}: does not answer ({_said(error)})") from None
        raise ArchiveError(f"{shown_address(address)}: {_said(error)}") from None


def _said(error: Exception) -> str:
    return one_line(str(error).strip().partition("\n")[0]) or type(error).__name__


def without_password(address: str) -> str:
    """Return an address that may be kept. Raises `ArchiveError` where it is none."""
    from psycopg.conninfo import make_conninfo

    return make_conninfo(**_parts(address))


def shown_address(address: str) -> str:
    """Return an address as it is shown. Raises `ArchiveError` where it is none."""
    parts = _parts(address)
    user, port = parts.get("user"), parts.get("port")
    host = str(parts.get("host") or "localhost")
    name = parts.get("dbname") or user or ""
    return one_line(f"postgresql://{f'{user}@' if user else ''}{host}{f':{port}' if port else ''}/{name}")


def _parts(address: str) -> dict[str, Any]:
    """Return what an address says, but for passwords."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        parts = conninfo_to_dict(address)
    except (ProgrammingError, UnicodeError):
        # What libpq says of it may hold the password.
        raise ArchiveError(
            "that is no address of an archive: postgresql://USER@HOST/DATABASE, with what is odd in it as %XX"
        ) from None
    return {name: value for name, value in parts.items() if "password" not in name}
