"""The beginning of a file, in the forms in which its kind is looked for."""

from __future__ import annotations

import json
import os
import re
from functools import cached_property
from io import BytesIO
from typing import Any, BinaryIO

_START = 65536
# The root element, past the declaration, comments and a document type; what was passed is not tried another way, which
# would take a time that doubles with each comment.
_ROOT = re.compile(
    r"\s*+(?:(?><\?[^>]{0,500}>|<!--.{0,20000}?-->|<!doctype[^>\[]{0,500}+(?:\[.{0,20000}?\]\s*+)?>)\s*+)*+"
    r"<(?:\w+:)?([a-z][\w-]*)",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(r'(?:\[\s*)*(?:\{\s*"(?:[^"\\]|\\.){0,200}"\s*:|\[\s*"(?:[^"\\]|\\.){0,2000}"\s*[,\]])')
_BLANK = b"\xef\xbb\xbf \t\r\n"


class Sample:
    """A file to be told: `name` as it was given, `raw` its bytes or, where it is large, its first ones.

    `file` is then the open file, for what stands at its end.
    """

    def __init__(self, name: str, raw: bytes, file: BinaryIO | None = None) -> None:
        self.raw = raw
        self.ending = os.path.splitext(name.lower().removesuffix(".gz"))[1]  # noqa: PTH122
        self.cut = file is not None
        self._file = file

    @property
    def is_longer(self) -> bool:
        """Whether the file goes on behind `text`."""
        return self.cut or len(self.raw) > _START

    @cached_property
    def text(self) -> str:
        """The first 64 KB as text, bytes that are none replaced; without blanks before it."""
        start = self.raw[:_START]
        if start.startswith((b"\xff\xfe", b"\xfe\xff")):
            return start.decode("utf-16", "replace").lstrip("\ufeff \t\r\n").replace("\r\n", "\n")
        return start.lstrip(_BLANK).decode("utf-8", "replace").replace("\r\n", "\n")

    @cached_property
    def lines(self) -> list[str]:
        """The lines of `text` that are not blank."""
        return [line for line in self.text.split("\n") if line.strip()]

    @cached_property
    def root(self) -> str:
        """The name of the root element in small letters, "" where there is none."""
        found = _ROOT.match(self.text) if self.text.startswith("<") else None
        return found[1].lower() if found else ""

    @cached_property
    def looks_like_json(self) -> bool:
        """Whether it begins as JSON does and words seldom do."""
        return bool(_JSON.match(self.text))

    @cached_property
    def json(self) -> Any:
        """The value of a file that is JSON, None where it is none."""
        if not self.looks_like_json:
            return None
        try:
            return json.loads(self.raw.lstrip(_BLANK))
        except (ValueError, RecursionError):
            return None

    @cached_property
    def zipped(self) -> frozenset[str]:
        """The names in a zip file; none where it is no such file, or a broken one."""
        if not self.raw.startswith(b"PK\x03\x04"):
            return frozenset()
        import zipfile

        try:
            with zipfile.ZipFile(self._file or BytesIO(self.raw)) as archive:
                return frozenset(archive.namelist())
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return frozenset()
