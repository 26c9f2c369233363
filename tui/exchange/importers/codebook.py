"""A codebook as a table: a row a tag, with its name and what may be known of it."""

from __future__ import annotations

import csv
import io
from collections import Counter

from tui.commands.codebook import color_of
from tui.core.text import clean, one_line
from tui.exchange.importers.model import AnnotationFile, AnnotationFileError, CodeDefinition
from tui.reading.encoding import BadSourceError, decode

_NAMES = ("name", "tag", "code", "codename", "tagname", "label")
_DESCRIPTIONS = ("description", "memo", "definition", "comment", "note")
_COLORS = ("color", "colour")
_PARENTS = ("parent", "category", "group")
# The columns of tables of quotes or of articles, which may have tags too.
_COUNTED = frozenset("quote quotetext quoteid content segment url link text fulltext body".split())
_MOST = 100_000


def is_codebook(head: bytes) -> bool:
    """Tell whether the beginning of a table is that of a codebook and not of something with tags in it."""
    try:
        columns = set(_columns(_lines(head.decode("utf-8-sig", "replace")).partition("\n")[0]))
    except csv.Error:
        return False
    return bool(columns & set(_NAMES)) and not columns & _COUNTED


def read(raw: bytes) -> AnnotationFile:
    """Return the codes of a table. Raises `AnnotationFileError`."""
    try:
        text = _lines(decode(raw).removeprefix("\ufeff"))
    except BadSourceError as error:
        raise AnnotationFileError(str(error)) from None
    head = text.split("\n", 1)[0]
    columns = _columns(head)
    if max(Counter(filter(None, columns)).values(), default=0) > 1:
        raise AnnotationFileError("a column is there twice")
    codes: dict[str, CodeDefinition] = {}
    try:
        for row in csv.reader(io.StringIO(text.partition("\n")[2]), delimiter=_delimiter(head), strict=True):
            if not any(cell.strip() for cell in row):
                continue
            code = _code(dict(zip(columns, row, strict=False)))
            if code.name in codes:
                raise AnnotationFileError(f"the tag “{code.name}” is in it twice")
            codes[code.name] = code
            if len(codes) > _MOST:
                raise AnnotationFileError("there are too many rows in it for a codebook")
    except csv.Error as error:
        raise AnnotationFileError(f"is no table ({error})") from None
    if not codes:
        raise AnnotationFileError("there is no tag in it")
    return AnnotationFile(codes=tuple(codes.values()))


def color(value: str) -> str:
    """Return a colour as #rrggbb, "" for what is none."""
    try:
        return color_of(value)
    except ValueError:
        return ""


def _columns(head: str) -> list[str]:
    row = next(csv.reader([head.strip("\r\ufeff")], delimiter=_delimiter(head)), [])
    return ["".join(letter for letter in name.casefold() if letter.isalpha()) for name in row]


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _delimiter(head: str) -> str:
    return max((",", ";", "\t"), key=head.count)


def _code(row: dict[str, str]) -> CodeDefinition:
    def first(names: tuple[str, ...]) -> str:
        # The apostrophe is ours and other careful programs': it keeps a cell from being a formula.
        found = next((row[name] for name in names if row.get(name, "").strip()), "")
        return found[1:] if found[:2] in ("'=", "'+", "'-", "'@") else found

    name, parent = one_line(first(_NAMES)), one_line(first(_PARENTS))
    if not name:
        raise AnnotationFileError("a row has no name")
    full = f"{parent}/{name}" if parent and not name.startswith(f"{parent}/") else name
    about = clean(first(_DESCRIPTIONS)).strip()
    return CodeDefinition(full, about, color(first(_COLORS)), sign=one_line(first(("sign",)))[:1])
