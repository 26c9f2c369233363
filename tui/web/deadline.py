"""An eye on one fetch: how long it takes, and with whom it speaks."""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

from tui.web.errors import WebError

_IPV4_AT_THE_END = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "::/96")))
_LOCAL = tuple(map(ipaddress.IPv6Network, ("64:ff9b:1::/48", "fec0::/10")))
"""What no list of the library has: translation within a network, and what was once private."""


def is_local(peer: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Tell whether an address is of this machine or its own network, also one that stands within an IPv6 address."""
    if isinstance(peer, ipaddress.IPv6Address):
        ends = any(peer in each for each in _IPV4_AT_THE_END)
        inner = ipaddress.IPv4Address(int(peer) & 0xFFFFFFFF) if ends else peer.ipv4_mapped or peer.sixtofour
        if inner is not None:
            return is_local(inner)
        if any(peer in each for each in _LOCAL):
            return True
    return not peer.is_global or peer.is_multicast


class RequestGuard:
    """Ends a fetch at its deadline, wherever it hangs: a server may send its headers byte by byte too."""

    def __init__(self, seconds: float, others: set[RequestGuard], strange: bool) -> None:
        self.late = False
        self.local = False
        self._strange = strange
        self._others = others
        self._sockets: list[Any] = []
        self._end = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True

    def __enter__(self) -> RequestGuard:
        self._others.add(self)
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._others.discard(self)

    def trace(self, name: str, info: Mapping[str, Any]) -> None:
        """Note the connections a request makes."""
        if name.endswith(("connect_tcp.complete", "start_tls.complete")):
            found = info["return_value"].get_extra_info("socket")
            if found is not None:
                self._sockets.append(found)
                if name.endswith("connect_tcp.complete"):
                    self._met(found)
            if self.late:
                self.cut()

    def _met(self, connection: socket.socket) -> None:
        """Note with whom a connection was made, before anything is asked."""
        from urllib.request import getproxies

        try:
            peer = ipaddress.ip_address(str(connection.getpeername()[0]).partition("%")[0])
        except (OSError, ValueError, IndexError):
            return
        self.local = is_local(peer)
        # Behind a proxy every peer is the proxy.
        if self.local and self._strange and not {"http", "https", "all"} & set(getproxies()):
            raise WebError("leads into the local network, where a page of the web may not")
        self._strange = not self.local

    def kept(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Yield `chunks` as long as there is time."""
        for chunk in chunks:
            if self.late or time.monotonic() > self._end:
                self.late = True
                raise TimeoutError
            yield chunk

    def cut(self) -> None:
        """Break the connections off."""
        for each in self._sockets:
            try:
                each.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def _expire(self) -> None:
        self.late = True
        self.cut()
