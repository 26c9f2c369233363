"""What goes wrong on the way to a page, in words for a reader."""

from __future__ import annotations

import socket

from tui.core.text import one_line

NO_ADDRESS = "is no address of a web page (http or https)"
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_REASONS = {
    401: "asks for a password (401); open it in a browser, save the page and import that",
    402: "asks to be paid (402); open it in a browser, save the page and import that",
    403: "may not be read (403); open it in a browser, save the page and import that",
    404: "is not there (404); check the address",
    410: "was taken down (410)",
    429: "asks for patience (429); try again later",
    451: "is withheld for legal reasons (451)",
}


class WebError(ValueError):
    """What went wrong with an address, half a sentence. `passing` where it may go well the next time."""

    def __init__(self, message: str, *, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing


def refused(status: int) -> WebError:
    """Return what a status of HTTP that is no success means to a reader."""
    reason = _REASONS.get(status)
    if reason is None and status >= 500:
        reason = f"is broken at the server’s end ({status}); try again later"
    return WebError(reason or f"was refused by the server ({status})", passing=status in _PASSING)


def explained(error: Exception) -> WebError:
    """Return what a library's error means to a reader."""
    import ssl

    import httpx

    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and len(chain) < 10:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    if any(isinstance(each, socket.gaierror) for each in chain):
        return WebError("has a host that cannot be found; check the address and the connection", passing=True)
    for each in chain:
        if isinstance(each, ssl.SSLCertVerificationError):
            return WebError(f"has a certificate that cannot be trusted ({one_line(each.verify_message)})")
    if any(isinstance(each, ssl.SSLError) for each in chain):
        return WebError("cannot be reached safely (TLS failed)")
    if isinstance(error, httpx.ConnectTimeout):
        return WebError("does not answer; try again later", passing=True)
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return WebError("stopped answering; try again later", passing=True)
    if isinstance(error, httpx.ConnectError):
        return WebError("cannot be reached (the connection was refused)", passing=True)
    if isinstance(error, httpx.RemoteProtocolError) and "complete" in str(error):
        return WebError("broke off in the middle; try again", passing=True)
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | UnicodeError):
        return WebError(NO_ADDRESS)
    if isinstance(error, httpx.HTTPError):
        return WebError(f"cannot be fetched ({one_line(str(error)) or type(error).__name__})", passing=True)
    return WebError(f"cannot be fetched ({type(error).__name__})")
