"""What is reported without marks: the clause behind "said that", beside "according to", before ", said the mayor"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.reading.quotes.languages.article_reading import ArticleReading, Sentence
from tui.reading.quotes.languages.citations import Cue
from tui.reading.quotes.languages.cue_clauses import AS_VERBS, COMPARING, REFLEXIVE, WEAK
from tui.reading.quotes.languages.offers import is_order, offered, ready
from tui.reading.quotes.languages.speaker_places import SpeakerPlace
from tui.reading.quotes.languages.verb_subjects import ADVERBS, WITHIN
from tui.reading.quotes.languages.worded_text import QUOTE

_BETWEEN = 7  # words between who speaks and "that"
_FEWEST = 3  # words of a clause
_LEAVING_OPEN = frozenset({"asked", "refused", "declined"})
_EXCLUDING = frozenset({"ruled out", "open"})
_ANY = frozenset(
    "tout toute cualquier cualquiera ninguna ningún jede jeden jegliche любую любое всякую".split()
)
_ORDERS = frozenset({"urged", "asked"})
_APART = 4  # words of a clause that what stands behind its speaker may be no part of
_LETTING = frozenset({"fait"})  # "a fait savoir la mairie"
_NEAR = 3  # words from "ne" to a verb
_NE = frozenset(("ne", "n'", "n’"))
_NOT_ONLY = frozenset("plus rien guère personne".split())
_FAR = 14  # words to what somebody is accused of
_UNIT = re.compile(r"\s?[%‰°€$£¥]")
_ENDS = frozenset({QUOTE, ":", ";"})
_PAUSES = _ENDS | {","}
_TURNS = frozenset("mais pero aber но а".split())
# A German clause that a comma and one of these begin is none that is said.
_NO_SPEECH = frozenset("und wo wenn als um wie nachdem bevor aber obwohl weil während".split())
# Where words are found, or on whose behalf something is done: nobody need have said what no marks set apart.
_NO_TELLING = frozenset(
    "namen konto mund munde compte page bouche plume voix cuenta boca voz имени странице аккаунте устами словами".split()
)
# of the weak ones: it tells who says a thing, where the others tell for whom it is
_TELLING = frozenset({"so"})
_PASSIVE = frozenset("été est sont était fue fueron sido es".split())

Ranges = tuple[tuple[int, int], ...]


def with_inversion(reading: ArticleReading, sentence: Sentence, cue: Cue) -> Cue:
    """Return a cue as that of who stands right behind it in ", said the mayor", whoever stands before."""
    at, lower, grammar = cue.first, reading.text.lower, reading.grammar
    mood = not cue.polarity and any(grammar.reporting.fullmatch(word) for word in lower[sentence.first : at])
    cited = cue.speaker is not None and bool(cue.speaker.before)
    if cited or cue.way != "verb" or not (mood or grammar.telling.fullmatch(lower[at])):
        return cue
    while at > sentence.first and lower[at - 1] in grammar.auxiliaries | REFLEXIVE | AS_VERBS:
        at -= 1
    behind = next((one for one in sentence.phrases if one.first == cue.last and one.may_speak), None)
    if behind is None and grammar.plural.fullmatch(lower[cue.first]):  # "…, сообщили в мэрии"
        bodies = (one for one in sentence.phrases if one.kind == "body" and one.before in WITHIN)
        behind = next((one for one in bodies if one.first == cue.last + 1), None)
    return replace(cue, speaker=behind) if behind is not None and lower[at - 1] == "," else cue


def reported_clause(
    reading: ArticleReading, sentence: Sentence, cue: Cue, cues: Sequence[Cue], *, marked: bool = False
) -> Ranges:
    """Return the words, each part as first and last (exclusive), that a cue reports; () where no clause is beside it.

    `cues` are all of the sentence. With `marked` it has words in marks, and what stands around a cue may be about these.
    """
    if cue.speaker is None and cue.way == "verb" and reading.text.lower[sentence.first] in COMPARING:
        return ()  # "wie erwartet, siegte die Partei" tells of no speech
    end = max(cue.last, reading.last_word(sentence.last))
    last = _before_next(reading, cue, cues, end)
    particle, _ = reading.grammar.parted.get(reading.text.lower[cue.first], ("", ""))
    last -= 2 * (
        reading.text.lower[last - 2 : last] == [",", particle]
    )  # "wies die Behauptung, er lüge, zurück"
    if cue.way == "verb" and (
        behind := _excluded(reading, cue, last) or ready(reading, cue, last) or offered(reading, cue, last)
    ):
        return (behind,)
    if reading.grammar.nouns_have_capitals and reading.grammar.offering.fullmatch(
        reading.text.lower[cue.first]
    ):
        return ()  # "Zimmer angeboten, die teuer waren"
    if cue.way == "verb" and (behind := _behind(reading, last, cue)):
        return () if _is_only(reading, cue) else (behind,)
    return () if marked else _around(reading, sentence.first, end, cue)


def _before_next(reading: ArticleReading, cue: Cue, cues: Sequence[Cue], end: int) -> int:
    """Return where what a cue reports ends for the next verb that its speaker goes on with: "…, and recalled that …"."""
    lower, grammar = reading.text.lower, reading.grammar
    for one in cues:
        at = one.first
        if one.way != "verb" or at < cue.last + _FEWEST or not _leads_on(reading, one, end):
            continue
        while at > cue.last and (lower[at - 1] in grammar.auxiliaries | REFLEXIVE | grammar.little):
            at -= 1
            if lower[at] in grammar.joining | _TURNS:
                break
        if lower[at] in grammar.joining | _TURNS or lower[at - 1] == ",":
            return at - (lower[at - 1] == ",")
    return end


def _leads_on(reading: ArticleReading, cue: Cue, end: int) -> bool:
    """Tell whether a clause with "that", or words in marks, stand right behind a verb."""
    led = reading.grammar.that | {QUOTE}
    behind = reading.text.lower[cue.last : min(end + 1, cue.last + _BETWEEN)]
    marked = QUOTE in behind and {",", ";", ":", *reading.grammar.that}.isdisjoint(
        behind[: behind.index(QUOTE)]
    )
    return marked or any(word in led for word in behind[:3])  # "y tachó la queja de «…»"


def _behind(reading: ArticleReading, end: int, cue: Cue) -> tuple[int, int] | None:
    """Return the clause that follows a verb: "said that …", "denied having …"."""
    lower, grammar = reading.text.lower, reading.grammar
    behind = cue.speaker if cue.speaker is not None and cue.speaker.first >= cue.last else None
    begins = behind.last if behind is not None else cue.last
    inverted = behind is not None and not behind.before  # "reported, citing a diplomat, that"
    deed = cue.last + any(word.endswith(ADVERBS) for word in lower[cue.last : cue.last + 1])
    if not grammar.infinitives.isdisjoint(lower[deed : deed + 1]):  # "dément catégoriquement avoir signé"
        return (deed, end) if end - deed >= _FEWEST else None
    if cue.polarity == "accused" and lower[cue.first - 1] in _PASSIVE:
        return None
    for at in range(begins, min(end, begins + _BETWEEN)):
        word, after = lower[at], lower[at + 1] if at + 1 < end else ""
        start = -1
        if word in grammar.that and (lower[at - 1] not in grammar.prepositions or at == begins + 1):
            start = at + 1
        elif word == "," and after in grammar.that and not (inverted and grammar.nouns_behind_articles):
            start = at + 2  # but not "…, cuenta Ovidio, que regenta una tienda"
        elif word == "," and grammar.nouns_have_capitals and after not in _NO_SPEECH | grammar.cues.keys():
            start = at + 1 if not inverted or _is_in_mood(reading, at + 1, end) else -1
        elif cue.polarity == "accused" and word in grammar.infinitives:
            start = at  # "accused the ministry of having …"
        elif cue.polarity in _LEAVING_OPEN and (question := _question(reading, at, end)):
            start = question
        elif cue.polarity in _ORDERS and is_order(reading, at, end):
            start = at
        elif (word in _ENDS and at not in reading.titles) or word == ",":
            return None
        if start >= 0:
            few = _FEWEST - (lower[start - 1] in grammar.that or start == at or lower[start] == "zu")
            return (start, end) if end - start >= few else None
    return None


def _is_in_mood(reading: ArticleReading, first: int, end: int) -> bool:
    """Tell whether a German main clause begins at a word in the mood of what is reported: "der Damm sei voll"."""
    lower, grammar = reading.text.lower, reading.grammar
    last = next((at for at in range(first, end) if lower[at] in _PAUSES), end)
    verbs = [at for at in range(first, last) if grammar.reporting.fullmatch(lower[at])]
    if not verbs or any(grammar.plain.fullmatch(word) for word in lower[first:last]):
        return False
    return verbs[0] < last - 1 or lower[first] in grammar.pronouns  # not "der krank sei"


def _is_only(reading: ArticleReading, cue: Cue) -> bool:
    """Tell whether a verb has a French "ne" whose other half is the "que" behind it: "n'a dit que quelques mots"."""
    before = reading.text.lower[max(0, cue.first - _NEAR) : cue.first]
    ne = next((at for at, word in enumerate(before) if word in _NE), -1)
    return ne >= 0 and not cue.polarity and not (_NOT_ONLY | reading.grammar.not_).intersection(before[ne:])


def _excluded(reading: ArticleReading, cue: Cue, end: int) -> tuple[int, int] | None:
    """Return what somebody rules out, or does not, or rejects: "n'exclut pas une intervention", "wies den Plan zurück"."""
    lower, grammar = reading.text.lower, reading.grammar
    start = cue.last
    particle, parted = grammar.parted.get(lower[cue.first], ("", ""))
    rejects = parted == cue.polarity == "rejected"
    denies = cue.polarity == "denied" and not _ANY.isdisjoint(lower[start : start + 1])
    if not (rejects or denies or (cue.polarity in _EXCLUDING and not parted)):
        return None
    if cue.speaker is not None and cue.speaker.kind == "noun":
        return None  # "la loi n'exclut pas une amende"
    while start < end and lower[start] in grammar.not_:
        start += 1
    if start >= end or (lower[start] not in grammar.determiners and lower[start] not in _ANY):
        return None
    phrases = reading.sentences[reading.text.sentence_of(start)].phrases
    if any(one.first == start and one.kind in ("person", "office", "body") for one in phrases):
        return None  # "a exclu son adjoint"
    last = next(
        (at for at in range(start, end) if lower[at] in {",", ";", ":", QUOTE, *grammar.joining}), end
    )
    if rejects and lower[last - 1] != particle:
        return None
    if rejects and lower[last - 2] in grammar.claims and lower[last] == "," and end - last > _FEWEST:
        return last + 1 + (lower[last + 1] in grammar.that), end  # "wies die Behauptung zurück, sie habe …"
    last -= rejects
    return (start, last) if last - start > 1 else None


def _compared(reading: ArticleReading, first: int, end: int, cue: Cue) -> tuple[int, int] | None:
    """Return what follows the comma behind "as she said" at the beginning of a sentence."""
    lower = reading.text.lower
    if lower[first] not in COMPARING | AS_VERBS or cue.way != "verb" or cue.speaker is None:
        return None
    last = max(cue.last, cue.speaker.last)
    ahead = range(first, min(end, last + _BETWEEN))
    comma = next((at for at in ahead if lower[at] == "," and at >= last), -1)
    return (comma + 1, end) if comma >= 0 and end - comma > _FEWEST else None


def _question(reading: ArticleReading, at: int, end: int) -> int:
    """Return where a question begins that is reported, at word `at` or behind the comma there; 0 where none does."""
    lower, grammar = reading.text.lower, reading.grammar
    if lower[at] in grammar.whether:
        return at
    comma = lower[at] == "," and at + 1 < end
    asks = comma and (lower[at + 1] in grammar.whether or "ли" in lower[at + 1 : min(end, at + 4)])
    return at + 1 if asks else 0


def _around(reading: ArticleReading, first: int, end: int, cue: Cue) -> Ranges:
    """Return what stands before and behind a cue that is set apart by commas, with who speaks behind it."""
    lower, grammar, speaker = reading.text.lower, reading.grammar, cue.speaker
    if compared := _compared(reading, first, end, cue):
        return (compared,)
    theirs = speaker is None and cue.way == "according"  # "selon lui"
    if lower[cue.first] in WEAK - _TELLING or not (
        theirs
        or (speaker is not None and (speaker.first >= cue.last or lower[speaker.first].startswith("-")))
    ):
        return ()
    mood = not cue.polarity and any(grammar.reporting.fullmatch(word) for word in lower[first : cue.first])
    if cue.way == "verb" and not mood and not grammar.telling.fullmatch(lower[cue.first]):
        return ()  # "…, greeted the minister"
    if cue.way == "according" and (
        (speaker is not None and speaker.kind == "noun")
        or _NO_TELLING.intersection(lower[cue.first : cue.last])
    ):
        return ()  # "according to the law"
    begin, last = cue.first, cue.last if speaker is None else max(cue.last, speaker.last)
    if speaker is not None and speaker.last == begin:
        begin = speaker.first  # "a-t-il"
    while (
        cue.way == "verb"
        and begin > first
        and lower[begin - 1] in grammar.auxiliaries | REFLEXIVE | AS_VERBS | _LETTING
    ):
        begin -= 1
    colon = next((at + 1 for at in range(begin - 1, first, -1) if lower[at] == ":"), first)
    first = colon if colon == begin else first  # "Il a un plan : selon lui, …"
    opens, closes = begin == first, last >= end
    paused = not opens and lower[begin - 1] == ","
    goes_on = not closes and lower[last] == ","
    if opens:
        start = last + goes_on
        if lower[last : last + 1] and lower[last] in grammar.prepositions:  # "selon une source à Genève, "
            comma = next((at for at in range(last, min(end, last + _BETWEEN)) if lower[at] == ","), last - 1)
            start = comma + 1
        return ((start, end),) if end - start >= _FEWEST else ()
    if not paused:
        return ()
    before = (first, begin - 1)
    if not goes_on:
        return (before,) if before[1] - before[0] >= _FEWEST else ()
    behind = (last + 1, end)
    led = lower[last + 1 : last + 2]
    if grammar.prepositions.union(grammar.of, grammar.determiners).intersection(led):
        # ", said Lund, of the rescue services"
        return (before,) if before[1] - before[0] >= _APART else ()
    enough = before[1] > before[0] and behind[1] - behind[0] >= 2
    return (before, behind) if enough else ()


def end_of(reading: ArticleReading, last: int) -> int:
    """Return where the text before word `last` ends, with the unit of a figure: "6 %"."""
    end = reading.text.ends[last - 1]
    unit = _UNIT.match(reading.text.text, end)
    return unit.end() if unit else end


def with_whom(reading: ArticleReading, chosen: SpeakerPlace | None, at: int) -> SpeakerPlace | None:
    """Return a place whose verb accuses with all that stands before word `at`, where the words begin: with whom."""
    cue = chosen.cue if chosen is not None else None
    if chosen is None or cue is None or cue.polarity != "accused" or not cue.last <= at <= cue.first + _FAR:
        return chosen
    end = at - (reading.text.lower[at - 1] in ",:")
    first, last = reading.text.starts[cue.first], reading.text.ends[end - 1]
    last += reading.text.text[last : last + 1] in ("'", "’")  # "d'"
    return chosen._replace(cue=replace(cue, verb=reading.text.text[first:last]))
