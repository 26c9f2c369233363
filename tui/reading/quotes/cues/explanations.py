"""Saying why a quote was given to its speaker, and through whom the words came."""

from __future__ import annotations

from tui.reading.media_names import ALSO_IN_NAMES, ONE_WORD
from tui.reading.quotes.cues.cue_subjects import end_of_aside
from tui.reading.quotes.cues.speaker_features import QuoteContext
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mention_extent import extent
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.word_classes import OUTLETS, singular, word_set

_OFFICE = shapes.NOMINAL + shapes.CONNECTIVE
_REPORTING = word_set("report quote cite relay recount")
_NAMELESS = word_set("named identified quoted anonymous anonymity")
_THROUGH = word_set("quote cite report state publish release obtain relay carry")
_CHAIN_WIDTH = 60


def cue_of(context: ArticleAnalysis, speaker: Mention, first: int, last: int, quote: int = -1) -> int:
    """Return the word of the verb of saying that `speaker` governs between two words, or -1.

    What the words at `quote` (-1 for none) stand behind is no clause about the speaker: "Lund, who denied a link, said".
    """
    shape = context.skeleton.shape
    before = speaker.first - 1
    while before > first and shape[before] in shapes.ADVERBIAL:
        before -= 1
    if before > first and shape[before] == ",":  # "said the minister, Ida Lund"
        comma = before = before - 1
        while before > first and shape[before] in _OFFICE:
            before -= 1
        if not {*shapes.HEAD}.intersection(
            shape[before + 1 : comma + 1]
        ):  # "asked what it meant to her, Lund"
            before = first - 1
    inverted = before if before >= first and shape[before] == shapes.CUE else -1
    behind, who = speaker.last + 1, speaker.last
    aside = end_of_aside(context, behind) if behind < last else 0  # "Lund, asked about that, said"
    if context.skeleton.lower[speaker.first] in ("who", "which"):
        who = speaker.first - (shape[speaker.first - 1] == ",")
    begin = max(speaker.last, aside, _behind_relative(context, who, quote))
    for at in range(begin, min(speaker.last + 40, last)):
        if shape[at] == shapes.CUE:
            near = not shape[begin:at].strip(shapes.BEFORE_VERB)
            return at if near or inverted < 0 else inverted
        if shape[at] in shapes.CLAUSE_END:
            break
    if inverted >= 0:
        return inverted
    if before - 1 >= first and context.skeleton.lower[before] == "to" and shape[before - 1] == shapes.CUE:
        return before - 1
    return -1


def _behind_relative(context: ArticleAnalysis, who: int, quote: int) -> int:
    """Return where the sentence goes on behind a clause that begins at word `who` and ends before a quote; `who` for none.

    "A diplomat, who asked not to be named, called", "a diplomat who asked not to be named called".
    """
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if lower[who : who + 1] == ["who"]:
        ends = (at + 1 for at in range(who, quote) if lower[at] in _NAMELESS)
    elif lower[who : who + 2] in ([",", "who"], [",", "which"]):
        ends = (at + 1 for at in range(who + 2, quote) if shape[at] == ",")
    else:
        return who
    for end in ends:
        verb = end
        while verb < quote and shape[verb] in shapes.BEFORE_VERB:
            verb += 1
        if verb < quote and shape[verb] == shapes.CUE and not lower[verb].endswith("ing"):
            return end
    return who


def why(context: ArticleAnalysis, place: QuoteContext, speaker: Mention, cue: int) -> str:
    """Return in a few words how the speaker of the quote at `place` was found."""
    skeleton = context.skeleton
    verb = skeleton.text[cue] if cue >= 0 else ""
    if cue >= 0 and CUES[skeleton.lower[cue]] == "accord":
        how = "named after 'according to'"
    elif verb and speaker.first > cue:
        how = f"named right after '{verb}'"
    elif verb:
        how = f"subject of '{verb}'"
    else:
        how = "the nearest likely speaker"
    if speaker is place.previous and not place.first <= speaker.first < place.last:
        return "goes on after the quote before; " + how
    if place.first <= speaker.first < place.last:
        return how + " in the same sentence"
    apart = skeleton.paragraph[place.at] - skeleton.paragraph[speaker.first]
    if apart == 0:
        return how + (" in a sentence before" if speaker.first < place.at else " in the sentence after")
    if apart == 1:
        return how + " in the paragraph before"
    return how + (" further up" if apart > 0 else " in the paragraph after")


Link = tuple[int, str]  # how far from the speaker (0 a statement, 1 an agency, 2 an outlet), and the name


def chain(context: ArticleAnalysis, place: QuoteContext, speaker: Mention, entity: str) -> tuple[str, ...]:
    """Return those the words came through, nearest the speaker first: papers, agencies, outlets."""
    return tuple(name for _, name in links(context, place, speaker, entity))


def goes_on(found: list[Link], before: list[Link]) -> list[Link]:
    """Return a chain with the agencies and outlets of the quote that this one goes on after."""
    if any(far for far, _ in found):
        return found
    return found + [link for link in before if link[0]]


