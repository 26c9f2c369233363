"""How sure a speaker is: how likely the mention was chosen well, times how likely it stands for the right person.

The first is a logistic model over the two figures that ranking and classifying gave, which makes of their overconfident
shares what they were worth on articles never trained on, and over what goes wrong more often than its figures tell
(`circumstances`). Its weights are the tables "sure" and "sure reported" of `weights.json`; for the way see Platt,
"Probabilistic Outputs for Support Vector Machines" (1999). The product is weighed once more, by the table "doubt", with what
there is to be said for and against the name that came of it (`resolution.doubts`): so that four of five that are wrong in
articles no rule has seen bear a `?`, and as few as can be that are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp, log

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import weights
from tui.reading.quotes.cues.cue_subjects import BEING
from tui.reading.quotes.cues.speaker_features import QuoteContext
from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.word_classes import PEOPLE, singular, word_set

FIGURES = ("mention", "speech")
RULED = "ruled"  # the title of no table: of a speaker that a rule gives
AS_WRITTEN = "as written"  # how a name was come by that is the mention's own
LEAST = log((SURE_ENOUGH - 0.005) / (1.005 - SURE_ENOUGH))
"""The log odds of a confidence, which has two places, from which on it bears no `?`."""
_NEVER = 0.0001
PLAIN = word_set("say tell add write note explain reply answer warn announce state insist claim argue accord")
_GOVERNING = word_set("of for with to from in at on about against as")
_AWAY, _FAR = 6, 13  # words from the verb to the quote
_MUCH = 7  # words: fewer are often a term that nobody said
_AT_BEST = 0.99  # no mention was chosen surer
_PLAINLY = SURE_ENOUGH + 0.02  # of one that can be nobody else, right before its own verb
# Circumstances in which the verb may be another's: of those who had no `?` in spite of them twice as many were wrong.
_ELSEWHERE = {"rare cue", "apart", "governed", "rival nearer"}
# of what is no human being, and has no verb of saying: "The mines were laid. “…”"
_SOMETHING = SURE_ENOUGH - 0.01
_UNSAID = {"thing", "no cue"}
_LIKELIER = 0.5  # a mention less likely than that was rather another


def circumstances(context: ArticleAnalysis, place: QuoteContext, speaker: Mention, cue: int) -> list[str]:
    """Return what makes `speaker`, with the verb at word `cue` or -1, less sure for the quote at `place`."""
    return [
        *_where(context, place, speaker),
        *_cue(context, place, speaker, cue),
        *_kind(context, speaker),
        *_rival(context, place, speaker),
        *_passive(context, speaker),
        *_build(context, place, speaker, cue),
        *_others(context, place, speaker, cue),
    ]


def _where(context: ArticleAnalysis, place: QuoteContext, speaker: Mention) -> Iterator[str]:
    """Yield where the speaker stands: `paragraph away`, `sentence away`, `goes on`; nothing for beside the quote."""
    skeleton = context.skeleton
    if place.first <= speaker.first < place.last:
        return
    away = skeleton.paragraph[place.at] - skeleton.paragraph[speaker.first]
    yield f"{'paragraphs' if away > 1 else 'paragraph' if away else 'sentence'} away"
    if speaker is place.previous:
        yield "goes on"


def _cue(context: ArticleAnalysis, place: QuoteContext, speaker: Mention, cue: int) -> Iterator[str]:
    """Yield `no cue`, or `rare cue` for a verb of another sort than "said"; then what is odd about the words."""
    if cue < 0:
        yield "no cue"
    elif CUES.get(context.skeleton.lower[cue]) not in PLAIN:
        yield "rare cue"
    rare = "" if cue >= 0 and CUES.get(context.skeleton.lower[cue]) in PLAIN else " rare"
    yield f"size={min(place.words, _MUCH)}"
    yield f"stands {place.kind}{place.end}{rare}"
    if speaker.owner:
        yield "owner"


def _kind(context: ArticleAnalysis, speaker: Mention) -> Iterator[str]:
    """Yield what names the speaker: `pronoun`, `it`, `thing` ("the report"), `nobody named` ("officials"), `no human`."""
    lower = context.skeleton.lower
    if speaker.kind == PRONOUN:
        yield "pronoun" if lower[speaker.first] in ("he", "she", "him", "her") else "it"
    elif speaker.kind == NOUN:
        head = singular(lower[speaker.head])
        yield "nobody named" if head in PEOPLE else "bare body" if head in BODY_NOUNS else "thing"
    elif not context.is_human(speaker):
        yield "no human"


def _rival(context: ArticleAnalysis, place: QuoteContext, speaker: Mention) -> Iterator[str]:
    """Yield `rival` where another stands between the speaker and the quote, or beside it, with a verb of saying."""
    shape = context.skeleton.shape
    for other in context.mentions_between(place.first, place.last):
        if other is speaker or other.owner or speaker.first <= other.first < speaker.last:
            continue
        if shape[other.last : other.last + 1] == shapes.CUE or shape[max(0, other.first - 1)] == shapes.CUE:
            yield "rival"
            nearer = min(speaker.first, place.at) < other.first < max(speaker.first, place.at)
            if nearer:
                yield "rival nearer"
                return


def _passive(context: ArticleAnalysis, speaker: Mention) -> Iterator[str]:
    """Yield `passive` for one to whom a thing is done: "Lund was asked", "she was told"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    at = speaker.last
    while at < len(shape) and shape[at] in shapes.PREVERB:
        at += 1
    done = at < len(shape) and shape[at] in shapes.CUE + shapes.PAST and not lower[at].endswith("ing")
    if done and lower[at - 1] in BEING:
        yield "passive"


