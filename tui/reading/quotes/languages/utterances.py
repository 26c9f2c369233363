"""From what is set apart in a text to records: which words are speech, who said them, how that is known.

For each quote the places where a language names its speaker are asked, the surest first: a verb of saying right
behind it, one before a colon, one before it in the sentence, one further on; else the speaker goes on, or whoever the
sentence is about said it, which is told as unsure. How sure each place is stands in one table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.core.model import Kind
from tui.reading.quotes.coordination import joined_name
from tui.reading.quotes.languages.cue_clauses import Cue, CueFinder
from tui.reading.quotes.languages.grammar import Grammar, grammar_of
from tui.reading.quotes.languages.labelled_turns import labelled_turns
from tui.reading.quotes.languages.marked_stretches import marked_stretches
from tui.reading.quotes.languages.noun_phrases import NounPhrase, PhraseReader
from tui.reading.quotes.languages.people import Holder, PeopleOfText, verb_gender
from tui.reading.quotes.languages.word_kinds import WordKinds
from tui.reading.quotes.languages.worded_text import BREAK, DASHES, QUOTE, WordedText, worded
from tui.reading.quotes.quotation_marks_only import kind_of
from tui.reading.result import QuoteSpan

# How sure it is that who stands in a place is the speaker.
_SURE = {
    "behind": 0.95,
    "colon": 0.92,
    "before": 0.86,
    "further on": 0.7,
    "taken up": 0.85,
    "goes on": 0.75,
    "subject of the colon": 0.75,
    "subject": 0.58,
    "sentence before": 0.5,
}
_WORDS = 3  # below that it is a title, a nickname or a word that is doubted, unless a verb of saying governs it
_FAR = 14  # words
_PAUSES = frozenset({",", *DASHES})
_COMPARING = frozenset("wie comme como как".split())
_STOPS = ".!?…"


class _Choice(NamedTuple):
    place: str
    cue: Cue | None
    speaker: NounPhrase | None


@dataclass(slots=True)
class _Sentence:
    first: int
    last: int
    paragraph: int
    phrases: list[NounPhrase]
    cues: list[Cue] | None = None


@dataclass(slots=True)
class _Reading:
    """One text, read: its words, sentences and people, and what was found so far."""

    text: WordedText
    grammar: Grammar
    finder: CueFinder
    people: PeopleOfText
    sentences: list[_Sentence] = field(default_factory=list)
    groups: list[tuple[int, tuple[NounPhrase, ...]]] = field(default_factory=list)
    found: list[QuoteSpan] = field(default_factory=list)
    group: int = 0
    latest: int = -1  # the word at which the last quote stands
    latest_cue: Cue | None = None

    def cues(self, number: int) -> list[Cue]:
        """Return what tells of speech in a sentence."""
        sentence = self.sentences[number]
        if sentence.cues is None:
            sentence.cues = self.finder.cues(sentence.first, sentence.last, sentence.phrases)
        return sentence.cues


def utterances(text: str, language: str, *, indirect: bool = False) -> list[QuoteSpan]:
    """Return what is said in `text`, in order; with `indirect` what is reported without marks too.

    `language` is one of `grammar.LANGUAGES`. Takes time linear in the length of the text; never raises.
    """
    grammar = grammar_of(language)
    reading = _read(text, grammar)
    words = reading.text
    for number, sentence in enumerate(reading.sentences):
        quotes = [at for at in range(sentence.first, sentence.last) if at in words.quotes]
        for at in quotes:
            _attribute(reading, number, at)
        if indirect and not quotes:
            _add_indirect(reading, number)
    return _with_turns(reading, grammar)


def _with_turns(reading: _Reading, grammar: Grammar) -> list[QuoteSpan]:
    """Return what was found, with the turns of a transcript in the place of what was found in them."""
    turns = labelled_turns(reading.text.text, grammar, reading.group)
    if not turns:
        return reading.found
    outside = [one for one in reading.found if one.end <= turns[0].start or one.start >= turns[-1].end]
    return sorted([*outside, *turns], key=lambda one: one.start)


def _read(text: str, grammar: Grammar) -> _Reading:
    words = worded(text, marked_stretches(text, grammar))
    phrases = PhraseReader(WordKinds(words, grammar))
    reading = _Reading(words, grammar, CueFinder(words, grammar, phrases), PeopleOfText(words, grammar))
    for (first, last), paragraph in zip(words.sentences, words.paragraphs, strict=True):
        reading.sentences.append(_Sentence(first, last, paragraph, phrases.phrases(first, last)))
    reading.people.learn([sentence.phrases for sentence in reading.sentences])
    for sentence in reading.sentences:
        reading.groups += _together(words, grammar, sentence.phrases)
    return reading


def _together(text: WordedText, grammar: Grammar, phrases: Sequence[NounPhrase]) -> list[tuple[int, tuple[NounPhrase, ...]]]:
    """Return the names of a sentence that are joined: "A, B and C"."""
    found: list[tuple[int, tuple[NounPhrase, ...]]] = []
    run: list[NounPhrase] = []
    for one in phrases:
        between = text.lower[run[-1].last : one.first] if run else None
        if run and one.name and between is not None and _joins(between, grammar):
            run.append(one)
            if between[-1] in grammar.joining:
                found.append((one.first, tuple(run)))
                run = []
        else:
            run = [one] if one.name else []
    return found


def _joins(between: Sequence[str], grammar: Grammar) -> bool:
    return between == [","] or (len(between) in (1, 2) and between[-1] in grammar.joining and between[:-1] in ([], [","]))


def _attribute(reading: _Reading, number: int, at: int) -> None:
    """Add the record of the quote at word `at` of a sentence, where it is one."""
    stretch = reading.text.stretches[reading.text.quotes[at]]
    words = reading.text.text[stretch.start : stretch.end]
    kind = kind_of(words)
    if stretch.goes_on and reading.found:
        _add(reading, at, _Choice("same", reading.latest_cue, None), kind)
        return
    choice = _choose(reading, number, at, kind)
    if choice is None and not stretch.dashed and len(words.split()) < _WORDS:
        return
    if _is_title(reading, number, at, words, choice):
        return
    _add(reading, at, choice or _Choice("", None, None), kind)


def _choose(reading: _Reading, number: int, at: int, kind: Kind) -> _Choice | None:
    """Return where the speaker of a quote is named; None where nobody is."""
    sentence = reading.sentences[number]
    cues = reading.cues(number)
    behind = _cue_behind(reading, sentence, at, cues)
    if behind is not None:
        return _Choice("behind", behind, behind.speaker)
    before = [cue for cue in cues if cue.first < at]
    if reading.text.lower[at - 1] == ":" and at > sentence.first:
        if before:
            return _Choice("colon", before[-1], before[-1].speaker)
        subject = _subject(sentence, at) or next((one for one in reversed(sentence.phrases) if one.first < at and one.name), None)
        if subject is not None:
            return _Choice("subject of the colon", None, subject)
    if before:
        up = _taken_up(reading, number) if kind == "mixed" else None
        if up is not None:
            return _Choice("taken up", up, up.speaker)
        return _Choice("before", before[-1], _gapped(reading, sentence, before[-1], at) or before[-1].speaker)
    if stretch_dashed(reading, at):
        return None
    return _without_cue(reading, number, at, kind)


def stretch_dashed(reading: _Reading, at: int) -> bool:
    """Tell whether the quote at a word is set apart by the dash of a dialogue."""
    return reading.text.stretches[reading.text.quotes[at]].dashed


def _without_cue(reading: _Reading, number: int, at: int, kind: Kind) -> _Choice | None:
    """Return the less sure places: a verb further on, the next sentence, the speaker before, what the sentence is about."""
    sentence = reading.sentences[number]
    ahead = [cue for cue in reading.cues(number) if cue.first > at]
    alone = sentence.first == at
    if ahead:
        return _Choice("further on", ahead[0], ahead[0].speaker)
    up = _taken_up(reading, number)
    if up is not None:
        return _Choice("taken up", up, up.speaker)
    if alone and number and reading.text.lower[sentence.first - 1] == BREAK and (led := _led_in(reading, number)):
        return led
    if alone and reading.latest >= 0 and _near(reading, number):
        return _Choice("goes on", reading.latest_cue, None)
    subject = _subject(sentence, at)
    if subject is not None and len(reading.text.slice(at, at + 1).split()) > 1:
        return _Choice("subject", None, subject)
    if alone and kind == "direct" and number and reading.sentences[number - 1].paragraph == sentence.paragraph:
        subject = _subject(reading.sentences[number - 1], sentence.first)
        return None if subject is None else _Choice("sentence before", None, subject)
    return None


def _cue_behind(reading: _Reading, sentence: _Sentence, at: int, cues: Sequence[Cue]) -> Cue | None:
    lower = reading.text.lower
    start = at + 1
    while start < sentence.last and (lower[start] in _PAUSES or lower[start] in _COMPARING):
        start += 1
    for cue in cues:
        if cue.first < start:
            continue
        begins = cue.speaker is not None and cue.speaker.first <= start
        little = all(word in reading.grammar.little or word in reading.grammar.auxiliaries or word[0] == "-" for word in lower[start : cue.first])
        if (begins and (start > at + 1 or _stops(reading, at))) or (cue.first - start < 5 and little):
            return cue
        break
    if start == at + 1 and not _stops(reading, at):
        return None
    return reading.finder.open_verb(start, sentence.last, sentence.phrases)


def _stops(reading: _Reading, at: int) -> bool:
    stretch = reading.text.stretches[reading.text.quotes[at]]
    return reading.text.text[stretch.end - 1] in _STOPS


def _gapped(reading: _Reading, sentence: _Sentence, cue: Cue, at: int) -> NounPhrase | None:
    """Return who speaks in a clause that leaves out the verb of the one before: "A spoke of “…”, B of “…”"."""
    lower = reading.text.lower
    start = at - 1
    while start > cue.last and lower[start] not in (";", QUOTE):
        start -= 1
    if start <= cue.last or (lower[start] == QUOTE and lower[start + 1] != ","):
        return None
    if reading.grammar.that.intersection(lower[start:at]):
        return None
    return next((one for one in sentence.phrases if start < one.first < at and not one.before and one.kind != "noun"), None)


def _subject(sentence: _Sentence, before: int) -> NounPhrase | None:
    """Return whom a sentence is about: the first that no preposition governs, before a word."""
    return next(
        (one for one in sentence.phrases if one.first < before and not one.before and "o" not in one.marks and one.kind != "noun"),
        None,
    )


def _taken_up(reading: _Reading, number: int) -> Cue | None:
    """Return the verb of a sentence behind that takes the quote up: "So said the mayor"."""
    if number + 1 >= len(reading.sentences):
        return None
    after = reading.sentences[number + 1]
    if after.paragraph != reading.sentences[number].paragraph or reading.text.lower[after.first] not in reading.grammar.summing:
        return None
    return next((cue for cue in reading.cues(number + 1) if cue.first < after.first + 5), None)


def _led_in(reading: _Reading, number: int) -> _Choice | None:
    """Return the speaker of a paragraph before that ends with a colon."""
    before = reading.sentences[number - 1]
    if reading.text.lower[before.last - 1] != ":":
        return None
    cues = reading.cues(number - 1)
    if cues:
        return _Choice("colon", cues[-1], cues[-1].speaker)
    subject = _subject(before, before.last)
    return None if subject is None else _Choice("subject of the colon", None, subject)


def _near(reading: _Reading, number: int) -> bool:
    """Tell whether the last quote stands in the sentence before, or ended the paragraph before."""
    last = reading.text.sentence_of(reading.latest)
    return last >= number - 1 and reading.sentences[number].paragraph - reading.sentences[last].paragraph < 3


def _is_title(reading: _Reading, number: int, at: int, words: str, choice: _Choice | None) -> bool:
    """Tell whether words in marks are a newspaper's, a ship's or a party's name."""
    parts = words.split()
    first = reading.sentences[number].first
    before = reading.text.lower[at - 1] if at > first else ""
    if len(parts) > 4 or not parts[0][:1].isupper() or before in ("", ":") or words[-1] in ",.!?…":
        return False
    if before in reading.grammar.titles:
        return True
    paused = reading.text.lower[at + 1 : at + 2] and reading.text.lower[at + 1] in _PAUSES
    if choice is not None and (choice.place == "colon" or (choice.place == "behind" and paused)):
        return False
    if reading.grammar.language == "ru":
        return True
    capital = all(part[:1].isupper() or part.lower() in reading.grammar.particles for part in parts)
    articles = reading.grammar.determiners
    definite = before in articles and "i" not in articles[before]
    return capital and (definite or (choice is None and before in reading.grammar.prepositions))


