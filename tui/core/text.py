"""The one door for text from outside.

Textual hands control bytes in a string straight to the terminal, so a headline could write to the
clipboard or turn the text around. Everything that was not written in this program passes `clean()`
before it is stored, shown or printed; every offset in the store refers to what `clean()` returned.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_BREAKS = ("\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""A sign of a script that puts no spaces between words."""
_SEPARATORS = "\x1c\x1d\x1e\x1f"  # go without a trace, though to `str.split` they are blanks
_ASCII = bytes(range(128))
_FEW = 20  # letters that are sooner looked for one by one than all at once
_PRINTED = b"\t\n" + bytes(range(32, 127))
_BLANKS = bytes(each if each > 127 or chr(each).isalnum() else 32 for each in range(256))


def clean(text: str) -> str:
    """Return `text` without anything that could act on a terminal.

    Line breaks of every kind become a newline and letters are composed (NFC). Text that is clean
    already comes out unchanged, the same object, so cleaning twice is harmless and takes no room.
    """
    if text.isascii() and text.isprintable():
        return text
    found = (
        text.replace("\r\n", "\n") if "\r" in text else text
    )  # two letters take forty times as long to look for
    for mark in _BREAKS:  # plain replacing takes a tenth of what an expression does
        found = found.replace(mark, "\n")
    # What acts is looked for among the letters there are: of all of a text an expression takes ten times as long.
    further = "".join(_letters_beyond(_PRINTED, found))
    acting = () if further.isprintable() else _foreign().findall(further)
    if len(acting) > _FEW:
        found = _foreign().sub("", found)
    for letter in acting:
        found = found.replace(letter, "")
    # Of letters below U+0300 none is ever composed anew, nor of the usual marks.
    if not all(letter < "\u0300" or "\u2002" <= letter <= "\u20cf" for letter in further):
        found = unicodedata.normalize("NFC", found)
    return text if found == text else found


@cache
def _foreign() -> re.Pattern[str]:
    """Compile it for the first line that has such letters: it takes longer than the rest of this file at each start.

    C0 but tab and newline, DEL, C1, bidi controls and isolates, BOM, tag characters, annotation anchors, surrogates and
    noncharacters. ZWJ and ZWNJ stay: they are spelling in several scripts.
    """
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f\ufeff"
        "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
    )


def opening(text: str, most: int = 72) -> str:
    """Return the first words of a text on one line, `most` characters or fewer, with an ellipsis where more follow."""
    line = one_line(text[: 4 * most])
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0].rstrip(' ,;:–—-')}…"


def one_line(text: str) -> str:
    """Return cleaned `text` on a single line, runs of white space folded to one space."""
    line = " ".join(text.split())
    # As most are: nothing in it acts, and what breaks lines is a blank.
    if line.isprintable() and (line == text or not any(map(text.__contains__, _SEPARATORS))):
        return line if line.isascii() else unicodedata.normalize("NFC", line)
    return " ".join(clean(text).split())


def fold(name: str) -> str:
    """Return what two spellings of one name share: no case, no accents, blanks counted once."""
    return fold_case(one_line(name))


def pluralize(number: object, noun: str) -> str:
    """Return ``1 quote``, ``2 quotes``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


# Letters that are a plain one with a stroke or two in one, though Unicode takes none of them apart.
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}


def fold_case(text: str) -> str:
    """Return what two spellings of one word share: no accents, no case.

    Letter by letter, so that the folded text is the folded letters one after the other.
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text).casefold()
    for letter in _letters_beyond(_ASCII, text):
        if letter in _PLAIN or (letter >= "\u0300" and unicodedata.combining(letter)):
            text = text.replace(letter, _PLAIN.get(letter, ""))
    return text


def words_in(text: str) -> list[str]:
    """Return the runs of letters and figures of a text, in order, as they stand in it."""
    return _blanked(text).decode().split()


def encoded_words(text: str) -> list[bytes]:
    """As `words_in`, in UTF-8."""
    return _blanked(text).split()


def _blanked(text: str) -> bytes:
    for each in () if text.isascii() else _letters_beyond(_ASCII, text):
        if not each.isalnum():
            text = text.replace(each, " ")
    # Half of what an expression takes: all but ASCII is of words now.
    return text.encode().translate(_BLANKS)


def _letters_beyond(usual: bytes, text: str) -> set[str]:
    """Return the characters of a text but for the `usual` ones of ASCII, each once: few, and to look at all takes long."""
    return set(text.encode("utf-8", "surrogatepass").translate(None, usual).decode("utf-8", "surrogatepass"))
