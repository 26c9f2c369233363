"""A web server on this machine, for tests: pages as they are told to be, good ones and bad ones."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Answers by path; `asked` are the paths asked for with their headers, in order."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.ended = threading.Event()  # what drips or waits ends with it
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                answer = server.answers.get(self.path, status(404))
                try:
                    answer(self)
                except OSError:  # whoever asked has had enough
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._http.handle_error = lambda *_: None  # type: ignore[method-assign]  # who asked went away
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def paths(self) -> list[str]:
        """The paths asked for so far."""
        return [path for path, _ in self.asked]

    @contextmanager
    def running(self) -> Iterator[Server]:
        thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        thread.start()
        try:
            yield self
        finally:
            self.ended.set()
            self._http.shutdown()
            self._http.server_close()


def body(raw: bytes | str, mime: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    """A page that is there."""
    given = raw.encode() if isinstance(raw, str) else raw

    def answer(to: BaseHTTPRequestHandler) -> None:
        to.send_response(200)
        if mime:
            to.send_header("Content-Type", mime)
        to.send_header("Content-Length", str(len(given)))
        for name, value in headers.items():
            to.send_header(name.replace("_", "-"), value)
        to.end_headers()
        to.wfile.write(given)

    return answer


def status(code: int, **headers: str) -> Answer:
    """A page that is not, or lies elsewhere."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        to.send_response(code)
        for name, value in headers.items():
            to.send_header(name.replace("_", "-"), value)
        to.send_header("Content-Length", "0")
        to.end_headers()

    return answer


def drip(server: Server, *, headers: bool = True, seconds: float = 0.05) -> Answer:
    """A page that comes a byte at a time; without `headers` these do too."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        if headers:
            to.send_response(200)
            to.send_header("Content-Length", "1000000")
            to.end_headers()
        while not server.ended.wait(seconds):
            to.wfile.write(b"x")
            to.wfile.flush()

    return answer


def endless(size: int, mime: str = "text/html") -> Answer:
    """A page of `size` bytes that does not say how large it is."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        to.send_response(200)
        to.send_header("Content-Type", mime)
        to.send_header("Connection", "close")
        to.end_headers()
        for _ in range(size >> 16):
            to.wfile.write(b"x" * (1 << 16))
        to.close_connection = True

    return answer


def silence(server: Server) -> Answer:
    """A server that takes the question and never answers."""

    def answer(_: BaseHTTPRequestHandler) -> None:
        server.ended.wait(30)

    return answer


def cut(raw: bytes, at: int, *, says: int = 0) -> Answer:
    """A page whose connection breaks off after `at` bytes; it says it has them all, or as many as `says`."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        to.send_response(200)
        to.send_header("Content-Length", str(says or len(raw)))
        to.end_headers()
        to.wfile.write(raw[:at])
        to.close_connection = True

    return answer
