"""A quote held against the record: a readout or a transcript by an office, where the briefing has one of the event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from tui.core.alignment.word_diff import word_diff
from tui.core.model import AnnotatedEvent, Article, Quote, Speaker
from tui.core.speakers import attributed_name
from tui.core.statements import IN_RECORD, Statement
from tui.core.typography import normalize
from tui.reading.quotes.words.offices_table import PORTFOLIOS
from tui.reading.statements.affiliations import state_of_outlet
from tui.reading.statements.echoes import wording_of
from tui.reading.statements.likeness import SAME, Pair
from tui.reading.statements.offices import WORD, is_record
from tui.reading.statements.sides import Told, sides_of
from tui.reading.statements.unlisted_states import state_known
from tui.reading.statements.wording import Weights, Wording, marked

Verdict = Literal["exact", "shortened", "altered", "absent"]

_TRANSCRIPT = re.compile(r"\b(?:transcript|verbatim)\b", re.IGNORECASE)
_TOLD = {
    "exact": IN_RECORD[0],
    "shortened": IN_RECORD[1],
    "altered": "altered from the record",
    "absent": "not in the record",
}
_AS = {"defence": "defense", "premier": "prime", "chancellor": "prime"}
# How words of other languages for what an office is for begin.
_ABROAD = {
    "étrang": "foreign", "auswärt": "foreign", "außen": "foreign", "exterior": "foreign", "иностр": "foreign",
    "мид": "foreign", "armées": "defense", "défense": "defense", "verteidig": "defense", "defensa": "defense",
    "обороны": "defense", "минобороны": "defense", "intérieur": "interior", "innen": "interior", "внутр": "interior",
    "financ": "finance", "finanz": "finance", "hacienda": "finance", "финанс": "finance", "justi": "justice",
    "юстиц": "justice", "présiden": "president", "präsident": "president", "bundespräsident": "president",
    "presiden": "president", "президент": "president", "bundeskanzl": "prime", "kanzler": "prime", "premier": "prime",
    "премьер": "prime", "chancel": "prime",
}  # fmt: skip
_OFFICES = (PORTFOLIOS | {"president"}) - {"press", "state", "first"}  # those are of any
_OTHER_LANGUAGE = "the record is in another language: not compared"
_ALIKE = 80.0  # of 100: a stretch of the record that is the same words with some of them changed
# What a sentence has at least where others stand among a quote's words: a share of these, and how many.
_NEARLY, _FEWEST = 0.8, 4
_SENTENCE = ".!?…"
_SENTENCES = re.compile(r"(?<=[.!?…])[”\"»’]?(?:\s+|$)|\n+")
_MARKS = " ,.;:“”…"


class Held(NamedTuple):
    """How the words of a quote stand in the record; `words` are those of the record, "" where it has none.

    `changes` says which words were altered: "− “real” + “serious”".
    """

    verdict: Verdict
    words: str = ""
    changes: str = ""


def with_record(
    annotated: AnnotatedEvent,
    statements: Sequence[Statement],
    speakers: Mapping[str, Speaker],
    told: Told | None = None,
) -> list[Statement]:
    """Return the statements, each wording held against a record of the speaker's own, or of their office on their side.

    A transcript in which they speak is their own. A side that is a guess has no record; `told` is as for `sides_of`.
    """
    records = [article for article in annotated.event.articles if is_record(article)]
    if not records:
        return list(statements)
    sides = sides_of(annotated, statements, speakers, told)
    known = {each.side for each in sides.values()}
    states = {each.id: state_of_outlet(each.outlet) or state_known(each.outlet, known) for each in records}
    held = [wording for statement in statements for wording in statement.wordings]
    reworded = {
        each.quote.id: wording_of(each.article, each.quote) for each in held if each.quote.kind == "indirect"
    }
    texts = {record.id: _RecordText(record, reworded) for record in records}
    # What articles call them comes first: another may have the surname.
    roles: defaultdict[str, str] = defaultdict(str)
    for each in held:
        roles[attributed_name(each.quote, speakers)] += f" {each.quote.role}"
    found = []
    for statement in statements:
        name = attributed_name(statement.base.quote, speakers)
        standing = sides.get(name)
        own = [
            each
            for each in records
            if _speaks_for(each, name) or _gives_word_for_word(each, statement.speakers)
        ]
        if standing and standing.sure:
            office = roles[name] if _offices(roles[name]) else standing.why
            own += [
                each for each in records if states[each.id] == standing.side and _is_office_of(each, office)
            ]
        record = next(iter(own), None)
        wordings = statement.wordings
        if record:
            against = texts[record.id].told
            wordings = tuple(each._replace(record=against(each.article, each.quote)) for each in wordings)
        found.append(replace(statement, wordings=wordings))
    return found


def _speaks_for(record: Article, name: str) -> bool:
    """Tell whether a record is by an office of somebody by name: "Office of Mira Arden"."""
    return bool(name) and name.rsplit(maxsplit=1)[-1].lower() in WORD.findall(record.outlet.lower())


def _gives_word_for_word(record: Article, speakers: Sequence[str]) -> bool:
    """Tell whether a record is a transcript in which somebody speaks, whosever office made it."""
    if not _TRANSCRIPT.search(f"{record.headline} {record.outlet}"):
        return False
    return any(each.kind == "direct" and not {*speakers}.isdisjoint(each.speakers) for each in record.quotes)


def _is_office_of(record: Article, told: str) -> bool:
    """Tell whether a record may be of the office by which somebody goes: no foreign ministry's of a defence minister."""
    theirs, its = _offices(told), _offices(record.outlet)
    return not theirs or not its or not theirs.isdisjoint(its)