def _said_beside(context: ArticleAnalysis, place: QuoteContext) -> list[Link]:
    """Return the outlets that a sentence right after the quote's names: "The daily reported this."."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    number = skeleton.sentence[place.at] + 1
    if number >= len(skeleton.sentences):
        return []
    first, last = skeleton.sentences[number]
    if skeleton.paragraph[first] != skeleton.paragraph[place.at] or shapes.QUOTE in shape[first:last]:
        return []
    for mention in context.mentions_between(first, last):
        at = mention.last
        while at < last and shape[at] in shapes.PREVERB:
            at += 1
        if mention.kind == PRONOUN or context.is_human(mention) or at >= last:
            continue
        rest = shape[at + 1 : last]
        if CUES.get(lower[at]) in _REPORTING and len(rest) < 8 and shapes.CLAUSE.isdisjoint(rest):
            return [(2, name)] if (name := _owned(context, mention)) else []
    return []


def links(context: ArticleAnalysis, place: QuoteContext, speaker: Mention, entity: str) -> list[Link]:
    """Return the links of the chain, nearest the speaker first.

    Reads the quote's own sentence and the one after it: "said in a statement", "told Reuters",
    "according to TASS", "cited by local media", "the daily reported".
    """
    found: list[Link] = []
    begin, end = extent(context, speaker)
    first = max(place.first, place.at - _CHAIN_WIDTH)
    last = min(place.last, place.at + _CHAIN_WIDTH)
    apart = context.skeleton.shape.rfind(";", first, place.at)
    # "the agency reported three; Lund said there were none"
    first = apart + 1 if first <= apart < begin else first
    for mention in context.mentions_between(first, last):
        if begin <= mention.first < end or mention.kind == PRONOUN or mention.owner:
            continue
        far = _stage(context, mention, speaker, first, last)
        if far >= 0:
            name = _owned(context, mention)
            if name and name != entity and all(name != other for _, other in found):
                found.append((far, name))
    if not any(far == 2 for far, _ in found):
        named = {name for _, name in found} | {entity}
        found += [link for link in _said_beside(context, place) if link[1] not in named]
    found.sort(key=lambda pair: pair[0])
    return found


def _stage(context: ArticleAnalysis, mention: Mention, speaker: Mention, first: int, last: int) -> int:
    """Return how far from the speaker a mention between two words passes words on, as in `Link`; -1 where it does not."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    word = lower[mention.first - 1] if mention.first > first else ""
    if context.is_paper(mention) and word in ("in", "through", "via"):
        return 0
    if _is_way(context, mention, word, first):
        return 1
    if not context.is_human(mention):
        at = mention.last
        while at < last and shape[at] in shapes.PREVERB:
            at += 1
        if at < last and CUES.get(lower[at]) in _REPORTING:
            return 2
    quoted = shape[speaker.last : speaker.last + 2] == shapes.AS_SAYING  # "the paper quoted her as saying"
    beside = mention.last < speaker.first <= mention.last + 2
    return 2 if quoted and beside and CUES.get(lower[mention.last]) in _THROUGH else -1


def _is_way(context: ArticleAnalysis, mention: Mention, word: str, first: int) -> bool:
    """Tell whether the `word` before a mention, behind word `first`, makes it what words came by: "told Reuters"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    before = mention.first - 1
    earlier = before - 1
    while earlier > first and shape[earlier] in shapes.ADVERBIAL:
        earlier -= 1
    verb = CUES.get(lower[earlier], "") if earlier >= first else ""
    if word == "via" or (word == "to" and verb == "accord"):
        return True
    if word == "per":  # no "tax per EU citizen"
        return before == first or shape[before - 1] in _SET_APART
    if word == "by" and verb in _THROUGH and not _is_of_thing(context, earlier - 1):
        return True
    if word in ("to", "with", "on") and not context.is_human(mention):
        return lower[earlier] in _TALKS and lower[mention.last - 1] not in _LINES
    return CUES.get(word) == "tell" and _is_outlet(context, mention)


def _is_outlet(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether whoever is told something reads like an outlet; a name that people may have is a listener's."""
    if mention.kind != NAME or context.is_human(mention):
        return False
    words = context.skeleton.text[mention.name_first : mention.name_last]
    return words[-1].isupper() or not MEDIA.isdisjoint(map(str.lower, words))


def _is_of_thing(context: ArticleAnalysis, at: int) -> bool:
    """Tell whether word `at`, before "published by", is a thing that nobody says: "pictures"."""
    skeleton = context.skeleton
    return skeleton.shape[at] == shapes.OTHER and skeleton.lower[at] not in _TALKS | _WORDS


def _owned(context: ArticleAnalysis, mention: Mention) -> str:
    """Return the name of a way, a paper with whose it is: "letter of the ministry"; "" for a bare "statement".

    A record of what was said between others is one, whoever made it: "according to the readout".
    """
    skeleton = context.skeleton
    name = context.name(mention)
    shape = skeleton.shape[mention.first : mention.last]
    owned = shapes.NAME in shape or shapes.POSSESSIVE in shape
    told = " " in name and not context.is_paper(mention)  # "state media", not "joint statement"
    if mention.kind != NOUN or owned or told or context.is_human(mention):
        return name
    last = mention.last
    if skeleton.lower[last : last + 1] not in (["of"], ["from"], ["by"]):
        return name if singular(skeleton.lower[mention.head]) in _RECORDS else ""
    begin = last = last + 1
    while last < len(skeleton.shape) and skeleton.shape[last] in shapes.NOMINAL:
        last += 1
    return f"{name} {' '.join(skeleton.text[begin - 1 : last])}" if last > begin else ""


_SET_APART = shapes.QUOTE + shapes.BREAK + ",-("
MEDIA = OUTLETS | ONE_WORD | ALSO_IN_NAMES | word_set("magazine channel network")
_RECORDS = word_set("readout transcript minute")
_LINES = word_set("telephone phone line sidelines occasion")
_WORDS = word_set("words excerpts quotes transcripts messages letters footage")
_TALKS = word_set("interview comments remarks speaking statement spoke talked conversation")
