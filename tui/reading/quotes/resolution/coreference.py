"""Whom a pronoun, an office or a common noun stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.reading.quotes import weights
from tui.reading.quotes.cues.replies import ANSWERS
from tui.reading.quotes.names.bodies import BODY_NOUNS, state_adjective
from tui.reading.quotes.names.body_mentions import NamedBodies
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mention_extent import extent, written_extent
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.names.named_nouns import NamedNouns
from tui.reading.quotes.names.roles import role
from tui.reading.quotes.resolution.antecedent_choice import AntecedentChoice
from tui.reading.quotes.resolution.back_references import SEVERAL_OF, referent
from tui.reading.quotes.resolution.bearers import bearers, holder_behind, shared_offices
from tui.reading.quotes.resolution.body_pronouns import its_own
from tui.reading.quotes.resolution.counterparts import (
    COUNTERPARTS,
    ORDINALS,
    counterpart,
    counterpart_behind,
    one_of_two,
    received,
)
from tui.reading.quotes.resolution.named_offices import AGENTS, BELONGING, apposed
from tui.reading.quotes.resolution.natives import is_people, person_of
from tui.reading.quotes.resolution.noun_choice import NOBODY, likelihoods, may_mean, weigh
from tui.reading.quotes.resolution.office_bodies import is_of_body
from tui.reading.quotes.resolution.office_fitness import office_of
from tui.reading.quotes.resolution.office_holders import UNSAID, Holder, holder_of
from tui.reading.quotes.resolution.owners import (
    is_somebodys,
    ministry_of,
    office_told_of,
    owner_of,
    person_before,
)
from tui.reading.quotes.resolution.paper_issuers import issuer
from tui.reading.quotes.resolution.pronoun_features import antecedents, gendered
from tui.reading.quotes.resolution.surroundings import of_age, only_person_before
from tui.reading.quotes.resolution.title_names import bearer, honoured, titled, whole_name
from tui.reading.quotes.resolution.unnamed_pronouns import unnamed_meant
from tui.reading.quotes.resolution.unnamed_speakers import (
    INDEFINITE,
    SOMEBODY_KNOWN,
    is_another,
    unnamed_label,
    with_body,
)
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import PERSONS, country_of, ranked, role_of
from tui.reading.quotes.words.small_words import OWNERS
from tui.reading.quotes.words.word_classes import CLASSES, NOUNS, PAPERS, PEOPLE, SINGULAR, TITLES, singular

_PLAINLY = 5  # words of "the deputy energy minister"
_BESIDE = 0.95  # that an office is theirs who is named right behind it
_LATER = 0.75  # that somebody is who is named further down
_ALONE = 0.5  # that it is the only one told of before it
_SOMEBODYS_OFFICE = 0.75  # that "his office" is the nearest man's
_SEVERAL = 0.8  # that "the French" are not one of them
_NAMED_BEFORE = 0.6  # that an office told of again is that of one who was named behind it
_UNNAMED = 0.58  # that a pronoun is somebody without a name
_LIKELY = 0.5  # likelier than all others and nobody together
_WEIGHED = 0.6  # that a noun is who it means likeliest, at best
_PAPERS = PAPERS | {"summary", "version"}
_MOST_NAMES = 5
_ONE_MORE = frozenset(("second", "third", "fourth"))  # "the second diplomat" is nobody who is named
_NO_NAME = (shapes.PRONOUN, shapes.RELATIVE, shapes.OTHER_PRONOUN, shapes.DETERMINER)
_LOOKED_BACK = 60  # mentions
_OTHER_BACK = 3  # sentences before "the other"


class CoreferenceResolver:
    """Finds the entity behind each mention of one article, read from its beginning to its end."""

    def __init__(self, context: ArticleAnalysis, table: Mapping[str, float]) -> None:
        """Prepare for the article of `context`, weighing whom pronouns mean with `table`."""
        self.context = context
        self.choice = AntecedentChoice(context, table)
        self._spoken: list[tuple[int, int]] = []
        self._names: dict[int, tuple[str, str, float]] = {}
        self._bodies = NamedBodies(context)
        self._nouns = NamedNouns(context)
        self._supposed: set[int] | None = None

    def spoke(self, mention: Mention, at: int) -> None:
        """Note that the quote at word `at` was said by `mention`."""
        entity = self.choice.entity(mention)
        if entity >= 0:
            self.choice.reading.speaker, self.choice.reading.speaker_at = entity, at
            self._spoken.append((at, entity))

    def _last_to_speak(self, before: int) -> int:
        """Return the entity that said the last quote before a word, or -1."""
        return next((entity for at, entity in reversed(self._spoken) if at < before), -1)

    def resolve(self, mention: Mention, quote: int = -1) -> tuple[str, str, float]:
        """Return whom `mention` stands for, why, and how sure that is.

        `quote` is the stretch that the mention speaks, or -1.
        """
        known = self._names.get(mention.number)
        if known is None:
            known = self._resolve(mention, quote, 0)
            self._names[mention.number] = known
        return known

    def glance(self, mention: Mention) -> str:
        """Return whom `mention` stands for as far as it is known without reading on."""
        if mention.number < self.choice.next or mention.kind == NAME:
            return self.resolve(mention)[0]
        if gendered(self.context, mention):
            near = antecedents(self.context, mention, self.choice.pronouns)
            if near:
                return self.context.entities[self.choice.scored(mention, near, -1)[0][2]].name
        return written_extent(self.context, mention)

    def alternatives(self, speaker: Mention, others: Sequence[Mention], name: str) -> tuple[str, ...]:
        """Return the names that were weighed and not taken, best first, five at most.

        `others` are the other mentions that may be the speaker, `name` is the name taken.
        """
        entities = self.context.entities
        found = {name.casefold()}
        names: list[str] = []
        doubts = self.choice.doubts.get(speaker.number, (0, ()))[1]
        for one in [entities[entity].name for entity in doubts] + [self.glance(other) for other in others]:
            # a pronoun nobody has understood yet is no name to offer
            if one.casefold() not in found and CLASSES.get(one.casefold()) not in _NO_NAME:
                found.add(one.casefold())
                names.append(one)
        return tuple(names[:_MOST_NAMES])

    def role(self, mention: Mention) -> str:
        """Return what the article says `mention`, already resolved, is."""
        return role(self.context, mention, self.choice.entity(mention))

    def _resolve(self, mention: Mention, quote: int, depth: int) -> tuple[str, str, float]:
        context = self.context
        if mention.kind == NAME and mention.entity >= 0:
            return self._name(mention)
        word = context.skeleton.lower[mention.first]
        if mention.kind == NOUN:
            return self._likeliest(mention, self._noun(mention, depth))
        if gendered(context, mention):
            self.choice.advance(mention, quote)
            entity = self.choice.pronouns.get(mention.number, -1)
            unnamed, owned = unnamed_meant(self.choice, mention)
            name = self._noun(unnamed, depth)[0] if unnamed and not owned else ""
            if name and unnamed and not self.choice.clashes(mention, unnamed):
                return name, f"{word} → {name}, the subject before it", _UNNAMED
            if entity >= 0:
                known = context.entities[entity]
                # "The Prime Minister spoke. He said": whoever that is
                told = [one for one in known.mentions if one.first < mention.first]
                office = bearer(context, told[-1], known) if told else None
                name = context.entities[office.entity].name if office and office.entity >= 0 else known.name
                how = (
                    "the last speaker"
                    if entity == self.choice.reading.speaker
                    else "the likeliest person before it"
                )
                sure = self.choice.doubts[mention.number][0]
                return name, f"{word} → {how}, {name}", min(sure, _UNNAMED) if owned else sure
        other = referent(self.context, mention, word)
        if other is None or depth > 4:
            return written_extent(self.context, mention), "", 0.6
        name, _, sure = self._resolve(other, -1, depth + 1)
        return name, f"{word} → {name}", 0.8 * sure

    def _likeliest(self, mention: Mention, found: tuple[str, str, float]) -> tuple[str, str, float]:
        """Return what the rules `found` of a noun; where they know nothing, whom it means if that is likelier than not."""
        context, table = self.context, weights.load().get("noun", {})
        if found[1] or not table or not may_mean(context, mention):  # told by a rule, or left open by one
            return found
        odds = likelihoods(self.weigh(mention), table)
        entity = max(odds, key=lambda one: odds[one])
        if entity == NOBODY or odds[entity] < _LIKELY:
            return found
        self.choice.pronouns[mention.number] = entity
        if not context.entities[entity].roles:
            self._learn(mention, entity)
        name, written = context.entities[entity].name, written_extent(context, mention)
        return name, f"{written} → {name}, the likeliest named before it", min(odds[entity], _WEIGHED)

    def weigh(self, mention: Mention) -> Iterator[tuple[int, list[str]]]:
        """Yield nobody, and each that a noun may mean, with their features."""
        return weigh(self.context, mention, self.choice.pronouns, self._last_to_speak(mention.first))

    def _name(self, mention: Mention) -> tuple[str, str, float]:
        """Resolve a name, which may be "the Swede", "Her Majesty" or "the Secretary"."""
        context = self.context
        if context.skeleton.lower[mention.last - 1] in PERSONS and (beside := apposed(context, mention)) >= 0:
            name, written = context.entities[beside].name, written_extent(context, mention)
            return name, f"{written} → {name}, named beside", _BESIDE  # "The Swede, Ida Lund, said"
        if is_people(context, mention):
            return f"the {context.skeleton.text[mention.last - 1]}", "", _SEVERAL
        if (one := person_of(context, mention)) is not None:
            name, written = context.entities[one.entity].name, written_extent(self.context, mention)
            return name, f"{written} → {name}, of that state", one.sure
        if (entity := honoured(context, mention)) >= 0:
            name = context.entities[entity].name
            return (
                name,
                f"{written_extent(self.context, mention)} → {name}, whose title it is",
                _SOMEBODYS_OFFICE,
            )
        if (holder := titled(context, mention)) is not None:
            if holder.entity < 0:
                return written_extent(self.context, mention), "more than one may be meant", holder.sure
            name = context.entities[holder.entity].name
            return name, f"{written_extent(self.context, mention)} → {name}, introduced as such", holder.sure
        if extent(context, mention) != (mention.first, mention.last):
            return written_extent(self.context, mention), "", 0.9
        return whole_name(context, context.entities[mention.entity]), "", 1.0

    def _noun(self, mention: Mention, depth: int) -> tuple[str, str, float]:
        """Resolve "the spokesman", "the Russian leader", "the statement"."""
        skeleton = self.context.skeleton
        lower = skeleton.lower
        written = written_extent(self.context, mention)
        head = lower[mention.head]
        if (owned := self._owned(mention, written, depth)) is not None:
            return owned
        if head in ORDINALS and (one := one_of_two(self.context, mention)) >= 0:
            name = self.context.entities[one].name
            return name, f"{written} → {name}, of the two before it", SOMEBODY_KNOWN
        if (aged := of_age(self.context, mention)) >= 0:
            self.choice.pronouns[mention.number] = aged
            name = self.context.entities[aged].name
            return name, f"{written} → {name}, whose age it is", _BESIDE
        if (other := self._the_other(mention)) is not None:
            self.choice.pronouns[mention.number] = other.entity
            name = self.context.entities[other.entity].name
            return name, f"the {written} → {name}, of the two before it", other.sure
        if self._is_somebody(mention):
            return self._somebody(mention, written)
        if SINGULAR.get(head) in PEOPLE:
            return with_body(self.context, mention), "", 0.9  # "officials in Kyiv"
        if (named := self._nouns.resolve(mention)) is not None:
            name = self.context.entities[named[0]].name
            return name, f"{written} → {name}, so called", named[1]
        if head in BODY_NOUNS and (state := state_adjective(its_own(self.context, mention))):
            name = f"{state} {written.removeprefix('Its ').removeprefix('its ')}"
            return name, f"{written} → {name}", SOMEBODY_KNOWN
        if head == "ministry" and (ministry := ministry_of(self.choice, mention)):
            return ministry, f"{written} → {ministry}", _SOMEBODYS_OFFICE
        if head in BODY_NOUNS and lower[mention.first] not in INDEFINITE:
            somebodys = self._bodies.is_somebodys(mention)
            label = with_body(self.context, mention), "", 0.9
            return label if somebodys else self._bodies.resolve(mention, written)
        return written, "", 0.9

    def _somebody(self, mention: Mention, written: str) -> tuple[str, str, float]:
        """Resolve a person's office: to its holder, or to whom it speaks for; `written` are its words."""
        context = self.context
        lower = context.skeleton.lower
        head, known = lower[mention.head], lower[mention.first] not in INDEFINITE
        beside = apposed(self.context, mention)
        holder = Holder(beside, _BESIDE) if beside >= 0 else None
        known = (
            known
            and not is_somebodys(self.context, mention)
            and _ONE_MORE.isdisjoint(lower[mention.first + 1 : mention.first + 2])
        )
        supposed = self._suppose()
        if holder is None and known:
            office = office_of(context, mention, role_of(head))
            holder = holder_of(context, mention, office) or holder_behind(context, mention, office)
            if holder is not None and holder.entity in supposed:
                holder = holder._replace(sure=min(holder.sure, _NAMED_BEFORE))
        if (
            holder is None
            and lower[mention.first] in ("a", "an")
            and (told := self._named_later(mention)) >= 0
        ):
            holder = Holder(told, _LATER)
        if (
            holder is not None
            and beside < 0
            and holder.entity >= 0
            and is_another(context, mention, holder.entity)
        ):
            return unnamed_label(context, mention, role_of(head))
        holder = holder or self._other_of_two(mention)
        if holder is not None and holder.entity >= 0:
            self.choice.pronouns[mention.number] = holder.entity
            if not context.entities[holder.entity].roles:
                self._note(mention, holder.entity)
            name = context.entities[holder.entity].name
            how = "introduced as such" if holder.sure > UNSAID else "who may hold it"
            return name, f"{written} → {name}, {how}", holder.sure
        if holder is not None:
            return written, f"{written}: more than one may be meant", holder.sure
        unnamed = unnamed_label(self.context, mention, role_of(head))
        if not unnamed[1] and (entity := self._only_one(mention)) >= 0:
            self._note(mention, entity)
            name = context.entities[entity].name
            return name, f"{written} → {name}, the only one told of before it", _ALONE
        return unnamed

    def _other_of_two(self, mention: Mention) -> Holder | None:
        """Return who "his host" or "the guest" is; None where that is open, or for another noun."""
        lower = self.context.skeleton.lower
        holder = None
        if lower[mention.head] in COUNTERPARTS and lower[mention.first] in OWNERS:
            holder = counterpart(self.context, mention, self._last_to_speak(mention.first))
            if holder is None:  # "Lund, he said, was late. His rival said": who spoke without marks
                holder = counterpart(self.context, mention, self._told_of_last(mention))
            holder = holder or counterpart_behind(self.context, mention)
        one = received(self.context, mention) if holder is None else -1
        return Holder(one, SOMEBODY_KNOWN) if one >= 0 else holder

    def _the_other(self, mention: Mention) -> Holder | None:
        """Return who "the other" is of two, behind what the one said; None where that is open."""
        lower, sentences = self.context.skeleton.lower, self.context.skeleton.sentences
        if lower[mention.first - 1 : mention.first + 1] != ["the", "other"]:
            return None
        begin = sentences[max(0, self.context.skeleton.sentence[mention.first] - _OTHER_BACK)][0]
        if any(lower[one.first] in SEVERAL_OF for one in self.context.mentions_between(begin, mention.first)):
            return None  # "One guard said no. The other said yes."
        return counterpart(self.context, mention, self._last_to_speak(mention.first))

    def _told_of_last(self, mention: Mention) -> int:
        """Return the entity of the one who does something last before a mention, in its paragraph; -1 for nobody."""
        skeleton = self.context.skeleton
        for one in reversed(self.context.mentions[max(0, mention.number - _LOOKED_BACK) : mention.number]):
            if skeleton.paragraph[one.first] != skeleton.paragraph[mention.first]:
                break
            thing = one.kind == NOUN and skeleton.lower[one.head] not in PEOPLE
            if not (thing or one.owner) and skeleton.shape[one.last : one.last + 1] in shapes.VERB:
                return self.choice.entity(one)
        return -1

    def _owned(self, mention: Mention, written: str, depth: int) -> tuple[str, str, float] | None:
        """Resolve what is somebody's, or one of several: "his words", "the statement", "her office", "one of them"."""
        lower = self.context.skeleton.lower
        head = lower[mention.head]
        if head in ANSWERS and (entity := owner_of(self.choice, mention)) >= 0:
            name = self.context.entities[entity].name
            return name, f"{written} → {name}", SOMEBODY_KNOWN
        if head in _PAPERS and depth < 4:
            return self._paper(mention, written, depth)
        of = lower[mention.last : mention.last + 1] == ["of"]
        if head in SEVERAL_OF and of and apposed(self.context, mention) < 0:
            return self._one_of(mention, written)
        return self._office_of(mention, written, depth) if head == "office" else None

    def _one_of(self, mention: Mention, written: str) -> tuple[str, str, float]:
        """Resolve "one of them" as it is written."""
        skeleton = self.context.skeleton
        behind = mention.last + 1
        if skeleton.shape[behind : behind + 1] != shapes.OTHER_PRONOUN:
            return written, "", 0.9
        label = self.context.text[skeleton.starts[mention.first] : skeleton.ends[behind]]
        return label, "", 0.8

    def _office_of(self, mention: Mention, written: str, depth: int) -> tuple[str, str, float] | None:
        """Resolve "Ida Lund's press office", "her office" and "the office"; None for one of a state or a body."""
        if (owner := person_before(self.context, mention)) is not None:
            rest = " ".join(self.context.skeleton.text[owner.last + 1 : mention.last])
            return f"{self._resolve(owner, -1, depth + 1)[0]}'s {rest}", "", 0.9
        office = office_told_of(self.choice, mention)
        return (office, f"{written} → {office}", _SOMEBODYS_OFFICE) if office else None

    def _named_later(self, mention: Mention) -> int:
        """Return whom "an aide" is that is named further down: "The aide, Ida Lund, is a senator now"; -1 for nobody."""
        lower = self.context.skeleton.lower
        for other in self.context.mentions[mention.number + 1 : mention.number + _LOOKED_BACK]:
            owned = shapes.POSSESSIVE in self.context.skeleton.shape[other.first : other.head]
            same = lower[other.head] == lower[mention.head] and lower[other.first] == "the" and not owned
            if other.kind == NOUN and same:
                return apposed(self.context, other)
        return -1

    def _suppose(self) -> set[int]:
        """Note the offices of all who are named right behind one that nobody else may hold; return who they are."""
        if self._supposed is None:
            self._supposed = set()
            for office, entity in bearers(self.context):
                word = self.context.skeleton.lower[office.head]
                if is_somebodys(self.context, office) or apposed(self.context, office) >= 0:
                    continue
                if holder_of(self.context, office, office_of(self.context, office, role_of(word))) is None:
                    self._learn(office, entity)
                    self._supposed.add(entity)
            for office, several in shared_offices(self.context):
                for entity in several:
                    self._learn(office, entity)
        return self._supposed

    def _note(self, mention: Mention, entity: int) -> None:
        """Note that somebody is who a mention means, and holds the office by which it calls them."""
        self._learn(mention, entity)
        self.choice.pronouns[mention.number] = entity

    def _learn(self, mention: Mention, entity: int) -> None:
        """Note that somebody holds the office by which a mention calls them."""
        context = self.context
        noun = singular(context.skeleton.lower[mention.head])
        office = office_of(context, mention, role_of(noun))
        known = context.entities[entity]
        known.roles |= {office.role, noun}
        heir = known.successor if not office.ranks else None
        if heir is not None and heir.roles == {"successor"}:
            heir.roles |= {office.role, noun}  # who holds it now
        known.portfolios |= office.portfolios
        known.ranks |= office.ranks
        if office.country:
            known.countries.add(office.country)

    def _only_one(self, mention: Mention) -> int:
        """Return whom "the engineer" means as nobody else was told of, and he has not spoken by his name; -1 for nobody."""
        lower, shape = self.context.skeleton.lower, self.context.skeleton.shape
        plain = mention.last - mention.first < _PLAINLY and not BELONGING.intersection(
            lower[mention.last : mention.last + 1]
        )
        owned = shapes.POSSESSIVE in shape[mention.first : mention.last]
        if (
            lower[mention.first] != "the"
            or singular(lower[mention.head]) != lower[mention.head]
            or not plain
            or owned
            or lower[mention.head] == "source"  # is nobody who is named
            or is_of_body(self.context, mention)
        ):
            return -1
        entity = only_person_before(self.context, mention)
        states = self.context.entities[entity].countries if entity >= 0 else set()
        state = country_of(lower[mention.first : mention.last])
        foreign = state and states and state not in states  # "the Georgian minister" is no Azerbaijani
        if shape[mention.first - 1] in shapes.VERB and entity >= 0:  # "Roth met the envoy, who said"
            here = self.context.skeleton.sentence[mention.first]
            met = (
                self.context.skeleton.sentence[one.first] for one in self.context.entities[entity].mentions
            )
            foreign = foreign or here in met
        return -1 if foreign or entity in {one for _, one in self._spoken} else entity

    def _paper(self, mention: Mention, written: str, depth: int) -> tuple[str, str, float] | None:
        """Resolve "the statement" and "his post" to whose it is, None where that does not show."""
        if (source := issuer(self.context, mention)) is not None:
            name = self._resolve(source, -1, depth + 1)[0]
            return name, f"{written} → {name}, whose it is", 0.7
        if (entity := owner_of(self.choice, mention)) >= 0:
            name = self.context.entities[entity].name
            return name, f"{written} → {name}, whose it is", SOMEBODY_KNOWN
        return None

    def _is_somebody(self, mention: Mention) -> bool:
        """Tell whether a noun is a person's: "a deputy", "vice-president", "a villager, Ida Lund,"."""
        skeleton = self.context.skeleton
        head = skeleton.lower[mention.head]
        office = skeleton.shape[mention.head] == shapes.ADJECTIVE or ranked(head)[2] in PEOPLE
        office = office or (head in TITLES and singular(head) == head)
        agent = head not in CLASSES and head.endswith(AGENTS) and skeleton.lower[mention.first] == "the"
        office = office or (agent and skeleton.shape[mention.last : mention.last + 1] == shapes.CUE)
        return office or (head not in NOUNS and apposed(self.context, mention) >= 0)