def _add(reading: _Reading, at: int, choice: _Choice, kind: Kind) -> None:
    """Add the record of a quote, and keep in mind who spoke."""
    stretch = reading.text.stretches[reading.text.quotes[at]]
    start, end = stretch.start, stretch.end
    same_cue = choice.cue is not None and choice.cue is reading.latest_cue
    if choice.place in ("same", "goes on") or (same_cue and choice.place == "before" and reading.found[-1:] and reading.found[-1].kind == "direct"):
        _repeat(reading, start, end, kind, choice)
    else:
        reading.group += 1
        reading.found.append(_record(reading, at, (start, end), kind, choice))
    reading.latest = at
    reading.latest_cue = choice.cue


def _repeat(reading: _Reading, start: int, end: int, kind: Kind, choice: _Choice) -> None:
    """Add a further part of the quote before, or a quote of who spoke it."""
    from dataclasses import replace

    last = reading.found[-1]
    sure = min(last.confidence, _SURE["goes on"]) if choice.place == "goes on" else last.confidence
    why = "goes on after the quote before" + (f"; {last.why}" if last.why else "")
    why = last.why if last.why.startswith("goes on") else why
    words = reading.text.text[start:end]
    reading.found.append(replace(last, start=start, end=end, text=words, kind=kind, why=why, confidence=sure, polarity=""))


