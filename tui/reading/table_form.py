"""The form of a table in plain text: what stands between its cells, the names of its columns, and what it is of by these."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import islice

from tui.reading.field_names import bare_name, field_of, rank_of
from tui.reading.sample import Sample

DELIMITERS = ",\t;|"
LINES_ABOVE = 6
"""Lines among which the names of a table's columns begin."""
_LONGEST = 60  # characters of a column's name
# Names of columns that are a speaker's where one of words stands beside them.
_PERSONS = "person personne persona actor akteur acteur fullname politician official name nom nombre source имя".split()
_FIRST_NAMES = "firstname givenname forename vorname prénom nombre имя".split()
_SURNAMES = "surname lastname familyname nachname familienname nom apellido apellidos фамилия".split()


def delimiter_of(first: str) -> str:
    """Return what stands between the cells of a table with this first line (Excel may say it: "sep=;")."""
    if first.lower().startswith("sep=") and len(first) > 4:
        return first[4]
    return max(DELIMITERS, key=first.count)


def head_of(lines: Sequence[str]) -> tuple[int, list[str], str]:
    """Return how many lines stand above the names of a table's columns, these names, and what parts its cells.

    A title may stand above them, and names may go on over a line's end. Where no line names columns it is the first.
    """
    first = (0, *_names_in(lines)) if lines else (0, [], ",")
    heads = ((at, *_names_in(lines[at:])) for at in range(min(LINES_ABOVE, len(lines))))
    return next((head for head in heads if quote_columns(head[1]) or _of_articles(head[1])), first)


def _names_in(lines: Sequence[str]) -> tuple[list[str], str]:
    delimiter = delimiter_of(lines[0].strip())
    try:
        return next(csv.reader(iter(f"{each}\n" for each in lines), delimiter=delimiter), []), delimiter
    except csv.Error:
        return [], delimiter


def quote_columns(names: Sequence[str]) -> dict[str, str]:
    """Return the columns of a table of who said what, by the fields that they are of: {} for any other table.

    Speakers may be called persons, or stand in two columns, of which the second is "surname". Beside a speaker and an
    outlet "text" is what was said: without one it is a speech.
    """
    found: dict[str, str] = {}
    for name in sorted(filter(str.strip, names), key=rank_of):
        if field := field_of(name):
            found.setdefault(field, name)
    bare = {bare_name(name): name for name in reversed(names)}
    named = "speaker" in found
    if not named:
        surname = next((bare[each] for each in _SURNAMES if each in bare), "")
        person = next((bare[each] for each in (_FIRST_NAMES if surname else _PERSONS) if each in bare), "")
        outlet = found.get("outlet", "")
        if person == outlet:  # "Source" beside "Newspaper" is who said it
            others = (name for name in names if field_of(name) == "outlet" and name != person)
            outlet = next(others, "")
            person = person if outlet else ""
        if not person:
            return {}
        found |= {"speaker": person, **({"surname": surname} if surname else {})}
        found = {field: name for field, name in found.items() if name != person or field == "speaker"}
        found |= {"outlet": outlet} if outlet else {}
    if named and "words" not in found and "title" not in found and "outlet" in found:
        found["words"] = found.pop("text", "")
    return found if found.get("words") and not found.keys() & {"text", "html"} else {}


def _of_articles(names: Sequence[str]) -> bool:
    columns = set(map(field_of, names))
    return bool(columns & {"text", "html", "url"}) and len(columns - {""}) >= 2


def is_table(sample: Sample) -> bool:
    """Tell a table whose columns are named as those of articles are."""
    columns = {field_of(name) for name in header(sample)}
    summed_up = {"title", "abstract"} <= columns and bool(columns & {"author", "outlet", "published"})
    return (bool(columns & {"text", "html", "url"}) or summed_up) and (
        len(columns - {""}) >= 2 or sample.ending in (".csv", ".tsv")
    )


def is_quote_table(sample: Sample) -> bool:
    """Tell a table of who said what: a column of words, one of speakers, and none of texts."""
    return bool(quote_columns(header(sample)))


def header(sample: Sample) -> list[str]:
    """Return the names of the columns, [] for what is no table of several rows with names above."""
    if not sample.lines or sample.root or sample.looks_like_json:
        return []
    lines = sample.text.splitlines()
    named = sample.ending in (".csv", ".tsv")
    _, names, delimiter = head_of(lines if named else sample.lines)
    if any(len(name) > _LONGEST for name in names) or not (named or all(map(str.strip, names))):
        return []
    if len(names) < 2:
        return names if named and names and field_of(names[0]) else []
    return names if named or _fits(sample, len(names), delimiter) else []


def _fits(sample: Sample, width: int, delimiter: str) -> bool:
    """Tell whether the first rows have as many cells as the table has columns."""
    rows = csv.reader(iter(sample.text.splitlines(True)), delimiter=delimiter)
    try:
        found = [row for row in islice(rows, 6) if row]
    except csv.Error:
        return False
    # The last may be cut off where the sample ends.
    return len(found) > 1 and all(len(row) == width for row in (found[:-1] if len(found) > 2 else found))
