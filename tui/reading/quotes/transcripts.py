"""Transcripts and interviews: each turn is its speaker's direct speech, named at its beginning.

"MR LUND: …", "Question: …", "Q: … A: …", "President of Norland Erik Holm (retranslated): …". A text is read so where at
least three paragraphs begin with such names and what follows them are sentences; a list of facts ("Date: 2 July") is none.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from tui.reading.quotes.context import read_context
from tui.reading.quotes.word_classes import word_set
from tui.reading.result import QuoteSpan

_LABEL = re.compile(
    r"^[*_]{0,3}(?P<name>[^\W\d_][^:\n“”\"?!]{0,70}?)(?:\s*\([^()\n]{1,40}\))?\s?:[*_]{0,3}[ \t]+(?=\S)",
    re.MULTILINE,
)
_FEWEST = 3  # turns
_WORDS = 9  # of a label
_LITTLE = word_set("of the for and de van von der den al bin la le du da di y e in on to")
_NO_SPEAKER = word_set("""
    note notes source sources date place location time contact update updated photo video image related tags tag by
    caption read more see also summary subject re from to cc sent title headline topic topics location duration
    price email phone address website copyright credit credits editor warning correction
""")
_ASKS = word_set("q question reporter journalist interviewer correspondent")
_INTERVIEWS = word_set("q interviewer")
_ANSWERS = word_set("a answer")
_ASKER = re.compile(
    r"((?:[^\W\d_a-z][\w'’.-]+ ){1,3}[^\W\d_a-z][\w'’-]+), (?:the |from |of )?[^.\n]{2,60}\. "
)
_INTERVIEWEE = re.compile(r"[Ii]nterview(?:ed)?(?: with)? ((?:[^\W\d_a-z][\w'’.-]+ ?){2,6})")
_ENDS = (".", "?", "!", "…", "”", '"', ")")


class Turn(NamedTuple):
    """What somebody says in a transcript: the paragraphs (first and last offset of each), and who says it."""

    paragraphs: tuple[tuple[int, int], ...]
    label: str
    label_start: int
    label_end: int
    speaker: str


def turns(text: str) -> list[Turn]:
    """Return the turns of a transcript, in order; [] where `text` is none."""
    labels = [match for match in _LABEL.finditer(text) if _is_speaker(match["name"])]
    lasts = {_last_word(match["name"]) for match in labels if " " in match["name"]}
    single = {match["name"] for match in labels if " " not in match["name"]}
    strange = {name for name in single if not _is_surname(name, lasts, text)}
    labels = [match for match in labels if match["name"] not in strange]
    if len(labels) < _FEWEST:
        return []
    said = [text[match.end() : text.find("\n", match.end()) % (len(text) + 1)].rstrip() for match in labels]
    spoken = sum(words.endswith((*_ENDS, ",")) and len(words.split()) > 1 for words in said)
    speakers = _speakers([match["name"] for match in labels], text[: labels[0].start()])
    names = [speakers[match["name"]] for match in labels]
    if spoken * 3 < len(labels) * 2 or Counter(names).most_common(1)[0][1] < 2:
        return []
    interviewee = _INTERVIEWEE.search(text, 0, labels[0].start())
    found = []
    for number, match in enumerate(labels):
        last = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        label = match["name"]
        speaker = names[number]
        if interviewee and label.casefold() in _ANSWERS:
            speaker = _name(interviewee[1])
        asker = _ASKER.match(text, match.end()) if label.casefold() in _ASKS else None
        if asker:  # "Question: Marta Lind, the News Agency. Will you …?"
            speaker = asker[1]
        paragraphs = _paragraphs(text, match.end(), last)
        if paragraphs:
            found.append(Turn(paragraphs, label, match.start("name"), match.end("name"), speaker))
    return found


def spans(text: str, first_group: int) -> list[QuoteSpan]:
    """Return the turns of a transcript as quotes, a record a paragraph, those of a turn in one group."""
    found = []
    for group, turn in enumerate(turns(text), first_group):
        for start, end in turn.paragraphs:
            found.append(
                QuoteSpan(
                    start=start,
                    end=end,
                    text=text[start:end],
                    kind="direct",
                    group=group,
                    speaker_text=turn.label,
                    speaker_start=turn.label_start,
                    speaker_end=turn.label_end,
                    entity=turn.speaker,
                    cue_text=":",
                    why="named at the beginning of the turn",
                    confidence=0.95,
                    polarity="asked" if turn.label.casefold() in _ASKS else "",
                )
            )
    return found


def _is_speaker(label: str) -> bool:
    words = label.split()
    if (
        not words
        or len(words) > _WORDS
        or any(word.casefold().strip(",.") in _NO_SPEAKER for word in words[:2])
    ):
        return False
    return all(word[:1].isupper() or word.casefold() in _LITTLE for word in words)


def _is_surname(word: str, lasts: set[str], text: str) -> bool:
    """Tell whether a label of one word stands for a speaker: who asks, capitals, a name told in full elsewhere.

    `lasts` are the last words of the labels of several words, case folded.
    """
    if word.casefold() in _ASKS | _ANSWERS or (word.isupper() and len(word) > 2):
        return True
    return word.casefold() in lasts or bool(re.search(rf"[^\W\d_a-z][\w'’-]+ {re.escape(word)}\b(?!:)", text))


def _name(label: str) -> str:
    """Return whom a label names: the name in it, without its titles; in capitals, as names are written."""
    folded = label.casefold()
    if folded in _ASKS:
        return "the interviewer" if folded in _INTERVIEWS else "a reporter"
    if folded in _ANSWERS:
        return "the interviewee"
    label = label.partition(",")[0]  # "IDA LUND, HOST"
    if label.isupper():
        label = " ".join(word.capitalize() for word in label.split())
    context = read_context(f"{label} said.")
    names = [entity.name for entity in context.entities if len(entity.name) > 1]
    return names[-1] if names else label


def _last_word(name: str) -> str:
    return name.casefold().rpartition(" ")[2]


def _speakers(labels: list[str], before: str) -> dict[str, str]:
    """Return whom each label names, in full where another label, or the text `before`, gives a surname's full name."""
    called = {label: _name(label) for label in labels}
    alike: dict[str, set[str]] = {}
    for name in called.values():
        alike.setdefault(_last_word(name), set()).add(name)
    return {
        label: _full(name, alike[_last_word(name)].union(_told(name, before)))
        for label, name in called.items()
    }


def _full(name: str, alike: set[str]) -> str:
    """Return the longest of the names that end alike where it has the words of all of them, else `name`."""
    longest = max(sorted(alike), key=len)
    words = set(longest.casefold().split())
    return longest if all(set(other.casefold().split()) <= words for other in alike) else name


def _told(surname: str, before: str) -> list[str]:
    """Return the full name that stands before a transcript for a surname in it, [] where there is none."""
    if " " in surname:
        return []
    told = re.search(rf"[^\W\d_a-z][\w'’-]+ {re.escape(surname)}\b", before)
    return [told[0]] if told else []


def _paragraphs(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    found = []
    for match in re.finditer(r"\S[^\n]*", text[start:end]):
        words = match[0].rstrip()
        if words.endswith((*_ENDS, ",", ":", ";")) or len(words.split()) > 3:
            found.append((start + match.start(), start + match.start() + len(words)))
    return tuple(found)