def _build(context: ArticleAnalysis, place: QuoteContext, speaker: Mention, cue: int) -> Iterator[str]:
    """Yield how speaker, verb and quote stand to each other: `beside`, `apart`, `governed`, `verb away`, `verb far`."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if 0 <= speaker.last <= cue:
        if not shape[speaker.last : cue].strip(shapes.PREVERB):
            yield "beside"
        elif shape[speaker.last] != ",":
            yield "apart"
    if cue >= 0 and abs(place.at - cue) >= _AWAY:
        yield "verb away" if abs(place.at - cue) < _FAR else "verb far"
    if speaker.first and lower[speaker.first - 1] in _GOVERNING:
        yield "governed"


def _others(context: ArticleAnalysis, place: QuoteContext, speaker: Mention, cue: int) -> Iterator[str]:
    """Yield how many further verbs of saying the sentence has (`verbs=`), and `names=2` for two more names or above."""
    shape = context.skeleton.shape
    verbs = shape.count(shapes.CUE, place.first, place.last) - (place.first <= cue < place.last)
    if verbs > 0:
        yield f"verbs={min(verbs, 2)}"
    named = {
        one.entity
        for one in context.mentions_between(place.first, place.last)
        if one.kind == NAME and not one.owner and one.entity not in (-1, speaker.entity)
    }
    if len(named) > 1:
        yield "names=2"


def sureness(
    figures: tuple[float, float], names: Sequence[str], tie: float, title: str, named: Sequence[str]
) -> float:
    """Return how sure a record is in circumstances `names`, whose mention is tied to its person with certainty `tie`.

    `figures` are how the mention was ranked, and how likely its words were classed as speech; `title` is the table that
    weighs them ("sure", "sure reported", `RULED` for none), `named` what there is to be said for and against the name
    (`resolution.doubts`), how it was tied first.
    """
    tables = weights.load()
    chosen = chosen_well(figures, names, tables.get(title))
    surely = 1 / (1 + exp(-log_odds(tie * chosen, named, tables["doubt"])))
    surely = min(surely, ceiling(chosen, tie, named), _SOMETHING if {*names} >= _UNSAID else 1.0)
    return round(max(surely, _PLAINLY) if is_plain(chosen, names, title, named) else surely, 2)


def is_plain(chosen: float, names: Sequence[str], title: str, named: Sequence[str]) -> bool:
    """Tell whether a speaker can be nobody else, and is subject of the verb right beside: such bears no `?`."""
    if not _ELSEWHERE.isdisjoint(names):
        return False
    reported = title == "sure reported"
    subject = "beside" in names or (reported and "no subject" not in names)
    plain = "plain noun" in named or ("plain name" in named and reported)
    return (subject and plain) or (chosen >= _LIKELIER and "plain pronoun" in named)


def ceiling(chosen: float, tie: float, named: Sequence[str]) -> float:
    """Return how sure a record is at most: no surer than a rule that ties it, or than a choice that is likely wrong.

    The tie of a name that is the mention's own is no rule's, but a share of many.
    """
    told = named and not named[0].endswith(AS_WRITTEN)
    return min(tie * _AT_BEST if told else 1.0, chosen if chosen < _LIKELIER else 1.0)


def log_odds(base: float, named: Sequence[str], table: Mapping[str, float]) -> float:
    """Return how likely a speaker is right, as log odds, of whom `base` is how sure the choice and the tie are."""
    return table["bias"] + table["base"] * logit(base) + weights.total(table, named)


def chosen_well(
    figures: tuple[float, float], names: Sequence[str], table: Mapping[str, float] | None
) -> float:
    """Return how likely the mention was chosen well, from 0 to 1; without a table, what the figures say themselves."""
    if table is None:
        return figures[0] * figures[1]
    weigh = table.get
    total = weigh("bias", 0.0) + weights.total(table, names)
    total += sum(weigh(name, 0.0) * logit(figure) for name, figure in zip(FIGURES, figures, strict=True))
    return 1 / (1 + exp(-total))


def weighed(base: float, names: Sequence[str], title: str) -> float:
    """Return how sure a record is that its build makes `base` sure at most, in circumstances `names`; `title` as above."""
    table = weights.load().get(title)
    return round(min(base, 1 / (1 + exp(-log_odds(base, names, table)))), 2) if table else base


def logit(figure: float) -> float:
    """Return the log odds of a figure from 0 to 1, short of the infinite."""
    figure = min(max(figure, _NEVER), 1 - _NEVER)
    return log(figure / (1 - figure))
