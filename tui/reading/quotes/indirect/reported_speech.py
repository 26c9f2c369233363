"""All that is reported to have been said: direct, mixed and indirect speech as whole contents."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import partial
from math import exp

from tui.core.model import Kind
from tui.reading.quotes import weights
from tui.reading.quotes.cues import confidence, explanations
from tui.reading.quotes.cues.cue_subjects import ADDRESSING, agent_of, cue_start, subject
from tui.reading.quotes.cues.polarity import accusation, stance_at
from tui.reading.quotes.cues.readouts import doer, told_within
from tui.reading.quotes.cues.relays import aside_between, teller, told_before
from tui.reading.quotes.cues.speaker_features import QuoteContext, lead_and_tail
from tui.reading.quotes.cues.speaker_ranking import rank
from tui.reading.quotes.cues.suppositions import is_hearsay, quotes_nobody
from tui.reading.quotes.cues.verbal_acts import expression
from tui.reading.quotes.indirect.additions import without_addition, without_gloss, without_outlet
from tui.reading.quotes.indirect.content_choice import Content, chosen
from tui.reading.quotes.indirect.empty_contents import is_empty
from tui.reading.quotes.indirect.nested_contents import nested_contents
from tui.reading.quotes.indirect.propositions import is_matter, is_only_opinion
from tui.reading.quotes.indirect.statement_odds import is_statement
from tui.reading.quotes.indirect.unsaid import is_impersonal, is_retracted
from tui.reading.quotes.indirect.verb_complements import clause_end, told_by
from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.names.phrase_heads import head_of
from tui.reading.quotes.resolution.attribution import Attribution, attribute, giver
from tui.reading.quotes.resolution.doubts import doubts
from tui.reading.quotes.resolution.voices import Voice, voice
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.word_classes import OUTLETS, PAPERS, PEOPLE, THINGS, singular, word_set
from tui.reading.result import QuoteSpan

# What is kept beside quotes is more than a word or two.
_FEWEST = 3  # words before an outlet
# What is called for or ruled out in a word.
_DEMANDS = word_set(
    "answers calm caution clarity de-escalation dialogue elections justice moderation negotiations peace patience"
    " reform reforms restraint sanctions solidarity talks unity vigilance"
)
_CITING = word_set("citing quoting")
_PASSING_ON = ("report", "say", "write")
_WRITER = word_set(
    "I i we We us you You those Those"
)  # who says nothing, but writes, is written to, or anybody
_THINGS = (THINGS | PAPERS) - BODY_NOUNS - PEOPLE
_ALONE, _OWN = 0.3, 0.6
_BESIDE = 1.0  # the subject right before the verb
_THOUGHT = 0.5  # at most, of what somebody is said to think
_NOUNS_UNNAMED = shapes.OTHER + shapes.CUE
_CHARGING = word_set("accuse charge suspect criticize blame")
_WANTED = ("urged", "asked", "urged against")
_WORDS = word_set("word words term phrase expression adjective noun verb")
_TERM = 3  # words, at most, of a term
_LED = 0.9  # how sure it is that a list is of whoever leads it in


def contents(text: str) -> list[QuoteSpan]:
    """Return everything `text` reports as said, one record for each unbroken part."""
    attribution = attribute(text, typed=True)
    tables = weights.load()
    found: list[QuoteSpan] = []
    taken: list[tuple[int, int]] = []
    group = 1 + max((one.group for one in attribution.found), default=0)
    for content in chosen(attribution, tables.get("content", {})):
        records = _records(attribution, content, group)
        if records:
            group += 1
            found += records
            taken += content.ranges
    inside = {word for part in taken for word in range(*part)}
    for one, at in zip(attribution.found, attribution.places, strict=True):
        if at not in inside and (one.kind == "direct" or one.confidence > _ALONE):
            found.append(one)
    found.sort(key=lambda one: (one.start, one.end))
    return found


def _calls_for(context: ArticleAnalysis, verb: int) -> bool:
    """Tell whether the word `verb` and the one behind it are "called for"."""
    lower = context.skeleton.lower
    return CUES.get(lower[verb]) == "call" and lower[verb + 1 : verb + 2] == ["for"]


def everything(text: str) -> list[QuoteSpan]:
    """Return the quoted stretches of `text`, and the contents reported in words of the article's own."""
    attribution = attribute(text, typed=True)
    context = attribution.context
    shape = context.skeleton.shape
    found = list(map(partial(_around_word, context), attribution.found, attribution.places))
    speech = {*attribution.places}
    alone = {at: one for one, at in zip(found, attribution.places, strict=True) if _is_term(context, one, at)}
    group = 1 + max((one.group for one in found), default=0)
    kept: dict[int, QuoteSpan] = {}  # first records, by their verbs
    contents = chosen(attribution, weights.load().get("content", {}), everything=True)
    for content in contents:
        demands = _calls_for(context, content.verb) or bool(
            content.stance or stance_at(context.skeleton, content.verb)
        )
        fewest = _FEWEST - 1 if demands else content.fewest
        content.ranges = without_gloss(context.skeleton, content.verb, content.ranges)
        content.ranges = tuple(without_addition(context, *part) for part in content.ranges)
        # what is marked and no speech parts nothing: "The so-called “inquiry” is a play, Lund said"
        marked = [
            at for part in content.ranges for at in range(*part) if shape[at] == shapes.QUOTE and at in speech
        ]
        if not alone.keys() >= {*marked}:
            continue
        # without the age of "said her brother, Ivo, 17"
        content.ranges = tuple(part for part in content.ranges if shape[slice(*part)] != shapes.NUMBER)
        words = [word for part in content.ranges for word in context.skeleton.lower[slice(*part)]]
        deed = demands and words and (words[0] in _DEMANDS or words[0].endswith("ing"))  # "ruled out going"
        if not words or (len(words) < fewest and not deed):
            continue
        if is_empty(context, content):
            continue
        content.ranges = tuple(without_outlet(context, *part) for part in content.ranges)
        records = _records(attribution, content, group)
        said = records and records[0].entity not in _WRITER and is_statement(context, content, records[0])
        if said:
            group += 1
            terms = [alone.pop(at) for at in marked]
            found = [one for one in found if one not in terms] + records
            kept[content.verb] = records[0]
    for outer, content in nested_contents(context, [one for one in contents if one.verb in kept]):
        teller = kept[outer.verb]
        start = context.skeleton.starts[content.verb]
        if known := [one for one in found if one.cue_start <= start < one.cue_end]:
            told = [_told_by(one, teller) for one in known if one.entity != teller.entity]
            found = [one for one in found if one not in known] + (told or known)
            continue
        records = _records(attribution, content, group)
        if (
            records[0].entity == teller.entity
            and content.speaker is not None
            and content.speaker.kind == NOUN
        ):
            # nobody calls himself "the minister": he tells of another one
            written = context.written(content.speaker)
            records = [
                replace(one, entity=written, confidence=min(one.confidence, _ALONE)) for one in records
            ]
        if records[0].entity != teller.entity:
            if context.skeleton.lower[outer.ranges[0][0]] == "what" and teller in found:
                found.remove(teller)  # "recalled what Lund had said, that it rained" says no more than that
            group += 1
            found += [_told_by(one, teller) for one in records]
    found.sort(key=lambda one: (one.start, one.end))
    return found


