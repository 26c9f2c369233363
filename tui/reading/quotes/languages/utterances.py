"""From what is set apart in a text to records: which words are speech, who said them, how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tui.core.model import Kind
from tui.reading.quotes.languages.article_reading import ArticleReading, read_article
from tui.reading.quotes.languages.citations import Cue
from tui.reading.quotes.languages.dash_turns import dash_turns
from tui.reading.quotes.languages.grammar import grammar_of
from tui.reading.quotes.languages.labelled_turns import labelled_turns
from tui.reading.quotes.languages.modality import HEARSAY, is_hearsay, is_supposed
from tui.reading.quotes.languages.quote_records import SURE, record
from tui.reading.quotes.languages.reported_clauses import (
    Ranges,
    end_of,
    reported_clause,
    with_inversion,
    with_whom,
)
from tui.reading.quotes.languages.speaker_places import SpeakerPlace, is_title, speaker_place
from tui.reading.quotes.languages.worded_text import QUOTE
from tui.reading.quotes.words.quotation_marks_only import kind_of
from tui.reading.result import QuoteSpan

_WORDS = (
    3  # below that it is a title, a nickname or a word that is doubted, unless a verb of saying governs it
)


@dataclass(slots=True)
class _Utterances:
    """What was found in a text so far; `latest` is the word at which the last quote stands, `cue` its verb.

    `sentence` is the one in which the last record stands.
    """

    reading: ArticleReading
    found: list[QuoteSpan] = field(default_factory=list)
    group: int = 0
    latest: int = -1
    cue: Cue | None = None
    sentence: int = -2


def utterances(text: str, language: str, *, indirect: bool = False, headline: str = "") -> list[QuoteSpan]:
    """Return what is said in `text`, in order; with `indirect` what is reported without marks too.

    `language` is one of `grammar.LANGUAGES`; the `headline` may name who speaks in turns. Takes time linear in the length
    of the text; never raises.
    """
    known = _Utterances(read_article(text, grammar_of(language)))
    quotes = known.reading.text.quotes
    for number, sentence in enumerate(known.reading.sentences):
        before = len(known.found)
        for at in range(sentence.first, sentence.last):
            if at in quotes:
                _add_quote(known, number, at)
        if indirect:
            _add_reported(known, number, before)
            if len(known.found) == before:
                _add_continued(known, number)
        if len(known.found) > before:
            known.sentence = number
    people, grammar = known.reading.people.names(), known.reading.grammar
    # Where names stand in cases a headline has them in another one.
    above = read_article(headline, grammar).people.names() if headline and not grammar.bends_names else []
    turns = labelled_turns(text, grammar, people, above, known.group)
    if not turns and not any(one.dashed for one in known.reading.text.stretches):
        turns = dash_turns(text, grammar, people, known.group)
    if not turns:
        return known.found
    outside = [one for one in known.found if one.end <= turns[0].start or one.start >= turns[-1].end]
    outside = [_as_in_turn(one, turns) if not one.entity else one for one in outside]
    return sorted([*outside, *turns], key=lambda one: one.start)


def _as_in_turn(found: QuoteSpan, turns: Sequence[QuoteSpan]) -> QuoteSpan:
    """Return a record of nobody, as a headline of an interview is, as theirs who say the same words in a turn."""
    words = found.text.casefold().strip(" .!?…,")
    said = next((one for one in turns if words in one.text.casefold()), None)
    if said is None:
        return found
    sure = min(said.confidence, SURE["goes on"])
    return replace(found, entity=said.entity, why=f"says so in a turn; {said.why}", confidence=sure)


def _add_quote(known: _Utterances, number: int, at: int) -> None:
    """Add the record of the quote at word `at` of a sentence, where it is one."""
    reading = known.reading
    stretch, words = reading.stretch(at), reading.said(at)
    kind = _kind(reading, number, at)
    if stretch.goes_on and known.found:
        _add_part(known, at, kind)
        return
    chosen = speaker_place(reading, number, at, kind, known.latest if known.found else -1)
    if chosen is None and not stretch.dashed and _goes_on_from(known, number):
        chosen = SpeakerPlace("goes on", None, None)  # "Sie brauche „…“"
    if chosen is None and not stretch.dashed and len(words.split()) < _WORDS:
        reading.titles.add(at)
        return
    if is_title(reading, number, at, chosen):
        reading.titles.add(at)
        return
    if chosen is not None and chosen.place == "goes on":
        _add_part(known, at, kind, apart=True)
    elif chosen is not None and _is_same(known, chosen):
        _add_part(known, at, "direct")
    else:
        known.group += 1
        known.found.append(_said(known, at, kind, chosen))
        known.cue = chosen.cue if chosen is not None else None
    known.latest = at


def _said(known: _Utterances, at: int, kind: Kind, chosen: SpeakerPlace | None) -> QuoteSpan:
    """Return the record of the quote at word `at`."""
    stretch = known.reading.stretch(at)
    reading = known.reading
    told = with_whom(reading, chosen, at)
    span = record(reading, at, (stretch.start, stretch.end), kind, told)
    sentence = reading.sentences[reading.text.sentence_of(at)]
    if told is not None and told.cue is not None and sentence.first <= told.cue.first < sentence.last:
        unsaid = is_supposed(reading, sentence, told.cue) or is_hearsay(reading, sentence, told.cue)
        span = replace(span, confidence=min(span.confidence, HEARSAY)) if unsaid else span
    return replace(span, group=known.group)


def _kind(reading: ArticleReading, number: int, at: int) -> Kind:
    """Return direct for a quote that is a sentence: in these languages its stop may stand behind the marks."""
    words, first = reading.said(at), reading.sentences[number].first
    opens = at == first or reading.text.lower[at - 1] == ":"
    return "direct" if opens and not words[0].islower() else kind_of(words)


def _is_same(known: _Utterances, chosen: SpeakerPlace) -> bool:
    """Tell whether a verb that stands before a quote is that of the quote before it: “A”, said the mayor, “and B”."""
    first = known.found[-1] if known.found else None
    return chosen.cue is not None and chosen.cue is known.cue and first is not None and first.kind == "direct"


def _add_part(known: _Utterances, at: int, kind: Kind, *, apart: bool = False) -> None:
    """Add a further part of the quote before, or with `apart` a sentence that goes on after it."""
    last, stretch = known.found[-1], known.reading.stretch(at)
    own = apart and last.kind == "indirect"  # marks stand round its words alone
    known.group += own
    why = last.why if last.why.startswith("goes on") else f"goes on after the quote before; {last.why}"
    known.found.append(
        replace(
            last,
            start=stretch.start,
            end=stretch.end,
            text=known.reading.said(at),
            kind=kind,
            group=known.group if own else last.group,
            why=why,
            confidence=min(last.confidence, SURE["goes on"]) if apart else last.confidence,
            polarity="",
        )
    )
    known.latest = at


def _add_reported(known: _Utterances, number: int, before: int) -> None:
    """Add what a sentence reports without marks: "said that …"; `before` records were found in the sentences before."""
    reading = known.reading
    sentence = reading.sentences[number]
    marked = [at for at in range(sentence.first, sentence.last) if at in reading.text.quotes]
    marked = [at for at in marked if at not in reading.titles]
    end = sentence.first
    for found in reading.cues(number):
        if found.first < end:
            continue
        cue = with_inversion(reading, sentence, found)
        parts = reported_clause(reading, sentence, cue, reading.cues(number), marked=bool(marked))
        if not parts or is_supposed(reading, sentence, cue):
            continue
        if any(first <= at <= last for at in marked for first, last in parts):
            continue
        if cue.speaker is not None and any(first <= cue.speaker.first < last for first, last in parts):
            continue  # "on n'exclut pas une fuite": what is ruled out says nothing
        end = parts[-1][1]
        if reading.text.lower[end : end + 2] == [":", QUOTE]:
            continue  # "Mora contó que Paz le dijo: «…»"
        _add_clause(known, cue, parts)
    known.found[before:] = sorted(known.found[before:], key=lambda one: one.start)


def _add_continued(known: _Utterances, number: int) -> None:
    """Add a sentence that goes on with what the sentence before reports, in a mood that only reported speech has."""
    reading, text = known.reading, known.reading.text
    sentence = reading.sentences[number]
    before = _goes_on_from(known, number)
    if before is None:
        return
    start, end = text.starts[sentence.first], end_of(reading, reading.last_word(sentence.last))
    known.group += 1
    known.found.append(
        replace(
            before,
            start=start,
            end=end,
            text=text.text[start:end],
            kind="indirect",
            group=known.group,
            why=f"goes on in reported speech; {before.why.removeprefix('goes on in reported speech; ')}",
            confidence=min(before.confidence, SURE["goes on"]),
            cue_text="",
            cue_start=-1,
            cue_end=-1,
            polarity="",
        )
    )


def _goes_on_from(known: _Utterances, number: int) -> QuoteSpan | None:
    """Return what is said in the sentence before, where a sentence goes on in a mood that only reported speech has."""
    reading = known.reading
    sentence, lower, grammar = reading.sentences[number], reading.text.lower, reading.grammar
    before = known.found[-1] if known.found and known.sentence == number - 1 else None
    if before is None or not before.entity or reading.sentences[number - 1].paragraph != sentence.paragraph:
        return None
    comma = next((at for at in range(sentence.first, sentence.last) if lower[at] == ","), sentence.last)
    words = lower[sentence.first : comma]
    goes_on = before.kind == "indirect" and any(grammar.distant.fullmatch(word) for word in words)
    mood = goes_on or any(grammar.reporting.fullmatch(word) for word in words)
    # "Ob er komme, ließ er offen" tells of him
    plain = any(grammar.plain.fullmatch(word) for word in (*words, *lower[comma + 1 : comma + 2]))
    return before if mood and not plain else None


def _add_clause(known: _Utterances, cue: Cue, parts: Ranges) -> None:
    """Add the words, in as many parts as they stand in, that a cue reports."""
    text = known.reading.text
    chosen = with_whom(known.reading, SpeakerPlace("before", cue, cue.speaker), parts[0][0])
    places = [(text.starts[first], end_of(known.reading, last)) for first, last in parts]
    span = record(known.reading, cue.first, places[0], "indirect", chosen)
    if is_hearsay(known.reading, known.reading.sentences[text.sentence_of(cue.first)], cue):
        span = replace(span, confidence=min(span.confidence, HEARSAY))
    if cue.speaker is None and not span.entity:
        return
    known.group += 1
    known.found += [
        replace(span, start=start, end=end, text=text.text[start:end], group=known.group)
        for start, end in places
    ]
