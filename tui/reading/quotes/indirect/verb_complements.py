"""What is asked for, promised, threatened, warned against or owned up to: "called for an inquiry", "vowed to go on".

Such verbs report words as those of saying do, but in a complement of their own: an infinitive, a gerund, what follows
a preposition, or a bare noun phrase. Which verb takes which is in two tables; where the complement ends is told by the
clause. Only verbs in a form that says somebody did it are read: finite ones, and participles behind a comma.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.reading.quotes.cues.cue_subjects import BEING, agent_of, end_of_aside, subject, told_whom
from tui.reading.quotes.indirect.content_starts import is_clause
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import PRONOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import ALSO_NOUNS, CUES, inflect
from tui.reading.quotes.words.small_words import JOINING
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import OTHER_SIDE, singular, word_set

# Verbs by the words that lead their complement in.
_LEADS = {
    "for": "ask call appeal plead push press argue apologise apologize",
    "against": "warn caution argue advise counsel",
    "of": "warn complain",
    "about": "complain",
    "at": "hint",
    "on": "insist",
    "to": "vow promise pledge threaten offer undertake swear claim ask demand propose volunteer",
    # "expressed the hope that", "pointed out that"
    "that": "express voice highlight share raise take draw point concur specify restate guarantee regret estimate reckon",
}
# Take a clause right behind them alone: "retorted that", and no "replied to the report that".
_RIGHT_BEHIND = (
    "retort respond reply answer counter hold contend maintain announce write remark object argue claim state"
)
_LEADS_BEHIND_OBJECT = {  # "accused the army of lying", "urged Oslo to sign"
    "of": "accuse suspect",
    "to": "urge ask order tell call appeal advise warn instruct implore beg invite request command exhort encourage",
    "if": "ask",
    "that": "remind warn assure tell inform notify",
}
_BARE = "demand propose predict promise pledge forecast recommend suggest advocate urge"  # "demanded a seat"
_GERUND = "suggest recommend propose deny admit acknowledge regret advocate"  # "admitted knowing of it"
# "stressed the need for talks"
_STRESS = "stress underline underscore emphasise emphasize highlight reiterate affirm reaffirm"
_OF_THING = word_set("for of to that")  # leads in what a thing that is stressed is of
# "put the toll at 60"
_FIGURING = word_set("put puts putting")
_FIGURES = word_set(
    "number figure toll cost price total damage loss share value size age count amount bill rate turnout strength"
)
_COUNTS = word_set(
    "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million"
)
_ASKING = word_set("asked asks questioned questions wondered inquired enquired queried")
_QUESTIONS = word_set("if whether when where why how what who which")
_OPENERS = frozenset(shapes.DETERMINER + shapes.ADJECTIVE + shapes.NUMBER + shapes.OTHER)
_OBJECT = frozenset(shapes.NOUN_PHRASE + shapes.OTHER_PRONOUN)
_WITHIN_OBJECT = word_set("of and on in for to by")
_QUALIFIED = shapes.OTHER + shapes.NOUN
_OWN_WORDS = word_set(
    "saying adding calling citing according insisting arguing describing noting quoting pointing"
)
# ", a charge that Oslo denies"
ADDITION = word_set(
    "charge claim move demand request suggestion proposal step accusation allegation call idea"
)
CONTINUATIVES = word_set("continued continues continue went")  # "continued to call for"
_THAT = frozenset(shapes.RELATIVE + shapes.CONNECTIVE)
_PLAIN = word_set(
    "clear adamant emphatic unequivocal categorical view opinion"
)  # "was clear that", "was of the view that", and no "it was clear that"
_OPEN = word_set(
    "if unless until once when whenever whether before"
)  # what they lead in is not told to be so
_POSSIBLE = word_set("should would could might may must ought to cannot")
# "took the view that", and no "took that"
_WITH_VIEW = word_set("share raise take draw")
_VIEWS = word_set("""
    view belief conviction opinion assessment hope concern understanding position recognition possibility
    fact stance