def _is_term(context: ArticleAnalysis, one: QuoteSpan, at: int) -> bool:
    """Tell whether the quote at word `at` is a word that is told of: "a text in which the word “rate” does not occur"."""
    the, noun = context.skeleton.lower[max(0, at - 2) : at] if at > 1 else ("", "")
    named = the in ("the", "a") and noun in _WORDS and noun != "words"
    return named and one.kind == "mixed" and len(one.text.split()) <= _TERM


def _around_word(context: ArticleAnalysis, one: QuoteSpan, at: int) -> QuoteSpan:
    """Return the record of the quote at word `at` with all that is asked for, where that is about a word alone.

    "Urged her to leave the word “held” out" asks for the opposite of “held”. Of what was reported wrongly it is unsure.
    """
    skeleton = context.skeleton
    lower = skeleton.lower
    verb = bisect_left(skeleton.starts, one.cue_start)
    if is_retracted(skeleton, at) or (one.cue_start >= 0 and quotes_nobody(context, verb)):
        return replace(one, confidence=min(one.confidence, _ALONE))
    called = _calls_for(context, verb)
    wanted = one.polarity in _WANTED or called
    if one.kind != "mixed" or not 0 <= one.cue_start < one.start or not wanted or lower[at - 1] not in _WORDS:
        return one
    first = verb + 2 if called else verb + 1
    while not called and first < at and lower[first] not in ("to", "that"):
        first += 1
    last = max(clause_end(skeleton, first), at + 1) if first < at else at
    if first == at:
        return replace(one, confidence=min(one.confidence, _THOUGHT))
    start, end = skeleton.starts[first], skeleton.ends[last - 1]
    return replace(one, start=start, end=end, text=context.text[start:end])


