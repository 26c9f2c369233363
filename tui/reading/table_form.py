"""The form of a table in plain text: what stands between its cells, the names of its columns, and what it is of by these."""

from __future__ import annotations

import csv
from itertools import islice

from tui.reading.field_names import field_of
from tui.reading.sample import Sample

DELIMITERS = ",\t;|"
_LONGEST = 60  # characters of a column's name


def delimiter_of(first: str) -> str:
    """Return what stands between the cells of a table with this first line (Excel may say it: "sep=;")."""
    if first.lower().startswith("sep=") and len(first) > 4:
        return first[4]
    return max(DELIMITERS, key=first.count)


def is_table(sample: Sample) -> bool:
    """Tell a table whose columns are named as those of articles are."""
    columns = {field_of(name) for name in header(sample)}
    summed_up = {"title", "abstract"} <= columns and bool(columns & {"author", "outlet", "published"})
    return (bool(columns & {"text", "html", "url"}) or summed_up) and (
        len(columns - {""}) >= 2 or sample.ending in (".csv", ".tsv")
    )


def is_quote_table(sample: Sample) -> bool:
    """Tell a table of who said what: a column of words, one of speakers, and none of texts."""
    columns = {field_of(name) for name in header(sample)}
    return {"words", "speaker"} <= columns and not columns & {"text", "html"}


def header(sample: Sample) -> list[str]:
    """Return the names of the columns, [] for what is no table of several rows with names above."""
    if not sample.lines or sample.root or sample.looks_like_json:
        return []
    first = sample.lines[0]
    if first.lower().startswith("sep=") and len(sample.lines) > 1:
        first = sample.lines[1]
    names = _cells(first, delimiter_of(first))
    if any(not name.strip() or len(name) > _LONGEST for name in names):
        return []
    named = sample.ending in (".csv", ".tsv")
    if len(names) < 2:
        return names if named and field_of(first) else []
    return names if named or _fits(sample, len(names)) else []


def _fits(sample: Sample, width: int) -> bool:
    """Tell whether the first rows have as many cells as the table has columns."""
    rows = csv.reader(iter(sample.text.splitlines(True)), delimiter=delimiter_of(sample.lines[0]))
    try:
        found = [row for row in islice(rows, 6) if row]
    except csv.Error:
        return False
    # The last may be cut off where the sample ends.
    return len(found) > 1 and all(len(row) == width for row in (found[:-1] if len(found) > 2 else found))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
