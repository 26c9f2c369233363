"""`show --versions` and `show --diff`: what an article said before its outlet changed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tui.cli.output import counted, faint, json_line, line, strong
from tui.core.alignment.word_diff import Op, word_diff
from tui.core.model import Annotation, Article, Tag, Version
from tui.core.text import clean, one_line
from tui.exchange.json_records import Record
from tui.store.briefing import Briefing

Piece = tuple[Op, str]


def list_versions(briefing: Briefing, article: Article, *, as_json: bool) -> None:
    """Print the versions of an article, the newest first; the oldest is number 1."""
    for number, version in _numbered(briefing, article):
        words = len(version.text.split())
        if as_json:
            json_line(
                {
                    "article": article.id,
                    "number": number,
                    "headline": clean(version.headline),
                    "published": version.published,
                    "imported": version.imported,
                    "source": version.source,
                    "words": words,
                    "text": clean(version.text),
                }
            )
        else:
            day, size = day_of(version.imported) or "(undated)", counted(words, "word")
            line(f"{number}  imported {day}, {size}  {one_line(version.headline) or '(no headline)'}")


def print_diff(briefing: Briefing, article: Article, *, as_json: bool) -> None:
    """Print what changed from each version to the next, the newest change first."""
    versions = list(_numbered(briefing, article))
    if len(versions) < 2 and not as_json:
        line("There is only one version of this article.")
    for place, ((number, new), (_, old)) in enumerate(pairwise(versions)):
        headline, text = word_diff(old.headline, new.headline), word_diff(old.text, new.text)
        if as_json:
            json_line(
                {
                    "article": article.id,
                    "number": number,
                    "since": old.imported,
                    "headline": _records(headline),
                    "text": _records(text),
                }
            )
            continue
        if place:
            line()
        line(strong(f"Changed since {day_of(old.imported) or 'version ' + str(number - 1)}"))
        line("".join(map(_marked, headline)))
        line()
        for paragraph in _changed(text):
            line(paragraph)


def gone_records(gone: Iterable[Annotation], tags: Mapping[str, Tag]) -> list[Record]:
    """Return what was written on words that are gone: `id, words, motivation, value`."""
    found: list[Record] = []
    for each in gone:
        value = each.body.get("value", "")
        if each.motivation == "tagging":
            tag = tags.get(str(each.body["tag"]))
            value = tag.name if tag else ""
        found.append(
            {
                "id": each.target.id,
                "words": clean(each.target.words),
                "motivation": each.motivation,
                "value": clean(str(value)) if each.motivation != "bookmarking" else "",
            }
        )
    return found


def print_gone(gone: Sequence[Record]) -> None:
    """Print what was written on words that are gone, under a heading; nothing where there is none."""
    if not gone:
        return
    line()
    line(strong("Words gone from the text"))
    signs = {"tagging": "#", "commenting": "✎ ", "bookmarking": "★", "editing": "set to "}
    written: dict[str, list[str]] = {}
    for each in gone:
        value = f"{signs.get(each['motivation'], '')}{one_line(each['value'])}"
        written.setdefault(one_line(each["words"]), []).append(value)
    for words, values in written.items():
        line(f"“{words}”  {'  '.join(values)}" if words else "  ".join(values))


def day_of(moment: str) -> str:
    """Return the day of an ISO time."""
    return one_line(moment)[:10]


def _numbered(briefing: Briefing, article: Article) -> Iterator[tuple[int, Version]]:
    earlier = briefing.versions(article.id) if article.versions else ()
    now = Version(article.headline, article.text, article.published, article.source, article.imported)
    yield from zip(range(len(earlier) + 1, 0, -1), (now, *earlier), strict=True)


def _records(pieces: Iterable[Piece]) -> list[dict[str, str]]:
    return [{"op": op, "text": clean(text)} for op, text in pieces]


def _marked(piece: Piece) -> str:
    """Return a piece in marks that say by themselves what became of it, as other tools write them."""
    op, text = piece[0], clean(piece[1])
    if op == "equal" or not text:
        return text
    return faint(f"[-{text}-]") if op == "delete" else strong(f"{{+{text}+}}")


def _changed(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the paragraphs in which something changed; how many did not, between them."""
    same = 0
    for paragraph in _paragraphs(pieces):
        if all(op == "equal" for op, _ in paragraph):
            same += any(text.strip() for _, text in paragraph)
            continue
        if same:
            yield faint(f"({counted(same, 'paragraph')} as before)")
        same = 0
        yield "".join(map(_marked, paragraph))
    if same:
        yield faint(f"({counted(same, 'paragraph')} as before)")


def _paragraphs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    paragraph: list[Piece] = []
    for op, text in pieces:
        first, *rest = text.split("\n")
        paragraph.append((op, first))
        for part in rest:
            yield [piece for piece in paragraph if piece[1]]
            paragraph = [(op, part)]
    yield [piece for piece in paragraph if piece[1]]
