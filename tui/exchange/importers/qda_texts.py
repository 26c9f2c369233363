"""The texts of a REFI-QDA project, and how much is written in it."""

from __future__ import annotations

import zipfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from tui.core.text import clean, one_line
from tui.exchange.importers import safe_xml
from tui.exchange.importers.model import AnnotationFileError
from tui.exchange.importers.safe_zip import bytes_of
from tui.reading.encoding import BadSourceError, decode

_TEXT_BYTES = 50_000_000
# One text or note may be referred to from many places; this many letters they may come to in all.
_LETTERS = 400_000_000


@dataclass
class ProjectTexts:
    """The texts in a project's archive, by name; there is no archive where the project stands alone."""

    archive: zipfile.ZipFile | None
    inside: dict[str, zipfile.ZipInfo]
    letters: int = 0

    def spent(self, text: str) -> str:
        """Return a text, and count it. Raises `AnnotationFileError` where they come to more than any project has."""
        self.letters += len(text)
        if self.letters > _LETTERS:
            raise AnnotationFileError("its texts and notes come to very much more than it holds")
        return text

    def words(self, source: Any) -> str:
        """Return the text of a source or a note. Raises `BadSourceError`."""
        inline = safe_xml.child(source, "PlainTextContent")
        if inline is not None:
            return self.spent("".join(inline.itertext()))
        path = (source.get("plainTextPath") or "").strip()
        if not path:
            raise BadSourceError("it has no text")
        name = path.removeprefix("internal://").removeprefix("/").casefold()
        info = self.inside.get(f"sources/{name}") or self.inside.get(name)
        if not path.startswith("internal://") or info is None or self.archive is None:
            raise BadSourceError(f"its text is not in it ({one_line(path)[:80]})")
        data = bytes_of(self.archive, info, _TEXT_BYTES)
        try:
            # As it is: positions count its letters, line ends of every kind among them.
            return self.spent(data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            pass
        try:
            return self.spent(decode(data))
        except BadSourceError as error:
            raise BadSourceError(f"its text {error}") from None


class CleanPlaces:
    """Where the letters of a text stand once it is clean: line by line, so that many places cost no more than few."""

    def __init__(self, raw: str) -> None:
        self._raw, self._is_clean = raw, clean(raw) == raw
        lines = [] if self._is_clean else [f"{each}\n" for each in raw.split("\n")]
        self._starts = list(accumulate(map(len, lines), initial=0))
        self._clean = list(accumulate((len(clean(line)) for line in lines), initial=0))

    def at(self, position: int) -> int:
        """Return where a place of the text as it was is in the text as `clean` returns it."""
        if self._is_clean:
            return position
        line = bisect_right(self._starts, position) - 1
        return self._clean[line] + len(clean(self._raw[self._starts[line] : position]))


def fault_of(raw: str, start: int | None, end: int | None) -> str:
    """Return what is wrong with a place in a text, "" for nothing."""
    if start is None or end is None:
        return "that has no position in it"
    if end > len(raw):
        return f"that ends at {end}, past its text ({len(raw)})"
    if start > end:
        return f"that ends at {end}, before its start ({start})"
    return "" if raw[start:end].strip() else f"of no words at {start}"


def written_in(
    root: Any, cases: Container[str], quotes: Container[str], repeats: Container[str]
) -> Counter[str]:
    """Return how many taggings and notes a project refers to, on whatever.

    What is coded with one of the `cases` is no tagging, a note that is one of the `quotes` is none; and what stands on
    one of the `repeats`, which are further parts of a quote, stands on its first. All are ids.
    """
    held: Counter[str] = Counter()
    for node in root.iter():
        above = node.getparent()
        if above is None or safe_xml.guid(above.get("guid")) in repeats:
            continue
        match safe_xml.name(node):
            case "Coding":
                held["tagging"] += safe_xml.target(safe_xml.child(node, "CodeRef")) not in cases
            case "MemberCode":
                held["tagging"] += 1
            case "NoteRef" | "MemberNote" if safe_xml.name(above) != "Code":
                held["note"] += safe_xml.target(node) not in quotes
    return held