""")
JUDGING = word_set("deny reject dismiss dispute refute describe call denounce condemn")  # pass nothing on
_BELONGING = word_set("of to with in at for from")  # "two people familiar with the matter"
_NOUN = 7  # words: "the United States' shared and lasting need"
_MOST = 14  # words of an object: "accused the country's interim minister of the interior of …"
NOBODY = word_set("anyone anybody nobody everyone everybody someone somebody")
_QUANTIFIERS = word_set("both all each many some several most others")  # are subjects too: "both warned"
_FEW = 7  # words
_HEARER = frozenset(shapes.NOMINAL + shapes.OTHER_PRONOUN + shapes.PRONOUN + shapes.QUOTE)
_TURNS = word_set(
    "began begins opened opens started starts closed closes ended ends concluded responded replied continued"
)
_NEGATED = word_set("not n't never without")
_CONTRASTING = word_set("while whereas although though")


def _forms(verbs: str) -> dict[str, str]:
    """Return the finite and the -ing forms of verbs, each with its verb."""
    found = {}
    for verb in verbs.split():
        for form in {*inflect(verb), *_IRREGULAR.get(verb, "").split()}:
            found[form] = verb
    return found


_IRREGULAR = {
    "regret": "regretted regrets regretting",
    "tell": "tells told telling",
    "swear": "swore swears swearing",
    "concur": "concurred concurs concurring",
    "take": "took takes taking",
    "draw": "drew draws drawing",
    "undertake": "undertook undertakes",
    "hold": "held holds holding",
    "write": "wrote writes writing",
}
_LED = {lead: _forms(verbs) for lead, verbs in _LEADS.items()}
_LED_BEHIND = {lead: _forms(verbs) for lead, verbs in _LEADS_BEHIND_OBJECT.items()}
BARE_FORMS, _GERUND_FORMS, _STRESS_FORMS = _forms(_BARE), _forms(_GERUND), _forms(_STRESS)
_RIGHTS = _forms(_RIGHT_BEHIND)
_PHRASES = word_set(
    "wanted let made makes agreed agree reported reports"
)  # "wanted to know", "let it be known"
COMPLEMENTED = _PHRASES.union(
    _ASKING, _FIGURING, BARE_FORMS, _GERUND_FORMS, _STRESS_FORMS, *_LED.values(), *_LED_BEHIND.values()
)
_HEADS = COMPLEMENTED | _PLAIN | _RIGHTS.keys()


class VerbComplement(NamedTuple):
    """The words `first` to `last` (exclusive) that the verb at word `verb` reports."""

    verb: int
    first: int
    last: int


def complements(context: ArticleAnalysis) -> Iterator[VerbComplement]:
    """Yield the complements of verbs of asking, promising, warning and owning up, in order."""
    for verb in context.skeleton.places(_HEADS):
        if found := complement(context, verb):
            yield found


def complement(context: ArticleAnalysis, verb: int) -> VerbComplement | None:
    """Return the complement of such a verb at word `verb`; None where it is none, or has none."""
    skeleton = context.skeleton
    word = skeleton.lower[verb]
    plain = word in _PLAIN and _is_plain(context, verb)
    if not plain and (word in _PLAIN or word not in _HEADS or not _is_done(context, verb)):
        return None
    first = verb + 1 if gives_figure(skeleton, verb) else verb + 2 if plain else _begin(context, verb)
    if not 0 <= first < len(skeleton.shape) or not _has_subject(context, verb):
        return None
    last = _act_behind(skeleton, first, clause_end(skeleton, first))
    last = min(last, end_of_aside(context, verb) or last)
    if skeleton.lower[last - 1] == "that":
        return None  # torn: "argues that she won by saying that | while it was late"
    begun = skeleton.lower[first] in ("to", "that")
    return VerbComplement(verb, first, last) if last - first > begun else None


def _act_behind(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where what has no verb of its own ends: before what its speaker did next, as in "a longer pier, and left"."""
    shape, lower = skeleton.shape, skeleton.lower
    for at in range(first + 1, last - 2):
        if shape[at] in shapes.FINITE and shape[at - 1] != shapes.DETERMINER:  # not "the need"
            return last
        joined = shape[at] == "," and lower[at + 1] == "and" and shape[at + 2] == shapes.PAST
        if joined and shape[at + 3 : at + 4] not in tuple(_QUALIFIED):  # not "a longer pier, and paved roads"
            return at
    return last


def _being(skeleton: TokenizedArticle, verb: int) -> int:
    """Return the word before "clear", or before the "of the" of "of the view"."""
    return verb - 3 if skeleton.lower[verb - 2 : verb] == ["of", "the"] else verb - 1


