"""Pronouns that stand for somebody without a name, as "he" in "A clerk came out. He looked around"."""

from __future__ import annotations

from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.resolution.antecedent_choice import AntecedentChoice
from tui.reading.quotes.resolution.counterparts import COUNTERPARTS
from tui.reading.quotes.resolution.named_offices import apposed
from tui.reading.quotes.resolution.pronoun_features import same_before
from tui.reading.quotes.resolution.surroundings import subject_before, tells_of
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import role_of
from tui.reading.quotes.words.small_words import CALLED
from tui.reading.quotes.words.word_classes import TITLES

_OWNED_BY = {"he": "his", "she": "her"}
_CHAIN = 8  # sentences through which the same "he" goes on


def unnamed_meant(choice: AntecedentChoice, mention: Mention) -> tuple[Mention | None, bool]:
    """Return whom a "he" or "she" stands for who has no name, and whether it may be one who has, or is theirs.

    It is the subject of the sentence before, or whoever the same pronoun is that is subject there: "A clerk came out.
    He looked around. “No,” he said."
    """
    context, chain = choice.context, mention
    for _ in range(_CHAIN):
        unnamed = subject_before(context, chain)
        if unnamed is not None or (again := same_before(context, chain)) is None:
            break
        chain = again
    else:
        return None, False
    if unnamed is None or unnamed.number in choice.pronouns or apposed(context, unnamed) >= 0:
        return None, False
    entity = choice.pronouns.get(chain.number, -1)
    lower = context.skeleton.lower
    named = context.entities[entity].mentions if entity >= 0 else ()
    if any(lower[one.first - 1] in CALLED and unnamed.first < one.first < chain.first for one in named):
        return None, False  # "The envoy sent by Oslo, a lawyer called Ida Lund, came. She"
    opening, word = lower[unnamed.first], lower[chain.first]
    # "The senator" may be one who is named, "his driver" be of him who is meant
    owned = opening == _OWNED_BY.get(word) or (opening == "the" and entity >= 0)
    if owned and lower[unnamed.head] in COUNTERPARTS:
        owned = False  # "Her colleague was silent. “No,” she said.": one of two, and now the other's turn
    if entity >= 0 and opening == "the":
        role, roles = role_of(lower[unnamed.head]), context.entities[entity].roles
        of_another = shapes.POSSESSIVE in context.skeleton.shape[unnamed.first : unnamed.last]
        if of_another or (roles and lower[unnamed.head] in TITLES):
            # "The mayor's spokesman was asked.", "The ambassador spoke."
            owned = owned and role in roles
    return unnamed, owned and not tells_of(context, unnamed, entity)
