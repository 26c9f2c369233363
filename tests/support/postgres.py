"""A PostgreSQL server of one's own, on this machine and thrown away: started, killed, and followed by a replica."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.dask_cluster import until

_PLACES = (
    *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True),
    *Path("/usr/local").glob("pgsql/bin"),
)


POOLER = next(
    (each for each in ("/usr/sbin/pgbouncer", shutil.which("pgbouncer")) if each and Path(each).exists()), ""
)


_SETTINGS = (
    "listen_addresses=127.0.0.1",
    "wal_level=replica",
    "max_wal_senders=4",
    "hot_standby=on",
    "shared_buffers=512MB",
    "max_wal_size=4GB",
)


def _program(name: str) -> str:
    found = next((str(place / name) for place in _PLACES if (place / name).exists()), shutil.which(name))
    return found or ""


def missing() -> str:
    """Return why no server can be had here, "" where it can."""
    if not all(map(_program, ("initdb", "postgres", "pg_basebackup"))):
        return "PostgreSQL is not installed"
    return ""


def _as_nobody() -> list[str]:
    """Return what a command begins with: the server does not run as root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Server:
    """A server; `address()` is that of a database of it. Its superuser is `owner`, with a password.

    One that is not `synced` outlives its own end, and not the machine's: it does not wait for the disk.
    """

    def __init__(self, folder: Path, data: Path | None = None, *, synced: bool = True) -> None:
        self._settings = (*_SETTINGS, f"fsync={'on' if synced else 'off'}")
        self.folder = folder
        self.data = data or folder / "data"
        self.port = free_port()
        folder.mkdir(parents=True, exist_ok=True)
        if data is None:
            (folder / "secret").write_text("s3cret%word\n")
            self._own(folder)
            self._run(
                "initdb",
                "-D",
                self.data,
                "-U",
                "owner",
                "--pwfile",
                folder / "secret",
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--no-sync",
                "--locale=C.UTF-8",
            )
        self.start()

    def _own(self, folder: Path) -> None:
        if os.geteuid() == 0:
            for path in (folder, *folder.rglob("*")):
                shutil.chown(path, "nobody", "nogroup")

    def _run(self, name: str, *words: object) -> None:
        told = subprocess.run(
            [*_as_nobody(), _program(name), *map(str, words)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PGPASSWORD": "s3cret%word"},
            cwd=self.folder,
        )
        assert told.returncode == 0, told.stderr

    def start(self) -> None:
        place = ("-D", self.data, "-p", str(self.port), "-k", self.folder)
        settings = (word for setting in self._settings for word in ("-c", setting))
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*_as_nobody(), _program("postgres"), *place, *settings],
                stdout=log,
                stderr=log,
                cwd=self.folder,
            )
        until(self._answers)

    def _answers(self) -> bool:
        import psycopg

        assert self._process.poll() is None, (self.folder / "log").read_text()[-2000:]
        try:
            psycopg.connect(self.address("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def kill(self) -> None:
        """End all of it at once, as a loss of power would."""
        children = subprocess.run(
            ["pgrep", "-P", str(self._process.pid)], capture_output=True, text=True, check=False
        ).stdout.split()
        for each in (self._process.pid, *map(int, children)):
            try:
                os.kill(each, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self._process.wait()
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def end(self) -> None:
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()

    def address(self, database: str, user: str = "owner", *, password: bool = True) -> str:
        secret = ":s3cret%25word" if password else ""
        return f"postgresql://{user}{secret}@127.0.0.1:{self.port}/{database}"

    def ask(self, database: str, *queries: str) -> list[tuple[object, ...]]:
        """Carry queries out, each for itself; return what the last one finds."""
        import psycopg

        with psycopg.connect(self.address(database), autocommit=True) as connection:
            found: list[tuple[object, ...]] = []
            for query in queries:
                cursor = connection.execute(query.encode())
                found = cursor.fetchall() if cursor.description else []
            return found

    @contextmanager
    def replica(self) -> Iterator[Server]:
        """Give a server that follows this one, and may only be read."""
        folder = self.folder / f"replica-{time.monotonic_ns()}"
        folder.mkdir()
        self._own(folder)
        url = self.address("postgres")
        self._run("pg_basebackup", "-d", url, "-D", folder / "data", "-R", "--checkpoint=fast", "--no-sync")
        follower = Server(folder, folder / "data", synced=False)
        try:
            yield follower
        finally:
            follower.kill()


@contextmanager
def pooled(server: Server) -> Iterator[str]:
    """Give the address of a server behind pgbouncer, where each transaction may have another connection."""
    port, folder = free_port(), server.folder
    (folder / "users").write_text('"owner" "s3cret%word"\n')
    (folder / "pgbouncer.ini").write_text(
        f"[databases]\n* = host=127.0.0.1 port={server.port} user=owner password=s3cret%word\n[pgbouncer]\n"
        f"listen_port = {port}\nlisten_addr = 127.0.0.1\nunix_socket_dir =\nauth_type = plain\n"
        f"auth_file = {folder}/users\npool_mode = transaction\ndefault_pool_size = 2\n"
    )
    server._own(folder)
    with (folder / "pooler").open("wb") as log:
        program = [*_as_nobody(), POOLER, str(folder / "pgbouncer.ini")]
        process = subprocess.Popen(program, stdout=log, stderr=log)
    try:
        until(lambda: b"process up" in (folder / "pooler").read_bytes())
        yield f"postgresql://owner:s3cret%25word@127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


@contextmanager
def kept(*, synced: bool = False) -> Iterator[Server]:
    """Give a server in a folder that its own user may enter, unlike those of pytest; it is thrown away in the end."""
    with TemporaryDirectory(prefix="archive") as folder:
        Path(folder).chmod(0o755)
        server = Server(Path(folder) / "server", synced=synced)
        try:
            yield server
        finally:
            server.kill()


@contextmanager
def started(folder: Path) -> Iterator[Server]:
    """Give a server that lives in a folder, the one that is there or a new one, and end it."""
    data = folder / "data"
    server = Server(folder, data if (data / "PG_VERSION").exists() else None)
    try:
        yield server
    finally:
        server.end()
