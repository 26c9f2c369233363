"""From what is set apart in a text to records: which words are speech, who said them, how that is known."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tui.core.model import Kind
from tui.core.speakers import SEVERAL
from tui.reading.quotes.languages.article_reading import ArticleReading, read_article
from tui.reading.quotes.languages.cue_clauses import Cue
from tui.reading.quotes.languages.declension import verb_gender
from tui.reading.quotes.languages.grammar import grammar_of
from tui.reading.quotes.languages.labelled_turns import labelled_turns
from tui.reading.quotes.languages.noun_phrases import NounPhrase
from tui.reading.quotes.languages.people import Referent
from tui.reading.quotes.languages.reported_clauses import end_of, reported_clause, with_inversion, with_whom
from tui.reading.quotes.languages.speaker_places import Place, SpeakerPlace, is_title, speaker_place
from tui.reading.quotes.languages.worded_text import WordedText
from tui.reading.quotes.words.quotation_marks_only import kind_of
from tui.reading.result import QuoteSpan

# How sure it is that who stands in a place is the speaker.
_SURE: dict[Place, float] = {
    "behind": 0.95,
    "colon": 0.92,
    "before": 0.86,
    "taken up": 0.85,
    "goes on": 0.75,
    "subject of the colon": 0.75,
    "further on": 0.7,
    "subject": 0.58,
    "sentence before": 0.5,
}
_WHY: dict[Place, str] = {
    "subject of the colon": "named before the colon",
    "subject": "whom the sentence is about",
    "sentence before": "whom the sentence before is about",
}
_WHERE: dict[Place, str] = {"taken up": " in the sentence after", "further on": " further on in the sentence"}
_NOBODY = 0.3  # how sure it is that a pronoun that fits nobody is who speaks
_WORDS = (
    3  # below that it is a title, a nickname or a word that is doubted, unless a verb of saying governs it
)
_FAR = 14  # words
_DISAGREE = 0.7
_UNKNOWN = 0.9  # a verb that the tables do not hold


@dataclass(slots=True)
class _Utterances:
    """What was found in a text so far; `latest` is the word at which the last quote stands, `cue` its verb."""

    reading: ArticleReading
    found: list[QuoteSpan] = field(default_factory=list)
    group: int = 0
    latest: int = -1
    cue: Cue | None = None


def utterances(text: str, language: str, *, indirect: bool = False) -> list[QuoteSpan]:
    """Return what is said in `text`, in order; with `indirect` what is reported without marks too.

    `language` is one of `grammar.LANGUAGES`. Takes time linear in the length of the text; never raises.
    """
    known = _Utterances(read_article(text, grammar_of(language)))
    quotes = known.reading.text.quotes
    for number, sentence in enumerate(known.reading.sentences):
        marked = [at for at in range(sentence.first, sentence.last) if at in quotes]
        for at in marked:
            _add_quote(known, number, at)
        if indirect and not marked:
            _add_reported(known, number)
    turns = labelled_turns(text, known.reading.grammar, known.group)
    if not turns:
        return known.found
    outside = [one for one in known.found if one.end <= turns[0].start or one.start >= turns[-1].end]
    return sorted([*outside, *turns], key=lambda one: one.start)


def _add_quote(known: _Utterances, number: int, at: int) -> None:
    """Add the record of the quote at word `at` of a sentence, where it is one."""
    reading = known.reading
    stretch, words = reading.stretch(at), reading.said(at)
    kind = _kind(reading, number, at)
    if stretch.goes_on and known.found:
        _add_part(known, at, kind)
        return
    chosen = speaker_place(reading, number, at, kind, known.latest if known.found else -1)
    if chosen is None and not stretch.dashed and len(words.split()) < _WORDS:
        return
    if is_title(reading, number, at, chosen):
        return
    if chosen is not None and chosen.place == "goes on":
        _add_part(known, at, kind, apart=True)
    elif chosen is not None and _is_same(known, chosen):
        _add_part(known, at, kind)
    else:
        known.group += 1
        known.found.append(_record(known, at, (stretch.start, stretch.end), kind, chosen))
        known.cue = chosen.cue if chosen is not None else None
    known.latest = at


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
    why = last.why if last.why.startswith("goes on") else f"goes on after the quote before; {last.why}"
    known.found.append(
        replace(
            last,
            start=stretch.start,
            end=stretch.end,
            text=known.reading.said(at),
            kind=kind,
            why=why,
            confidence=min(last.confidence, _SURE["goes on"]) if apart else last.confidence,
            polarity="",
        )
    )
    known.latest = at


def _record(
    known: _Utterances, at: int, place: tuple[int, int], kind: Kind, chosen: SpeakerPlace | None
) -> QuoteSpan:
    """Return the record of the words at offsets `place` of the text, which are said at word `at`."""
    text = known.reading.text
    chosen = with_whom(known.reading, chosen, at)
    held, names = _speakers(known.reading, at, chosen) if chosen is not None else (Referent(""), ())
    phrase = chosen.speaker if chosen is not None else None
    span = QuoteSpan(
        start=place[0],
        end=place[1],
        text=text.text[slice(*place)],
        kind=kind,
        group=known.group,
        why="nobody is named",
        confidence=0.0,
    )
    if chosen is None or (not held.name and phrase is None):
        return span
    if phrase is not None:
        first, last = phrase.name or phrase.label
        start, end = text.starts[first], text.ends[last - 1]
        start += text.words[first].startswith("-") * (1 + 2 * text.lower[first].startswith("-t-"))  # "a-t-il"
        span = replace(span, speaker_text=text.text[start:end], speaker_start=start, speaker_end=end)
    cue = chosen.cue.verb if chosen.cue is not None else ""
    cue_start = text.text.find(cue, text.starts[chosen.cue.first]) if chosen.cue is not None else -1
    known.reading.people.spoke(held.name, phrase.gender if phrase is not None else "", at)
    return replace(
        span,
        entity=SEVERAL.join(names) or held.name,
        cue_text=cue,
        cue_start=cue_start,
        cue_end=cue_start + len(cue) if cue_start >= 0 else -1,
        why=_why(chosen, held),
        confidence=_sureness(chosen, held, at),
        candidates=held.others[:5],
        role=_role(text, phrase),
        polarity=_polarity(chosen.cue, kind),
        speakers=names,
    )


def _sureness(chosen: SpeakerPlace, held: Referent, at: int) -> float:
    if not held.name:
        return _NOBODY
    sure = _SURE[chosen.place] * held.sure
    if chosen.cue is not None and abs(chosen.cue.first - at) > _FAR:
        sure *= 0.85
    if chosen.cue is not None and not chosen.cue.known:
        sure *= _UNKNOWN
    return round(sure, 2)


def _speakers(reading: ArticleReading, at: int, chosen: SpeakerPlace) -> tuple[Referent, tuple[str, ...]]:
    """Return whom the chosen words stand for, and all of them where several speak together."""
    people, cue, phrase = reading.people, chosen.cue, chosen.speaker
    verb = reading.text.lower[cue.first] if cue is not None and cue.way == "verb" else ""
    plural = bool(verb) and cue is not None and _is_plural(reading, cue)
    if phrase is None or (phrase.kind == "pronoun" and phrase.gender != "f"):
        names = _together(reading, at, reading.group_before(at)) if plural else ()
        if names:
            return Referent(SEVERAL.join(names), "those named together before", 0.8), names
    if phrase is not None:
        held = people.resolve(phrase, at, verb)
        group = reading.group_of(phrase)
        several = plural or chosen.place == "subject" or any("p" in one.marks for one in group)
        names = _together(reading, at, group) if several else ()
        if not names and verb and not phrase.before and not _agree(reading, verb, phrase, plural=plural):
            held = held._replace(sure=held.sure * _DISAGREE)
        return held, names
    if cue is None or plural:
        return Referent(""), ()
    gender = cue.gender or (verb_gender(verb) if reading.grammar.bends_names else "")
    held = people.pronoun(gender, at, cue.verb if cue.way == "according" else "nobody named")
    return held._replace(sure=held.sure * 0.95), ()


def _agree(reading: ArticleReading, verb: str, phrase: NounPhrase, *, plural: bool) -> bool:
    """Tell whether a verb agrees with who is taken for its subject, in number and, in Russian, in gender."""
    counted = phrase.name is not None or phrase.label[0] < phrase.head  # a bare noun may be of many
    if plural and counted and "p" not in phrase.marks:
        return False
    gender = verb_gender(verb) if reading.grammar.bends_names and phrase.kind == "person" else ""
    return not gender or phrase.gender in ("", gender)


def _together(reading: ArticleReading, at: int, group: tuple[NounPhrase, ...]) -> tuple[str, ...]:
    """Return the names of those who speak together; () where it is one."""
    names = tuple(dict.fromkeys(reading.people.resolve(one, at).name for one in group))
    return names if len(names) > 1 else ()


def _is_plural(reading: ArticleReading, cue: Cue) -> bool:
    """Tell whether a verb, or the auxiliary before it, has several subjects."""
    lower, grammar = reading.text.lower, reading.grammar
    helping = [word for word in lower[max(0, cue.first - 2) : cue.first] if word in grammar.auxiliaries]
    return any(grammar.plural.fullmatch(word) for word in [*helping, lower[cue.first]])


def _why(chosen: SpeakerPlace, held: Referent) -> str:
    cue, phrase = chosen.cue, chosen.speaker
    if cue is None:
        how = _WHY[chosen.place]
    elif phrase is None:
        how = f"nobody is named beside '{cue.verb}'"
    elif cue.way == "according":
        how = f"named beside '{cue.verb}'"
    elif phrase.first > cue.first:
        how = f"named right after '{cue.verb}'"
    else:
        how = f"subject of '{cue.verb}'"
    how += _WHERE.get(chosen.place, "")
    return f"{how}; {held.how}" if held.how else how


def _role(text: WordedText, phrase: NounPhrase | None) -> str:
    """Return what a text says a person is, in its words: "la ministre de la mer"."""
    if phrase is None or phrase.name is None or phrase.head < 0:
        return ""
    if phrase.head < phrase.name[0]:
        return text.slice(phrase.first, min(phrase.label[1], phrase.name[0])).strip(" ,(")
    return text.slice(phrase.name[1], phrase.last).strip(" ,—–")


def _polarity(cue: Cue | None, kind: Kind) -> str:
    """Return what a verb makes of the words; a whole sentence is the speaker's own, though it may be a question."""
    if cue is None:
        return ""
    return cue.polarity if kind != "direct" or cue.polarity == "asked" else ""


def _add_reported(known: _Utterances, number: int) -> None:
    """Add what a sentence without marks reports: "said that …"."""
    reading = known.reading
    for found in reading.cues(number):
        cue = with_inversion(reading, reading.sentences[number], found)
        parts = reported_clause(reading, reading.sentences[number], cue)
        if not parts or (cue.speaker is None and not cue.gender):
            continue
        known.group += 1
        chosen = with_whom(reading, SpeakerPlace("before", cue, cue.speaker), parts[0][0])
        places = [(reading.text.starts[first], end_of(reading, last)) for first, last in parts]
        span = _record(known, cue.first, places[0], "indirect", chosen)
        if cue.speaker is None and not span.entity:
            continue
        known.found += [
            replace(span, start=start, end=end, text=reading.text.text[start:end]) for start, end in places
        ]
        return
