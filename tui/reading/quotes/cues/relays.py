"""Whose words another only passes on: "Lund said Roth had told her “no”", "the daily quoted Lund: “No.”".

Beside the weights, for what they know too few examples of.
"""

from __future__ import annotations

from tui.reading.quotes.cues.cue_subjects import BEING, subject
from tui.reading.quotes.cues.speaker_features import QuoteContext
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.coordination import COUNTS
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.word_classes import singular, sort_of, word_set

_TELLING = word_set("tell assure warn inform promise remind reply")
_SAYING = word_set("say ask add write announce") | _TELLING
_REPORTING = _SAYING | word_set("claim recall testify report admit allege reveal explain recount note")
_PUTTING = _TELLING | word_set("agree answer insist demand complain argue ask threaten vow pledge")
_GIVING_OUT = word_set("report say write note add state announce")
_IMPRESSING = word_set("impressed conveyed voiced expressed pressed hailed")
_HEARER = frozenset(
    shapes.NOMINAL + shapes.OTHER_PRONOUN + shapes.POSSESSIVE + shapes.CONNECTIVE + shapes.RELATIVE + ",:"
)
_OTHER_CLAUSE = word_set(
    "and but or nor yet while whereas as than when before after until since because if though although"
)


def own_speaker(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return who said the quote at `place` where `best`, the likeliest, only passes it on; None where it does not show."""
    return _told_within(context, place, best) or _given_out(context, place, best)


def _told_within(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return Roth in "Lund said Roth had told her staff “no”"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    verb = shape.rfind(shapes.CUE, place.first, place.at)
    if verb < 0 or CUES[lower[verb]] not in _SAYING or lower[verb].endswith("ing"):
        return None
    if not set(shape[verb + 1 : place.at]) <= _HEARER or context.skeleton.word_before(verb) in BEING:
        return None  # "Lund said Roth had been told “no”"
    teller = subject(context, verb)
    if teller is None or not place.first <= best.last <= teller.first < verb:
        return None
    if CUES[lower[verb]] not in _TELLING and teller.kind != NAME and not context.is_human(teller):
        return None  # "Lund said the law says “no”"
    return teller if shapes.CUE in shape[best.last : teller.first] else None


def teller(context: ArticleAnalysis, place: QuoteContext, speaker: Mention) -> Mention | None:
    """Return Lund in "Lund said that Roth had told her “no”", who alone tells what Roth said; None for nobody."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if not place.first <= speaker.first < place.at or shapes.CUE not in shape[speaker.last : place.at]:
        return None
    verb = shape.rfind(shapes.CUE, place.first, speaker.first)
    if verb < 0 or CUES[lower[verb]] not in _REPORTING or lower[verb].endswith("ing"):
        return None
    between = slice(verb + 1, speaker.first)
    if not set(shape[between]) <= _HEARER - {",", ":"} or not _OTHER_CLAUSE.isdisjoint(lower[between]):
        return None
    outer = subject(context, verb)
    return outer if outer is not None and place.first <= outer.first < verb else None


def told_before(context: ArticleAnalysis, verb: int, begin: int) -> int:
    """Return the verb of telling whose words are set apart by who passes them on: "Lund told her, an aide said, that"; -1.

    `verb` is that of the aside, `begin` where the words begin behind it.
    """
    skeleton = context.skeleton
    shape, who = skeleton.shape, subject(context, verb)
    if who is None or who.first > verb or shape[who.first - 1] != "," or shape[begin - 1] != ",":
        return -1
    told = shape.rfind(shapes.CUE, skeleton.sentences[skeleton.sentence[verb]][0], who.first)
    if told < 0 or CUES[skeleton.lower[told]] not in _PUTTING or subject(context, told) is None:
        return -1
    return told if set(shape[told + 1 : who.first - 1]) <= _HEARER - {",", ":"} else -1


def aside_between(context: ArticleAnalysis, first: int, last: int) -> Mention | None:
    """Return who passes on, between commas, what another says: the aide of "Lund answered, an aide said, that …"."""
    shape = context.skeleton.shape
    for cue in shapes.places(shapes.CUE, shape, first + 2, last - 1):
        who = subject(context, cue) if shape[cue + 1] == "," else None
        if who is not None and first < who.first < cue and shape[who.first - 1] == ",":
            return who
    return None


def _given_out(context: ArticleAnalysis, place: QuoteContext, best: Mention) -> Mention | None:
    """Return Lund in "Lund told the cabinet that it “must not slip,” the agency reported"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if not place.at < best.first < place.last or context.is_human(best) or best.kind == PRONOUN:
        return None
    verb = best.last if shape[best.last : best.last + 1] == shapes.CUE else best.first - 1
    if shape[verb] != shapes.CUE or CUES[lower[verb]] not in _GIVING_OUT:
        return None
    first = 1 + max(place.first - 1, *(shape.rfind(end, place.first, place.at) for end in shapes.CLAUSE_END))
    if (impressed := _impressed(context, first, place.at)) is not None:
        return impressed
    said = shape.find(shapes.CUE, first, place.at)
    if said < 0 or lower[said].endswith("ing") or CUES[lower[said]] == "discuss":
        return None  # "the two discussed a pause “in a frank spirit,” the palace said"
    speaker = subject(context, said)
    if any(
        subject(context, at) is not speaker for at in shapes.places(shapes.CUE, shape, said + 1, place.at)
    ):
        return None  # one of "Lund said it was late and dismissed it as “dead”"
    if speaker is None or not first <= speaker.first < said or _is_event(context, speaker):
        return None  # "the fire was related to “a dispute,” the police said"
    return speaker


def _is_event(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a noun is none of those that may say something, people, bodies and papers: "the fire"."""
    word = context.skeleton.lower[mention.head]
    return mention.kind == NOUN and word not in COUNTS and not sort_of(singular(word), "")


def _impressed(context: ArticleAnalysis, first: int, at: int) -> Mention | None:
    """Return Lund in "Lund had impressed on her host “that …”, the palace said"."""
    skeleton = context.skeleton
    for verb in range(first + 1, at):
        if skeleton.lower[verb] in _IMPRESSING:
            subject = verb - (skeleton.shape[verb - 1] == shapes.AUXILIARY)
            acting = [one for one in context.mentions_between(first, subject) if one.last == subject]
            return acting[-1] if acting and not acting[-1].owner and context.is_human(acting[-1]) else None
    return None
