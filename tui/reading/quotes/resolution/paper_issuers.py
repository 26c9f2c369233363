"""Whose a statement, a report or a post is: "the bank's report", "a letter from the bank", "a message on Lund's channel"."""

from __future__ import annotations

from bisect import bisect_left

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NOUN, PRONOUN, Mention
from tui.reading.quotes.resolution.back_references import follows_its_verb
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.word_classes import singular, word_set

_ACCOUNTS = word_set("readout summary transcript record account report recording video")  # of what was said
_CHANNELS = word_set("channel account page feed profile blog")
# "in Oslo on Monday"
_SINCE = frozenset(shapes.CONNECTIVE + shapes.NAME + shapes.ADVERBIAL + shapes.DETERMINER)
_ISSUING = word_set("issued released signed sent adopted drafted made")
_TO_CHANNEL = 8  # words: "posted on Tuesday on the official Telegram channel"
_ONE_MORE = word_set("the another this that a")  # "another message" is of the one who wrote the first


def issuer(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return whose statement, report or letter a mention is."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    mentions = context.mentions
    if (own := _issued_by(context, mention)) is not None:
        return own
    if (poster := _poster(context, mention)) is not None:
        return poster
    if lower[mention.first] not in _ONE_MORE:
        return None
    here = context.skeleton.paragraph[mention.first]
    for number in range(mention.number - 1, max(-1, mention.number - 60), -1):
        other = mentions[number]
        if here - context.skeleton.paragraph[other.first] > 6:
            return None
        if other.kind == NOUN and singular(lower[other.head]) == singular(lower[mention.head]):
            if (own := _issued_by(context, other)) is not None:
                return own
            # "said the ministry in a statement", "the ministry said in a statement"
            for before in range(number - 1, max(-1, number - 5), -1):
                source = mentions[before]
                if context.skeleton.sentence[source.first] != context.skeleton.sentence[other.first]:
                    break
                talks = shape[source.last : source.last + 1] == shapes.CUE
                it = source.kind == PRONOUN and lower[source.first] == "it"
                if (talks or follows_its_verb(context, source)) and (it or source.kind != PRONOUN):
                    return source
    return None


def _issued_by(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return whose a paper is said to be beside it: "the bank's report", "a letter from the bank"."""
    lower, mentions = context.skeleton.lower, context.mentions
    previous = mentions[mention.number - 1] if mention.number else None
    if previous is not None and previous.owner and previous.first == mention.first:
        return previous
    at = mention.last
    if lower[at : at + 1] and lower[at] in _ISSUING:  # "a statement issued in Oslo by the bank"
        near = range(at + 1, min(len(lower), at + _TO_CHANNEL))
        by = next((word for word in near if lower[word] == "by"), at)
        apart = set(context.skeleton.shape[at + 1 : by]) <= _SINCE
        at = by if apart else at
    behind = lower[at : at + 1]
    if behind in (["from"], ["by"]) or (behind == ["of"] and lower[mention.head] not in _ACCOUNTS):
        number = bisect_left(context.mention_starts, at)
        while number + 1 < len(mentions) and mentions[number].owner:
            number += 1  # "by the UN's panel"
        if number < len(mentions) and mentions[number].first - at <= 2:
            return mentions[number]
    return None


def _poster(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return whose channel a message stands on: "a message on the channel of the governor", "on Lund's account"."""
    lower = context.skeleton.lower
    for at in range(mention.last, min(mention.last + _TO_CHANNEL, len(lower))):
        if lower[at] in _CHANNELS:
            behind = lower[at + 1 : at + 2] == ["of"]
            number = bisect_left(context.mention_starts, at + 2 if behind else mention.last)
            owner = context.mentions[number] if number < len(context.mentions) else None
            if owner is None or not (owner.first <= at + 3 if behind else owner.owner and owner.last <= at):
                return None
            return owner if owner.kind != PRONOUN else None
    return None
