"""Whose voice a mention is: one speaker's, or that of several who say one thing together.

"Lund and Roth said", "the leaders of Norway and Denmark said", and "they" or "the three" after such.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.core.speakers import SEVERAL
from tui.reading.quotes.cues.cue_subjects import ADDRESSING
from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.coordination import (
    COUNTS,
    Company,
    apposed_company,
    companies_before,
    plain_words,
)
from tui.reading.quotes.names.mention_extent import extent, whole_end
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.names.phrase_heads import ending_at
from tui.reading.quotes.resolution.back_references import referent
from tui.reading.quotes.resolution.bearers import holder_behind
from tui.reading.quotes.resolution.coreference import CoreferenceResolver
from tui.reading.quotes.resolution.meetings import STATES, is_state, met_before
from tui.reading.quotes.resolution.named_offices import apposed
from tui.reading.quotes.resolution.office_fitness import office_of
from tui.reading.quotes.resolution.office_holders import NEAREST, holder_of
from tui.reading.quotes.resolution.ties import worth
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.offices_table import LEADERS, PEERS, PORTFOLIOS, country_of, role_of
from tui.reading.quotes.words.word_classes import PAPERS, PEOPLE, ROLES, SINGULAR, THINGS, TITLES, word_set

_AFTER = frozenset(shapes.AFTER_SUBJECT + shapes.QUOTE + ".B")
_AFTER_ROW = _AFTER | {":"}
_ISSUED = word_set("by from of")
# Of which each state has one, so that several are one of each.
_SINGLE = LEADERS | ROLES | word_set("premier secretary speaker ambassador envoy")
_SINGLE |= word_set("ministry government embassy presidency parliament army cabinet delegation")
_KNOWN = word_set("the both these those all")
_HALVES = word_set("herzegovina tobago barbuda nevis grenadines principe")  # of one state: "Bosnia and …"
_THOSE = (
    BODY_NOUNS
    | (THINGS - PAPERS)
    | word_set(
        "minister president premier leader country state group ally senator lawmaker diplomat envoy side party company"
        " author"
    )
)
_HELD = frozenset(map(role_of, ROLES | word_set("premier envoy ambassador governor bishop general")))
_WHERE = word_set("in to from at near")  # before towns
_TOLD_OF = 20  # mentions
_BEHIND_VERB = 3  # words: "told the mayor and the bishop"
_SEXES = {"men": 1, "women": -1, "brothers": 1, "sisters": -1}
_MET_BACK = 8  # sentences; a break between paragraphs is one
_BACK, _BACK_FOR_NOUNS = 3, 6  # sentences: "they", "both lawyers"
_EACH = 0.55  # how sure an office held by each of several is: below what counts as sure
_MEANT = 0.88  # that "they" are those named together before
_DECIDED = 0.8  # a holder of an office surer than this is taken for who is meant


class Voice(NamedTuple):
    """Who speaks: in one name, the names of several (() for one), the words that name them, how sure, and why."""

    entity: str
    speakers: tuple[str, ...]
    first: int
    last: int
    sure: float
    why: str = ""


def voice(
    context: ArticleAnalysis, resolver: CoreferenceResolver, speaker: Mention, quote: int = -1
) -> Voice:
    """Return whose voice a mention is, which speaks the stretch `quote`, and of those who speak together with it."""
    speaker = _exemplified(context, speaker) or speaker
    name, why, sure = _tied(context, resolver, speaker, quote)
    first, last = extent(context, speaker)[0], whole_end(context, speaker)
    if row := apposed_company(context, speaker) or _company_of(context, speaker):
        found = _joint(context, resolver, row, row.first, row.last)
    elif row := (meant := _later(_meant(context, speaker), met := _met(context, speaker))) or met:
        found = _joint(context, resolver, row, first, last)
        written = context.written(speaker)
        sure = min(found.sure, _MEANT if meant else _EACH) if found else sure
        found = found and found._replace(sure=sure, why=f"{written} → those named before it")
    else:
        found = _of_those(context, resolver, speaker, first, last)
    return found or Voice(name, (), first, last, sure, why)


def _exemplified(context: ArticleAnalysis, speaker: Mention) -> Mention | None:
    """Return the critics of "critics like Lund say", for whom Lund is named; None for another mention."""
    lower, at = context.skeleton.lower, speaker.first
    led = 1 if lower[max(0, at - 1) : at] == ["like"] else 2 * (lower[max(0, at - 2) : at] == ["such", "as"])
    many = ending_at(context, at - led) if led and at > led else None
    return many if many is not None and many.kind == NOUN and lower[many.head] in SINGULAR else None


def _of_those(
    context: ArticleAnalysis, resolver: CoreferenceResolver, speaker: Mention, first: int, last: int
) -> Voice | None:
    """Return whose voice "they" is behind "both ministers", of whom it is known who they are; None for others."""
    they = speaker.kind == PRONOUN and context.skeleton.lower[speaker.first] == "they"
    those = referent(context, speaker, "they") if they else None
    if those is None or those.kind != NOUN:
        return None
    found = voice(context, resolver, those)
    why = f"they → {context.written(those)}, those named before"
    return found._replace(first=first, last=last, why=why) if found.speakers else None


def _later(meant: Company | None, met: Company | None) -> Company | None:
    """Return a row that several may go back to, None where the only two people of the sentences since then may be meant."""
    return None if meant and met and met.first >= meant.last else meant


def _tied(
    context: ArticleAnalysis, resolver: CoreferenceResolver, mention: Mention, quote: int = -1
) -> tuple[str, str, float]:
    """Return whom a mention stands for, why, and how sure that is; one that is left as named is worth what such are."""
    name, why, sure = resolver.resolve(mention, quote)
    return name, why, sure if "→" in why else min(sure, worth(context, mention, name))


def _joint(
    context: ArticleAnalysis, resolver: CoreferenceResolver, row: Company, first: int, last: int
) -> Voice | None:
    lower = context.skeleton.lower
    if len(row.members) == 2 and lower[row.members[1].first] in _HALVES:
        return Voice(plain_words(context, row.first, row.last), (), first, last, 1.0)
    if row.office is not None and SINGULAR[lower[row.office.head]] not in _SINGLE:
        return Voice(plain_words(context, row.first, row.last), (), first, last, 0.9)
    if row.office is not None:
        found = [_holder(context, resolver, row, row.office, each) for each in row.members]
    else:
        tied = (_tied(context, resolver, member) for member in row.members)
        found = [(name, sure) for name, _, sure in tied]
    names = tuple(dict.fromkeys(name for name, _ in found))
    if len(names) < 2:
        return None
    why = f"{context.written(row.office)}: one of each" if row.office else ""
    return Voice(SEVERAL.join(names), names, first, last, min(sure for _, sure in found), why)


def _holder(
    context: ArticleAnalysis, resolver: CoreferenceResolver, row: Company, office: Mention, state: Mention
) -> tuple[str, float]:
    """Return who holds the office of one state, and how sure: the one named as such, else the office's own name."""
    lower = context.skeleton.lower
    head = SINGULAR[lower[office.head]]
    wanted = office_of(context, office, role_of(head))._replace(
        country=country_of(lower[state.first : state.last])
    )
    if wanted.country:
        for holder, least in (
            (holder_of(context, office, wanted), _DECIDED),
            (holder_behind(context, office, wanted), NEAREST),
        ):
            if holder is not None and holder.entity >= 0 and holder.sure > least:
                return context.entities[holder.entity].name, holder.sure
    title = " ".join([*plain_words(context, office.first, office.head + 1).split()[:-1], head])
    if office not in row.members:
        return f"{title} of {resolver.resolve(state)[0]}", _EACH
    state_word = plain_words(context, state.first, state.last).split()[0]
    return f"{state_word} {title.partition(' ')[2]}", _EACH


