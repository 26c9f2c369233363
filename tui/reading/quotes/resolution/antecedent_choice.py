"""Whom "he" and "she" mean, chosen one after another in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile
from math import exp

from tui.reading.quotes.cues.cue_subjects import BEING, subject
from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.resolution.counterparts import COUNTERPARTS, counterpart
from tui.reading.quotes.resolution.human_names import hardly_human
from tui.reading.quotes.resolution.named_offices import apposed
from tui.reading.quotes.resolution.natives import person_of
from tui.reading.quotes.resolution.office_fitness import office_of
from tui.reading.quotes.resolution.office_holders import holder_of
from tui.reading.quotes.resolution.pronoun_features import (
    DiscourseState,
    acts_before,
    antecedents,
    gendered,
    is_he,
    is_subject,
    pronoun_features,
)
from tui.reading.quotes.weights import total
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.offices_table import role_of
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import PEOPLE, SINGULAR, TITLES, word_set

_SOMEBODY_KNOWN = 0.6
_UNLIKE = 0.5  # how sure "he" is of one who seems to be a woman
_LAST_NAMED = 3
_BACK = 60  # mentions
_SURELY = 0.7
_MUCH = 1.5  # more likely than the likeliest, as a logarithm
_QUESTIONING = word_set("ask press question")
_ASKING = _QUESTIONING | {"tell", "call"}  # whom one may well answer
_ASKED = word_set("asked pressed questioned")
_ANSWERING = word_set("ask reply answer respond retort")
_SPEAKING = (CLAUSAL | _ASKING) - {"hear", "read"}
_OF = ("of", "about")
_CLAUSE_ENDS = (",", ";", ".", "-")
_NEXT = 2  # paragraphs, the blank line between counted as one
_AHEAD = 60  # mentions
_TITLED = PEOPLE & TITLES
_TOPIC = 0.55  # how sure "As for Lund, he said" means Lund where another spoke or did something right before
_TWO = 0.6  # how sure a pronoun is that may mean one or the other


class AntecedentChoice:
    """Chooses what entity each pronoun of one article stands for.

    `pronouns` holds the entity by number of mention (of nouns too, once they are understood), `doubts` how sure that
    is and who else it may be.
    """

    def __init__(self, context: ArticleAnalysis, weights: Mapping[str, float]) -> None:
        """Prepare for the article of `context`, weighing with `weights`."""
        self.context = context
        self.weights = weights
        self.reading = DiscourseState()
        self.pronouns: dict[int, int] = {}
        self.doubts: dict[int, tuple[float, tuple[int, ...]]] = {}
        self.next = 0  # number of the first mention not read yet

    def entity(self, mention: Mention) -> int:
        """Return the number of the entity of a name or of what is understood, or -1."""
        return self.pronouns.get(mention.number, mention.entity if mention.kind == NAME else -1)

    def clashes(self, mention: Mention, noun: Mention) -> bool:
        """Tell whether a noun stands for somebody known to be a woman where the pronoun is "he", or the other way."""
        entity = self.entity(noun)
        return entity >= 0 and self._vote(mention, entity) < 0

    def advance(self, last: Mention, quote: int) -> None:
        """Understand "he" and "she" up to `last`, in the order of the text."""
        context, mentions = self.context, self.context.mentions
        for number in range(self.next, last.number + 1):
            mention = mentions[number]
            if mention.kind == PRONOUN and gendered(context, mention):
                self.choose(mention, quote if mention is last else -1)
            elif mention.kind != PRONOUN and number not in self.pronouns:
                self._understand(mention)
        if last.number >= self.next:
            self.next = last.number + 1
        elif last.number not in self.pronouns:
            self.choose(last, quote)

    def _understand(self, mention: Mention) -> None:
        """Note who "the Norwegian president", "the Swede" or "his host" is who does something: "she" may go back there."""
        context, lower = self.context, self.context.skeleton.lower
        asked = CUES.get(context.skeleton.word_before(mention.first)) in _ASKING
        if mention.owner or not (asked or is_subject(context.skeleton.shape, mention)):
            return
        holder = None
        if mention.kind == NAME:
            holder = person_of(context, mention)
            if holder is None and lower[mention.first] == "the" and lower[mention.head] in _TITLED:
                holder = holder_of(
                    context, mention, office_of(context, mention, role_of(lower[mention.head]))
                )
        elif lower[mention.first] == "the" and lower[mention.head] in PEOPLE:
            holder = holder_of(context, mention, office_of(context, mention, role_of(lower[mention.head])))
        elif lower[mention.head] in COUNTERPARTS and lower[mention.first] in ("his", "her"):
            holder = counterpart(context, mention, self.reading.speaker)
        if holder is not None and holder.entity >= 0 and holder.sure >= _SURELY:
            self.pronouns[mention.number] = holder.entity

    def weighed(
        self, mention: Mention, near: Mapping[int, list[Mention]], quote: int
    ) -> Iterator[tuple[int, list[str]]]:
        """Yield the entities `mention` may mean, nearest first, with their features."""
        subjects = 0
        for order, (entity, found) in enumerate(near.items()):
            yield (
                entity,
                pronoun_features(self.context, mention, entity, found, order, self.reading, quote, subjects),
            )
            subjects += is_subject(self.context.skeleton.shape, found[0])

    def scored(
        self, mention: Mention, near: Mapping[int, list[Mention]], quote: int
    ) -> list[tuple[float, int, int]]:
        """Return score, order and entity of each that `mention` may mean, best first."""
        scored = [
            (total(self.weights, names), -order, entity)
            for order, (entity, names) in enumerate(self.weighed(mention, near, quote))
        ]
        return sorted(scored, reverse=True)

    def choose(self, mention: Mention, quote: int) -> None:
        """Decide whom `mention`, a "he" or "she", means."""
        context = self.context
        near = self._without_clashes(
            mention, antecedents(context, mention, self.pronouns)
        ) or self._named_next(mention)
        if not near:
            return
        if (topic := self._topic(mention)) not in near:
            near = self._outside(mention, near) or near
        ranked = self.scored(mention, near, quote)
        scored = [*dropwhile(lambda one: hardly_human(context.entities[one[2]]), ranked)] or ranked
        if (same := self._foremost(mention, near, topic)) in near:
            scored = sorted(ranked, key=lambda one: one[2] != same)
            scored[0] = (max(scored[0][0], max(score for score, _, _ in scored) + _MUCH), *scored[0][1:])
        top, _, best = scored[0]
        whole = sum(exp(score - top) for score, _, _ in scored)
        sentence = context.skeleton.sentence
        since = min(sentence[near[best][0].first], sentence[mention.first])
        beside = [entity for _, _, entity in scored if sentence[near[entity][0].first] >= since]
        alone = self._may_be_meant(mention, beside) <= {best}
        unlike = self._vote(mention, best) < 0
        self.pronouns[mention.number] = best
        if whole < 1.25 and alone:
            if is_he(context, mention):
                context.entities[best].male += 1
            else:
                context.entities[best].female += 1
        rest = tuple(entity for score, _, entity in scored[1:4] if exp(score - top) / whole > 0.05)
        sure = 1 / whole if alone else min(1 / whole, _TWO)
        if near[best][0].first > mention.first:
            sure = _SOMEBODY_KNOWN
        office = TITLES.issuperset(context.entities[best].words)  # whose holder may be named elsewhere
        if unlike or office or self._unnamed_between(near[best][0], mention):
            sure = min(sure, _UNLIKE)
        others = (near[one] for one in near if one != best and self._vote(mention, one) >= 0)
        if best == topic and any(acts_before(context, mention, found) for found in others):
            sure = min(sure, _TOPIC)
        if near[best][0].kind == PRONOUN:  # no surer than the "he" it goes back to
            sure = min(sure, self.doubts.get(near[best][0].number, (sure, ()))[0])
        self.doubts[mention.number] = (sure, rest)
        if sure >= _SOMEBODY_KNOWN:
            self.reading.meant[best] = is_he(context, mention), context.skeleton.paragraph[mention.first]
        if is_he(context, mention):
            self.reading.male = best
        else:
            self.reading.female = best

    def _without_clashes(self, mention: Mention, near: dict[int, list[Mention]]) -> dict[int, list[Mention]]:
        """Return who may be meant, without women for "he" where a man is among the last ones named, and men for "she"."""
        if (told_of := self._told_of(mention)) in near and len(near) > 1:
            near = {one: found for one, found in near.items() if one != told_of}
        votes = {one: self._vote(mention, one) for one in near}
        if not any(vote > 0 for vote in list(votes.values())[:_LAST_NAMED]):
            return near
        return {one: found for one, found in near.items() if votes[one] >= 0}

    def _unnamed_between(self, antecedent: Mention, mention: Mention) -> bool:
        """Tell whether somebody without a name, whom the pronoun may mean too, does something behind its antecedent."""
        skeleton = self.context.skeleton
        between = self.context.mentions[antecedent.number + 1 : mention.number]
        if any(self._goes_on_about(one, mention) for one in between):
            return True
        return any(
            one.kind == NOUN
            and one.number not in self.pronouns
            and skeleton.lower[one.head] in PEOPLE
            and skeleton.lower[one.head] not in SINGULAR
            and skeleton.lower[one.first] in ("the", "a", "an")
            and skeleton.sentence[one.first] != skeleton.sentence[antecedent.first]
            and (is_subject(skeleton.shape, one) or self._is_others(one, self.entity(antecedent)))
            for one in between
        )

    def _goes_on_about(self, noun: Mention, mention: Mention) -> bool:
        """Tell whether a clause goes on about somebody's own of the other sex: "he looked at his lawyer; she laughed"."""
        skeleton, he = self.context.skeleton, is_he(self.context, mention)
        owned = skeleton.lower[noun.first] == ("her" if he else "his") and skeleton.lower[noun.head] in PEOPLE
        behind = skeleton.lower[noun.last + 1 : noun.last + 2]
        return owned and skeleton.shape[noun.last] in _CLAUSE_ENDS and behind == ["he" if he else "she"]

    def _is_others(self, noun: Mention, entity: int) -> bool:
        """Tell whether a sentence begins with what is of somebody of another office: "The colonel's story was odd. He"."""
        skeleton = self.context.skeleton
        begins = noun.owner and noun.first == skeleton.sentences[skeleton.sentence[noun.first]][0]
        return begins and skeleton.lower[noun.head] not in self.context.entities[entity].roles

    def _outside(self, mention: Mention, near: dict[int, list[Mention]]) -> dict[int, list[Mention]]:
        """Return who may be meant by ", he said" behind a clause: whom that clause names is not who says it."""
        context, shape = self.context, self.context.skeleton.shape
        if shape[mention.first - 1] + shape[mention.last : mention.last + 1] != "," + shapes.CUE:
            return near
        first = context.skeleton.sentences[context.skeleton.sentence[mention.first]][0]
        clause = max(first, 1 + max(shape.rfind(mark, first, mention.first) for mark in ":;"))
        left = {
            one: found
            for one, found in near.items()
            if not any(each.kind == NAME and each.first >= clause for each in found)
        }
        votes = ((self._vote(mention, one), context.entities[one]) for one in left)
        known = any(vote > 0 or (vote == 0 and (one.person or one.roles)) for vote, one in votes)
        return left if known else near

    def _vote(self, mention: Mention, entity: int) -> int:
        """Return above 0 for one known to be a "he" or a "she" as the pronoun is, below 0 for one known to be the other."""
        known = self.context.entities[entity]
        return (known.male - known.female) * (1 if is_he(self.context, mention) else -1)

    def _named_next(self, mention: Mention) -> dict[int, list[Mention]]:
        """Return who is named first in the next paragraph, for a pronoun in an article's first that nobody stands before."""
        context = self.context
        paragraph, lower = context.skeleton.paragraph, context.skeleton.lower
        if any(
            one.kind == NOUN and lower[one.head] in PEOPLE
            for one in context.mentions[max(0, mention.number - _BACK) : mention.number]
        ):
            return {}  # it goes back to "the colonel"
        for other in context.mentions[mention.number + 1 : mention.number + 1 + _AHEAD]:
            away = paragraph[other.first] - paragraph[mention.first]
            if away > _NEXT:
                break
            behind = away or context.skeleton.sentence[other.first] > context.skeleton.sentence[mention.first]
            if (
                behind
                and other.kind == NAME
                and is_subject(context.skeleton.shape, other)
                and context.is_human(other)
            ):
                return {other.entity: [other]}
        return {}

    def _goes_on_speaking(self, mention: Mention, near: Mapping[int, list[Mention]]) -> int:
        """Return who spoke in the sentence before where a pronoun speaks: "The mayor said no. “Never,” he said."; else -1.

        Whoever was asked there is who answers: "The mayor asked Lund. “Never,” he said."
        """
        context, skeleton = self.context, self.context.skeleton
        number = skeleton.sentence[mention.first]
        begun = skeleton.shape[skeleton.sentences[number][0] : mention.first]
        speaks = CUES.get("".join(skeleton.lower[mention.last : mention.last + 1]))
        if speaks is None or speaks == "ask" or number == 0 or not set(begun) <= set(shapes.BEHIND_QUOTE):
            return -1
        if skeleton.shape[slice(*skeleton.sentences[number - 1])] == shapes.BREAK and number > 1:
            number -= 1  # “…,” she said, in a paragraph of its own
        first, last = skeleton.sentences[number - 1]
        if skeleton.lower[first] in _ASKED and (comma := skeleton.shape.find(",", first, last)) > 0:
            # "Asked about it, the mayor laughed. “No,” he said."
            asked = context.first_between(comma + 1, min(last, comma + 2))
            entity = -1 if asked is None or speaks in _ANSWERING else self.entity(asked)
            if entity >= 0 and self._is_likely(mention, entity):
                return entity
        verb = last
        while (verb := skeleton.shape.rfind(shapes.CUE, first, verb)) >= 0:
            speaker = subject(context, verb) if CUES[skeleton.lower[verb]] in _SPEAKING else None
            entity = -1 if speaker is None else self.entity(speaker)
            office = (
                speaker is not None
                and speaker.kind == NAME
                and TITLES.issuperset(skeleton.lower[speaker.name_first : speaker.name_last])
            )
            if speaker is not None and (office or (entity < 0 and speaker.kind == NOUN)):
                # "One of them, Ida Lund, said", "The Foreign Secretary, Ida Lund, announced"
                beside = apposed(context, speaker)
                entity = beside if beside >= 0 else entity
            if entity >= 0:
                if speaks in _ANSWERING and _is_asked(skeleton, verb):
                    return entity if self._is_likely(mention, entity) else -1
                if CUES[skeleton.lower[verb]] in (_ASKING if speaks in _ANSWERING else _QUESTIONING):
                    asked = context.first_between(verb + 1, verb + 2)  # "asked the minister whether"
                    others = [self.entity(asked)] if asked is not None else []
                    others += [one for one in near if one != entity] if speaks in _ANSWERING else []
                    return next((one for one in others if one >= 0 and self._is_likely(mention, one)), -1)
                return entity if speaks not in _ANSWERING and self._is_likely(mention, entity) else -1
        return -1

    def _is_likely(self, mention: Mention, entity: int) -> bool:
        """Tell whether a pronoun may mean somebody: one known to be such a "he" or "she", or a person of unknown sex."""
        known, vote = self.context.entities[entity], self._vote(mention, entity)
        return vote > 0 or (vote == 0 and bool(known.person or known.roles))

    def _foremost(self, mention: Mention, near: Mapping[int, list[Mention]], topic: int) -> int:
        """Return the topic, else who goes on speaking, else who is new in the sentence before; -1 for nobody."""
        same = topic if topic in near else self._goes_on_speaking(mention, near)
        return next(
            (
                one
                for one in (
                    same,
                    self._other_before(mention),
                    self._office_before(mention),
                    self._newcomer(mention),
                )
                if one in near
            ),
            -1,
        )

    def _other_before(self, mention: Mention) -> int:
        """Return who the sentence before is about as the other one of two: "Her host frowned. “No,” she said."; else -1."""
        context, skeleton = self.context, self.context.skeleton
        number = skeleton.sentence[mention.first]
        if not number or not set(skeleton.shape[skeleton.sentences[number][0] : mention.first]) <= set(
            shapes.BEHIND_QUOTE
        ):
            return -1
        first, last = skeleton.sentences[number - 1]
        opening = context.first_between(first, min(last, first + 1))
        other = opening is not None and skeleton.lower[opening.head] in COUNTERPARTS
        entity = self.pronouns.get(opening.number, -1) if opening is not None and other else -1
        return entity if entity >= 0 and self._vote(mention, entity) >= 0 else -1

    def _office_before(self, mention: Mention) -> int:
        """Return whom the sentence before begins with by an office: "The President met Lund. She said"; -1 for nobody."""
        context, skeleton = self.context, self.context.skeleton
        number = skeleton.sentence[mention.first]
        if not number or skeleton.sentences[number][0] != mention.first:
            return -1
        first, last = skeleton.sentences[number - 1]
        opening = context.first_between(first, min(last, first + 1))
        if opening is None or opening.kind != NAME or skeleton.lower[first] != "the":
            return -1
        head = skeleton.lower[opening.head]
        if head not in TITLES or not is_subject(skeleton.shape, opening):
            return -1
        holder = holder_of(context, opening, office_of(context, opening, role_of(head)))
        entity = self.entity(opening) if holder is None else holder.entity
        named = [one.entity for one in context.mentions_between(first, last) if one.entity >= 0]
        # a woman named there is rather "she" than "the President"
        least = 1 if any(self._vote(mention, one) > 0 for one in named) else 0
        return entity if entity >= 0 and self._vote(mention, entity) >= least else -1

    def _newcomer(self, mention: Mention) -> int:
        """Return who is named first in the sentence before, alone of those a pronoun may mean there; -1 for nobody."""
        context, skeleton = self.context, self.context.skeleton
        number = skeleton.sentence[mention.first]
        first, last = skeleton.sentences[number - 1] if number else (0, 0)
        begun = skeleton.shape[skeleton.sentences[number][0] : mention.first]
        inserted = begun[-1:] == "," and shapes.NAME not in begun  # "It showed her, he said, at a dinner"
        if not (inserted or set(begun) <= set(shapes.BEHIND_QUOTE)):
            return -1
        named = [one for one in context.mentions_between(first, last) if not one.owner]
        likely = {one for one in map(self.entity, named) if one >= 0 and self._is_likely(mention, one)}
        only = likely.pop() if len(likely) == 1 else -1
        brought = [one for one in named if only >= 0 and one is context.entities[only].mentions[0]]
        return (
            only if brought and skeleton.word_before(brought[0].first) != "by" else -1
        )  # "was seen by Lund"

    def _topic(self, mention: Mention) -> int:
        """Return whom a sentence is said to be about right before a pronoun: "As for Lund, he said"; -1 for nobody."""
        lower, before = self.context.skeleton.lower, self.context.mentions[mention.number - 1]
        around = lower[before.first - 2 : before.first] + lower[before.last : mention.first]
        inserted = lower[mention.last + 1 : mention.last + 2] == [","]  # "As for Lund, he said, she was late"
        return -1 if inserted or around != ["as", "for", ","] else self.entity(before)

    def _told_of(self, mention: Mention) -> int:
        """Return of whom somebody else speaks: "Of Lund she said"; -1 for nobody."""
        skeleton, before = self.context.skeleton, self.context.mentions[mention.number - 1]
        begins = before.first - 1 == skeleton.sentences[skeleton.sentence[mention.first]][0]
        of = begins and skeleton.word_before(before.first) in _OF and mention.number > 0
        return self.entity(before) if of and before.last == mention.first else -1

    def _may_be_meant(self, mention: Mention, near: Sequence[int]) -> set[int]:
        """Return who of those near may be a "he" or "she": those known to be, else all people not known not to be."""
        sign = 1 if is_he(self.context, mention) else -1
        here = self.context.skeleton.paragraph[mention.first]
        people = [self.context.entities[one] for one in near]
        votes = {one: sign * (known.male - known.female) for one, known in zip(near, people, strict=True)}
        known = {one for one, vote in votes.items() if vote > 0}
        return known or {
            one
            for one, entity in zip(near, people, strict=True)
            if votes[one] == 0
            and (entity.person or entity.roles)
            and not self.reading.meant_by_the_other(one, sign > 0, here)
        }


def _is_asked(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether a verb says who is asked, and by nobody who is told: "Lund was asked about it"."""
    asked = skeleton.lower[verb] in _ASKED and skeleton.word_before(verb) in BEING
    return asked and skeleton.lower[verb + 1 : verb + 2] != ["by"]
