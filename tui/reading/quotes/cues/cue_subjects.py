"""Whose a verb of saying is: its subject, found by walking back from it through asides and clauses."""

from __future__ import annotations

from bisect import bisect_left

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.names.phrase_heads import (
    BEFORE_CLAUSE,
    CLAUSE_OPENERS,
    ending_at,
    head_within,
    of_relative,
)
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.small_words import IN_PLACE
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import singular, sort_of, word_set

_QUOTE_OR_DASH = shapes.QUOTE + "-"
_FULL_VERB = shapes.PAST + shapes.CUE
# Stands after the subject in "said Lund on Monday"
_AFTER_INVERSION = (
    shapes.ADVERBIAL + shapes.CONNECTIVE + shapes.RELATIVE + shapes.QUOTE + shapes.BREAK + ".,;:(-"
)
# May stand before the first noun or name
_BEFORE_NOUN = shapes.PARTICIPLE + shapes.OTHER + shapes.ADJECTIVE + shapes.NUMBER + shapes.TIME
_BEFORE_PARTICIPLE = shapes.CONNECTIVE + shapes.QUOTE + ",-"  # no subject: "…, saying"
_GOES_ON = frozenset(shapes.PREDICATE + shapes.OTHER + ",")  # follows a subject
_OPENS_CLAUSE = shapes.CUE + shapes.RELATIVE
_QUALIFYING = frozenset(shapes.NOMINAL + shapes.CONNECTIVE)  # "close to the talks"
_TIMED = word_set("when before after until while since because although though once")
_NOBODY = word_set("it this that")  # "It was late when Lund came, arguing"
_THEIRS = word_set("its his her their whose")
_WRITTEN_TO = word_set(
    "contacted called phoned telephoned emailed messaged texted told wrote answered approached thanked alerted"
)
ADDRESSING = ("tell", "inform", "assure", "remind", "notify")  # whom comes right behind the verb
_DONE_TO = word_set(
    "told asked warned informed reminded assured questioned pressed challenged notified urged advised accused"
)  # are participles too
_ASIDE = ",-("  # opens one
_ON_SOMEBODY = shapes.NOUN_PHRASE + shapes.CONNECTIVE + shapes.RELATIVE + shapes.VERB
_JOINING = word_set("and or but nor yet then")
BEING = word_set("am is are was were be been being")
_PASSING_ON = ("quote", "cite", "report")
_DEPTH = 4
_REACH = 60


def subject(context: ArticleAnalysis, verb: int) -> Mention | None:
    """Return who says what the verb at word `verb` says, or None where the sentence does not show it."""
    known = context.subjects
    if verb not in known:
        known[verb] = _agent(context, verb) or _subject(context, verb, _DEPTH)
    return known[verb]


def _agent(context: ArticleAnalysis, verb: int) -> Mention | None:
    """Return who is behind "was urged by Lund to": whom she spoke to comes first."""
    skeleton = context.skeleton
    first, last = skeleton.sentences[skeleton.sentence[verb]]
    passive = shapes.AUXILIARY in skeleton.shape[max(first, verb - 2) : verb]
    return (
        starting_at(context, verb + 2, last)
        if passive and skeleton.lower[verb + 1 : verb + 2] == ["by"]
        else None
    )


def _subject(context: ArticleAnalysis, verb: int, depth: int) -> Mention | None:
    if depth == 0:
        return None
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    first, last = skeleton.sentences[skeleton.sentence[verb]]
    if (named := _beside(context, verb, last)) is not None or lower[verb] == "according":
        return named
    participle = lower[verb].endswith("ing")
    if not participle and (
        verb == first or shape[verb - 1] in _QUOTE_OR_DASH or shape[verb - 2 : verb] == shapes.BEHIND_QUOTE
    ):
        follower = starting_at(context, verb + 1, last)
        if follower is not None and _ends_after(shape, follower, last):
            return follower
    at = _back(shape, cue_start(skeleton, verb), first)
    if participle and shapes.AUXILIARY not in shape[at + 1 : verb]:
        return _of_participle(context, at, verb, depth) or _ahead(context, verb, first, last)
    if at < first:
        return None
    if shape[at] == shapes.CONNECTIVE:
        if lower[at] == "to" or lower[at] in _JOINING:
            return _of_clause(context, at, first, depth)
        return _teller(context, at, first)  # "a guard who came along said"
    if shape[at] in ",)-(":
        found = _around_aside(context, at, first, depth)
        if found is None and shape[at] == "," and CUES.get(lower[verb]) not in ADDRESSING:
            found = starting_at(context, verb + 1, last)
        return found
    mention = _unnamed(context, at, first) or ending_at(context, at + 1)
    return head_within(context, mention, first) if mention is not None else _unseen(context, at, first, depth)