def _company_of(context: ArticleAnalysis, speaker: Mention) -> Company | None:
    """Return the row that a speaker is part of, where it stands as one who speaks."""
    lower, shape = context.skeleton.lower, context.skeleton.shape
    issued = lower[speaker.head] in PAPERS and lower[speaker.last : speaker.last + 1]
    at = speaker.last + 1 if issued and issued[0] in _ISSUED else speaker.first
    set_off = shape[speaker.last : speaker.last + 1] == "-"  # "the states — Norway and Denmark — said"
    row = next(companies_before(context, speaker.last + 2 if set_off else at + 1), None)
    if row is not None and set_off and row.first == speaker.last + 1:
        return row if shape[row.last : row.last + 1] == "-" else None
    if row is not None and speaker.entity >= 0 and row.last <= at:
        # "Ida Lund and her deputy, Otto Roth, said"
        return row if at == row.last + 1 and apposed(context, row.members[-1]) == speaker.entity else None
    if row is None or at >= row.last:
        return None
    if (
        "according" in lower[max(0, row.first - 3) : row.first]
        and shape[row.last : row.last + 1] in shapes.VERB
    ):
        return None  # "according to Oslo, Lund and Roth had agreed"
    day = 2 * (shape[row.last : row.last + 2] == shapes.ON_DAY)  # "Norway and Denmark on Monday said"
    before, after = shape[row.first - 1 : row.first], shape[row.last + day : row.last + day + 1]
    if at != speaker.first or before == "-" == after:  # "the states — Norway and Denmark — said"
        return row
    # "…, said Lund and Roth laughed", "Oslo freed Lund and Roth said" are two clauses
    apart = before == shapes.CUE or (before == shapes.PAST and shape[row.first - 2] in shapes.HEAD)
    return row if (after not in shapes.PREDICATE if apart else after in _AFTER) else None