def _told_by(one: QuoteSpan, teller: QuoteSpan) -> QuoteSpan:
    """Return what somebody is said to have said by `teller`, of whom it is no surer than of his own words."""
    chain = one.chain if teller.entity in one.chain else (*one.chain, teller.entity)
    chain = (*chain, *(name for name in teller.chain if name not in chain))
    return replace(one, chain=chain, confidence=round(one.confidence * teller.confidence, 2))


def _records(attribution: Attribution, content: Content, group: int) -> list[QuoteSpan]:
    """Return the records of one content, one for each of its parts."""
    context, resolver = attribution.context, attribution.resolver
    skeleton = context.skeleton
    passed_on = None
    if (told := told_before(context, content.verb, content.ranges[0][0])) >= 0:
        passed_on, content.verb = subject(context, content.verb), told
    speaker, sure, weighed = _speaker(context, content)
    if speaker is not None and context.is_paper(speaker):
        speaker = _doer(context, content) or speaker
    if speaker is not None and (within := told_within(context, content.ranges, speaker)) is not None:
        passed_on, (speaker, first) = speaker, within
        content.ranges = ((first, content.ranges[0][1]), *content.ranges[1:])
    if passed_on is None and speaker is not None and speaker.first < content.verb:
        passed_on = _cited(context, skeleton.sentences[skeleton.sentence[content.verb]][0], content)
    if speaker is not None and is_matter(context, speaker):
        speaker, sure = None, 0.0
    name, speakers, first, last, certain, behind = (
        voice(context, resolver, speaker) if speaker is not None else Voice("", (), -1, -1, 0.0)
    )
    others = resolver.alternatives(speaker, weighed, name) if speaker is not None else ()
    others = tuple(each for each in others if each not in speakers)
    role = resolver.role(speaker) if speaker is not None else ""
    stance = (
        content.stance
        or stance_at(skeleton, content.verb)
        or accusation(context, content.verb, content.ranges[0][0])
        or expression(context, content.verb, *content.ranges[0])
    )
    cue = (stance.first, stance.last) if stance else (content.verb, content.verb + 1)
    cue_text = " ".join(context.text[skeleton.starts[cue[0]] : skeleton.ends[cue[1] - 1]].split())
    start = skeleton.starts[first] if speaker is not None else -1
    end = skeleton.ends[last - 1] if speaker is not None else -1
    why = f"what '{cue_text}' reports" + (f"; {behind}" if behind else "")
    place = _place(context, content)
    chain = _chain(attribution, content, speaker, name, passed_on)
    figures = sure, 1 / (1 + exp(-content.margin))
    named = doubts(context, speaker, name, why, len(others)) if speaker is not None else []
    names: list[str] = []
    if content.speaker:
        content.ruled = round(figures[0] * figures[1] * certain, 2)
    elif speaker is not None:
        names = _features(context, place, content, speaker)
    title = confidence.RULED if content.speaker else "sure reported"
    surely = confidence.sureness(figures, names, certain, title, named)
    if is_only_opinion(context, content.verb) or is_hearsay(context, content.verb):
        surely = min(surely, _THOUGHT)
    found = []
    for first, last in content.ranges:
        begin, finish = skeleton.starts[first], skeleton.ends[last - 1]
        kind: Kind = "mixed" if shapes.QUOTE in skeleton.shape[first:last] else "indirect"
        found.append(
            QuoteSpan(
                start=begin,
                end=finish,
                text=context.text[begin:finish],
                kind=kind,
                group=group,
                speaker_text=context.text[start:end] if end > 0 else "",
                speaker_start=start,
                speaker_end=end,
                entity=name,
                cue_text=cue_text,
                cue_start=skeleton.starts[cue[0]],
                cue_end=skeleton.ends[cue[1] - 1],
                why=why,
                confidence=surely,
                candidates=others,
                chain=chain,
                role=role,
                polarity=stance.polarity if stance else "",
                speakers=speakers,
            )
        )
    return found


def _place(context: ArticleAnalysis, content: Content) -> QuoteContext:
    """Return where a content stands, at its verb."""
    first, last = context.skeleton.sentences[context.skeleton.sentence[content.verb]]
    words = sum(end - begin for begin, end in content.ranges)
    return QuoteContext(at=content.verb, first=first, last=last, words=words)