def _unnamed(context: ArticleAnalysis, at: int, first: int) -> Mention | None:
    """Return the official of "An official who requested anonymity to discuss the matter", which ends at word `at`."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if "anonymity" not in lower[first:at]:
        return None
    who = next((back for back in range(at, first, -1) if lower[back] == "who"), first)
    plain = who > first and "anonymity" in lower[who:at] and "," not in shape[who:at]
    return ending_at(context, who) if plain else None


def _teller(context: ArticleAnalysis, at: int, first: int) -> Mention | None:
    """Return whom a clause is about that ends at word `at`: the family of "the family of a guard who was held said"."""
    told = of_relative(context, at, first)
    return told and head_within(context, told, first)


def _unseen(context: ArticleAnalysis, at: int, first: int, depth: int) -> Mention | None:
    """Return the subject of a verb before which, at word `at`, no mention ends."""
    letter = context.skeleton.shape[at]
    if letter == shapes.RELATIVE and context.skeleton.lower[at] == "that":
        return ending_at(context, at)  # "a note that said"
    if letter == shapes.OTHER:
        return _teller(context, at, first)
    if letter not in _FULL_VERB:
        return None
    return _of_clause(context, at, first, depth) or _teller(context, at, first)


def told_whom(skeleton: TokenizedArticle, mention: Mention, *, aside: bool = True) -> bool:
    """Tell whether a mention is subject of an `aside` on somebody it speaks to or of: Lund in ", whom Lund called"."""
    at = skeleton.article_first(mention.first) - 1
    return skeleton.lower[at] == "whom" and (skeleton.shape[at - 1] == "," or not aside)


def agent_of(context: ArticleAnalysis, verb: int) -> Mention | None:
    """Return who does what is done to somebody: Lund of "was asked by Lund"; None where the verb is active.

    Those by whom somebody "was quoted" only pass words on, and are none.
    """
    shape, lower = context.skeleton.shape, context.skeleton.lower
    by = verb + 1 + (shape[verb + 1 : verb + 2] == shapes.QUOTE)  # "was called “odd” by Lund"
    by += lower[by : by + 1] == ["out"]  # "was pointed out by Lund"
    by += 2 * (shape[by : by + 2] == shapes.ON_DAY)
    if lower[by : by + 1] != ["by"] or CUES.get(lower[verb]) in _PASSING_ON or lower[verb].endswith("ing"):
        return None
    at = verb - 1
    while at > 0 and shape[at] == shapes.ADVERB:
        at -= 1
    if lower[at] not in BEING and not (shape[at] in _ASIDE and lower[verb] in _DONE_TO):
        return None  # but "Lund, warned by Roth that it rained, left"
    return starting_at(context, by + 1, context.skeleton.sentences[context.skeleton.sentence[verb]][1])


def end_of_aside(context: ArticleAnalysis, verb: int) -> int:
    """Return the mark that closes an aside on whom something is said to, 0 where a verb begins none.

    "Lund, told in May that it rains|, left" does not say so, nor "Lund - warned by Roth that it rains| - left".
    """
    shape, lower = context.skeleton.shape, context.skeleton.lower
    mark = shape[verb - 1 : verb]
    if lower[verb] not in _DONE_TO or mark not in tuple(_ASIDE):
        return 0
    who = ending_at(context, verb - 1)
    first, last = context.skeleton.sentences[context.skeleton.sentence[verb]]
    if who is None or who.first < first or _explains(context, who, first):
        return 0
    if mark != ",":
        return max(0, shape.find(")" if mark == "(" else mark, verb, last))
    close = shape.find(",", verb + 2, last)
    while 0 < close < last - 1:
        after = close + 1 + (shape[close + 1] == shapes.ADVERB)
        if shape[after : after + 1] in tuple(shapes.VERB) and not lower[after].endswith("ing"):
            return close
        close = shape.find(",", close + 1, last)
    return 0


def _explains(context: ArticleAnalysis, mention: Mention, first: int) -> bool:
    """Tell whether a mention is of an aside itself, on one before a comma: of "the mayor, an aide of Lund, warned"."""
    shape, lower, at = context.skeleton.shape, context.skeleton.lower, mention.first - 1
    while (
        at > first
        and shape[at] in _ON_SOMEBODY
        and (lower[at] not in CLAUSE_OPENERS or lower[at] in _JOINING)
    ):
        at -= 1
    return shape[at] == "," and at > first and ending_at(context, at) is not None


def _beside(context: ArticleAnalysis, verb: int, last: int) -> Mention | None:
    """Return who is no subject, and yet says it: Lund of "according to Lund", "asked by Lund", "quoted Lund as saying"."""
    lower = context.skeleton.lower
    if lower[verb] == "according":
        return starting_at(context, verb + 2, last)
    if lower[verb] == "saying" and lower[verb - 1] == "as":
        # "quoted the envoy, Ida Lund, as saying"
        named = ending_at(context, verb - 1 - (context.skeleton.shape[verb - 2] == ","))
        return named and (_quoted_through(context, named) or named)
    return agent_of(context, verb)


def _quoted_through(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return Lund of "Lund was quoted by the agency as saying", where `mention` is the agency; None in another build."""
    lower = context.skeleton.lower
    by = next((at for at in range(mention.first - 1, max(0, mention.first - 4), -1) if lower[at] == "by"), 0)
    if by < 2 or CUES.get(lower[by - 1]) not in _PASSING_ON:
        return None
    return _subject(context, by - 1, 1)


