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
from tui.reading.quotes.names.bodies import is_body
from tui.reading.statements.affiliations import (
    STATES,
    affiliations,
    introductions,
    office_in,
    state_of_name,
    state_of_office,
    state_of_outlet,
    state_written,
)
from tui.reading.statements.offices import is_record
from tui.reading.statements.unlisted_states import ADJECTIVE_ENDS, state_known, state_meant

Told = Callable[[Collection[str]], Mapping[str, Mapping[Affiliation, int]]]
"""Returns of some speakers (ids), by id, in how many articles each of their affiliations is told, merges followed.

Under "" it returns the states in no table that those articles name."""
_MOST = 2 / 3  # of what articles say, from which on they say it with one voice
_OWNED = re.compile(r"^(?P<owner>.+?)(?:['’]s|(?<=s)['’]) +\S")
_VOICE = r"(?:spokes(?:man|woman|person|people|men|women)|officials?)"
# "a spokesman for the Norland government", "a Norland government official": who speaks for a body by the name alone;
# where they are or come from ("an official at the Hilton Hotel") is no body they speak for, nor is the capital that
# begins a sentence ("A spokesman", "Senior officials")
_VOICES = re.compile(
    rf"^(?!(?:The|One|Another|Some|Two|Several|Many|Other|Senior|Local)(?: [^\sA-ZÀ-Þ]+)* {_VOICE}$)"
    rf"(?:(?i:an?|the|one|another) )?+(?:(?:[\w-]+ )?{_VOICE} (?:for|of) (?:the )?(?P<body>.*[A-ZÀ-Þ].*)"
    rf"|(?:[^\sA-ZÀ-Þ]+ )*(?P<bodys>\S*[A-ZÀ-Þ].*?)(?:['’]s?)? {_VOICE})$"
)
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
    found = _Sides(annotated, people, speakers, told or partial(_of_event, annotated, speakers))
    lines = {attributed_name(each.base.quote, speakers): each.base.quote for each in statements}
    return {
        line: _together([found.of(people[name]) for name in attributed_names(quote, speakers)])
        for line, quote in lines.items()
        if line
    }


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
            who = final_speaker(id, speakers)
            if who or not id:
                found[who.id if who else ""].update(those)
    return found