def _meant(context: ArticleAnalysis, speaker: Mention) -> Company | None:
    """Return the row that "they", "the three" or "both ministers" goes back to."""
    skeleton = context.skeleton
    count = _count(context, speaker)
    if count is None:
        return None
    here = skeleton.sentence[speaker.first]
    for row in companies_before(context, speaker.first):
        if row.last > speaker.first:
            continue
        if here - skeleton.sentence[row.first] > (_BACK if speaker.kind == PRONOUN else _BACK_FOR_NOUNS):
            return None
        end = row.last + (skeleton.lower[row.last : row.last + 1] in (["both"], ["all"], ["each"]))
        if _are_people(context, speaker) and not _of_people(context, row):
            continue  # "both ministers" are no towns
        if not count and speaker.kind == NOUN and not _are_such(context, speaker, row):
            continue
        if count in (0, len(row.members)) and skeleton.shape[end : end + 1] in _AFTER_ROW:
            others = _others_between(context, row.last, speaker.first, speaker) or (
                not count and _is_told_of(context, row)
            )
            return None if others else row
    return None


def _is_told_of(context: ArticleAnalysis, row: Company) -> bool:
    """Tell whether others say what names a row: "Lawmakers argued that Oslo and Riga had waited"."""
    skeleton = context.skeleton
    begin = skeleton.sentences[skeleton.sentence[row.first]][0]
    verb = skeleton.shape.rfind(shapes.CUE, begin, row.first)
    told = CUES.get(skeleton.lower[verb]) in CLAUSAL and verb > begin
    addressed = row.first - verb < _BEHIND_VERB and CUES.get(skeleton.lower[verb]) in ADDRESSING
    return told and not addressed and _others_between(context, begin, verb)