def _ends_after(shape: str, mention: Mention, last: int) -> bool:
    """Tell whether a mention after a verb can be its subject: nothing that it does follows."""
    return mention.last >= last or shape[mention.last] in _AFTER_INVERSION


def cue_start(skeleton: TokenizedArticle, verb: int) -> int:
    """Return where the cue that word `verb` is of begins: at "of" in "was of the view", else there."""
    of = skeleton.lower[verb - 2 : verb] == ["of", "the"] and skeleton.lower[verb - 3] in BEING
    return verb - 2 * of


def _back(shape: str, verb: int, first: int) -> int:
    """Return the last word before a verb that is no adverb, auxiliary or time; below `first` for none."""
    at = verb - 1
    while at >= first and (
        shape[at] in shapes.BEFORE_VERB or (shape[at] == shapes.CONNECTIVE and shape[at + 1] == shapes.TIME)
    ):
        at -= 1
    return at


def starting_at(context: ArticleAnalysis, at: int, last: int) -> Mention | None:
    """Return the mention that begins at word `at`, or a word or two further."""
    shape = context.skeleton.shape
    for begin in range(at, min(at + 3, last)):
        number = bisect_left(context.mention_starts, begin)
        while number < len(context.mentions) and context.mention_starts[number] == begin:
            if not context.mentions[number].owner:
                return context.mentions[number]
            number += 1
        if shape[begin] not in _BEFORE_NOUN:
            return None
    return None


def _around_aside(context: ArticleAnalysis, at: int, first: int, depth: int) -> Mention | None:
    """Return the subject before an aside that closes at word `at`: "Lund, who was in town, said"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    opener = "(" if shape[at] == "(" else shape[at]
    back = at - 1
    while back > max(first, at - _REACH):
        if shape[back] == opener or (opener == ")" and shape[back] == "("):
            bracket = shape.rfind("(", first, back) if shape[back - 1] == ")" else -1
            end = bracket if bracket > first else back  # "Lund (R-Ky.), who …"
            mention = ending_at(
                context, end - lower[end - 1].endswith("self")
            )  # "the man himself, Ivo Lund,"
            if mention is None and shape[back + 1] in _FULL_VERB:
                mention = _opening(context, first, back)
            if mention is not None:
                head = head_within(context, mention, first)
                before = shape[head.first - 1] if head.first > first else "."
                joined = (
                    before == shapes.CONNECTIVE and context.skeleton.word_before(head.first) in CLAUSE_OPENERS
                )
                placed = (
                    head.first == first + 2 and lower[first] in IN_PLACE
                )  # "In Oslo the mayor, Ida Lund, said"
                theirs = lower[head.first] in _THEIRS  # "a step its governor, Ida Lund, defended"
                begins = head.first == first or before in BEFORE_CLAUSE or joined or placed or theirs
                # "Ivo Stern, like his deputy, Ida Lund, said"
                beside = lower[head.first - 2 : head.first] == [",", "like"]
                named = ending_at(context, at)
                if placed and head.last < back and named is not None and named.first == back + 1:
                    return named  # "In Oslo the man who leads them, Olaf Roth, said"
                if begins and not beside and not (before == "," and _apposed(context, head, first)):
                    return head
        back -= 1
    return _of_clause(context, at, first, depth)


def _opening(context: ArticleAnalysis, first: int, end: int) -> Mention | None:
    """Return whom a sentence begins with where all up to an aside tells of them: "An official close to the talks, …"."""
    opening = starting_at(context, first, end)
    if opening is None or opening.last >= end:
        return None
    between = context.skeleton.shape[opening.last : end]
    return opening if set(between) <= _QUALIFYING and between[0] in shapes.OTHER + shapes.CONNECTIVE else None


def _apposed(context: ArticleAnalysis, mention: Mention, first: int) -> bool:
    """Tell whether a mention after a comma itself only explains the mention before that comma."""
    shape = context.skeleton.shape
    if shape[first] == shapes.CONNECTIVE and shape.find(",", first) == mention.first - 1:
        return False  # "In the days before the vote, Ida Lund, a guard, said"
    earlier = ending_at(context, mention.first - 1)
    thing = earlier is not None and earlier.kind == NOUN and not _is_somebody(context, earlier)
    if thing and mention.kind == NAME and context.is_human(mention):
        return False  # "It was no crash, Ida Lund, head of the port, said"
    opens = context.skeleton.lower[first]
    if opens in CLAUSE_OPENERS or opens.endswith("ing"):
        return False  # "While Oslo left the camps, the envoy, Ida Lund, said", "Speaking in Oslo, the envoy"
    return earlier is not None and earlier.first >= first


def _is_somebody(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a noun is for people, a body or a paper."""
    return sort_of(singular(context.skeleton.lower[mention.head]), "") not in ("", "thing")