def _chain(
    attribution: Attribution, content: Content, speaker: Mention | None, name: str, passed_on: Mention | None
) -> tuple[str, ...]:
    """Return through whom the words of `speaker`, called `name`, came, nearest the speaker first."""
    context, resolver = attribution.context, attribution.resolver
    place = _place(context, content)
    chain = explanations.chain(context, place, speaker, name) if speaker is not None else ()
    # "Lund had demanded it, two aides said", "two aides said Lund had argued against it"
    outer = told_by(context, content.verb, *content.ranges[-1])
    if outer is None and speaker is not None:
        begin = content.ranges[0][0]
        outer = aside_between(context, min(speaker.last, begin), begin) or teller(
            context, replace(place, at=content.ranges[0][0]), speaker
        )
    if outer is not None and (told := resolver.resolve(outer)[0]) not in chain:
        chain = (told, *chain)
    last_hand = resolver.resolve(passed_on)[0] if passed_on is not None else ""
    through = (*chain, giver(attribution, content.verb, name), last_hand)
    return tuple(dict.fromkeys(each for each in through if each not in ("", name)))


def _doer(context: ArticleAnalysis, content: Content) -> Mention | None:
    """Return of whom a paper says what they did: Lund in "Lund “stressed the need for talks”, according to the readout"."""
    first, last = content.ranges[0]
    number = bisect_left(context.skeleton.quotes, first)
    if number == len(context.skeleton.quotes) or context.skeleton.quotes[number] >= last:
        return None
    found = doer(context, context.skeleton.quotes[number], number)
    return found if found is not None and found.first == first else None


def _features(context: ArticleAnalysis, place: QuoteContext, content: Content, speaker: Mention) -> list[str]:
    """Return what makes it less or more sure that a content is that of a speaker."""
    names = confidence.circumstances(context, place, speaker, content.verb)
    if content.ranges[0][0] < content.verb:
        names.append("content first")
    if speaker is not subject(context, content.verb):
        names.append("no subject")
    if content.stance is not None:
        names.append("stance")
    if any(shapes.CUE in context.skeleton.shape[first:last] for first, last in content.ranges):
        names.append("another cue within")
    return names


def _cited(context: ArticleAnalysis, first: int, content: Content) -> Mention | None:
    """Return whom a paper cites for what it says, Lund in "Citing Lund, the daily wrote …"; None where it cites nobody."""
    skeleton = context.skeleton
    lower, shape = skeleton.lower, skeleton.shape
    verb, begin = content.verb, content.ranges[0][0]
    last = max(verb, begin)  # "the daily reported, citing Lund, that …"
    # "…, the daily reported on Friday, citing Lund."
    ends = begin < verb and CUES.get(lower[verb]) in _PASSING_ON
    if ends:
        first, last = verb, skeleton.sentences[skeleton.sentence[verb]][1]
    at = next((word for word in range(first, last) if lower[word] in _CITING), last)
    named = [one for one in context.mentions_between(at + 1, min(at + 3, last)) if not one.owner]
    close = last - 1 if ends else shape.find(",", at, last)
    whole = named and close > 0 and not set(shape[named[0].last : close]) & shapes.CLAUSE
    return named[0] if whole and not context.is_paper(named[0]) and not _is_thing(context, named[0]) else None


def _speaks_itself(context: ArticleAnalysis, citer: Mention | None) -> bool:
    """Tell whether who cites another is surely no outlet, and answers for the words: "the police, citing Lund, said"."""
    if citer is None:
        return False
    words = context.skeleton.lower[citer.first : citer.last]
    if not explanations.MEDIA.isdisjoint(words) or "agency" in words:
        return False
    if citer.kind == NAME:
        return context.entities[citer.entity].body is not None or context.is_human(citer)
    noun = singular(context.skeleton.lower[citer.head])
    return noun in BODY_NOUNS or noun in PEOPLE


