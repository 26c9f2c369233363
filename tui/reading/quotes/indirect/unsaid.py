"""Verbs of saying that tell of no saying: "it is expected that", "one might think", "reading the letter".

And those whose words are no statement of anybody: a deed ("posted a picture"), or only a thing that was spoken of
("described his loss").
"""

from __future__ import annotations

from tui.reading.quotes.cues.cue_subjects import BEING, agent_of, subject, told_whom
from tui.reading.quotes.cues.polarity import stance_at
from tui.reading.quotes.cues.suppositions import is_supposed
from tui.reading.quotes.indirect.content_starts import is_clause
from tui.reading.quotes.indirect.verb_complements import NOBODY, is_passive
from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NOUN, Mention
from tui.reading.quotes.names.phrase_heads import ending_at
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import NEGATIONS, TITLES, word_set

_OF_NOBODY = word_set(
    "said expected believed noted understood reported thought known alleged claimed told assumed supposed estimated"
)
_DONE = word_set("found held seen heard felt meant shot sought put")  # "Lund was found asleep"
_JOINTLY = word_set("agree decide stress emphasize underline underscore conclude")  # nobody alone
_POSSIBLY = word_set("might could may")
_READING = word_set("read reading")
_STATES = word_set(  # "is worried that" is its subject's own
    "worry agree determine mean dismay surprise gratify decide concern know swear"
)
_ASKED = word_set("asked pressed questioned challenged")
_LED_TO = word_set("when if once after while")  # "when asked"
_OPEN_QUESTION = word_set("who what which whether how when where")
_DEEDS = word_set("add protest post publish issue release sign vent show type respond play file rank rate")
_OF_SOMETHING = word_set(  # "criticised the plan", and not what for
    "criticize criticise boast scold berate chide chastise admonish greet remember"
)
_FOR_WHAT = word_set("for as of about over")
_NO_TO = word_set("respond add refer listen")  # take no infinitive
_TAKING = word_set("promise demand ask propose offer urge pledge threaten vow")
_TOPIC_VERBS = word_set(
    "talk speak tweet wonder mention refer ask joke think post write blog respond reflect"
)
_TOPIC_LEADS = word_set("about to with on")
_PICTURES = word_set("view views image images picture pictures photo photos footage clip video link links")
_NOT_SO = word_set("originally incorrectly erroneously mistakenly wrongly")  # "this article originally said"
_UNTRUE = word_set("incorrectly erroneously mistakenly wrongly inaccurately")
_MISREPORTED = word_set("misreported misquoted misstated")
_REPORTED = word_set("reported reports quoted quotes cited wrote")
_STOPS = frozenset(shapes.BREAK + ".;")
_FALSE_REACH = 30  # words of a report
_HAVING = word_set(
    "has have had hasn't haven't hadn't hasn’t haven’t hadn’t do does did don't doesn't didn't never could couldn't cannot"
)
_BESIDE_NOT = NEGATIONS | {"yet"}
# not believing says something
_BELIEF = word_set("think believe expect want know consider see understand feel")
_SIGNS = word_set("evidence nothing reason proof research data")  # "evidence to suggest"
_SILENCE = word_set(  # "his refusal to say that", "is expected to announce that"
    "refusal failure inability unwillingness reluctance unwilling reluctant unable hesitant failed fails fail neglected"
    " expected due set scheduled likely plans planned planning hopes hope hoped prepared poised wants want wanted about"
    " important worth fair safe necessary able tried tries trying close"
)
_NAMED_ONLY = word_set("announce reveal disclose unveil release confirm tweet")
_NAMED_NOUNS = word_set(
    "date dates position name names identity identities details result results winner winners findings list schedule"
)
_QUESTIONS = word_set("question questions")
_LORE = word_set("legend tradition custom rumour rumor plan plans schedule")  # "according to legend"
_LITTLE = word_set("little much more less")
_NONE = word_set("few little no neither")
_OFFERING = word_set("suggest propose mention")
_PERCENT = word_set("percent % percentage cent")
_LITTLE_OF = word_set("about on publicly else as regarding concerning")
_DONE_OBJECTS = word_set("allegiance anonymity")
_CLAUSE_WORDS = word_set("that to if whether how why what who when where as not")
_MANNER = word_set("as how being having")
_EARLIER = word_set("earlier previous original")
_OF_PHRASE = frozenset(shapes.NOMINAL + shapes.PARTICIPLE)
_WITHIN_PHRASE = _OF_PHRASE | {shapes.ADVERB}  # "a long dispute"
_QUALIFYING = word_set("the only first next last other one each another every 's ’s")
_BARE_NOUN = (shapes.OTHER, shapes.NOUN)
_SINGULAR = word_set("a an this another")
_OF_CALLS = word_set(  # "called Roth again"
    "again twice back once before after on at in during from later yesterday today earlier last this to about over when"
    " while until every daily for several"
)
_PHONED = word_set("palace him her them me us")
_CLAUSE_ENDS = frozenset(shapes.BREAK + ".,;:")
_OF_PLACE_AND_TIME = frozenset((shapes.NAME, shapes.NOUN, shapes.TIME))
_REACH = 6
_SHARE = 8  # words: "54 percent of those who were polled"
_OF_SHARE = frozenset(shapes.NOUN_PHRASE + shapes.PRONOUN + shapes.RELATIVE + shapes.CONNECTIVE + shapes.CUE)
_NOT_SAYING = (["short", "of"], ["fear", "of"], ["instead", "of"], ["not", "to"])


