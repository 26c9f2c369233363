"""What "it" and "its" stand for where the sentence around them shows it: "The Fund will wait, it said"."""

from __future__ import annotations

from tui.reading.quotes.cues.cue_subjects import subject
from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.word_classes import PAPERS, THINGS, singular

_APART = frozenset(":;" + shapes.QUOTE)  # what "it" says stands apart from what is told of the body
_DATELINE = 14  # words
_ACCOUNTS = PAPERS | frozenset(("summary", "account", "version", "note", "record"))
_INTRODUCED = 3  # mentions of a name in which it may be told what it is
_PREDICATE = frozenset(shapes.PREDICATE)
_TIMED = frozenset(
    shapes.ADVERBIAL + shapes.CONNECTIVE + shapes.NUMBER + shapes.DETERMINER + shapes.ADJECTIVE + ","
)


def its_own(context: ArticleAnalysis, mention: Mention) -> str:
    """Return whose "its defence ministry" is: the state's that its sentence, or that before, begins with; "" for none."""
    skeleton = context.skeleton
    number = skeleton.sentence[mention.first]
    while number >= 0 and skeleton.lower[mention.first] == "its":
        first, last = skeleton.sentences[number]
        opening = context.first_between(first, min(last, first + 2))
        if opening is not None and opening.first < mention.first:
            own = opening.kind == NAME and not opening.owner and opening.first - first < 2
            acts = skeleton.shape[opening.last] in _PREDICATE or skeleton.shape[opening.last] == ","
            return country_of(skeleton.lower[opening.first : opening.last]) if own and acts else ""
        if last - first > 1 and number < skeleton.sentence[mention.first]:
            return ""
        number -= 1
    return ""


def own_body(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return what "it" is that says something: what its clause is of, or who spoke in the sentence before; else None."""
    if context.skeleton.shape[mention.first - 1] == "," and (own := subject_of_clause(context, mention)):
        return own
    paper = _told_by(context, mention) or _paper_before(context, mention)
    return paper or _spoke_before(context, mention)


def _told_by(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return the body that its sentence begins with in "The Treasury froze the funds of a firm that it said had lied"."""
    skeleton = context.skeleton
    if skeleton.word_before(mention.first) not in ("that", "which", "who"):
        return None
    first, last = skeleton.sentences[skeleton.sentence[mention.first]]
    dash = skeleton.shape.find("-", first, min(last, first + _DATELINE))
    first = dash + 1 if dash > 0 else first
    opening = context.first_between(first, first + 3)
    if opening is None or opening.kind == PRONOUN or opening.last >= mention.first:
        return None
    return opening if may_speak(context, opening) else None


def _paper_before(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return the paper that the sentence before is of: "The palace's summary was brief. It called the call “warm”"."""
    skeleton = context.skeleton
    first = skeleton.sentences[skeleton.sentence[mention.first]][0]
    if mention.first != first or not first or skeleton.shape[mention.last : mention.last + 1] != shapes.CUE:
        return None
    begin = skeleton.sentences[skeleton.sentence[mention.first] - 1][0]
    opening = context.first_between(begin, begin + 1)
    owned = opening is not None and shapes.POSSESSIVE in skeleton.shape[opening.first : opening.last]
    told = opening is not None and (skeleton.lower[opening.head] in _ACCOUNTS)
    return opening if owned and told else None


def _spoke_before(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return who spoke before an aside: "The embassy, in a note, said no. It added …"; Lund of "Lund wrote. It reads"."""
    skeleton = context.skeleton
    verb = mention.last
    while skeleton.shape[verb : verb + 1] in (shapes.AUXILIARY, shapes.ADVERB):
        verb += 1
    number = skeleton.sentence[mention.first] - 1
    if skeleton.shape[verb : verb + 1] != shapes.CUE or number < 0:
        return None
    if skeleton.shape[slice(*skeleton.sentences[number])] == shapes.BREAK and number:
        number -= 1
    first, last = skeleton.sentences[number]
    if CUES[skeleton.lower[verb]] == "read":
        opening = context.first_between(first, first + 2)
        person = opening is not None and opening.kind == NAME and context.is_human(opening)
        return opening if person else None
    said = skeleton.shape.rfind(shapes.CUE, first, last)
    teller = subject(context, said) if said >= 0 else None
    if teller is None or not first <= teller.first < said:
        return None
    aside = skeleton.shape[teller.last] == ","
    # "The council said that a committee would meet. “Nothing is decided,” it said"
    quoted = skeleton.shape[mention.first - 1] == shapes.QUOTE and skeleton.lower[said + 1 : said + 2] == [
        "that"
    ]
    if not (aside or quoted):
        return None
    return teller if teller.kind != PRONOUN and may_speak(context, teller) else None


def subject_of_clause(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return the body that tells of itself in "The Fund will wait, it said"; None where another may be meant."""
    skeleton = context.skeleton
    first = skeleton.sentences[skeleton.sentence[mention.first]][0]
    opening = context.first_between(first, first + 2)
    if opening is None or opening.kind == PRONOUN or opening.last >= mention.first:
        return None
    following = skeleton.lower[opening.last]
    if _is_judged(context, opening):
        return None
    acts = skeleton.shape[opening.last] in _PREDICATE or (
        skeleton.shape[opening.last] == shapes.OTHER and following.endswith("s")
    )
    return opening if acts and may_speak(context, opening) else None


def leads_in(context: ArticleAnalysis, subject: Mention, mention: Mention) -> bool:
    """Tell whether a body opens the sentence in which "it" speaks: "The council was brief: “There was tea,” it said"."""
    skeleton = context.skeleton
    first = skeleton.sentences[skeleton.sentence[mention.first]][0]
    timed = set(skeleton.shape[first : subject.first]) <= _TIMED  # "Late on Friday the council"
    if first < subject.first - 2 and not timed:
        return False
    between = set(skeleton.shape[subject.last : mention.first])
    return bool(between & _APART) and may_speak(context, subject) and not _is_judged(context, subject)


def _is_judged(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a paper is what another speaks of: "The ruling was “hasty”, it said"."""
    following = context.skeleton.lower[mention.last : mention.last + 1]
    return context.is_paper(mention) and following in (["is"], ["was"])


def may_speak(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is one body, house or state."""
    word = context.skeleton.lower[mention.head]
    if context.skeleton.lower[mention.first] == "no":
        return False  # "No letter exists, it said"
    if mention.kind == NOUN:
        return word in BODY_NOUNS or (word in THINGS and singular(word) == word)
    if mention.entity < 0:
        return False  # a pronoun, as in a text that breaks off
    entity = context.entities[mention.entity]
    articled = (
        context.skeleton.lower[mention.first] == "the" or context.skeleton.word_before(mention.first) == "the"
    )
    like_one = articled or entity.name.isupper() or bool(THINGS.intersection(entity.words))
    if entity.body is not None or (like_one and not context.is_human(mention)):
        return True
    return any(_is_called_body(context, one) for one in entity.mentions[:_INTRODUCED])


def _is_called_body(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether an aside says that a name is a body's: "River Watch, a campaign group,"."""
    lower = context.skeleton.lower
    told = context.first_between(mention.last + 1, mention.last + 2)
    if told is None or lower[mention.last] != "," or told.kind != NOUN or told.owner:
        return False
    noun = lower[told.head]
    return noun in BODY_NOUNS or (noun in THINGS and noun not in PAPERS and singular(noun) == noun)
