"""Interviews without labels: paragraphs that ask, each answered below by the one whom the introduction names.

A page prints the questions in bold, and its text has lost that. The answers are told by their place alone, so they are
given with a doubt, but where all goes by turns, and an introduction tells of the talk and names one person alone. An
article whose headings ask ("What happened?") is no interview.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import read_context
from tui.reading.quotes.names.label_names import capitalised, name_in
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.turn_labels import ASKS
from tui.reading.quotes.words.word_classes import OUTLETS, THINGS
from tui.reading.result import QuoteSpan

# A dash may lead it, or marks of bold print; a line of marks alone is none.
_PARAGRAPH = re.compile(r"(?<![^\n])(?:[—–-] ?)?(?:[*_]{1,3}(?=[^\s*_]))?((?![*_ ]+(?:\n|\Z))\S[^\n]*)")
_TALK = re.compile(
    r"\binterview|\b(?:spoke|speaks?|talk(?:s|ed)|sat down|sits down) (?:to|with) (?:us|our|me|this)\b"
    r"|\bquestions (?:for|to)\b"
    r"|\bconversation with\b|\b(?:(?:speaks|talks) to|tells) [A-Z]|\banswer(?:s|ed) (?:our|my|\w+['’]?s?['’]?) questions"
    r"|\b(?:we|I) (?:met|meet|caught up with|reached|visited) (?:her|him|[A-Z])"
    r"|\b(?:received|welcomed|met|told|answered) (?:us|me)\b|\banswers (?:our|readers)",
    re.IGNORECASE,
)
_ASKER = re.compile(r"\b(?:our [\w ]{2,30},?|to|by) $", re.IGNORECASE)  # "talks to our editor, …"
_ASKS = re.compile(
    r"(?:\b(?:[Tt]ells|(?:[Tt]alks|[Ss]peaks) to|to our [\w ]{2,30},?)|\b(?:[Ii]nterview|[Tt]ext)(?::| by)|\bBy) $"
)  # "Interview: …"
_REACH = 60  # letters before a name, of "to our correspondent in the north, "
_OPENS = re.compile(r"((?:[^\W\d_a-z][\w'’-]+ ){1,3}?[^\W\d_a-z][\w'’-]+) [a-z]")
_NAMED = r"((?:[^\W\d_a-z][\w'’-]+ ?){2,6})"
_ASKED = re.compile(
    rf"(?:[Ii]nterview(?:ed)? (?:with|of)|[Cc]onversation with|[Qq]uestions for|[Ii]nterviewed) {_NAMED}"
    r"(?!\s?of (?:this|our|the) )"
    r"|(?:[Ww]e|I|[Oo]ur [\w ]{2,30}|[A-Z]\w+['’]s [A-Z][\w '’-]{2,40}),?"
    rf" (?:spoke|talked|sat down|met) (?:with|to) {_NAMED}"
)
_GUEST = re.compile(  # as the host presents them
    r"(?:\b(?:[Oo]ur|[Mm]y) guest(?: \w+){0,2},? is|\b(?:I am|I['’]m|[Ww]e are|[Ww]e['’]re) joined (?:\w+ )?by"
    rf"|(?:[Jj]oining|[Ww]ith) (?:me|us)(?: \w+){{0,2}},? is) {_NAMED}"
)
ABOUT_ITSELF = re.compile(
    r"(?:(?:This|The) (?:interview|conversation|transcript|text|discussion)\b|Interview(?:er)?(?: by|:) ?[A-Z])"
)
IN_MARKS = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
_NO_PERSON = (
    THINGS | OUTLETS | BODY_NOUNS | {"&", "district", "prix", "cup", "games", "championship", "festival"}
)
_MARKS = ("“", '"', "«", "‘", "'")
_YOU = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b")
_DASHES = "—–-"
_PRINT = " \t*_"
_PRINTED = re.compile(r"(?:[—–-] ?)?([*_]{1,3})[^\s*_][^\n]*\1\s*")
_ASKED_LINE = re.compile(r"\?[*_]*\n")
# Where the first question alone, or it and its answer, say whose they are: "The Post: How deep is it?"
_LABEL = re.compile(r"([^\W\d_a-z][\w'’.&-]*(?: [\w'’.&-]+){0,4}):[*_]{0,3} (?=[^\W\d_a-z])")
_PAIR = 3  # paragraphs: a question, its answer, a question
_LONGEST = 45  # words of a question
_LEAD = 4  # paragraphs in which an interview is introduced
_SURE = 0.55
_SURE_ALONE = 0.75
_RECEIVED = re.compile(r"\b(?:[Hh]e|[Ss]he) (?:received|welcomed|met|spoke (?:to|with)) (?:[Tt]he )?[A-Z]")
_QUESTIONS = 3
_HE_TELLS = re.compile(
    r"(?:He|She) (?:(?:promise|invite|offer)(?:s|d|ed)|says|said|tells|told|adds|added|shows|showed|leads|led|takes|took)"
    r" (?:us|me|that|to|the|a|an|his|her)\b"
)  # whoever else is spoken of in it
# "She laughs", as the writer sees it
_HE_DOES = re.compile(r"(?:He|She) [a-z]+s\b(?<!is)(?<!was)(?<!has)(?<!does)")


def turns(text: str, first_group: int, headline: str = "") -> list[QuoteSpan]:
    """Return questions and answers of an interview, a record a paragraph, a group a turn; [] where it is none.

    Its headline may introduce it; paragraphs in which the writer tells of the one who answers are nobody's turn.
    """
    if len(_ASKED_LINE.findall(text)) < 2:
        return []
    parts = list(_PARAGRAPH.finditer(text))
    # "Interview: Clara Lund", below the last answer
    told = len(parts) > 1 and ABOUT_ITSELF.match(parts[-1][1])
    parts = parts[:-1] if told else parts
    asked = _asking(parts)
    before = f"{headline}\n\n{text[: parts[asked[0]].start()]}".lstrip() if asked else ""
    dashes = [number for number, part in enumerate(parts) if part[0][0] in _DASHES]
    if len(asked) > 1 and len(dashes) > _PAIR and dashes == list(range(asked[0], dashes[-1] + 1)):
        before += text[parts[dashes[-1]].end() :]  # what stands behind a talk led by dashes tells of it too
        parts = parts[: dashes[-1] + 1]
    elif asked[:1] == [0] and not _TALK.search(headline):
        return []
    if len(asked) < 2 or asked[0] > _LEAD or asked[-1] == len(parts) - 1:
        return []
    answered = all(number + 1 not in asked for number in asked)
    labels = _labels(parts, asked[0])
    received = _RECEIVED.search(before)
    talk = told or _TALK.search(before) or _talk(parts, asked, led=bool(labels or received))
    who = interviewee(before)
    labelled = name_in(labels[1]) if len(labels) > 1 and labels[1] else ""
    who = labelled if labelled and labelled not in who.split() else who  # "Lund" is Ida Lund
    if not answered or not talk or not who:
        return []
    label_of = {part.start(): label for part, label in zip(parts[asked[0] :], labels, strict=False)}
    parts = [
        part
        for number, part in enumerate(parts)
        if number in asked or not _tells_of(part[1][len(label_of.get(part.start(), "")) :], who)
    ]
    whole = _goes_by_turns(parts)
    told_of = [part for part in parts if _asks(part[1]) or not _is_seen(part[1])]
    if not whole and _goes_by_turns(told_of):  # "She laughs, and looks at the sea." stood between two turns
        whole, parts = True, told_of
    asked = _asking(parts)
    begun = asked[0] > 1 and not labels and _begins(parts, asked[0] % 2, headline)
    if whole:  # "You stayed." asks too, where one answers the other
        asked = list(range(asked[0] % 2 if begun else asked[0], len(parts), 2))
    introduced = (_TALK.search(before) or received) and not begun
    known = whole and introduced and len(asked) >= _QUESTIONS and _names_one(before)
    asker = _asker(labels[0]) if labels else "the interviewer"
    return [
        _turn(
            part,
            asker if number in asked else who,
            first_group + 2 * bisect_left(asked, number) - (number not in asked),
            _SURE_ALONE if known else _SURE,
            asks=number in asked,
            label=label_of.get(part.start(), ""),
        )
        for number, part in enumerate(parts)
        if number >= asked[0]
    ]


def _is_seen(paragraph: str) -> bool:
    """Tell whether a paragraph may be what the writer sees or is told: "She laughs.", "He promised us a tour."."""
    return bool(_HE_TELLS.match(paragraph) or (_HE_DOES.match(paragraph) and not _WE.search(paragraph)))


def _begins(parts: Sequence[re.Match[str]], first: int, headline: str) -> bool:
    """Tell whether a talk that its headline tells of begins without an introduction: "You stayed.", and "I" answers."""
    said, answer = parts[first][1], parts[first + 1][1]
    asks = len(said.split()) <= _LONGEST and _YOU.search(said) and not _WE.search(said)
    return bool(_TALK.search(headline) and asks and _WE.search(answer))


def _asking(parts: Sequence[re.Match[str]]) -> list[int]:
    """Return the numbers of the paragraphs that ask; where those stand in bold print or italics, of all that do."""
    asked = [number for number, part in enumerate(parts) if _asks(part[1])]
    alone = [number for number in asked if not {number - 1, number + 1} <= {*asked}]  # an answer may ask, too
    asked = alone if len({number % 2 for number in alone}) == 1 else asked
    printed = [number for number, part in enumerate(parts) if _PRINTED.fullmatch(part[0])]
    return printed if asked and set(asked) <= set(printed) and 2 * len(asked) >= len(printed) else asked


def _labels(parts: Sequence[re.Match[str]], first: int) -> list[str]:
    """Return the labels of questions, and of the first answer, where these stand there alone; [] for no first one.

    A word with a colon that stands nowhere else is none: "The council: it has the money."
    """
    found = [match[1] if (match := _LABEL.match(part[1])) else "" for part in parts[first:]]
    known = {*found[:2]} - {""}
    again = [label if label in known else "" for label in found[2:]]
    if not found[0] or (any(again) and (found[1] or {*again} != {found[0], ""})):
        return []
    return [*found[:2], *again] if any(again) else found[: 2 if found[1] else 1]


def _asker(label: str) -> str:
    return "the interviewer" if label.casefold() in ASKS else capitalised(label)


def _talk(parts: list[re.Match[str]], asked: list[int], *, led: bool) -> bool:
    """Tell whether two talk with each other by turns, though no introduction says so: "you" is asked, "we" answers.

    With `led` the first question bears a label, or somebody received somebody: then "we" is enough.
    """
    dashes = all(parts[number][0][0] in _DASHES for number in asked)
    turns_about = (led or dashes or len(asked) > 2) and _alternates(parts, asked)
    you = led or any(_YOU.search(parts[number][0]) for number in asked)
    return turns_about and you and any(_WE.search(part[0]) for part in parts[asked[0] + 1 :: 2])


def _alternates(parts: list[re.Match[str]], asked: list[int]) -> bool:
    """Tell whether every other paragraph asks, at least half of them with a question mark: "You stayed." asks too."""
    return len({number % 2 for number in asked}) == 1 and len(asked) * 4 >= len(parts) - asked[0]


def _goes_by_turns(parts: list[re.Match[str]]) -> bool:
    """Tell whether every paragraph from the first that asks on is by turns a question and an answer."""
    asked = _asking(parts)
    listed = any(part[1].startswith("* ") for part in parts)  # an answer of several paragraphs
    return _alternates(parts, asked) and asked[0] % 2 == len(parts) % 2 and not listed


def _asks(paragraph: str) -> bool:
    words = paragraph.rstrip(_PRINT)
    return words.endswith("?") and not words.startswith(_MARKS) and len(words.split()) <= _LONGEST


def _tells_of(paragraph: str, who: str) -> bool:
    """Tell whether the writer tells of somebody in a paragraph: "Brandvold waves him away", and nobody says "I"."""
    plain = IN_MARKS.sub("", paragraph)
    surname = re.escape(who.rpartition(" ")[2])
    return bool(re.search(rf"\b{surname}\b", plain)) and not _WE.search(plain)


def interviewee(before: str) -> str:
    """Return whom an introduction says to be asked, or its first full name of a person who does not ask; "" for none."""
    told = _ASKED.search(before) or _GUEST.search(before)
    if told and not _is_thing(name := (told[told.lastindex or 1]).strip()):
        return name_in(name)
    context = read_context(before)
    for mention in context.mentions:
        named = context.entities[mention.entity] if mention.entity >= 0 else None
        start = context.skeleton.starts[mention.first]
        if mention.owner or country_of(list(named.words[:1] if named else ())):
            continue  # "Norland's former minister"
        if named and named.body is None and _is_person(named.words) and not _ASKER.search(before[:start]):
            return capitalised(named.name)
    led = _OPENS.match(before)  # "Ida Lund chairs the council."
    return led[1] if led and _is_person(tuple(led[1].split())) else ""


def _names_one(before: str) -> bool:
    """Tell whether an introduction names one person alone beside whoever asks, who is then the one to answer."""
    context = read_context(before)
    asking = {
        mention.entity
        for mention in context.mentions
        if _ASKS.search(before, max(0, (start := context.skeleton.starts[mention.first]) - _REACH), start)
    }
    found = [
        one
        for number, one in enumerate(context.entities)
        if number not in asking and one.body is None and not one.ship
    ]
    return sum(_is_person(one.words) and not country_of(list(one.words[:1])) for one in found) == 1


def _is_person(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and not _is_thing(" ".join(words))


def _is_thing(name: str) -> bool:
    return not _NO_PERSON.isdisjoint(name.lower().split())


def _turn(part: re.Match[str], who: str, group: int, sure: float, *, asks: bool, label: str) -> QuoteSpan:
    """Return the record of a paragraph: what `who` answers, or asks; a `label` stands before the words."""
    behind = match.end() if label and (match := _LABEL.match(part[1])) else 0
    words, start = part[1][behind:].rstrip(_PRINT), part.start(1) + behind
    return QuoteSpan(
        start=start,
        end=start + len(words),
        text=words,
        kind="direct",
        group=group,
        speaker_text=label,
        speaker_start=part.start(1) if label else -1,
        speaker_end=part.start(1) + len(label) if label else -1,
        entity=who,
        why=f"{'asks' if asks else 'answers'} a question in an interview",
        confidence=sure,
        polarity="asked" if asks else "",
    )
