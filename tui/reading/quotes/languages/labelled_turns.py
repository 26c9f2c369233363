"""Turns of a transcript or an interview: "Question : …", "Name : …", each a paragraph or more of its speaker's words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.quotes.words.turn_labels import lowered
from tui.reading.result import QuoteSpan

_ASIDE = r" \([^()\n]{1,40}\)"  # "ROTH (AA):"
# "P. ¿Cuándo?" has a full stop where it is a letter or word for who asks or answers.
_LABEL = re.compile(
    rf"^(?:[—–-]\s)?(?P<name>[^\W\d_][^:\n«»„“”\"?!()]{{0,60}}?(?=(?:{_ASIDE})?[ \u00a0\u202f]?:)|[^\W\d_]{{1,12}}(?=\.))"
    rf"(?P<aside>{_ASIDE})?(?P<end>[ \u00a0\u202f]?:|\.)[ \t\u00a0]+(?=[^\s«»„“”\"])",
    re.MULTILINE,
)
_JOINED = re.compile(r"(?<=\b\w)\.(?=\w)")  # "И.Лунд"
PARAGRAPH = re.compile(r"[^\n]*\S")
_ENDS = (".", "?", "!", "…", "»", "”")
_WORDS = 6  # of a label
ABOVE = 2_000  # letters above the first turn in which it is told who answers
WRITER = 0.55  # a further paragraph behind the last label may be the writer's
_ASKER = 0.92
_NAMED = "named at the beginning of the turn"
_PERSON = r"[^\W\d_a-zà-ÿа-яё][\w’'-]+(?: [^\W\d_][\w’'-]+){1,3}"
# Who asked, on a line of its own above.
_INTERVIEWER = re.compile(
    r"^(?:(?:Das )?Interview(?: führte(?:n)?)?|Die Fragen stellten?|Mit .{3,60} sprach(?:en)?|Propos recueillis par"
    r"|Entretien(?: réalisé)? par|Entrevista(?: de)?|Беседовал[аи]?|Интервью(?: взял[аи]?)?)"
    rf"\s*:?\s+(?P<name>{_PERSON})[ .]*$",
    re.MULTILINE,
)


class Interlocutor(NamedTuple):
    """Who has turns in an interview, how sure that is and how it is known."""

    name: str
    sure: float
    why: str


class _Turn(NamedTuple):
    """A label, and whom it stands for, how sure that is and how it is known."""

    label: re.Match[str]
    speaker: str
    sure: float
    why: str


def labelled_turns(
    text: str, grammar: Grammar, people: Sequence[str], above: Sequence[str] = (), group: int = 0
) -> list[QuoteSpan]:
    """Return the turns in `text`, a record a paragraph; [] where it is no transcript.

    It is one where somebody asks ("Question:") and somebody else answers, or three labels are of two names. `people` are
    those named in the text, those with an office first, `above` those in its headline; `group` is the last that is taken
    already.
    """
    surnames = {one.split()[-1] for one in people}
    labels = [match for match in _LABEL.finditer(text) if _is_speaker(match, grammar, surnames)]
    names = [_name(match["name"]) for match in labels]
    asked = any(_asks(name, grammar) for name in names)
    if len(labels) < 2 or not (asked or (len(set(names)) + 1 < len(names) and len(set(names)) > 1)):
        return []
    turns = _turns(text, grammar, people, labels, above)
    if len({turn.speaker for turn in turns}) < 2:
        return []
    found: list[QuoteSpan] = []
    for number, turn in enumerate(turns):
        label = turn.label
        last = turns[number + 1].label.start() if number + 1 < len(turns) else len(text)
        for paragraph in PARAGRAPH.finditer(text, label.end(), last):
            words = paragraph.group().strip()
            open_end = (
                last == len(text) and paragraph.group().strip() != text[label.end() : paragraph.end()].strip()
            )
            if not words.endswith(_ENDS) or (open_end and _tells(words, turns)):
                break
            start = paragraph.start() + paragraph.group().index(words[0])
            found.append(
                QuoteSpan(
                    start=start,
                    end=start + len(words),
                    text=words,
                    kind="direct",
                    group=group + number + 1,
                    speaker_text=label["name"],
                    speaker_start=label.start("name"),
                    speaker_end=label.end("name"),
                    entity=turn.speaker,
                    cue_text=":",
                    why=turn.why,
                    confidence=min(turn.sure, WRITER) if open_end else turn.sure,
                    polarity="asked" if _asks(label["name"], grammar) else "",
                )
            )
    return found


def interviewer(text: str, grammar: Grammar, first: int) -> Interlocutor:
    """Return who asks in an interview whose first turn begins at offset `first`: who is named above, else a journalist."""
    by = _INTERVIEWER.search(text, 0, first)
    if by:
        return Interlocutor(by["name"], 0.8, "named as who asked")
    return Interlocutor(next(iter(grammar.askers.values())), _ASKER, "nobody is named as who asked")


def answerer(above: str, people: Sequence[str], asks: str) -> Interlocutor:
    """Return who answers one who `asks`: whom of `people` the text above the first turn tells of; "" for nobody."""
    told = [one for one in people if one in above and one != asks]
    if not told:
        return Interlocutor("", 0.0, "nobody is named")
    return Interlocutor(told[0], 0.75 if len(told) == 1 else 0.55, "told of before the first question")


def _turns(
    text: str, grammar: Grammar, people: Sequence[str], labels: Sequence[re.Match[str]], above: Sequence[str]
) -> list[_Turn]:
    """Return who has each of the turns: who is named, who asks, who answers; "the minister" is whom the headline names."""
    names = [_name(match["name"]) for match in labels]
    held = {name for name in names if _is_office(name, grammar)}
    told = [
        name for name in names if not _asks(name, grammar) and not (name in held or _is_answer(name, grammar))
    ]
    people = [*above, *(one for one in people if one not in above)]
    whole = {name.split()[-1].lower(): name for name in sorted([*people, *map(_name, told)], key=len)}
    first = labels[0].start()
    asks = interviewer(text, grammar, first)
    before = "\n".join((*above, text[max(0, first - ABOVE) : first]))
    answers = answerer(before, people, asks.name)
    found = []
    for label in labels:
        name = _name(label["name"])
        word, _, asker_name = name.partition(" ")
        if asker_name and word.lower() in grammar.askers:  # "FRAGE STERN:"
            said = Interlocutor(whole.get(asker_name.split()[-1].lower(), asker_name), _ASKER, _NAMED)
        elif asker := grammar.askers.get(name.lower()):
            said = asks if asks.sure < _ASKER else Interlocutor(asker, _ASKER, _NAMED)
        elif _is_answer(name, grammar) or name in held:
            known = answers.name and len(held) < 2  # of two offices none tells whose it is
            said = answers if known else Interlocutor(name, 0.3, _NAMED)
        else:
            said = Interlocutor(whole.get(name.split()[-1].lower(), name), _ASKER, _NAMED)
        found.append(_Turn(label, *said))
    return found


def _tells(words: str, turns: Sequence[_Turn]) -> bool:
    """Tell whether a paragraph behind the last turn is the writer's: it names one of those who speak."""
    return any(turn.speaker in words for turn in turns if " " in turn.speaker)


