"""The reader in a browser: every tab a process of its own, and nothing answered to whoever has not the address.

textual-serve moves keys and cells; it asks nobody who they are and loads a font from elsewhere. Here every path begins
with a token, every request and socket must come from a page of ours, and the page loads nothing from another host.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import socket
from collections.abc import Awaitable, Callable
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote

from aiohttp import web
from textual_serve import download_manager
from textual_serve.server import Server

# Seconds for a piece of a download; after the four that are usual a busy machine would hand over half a file.
download_manager.DOWNLOAD_TIMEOUT = 120

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SCRIPT = """
(function () {
  var place = location.pathname.replace(/[^/]*$/, ""), open = window.open;
  var terminal = document.querySelector(".textual-terminal");
  terminal.dataset.sessionWebsocketUrl = location.origin.replace(/^http/, "ws") + place + "ws";
  new MutationObserver(function (_, itself) {
    if (document.body.classList.contains("-first-byte")) { itself.disconnect(); terminal.querySelector("textarea").focus(); }
  }).observe(document.body, { attributes: true });
  window.open = function (address, target) {
    if (!address) { return open.call(window); }
    var wanted = new URL(address, location.href);
    if (wanted.origin !== location.origin) { return open.call(window, address, target, "noopener,noreferrer"); }
    var link = document.createElement("a");
    link.href = place + wanted.pathname.slice(1);
    link.download = "";
    document.body.append(link);
    link.click();
    link.remove();
    return null;
  };
})();
"""
_HASH = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()
_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; script-src 'self' 'sha256-{_HASH}'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
        "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",  # the token stands in the address
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Where a browser may say that a request comes from: our page, the address line.
_OURS = ("same-origin", "none", "")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class BrowserServer(Server):
    """Serves one briefing. `command` is the shell command of the reader, which is started for every tab."""

    def __init__(self, command: str, title: str, host: str, port: int) -> None:
        """Take the port, 0 for any that is free. Raises OSError where it cannot be taken."""
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, port), family=family)
        port = self._socket.getsockname()[1]
        super().__init__(command, host=host, port=port, title=title)
        self.token = secrets.token_urlsafe(24)
        names = LOOPBACK if host in LOOPBACK else ()
        self._hosts = {f"{_bracketed(name)}:{port}" for name in names}

    @property
    def address(self) -> str:
        """Where the briefing is to be read."""
        return f"http://{_bracketed(self.host)}:{self.port}/{self.token}/"

    def run(self, started: Callable[[], None]) -> None:
        """Serve until Ctrl+C; `started` is called once it does."""
        web.run_app(
            self._make_app(),
            sock=self._socket,
            access_log=None,  # which would write the token down
            print=lambda *_: started(),
            shutdown_timeout=2.0,
        )

    async def _make_app(self) -> web.Application:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            if why := self.refusal(request):
                return web.Response(status=403, text=f"{why}\n", headers=_HEADERS)
            return await handler(request)

        async def seal(_: web.Request, response: web.StreamResponse) -> None:
            response.headers.update(_HEADERS)
            if named := response.headers.get("Content-Disposition", ""):
                name = quote(named.partition("filename=")[2])
                response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"

        app = web.Application(middlewares=[guard])
        app.on_response_prepare.append(seal)
        place = f"/{self.token}"
        app.add_routes(
            [
                web.get(f"{place}/", self._index),
                web.get(f"{place}/ws", self.handle_websocket),
                web.get(f"{place}/download/{{key}}", self.handle_download),
                web.static(f"{place}/static", self.statics_path),
            ]
        )
        return app

    def refusal(self, request: web.Request) -> str:
        """Return why a request is not answered, "" where it is."""
        token = request.path.split("/")[1]
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            return "This is not the address that `briefing-tui serve` printed."
        if self._hosts and request.host not in self._hosts:
            return "This server answers to its own machine alone."
        origin = request.headers.get("Origin")
        is_socket = request.headers.get("Upgrade", "").lower() == "websocket"
        if origin != f"http://{request.host}" and (is_socket or origin is not None):
            return "Another page asked for this."
        if request.headers.get("Sec-Fetch-Site", "") not in _OURS:
            return "Another page led here: copy the address into the address line."
        return ""

    async def _index(self, _: web.Request) -> web.Response:
        page = Template(Path(__file__).with_name("browser_page.html").read_text(encoding="utf-8"))
        text = page.substitute(title=escape(self.title), script=_SCRIPT)
        return web.Response(text=text, content_type="text/html")


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
