"""Text that was encoded twice: UTF-8 taken for Latin-1 or Windows-1252, and encoded anew ("â€œno deal,â€ he said")."""

from __future__ import annotations

# What tells such text: the first two bytes of “ ” ’ – … in UTF-8, as letters; no language has the two side by side.
_SIGNS = ("â\x80", "â€")
# Windows-1252 has no letter for the last byte of ”, and what stands in its place is nothing else.
_LOST, _MEANT = "â€\ufffd", "â€\x9d"


def repaired(text: str) -> str:
    """Return `text` with what was encoded twice as it was meant; as it is where nothing in it was."""
    if _SIGNS[0][0] not in text or not any(sign in text for sign in _SIGNS):  # one letter is soon looked for
        return text
    from ftfy import fix_encoding

    meant: str = fix_encoding(text.replace(_LOST, _MEANT))
    return meant
