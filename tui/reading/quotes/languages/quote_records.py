"""The record of words that are said: whose they are, how that is known, and how sure it is."""

from __future__ import annotations

from dataclasses import replace

from tui.core.model import Kind
from tui.core.speakers import SEVERAL
from tui.reading.quotes.languages.article_reading import ArticleReading
from tui.reading.quotes.languages.citations import Cue
from tui.reading.quotes.languages.declension import verb_gender
from tui.reading.quotes.languages.noun_phrases import NounPhrase
from tui.reading.quotes.languages.people import Referent
from tui.reading.quotes.languages.speaker_places import Place, SpeakerPlace
from tui.reading.result import QuoteSpan

# How sure it is that who stands in a place is the speaker.
SURE: dict[Place, float] = {
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
_THERE = frozenset("там здесь dort allí allá".split())
_FAR = 14  # words
_UNSEEN = 0.7  # a verb beside which nobody is found: there may be somebody all the same
_TOGETHER = 0.65  # "they" may be others that nobody named
_DISAGREE = 0.7
_UNKNOWN = 0.9  # a verb that the tables do not hold


def record(
    reading: ArticleReading, at: int, place: tuple[int, int], kind: Kind, chosen: SpeakerPlace | None
) -> QuoteSpan:
    """Return the record of the words at offsets `place` of the text, which are said at word `at`; its group is 0."""
    text = reading.text
    held, names = _speakers(reading, at, chosen) if chosen is not None else (Referent(""), ())
    phrase = chosen.speaker if chosen is not None else None
    span = QuoteSpan(
        start=place[0],
        end=place[1],
        text=text.text[slice(*place)],
        kind=kind,
        group=0,
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
    body = phrase is not None and phrase.kind == "body"
    gender = (phrase.gender if phrase is not None else "") or "n" * body
    reading.people.spoke(held.name, gender, at)
    return replace(
        span,
        entity=SEVERAL.join(names) or held.name,
        cue_text=cue,
        cue_start=cue_start,
        cue_end=cue_start + len(cue) if cue_start >= 0 else -1,
        why=_why(chosen, held),
        confidence=_sureness(chosen, held, at),
        candidates=tuple(one for one in dict.fromkeys(held.others) if one not in (held.name, *names))[:5],
        role=reading.people.role(phrase, held.name),
        chain=chosen.cue.through if chosen.cue is not None else (),
        polarity=_polarity(chosen.cue, kind),
        speakers=names,
    )


def _sureness(chosen: SpeakerPlace, held: Referent, at: int) -> float:
    if not held.name:
        return _NOBODY
    sure = SURE[chosen.place] * held.sure
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
            return Referent(SEVERAL.join(names), "those named together before", _TOGETHER), names
    if phrase is not None:
        held = people.resolve(phrase, at, verb)
        group = reading.group_of(phrase)
        several = plural or chosen.place == "subject" or any("p" in one.marks for one in group)
        names = _together(reading, at, group) if several else ()
        if not names and verb and not phrase.before and not _agree(reading, verb, phrase, plural=plural):
            held = held._replace(sure=held.sure * _DISAGREE)
        return held, names
    if cue is not None and _THERE.intersection(reading.text.lower[max(0, cue.first - 2) : cue.first + 2]):
        return people.body(cue.first), ()
    if cue is None or plural:
        return Referent(""), ()
    gender = cue.gender or (verb_gender(verb) if reading.grammar.bends_names else "")
    held = people.pronoun(gender, at, cue.verb if cue.way == "according" else "nobody named")
    return held._replace(sure=held.sure * (0.95 if cue.way == "according" or cue.gender else _UNSEEN)), ()


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
    verb = lower[cue.first]
    # "hat Riga gebeten": the ending tells nothing
    bare = grammar.nouns_have_capitals and verb in grammar.participles
    first = reading.sentences[reading.text.sentence_of(cue.first)].first if bare else max(0, cue.first - 2)
    helping = [word for word in lower[first : cue.first] if word in grammar.auxiliaries]
    return any(grammar.plural.fullmatch(word) for word in [*helping, *([] if bare else [verb])])


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


def _polarity(cue: Cue | None, kind: Kind) -> str:
    """Return what a verb makes of the words; a whole sentence is the speaker's own, though it may be a question."""
    if cue is None:
        return ""
    return cue.polarity if kind != "direct" or cue.polarity == "asked" else ""
