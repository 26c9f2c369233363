"""Transcripts and interviews: each turn is its speaker's direct speech, named at its beginning.

"MR LUND: …", "Question: …", "Q: … A: …", "President of Norland Erik Holm (retranslated): …", "Lund, anchor: …":
`turn_labels` finds these. A text is read so where at least three paragraphs begin with such names, or a question and its
answer do, and what follows them are sentences; a list of facts ("Date: 2 July") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

from tui.reading.quotes.turns.interviews import ABOUT_ITSELF, IN_MARKS, interviewee
from tui.reading.quotes.turns.turn_doubts import weighed
from tui.reading.quotes.turns.turn_speakers import FULL_NAME, giver, in_asides, introduced, speakers_of
from tui.reading.quotes.words.turn_labels import ENDS, Label, asks, labels, last_word
from tui.reading.quotes.words.word_classes import TITLES
from tui.reading.result import QuoteSpan

_THANKS = (
    r"(?:(?:Thank you|Thanks|Good (?:morning|afternoon|evening)|Hello|Hi|Yes|Sorry|If I may|(?:A |Just a )?[Ff]ollow-up"
    r"|One (?:more|question)|(?:A )?[Qq]uick (?:one|question))[^.!\n]{0,30}[.!] )?"
)
_ASKER = re.compile(rf"{_THANKS}{FULL_NAME}, (?:the |from |of )?[^.\n]{{2,60}}\. ")
_GOES_ON = re.compile(r"(?:forgive me|sorry|but|and|so|still|just|then|you said)\b", re.IGNORECASE)
_STRANGE = re.compile(r"(?:[^\W\d_a-z][\w.'’-]+ ?){1,4}(?:\([^()\n]*\))?: \S")  # a label that is not known
_TELLS = re.compile(
    r"\b(?:said|says|told|calls|called|declined|according to|added|did not respond|(?:was|were|is) (?:an?|the))\b"
)
_SPEAKS = re.compile(r"\b(?:I|we|you|us|me|my|our|your|let's)\b", re.IGNORECASE)
_I = re.compile(
    r"\bI\b|\b(?:thank you|ladies and gentlemen|good (?:morning|afternoon|evening))\b", re.IGNORECASE
)
_DELIVERED = re.compile(r"(?:check against|as delivered|delivered on|link to)\b", re.IGNORECASE)
_ASKED = re.compile(r"^(?:Q|Question|QUESTION|Reporter)\d*[:.] ", re.MULTILINE)
_MARKS = {'"': '"', "“": "”"}
_HEADING_REACH = 600  # letters
_PAIR, _SHORT = 3, 25  # paragraphs; words of a question
_GUESSED = 0.55
_SURE, _DOUBTED = 0.95, 0.5
# "On the Strait"
_HEADING = re.compile(r"(?:\S+ ){0,2}\S+|(?:(?:[^\W\d_a-z][\w'’-]*|\d+|[a-z]{1,3}) ?){1,10}")
WHY = "named at the beginning of the turn"
_GIVEN = "whose remarks the heading says these are"
_ANSWERS = "answers a question in an interview"
_NOTHING = cast(Label, re.match("(?P<name>)(?P<asides>)", ""))  # the label of who has none
# "(Laughter.)", "# # #", "END 10:58 A.M. CDT" are nobody's words
_ASIDE = re.compile(
    r"[(\[<][^()\[\]<>]*[)\]>]\.?|# ?#[ #]*|-*(?:END|end|30)-+|END\b[^a-z]{0,30}|[^\n]*https?://\S+|BY [^a-z]+:"
)


class Turn(NamedTuple):
    """What somebody says in a transcript: the paragraphs (first and last offset of each), and who says it, how surely."""

    paragraphs: tuple[tuple[int, int], ...]
    label: Label
    speaker: str
    sure: float
    why: str = WHY


def turns(text: str, headline: str = "") -> list[Turn]:
    """Return the turns of a transcript, or of a speech that its heading calls one, in order; [] where `text` is none."""
    marked = labels(text)
    given = giver(text[: min(marked[0].start() if marked else len(text), _HEADING_REACH)])
    above = None if given else giver(headline)
    office = _office(given or above)
    if above:
        given = above[0], _NOTHING
    if not marked:
        return _remarks(text, given) if given else []
    # who opens presents the guests; a note at the end says who was asked
    above_turns = f"{headline}\n\n{text[: marked[0].start()]}"
    opening = above_turns + text[marked[0].end() : marked[1].start()]
    speakers = speakers_of(marked, opening, text[text.find("\n", marked[-1].end()) % (len(text) + 1) :])
    speakers |= dict(introduced(text, marked, speakers))
    # of two ministers "the minister" is the one whose remarks these are
    speakers |= {label: given[0] for label, name in speakers.items() if given and _is_borne(name, office)}
    ends = [label.start() for label in marked[1:]] + [len(text)]
    found = []
    for label, end in zip(marked, ends, strict=True):
        # "Question: Marta Lind, the News Agency. Will you …?", "MS LIND: Marta Lind, …"
        asker = _ASKER.match(text, label.end())
        if asker and not asks(label) and asker[1].split()[-1] != speakers[label["name"]]:
            asker = None
        # not "Mr President, …"
        named = asker is not None and asker[1].split()[0].strip(".").casefold() not in TITLES
        speaker = asker[1] if asker and named else in_asides(label) or speakers[label["name"]]
        before = text[label.start() : max(label.start(), label.start("name"))]
        closing = next((close for mark, close in _MARKS.items() if mark in before), "")  # “LUND: We open it.”
        paragraphs = _paragraphs(text, label.end(), end, closing)
        if label is marked[-1]:
            led = text[: marked[0].start()].rstrip().endswith(".")
            paragraphs = tuple(_until_told(text, paragraphs, () if led else marked))
        if paragraphs:
            found.append(Turn(paragraphs, label, speaker, _SURE))
    if all(map(asks, marked)):
        found = list(_answered(found, given, interviewee(above_turns)))
    others = {turn.speaker for turn in found if not asks(turn.label)}
    if given is None and len(others) == 1 and asks(marked[0]):
        (asked,) = others  # who spoke before, too
        given = (asked, _NOTHING) if " " in asked and asked[0].isupper() else None
    opened = _opening(text[: marked[0].start()], given) if given else []
    return [*opened, *_with_answers(text, list(_with_questions(text, _with_askers(text, found, speakers))))]


def _office(given: tuple[str, Label] | None) -> list[str]:
    """Return the words of the office that a heading gives the one whose remarks a text is, in small letters."""
    return given[1]["name"].casefold().removesuffix(given[0].casefold()).split() if given else []


def _is_borne(name: str, office: Sequence[str]) -> bool:
    """Tell whether a name is no more than an office, and of the words of `office`: "Minister"."""
    words = name.casefold().split()
    return words[-1] in TITLES and set(words) <= set(office)


def _opening(before: str, given: tuple[str, Label]) -> list[Turn]:
    """Return what somebody says before the first label, whose remarks the heading says these are; [] for nothing.

    Where they are told of by name it is the writer who speaks, and above that.
    """
    name, label = given
    first = before.find("\n", label.end()) % (len(before) + 1) if label["name"] else 0
    paragraphs = [
        (start, end)
        for start, end in _paragraphs(before, first, len(before))
        if before[start:end].endswith(ENDS) and not _DELIVERED.match(before[start:end])
    ]
    writers = [
        number
        for number, (start, end) in enumerate(paragraphs)
        if last_word(name) in before[start:end].casefold() or ABOUT_ITSELF.match(before, start, end)
    ]
    led = bool(label["name"]) and bool(writers)
    own = () if led else tuple(paragraphs[1 + max(writers, default=-1) :])
    spoken = any(_SPEAKS.search(before, *place) for place in own)
    return [Turn(own, label, name, _GUESSED, _GIVEN)] if spoken else []


def _remarks(text: str, given: tuple[str, Label]) -> list[Turn]:
    """Return a speech whose heading says whose it is; [] for paragraphs of which most are in nobody's first person.

    Nor where others ask in it, if in too few words for a transcript.
    """
    name, label = given
    heading = text[label.start() :].partition("\n")[0].rstrip()
    # an article may begin "I went to the speech by President Ida Lund."
    told = heading.endswith((".", "!", "?")) if label["name"] else last_word(name) in text.casefold()
    found = [] if told or _ASKED.search(text) else _opening(text, given)
    words = [IN_MARKS.sub("", text[start:end]) for turn in found for start, end in turn.paragraphs]
    spoken = sum(bool(_SPEAKS.search(each)) for each in words)
    return found if spoken * 2 >= len(words) >= _PAIR and any(map(_I.search, words)) else []


def _answered(found: list[Turn], given: tuple[str, Label] | None, asked: str) -> Iterator[Turn]:
    """Yield the turns of a talk in which only questions bear labels: what stands below each is the answer."""
    name = given[0] if given else asked or "the interviewee"
    for turn in found:
        yield turn._replace(paragraphs=turn.paragraphs[:1])
        if turn.paragraphs[1:]:
            yield Turn(turn.paragraphs[1:], given[1] if given else _NOTHING, name, _GUESSED, _ANSWERS)


def _with_askers(text: str, found: list[Turn], speakers: Mapping[str, str]) -> list[Turn]:
    """Return the turns, a question that goes on from the one before given to its asker, who named himself there."""
    turns, asker = [], ""
    for turn in found:
        asked = asks(turn.label)
        named = asked and turn.speaker != speakers[turn.label["name"]]
        if named or (asked and not _GOES_ON.match(text, turn.paragraphs[0][0])):
            asker = turn.speaker if named else ""
        turns.append(turn._replace(speaker=asker, sure=_GUESSED) if asked and asker and not named else turn)
    return turns


def _with_questions(text: str, found: list[Turn]) -> Iterator[Turn]:
    """Yield the turns, a question without a label apart: one that stands between two labels of the same speaker."""
    for turn, after in zip(found, [*found[1:], None], strict=True):
        question = slice(*turn.paragraphs[-1])
        asked = text[question].endswith("?") and len(text[question].split()) <= _SHORT
        if after is None or after.speaker != turn.speaker or len(turn.paragraphs) < _PAIR - 1 or not asked:
            yield turn
            continue
        yield turn._replace(paragraphs=turn.paragraphs[:-1])
        yield Turn(turn.paragraphs[-1:], turn.label, "the interviewer", _GUESSED)


def _with_answers(text: str, found: list[Turn]) -> list[Turn]:
    """Return the turns, the last in parts where questions and answers go on below it without labels: "And now?"."""
    last = found[-1] if found else None
    askers = {turn.speaker: turn for turn in found if last and turn.speaker != last.speaker}
    if last is None or len(askers) != 1 or len(last.paragraphs) < _PAIR:
        return found
    (asker,) = askers.values()
    said = [text[start:end] for start, end in last.paragraphs]
    sizes = [len(words.split()) for words in said]
    questions = [n for n, words in enumerate(said) if words.endswith("?") and sizes[n] <= _SHORT]
    by_turns = len(said) % 2 and all(n % 2 for n in questions) and len(questions) * 4 >= len(said) - 1
    if by_turns and questions and max(sizes[1::2]) <= _SHORT:
        questions = [*range(1, len(said), 2)]  # "You stayed." asks too
    elif len(found) > len(("question", "answer")):
        return found  # who has labels for all asks himself: "And why?"
    apart = all(two - one > 1 for one, two in pairwise([-1, *questions, len(said)]))
    if not questions or not apart or 2 * sum(sizes[n] for n in questions) > sum(sizes[1:]):
        return found
    starts = [0, *(n + behind for n in questions for behind in (0, 1)), len(said)]
    parts = [
        (asker if number % 2 else last)._replace(
            paragraphs=last.paragraphs[start:end], sure=_GUESSED if number else last.sure
        )
        for number, (start, end) in enumerate(pairwise(starts))
    ]
    return [*found[:-1], *parts]


def spans(text: str, first_group: int, headline: str = "") -> list[QuoteSpan]:
    """Return the turns of a transcript as quotes, a record a paragraph, those of a turn in one group."""
    found = []
    for group, turn in enumerate(turns(text, headline), first_group):
        whole = turn.speaker in headline and turn.speaker not in text
        why = f"{turn.why}; “{turn.speaker}” in the headline" if whole else turn.why
        for start, end in turn.paragraphs:
            strange = start > turn.paragraphs[0][0] and _STRANGE.match(text, start, end)
            found.append(
                QuoteSpan(
                    start=start,
                    end=end,
                    text=text[start:end],
                    kind="direct",
                    group=group,
                    speaker_text=turn.label["name"],
                    speaker_start=turn.label.start("name") if turn.label["name"] else -1,
                    speaker_end=turn.label.end("name") if turn.label["name"] else -1,
                    entity=turn.speaker,
                    cue_text=":",
                    why=why,
                    confidence=_DOUBTED if strange else turn.sure,
                    polarity="asked" if asks(turn.label) else "",
                )
            )
    return weighed(found)


def _until_told(
    text: str, paragraphs: tuple[tuple[int, int], ...], named: Sequence[Label]
) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a last turn that come before those in which the writer of an article takes over.

    Where no article leads the transcript in, such a paragraph tells of one of those who are `named` by labels, or of
    the interview itself. What stands below a question answers it.
    """
    asked = False
    for start, end in paragraphs:
        plain = IN_MARKS.sub("", text[start:end])
        told = not named or any(last_word(label["name"]) in plain.casefold() for label in named)
        tells = (told and _TELLS.search(plain)) or ABOUT_ITSELF.match(plain)
        asks = plain.endswith("?")
        if start > paragraphs[0][0] and tells and not asked and not _SPEAKS.search(plain) and not asks:
            return
        asked = asks
        yield start, end


def _paragraphs(text: str, start: int, end: int, closing: str = "") -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"\S[^\n]*", text[start:end]):
        words = match[0].rstrip("*_ ")
        words = words.removesuffix(closing)
        if _ASIDE.fullmatch(words):
            continue
        if not found or words.endswith((*ENDS, ",", ":", ";")) or not _HEADING.fullmatch(words):
            found.append((start + match.start(), start + match.start() + len(words)))
    return tuple(found)
