"""What one tells of another's saying: "Lund told us that Roth had promised to wait" holds a promise of Roth's too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.core.model import DISPUTED
from tui.reading.quotes.cues.cue_subjects import subject
from tui.reading.quotes.indirect.content_choice import Content
from tui.reading.quotes.indirect.content_ends import clause_at
from tui.reading.quotes.indirect.content_starts import start_of
from tui.reading.quotes.indirect.verb_complements import clause_end, complement
from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, PRONOUN, Mention
from tui.reading.quotes.words.cue_verbs import CUES, inflect
from tui.reading.quotes.words.word_classes import word_set

_TELLING = word_set(
    "say tell assure warn inform promise remind announce claim insist demand vow pledge threaten agree"
)
_FORMS = frozenset(form for verb in _TELLING for form in inflect(verb) if not form.endswith("ing"))
_FORMS |= word_set("said told offered undertook")
_REPORTING = _TELLING | word_set(
    "report add write state note recall explain testify allege reveal disclose accord"
)
_HELPING = word_set("had has have also already once later earlier since")
_LED_IN = word_set("that if unless whether")
_HEARERS = 8  # words of who is told, and when
_MARGIN = 1.0  # as likely as one that a rule finds, or less


def nested_contents(context: ArticleAnalysis, outer: Sequence[Content]) -> Iterator[tuple[Content, Content]]:
    """Yield the contents of others that stand within contents, each behind the one it stands in.

    None is taken from what is denied, asked or said with a condition, nor from what a clause within tells: "it is untrue
    that Roth had said so". Nor one whose subject is a pronoun: that may be the same speaker.
    """
    skeleton = context.skeleton
    for one in outer:
        if len(one.ranges) != 1 or CUES.get(skeleton.lower[one.verb]) not in _REPORTING:
            continue
        first, last = one.ranges[0]
        if (one.stance and one.stance.polarity in DISPUTED) or first < one.verb < last:
            continue
        for verb in range(first + 1, last - 1):
            who = _teller(context, verb, first) if skeleton.lower[verb] in _FORMS else None
            if who is None:
                continue
            led = complement(context, verb)
            begin, end = (led.first, led.last) if led else _clause(context, verb, last)
            if verb < begin < end <= last:
                yield one, Content(verb, ((begin, end),), _MARGIN, speaker=who)
                break


def _teller(context: ArticleAnalysis, verb: int, first: int) -> Mention | None:
    """Return who says something with a verb behind word `first`, a person or a body that is named there; else None."""
    lower = context.skeleton.lower
    who = subject(context, verb)
    if who is None or who.kind == PRONOUN or not first <= who.first < verb:
        return None
    if _LED_IN.intersection(lower[first + (lower[first] == "that") : who.first]):
        return None
    acting = who.last
    if lower[acting] == "," and who.kind != NAME:  # "the bishop, Luc Lund, had said"
        acting = lower.index(",", acting + 1, verb) + 1 if "," in lower[acting + 1 : verb] else acting
    acting += lower[acting] == ","
    if not _HELPING.issuperset(lower[acting:verb]):
        return None  # "would say", "never said"
    if who.kind == NAME:
        return who
    return who if lower[who.head] in BODY_NOUNS or context.is_human(who) else None


def _clause(context: ArticleAnalysis, verb: int, last: int) -> tuple[int, int]:
    """Return the clause that a verb reports: behind "that", or behind whom it tells; (0, 0) for none."""
    skeleton = context.skeleton
    lower = skeleton.lower
    reach = min(last - 1, verb + _HEARERS)
    that = next((at for at in range(verb + 1, reach) if lower[at] in ("that", ",")), verb)
    that += lower[that : that + 2] == [",", "that"]  # "what Lund had said in May, that it rained"
    begin = that if lower[that] == "that" else start_of(context, verb, verb + 1, last)
    if begin == verb + 1 and lower[begin] != "that" and lower[verb] not in ("said", "says"):
        return 0, 0
    begin += lower[begin] == "that"
    return (begin, min(clause_end(skeleton, begin), last)) if clause_at(skeleton, begin, last) else (0, 0)
