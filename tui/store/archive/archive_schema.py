"""The tables of an archive, and how they came to be: numbered files of SQL, each applied once."""

from __future__ import annotations

from importlib import resources

from tui.store.archive.connection import ArchiveError, Connection


def migrations() -> dict[int, str]:
    """Return the SQL of each version."""
    folder = resources.files("tui.store.archive") / "migrations"
    return {
        int(each.name.removesuffix(".sql")): each.read_text("utf-8")
        for each in sorted(folder.iterdir(), key=lambda each: each.name)
        if each.name.endswith(".sql")
    }


def version_of(connection: Connection) -> int:
    """Return the version of the tables that are there, 0 for none."""
    (there,) = connection.execute("select to_regclass('briefing.migration') is not null").fetchone() or (
        False,
    )
    if not there:
        return 0
    found = connection.execute("select max(version) from briefing.migration").fetchone()
    return int(found[0] or 0) if found else 0


def migrate(connection: Connection) -> tuple[int, int]:
    """Apply what is missing; return the version before and after. Raises `ArchiveError` for a newer one."""
    known = migrations()
    with connection.transaction():
        connection.execute("select pg_advisory_xact_lock(hashtext('briefing-tui migration'))")
        before = version_of(connection)
        check_version(before)
        for version, sql in known.items():
            if version > before:
                connection.execute(sql.encode())
                connection.execute("insert into briefing.migration (version) values (%s)", (version,))
        if not _has_roles(connection):
            connection.execute((resources.files("tui.store.archive") / "roles.sql").read_bytes())
    return before, max(known)


def _has_roles(connection: Connection) -> bool:
    """Tell whether the roles are there, and may do what they are for: a dump that is put back knows nothing of them."""
    (there,) = connection.execute(
        "select count(*) = 3 from pg_roles where rolname in ('briefing_reader', 'briefing_annotator', 'briefing_curator')"
    ).fetchone() or (False,)
    if not there:
        return False
    found = connection.execute(
        "select has_table_privilege('briefing_reader', 'briefing.step', 'select')"
        " and has_table_privilege('briefing_annotator', 'briefing.put', 'insert')"
        " and has_table_privilege('briefing_curator', 'briefing.article', 'insert')"
        " and has_table_privilege('briefing_curator', 'briefing.task', 'insert')"
    ).fetchone()
    return bool(found and found[0])


def check_version(version: int) -> None:
    """Raise `ArchiveError` for tables of a newer version than is known here."""
    if version > max(migrations()):
        raise ArchiveError(
            f"the archive is of version {version}, made by a newer briefing-tui; install that here, too"
        )
