"""Text that was encoded twice: UTF-8 taken for Latin-1 or Windows-1252, and encoded anew ("â€œno deal,â€ he said")."""

from __future__ import annotations

import re
from functools import cache

# What tells such text: the first two bytes of “ ” ’ – … in UTF-8, as letters; no language has the two side by side.
_SIGNS = ("â\x80", "â€")
# Beside text that is right only what no language writes: “CAFÉ” and „Spaß“ hold what may be halves of other letters.
_ALONE = re.compile("â[€\x80].|Ã[\xa0-\xbf]")
_STRAY = 0.2  # letters outside ASCII that are no part of any, for one that is, where all was encoded twice
_LOST = {"\ufffd": 0x9D}  # Windows-1252 has no such letter, and what it is put for is the end of “”


def repaired(text: str) -> str:
    """Return `text` with what was encoded twice as it was meant; as it is where nothing in it was."""
    if not any(sign in text for sign in _SIGNS):
        return text
    rest = _outside_ascii(_pattern().sub("", text))
    whole = rest <= _STRAY * (_outside_ascii(text) - rest)
    return (_pattern() if whole else _ALONE).sub(_decoded, text)


def _outside_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _decoded(match: re.Match[str]) -> str:
    try:
        return bytes(map(_bytes().__getitem__, match[0])).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return match[0]


@cache
def _bytes() -> dict[str, int]:
    """Return what byte each letter was taken for."""
    found = {chr(byte): byte for byte in range(0x80, 0x100)}
    return found | {bytes([byte]).decode("cp1252", "replace"): byte for byte in range(0x80, 0xA0)} | _LOST


@cache
def _pattern() -> re.Pattern[str]:
    """Return what the bytes of a letter outside ASCII look like, two to four of them."""
    later = "".join(re.escape(letter) for letter, byte in _bytes().items() if byte < 0xC0)
    return re.compile(f"[Â-ß][{later}]|[à-ï][{later}]{{2}}|[ð-ô][{later}]{{3}}")