def _offices(told: str) -> set[str]:
    words = [word.lower().removesuffix("’s").removesuffix("'s") for word in WORD.findall(told)]
    abroad = {office for word in words for begins, office in _ABROAD.items() if word.startswith(begins)}
    return ({_AS.get(word, word) for word in words} | abroad) & _OFFICES


class _RecordText:
    """The text of a record, with its sentences as what the reworded quotes of its event are compared with."""

    def __init__(self, record: Article, reworded: Mapping[str, Wording]) -> None:
        self._record, self._reworded = record, reworded
        sentences = (each for each in _SENTENCES.split(record.text) if each.strip())
        self._sentences = [
            Wording(str(at), "", "direct", text, "", record.language) for at, text in enumerate(sentences)
        ]
        self._weights = Weights.of([*self._sentences, *reworded.values()])

    def told(self, article: Article, quote: Quote) -> str:
        """Return what is said of a quote beside the record: "altered from the record: …"; "" of the record's own."""
        if article.id == self._record.id:
            return ""
        if article.language[:2] != self._record.language[:2] and article.language and self._record.language:
            return _OTHER_LANGUAGE
        if quote.kind == "indirect":
            return self._in_other_words(self._reworded[quote.id])
        held = held_against(quote, self._record)
        return f"{_TOLD[held.verdict]}{f': {held.changes}' if held.changes else ''}"

    def _in_other_words(self, wording: Wording) -> str:
        """Return which sentence of the record a quote may say in other words, found by rule as statements are."""
        pairs = (Pair(wording, each, self._weights) for each in self._sentences if wording.words & each.words)
        score, best = max(((pair.score(0.0), pair.second.text) for pair in pairs), default=(0.0, ""))
        if score < SAME:
            return "? nothing like it found in the record"
        return f"? in other words in the record: “{' '.join(best.split())}”"


def held_against(quote: Quote, record: Article) -> Held:
    """Return how the words of a quote that are given word for word stand in the record.

    "exact": whole sentences of it; "shortened": a stretch of one; "altered": nearly so; "absent": nothing like it.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    text = normalize(record.text)
    stretches = [each for part in quote.parts for each in marked(part.exact) or [part.exact]]
    parts = [part for each in stretches if (part := normalize(each).strip(" ,;."))]  # "…" is no words
    if not parts:
        return Held("absent")
    found_at = [re.search(re.escape(part), text, re.IGNORECASE) for part in parts]
    places = [match.start() if match else -1 for match in found_at]
    if all(at >= 0 for at in places):
        whole = all(_is_whole(text, at, at + len(part)) for at, part in zip(places, parts, strict=True))
        return Held("exact" if whole else "shortened", " … ".join(parts))
    found, changes = [], []
    for part, at in zip(parts, places, strict=True):
        place = (at, at + len(part)) if at >= 0 else None
        if not place and (near := partial_ratio_alignment(part, text, score_cutoff=_ALIKE)):
            place = near.dest_start, near.dest_end
        if not (place := place or _among_others(part, text)):
            return Held("absent")
        first, last = place
        found.append(_whole_words(text, first, last, part))
        changes += _changes(found[-1], part)
    return Held("altered", " … ".join(found), " ".join(changes))


def _among_others(part: str, text: str) -> tuple[int, int] | None:
    """Return where nearly all words of a part stand in their order in one sentence, others among them; None for nowhere."""
    words = [each[0].lower() for each in WORD.finditer(part)]
    most, place = max(_FEWEST, _NEARLY * len(words)), None
    for sentence in _sentences_of(text):
        theirs = [each[0].lower() for each in sentence]
        if len(set(words).intersection(theirs)) < _NEARLY * len({*words}):
            continue
        blocks = SequenceMatcher(None, words, theirs, autojunk=False).get_matching_blocks()[:-1]
        if (number := sum(each.size for each in blocks)) >= most:
            most = number + 1
            place = sentence[blocks[0].b].start(), sentence[blocks[-1].b + blocks[-1].size - 1].end()
    return place


@lru_cache(maxsize=8)
def _sentences_of(text: str) -> tuple[tuple[re.Match[str], ...], ...]:
    """Return the words of the sentences of a text."""
    ends = [*(each.end() for each in _SENTENCES.finditer(text)), len(text)]
    return tuple(tuple(WORD.finditer(text, first, last)) for first, last in pairwise((0, *ends)))


def _changes(record: str, words: str) -> list[str]:
    """Return what a wording leaves out of the record's words, but for those around it, and what it adds."""
    ops = word_diff(record, words, case=False)
    if [op for op, _ in ops[:2]] == ["delete", "equal"]:
        ops = ops[1:]
    if [op for op, _ in ops[-2:]] == ["equal", "delete"]:
        ops = ops[:-1]
    return [
        f"{'−' if op == 'delete' else '+'} “{text.strip()}”"
        for op, text in ops
        if op != "equal" and text.strip(_MARKS)
    ]


def _is_whole(text: str, first: int, last: int) -> bool:
    before, after = text[:first].rstrip(), text[last - 1 : last + 2]
    begins = not before or before[-1] in f'{_SENTENCE}"'
    return begins and any(mark in after for mark in _SENTENCE)


def _whole_words(text: str, first: int, last: int, part: str) -> str:
    """Return a stretch of a text, grown to whole words, and to the first and last word of `part` where they stand beside
    it: "No Danish ship" for "no ship"."""
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    words = part.split()
    before = re.search(rf"\b{re.escape(words[0])}\W*\Z", text[:first], re.IGNORECASE)
    behind = re.match(rf"\W*{re.escape(words[-1])}\b", text[last:], re.IGNORECASE)
    return text[before.start() if before else first : last + behind.end() if behind else last].strip()