def is_unsaid(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether nobody says what follows a verb: it may be said, is read out, or no speaker is named."""
    lower = skeleton.lower
    if lower[verb] in _READING:
        return True
    if lower[verb + 1 : verb + 2] == ["by"]:  # "was told by the whip that"
        return False
    at = _before(skeleton, verb)
    begin = skeleton.sentences[skeleton.sentence[verb]][0]
    if lower[at] == "to" and at - (lower[begin] in ("and", "but")) == begin:
        return True  # "To stress that it was late, Lund left"
    if lower[at] in BEING and lower[verb] in _OF_NOBODY:
        return True
    return is_possible(skeleton, verb)


def is_impersonal(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether all who met are told to have said something: "It was agreed that"."""
    lower = skeleton.lower
    return (
        lower[verb - 2 : verb + 2] == ["it", "was", lower[verb], "that"] and CUES.get(lower[verb]) in _JOINTLY
    )


def is_possible(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether something only might be said, or is not: "one might argue", "stopped short of saying"."""
    if not verb:
        return False
    lower = skeleton.lower
    at = _before(skeleton, verb)
    if lower[verb - 2 : verb] in _NOT_SAYING or skeleton.word_before(verb) in ("without", "avoid", "avoided"):
        return True
    who = skeleton.shape[verb - 1] == shapes.PRONOUN
    if who and lower[verb - 2] in ("do", "does", "did") and lower[verb] == CUES.get(lower[verb]):
        return True  # "But do they say why?"
    to_come = lower[at] == "will" and lower[verb] == "say"  # "History will say that"
    return to_come or lower[at] in _POSSIBLY or (lower[at] == "have" and lower[at - 1] in _POSSIBLY)


def _before(skeleton: TokenizedArticle, verb: int) -> int:
    """Return the word before a verb that is no adverb."""
    lower, at = skeleton.lower, verb - 1
    while at > 0 and (
        lower[at].endswith("ly") or lower[at] in ("also", "not", "now", "still", "later", "widely")
    ):
        at -= 1
    return at


def is_no_verb(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a word that can be a verb of saying is none here, or says nothing of its subject's.

    "A trade dispute that …", "depends according to who asks", "when asked whether", "was criticised for".
    """
    skeleton = context.skeleton
    lower, shape = skeleton.lower, skeleton.shape
    if lower[verb] == "according":
        return not (_OPEN_QUESTION | _LORE).isdisjoint(lower[verb + 2 : verb + 3])
    at = _before(skeleton, verb)
    lemma = CUES.get(lower[verb], "")
    done = lower[verb].endswith("ed") or lower[verb] in _OF_NOBODY or lower[verb] in _DONE
    passive = verb > 0 and lower[at] in BEING and done and agent_of(context, verb) is None
    if passive and not is_impersonal(skeleton, verb) and lemma not in _STATES and lower[verb] != "used":
        return True
    if verb and lower[at] == "to" and (lower[at - 1] in _SIGNS or lower[at - 1] in _SILENCE):
        return True
    if lower[at - 3 : at + 1] == ["be", "the", "first", "to"]:
        return True  # "he would be the first to admit"
    worth = skeleton.word_before(verb) == "worth" and lower[verb].endswith("ing")  # "it is worth noting that"
    sayable = lemma not in _BELIEF and lemma not in _STATES and stance_at(skeleton, verb) is None
    if (
        worth
        or skeleton.word_before(verb) in _NOT_SO
        or is_retracted(skeleton, verb)
        or (sayable and _is_negated(skeleton, verb))
    ):
        return True
    asked = lower[verb] in _ASKED and lower[at] in _LED_TO
    named = lower[verb] == "states" and shape[verb - 1] == "-"  # "Norland and Velmora – states that Lund won"
    if asked or named or (lemma == "break" and lower[verb + 1 : verb + 2] == ["that"]):
        return True
    if lower[at] in _QUALIFYING and lower[verb].endswith("ed") and shape[verb + 1 : verb + 2] in _BARE_NOUN:
        return True  # "the only announced guest", "one previously reported case"
    begin = skeleton.sentences[skeleton.sentence[verb]][0]
    plural = lower[verb][-1] == "s" and lower[verb + 1 : verb + 2] == ["that"]
    if (verb == begin and (plural or lower[verb] == lemma)) or (
        lower[verb] == lemma and shape[verb - 1] == shapes.POSSESSIVE
    ):
        return True  # "Predict who will win", "Reports that Lund had left", "the judge's lament that"
    if lower[verb] == lemma and shape[verb - 1] in _OF_PHRASE:
        back = verb - 1
        while back > begin and shape[back] in _WITHIN_PHRASE and shape[back] != shapes.DETERMINER:
            back -= 1
        if lower[back] in _SINGULAR:
            return True
    return _is_correction(lower, begin, verb)


def is_retracted(skeleton: TokenizedArticle, at: int) -> bool:
    """Tell whether the verb, or the quote, at word `at` stands in a report that was wrong, or is the verb of one.

    "The paper wrongly reported that Lund had said", "misquoted Lund as saying", "reported erroneously that".
    """
    lower, shape = skeleton.lower, skeleton.shape
    first = at
    while first > 0 and shape[first - 1] not in _STOPS and at - first < _FALSE_REACH:
        first -= 1
    for word in range(first, min(at + 1, len(lower) - 1)):
        untrue = lower[word] in _REPORTED and _UNTRUE.intersection(lower[word - 1 : word + 2])
        if not untrue and lower[word] not in _MISREPORTED:
            continue
        that = next((each for each in range(word, at) if lower[each] in ("that", "as", "who")), at)
        if word == at or (that < at and lower[that] != "who" and not shape.count(",", that, at) % 2):
            return True  # "…, Lund said" is no part of it
    return False


def _is_negated(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether somebody is told not to have said something: "has not said if", "had never suggested"."""
    found = set()
    at = verb - 1
    # "did not name him or say whether"
    if skeleton.lower[at] == "or" and skeleton.lower[verb] == CUES.get(skeleton.lower[verb]):
        at = next(
            (back for back in range(at, max(0, at - _REACH), -1) if skeleton.lower[back] in NEGATIONS), at
        )
    while at > 0 and (skeleton.shape[at] in shapes.PREVERB or skeleton.lower[at] in _BESIDE_NOT):
        found.add(skeleton.lower[at])
        at -= 1
    denied = bool(found & NEGATIONS) or any(word.endswith(("n't", "n’t")) for word in found)
    return denied and bool(found & _HAVING)


def _is_correction(lower: list[str], begin: int, verb: int) -> bool:
    """Tell whether it is an outlet's own article that had it otherwise: "an earlier version of this article said"."""
    return any(
        lower[at] == "version" and lower[at - 1] in _EARLIER and lower[at + 1] == "of"
        for at in range(begin + 1, verb - 1)
    )


def _is_named(context: ArticleAnalysis, verb: int, first: int) -> bool:
    """Tell whether "called" gives a name, behind one without: "a group called the Harbour Movement"."""
    skeleton = context.skeleton
    who = ending_at(context, verb)
    bare = who is not None and who.kind == NOUN and skeleton.lower[who.first] in ("a", "an")
    named = first + (skeleton.lower[first] == "the")
    while skeleton.shape[named : named + 1] == shapes.NAME:
        named += 1
    behind = skeleton.shape[named : named + 1]
    return (
        bare
        and first == verb + 1
        and skeleton.shape[named - 1] == shapes.NAME
        and behind != shapes.DETERMINER
    )


def _is_phoned(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether somebody is called by telephone: he is named, and then when or how often, but not what he is called."""
    lower, shape = skeleton.lower, skeleton.shape
    end = skeleton.sentences[skeleton.sentence[verb]][1]
    named = at = verb + 1 + (shape[verb + 1 : verb + 2] == shapes.DETERMINER)
    while at < end and (shape[at] == shapes.NAME or (lower[at] == "and" and shape[at + 1] == shapes.NAME)):
        at += 1
    if at == named and at < end and (lower[at] in _PHONED or lower[at] in BODY_NOUNS or lower[at] in TITLES):
        at += 1  # "called the ministry", "called him"
    if at == named:
        return False
    led = False  # whether a word of when or where leads in what follows
    for each in range(at, end):
        word, letter = lower[each], shape[each]
        if letter in _CLAUSE_ENDS or (word in ("and", "but") and shape[each + 1] in shapes.VERBS):
            return True
        if word in _OF_CALLS:
            led = True
        elif not led and letter not in _OF_PLACE_AND_TIME:
            return False  # "called Roth a liar", "called Roth on Monday unfit"
        else:
            led = led and letter in (shapes.DETERMINER, shapes.NUMBER)
    return True


def _is_done(context: ArticleAnalysis, verb: int, first: int, last: int) -> bool:
    """Tell whether something is done, or only named: "called Lund to concede", "responded to the rise in costs"."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    opening = lower[first]
    # "the growth he promised has ended", "the roads he vowed to mend have"
    begins = first + 2 * (opening == "to")
    if (
        CUES.get(lower[verb]) in _TAKING
        and first == verb + 1
        and shape[begins : begins + 1] in tuple(shapes.FINITE)
    ):
        return begins == first or shape[begins] == shapes.AUXILIARY
    if CUES.get(lower[verb]) == "refer" and first == verb + 1:
        return True  # "referred the matter to counsel"
    if CUES.get(lower[verb]) in _NO_TO and (opening == "to" or lower[verb + 1 : verb + 2] == ["to"]):
        return True
    if opening == "to" and shape[first + 1 : first + 2] in shapes.NO_INFINITIVE:
        return True
    if CUES.get(lower[verb]) == "apologize" and lower[verb + 1 : verb + 2] == ["to"] and first == verb + 2:
        return True  # "apologised to the two guards"
    # "the finds announced Wednesday came from a dig"
    dated = first == verb + 1 and shape[first : first + 2] == shapes.TIME + shapes.PAST
    if dated and CUES.get(lower[verb]) != "say":
        return True
    if CUES.get(lower[verb]) == "call" and (
        _is_phoned(skeleton, verb) or (lower[verb] == "called" and _is_named(context, verb, first))
    ):
        return True
    if opening == "to" and lower[verb] == "called":
        return not {"on", "for", "upon"}.intersection(lower[verb + 1 : first])
    if CUES.get(lower[verb]) == "add" and opening != "that":  # "added four men to the list"
        to = lower.index("to", first, last) if "to" in lower[first:last] else -1
        if (
            to > first
            and shape[to + 1 : to + 2] in shapes.NO_INFINITIVE
            and not shapes.CLAUSE.intersection(shape[first:to])
        ):
            return True
    if lower[verb] == "promises" and lower[first : first + 2] == ["to", "be"]:
        return True
    return opening in _DONE_OBJECTS


def is_no_statement(context: ArticleAnalysis, verb: int, first: int, last: int) -> bool:
    """Tell whether what stands behind a verb is a deed, or only names what was spoken of."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    lemma, opening = CUES.get(lower[verb], ""), lower[first]
    following = lower[first + 1 : first + 2] or [""]
    if lemma in ("say", "tell", "reveal", "disclose", "write") and opening in _LITTLE:
        return following[0] in _LITTLE_OF
    if _is_done(context, verb, first, last):
        return True
    # a "that" without a verb behind it only points: "reflected on that defeat"
    pointing = opening == "that" and not is_clause(skeleton, first + 1, last)
    if opening in _CLAUSE_WORDS and not pointing:
        return False
    if lemma == "ask" and not _QUESTIONS.isdisjoint(lower[first : first + _REACH]):
        return True  # "asked a number of questions about the dam"
    if lemma in _NAMED_ONLY and _names(lower, shape, first, last):
        return True
    if lemma in _OFFERING and opening in _NONE and first == verb + 1:
        return True  # "suggested few ways out", "mentions neither the mayor nor"
    if lemma == "describe":
        doing = any(shape[at] == shapes.ING and shape[at - 1] not in _OF_PHRASE for at in range(first, last))
        return not _MANNER.intersection(lower[first:last]) and not doing
    if lemma in _TOPIC_VERBS and lower[first - 1] == "about" and shape[first] == shapes.DETERMINER:
        return True  # "tweeted about the loss hours after it was known"
    if shapes.CLAUSE.intersection(shape[first + pointing : last]) and not _relative_only(shape, first, last):
        return False
    if lemma in _DEEDS or (lemma in _OF_SOMETHING and not _FOR_WHAT.intersection(lower[first:last])):
        return True
    lead = lower[first - 1] if lower[first - 1] in _TOPIC_LEADS else opening
    body = first + (lead == opening)
    return lemma in _TOPIC_VERBS and lead in _TOPIC_LEADS and shape[body : body + 1] != shapes.ING


def _names(lower: list[str], shape: str, first: int, last: int) -> bool:
    """Tell whether a noun phrase names a thing whose content is not told: "the election date"."""
    at = first
    while at < min(last, first + _REACH) and shape[at] in _OF_PHRASE:
        at += 1
    if at == first:
        return False
    return lower[at - 1] in _PICTURES or (lower[at - 1] in _NAMED_NOUNS and lower[at : at + 1] != ["of"])


def _relative_only(shape: str, first: int, last: int) -> bool:
    """Tell whether the only verbs of a phrase are those of a clause that "who", "which" or "that" opens."""
    relative = shape.find(shapes.RELATIVE, first, last)
    return relative > first and not set(shapes.VERB).intersection(shape[first:relative])


def tells_nothing(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether a verb is none of saying where it stands, or nobody is its subject."""
    skeleton, who = context.skeleton, subject(context, verb)
    if is_possible(skeleton, verb) or is_no_verb(context, verb) or is_supposed(context, verb):
        return True
    if is_passive(skeleton, verb) and (who is None or not told_whom(skeleton, who)):
        return True
    if who is None:
        return False
    reports = skeleton.lower[who.first : verb + 1] == ["other", "reports"]  # "behind other reports that"
    # "neither Lund nor Renn said", but not "nor Renn would say"
    neither = skeleton.word_before(who.first) == "nor" and who.last == verb
    return reports or neither or skeleton.lower[who.first] in NOBODY or _is_polled(skeleton, who)


def _is_polled(skeleton: TokenizedArticle, who: Mention) -> bool:
    """Tell whether so many of a hundred are told to have said something: "54 percent of voters", "78% of those asked"."""
    at = who.last - 1
    while at > max(0, who.last - _SHARE) and skeleton.shape[at] in _OF_SHARE:
        if skeleton.lower[at] in _PERCENT:
            return True
        at -= 1
    return False
