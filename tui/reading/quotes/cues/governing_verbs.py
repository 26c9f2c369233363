"""Which verbs of saying may govern a quote, as features of their subjects."""

from __future__ import annotations

from tui.reading.quotes.cues.cue_subjects import subject
from tui.reading.quotes.cues.speaker_features import CLAUSAL, QuoteContext
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.shapes import fold_shape
from tui.reading.quotes.words.word_classes import THINGS, singular, sort_of, word_set

_NEAREST = 4
_LOOKED_AT = 14
_PLACE_WORDS = word_set("in at near through to from across outside")


def governors(context: ArticleAnalysis, place: QuoteContext) -> dict[int, list[str]]:
    """Return by number of mention what speaks for it as subject of a verb around the quote at `place`.

    -1 stands for every mention that is subject of none of them.
    """
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    at = place.at
    found: dict[int, list[str]] = {}
    state = ""
    verb = shape.rfind(shapes.CUE, place.first, at)
    for order in range(1, _NEAREST + 1):
        if verb < 0:
            break
        mention = subject(context, verb)
        cue = CUES[lower[verb]]
        gap = shape[verb + 1 : at]
        clausal = cue in CLAUSAL
        form = "ing" if lower[verb].endswith("ing") else "to" if lower[verb - 1] == "to" else "fin"
        sort = f"{order}{clausal}{form}"
        state += "c" if clausal and form == "fin" else "v"
        if mention is not None and not (mention.first > at):
            side = "" if mention.first < verb else "i"
            found.setdefault(mention.number, []).extend((
                f"verb.before{side}={sort}", f"verb.before{side}gap={fold_shape(gap)}",
                f"verb.before{side}all={sort}{fold_shape(gap)}",
                f"verb.before{side}cue={order}{cue}", f"verb.before{side}size={min(len(gap) // 4, 4)}{clausal}",
                f"verb.before{side}quotes={min(gap.count(shapes.QUOTE), 2)}{order}",
                f"verb.before{side}place={place.kind}{place.end}{sort}",
                f"verb.before{side}state={state}{place.tag}", f"verb.before{side}commas={min(gap.count(','), 2)}{sort}",
            ))  # fmt: skip
        verb = shape.rfind(shapes.CUE, place.first, verb)
    order = 0
    verb = shape.find(shapes.CUE, at + 1, place.last)
    while verb >= 0 and order < 2:
        order += lower[verb - 1] != "to"
        mention = subject(context, verb) if lower[verb - 1] != "to" else None
        cue = CUES[lower[verb]]
        if mention is not None:
            side = "before" if mention.first < at else "inverted" if mention.first > verb else "tag"
            lead = fold_shape(shape[at + 1 : min(verb, mention.first) if mention.first > at else verb])
            end = max(verb, mention.last - 1) + 1
            close = shape[end : end + 1]
            comma = shape[min(verb, mention.first) - 1]
            found.setdefault(mention.number, []).extend((
                f"verb.after{side}={order}{cue in CLAUSAL}", f"verb.after{side}lead={order}{lead}",
                f"verb.after{side}cue={order}{cue}", f"verb.after{side}end={order}{place.end}{place.kind}{state[:1]}",
                f"verb.after{side}close={order}{close}{cue in CLAUSAL}{place.tag}",
                f"verb.after{side}tag={comma}{close}{cue in CLAUSAL}{mention.kind}",
                f"verb.after{side}state={state[:2]}{order}{place.tag}",
            ))  # fmt: skip
            state += "a" if order == 1 and cue in CLAUSAL else ""
        verb = shape.find(shapes.CUE, verb + 1, place.last)
    found[-1] = [f"verb.none={state[:3]}", f"verb.noneplace={state[:1]}{place.kind}{place.end}{place.tag}"]
    return found


def nature(context: ArticleAnalysis, mention: Mention, here: bool) -> list[str]:
    """Return what tells whether a mention is one who speaks at all, or a place, a paper, a thing.

    `here` is true where it stands in the sentence of the quote.
    """
    if here:
        return _nature(context, mention, here)
    known = context.remote.get(mention.number)
    if known is None:
        known = context.remote[mention.number] = _nature(context, mention, here)
    return known


def _nature(context: ArticleAnalysis, mention: Mention, here: bool) -> list[str]:
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    found: list[str] = []
    if mention.kind == NAME and mention.entity >= 0:
        known = context.natures.get(mention.entity)
        if known is None:
            own = _entity(context, mention.entity)
            known = tuple([*own, *(f"{name}{where}" for name in own)] for where in (False, True))
            context.natures[mention.entity] = known
        found += known[here]
    elif mention.kind == NOUN:
        head = singular(lower[mention.head])
        sort = sort_of(head, "other")
        plural = head != lower[mention.head]
        found += [
            f"mention.noun={sort}{here}",
            f"mention.plural={sort}{plural}",
            f"mention.lead={shape[mention.first]}{sort}{here}",
        ]
    before = shape[mention.first - 1] if mention.first else shapes.BREAK
    if before == shapes.CONNECTIVE:
        found.append(f"mention.after={skeleton.word_before(mention.first)}{here}")
    return found


def _entity(context: ArticleAnalysis, number: int) -> list[str]:
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    entity = context.entities[number]
    named = entity.mentions[:_LOOKED_AT]
    places = talks = 0
    for mention in named:
        places += mention.first > 0 and lower[mention.first - 1] in _PLACE_WORDS
        talks += shape[mention.last : mention.last + 1] == shapes.CUE or (
            mention.first > 0 and shape[mention.first - 1] == shapes.CUE
        )
    size = "1" if len(named) == 1 else "2" if len(named) < 4 else "4"
    share = places * 3 // len(named)
    thing = entity.words[-1] in THINGS if entity.words else False
    return [
        f"mention.person={min(entity.person, 2)}{len(entity.words) > 1}", f"mention.place={share}{size}",
        f"mention.talks={min(talks * 4 // len(named), 3)}{size}", f"mention.thing={thing}",
    ]  # fmt: skip
