"""Which institution "the ministry", "the Chinese embassy" or "the army of Lebanon" is, and how it is called."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from tui.reading.quotes.names.bodies import (
    BODY_NOUNS,
    BodyName,
    body_name,
    is_short_for,
    same_state,
    state_adjective,
)
from tui.reading.quotes.names.body_states import ABROAD
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.entities import COMMON
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.names.nearby_states import state_beside
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import FIELDS, MATTERS, PORTFOLIOS, country_of
from tui.reading.quotes.words.small_words import ARTICLES, OF_MATTERS
from tui.reading.quotes.words.word_classes import PEOPLE, word_set

_TELLING = MATTERS | PORTFOLIOS | FIELDS  # which ministry or council it is
_JOINTS = ("and", ",")
_ANY = word_set("department ministry office agency")
_GENERAL = word_set(
    "agency board body authority regulator watchdog institution organisation organization service"
)
_OF_EACH = word_set("ministry government embassy presidency parliament army police court")
_CENTRAL_BANK = frozenset(("central", "bank"))
# In the name of a central bank, where its state does not stand beside: "Magyar Nemzeti Bank".
_OF_STATE = word_set(
    "central national reserve state federal nemzeti nacional narodowy narodna norges sveriges"
)
_FIGHTING = word_set("army military armed forces troops")
_NEAR = 8  # mentions
_SURE, _OPEN = 0.92, 0.5


class NamedBodies:
    """The institutions of one article: those with a name, and those called by a noun and a state."""

    def __init__(self, context: ArticleAnalysis) -> None:
        """Look through all mentions of `context`."""
        self.context = context
        nouns = list(self._nouns())
        self._name_states(nouns)
        self._names = frozenset(known for _, _, known in self._known)
        told = {known for _, _, known in [*self._known, *nouns] if known.country or known in self._names}
        self._known += [one for one in nouns if one[2].country or not self._is_told(one[2], told)]

    @staticmethod
    def _is_told(body: BodyName, told: Iterable[BodyName]) -> bool:
        """Tell whether a body of no state is one that is told of otherwise, with its state or its name."""
        return any(body.words == known.words or is_short_for(body, known) for known in told)

    def _name_states(self, nouns: Sequence[tuple[int, str, BodyName]]) -> None:
        """Give a body named without its state that of the only one so called by a noun: "the Vortanian foreign ministry"."""
        held = {one.body for one in self.context.entities}
        for entity in self.context.entities:
            if entity.body is None or entity.body.country:
                continue
            called = {
                body: name for _, name, body in nouns if body.country and body.words == entity.body.words
            }
            if len(called) == 1 and held.isdisjoint(called) and "ministry" in entity.body.words:
                ((entity.body, entity.name),) = called.items()
        self._known = [
            (one.mentions[0].number if one.mentions else -1, one.name, one.body)
            for one in self.context.entities
            if one.body
        ]

    def _nouns(self) -> Iterator[tuple[int, str, BodyName]]:
        """Yield number of mention, name and body of all such as "the Serbian police", "the health ministry"."""
        lower = self.context.skeleton.lower
        for mention in self.context.mentions:
            if mention.kind == NOUN and lower[mention.head] in BODY_NOUNS and not mention.owner:
                body = self._read(mention)
                owned = shapes.POSSESSIVE in self.context.skeleton.shape[mention.first : mention.last]
                matter = len(body.words) > 1 and body.words - {lower[mention.head]} <= _TELLING
                if (body.country or owned or matter) and body.words:
                    yield mention.number, self._called(mention, body), body

    def resolve(self, mention: Mention, written: str) -> tuple[str, str, float]:
        """Return which body `mention`, a noun, is: its name, why, and how sure that is; `written` are its words."""
        body = self._read(mention)
        bare = len(body.words) == 1 or body.words == _CENTRAL_BANK
        fitting = [
            (number, name, known)
            for number, name, known in reversed(self._known)
            if same_state(body, known)
            and (self._is_short(body, known) if bare else body.words == known.words)
        ] or [
            (number, name, known)
            for number, name, known in reversed(self._known)
            if same_state(body, known) and is_short_for(body, known)
        ]
        found = {known: name for number, name, known in fitting if number < mention.number}
        headline = self.context.skeleton.sentence[mention.first] == 0
        if not found and headline:  # one whose name stands further down alone: a headline's "the ministry"
            found = {known: name for _, name, known in fitting if known in self._names}
        if len(found) == 1:
            (name,) = found.values()
            same = name.casefold() == written.casefold().removeprefix("the ")
            why = "" if same or name == written else f"{written} → {name}, the only one named"
            return name, why, _SURE
        if not found and bare and body.words <= _ANY and (only := self._only_one(mention, body)):
            return only, f"{written} → {only}, the only body named", _OPEN
        if (
            not found
            and body.country
            and body.words <= _GENERAL
            and (only := self._only_of(mention, body.country))
        ):
            return only, f"{written} → {only}, the only one of that state", _OPEN
        if not found and (state := self._state_of_minister(mention, body)):
            name = f"{state_adjective(state)} {written.removeprefix('the ').removeprefix('The ')}"
            return name, f"{written} → {name}, its minister's", _OPEN
        if not found:
            return self._called(mention, body), "", _SURE
        return (written[4:] if body.country or not bare else written), "", _OPEN

    def is_somebodys(self, mention: Mention) -> bool:
        """Tell whether it is said whose a body is, "the office of the prosecutor", and not of which place or matter."""
        lower, last = self.context.skeleton.lower, mention.last
        if lower[last : last + 1] != ["of"] or self._last(mention) > last or self._place(mention) is not None:
            return False
        owner = self.context.first_between(last + 1, last + 2)
        return owner is not None and owner.kind == NOUN

    @staticmethod
    def _is_short(body: BodyName, known: BodyName) -> bool:
        """Tell whether few words may stand for the name of a body: "the ministry", "the central bank"."""
        if body.words <= _FIGHTING and known.words <= _FIGHTING:
            return True  # "the military", later "the army"
        if body.words <= known.words or body.words != _CENTRAL_BANK:
            return body.words <= known.words
        of_state = bool(_OF_STATE & known.words) or (known.words == {"bank"} and bool(known.country))
        return "bank" in known.words and of_state

    def _only_one(self, mention: Mention, body: BodyName) -> str:
        """Return the one body named before a mention, of which nobody says that it is a ministry; "" for none or more."""
        entities = self.context.entities
        near = self.context.mentions[max(0, mention.number - 4 * _NEAR) : mention.number]
        found = {one.entity for one in near if one.kind == NAME and entities[one.entity].body is not None}
        only = entities[found.pop()] if len(found) == 1 else None
        return only.name if only and only.body and same_state(only.body, body) else ""

    def _only_of(self, mention: Mention, country: str) -> str:
        """Return the one body of a state named before "the Danish agency", no ministry or the like; "" for none or more."""
        found = {
            name
            for number, name, known in self._known
            if known.country == country and 0 <= number < mention.number and _OF_EACH.isdisjoint(known.words)
        }
        return found.pop() if len(found) == 1 else ""

    def _state_of_minister(self, mention: Mention, body: BodyName) -> str:
        """Return of which state "the foreign ministry" is: of one that all such ministers before it are of, or "".

        Who is of none that is told may be of where they speak: "In Oslo, Foreign Minister Ida Lund said".
        """
        matters = body.words & PORTFOLIOS
        if body.country or not matters or body.words - matters != {"ministry"}:
            return ""
        entities = self.context.entities
        before = (one for one in self.context.mentions[: mention.number] if one.kind == NAME)
        near = (entities[one.entity] for one in before)
        ministers = (one for one in near if matters <= one.portfolios and "minister" in one.roles)
        states = {
            frozenset(one.countries or {state_beside(self.context.skeleton, one.mentions[0].first)})
            for one in ministers
        }
        found = states.pop() if len(states) == 1 else frozenset()
        return next(iter(found)) if len(found) == 1 else ""

    def _last(self, mention: Mention) -> int:
        """Return where a body's noun ends with what it is for: "ministry of external affairs"."""
        lower = self.context.skeleton.lower
        if lower[mention.last : mention.last + 1] not in (["of"], ["for"]):
            return mention.last
        first = mention.last + 1 + (lower[mention.last + 1 : mention.last + 2] == ["the"])
        end = first
        while end < len(lower) and (lower[end] in MATTERS or (end > first and lower[end] in _JOINTS)):
            end += 1
        while end > first and lower[end - 1] in _JOINTS:
            end -= 1
        return end if end > first else mention.last

    def _read(self, mention: Mention) -> BodyName:
        lower = self.context.skeleton.lower
        name = body_name(lower[mention.first : self._last(mention)])
        words = frozenset(name.words - ARTICLES)
        if not name.country and (place := self._place(mention)) is not None:
            return BodyName(country_of(lower[place.first : place.last]), words)  # "the ministry in Rome"
        if (
            not name.country
            and words <= COMMON
            and words.isdisjoint(ABROAD)
            and (state := state_beside(self.context.skeleton, mention.first))
        ):
            return BodyName(state, words)  # "In Rome, the foreign ministry"
        return BodyName(name.country, words)

    def _place(self, mention: Mention) -> Mention | None:
        """Return what a body is said to be in, or of: "Rome" of "the ministry in Rome"."""
        lower, end = self.context.skeleton.lower, self._last(mention)  # behind "ministry of defence"
        if lower[end : end + 1] and lower[end] in OF_MATTERS:
            number = bisect_left(self.context.mention_starts, end + 1)
            place = self.context.mentions[number] if number < len(self.context.mentions) else None
            if place is not None and place.kind == NAME and place.first - end <= 2 and not place.owner:
                return place
        return None

    def _called(self, mention: Mention, body: BodyName) -> str:
        """Return the name of a body: "Peruvian electoral council", "Chinese embassy in Oslo", "Lebanese army"."""
        context = self.context
        skeleton = context.skeleton
        first = mention.first
        own = skeleton.shape.find(shapes.POSSESSIVE, first, mention.last)
        owner = [word for word in skeleton.lower[first:own] if word not in ARTICLES] if own > 0 else []
        state = (
            country_of(owner) if not PEOPLE.intersection(owner) else ""
        )  # not of "the Iraqi premier's office"
        place = self._place(mention)
        if state and BODY_NOUNS.intersection(owner):
            state = ""  # "the Norwegian government's office"
        of = place is not None and skeleton.word_before(place.first) == "of" and not state
        adjective = state_adjective(body.country) if state or (of and body.country) else ""
        if (
            body.country
            and place is None
            and own < 0
            and not country_of(skeleton.lower[first : mention.last])
        ):
            adjective = state_adjective(body.country)
        if adjective and own > 0:
            first = own + 1
        elif skeleton.lower[first] in ARTICLES and (adjective or place or mention.last - first > 2):
            first += 1
        last = self._last(mention)
        if (
            place is not None
            and not (of and adjective)
            and (
                country_of(skeleton.lower[place.first : place.last])
                or skeleton.word_before(place.first) == "for"
            )
        ):
            last = place.last  # "embassy in Oslo", "regional office for Africa"
        written = context.text[skeleton.starts[first] : skeleton.ends[last - 1]]
        return f"{adjective} {written}" if adjective else written
