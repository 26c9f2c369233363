"""Where the speaker of a quote is named: the places that a language has for it, the surest first.

A verb of saying right behind the quote, one before a colon, one before the quote in its sentence, one further on; else
the speaker goes on, or whoever the sentence is about said it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from tui.core.model import Kind
from tui.reading.quotes.languages.article_reading import ArticleReading, Sentence
from tui.reading.quotes.languages.citations import Cue
from tui.reading.quotes.languages.cue_clauses import COMPARING
from tui.reading.quotes.languages.noun_phrases import NounPhrase
from tui.reading.quotes.languages.worded_text import BREAK, DASHES, QUOTE

Place = Literal[
    "behind",
    "colon",
    "before",
    "further on",
    "taken up",
    "goes on",
    "subject of the colon",
    "subject",
    "sentence before",
]
_PAUSES = frozenset({",", *DASHES})
_LITTLE = 5  # words between a quote and its verb
_TITLE, _LONG_TITLE = 4, 6  # words of a title, at most
_PARAGRAPHS = 3
_CALLED = frozenset("nannte nannten nennt nennen".split())  # "nannte das Schiff „Schrott“"


_UNSAID = ("declined", "refused")
_FOR_WHOM = {
    "fr": (
        ("pour", "qui"),
        ("selon", "qui"),
        ("d'", "après", "qui"),
        ("pour", "lequel"),
        ("pour", "laquelle"),
    ),
    "es": (("para", "quien"), ("según", "quien"), ("para", "el", "que"), ("para", "la", "que")),
    "de": (("für", "den"), ("für", "die"), ("für", "das"), ("laut", "dem"), ("laut", "der")),
    "ru": tuple(
        (*led, whom)
        for led in (("для",), ("по", "словам"), ("по", "мнению"))
        for whom in ("которого", "которой", "которых")
    ),
}  # behind a comma and before a quote


class SpeakerPlace(NamedTuple):
    """A place, the verb there and whom it names; None for no verb, and for nobody named."""

    place: Place
    cue: Cue | None
    speaker: NounPhrase | None


def speaker_place(
    reading: ArticleReading, number: int, at: int, kind: Kind, last: int
) -> SpeakerPlace | None:
    """Return where the speaker of the quote at word `at` of sentence `number` is named; None where nobody is.

    `last` is the word at which the quote before stands, -1 for none.
    """
    sentence = reading.sentences[number]
    if whom := _for_whom(reading, sentence, at):
        return whom
    # of "Asked about « … », Lund n'a pas voulu répondre" she said nothing
    cues = [one for one in reading.cues(number) if one.first < at or one.polarity not in _UNSAID]
    behind = _cue_behind(reading, sentence, at, cues)
    if behind is not None:
        return SpeakerPlace("behind", behind, behind.speaker)
    before = [cue for cue in cues if cue.first < at]
    if reading.text.lower[at - 1] == ":" and at > sentence.first:
        return _before_colon(sentence, at, before) or _goes_on(reading, number, last)
    if before:
        up = _taken_up(reading, number) if kind == "mixed" else None
        if up is not None:
            return SpeakerPlace("taken up", up, up.speaker)
        return SpeakerPlace(
            "before", before[-1], _gapped(reading, sentence, before[-1], at) or before[-1].speaker
        )
    return None if reading.stretch(at).dashed else _without_verb_before(reading, number, at, kind, last)


def _for_whom(reading: ArticleReading, sentence: Sentence, at: int) -> SpeakerPlace | None:
    """Return Lund in "a critiqué Lund, pour qui « … »": whose words they are is who stands before the comma."""
    words = tuple(reading.text.lower[max(sentence.first, at - _LITTLE) : at])
    for led in _FOR_WHOM[reading.grammar.language]:
        comma = at - len(led) - 1
        if words[-len(led) - 1 :] != (",", *led):
            continue
        named = [one for one in sentence.phrases if one.last == comma and one.kind != "noun"]
        if named:
            cue = Cue(
                first=comma + 1,
                last=at,
                speaker=named[0],
                verb=reading.text.slice(comma + 1, at),
                way="according",
            )
            return SpeakerPlace("before", cue, named[0])
    return None


def _without_verb_before(
    reading: ArticleReading, number: int, at: int, kind: Kind, last: int
) -> SpeakerPlace | None:
    sentence = reading.sentences[number]
    ahead = [cue for cue in reading.cues(number) if cue.first > at and cue.polarity not in _UNSAID]
    if ahead:
        return SpeakerPlace("further on", ahead[0], ahead[0].speaker)
    if sentence.first == at or (sentence.first + 1 == at and reading.text.lower[at - 1] in DASHES):
        return _alone(reading, number, kind, last)
    subject = _subject(sentence, at)
    return None if subject is None or " " not in reading.said(at) else SpeakerPlace("subject", None, subject)


def _alone(reading: ArticleReading, number: int, kind: Kind, last: int) -> SpeakerPlace | None:
    """Return who speaks in a quote that is a sentence of its own, or begins one: it is led in, goes on, or follows."""
    sentence = reading.sentences[number]
    before = reading.sentences[number - 1] if number else None
    if before is not None and reading.text.lower[before.last - 1] == ":":
        return _before_colon(before, before.last, reading.cues(number - 1))
    if on := _goes_on(reading, number, last):
        return on
    same = before is not None and before.paragraph == sentence.paragraph
    subject = _told(reading, number - 1) if before is not None and same and kind == "direct" else None
    return None if subject is None else SpeakerPlace("sentence before", None, subject)


def _told(reading: ArticleReading, number: int) -> NounPhrase | None:
    """Return whom a sentence is about; one in the mood of reported speech is theirs whose words it goes on with."""
    sentence = reading.sentences[number]
    subject = _subject(sentence, sentence.last)
    before = reading.sentences[number - 1] if number else sentence
    if subject is None or not _is_reported(reading, subject) or before.paragraph != sentence.paragraph:
        return subject
    said = [cue.speaker for cue in reading.cues(number - 1) if cue.speaker is not None]
    return said[-1] if said else None


def _is_reported(reading: ArticleReading, subject: NounPhrase) -> bool:
    """Tell whether a German verb beside "she" stands in the mood of reported speech: "ändere sie nichts"."""
    if subject.kind != "pronoun" or not reading.grammar.nouns_have_capitals or "i" in subject.marks:
        return False
    beside = (reading.text.words[max(0, subject.first - 1)], reading.text.words[subject.last])
    return any(
        word.islower() and word.endswith("e") and (word == "hätte" or not word.endswith("te"))
        for word in beside
    )


def _goes_on(reading: ArticleReading, number: int, last: int) -> SpeakerPlace | None:
    """Return the speaker before, where the quote at word `last` stands right before sentence `number`."""
    told = reading.text.sentence_of(last) if last >= 0 else -2
    if (
        told < number - 1
        or reading.sentences[number].paragraph - reading.sentences[told].paragraph >= _PARAGRAPHS
    ):
        return None
    return SpeakerPlace("goes on", None, None)


def _before_colon(sentence: Sentence, at: int, cues: list[Cue]) -> SpeakerPlace | None:
    """Return who speaks behind the colon before word `at`; `cues` are those before it."""
    if cues:
        return SpeakerPlace("colon", cues[-1], cues[-1].speaker)
    named = (one for one in reversed(sentence.phrases) if one.first < at and one.name)
    subject = _subject(sentence, at) or next(named, None)
    return None if subject is None else SpeakerPlace("subject of the colon", None, subject)


def _cue_behind(reading: ArticleReading, sentence: Sentence, at: int, cues: list[Cue]) -> Cue | None:
    """Return the verb right behind a quote, known or not, or behind whom it names: "…", the mayor said."""
    lower, grammar = reading.text.lower, reading.grammar
    start = at + 1
    while start < sentence.last and (lower[start] in _PAUSES or lower[start] in COMPARING):
        start += 1
    pause = start > at + 1 or reading.ends_sentence(at) or reading.is_inside(at)
    told = any(one.first < at and one.speaker is not None for one in cues)
    cue = next(
        (cue for cue in cues if cue.first >= start and not (told and lower[cue.first - 1] == "en")), None
    )
    if cue is not None:
        between = lower[start : cue.first]
        compared = lower[start - 1] in COMPARING
        begins = cue.speaker is not None and cue.speaker.first <= start and (compared or not told)
        little = all(
            word in grammar.little or word in grammar.auxiliaries or word[0] == "-" for word in between
        )
        joined = not pause and (told or grammar.joining.intersection(between))  # "denounced “…” and promised"
        if (begins and pause) or (len(between) < _LITTLE and little and not joined):
            return cue
    return reading.finder.open_verb(start, sentence.last, sentence.phrases) if pause else None


def _gapped(reading: ArticleReading, sentence: Sentence, cue: Cue, at: int) -> NounPhrase | None:
    """Return who speaks in a clause that leaves out the verb of the one before: "A spoke of “…”, B of “…”"."""
    lower = reading.text.lower
    start = at - 1
    while start > cue.last and lower[start] not in (";", QUOTE):
        start -= 1
    comma = lower[start] == ";" or lower[start + 1] == ","
    if start <= cue.last or not comma or reading.grammar.that.intersection(lower[start:at]):
        return None
    phrases = (one for one in sentence.phrases if start < one.first < at)
    return next((one for one in phrases if not one.before and one.kind != "noun"), None)


def _subject(sentence: Sentence, before: int) -> NounPhrase | None:
    """Return whom a sentence is about: the first that no preposition governs, before a word."""
    phrases = (one for one in sentence.phrases if one.first < before)
    return next((one for one in phrases if one.may_speak and one.kind != "noun"), None)


def _taken_up(reading: ArticleReading, number: int) -> Cue | None:
    """Return the verb of a sentence behind that takes the quote up: "So said the mayor"."""
    if number + 1 >= len(reading.sentences):
        return None
    after = reading.sentences[number + 1]
    same = after.paragraph == reading.sentences[number].paragraph
    if not same or reading.text.lower[after.first] not in reading.grammar.summing:
        return None
    return next((cue for cue in reading.cues(number + 1) if cue.first < after.first + _LITTLE), None)


def _is_subject(reading: ArticleReading, at: int, parts: Sequence[str]) -> bool:
    """Tell whether a few words in marks are what a sentence is about: "« La Table » paraît le 12 mars"."""
    after = reading.text.words[at + 1] if at + 1 < len(reading.text.words) else ""
    return len(parts) <= _LONG_TITLE and parts[-1][-1].isalnum() and after.isalpha() and after.islower()


def is_title(reading: ArticleReading, number: int, at: int, chosen: SpeakerPlace | None) -> bool:
    """Tell whether words in marks are the name of a newspaper, a ship or a party."""
    grammar, lower, words = reading.grammar, reading.text.lower, reading.said(at)
    parts = words.split()
    first = reading.sentences[number].first
    before = lower[at - 1] if at > first else ""
    if at == first and (chosen is None or chosen.cue is None) and _is_subject(reading, at, parts):
        return True
    if len(parts) > _TITLE or not words[0].isupper() or before in ("", ":", BREAK) or words[-1] in ",.!?…":
        return False
    called = chosen is not None and chosen.cue is not None and chosen.cue.verb.lower() in _CALLED
    if (before in grammar.titles or grammar.outlets.fullmatch(before)) and not called:
        return True
    paused = lower[at + 1] in _PAUSES if at + 1 < len(lower) else False
    if chosen is not None and (chosen.place == "colon" or (chosen.place == "behind" and paused)):
        return False
    if grammar.bends_names:
        return True
    capital = all(part[:1].isupper() or part.lower() in grammar.particles for part in parts)
    definite = "i" not in grammar.determiners.get(before, "i")
    return capital and (definite or (chosen is None and before in grammar.prepositions))
