"""What speaks for and against a mention being the speaker of a quote, as named features.

Names of features are made of classes of words, of verbs of saying and of counts, never of an
article's own words; the weights of the features are in `weights.json`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.reading.quotes import shapes
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.cue_verbs import CUES
from tui.reading.quotes.mentions import PRONOUN, Mention
from tui.reading.quotes.shapes import fold_shape
from tui.reading.quotes.word_classes import word_set

_CLAUSE_END = shapes.QUOTE + shapes.BREAK + ".;"
_NOUNISH = frozenset(shapes.HEAD + shapes.OTHER)
_ASIDE_BEFORE = shapes.CUE + ","


@dataclass(slots=True, kw_only=True)
class QuoteContext:
    """A quote as the features see it: its word `at`, its sentence, and the shape of its surroundings."""

    at: int
    first: int
    last: int
    kind: str = "end"
    end: str = "w"
    words: int = 1
    lead: str = ""
    tail: str = ""
    previous: Mention | None = None
    previous_at: int = -1
    link: str = ""
    tag: bool = False


def describe_place(
    context: ArticleAnalysis, number: int, previous: Mention | None, previous_at: int
) -> QuoteContext:
    """Return the place of stretch `number`, after a quote at word `previous_at` said by `previous`."""
    skeleton = context.skeleton
    at = skeleton.quotes[number]
    first, last = skeleton.sentences[skeleton.sentence[at]]
    stretch = context.stretches[number]
    end = context.text[stretch.end - 1]
    if end not in ",.?!":
        end = "-" if not stretch.closed else "w"
    following = skeleton.shape[at + 1 : last].lstrip(".,")
    starts = at == first
    kind = ("start" if starts else "mid") if following else "whole" if starts else "end"
    if stretch.continues:
        kind = "more"
    words = context.text.count(" ", stretch.start, stretch.end) + 1
    place = QuoteContext(
        at=at, first=first, last=last, kind=kind, end=end, words=words,
        previous=previous, previous_at=previous_at,
    )  # fmt: skip
    place.lead, place.tail = lead_and_tail(skeleton.shape, at, first, last)
    rest = skeleton.shape[at + 1 : last]
    place.tag = _TAG.search("," + rest if end in ",?!" else rest) is not None
    if previous_at >= 0:
        away = skeleton.paragraph[at] - skeleton.paragraph[previous_at]
        if away == 0 and at - previous_at < 40:
            place.link = fold_shape(skeleton.shape[previous_at + 1 : at])
        else:
            place.link = f"{min(away, 4)}p"
    return place


def lead_and_tail(shape: str, at: int, first: int, last: int) -> tuple[str, str]:
    """Return the folded shapes of the four words before word `at` and the three after, in its sentence."""
    return fold_shape(shape[max(first, at - 4) : at]), fold_shape(shape[at + 1 : min(last, at + 4)])


def features(context: ArticleAnalysis, place: QuoteContext, mention: Mention, between: int) -> list[str]:
    """Return the features of `mention` as the speaker of the quote at `place`.

    `between` is the number of other mentions that lie between the two.
    """
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    at = place.at
    first, last = mention.first, mention.last
    before_it = shape[first - 1] if first else shapes.BREAK
    kind = mention.kind
    if kind == PRONOUN:
        kind = lower[first]
        if kind == "she":
            kind = "he"
    elif mention.owner:
        kind += "'s"
    found = ["kind=" + kind]
    # the verb the mention is subject of, as far as that can be seen
    verb = -1
    limit = min(last + 60, len(shape))
    for ahead in range(last, limit):
        letter = shape[ahead]
        if letter == shapes.CUE:
            verb = ahead
            break
        if letter in _CLAUSE_END:
            break
    if shape[last : last + 3].startswith(shapes.AS_SAYING) and lower[last + 1] in (
        "saying",
        "telling",
        "warning",
    ):
        for back in range(first - 1, max(-1, first - 3), -1):
            if CUES.get(lower[back]) in _QUOTING:
                found.append("quoted as saying")
    inside = shape[first - 2 : first] if first > 1 else ""
    if before_it == shapes.CONNECTIVE and inside[:1] in _NOUNISH:
        found.append(f"inside{kind}" + lower[first - 1])
    if before_it == shapes.CONNECTIVE and first > 1 and lower[first - 2] == "according":
        found.append(f"according{place.first <= first < place.last}{first > at}{place.kind}")
    near = min(between, 4)
    same = place.first <= first < place.last
    if same and place.tag:
        found.append(f"tag{first > at}")
    if same and first < at:
        found.append(f"b.near={near}")
        found.append(f"b.from={before_it}{kind}")
        found.append(f"b.place={place.kind}{place.end}")
        if verb >= 0 and verb < at:
            way, gap = fold_shape(shape[last:verb]), fold_shape(shape[verb + 1 : at])
            cue = CUES[lower[verb]]
            found += [
                "b.way=" + way, "b.gap=" + gap, "b.cue=" + cue,
                f"b.cues={min(shape.count(shapes.CUE, verb + 1, at), 3)}", f"b.tail={place.tail}",
            ]  # fmt: skip
            found += _way(shape[last:verb], kind, "b")
            between_them = shape[verb + 1 : at]
            found.append(f"b.gaplong={min(len(between_them) // 4, 4)}{cue in CLAUSAL}")
            inner = [CUES[lower[one]] in CLAUSAL for one in range(verb + 1, at) if shape[one] == shapes.CUE]
            found.append(f"b.inner={cue in CLAUSAL}{sum(inner) and 1}{min(len(inner), 2)}")
            if before_it in _ASIDE_BEFORE and between_them[:1] == "," and len(way) < 2:
                found.append(f"b.aside={before_it}{cue in CLAUSAL}")
            if way == "" and gap in ("", ","):
                found.append("b.said")
            if _PHRASE.fullmatch(shape, last, verb):
                found.append("b.phrase")
            under = shape.rfind(shapes.CUE, place.first, first)
            if under >= 0 and shape.find(shapes.QUOTE, under, at) < 0:
                found.append(f"b.under={CUES[lower[under]]}")
                found.append(f"b.underway={fold_shape(shape[under + 1 : first])}")
            final = shape.rfind(shapes.CUE, first, at)
            ending = "ing" if lower[final].endswith("ing") else "to" if lower[final - 1] == "to" else "ed"
            found.append(f"b.final={ending}{final == verb}{mention.first == place.first}")
            if final != verb:
                found.append(f"b.finalcue={CUES[lower[final]]}")
                found.append(f"b.finalgap={fold_shape(shape[final + 1 : at])}")
        else:
            found.append("b.no=" + fold_shape(shape[last:at]))
            under = shape.rfind(shapes.CUE, place.first, first)
            if under >= 0 and shape.find(shapes.QUOTE, under, at) < 0:
                found.append(f"b.embedded={CUES[lower[under]] in CLAUSAL}{before_it == shapes.CUE}")
                found.append(f"b.object={CUES[lower[under]]}{before_it == shapes.CUE}")
            if place.first == first and shape[last : last + 1] in tuple(shapes.FINITE):
                found.append("b.subject")
            if place.first == first:
                found.append("b.begins")
            found.append("b.tail0=" + place.tail)
    elif same:
        lead = fold_shape(shape[at + 1 : first])
        found += ["a.lead=" + lead, f"a.near={near}", f"a.end={place.end}{place.kind}"]
        if verb >= 0:
            way = fold_shape(shape[last:verb])
            found += ["a.way=" + way, "a.cue=" + CUES[lower[verb]], f"a.both={lead}_{way}V"]
            found += _way(shape[last:verb], kind, "a")
            close = shape[verb + 1 : verb + 2]
            if len(way) < 2:
                found.append(f"a.tag={before_it}{close}{CUES[lower[verb]] in CLAUSAL}")
                found.append(f"a.tagfar={before_it}{min((first - at) // 4, 4)}")
        else:
            found.append(f"a.after={lead}_{fold_shape(shape[last : last + 2])}")
        back = first - 1
        while back > at and shape[back] in shapes.ADVERBIAL:
            back -= 1
        if back > at:
            if shape[back] == shapes.CUE:
                found += [
                    "a.inverted=" + CUES[lower[back]],
                    f"a.invertedlead={fold_shape(shape[at + 1 : back])}",
                ]
            elif shape[back] == shapes.CONNECTIVE:
                found.append("a.of=" + lower[back])
                if shape[back - 1] == shapes.CUE:
                    found.append("a.ofcue=" + CUES[lower[back - 1]])
    else:
        _elsewhere(context, place, mention, kind, verb, near, before_it, found)
    if place.previous is not None:
        _after_previous(place, mention, found)
    if place.previous_at >= 0 and first > place.previous_at and first < at:
        found.append("since")
    return found


def _way(way: str, kind: str, side: str) -> list[str]:
    """Return rough features of the words between a mention and the verb after it."""
    found = [
        f"{side}.waylong={min(len(way) // 3, 5)}",
        f"{side}.waycommas={min(way.count(','), 3)}{kind == 'who'}",
    ]
    if shapes.RELATIVE in way:
        found.append(f"{side}.wayclause")
    if shapes.AUXILIARY in way or shapes.PAST in way:
        found.append(f"{side}.wayverb{way[:1] in shapes.FINITE}")
    return found


def _elsewhere(  # noqa: PLR0917
    context: ArticleAnalysis,
    place: QuoteContext,
    mention: Mention,
    kind: str,
    verb: int,
    near: int,
    before_it: str,
    found: list[str],
) -> None:
    """Add the features of a mention in another sentence than the quote."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    away = skeleton.paragraph[place.at] - skeleton.paragraph[mention.first]
    apart = skeleton.sentence[place.at] - skeleton.sentence[mention.first]
    where = f"{max(-1, min(away, 3))}p{max(-2, min(apart, 3)) if away == 0 else ''}"
    shaped = f"{where}{place.kind}{place.end}"
    found += [f"o.at={where}", f"o.shaped={shaped}", f"o.near={near}{where}", f"o.from={before_it}{kind}"]
    found.append(f"o.kind={where}{kind}")
    next_to = shape[mention.last : mention.last + 1]
    found.append(f"o.next={next_to}")
    if mention.first == skeleton.sentences[skeleton.sentence[mention.first]][0]:
        found.append(f"o.first={where}")
    if verb >= 0:
        way = fold_shape(shape[mention.last : verb])
        cue = CUES[lower[verb]]
        found += [f"o.way={way}", f"o.cue={cue}"]
        if len(way) < 2:
            found.append(f"o.cueat={where}{cue in _PLAIN}")
            rest = skeleton.sentences[skeleton.sentence[verb]][1]
            found.append(f"o.rest={fold_shape(shape[verb + 1 : min(rest, verb + 4)])}")
            if lower[rest - 1] == ":":
                found.append(f"o.colon={where}")
    if before_it == shapes.CUE:
        found.append(f"o.inverted={CUES[lower[mention.first - 1]]}")
    if away == 0 and apart > 0 and shapes.QUOTE not in shape[mention.last : place.at]:
        found.append(f"o.noquote{apart == 1}")


