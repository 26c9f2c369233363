"""How well the project's own gold is read: `benchmarks/gold/`, whose README says what is labelled and how.

    python -m benchmarks.own_gold [development|scored] [--misses] [--files PATTERN...]

`--files 'offices-1?' pronouns-16` restricts the count to those files, as for the first run of a new round.

Every passage is read as an import would (HTML by the HTML reader), with marked and unmarked speech. For
each labelled quote:

found    at least half of its words lie in records of the engine
right    at least half of its words lie in records with the right speaker: the same name as `speaker` or
         one of `also` after folding case, accents, 's and a leading article; several are compared as a set
sure     of those not right, any record on the quote that names another speaker with a confidence of .75
         or more; also such a record on words that nobody says (`scare`)
?        of all that is wrong, the share whose records all bear a `?` (confidence below SURE_ENOUGH)

A quote that was not found, or has no speaker, is not right, but is not wrong either: "wrong" is a record with
another speaker, or one with a speaker on scare words. "beside" counts records on words that bear no label;
they are minded in neither way, as are polarity and chain as long as records have none.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from dataclasses import dataclass, field

from tests.support.own_gold import Passage, Quote, parts, passages
from tui.core.model import SURE_ENOUGH
from tui.reading.encoding import BadSourceError
from tui.reading.read import read
from tui.reading.result import QuoteSpan
from tui.reading.source_kind import SourceKind
from tui.reading.sources import Source

SURE = 0.75
_ARTICLES = re.compile(r"^(the|a|an|le|la|les|l['’]|der|die|das|el|los|las) ?\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,| and | & |;|\+| et | und | y | и )\s*(?:and )?")


@dataclass
class Tally:
    """What was counted over the quotes of one kind."""

    quotes: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    sure: int = 0
    doubted: int = 0
    scare: int = 0
    beside: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count in what another tally counted."""
        for name in ("quotes", "found", "right", "wrong", "sure", "doubted", "scare", "beside"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def fold(name: str) -> str:
    """Return a name without case, accents, the possessive and a leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    plain = re.sub(r"'s\b", "", plain.replace("’", "'")).replace("-", " ")
    return _ARTICLES.sub("", " ".join(plain.split())).strip()


def accepted(quote: Quote) -> list[set[str]]:
    """Return the speakers that are right for a quote, each a set of folded names."""
    first = quote["speakers"] if "speakers" in quote else [quote["speaker"]]
    others = [name.split(" + ") for name in quote.get("also", ())]
    return [{fold(name) for name in names if name} for names in (first, *others)]


def is_right(span: QuoteSpan, quote: Quote) -> bool:
    """Tell whether a record has the speaker, or all the speakers, of a labelled quote."""
    named = span.entity or span.speaker_text
    several = tuple(getattr(span, "speakers", ())) or tuple(_AND.split(named))
    said = [{fold(named)} - {""}, {fold(name) for name in several if name}]
    return any(right in said for right in accepted(quote))


def names_another(span: QuoteSpan, quote: Quote) -> bool:
    """Tell whether a record gives a labelled quote to somebody who did not say it."""
    return bool(span.entity or span.speaker_text) and not is_right(span, quote)


def places(text: str, quotes: list[Quote]) -> list[set[int]]:
    """Return where in a text the words of each quote lie, as offsets of their letters and digits.

    A reader of HTML changes white space, and may leave a passage out: what is not there is an empty set.
    """
    found: list[set[int]] = []
    cursor = 0
    for quote in quotes:
        letters: set[int] = set()
        for part in parts(quote):
            pattern = re.compile(r"\s+".join(map(re.escape, part.split())))
            if at := pattern.search(text, cursor) or pattern.search(text):
                letters |= {n for n in range(*at.span()) if text[n].isalnum()}
                cursor = at.end()
        found.append(letters)
    return found


def source_of(passage: Passage) -> Source:
    """Return a passage as what is imported."""
    kind: SourceKind = "html" if passage["format"] == "html" else "article"
    return Source(passage["id"], passage["text"].encode(), kind)


def read_passage(passage: Passage) -> tuple[str, list[QuoteSpan]]:
    """Return the text that the engine makes of a passage, and its records."""
    try:
        reading = read(source_of(passage), spans="all")
    except BadSourceError:
        return "", []
    return reading.text, list(reading.quotes)


def score(passage: Passage) -> Tally:
    """Return what one passage counts for."""
    text, spans = read_passage(passage)
    labelled = places(text, passage["quotes"])
    tally = Tally(beside=sum(not any(set(range(s.start, s.end)) & one for one in labelled) for s in spans))
    for quote, letters in zip(passage["quotes"], labelled, strict=True):
        on_it = [
            (span, letters & set(range(span.start, span.end)))
            for span in spans
            if len(letters & set(range(span.start, span.end))) * 2
            >= min(len(letters), sum(c.isalnum() for c in span.text))
            > 0
        ]
        if quote.get("scare"):
            tally.scare += 1
            bad = [span for span, _ in on_it if span.entity or span.speaker_text]
            right = not bad
        else:
            tally.quotes += 1
            good = [shared for span, shared in on_it if is_right(span, quote)]
            tally.found += _half(letters, [shared for _, shared in on_it])
            tally.right += (right := _half(letters, good))
            bad = [] if right else [span for span, _ in on_it if names_another(span, quote)]
        if bad:
            tally.wrong += 1
            tally.sure += any(span.confidence >= SURE for span in bad)
            tally.doubted += all(span.confidence < SURE_ENOUGH for span in bad)
        if not right:
            tally.misses.append(_miss(passage, quote, bad))
    return tally


def _half(letters: set[int], shares: list[set[int]]) -> bool:
    return bool(letters) and 2 * len(set().union(*shares)) >= len(letters)


def _miss(passage: Passage, quote: Quote, bad: list[QuoteSpan]) -> str:
    wanted = "nobody" if quote.get("scare") else " + ".join(quote.get("speakers", [quote.get("speaker", "")]))
    got = ", ".join(f"{s.entity or s.speaker_text or 'nobody'} {s.confidence:.2f}" for s in bad)
    return f"  {passage['id']}  “{parts(quote)[0][:50]}”  is {wanted or 'nobody'}; got {got or 'nothing'}"


def share(part: int, whole: int) -> str:
    """Return a share in percent, or a dash where there is nothing to share."""
    return f"{100 * part / whole:6.1f}" if whole else "     –"


def main() -> None:
    """Print the figures by kind."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("half", nargs="?", choices=("development", "scored"), default="development")
    arguments.add_argument("--misses", action="store_true", help="list what is not right")
    arguments.add_argument(
        "--files", nargs="+", default=["*"], help="patterns of names, without their ending"
    )
    given = arguments.parse_args()
    kinds: dict[str, Tally] = {}
    english, other = Tally(), Tally()
    for passage in {one["id"]: one for files in given.files for one in passages(given.half, files)}.values():
        tally = score(passage)
        kind = kinds.setdefault(passage["kind"], Tally())
        kind.add(tally)
        kind.misses += tally.misses
        (english if passage["lang"] == "en" else other).add(tally)
    print(f"{given.half:14} quotes  found%  right%  wrong  sure  sure%  with ?%  beside")
    for name, row in [*kinds.items(), ("ENGLISH", english), ("OTHER", other)]:
        print(
            f"{name:14} {row.quotes:6}  {share(row.found, row.quotes)}  {share(row.right, row.quotes)}  "
            f"{row.wrong:5}  {row.sure:4} {share(row.sure, row.quotes + row.scare)}   "
            f"{share(row.doubted, row.wrong)}  {row.beside:6}"
        )
        if given.misses and row.misses:
            print("\n".join(row.misses))


if __name__ == "__main__":
    main()
