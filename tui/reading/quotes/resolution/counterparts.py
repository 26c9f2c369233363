"""Who "his host" or "her French counterpart" is: the other one of the two who are spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from tui.reading.quotes.cues.cue_subjects import BEING
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.resolution.human_names import may_be_person
from tui.reading.quotes.resolution.natives import of_state
from tui.reading.quotes.resolution.office_holders import NEAREST, Holder
from tui.reading.quotes.words.offices_table import PEERS, country_of
from tui.reading.quotes.words.word_classes import word_set

COUNTERPARTS = word_set(
    "host guest counterpart colleague visitor interlocutor opponent rival classmate challenger partner friend client"
)
ORDINALS = word_set("former latter")
_GUESTS = word_set("guest visitor")
_RECEIVING = word_set("received receives receiving hosted hosts welcomed welcomes greeted")
_SPEAKING_FOR = word_set("spokesman spokeswoman spokesperson aide interpreter reporter correspondent")
_HIS = {"his": 1, "her": -1}
_SENTENCES = 9
# How sure it is that the other one is meant.
_NO_OTHER = 0.7  # the only one not of another state, or not of the owner's gender
_LAST_SPOKE = 0.6  # not the one who spoke last


def counterpart(context: ArticleAnalysis, mention: Mention, speaker: int) -> Holder | None:
    """Return who "his host" is, when the last to speak was the entity numbered `speaker`; None where that is open."""
    lower = context.skeleton.lower
    words = lower[mention.first : mention.last]
    near = list(dict.fromkeys(_people(context, mention)))
    placed = lower[mention.last : mention.last + 1] in (["from"], ["in"])  # "his colleague from Baku"
    if state := country_of(words) or (
        country_of(lower[mention.last + 1 : mention.last + 2]) if placed else ""
    ):
        found, sure = of_state(context, state, near)
        if len(found) == 1:
            return Holder(found.pop(), sure)
        others = [one for one in near if not context.entities[one].states]
        alone = len(others) == 1 < len(near)  # the only one of all is whose counterpart it is
        return Holder(others[0], _NO_OTHER) if alone and not found else None
    if len(near) < len(_HIS):
        near = list(dict.fromkeys(_people(context, mention, perhaps=True)))
    if len(near) > len(_HIS):  # a spokesman between them is nobody's counterpart
        near = [one for one in near if _SPEAKING_FOR.isdisjoint(context.entities[one].roles)]
    if len(near) != len(_HIS):
        return None
    sign = _HIS.get(words[0], 0)
    votes = [sign * (context.entities[one].male - context.entities[one].female) for one in near]
    if sign and (votes[0] > 0) != (votes[1] > 0):
        return Holder(near[votes[0] > 0], _NO_OTHER)
    return Holder(near[near[0] == speaker], _LAST_SPOKE) if speaker in near else None


def counterpart_behind(context: ArticleAnalysis, mention: Mention) -> Holder | None:
    """Return the only one named anew behind "his Danish colleague" who is of the state, and told to be nothing else."""
    skeleton = context.skeleton
    states = {country_of([word]) for word in skeleton.lower[mention.first : mention.last]} - {""}
    state = states.pop() if len(states) == 1 else ""  # no Turk is "his Turkish Cypriot colleague"
    found: set[int] = set()
    for other in context.mentions[mention.number + 1 :] if state else ():
        if skeleton.sentence[other.first] - skeleton.sentence[mention.first] > _SENTENCES:
            break
        if other.kind != NAME or other.owner:
            continue
        known = context.entities[other.entity]
        fits = known.mentions[0] is other and state in known.countries and known.roles <= PEERS
        if fits and may_be_person(context, other):
            found.add(other.entity)
    return Holder(found.pop(), NEAREST) if len(found) == 1 else None


def received(context: ArticleAnalysis, mention: Mention) -> int:
    """Return who "the guest" or "the host" is, of the two of whom one is told to have received the other; -1 for nobody."""
    skeleton = context.skeleton
    guest = skeleton.lower[mention.head] in _GUESTS
    if not guest and skeleton.lower[mention.head] != "host":
        return -1
    here = skeleton.sentence[mention.first]
    for number in range(here, max(-1, here - _SENTENCES), -1):
        first, last = skeleton.sentences[number]
        verb = next((at for at in range(first, last) if skeleton.lower[at] in _RECEIVING), -1)
        if verb < 0 or verb >= mention.first:
            continue
        passive = skeleton.word_before(verb) in BEING
        begin, end = (first, verb) if guest == passive else (verb, last)
        named = (one for one in context.mentions_between(begin, end) if one.kind == NAME and not one.owner)
        return next((one.entity for one in named if may_be_person(context, one)), -1)
    return -1


def one_of_two(context: ArticleAnalysis, mention: Mention) -> int:
    """Return who "the former" or "the latter" is: of the two people named last, in the order of the text; -1 for nobody."""
    lower = context.skeleton.lower
    if lower[mention.first] != "the" or mention.last - mention.first != 2:
        return -1
    here = context.skeleton.sentence[mention.first]
    last: dict[int, int] = {}  # by entity, where it is named last
    for other in reversed(context.mentions[: mention.number]):
        if here - context.skeleton.sentence[other.first] > _SENTENCES or len(last) == len(_HIS):
            break
        one = lower[other.first] in ("a", "an")  # "the latter, a Republican"
        if other.kind == NAME and not (one or other.owner) and may_be_person(context, other):
            last.setdefault(other.entity, other.first)
    two = sorted(last, key=lambda entity: last[entity])
    return two[lower[mention.head] == "latter"] if len(two) == len(_HIS) else -1


def _people(context: ArticleAnalysis, mention: Mention, *, perhaps: bool = False) -> Iterator[int]:
    """Yield the people named shortly before a mention, nearest first, with those who are `perhaps` one by their names."""
    here = context.skeleton.sentence[mention.first]
    for number in range(mention.number - 1, -1, -1):
        other = context.mentions[number]
        if here - context.skeleton.sentence[other.first] > _SENTENCES:
            return
        entity = context.entities[other.entity] if other.kind == NAME else None
        placed = context.skeleton.word_before(other.first) in ("to", "in", "from", "at", "near")
        of_state = entity is not None and entity.countries and len(entity.words) > 1 and not placed
        named = entity is not None and (entity.person or entity.roles or of_state)
        if entity and (named or perhaps) and may_be_person(context, other):
            yield other.entity