class _Sides:
    """Finds the sides of the people of an event, each once."""

    def __init__(
        self,
        annotated: AnnotatedEvent,
        people: Mapping[str, _Person],
        speakers: Mapping[str, Speaker],
        told: Told,
    ) -> None:
        self._articles = annotated.event.articles
        self._people = dict(people)
        self._told = dict(told({each.id for each in people.values() if each.id}))
        self._found: dict[str, Standing] = {}
        self._voices = {name: self._heard(each) for name, each in people.items()}
        self._states = _states(self._told.get("", {}), speakers)
        owners = self._owners(speakers)
        self._told |= told({each.id for each in owners.values()} - self._told.keys())
        for one in owners.values():
            self._people.setdefault(one.name, _Person(one.name, one.id, one.side, one.role))
            self._voices.setdefault(one.name, self._heard(self._people[one.name]))
        self._spoken_for = {side: self._people[one.name] for side, one in owners.items()}

    def _owners(self, speakers: Mapping[str, Speaker]) -> dict[str, Speaker]:
        """Return whom those sides mean that are somebody: "a spokeswoman for Arden", "Arden's foreign minister"."""
        sides = {each.side for heard in self._voices.values() for each in heard}
        called = {side: people_called(side, speakers) for side in sides - self._states - {*STATES}}
        return {side: those[0] for side, those in called.items() if len(those) == 1}

    def of(self, person: _Person) -> Standing:
        """Return whose side somebody is on."""
        if person.name not in self._found:
            self._found[person.name] = Standing(person.name)  # of whoever is their own owner
            standing = self._stated(person) or self._voted(person) or Standing(person.name)
            if standing.why != BY_READER:
                standing = standing._replace(side=state_meant(standing.side, self._states))
            self._found[person.name] = standing
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
            standing = self.of(own) if (own := next(named, None)) else Standing(self._of_state(body) or body)
            return standing._replace(
                why="; ".join(filter(None, (f"by the name “{person.name}”", standing.why)))
            )
        if state := self._of_state(person.name):
            return Standing(state, f"by the name “{person.name}”")
        if owned := _OWNED.match(person.name):
            owner = owned["owner"].casefold()
            owners = [
                each
                for each in self._people.values()
                if each is not person and f" {each.name}".casefold().endswith(f" {owner}")
            ]
            if len(owners) == 1 and (standing := self.of(owners[0])).side != owners[0].name:
                return standing._replace(why=f"by the name “{person.name}”; {standing.why}")
        if record := self._own_office(person):
            return record
        ministry = _BODY.match(person.name)
        if ministry and not is_body([(owner := ministry["owner"] or ministry["native"]).lower()]):
            return Standing(owner, f"by the name “{person.name}”")
        return None

    def _own_office(self, body: _Person) -> Standing | None:
        """Return the side of a body in its own release, where the outlet has its name and one state's.

        Where another outlet quotes one of that name, too, it is a guess: that may be another state's.
        """
        begins = f"{fold(body.name).removeprefix('the ')} of "
        if not is_body(begins.split()[:-1]):
            return None
        own = [each for each in self._articles if fold(each.outlet).startswith(begins) and is_record(each)]
        outlets = {state_meant(state_of_outlet(each.outlet), self._states): each.outlet for each in own}
        (state, outlet), *others = outlets.items() or [("", "")]
        if not state or others:
            return None
        quoting = (each for each in self._articles if any(body.id in quote.speakers for quote in each.quotes))
        sure = all(each in own for each in quoting)
        return Standing(state, f"by the outlet “{outlet}”", sure)

    def _of_state(self, name: str) -> str:
        """Return the state in no table whose own name, or that of a body of which, somebody goes by; "" for none."""
        state = state_known(name, self._states)
        whole = state and fold(name).removeprefix("the ") == fold(state)
        return state if whole or (state and is_body(name.casefold().split())) else ""

    def _voted(self, person: _Person) -> Standing | None:
        """Return what most articles say, else what the office by which one of another state's calls them leaves to guess."""
        votes: Counter[str] = Counter()
        heard: Counter[Affiliation] = Counter()
        for each, number in self._voices[person.name].items():
            heard[self._meant(person, each)] += number
        for each, number in heard.items():
            votes[each.side] += number * each.sure
        if number := max(votes.values(), default=0):
            side = min(side for side, most in votes.items() if most == number)
            words = max(
                (number, each.told) for each, number in heard.items() if each.side == side and each.sure
            )[1]
            others = ", ".join(sorted(each for each, most in votes.items() if most and each != side))
            why = f"by “{words}”" + (f"; other articles say {others}" if others else "")
            return Standing(side, why, number >= _MOST * votes.total())
        guesses = sorted(each for each in heard if not self._is_held(person, each.side, each.told))
        return Standing(guesses[0].side, f"by “{guesses[0].told}”", sure=False) if guesses else None

    def _meant(self, person: _Person, told: Affiliation) -> Affiliation:
        """Return an affiliation with its state by one name, or with the side of whom somebody speaks for."""
        of = self._spoken_for.get(told.side)
        side = self.of(of).side if of and of.name != person.name else state_meant(told.side, self._states)
        return told._replace(side=side)

    def _is_held(self, person: _Person, side: str, told: str) -> bool:
        """Tell whether somebody else of the event has as good a claim to that office of that state, or a better one."""
        office = office_in(told)
        for name, voices in self._voices.items():
            if office and name != person.name:
                surest = max((each.sure for each in voices), default=False)
                known = (each for each in voices if each.sure == surest)
                if any(each.side == side and office_in(each.told) == office for each in known):
                    return True
        return False


def _states(named: Iterable[Affiliation], speakers: Mapping[str, Speaker]) -> frozenset[str]:
    """Return the states that articles name, without those that are people: "Arden's foreign minister"."""
    states = {each.side for each in named}
    known = (name.split() for each in speakers.values() for name in each.names)
    people = {
        words[-1] for words in known if len(words) > 1 and words[-1] in states and not _has_place(words)
    }
    return frozenset(states - people)


def _has_place(name: Sequence[str]) -> bool:
    """Tell whether the last word of a name is where somebody is of, and none of their own: "the army of Norland"."""
    return len(name) > 1 and name[-2].islower()


def _together(standings: Sequence[Standing]) -> Standing:
    """Return the side of those who say one thing together: theirs, or both."""
    sides = sorted({each.side for each in standings})
    why = SEVERAL.join(dict.fromkeys(each.why for each in standings if each.why))
    return Standing(" and ".join(sides), why, all(each.sure for each in standings))