# Verbs of which what was said is the object, as a clause.
CLAUSAL = word_set("""
    say tell add claim argue state suggest speculate note find write tweet warn insist think believe
    explain declare report acknowledge admit conclude contend maintain predict promise reveal
    announce assert allege complain confirm estimate remark reply respond stress emphasize indicate
    deny agree accord recall vow observe caution concede disclose testify reiterate lament joke
    boast hope fear mention answer continue ask pledge swear imply hint show read
""")
_SOMEONE = f"(?:{shapes.PRONOUN}|[{shapes.NOMINAL}]+)"
_TAG_ENDS = f"(?=[.,{shapes.ADVERBIAL}{shapes.CONNECTIVE}{shapes.RELATIVE}]|$)"
# ", the mayor later said on" or ", said the mayor."
_TAG = re.compile(
    f",{shapes.ADVERB}*(?:{_SOMEONE}[{shapes.ADVERBIAL}]*{shapes.CUE}{_TAG_ENDS}|{shapes.CUE}{_SOMEONE}{_TAG_ENDS})"
)
# A mention's own complements: "of the city's", "elected last year"
_PHRASE = re.compile(f"[{shapes.NOUN_PHRASE}{shapes.CONNECTIVE}{shapes.ADVERBIAL},]*")
_QUOTING = word_set("quote cite report hear")
_PLAIN = word_set(
    "say tell add write ask reply answer note state explain declare argue tweet continue report warn"
)


def _after_previous(place: QuoteContext, mention: Mention, found: list[str]) -> None:
    """Add the features of a mention that said the quote before, or that somebody else did."""
    previous = place.previous
    assert previous is not None
    if mention is previous:
        word = "same"
    elif mention.entity >= 0 and mention.entity == previous.entity:
        word = "alias"
    else:
        return
    found += [
        f"p.{word}", f"p.{word}link={place.link}", f"p.{word}place={place.kind}{place.end}",
        f"p.{word}all={place.kind}{place.end}{place.link}", f"p.{word}lead={place.lead}",
    ]  # fmt: skip