def _asks(label: str, grammar: Grammar) -> bool:
    return label.lower().partition(" ")[0].rstrip(".") in grammar.askers


def _is_speaker(label: re.Match[str], grammar: Grammar, surnames: Collection[str]) -> bool:
    name = _name(label["name"])
    words = name.split()
    if name.lower() in grammar.askers or _is_answer(name, grammar):
        return True
    if label["end"] != "." and _is_office(name, grammar):
        return True
    small = grammar.particles | grammar.courtesies.keys()
    known = len(words) > 1 or name in surnames or label["aside"] is not None
    named = all(word[:1].isupper() or word.lower() in small for word in words)
    return label["end"] != "." and len(words) <= _WORDS and known and named


def _is_answer(label: str, grammar: Grammar) -> bool:
    return label.lower() in grammar.answers


def _is_office(label: str, grammar: Grammar) -> bool:
    """Tell whether a label is an office and nobody's name: "La ministre", "Sra. Ministra"."""
    small = {*grammar.determiners, *grammar.courtesies}
    words = [word for word in label.lower().split() if word not in small and word.rstrip(".") not in small]
    return len(words) == 1 and grammar.offices.fullmatch(words[0]) is not None


def _name(label: str) -> str:
    """Return a label's name as names are written: one space between two words, and no capitals alone; "И. Лунд"."""
    words = _JOINED.sub(". ", label.rstrip(".")).split()
    capitals = label.isupper() and len(label) > 3 and _JOINED.search(label) is None
    return " ".join(map(lowered, words) if capitals else words)