def _are_people(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is a noun for people: "both ministers"."""
    return mention.kind == NOUN and SINGULAR.get(context.skeleton.lower[mention.head]) in PEOPLE


def _are_such(context: ArticleAnalysis, speaker: Mention, row: Company) -> bool:
    """Tell whether a row may be "the mayors", all of whom are mayors, or "the ministers" and other usual words."""
    single = SINGULAR.get(context.skeleton.lower[speaker.head], "")
    members = [context.entities[one.entity] for one in row.members if one.kind == NAME]
    office = row.office is not None and SINGULAR.get(context.skeleton.lower[row.office.head]) == single
    return single in _THOSE or office or (bool(members) and all(single in each.roles for each in members))


def _of_people(context: ArticleAnalysis, row: Company) -> bool:
    """Tell whether a row may be of people: one is named by an office or a full name, or none is a state or a town."""
    return row.office is not None or any(
        (one.kind == NOUN and context.skeleton.lower[one.head] not in BODY_NOUNS)
        or one.name_last - one.name_first > 1
        or context.is_human(one)
        for one in row.members
    )


def _met(context: ArticleAnalysis, speaker: Mention) -> Company | None:
    """Return the only two people of the sentences before: "Lund received Roth. They ate.", and then "the ministers"."""
    skeleton = context.skeleton
    count = _count(context, speaker)
    single = SINGULAR.get(context.skeleton.lower[speaker.head], "")
    behind = context.skeleton.lower[speaker.last : speaker.last + 2]
    of = behind[:1] == ["of"] and behind != ["of", "them"]  # "the leaders of Norland", but "both of them"
    states = single in STATES and not of and count == 2
    if states and (row := met_before(context, speaker, _MET_BACK, lambda one: is_state(context, one))):
        return row
    things = of or (speaker.kind == NOUN and single and single not in PEOPLE)
    things = things or _named_so(context, speaker, single)
    if things or count not in (0, 2) or (count == 0 and speaker.kind == NOUN and single not in _THOSE):
        return None
    here = skeleton.sentence[speaker.first]
    people: dict[int, Mention] = {}
    for number in range(here - 1, max(-1, here - 1 - _MET_BACK), -1):
        for one in context.mentions_between(*skeleton.sentences[number]):
            if _may_have_met(context, speaker, one) and one.first < speaker.first:
                people[one.entity] = one
        if len(people) > 1:
            break
    begin = skeleton.sentences[max(0, here - _MET_BACK)][0]
    if len(such := _of_office(context, speaker)) == 2:
        people = such
    elif count and (
        row := met_before(context, speaker, _MET_BACK, lambda one: _may_have_met(context, speaker, one))
    ):
        return row
    two = sorted(people.values(), key=lambda one: one.first)
    if speaker.kind == PRONOUN and _others_between(context, begin, speaker.first):
        return None  # "Officials spoke of Lund and Roth. They said"
    return Company(tuple(two), two[0].first, two[1].last) if len(two) == 2 else None


def _of_office(context: ArticleAnalysis, speaker: Mention) -> dict[int, Mention]:
    """Return those named before who are "both lawyers" or "the prime ministers", whoever was named since."""
    single = SINGULAR.get(context.skeleton.lower[speaker.head], "")
    matters = PORTFOLIOS.intersection(context.skeleton.lower[speaker.first : speaker.head])
    if speaker.kind != NOUN or (single in _THOSE and not matters):
        return {}
    named = (one for one in context.mentions[: speaker.number] if one.kind == NAME)
    known = ((one, context.entities[one.entity]) for one in named)
    return {
        one.entity: one for one, entity in known if single in entity.roles and matters <= entity.portfolios
    }


def _named_so(context: ArticleAnalysis, speaker: Mention, single: str) -> bool:
    """Tell whether "the diplomats" are those of "two diplomats" before, and not two people with names."""
    lower = context.skeleton.lower
    before = context.mentions[max(0, speaker.number - _TOLD_OF) : speaker.number]
    return speaker.kind == NOUN and any(
        one.kind == NOUN
        and lower[one.head] == lower[speaker.head]
        and lower[one.head] != single
        and lower[one.first] not in _KNOWN
        and lower[one.first] != "their"
        and shapes.POSSESSIVE not in context.skeleton.shape[one.first : one.head]
        for one in before
    )


def _may_have_met(context: ArticleAnalysis, speaker: Mention, one: Mention) -> bool:
    """Tell whether a mention names somebody who may be one of "the ministers", if these are the speaker."""
    if one.kind != NAME or one.owner or not (context.is_human(one) or context.entities[one.entity].roles):
        return False
    entity = context.entities[one.entity]
    if len(entity.words) == 1 and context.skeleton.word_before(one.first) in _WHERE:
        return False  # "the talks in Oslo"
    word = context.skeleton.lower[speaker.head]
    if _SEXES.get(word, 0) * (entity.male - entity.female) < 0:
        return False  # "both men" are no Ida Prenn
    office = role_of(SINGULAR.get(word, word)) if speaker.kind == NOUN else ""
    held = {role_of(each) for each in entity.roles - PEERS}
    titled = all(word in TITLES or word in PEOPLE for word in entity.words)  # "The Prime Minister"
    return entity.body is None and not titled and (office not in _HELD or not held or office in held)


def _count(context: ArticleAnalysis, mention: Mention) -> int | None:
    """Return how many a word for several stands for, 0 where it does not say; None for any other mention."""
    lower = context.skeleton.lower
    if mention.kind == PRONOUN:
        return 0 if lower[mention.first] == "they" else None
    bare = (
        lower[mention.first] in COUNTS
        and lower[mention.first] != "both"
        and context.skeleton.word_before(mention.first) != "the"
    )
    if bare and lower[mention.last : mention.last + 1] == ["of"]:
        return None  # "two of them" are not all that were named
    words = lower[max(0, mention.first - 1) : mention.last]
    plural = lower[mention.head] in SINGULAR or (words[0] in COUNTS and lower[mention.head].endswith("s"))
    if mention.kind != NOUN or not (lower[mention.head] in COUNTS or plural):
        return None
    known = _KNOWN.intersection(words[:2]) or lower[mention.head] in COUNTS
    count = next((COUNTS[word] for word in words if word in COUNTS), None) if known else None
    return 0 if count is None and _are_those(context, mention) else count


def _are_those(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is "the ministers", "the organisations", and nothing says which."""
    lower = context.skeleton.lower
    single = SINGULAR.get(lower[mention.head], lower[mention.head])
    return (
        mention.last - mention.first == 2
        and lower[mention.first] == "the"
        and single != lower[mention.head]
        and (single in _THOSE or single in PEOPLE)
    )


def _others_between(context: ArticleAnalysis, first: int, last: int, speaker: Mention | None = None) -> bool:
    """Tell whether others than one person do something between two words, and may be meant by "they", or by `speaker`."""
    skeleton = context.skeleton
    own = skeleton.lower[speaker.first : speaker.last] if speaker is not None else []  # "both men" again
    return any(
        mention.kind in (NOUN, NAME)
        and skeleton.lower[mention.first : mention.last] != own
        and SINGULAR.get(skeleton.lower[mention.head]) in PEOPLE
        and skeleton.shape[mention.last : mention.last + 1] in shapes.PREDICATE
        for mention in context.mentions_between(first, last)
    )
