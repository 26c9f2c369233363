"""Whose side a speaker is on: the state that the articles say they speak for, else they themselves."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from tui.core.accounts import Affiliation, Standing
from tui.core.model import AnnotatedEvent, Speaker
from tui.core.speakers import (
    SEVERAL,
    attributed_name,
    attributed_names,
    final_speaker,
    people_called,
    speakers_of,
)
from tui.core.statements import BY_READER, Statement
from tui.core.text import fold
from tui.reading.statements.affiliations import (
    ADJECTIVE_ENDS,
    affiliations,
    introductions,
    office_in,
    state_of_name,
    state_of_office,
    state_written,
)

Told = Callable[[Collection[str]], Mapping[str, Mapping[Affiliation, int]]]
"""Returns of some speakers (ids), by id, in how many articles each of their affiliations is told, merges followed."""
_MOST = 2 / 3  # of what articles say, from which on they say it with one voice
_OWNED = re.compile(r"^(?P<owner>.+?)(?:['’]s|(?<=s)['’]) +\S")
_VOICE = r"(?:spokes(?:man|woman|person|people|men|women)|officials?)"
# "a spokesman for the Norland government", "a Norland government official": who speaks for a body by the name alone;
# where they are or come from ("an official at the Hilton Hotel") is no body they speak for
_VOICES = re.compile(
    rf"^(?:(?:an?|the|one|another) )?(?:(?:[\w-]+ )?{_VOICE} (?:for|of) (?:the )?(?P<body>.*[A-ZÀ-Þ].*)"
    rf"|(?:[^\sA-ZÀ-Þ]+ )*(?P<bodys>\S*[A-ZÀ-Þ].*?)(?:['’]s?)? {_VOICE})$"
)
_ADJECTIVE = re.compile(r"(?:ian|an|ese|ish|i)$")
_STEM = 4  # letters
_BODIES = r"(?:ministry|government|presidency|parliament|embassy|mission|delegation|army|military)"
# "Velmora's foreign ministry", of a state that is in no table
_BODY = re.compile(
    rf"^(?:(?P<owner>[A-ZÀ-Þ][\w-]+)['’]s|(?P<native>[A-ZÀ-Þ][\w-]+{ADJECTIVE_ENDS})) (?:[\w-]+ ){{0,3}}(?i:{_BODIES})$"
)
_NO_MORE = re.compile(
    r"\b(?:late|(?i:former|ex|one-?time|erstwhile|retired|fired|sacked|dismissed|ousted|disgraced))\b"
    rf"(?=.*\b(?:{_VOICE})\b)"
)


class _Person(NamedTuple):
    """Somebody to whom quotes are attributed; `id` is "" where nobody is known, `names` are all they go by."""

    name: str
    id: str = ""
    side: str = ""
    role: str = ""
    names: tuple[str, ...] = ()


def sides_of(
    annotated: AnnotatedEvent,
    statements: Sequence[Statement],
    speakers: Mapping[str, Speaker],
    told: Told | None = None,
) -> dict[str, Standing]:
    """Return whose side each speaker is on, by whom the statements are attributed to in one line.

    What the reader says comes first, then what a name tells by itself, then what most articles call them: those of the
    whole briefing, where `told` tells what these say, else those of the event.
    """
    people = _people(statements, speakers)
    found = _Sides(annotated, people, told or partial(_of_event, annotated, speakers))
    lines = {attributed_name(each.base.quote, speakers): each.base.quote for each in statements}
    standings = {
        line: _together([found.of(people[name]) for name in attributed_names(quote, speakers)])
        for line, quote in lines.items()
        if line
    }
    sides = {each.side for each in standings.values()}
    return {line: each._replace(side=_state_meant(each.side, sides)) for line, each in standings.items()}


def _state_meant(side: str, sides: Iterable[str]) -> str:
    """Return the side whose adjective another is: "Torsania" for "Torsanian"; the side itself for none."""
    stem = _ADJECTIVE.sub("", side)
    if stem == side or len(stem) < _STEM:
        return side
    return next(
        (
            each
            for each in sorted(sides)
            if each != side and re.fullmatch(rf"{re.escape(stem)}(?:ia|a|y|e|n)?", each)
        ),
        side,
    )


def _people(statements: Iterable[Statement], speakers: Mapping[str, Speaker]) -> dict[str, _Person]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for each in speakers.values():
        if each.merged_into and (into := final_speaker(each.id, speakers)):
            names[into.id] += each.names
    found: dict[str, _Person] = {}
    for statement in statements:
        quote = statement.base.quote
        found |= {name: _Person(name) for name in attributed_names(quote, speakers) if name not in found}
        for one in speakers_of(quote, speakers):
            also = (each for each in (*one.aliases, *names[one.id]) if not _is_part(each, one.name))
            found[one.name] = _Person(one.name, one.id, one.side, one.role, (one.name, *also))
    for owned in filter(None, map(_OWNED.match, tuple(found))):
        owners = people_called(owned["owner"], speakers)
        if len(owners) == 1 and owners[0].name not in found:
            found[owners[0].name] = _Person(owners[0].name, owners[0].id, owners[0].side, owners[0].role)
    return found


def _is_part(name: str, whole: str) -> bool:
    """Tell whether a name is a mere part of one: "Israel" of somebody with that first name is no state."""
    return set(name.casefold().split()) <= set(whole.casefold().split())


def _of_event(
    annotated: AnnotatedEvent, speakers: Mapping[str, Speaker], _: Collection[str]
) -> Mapping[str, Mapping[Affiliation, int]]:
    found: defaultdict[str, Counter[Affiliation]] = defaultdict(Counter)
    for article in annotated.event.articles:
        for id, those in affiliations(article).items():
            if who := final_speaker(id, speakers):
                found[who.id].update(those)
    return found


class _Sides:
    """Finds the sides of the people of an event, each once."""

    def __init__(self, annotated: AnnotatedEvent, people: Mapping[str, _Person], told: Told) -> None:
        self._articles = annotated.event.articles
        self._people = people
        self._told = told({each.id for each in people.values() if each.id})
        self._found: dict[str, Standing] = {}
        self._voices = {name: self._heard(each) for name, each in people.items()}

    def of(self, person: _Person) -> Standing:
        """Return whose side somebody is on."""
        if person.name not in self._found:
            self._found[person.name] = Standing(person.name)  # of whoever is their own owner
            self._found[person.name] = self._stated(person) or self._voted(person) or Standing(person.name)
        return self._found[person.name]

    def _heard(self, person: _Person) -> Counter[Affiliation]:
        """Return what articles call somebody, those of the event last: it is looked for there only where no other tells."""
        heard = Counter(self._told.get(person.id, {}))
        if not any(each.sure for each in heard):
            for article in self._articles:
                heard.update(set(introductions(person.name, article)))
        return heard

    def _stated(self, person: _Person) -> Standing | None:
        """Return what the reader says, and what a name tells by itself: that of a state, or of somebody's office."""
        if person.side:
            return Standing(person.side, BY_READER)
        if state := state_of_office(person.role):
            return Standing(state_written(state), f"{BY_READER}: “{person.role}”")
        for name in person.names or (person.name,):
            if state := state_of_name(name):
                return Standing(state_written(state), f"by the name “{name}”")
        if _NO_MORE.search(person.name):
            return None
        if voice := _VOICES.match(person.name):
            body = voice["body"] or voice["bodys"]
            named = (
                each for each in self._people.values() if fold(each.name).removeprefix("the ") == fold(body)
            )
            standing = self.of(own) if (own := next(named, None)) else Standing(body)
            return standing._replace(
                why="; ".join(filter(None, (f"by the name “{person.name}”", standing.why)))
            )
        if owned := _OWNED.match(person.name):
            owner = owned["owner"].casefold()
            owners = [
                each
                for each in self._people.values()
                if each is not person and f" {each.name}".casefold().endswith(f" {owner}")
            ]
            if len(owners) == 1 and (standing := self.of(owners[0])).side != owners[0].name:
                return standing._replace(why=f"by the name “{person.name}”; {standing.why}")
        if ministry := _BODY.match(person.name):
            return Standing(ministry["owner"] or ministry["native"], f"by the name “{person.name}”")
        return None

    def _voted(self, person: _Person) -> Standing | None:
        """Return what most articles say, else what the office by which one of another state's calls them leaves to guess."""
        votes: Counter[str] = Counter()
        for each, number in self._voices[person.name].items():
            votes[each.side] += number * each.sure
        if number := max(votes.values(), default=0):
            side = min(side for side, most in votes.items() if most == number)
            words = max(
                (number, each.told)
                for each, number in self._voices[person.name].items()
                if each.side == side and each.sure
            )[1]
            others = ", ".join(sorted(each for each, most in votes.items() if most and each != side))
            why = f"by “{words}”" + (f"; other articles say {others}" if others else "")
            return Standing(side, why, number >= _MOST * votes.total())
        guesses = sorted(
            each for each in self._voices[person.name] if not self._is_held(person, each.side, each.told)
        )
        return Standing(guesses[0].side, f"by “{guesses[0].told}”", sure=False) if guesses else None

    def _is_held(self, person: _Person, side: str, told: str) -> bool:
        """Tell whether somebody else of the event holds that office of that state: then another state's is meant."""
        office = office_in(told)
        return any(
            each.sure and each.side == side and office_in(each.told) == office
            for name, voices in self._voices.items()
            if name != person.name
            for each in voices
        )


def _together(standings: Sequence[Standing]) -> Standing:
    """Return the side of those who say one thing together: theirs, or both."""
    sides = sorted({each.side for each in standings})
    why = SEVERAL.join(dict.fromkeys(each.why for each in standings if each.why))
    return Standing(" and ".join(sides), why, all(each.sure for each in standings))