def _is_thing(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is a noun for what nobody is: "documents"."""
    word = context.skeleton.lower[mention.head]
    return mention.kind == NOUN and singular(word) in _THINGS


def _is_anothers(context: ArticleAnalysis, verb: int, likeliest: Mention) -> bool:
    """Tell whether a verb is surely of somebody who is none of those named: "State television said", "advocates say"."""
    skeleton = context.skeleton
    if skeleton.lower[verb] == "according":
        return False
    if skeleton.sentence[likeliest.first] != skeleton.sentence[verb]:
        return True
    at = verb - 1
    while at > 0 and skeleton.shape[at] in shapes.PREVERB:
        at -= 1
    counted = skeleton.lower[at] in ("percent", "%") or skeleton.shape[at] == shapes.NUMBER
    unnamed = skeleton.shape[at] in _NOUNS_UNNAMED and likeliest.last != at + 1
    if skeleton.lower[at] in ("neither", "either", "both"):
        return False
    if likeliest.last == at and skeleton.lower[at] in OUTLETS and skeleton.shape[at - 1] == shapes.NAME:
        return False  # "Al-Masirah television said"
    while at > 0 and skeleton.shape[at] in shapes.NOUN_PHRASE:
        at -= 1
    # not "sheriffs in bordering states"
    return counted or (unnamed and skeleton.shape[at] != shapes.CONNECTIVE)


def _speaker(context: ArticleAnalysis, content: Content) -> tuple[Mention | None, float, list[Mention]]:
    """Return whose words a content is, who is subject of its verb; how sure; and who else it may be."""
    skeleton = context.skeleton
    verb = content.verb
    first, last = skeleton.sentences[skeleton.sentence[verb]]
    if content.speaker is not None:
        return _cited(context, first, content) or content.speaker, _LED, []
    if is_impersonal(skeleton, verb):
        return None, 0.0, []
    behind = content.ranges[0][0] > verb
    at = min(verb + 1, last - 1) if behind else min(content.ranges[0][1], verb) - 1
    lead, tail = lead_and_tail(skeleton.shape, at, first, last)
    place = QuoteContext(
        at=at, first=first, last=last, words=12, lead=lead, tail=tail,
        kind="end" if behind else "start", end="w" if behind else ",",
    )  # fmt: skip
    ranked, _ = rank(context, place, weights.load()["speaker"])
    inside = {word for part in content.ranges for word in range(*part)}
    allowed = [pair for pair in ranked if pair[1].first not in inside]
    allowed = [pair for pair in allowed if first <= pair[1].first < last] or allowed
    # not an aide of "the minister, to whom both wrote, said through an aide that"
    allowed = [pair for pair in allowed if skeleton.word_before(pair[1].first) != "through"] or allowed
    addressed = CUES.get(skeleton.lower[verb]) in ADDRESSING or skeleton.lower[content.ranges[0][0]] == "to"
    # not Oslo of "urged Oslo to wait", "told Oslo that it rained", but of "Told by Oslo that it rained, Riga waited"
    if behind and addressed and skeleton.lower[verb + 1] != "by":
        agent = agent_of(context, verb)  # but Oslo of "was urged on Monday by Oslo to wait"
        allowed = [
            pair for pair in allowed if pair[1] is agent or not verb < pair[1].first < content.ranges[0][0]
        ] or allowed
    accuser = agent_of(context, verb) if behind and CUES.get(skeleton.lower[verb]) in _CHARGING else None
    # nobody accuses himself: "Lund, a cook, is accused by critics of lying"
    allowed = [pair for pair in allowed if pair[1] is accuser or pair[1].first > verb] if accuser else allowed
    unnamed = skeleton.lower[verb] == "according" and subject(context, verb) is None
    if unnamed and skeleton.lower[verb + 2 : verb + 3] not in (["him"], ["her"], ["them"]):
        allowed = []  # to "public records" is to nobody who is named
    own, lower = subject(context, verb), skeleton.lower
    if not allowed or (
        own is None and _is_anothers(context, verb, max(allowed, key=lambda pair: pair[0])[1])
    ):
        return None, 0.0, []
    saying = lower[verb - 1 : verb + 1] == ["as", "saying"]
    told_on = head_of(context, own) if own is not None and saying else None  # "was quoted as saying"
    cited = told_on or (None if _speaks_itself(context, own) else _cited(context, first, content))
    if cited is not None:
        return cited, _OWN, [mention for _, mention in allowed[:7] if mention is not cited]
    # who the verb belongs to by the build of the sentence weighs more than what is usual
    shape = skeleton.shape
    # also that of "Lund wept; her aide did not, saying that"
    apart = shapes.PREVERB + (shapes.PAST + "," if lower[verb].endswith("ing") else "")
    begin = cue_start(skeleton, verb)
    beside = own is not None and own.last <= verb and not shape[own.last : begin].strip(apart)
    weight = _BESIDE if beside else _OWN
    allowed = [(share + (weight if mention is own else 0), mention) for share, mention in allowed]
    allowed.sort(key=lambda pair: -pair[0])
    whole = sum(share for share, _ in allowed)
    allowed = [(share / whole, mention) for share, mention in allowed]
    return allowed[0][1], allowed[0][0], [mention for share, mention in allowed[1:8] if share > 0.01]