def _record(reading: _Reading, at: int, place: tuple[int, int], kind: Kind, choice: _Choice) -> QuoteSpan:
    words = reading.text.text[slice(*place)]
    held, names = _speakers(reading, at, choice)
    phrase, cue = choice.speaker, choice.cue
    if not held.name and phrase is None:
        return QuoteSpan(start=place[0], end=place[1], text=words, kind=kind, group=reading.group, why="nobody is named", confidence=0.0)
    sure = _SURE[choice.place] * held.sure
    if cue is not None and abs(cue.first - at) > _FAR:
        sure *= 0.85
    reading.people.spoke(held.name, phrase.gender if phrase is not None else "", at)
    first, last = (phrase.name or phrase.label) if phrase is not None else (0, 0)
    return QuoteSpan(
        start=place[0],
        end=place[1],
        text=words,
        kind=kind,
        group=reading.group,
        speaker_text=reading.text.slice(first, last) if phrase is not None else "",
        speaker_start=reading.text.starts[first] if phrase is not None else -1,
        speaker_end=reading.text.ends[last - 1] if phrase is not None else -1,
        entity=joined_name(names) or held.name,
        cue_text=cue.verb if cue is not None else "",
        why=_why(choice, held),
        confidence=round(sure, 2) if held.name or names else 0.3,
        candidates=held.others[:5],
        role=_role(reading.text, phrase),
        polarity=_polarity(cue, kind),
        speakers=names,
    )