def _of_participle(context: ArticleAnalysis, at: int, verb: int, depth: int) -> Mention | None:
    """Return the subject of "saying …", at word `verb`, whose word before is `at`."""
    skeleton = context.skeleton
    first = skeleton.sentences[skeleton.sentence[verb]][0]
    if at < first:
        return None
    if skeleton.shape[at] not in _BEFORE_PARTICIPLE:
        mention = ending_at(context, at + 1)
        if mention is not None and not _is_addressed(context, mention, first):
            return mention
    found = _of_clause(context, at, first, depth) or starting_at(context, first, at)
    if found is None or skeleton.shape[at] != "," or skeleton.word_before(found.first) not in _TIMED:
        return found
    # "They left it before Lund came, arguing", but "The talks broke off when Lund came, arguing", "It was late when"
    outer = _of_clause(context, found.first - 1, first, depth)
    speaks = outer is not None and (outer.kind != NOUN or context.is_human(outer))
    return outer if outer is not None and speaks and skeleton.lower[outer.first] not in _NOBODY else found


def _is_addressed(context: ArticleAnalysis, mention: Mention, first: int) -> bool:
    """Tell whether something is said to a mention, and not by it: "wrote to Lund saying", "called the police saying"."""
    skeleton = context.skeleton
    at = mention.first - 1
    if at <= first or context.is_paper(mention):  # "issued a note saying"
        return False
    if skeleton.lower[at] == "to" or (skeleton.lower[at] == "on" and mention.kind == NAME):
        return True  # "took to the radio", "wrote on Facebook saying"
    return skeleton.lower[at] in _WRITTEN_TO


def _ahead(context: ArticleAnalysis, verb: int, first: int, last: int) -> Mention | None:
    """Return the subject after the comma that closes "Calling it a mistake, …"."""
    if verb - first > 2:
        return None
    shape = context.skeleton.shape
    at = shape.find(",", verb, last)
    while at >= 0:
        mention = starting_at(context, at + 1, last)
        if mention is not None and shape[mention.last : mention.last + 1] in _GOES_ON:
            return mention
        at = shape.find(",", at + 1, last)
    return None


def _of_clause(context: ArticleAnalysis, at: int, first: int, depth: int) -> Mention | None:
    """Return the subject of the clause that goes on at word `at`: of the finite verb before it."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    back = at
    while back >= max(first, at - _REACH):
        letter = shape[back]
        if letter == shapes.PAST and lower[back + 1] == "by" and shape[back - 1] not in shapes.PREVERB:
            back -= 1  # "the damage done by drones"
            continue
        if letter == shapes.AUXILIARY or (letter in _FULL_VERB and not lower[back].endswith("ing")):
            start = _back(shape, back, first) + 1
            mention = ending_at(context, start)
            if mention is not None:
                head = head_within(context, mention, first)
                # a clause of its own within this one is passed over
                relative = lower[head.first] in ("who", "which")
                goes_on = relative and lower[at] == "and" and "," not in shape[head.last : at]
                if goes_on or (not relative and not _inner(context, head, first)):
                    return head  # also of "the crew, who called it odd and vowed to"
            elif letter == shapes.CUE and depth > 1:
                # one way back only, so that a row of verbs takes no longer than it is
                found = _subject(context, back, depth - 1)
                return found if found is not None and lower[found.first] not in ("who", "which") else None
            back = start
        elif letter in ";:":
            break
        back -= 1
    return None


def _inner(context: ArticleAnalysis, mention: Mention, first: int) -> bool:
    """Tell whether a mention is the subject of a clause that a verb of saying or "that" opens."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    at = mention.first - 1
    return at > first and (
        shape[at] in _OPENS_CLAUSE
        or (shape[at] == shapes.CONNECTIVE and lower[at] in ("because", "if", "than"))
    )