def _is_plain(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether somebody is said to be "clear that" something is so: not "if Lund is", "Lund will be" nor "that day"."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    being, end = _being(skeleton, verb), skeleton.sentences[skeleton.sentence[verb]][1]
    if lower[being] not in BEING or lower[verb + 1 : verb + 2] != ["that"]:
        return False
    comma = shape.find(",", verb + 3, end)  # not that of "that, in May, it"
    begins = shape[verb + 2 : verb + 3] in tuple(shapes.DETERMINER + shapes.NAME + shapes.PRONOUN)
    if not begins and not is_clause(skeleton, verb + 2, comma if comma > 0 else end):
        return False
    who = subject(context, verb)
    if who is None or (
        skeleton.word_before(who.first) in _OPEN
        and skeleton.sentence[who.first - 1] == skeleton.sentence[verb]
    ):
        return False
    if lower[being] in ("be", "being"):
        return False
    return lower[being] != "been" or not _POSSIBLE.intersection(lower[who.last : being])


def gives_figure(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether a verb says how many or how much of something there is: "put their number at 60"."""
    lower = skeleton.lower
    if lower[verb] not in _FIGURING:
        return False
    at = verb + 1
    while at < min(verb + _MOST, len(lower)) and (skeleton.shape[at] in _OBJECT or lower[at] in ("of", "in")):
        at += 1
    told = any(singular(each) in _FIGURES for each in lower[verb + 1 : at])
    figure = shapes.NUMBER in skeleton.shape[at + 1 : at + 4] or _COUNTS.intersection(lower[at + 1 : at + 4])
    return told and lower[at : at + 1] == ["at"] and bool(figure)


def _has_subject(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether it shows who does it: not in "leaves open who asked", nor where "nobody" does."""
    who = subject(context, verb)
    lower = context.skeleton.lower
    that = lower[who.last : who.last + 1] == ["that"] if who is not None and who.first < verb else False
    if who is None or lower[who.first] in NOBODY or that:
        return False
    if lower[verb] in _PLAIN and lower[who.first] in ("it", "this", "what"):
        return False
    if (
        lower[verb].startswith("encourag")
        and who.entity < 0
        and lower[who.first] not in ("he", "she", "they")
    ):
        return False  # things do that as well: "arms, which encouraged the rebels to march"
    return lower[who.first] not in ("who", "which") or context.skeleton.shape[who.first - 1] == ","


def _is_done(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a verb says that somebody does it: "Lund demanded", "…, demanding", "was asked by Lund to"."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    begin = skeleton.sentences[skeleton.sentence[verb]][0]
    at = verb - 1
    while at >= begin and shape[at] in shapes.ADVERBIAL and lower[at] not in _NEGATED:
        at -= 1
    if at < begin:
        return False
    if lower[verb] in _BASES:
        to = lower[at] == "to" and (lower[at - 1] in CONTINUATIVES or lower[at - 2 : at] == ["went", "on"])
        return to or (_is_plural(lower[at]) and shape[at] == shapes.NOUN)
    if lower[verb].endswith("ing"):
        if lower[at] == "by" and lower[at - 1] in _TURNS:
            return True  # "began by assuring him that"
        return shape[at] in ",-" or (lower[at] == "and" and shape[verb - 2] != shapes.DETERMINER)
    if lower[at] in BEING or end_of_aside(context, verb):
        return agent_of(context, verb) is not None
    noun = shape[at] not in _SUBJECT_END and lower[at] not in JOINING
    if lower[verb] in _ALSO_NOUNS and noun:
        return False
    return lower[at] not in _NEGATED and (shape[at] not in _NO_SUBJECT or lower[at] in _QUANTIFIERS)


_BASES = frozenset(" ".join([*_LEADS.values(), *_LEADS_BEHIND_OBJECT.values(), _BARE, _GERUND]).split())
_ALSO_NOUNS = word_set(
    "calls demands claims promises pledges offers orders requests appeals forecasts presses estimates"
)
_SUBJECT_END = frozenset(shapes.HEAD + shapes.PRONOUN + ",")
_NO_SUBJECT = frozenset(shapes.DETERMINER + shapes.POSSESSIVE + shapes.ADJECTIVE + shapes.BREAK)


def _is_plural(word: str) -> bool:
    return singular(word) != word


def _begin(context: ArticleAnalysis, verb: int) -> int:
    """Return the first word of a verb's complement, -1 where it has none."""
    skeleton = context.skeleton
    lower, shape = skeleton.lower, skeleton.shape
    word = lower[verb]
    end = skeleton.sentences[skeleton.sentence[verb]][1]
    if (agent := agent_of(context, verb)) is not None:
        held = 2 * (lower[agent.last : agent.last + 1] in (["of"], ["for"]))  # "the speaker of parliament"
        return _behind(skeleton, word, agent.last - 1, agent.last + 1 + held, end)
    at = verb + 1
    while at < end and (shape[at] in shapes.ADVERBIAL or shape[at : at + 2] == shapes.ON_DAY):
        at += 1
    if at >= end:
        return -1
    lead = lower[at]
    if lead == "anonymity" or lower[verb : at + 1] == [
        "pointing",
        "at",
    ]:  # "requested anonymity to speak freely"
        return -1
    if (alone := _alone(context, verb, at, end)) is not None:
        return alone
    if word in _LED.get(lead, ()):
        return -1 if _LED[lead][word] in _WITH_VIEW else at if lead == "to" else at + 1
    if word in _STRESS_FORMS or lower[verb : verb + 2] == ["agreed", "on"]:
        at += word == "agreed"
        behind = at
        while behind < min(at + _NOUN, end) and shape[behind] in shapes.NOUN_PHRASE:
            behind += 1
        return at if behind > at + 1 and lower[behind : behind + 1] and lower[behind] in _OF_THING else -1
    if word in _GERUND_FORMS and (lower[at].endswith("ing") or lower[at] == "ever"):
        return at
    found = _behind(skeleton, word, at + 1, min(at + _MOST, end), end)
    if word == "called" and lead != "on" and shapes.DETERMINER in shape[at + 1 : max(found, 0)]:
        return -1  # "called the pause a gift to landlords"
    bare = shape[at] in _OPENERS or shape[at] in shapes.HEAD
    if (
        found < 0
        and word in BARE_FORMS
        and bare
        and shapes.TIME not in shape[at : at + 3]
        and lower[at + 1 : at + 2] != ["day"]
    ):
        return at
    return found


def _behind_place(skeleton: TokenizedArticle, at: int, end: int) -> int:
    """Return the "that" behind where or to whom something is put: "announced in it that", "wrote to “Roth” that"; -1."""
    if skeleton.lower[at] not in ("in", "to"):
        return -1
    that = next((one for one in range(at + 1, min(at + _FEW, end)) if skeleton.lower[one] == "that"), -1)
    return that if that > 0 and set(skeleton.shape[at + 1 : that]) <= _HEARER else -1


def _is_told(skeleton: TokenizedArticle, first: int, end: int) -> bool:
    """Tell whether words behind "that" are a clause whose subject begins it: no "wrote that letter"."""
    begins = skeleton.shape[first : first + 1] in tuple(
        shapes.BEGINS_SUBJECT | {shapes.OTHER, shapes.CONNECTIVE}
    )
    return begins and is_clause(skeleton, first, end)


def _alone(context: ArticleAnalysis, verb: int, at: int, end: int) -> int | None:
    """Return where a complement begins, at word `at` or behind it, where its verb takes one in such a build alone.

    -1 is for none there, None for where another build may hold: ", whom it told | that", "They agreed to", "reported ten".
    """
    skeleton = context.skeleton
    lower, shape = skeleton.lower, skeleton.shape
    word, lead, who = lower[verb], lower[at], subject(context, verb)
    if (word in _ASKING and lead in _QUESTIONS) or lower[verb : at + 2] == ["wanted", "to", "know"]:
        return at + 2 * (lead == "to")
    if who is not None and told_whom(skeleton, who):
        return _behind(skeleton, word, at, at, end)
    if word in ("agreed", "agree") and lead == "to" and who is not None:
        beside = (
            skeleton.word_before(who.first) == "and" and shape[who.first - 2] in shapes.HEAD + shapes.PRONOUN
        )
        several = beside or lower[who.first] == "they" or _is_plural(lower[who.head])
        return at if several and shape[at + 1 : at + 2] not in ("", *shapes.NO_INFINITIVE) else -1
    if word in ("reported", "reports"):
        counted = shape[at] == shapes.NUMBER or lead in _COUNTS
        return at if counted and "to" not in lower[at : at + _NOUN] else -1
    if word in _RIGHTS:
        that = at if lead == "that" else _behind_place(skeleton, at, end)
        if that > 0:
            return that + 1 if _is_told(skeleton, that + 1, end) else -1
    if word in _RIGHTS and word not in COMPLEMENTED:
        return -1
    if lead == "that" and (word in _LED_BEHIND["to"] or word in BARE_FORMS):  # no "asked that question"
        led = shape[at + 1 : at + 2] in (*shapes.NAME, *shapes.DETERMINER, *shapes.PRONOUN)
        return at + 1 if led or is_clause(skeleton, at + 1, end) else None
    return None


def _behind(skeleton: TokenizedArticle, word: str, first: int, last: int, end: int) -> int:
    """Return where a complement begins behind an object whose end is word `first` to `last`, -1 for nowhere."""
    lower, shape = skeleton.lower, skeleton.shape
    apposed, behind = False, 0
    for at in range(first, min(last + _MOST, end - 1)):
        if lower[at : at + 2] == ["not", "to"] and word in _LED_BEHIND["to"]:  # "warned them not to wait"
            return at
        if lower[at : at + 2] == [",", "according"]:  # "told her, according to the note, that"
            behind = 1 + shape.find(",", at + 1, end)
            last = max(last, behind)
        if at < behind:
            continue
        lead = "if" if lower[at] in _QUESTIONS else lower[at]
        acts = lead == "that" and shape[at + 1] in shapes.FINITES  # "warned the council that would cost jobs"
        if word in _LED_BEHIND.get(lead, ()):
            return (_deed(skeleton, at, end) if lead == "of" else at) + (lead in ("of", "that") and not acts)
        if word in _LED["that"] and lead == "that":
            return at + (not acts) if _LED["that"][word] not in _WITH_VIEW or lower[at - 1] in _VIEWS else -1
        if at >= last and not apposed:
            return -1
        if shape[at] == "," and at > first:  # "told her host, the mayor, that"
            apposed = not apposed and "," in shape[at + 1 : end]
            if apposed or shape[at + 1] in _THAT:
                continue
            return -1
        timed = shape[at - 1 : at + 1] == shapes.ON_DAY  # "accused Oslo on Tuesday of"
        if shape[at] not in _OBJECT and not timed and lower[at] not in _WITHIN_OBJECT:
            return -1
    return -1


def _deed(skeleton: TokenizedArticle, of: int, end: int) -> int:
    """Return the "of" before a deed where that at word `of` is within whom it is said of: "the mayor of Riga of theft"."""
    lower, shape = skeleton.lower, skeleton.shape
    for at in range(of, min(of + _MOST, end - 1)):
        named = at > of + 1 and not shape[of + 1 : at].strip(shapes.NAME)
        named = named or (at > of + 1 and shape[at - 1] == ",")
        if lower[at] == "of" and (lower[at + 1].endswith("ing") or named):
            return at
        if (
            shape[at] == ","
            and shape[of + 1] == shapes.NAME
            and [",", "of"] in (lower[near : near + 2] for near in range(at, min(at + _NOUN, end - 1)))
        ):
            continue  # "the premier of Norland, Ida Lund, of theft"
        if shape[at] not in _OBJECT and lower[at] not in ("of", "in", "for"):
            break
    return of


def is_passive(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether a verb that takes an object has none, and so says what is done to somebody: "a man accused of …"."""
    lower = skeleton.lower
    lead = lower[verb + 1] if verb + 1 < len(lower) else ""
    takers = _LED_BEHIND.get(lead, {})
    alone = (
        lower[verb] in _LED.get(lead, {})
        or lower[verb] in _ASKING
        or takers.get(lower[verb]) in ("appeal", "warn")
    )
    return lower[verb] in takers and not alone


def clause_end(skeleton: TokenizedArticle, first: int, *, joined: bool = True) -> int:
    """Return where the clause that goes on at word `first` ends: before another side, and before who says it.

    With `joined`, before a further verb of saying of the same subject as well.
    """
    shape, lower = skeleton.shape, skeleton.lower
    end = skeleton.sentences[skeleton.sentence[first]][1] if first < len(shape) else first
    if first < end and is_contrasted(skeleton, first) and (comma := shape.find(",", first, end)) > 0:
        end = comma  # "Whereas Lund held that it was late, her host was silent"
    last = first
    while last < end and shape[last] not in (".", ";", shapes.BREAK):
        after = lower[last + 1] if last + 1 < end else ""
        added = after in ("a", "an") and last + 2 < end and lower[last + 2] in ADDITION
        if shape[last] == "-" and added:
            break
        if shape[last] == "," and (
            after in OTHER_SIDE
            or after == "yet"  # without a comma it says when: "had not yet been"
            or after in _OWN_WORDS
            or (
                joined
                and (after in COMPLEMENTED or after in CUES)
                and shape[last + 1] in shapes.CUE + shapes.PAST
            )
            or after in ("who", "which", "according")
            or added
            or _tag(skeleton, last + 1, end) > 0
        ):
            break
        side = lower[last] in OTHER_SIDE and lower[last - 1 : last + 1] != ["a", "while"]
        if last > first and (side or (joined and joins_another(skeleton, last, end))):
            break
        last += 1
    return last - (last > first and shape[last - 1] == ",")


def is_contrasted(skeleton: TokenizedArticle, at: int) -> bool:
    """Tell whether word `at` is of a clause that opens its sentence and is set against the one behind it."""
    first = skeleton.sentences[skeleton.sentence[at]][0]
    return skeleton.lower[first] in _CONTRASTING and "," not in skeleton.shape[first:at]


def joins_another(skeleton: TokenizedArticle, at: int, end: int) -> bool:
    """Tell whether word `at` joins another thing said to the one before: "and accused", "and the union said"."""
    if skeleton.lower[at] not in JOINING or "between" in skeleton.lower[max(0, at - 3) : at]:
        return False
    following = at + 1
    if skeleton.shape[at - 1] == "," and skeleton.shape[following : following + 1] == shapes.PRONOUN:
        following += 1  # ", and he had said"
        while following < end and skeleton.shape[following] in shapes.PREVERB:
            following += 1
    following += skeleton.shape[following : following + 2] == shapes.ON_DAY  # "and on Friday accused"
    while following < end and skeleton.shape[following] in shapes.NOUN_PHRASE + shapes.ADVERBIAL:
        word = skeleton.lower[following]
        noun = word in ALSO_NOUNS and skeleton.shape[following] != shapes.CUE
        if (word in CUES or word in COMPLEMENTED) and not noun:
            base = word in _BASES and following > at + 1  # "and Sudland share the cost"
            return not word.endswith("ing") and not base
        following += 1
    return following < end and skeleton.shape[following] == shapes.CUE


def _tag(skeleton: TokenizedArticle, first: int, end: int) -> int:
    """Return the verb of words behind a comma that say who says it: ", two people close to the talks said"; 0 for none."""
    at = first
    while (
        at < end
        and at < first + _MOST
        and (
            skeleton.shape[at] in shapes.NOUN_PHRASE + shapes.PRONOUN
            or (at > first and skeleton.lower[at] in _BELONGING)
        )
    ):
        at += 1
    if not first < at < end or skeleton.shape[at] != shapes.CUE:
        return 0
    if skeleton.lower[at] in CONTINUATIVES and skeleton.lower[at + 1 : at + 2] == ["to"]:
        return 0  # "after the blast, he continued to drive"
    closed = skeleton.shape[at - 1] in _SUBJECT_END or _BELONGING.intersection(skeleton.lower[first:at])
    return at if closed else 0


def told_by(context: ArticleAnalysis, verb: int, first: int, last: int) -> Mention | None:
    """Return who tells what another asked for: the officials of "Kalmar had demanded a share, two officials said".

    `first` to `last` are the words that `verb` reports. None for a pronoun, which may be the one who asked.
    """
    skeleton = context.skeleton
    if verb > first or skeleton.shape[last : last + 1] != "," or is_contrasted(skeleton, verb):
        return None
    cue = _tag(skeleton, last + 1, skeleton.sentences[skeleton.sentence[first]][1])
    about = ADDITION.intersection(skeleton.lower[last + 2 : last + 3])  # ", a charge Oslo denies"
    who = subject(context, cue) if cue and not about and CUES[skeleton.lower[cue]] not in JUDGING else None
    return None if who is None or who.kind == PRONOUN or who.first <= last else who