def _speakers(reading: _Reading, at: int, choice: _Choice) -> tuple[Holder, tuple[str, ...]]:
    """Return whom the chosen words stand for, and all of them where several speak."""
    people, cue, phrase = reading.people, choice.cue, choice.speaker
    verb = reading.text.lower[cue.first] if cue is not None and cue.way == "verb" else ""
    plural = bool(verb) and cue is not None and _is_plural(reading, cue)
    if phrase is None or (phrase.kind == "pronoun" and plural and phrase.gender != "f"):
        group = next((group for place, group in reversed(reading.groups) if place < at), None)
        if plural and group is not None:
            names = tuple(dict.fromkeys(people.resolve(one, at).name for one in group))
            return Holder(joined_name(names), "those named together before", 0.8), names
    if phrase is None:
        if cue is not None and cue.way == "according":
            return people.pronoun(cue.gender, at, cue.verb, several=False), ()
        if not verb or plural:
            return Holder(""), ()
        gender = verb_gender(verb) if reading.grammar.language == "ru" else ""
        held = people.pronoun(gender, at, "nobody named", several=False)
        return held._replace(sure=held.sure * 0.95), ()
    held = people.resolve(phrase, at, verb)
    for _, group in reading.groups:
        if phrase in group and (plural or choice.place == "subject" or any("p" in one.marks for one in group)):
            names = tuple(dict.fromkeys(people.resolve(one, at).name for one in group))
            return held, names if len(names) > 1 else ()
    return held, ()


