"""Whose something is: "his post", "her office", "the office", "her ministry"."""

from __future__ import annotations

from tui.reading.quotes.names.bodies import state_adjective
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.resolution.antecedent_choice import AntecedentChoice
from tui.reading.quotes.resolution.pronoun_features import antecedents
from tui.reading.quotes.words.offices_table import country_of

_LOOKED_BACK = 60  # mentions


def owner_of(choice: AntecedentChoice, mention: Mention) -> int:
    """Return whose "his post" or "her statement" is: the nearest one who may be a he or a she; -1 for nobody."""
    sign = {"his": 1, "her": -1}.get(choice.context.skeleton.lower[mention.first], 0)
    if not sign:
        return -1
    near = antecedents(choice.context, mention, choice.pronouns)
    votes = {
        one: sign * (known.male - known.female) for one in near for known in [choice.context.entities[one]]
    }
    unknown = [choice.context.entities[one] for one, vote in votes.items() if vote == 0]
    alone = sum(len(one.words) > 1 and one.body is None for one in unknown) == 1
    fitting = [one for one, vote in votes.items() if vote > 0] or [
        one
        for one, vote in votes.items()
        for known in [choice.context.entities[one]]
        if vote == 0 and (known.roles or (alone and len(known.words) > 1 and known.body is None))
    ]
    return fitting[0] if fitting else -1


def office_told_of(choice: AntecedentChoice, mention: Mention) -> str:
    """Return whose office "his office" is, or "the office" where one was told of before; "" where that does not show."""
    if (entity := owner_of(choice, mention)) >= 0:
        return f"{choice.context.entities[entity].name}'s office"
    lower = choice.context.skeleton.lower
    if lower[mention.first : mention.last] != ["the", "office"]:
        return ""
    for other in reversed(choice.context.mentions[max(0, mention.number - _LOOKED_BACK) : mention.number]):
        its = other.kind == NOUN and lower[other.head] == "office" and not other.owner
        if its and owner_of(choice, other) >= 0:
            return office_told_of(choice, other)
    return ""


def ministry_of(choice: AntecedentChoice, mention: Mention) -> str:
    """Return whose "her ministry" is: "Norwegian trade ministry"; "" where no state or matter of hers is told."""
    owner = owner_of(choice, mention)
    minister = choice.context.entities[owner] if owner >= 0 else None
    matters = minister.portfolios - {"prime"} if minister is not None else set()
    if minister is None or len(matters) != 1 or len(minister.countries) != 1:
        return ""
    return f"{state_adjective(*minister.countries)} {matters.pop()} ministry"


def person_before(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return the person whose office a mention is: "Prime Minister Ida Lund's office"; None for a state's."""
    before = context.mentions[mention.number - 1] if mention.number else mention
    owns = before.owner and before.first == mention.first and before.kind == NAME
    return before if owns and context.is_human(before) else None


def is_somebodys(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether an office is under a person, as a chief of staff's is, so that no head of a state is meant."""
    lower = context.skeleton.lower
    if lower[mention.last : mention.last + 2] == ["of", "staff"]:
        return True
    owner = context.mentions[mention.number - 1] if mention.number else mention
    if not owner.owner or owner.first != mention.first or owner.kind != NAME:
        return False
    return context.entities[owner.entity].body is None and not country_of(lower[owner.first : owner.last])