def _is_plural(reading: _Reading, cue: Cue) -> bool:
    window = reading.text.lower[max(0, cue.first - 2) : cue.first + 1]
    return any(reading.grammar.plural.fullmatch(word) for word in window if word in reading.grammar.auxiliaries or word == window[-1])


def _why(choice: _Choice, held: Holder) -> str:
    cue, phrase = choice.cue, choice.speaker
    if cue is None:
        how = f"whom the sentence is about ({choice.place})"
        how = {"subject of the colon": "named before the colon", "sentence before": "whom the sentence before is about"}.get(choice.place, how)
        how = "whom the sentence is about" if choice.place == "subject" else how
    elif cue.way == "according":
        how = f"named after '{cue.verb}'"
    elif phrase is None:
        how = f"nobody is named beside '{cue.verb}'"
    elif phrase.first > cue.first:
        how = f"named right after '{cue.verb}'"
    else:
        how = f"subject of '{cue.verb}'"
    how += {"taken up": " in the sentence after", "further on": " further on in the sentence"}.get(choice.place, "")
    return f"{how}; {held.how}" if held.how else how


def _role(text: WordedText, phrase: NounPhrase | None) -> str:
    """Return what a text says a person is, in its words: "la ministre de la mer"."""
    if phrase is None or phrase.name is None or phrase.head < 0:
        return ""
    if phrase.head < phrase.name[0]:
        return text.slice(phrase.label[0], min(phrase.label[1], phrase.name[0])).strip(" ,(")
    return text.slice(phrase.name[1], phrase.last).strip(" ,—–")


def _polarity(cue: Cue | None, kind: Kind) -> str:
    """Return what a verb makes of the words; a whole sentence is the speaker's own, though it may be a question."""
    if cue is None:
        return ""
    return cue.polarity if kind != "direct" or cue.polarity == "asked" else ""


def _add_indirect(reading: _Reading, number: int) -> None:
    """Add what a sentence without marks reports: "said that …"."""
    for cue in reading.cues(number):
        clause = _reported(reading, reading.sentences[number], cue)
        if clause is None or cue.speaker is None:
            continue
        start, end = reading.text.starts[clause[0]], reading.text.ends[clause[1] - 1]
        reading.group += 1
        choice = _Choice("before", cue, cue.speaker)
        reading.found.append(_record(reading, cue.first, (start, end), "indirect", choice))
        return


def _reported(reading: _Reading, sentence: _Sentence, cue: Cue) -> tuple[int, int] | None:
    """Return the words that a verb reports without marks, None where it has no such clause."""
    lower, grammar = reading.text.lower, reading.grammar
    end = sentence.last
    while end > cue.last and not lower[end - 1][0].isalnum():
        end -= 1
    if cue.way != "verb":
        return None
    at = cue.last
    phrase_end = cue.speaker.last if cue.speaker is not None and cue.speaker.first >= cue.last else cue.last
    while at < end and at < phrase_end + 7:
        if lower[at] in grammar.that and lower[at - 1] not in grammar.prepositions:
            return (at + 1, end) if end - at > 3 else None
        if lower[at] == "," and at >= phrase_end:
            german = grammar.language == "de" and lower[at + 1] not in grammar.that and phrase_end == cue.last
            if german and lower[at + 1] not in ("und", "wo", "wenn", "als", "um", "wie", "der", "nachdem", "bevor", "aber"):
                return (at + 1, end) if end - at > 3 else None
            if at + 1 < end and lower[at + 1] in grammar.that:
                return (at + 2, end) if end - at > 3 else None
            return None
        if lower[at] == QUOTE or lower[at] in (":", ";"):
            return None
        at += 1
    return None
