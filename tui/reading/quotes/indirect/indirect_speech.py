"""Reported speech: what was said, without marks or only partly in them.

For every verb of saying, and for "according to", the words that may be its content are listed: what
follows it, what stands before it, or both, with several places to begin and to end. Learned weights
choose among them, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tui.reading.quotes.cues.cue_subjects import subject
from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.indirect.verb_complements import JUDGING
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NOUN, PRONOUN
from tui.reading.quotes.weights import total
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.shapes import fold_shape
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import singular, sort_of, word_set

_SENTENCE_END = shapes.BREAK + "."
_MARKS = shapes.QUOTE + ",.:;-()"
# What is named by its word, not its class, before a verb
_SPELLED_BEFORE = shapes.AUXILIARY + shapes.CONNECTIVE + shapes.DETERMINER + shapes.OTHER_PRONOUN
_SPELLED_AFTER = shapes.CONNECTIVE + shapes.RELATIVE + shapes.OTHER_PRONOUN  # and after it
# and where a content begins
_SPELLED = _SPELLED_AFTER + shapes.AUXILIARY + shapes.DETERMINER + shapes.PRONOUN
_SKIPPED = shapes.ADVERBIAL + shapes.OTHER_PRONOUN + ",:"  # stands between a verb and what it reports
_STATEMENT_END = shapes.QUOTE + ".;"
_LISTENER_BEGIN = shapes.HEAD + shapes.DETERMINER + shapes.ADJECTIVE  # one who is told: "the paper"
_LISTENER = shapes.DETERMINER + shapes.ADJECTIVE + shapes.HEAD + shapes.POSSESSIVE + shapes.NUMBER
_TELLER = shapes.PRONOUN + shapes.NOUN_PHRASE + shapes.CUE
_SUBJECT = frozenset(shapes.HEAD + shapes.PRONOUN + shapes.DETERMINER)
_CLAUSE_ENDS = word_set(
    "but and while though although after when as before because since if amid during following or"
)
# Verbs that the examples hold too few of, by the one of those they do hold that takes what they take.
_WEIGHED_AS = {
    **dict.fromkeys(("stress", "underline", "underscore", "reiterate", "affirm", "reaffirm"), "emphasize"),
    **dict.fromkeys(("concede", "confess"), "acknowledge"),
}
_OPENERS = word_set("asked pressed questioned speaking addressing")
_CLAUSE = frozenset(shapes.VERB + shapes.QUOTE)
_MOST_ENDS = 9
_JOINED = re.compile(f"[,;]?{shapes.CONNECTIVE}?{shapes.ADVERB}*{shapes.CUE}")  # ", and later added"
# A comma may stand within the marks: "that it was “odd,” she said"
_END = re.compile(f"[,;:({shapes.CONNECTIVE}-]|(?<={shapes.QUOTE})[{shapes.PRONOUN}{shapes.NOUN_PHRASE}]")
# "According to Lund, the mayor, the dam is safe"
_BESIDE = re.compile(
    f"(?<=N),D[F{shapes.NOMINAL}]*[HA][F{shapes.NOMINAL}]*,(?=[P{shapes.NOUN_PHRASE}]+R?[{shapes.VERB}])"
)


@dataclass(slots=True)
class Option:
    """A possible content of the verb at word `verb`: one or two ranges of words, and its features.

    `led` are those that all with the same beginning share, before its `own`.
    """

    verb: int
    ranges: tuple[tuple[int, int], ...]
    own: list[str]
    led: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """All its features, in the order in which their weights are summed."""
        return [*self.led, *self.own]


def options(context: ArticleAnalysis, verb: int) -> list[Option]:
    """Return the possible contents of the verb of saying at word `verb`; the first one is none."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    first, last = skeleton.sentences[skeleton.sentence[verb]]
    while last > first and shape[last - 1] in _SENTENCE_END:
        last -= 1
    last = _before_teller(context, verb, last)
    cue = CUES[lower[verb]]
    cue = _WEIGHED_AS.get(cue, cue)
    found = [Option(verb, (), _general(skeleton, verb, first, last, cue) + _subject(context, verb, cue))]
    if cue == "accord":
        to = lower[verb + 1 : verb + 2] == ["to"] and lower[verb + 2 : verb + 3] != ["whom"]
        return found + (_according(skeleton, verb, first, last) if to else [])
    found += _after(skeleton, verb, last, cue)
    if cue in JUDGING and lower[verb + 1 : verb + 2] in (["it"], ["this"], ["them"]):
        return found  # "Lund said it rained, Roth denied it"
    before = _before(skeleton, verb, first, last, cue)
    return found + [one for one in before if not _names_speaker(context, verb, *one.ranges[0])]


def _before_teller(context: ArticleAnalysis, verb: int, last: int) -> int:
    """Return where the words of a verb end before who passes them on: "told her that it was “odd,” | an aide said"."""
    skeleton = context.skeleton
    quote = skeleton.shape.rfind(shapes.QUOTE, verb + 1, last)
    if quote < 0 or context.text[skeleton.ends[quote] - 2] != ",":
        return last
    behind = skeleton.shape[quote + 1 : last]
    begun = behind[:1] != "" and behind[0] in _TELLER and "," not in behind
    told = behind.count(shapes.CUE) == 1 and not shapes.FINITES.intersection(
        behind.replace(shapes.CUE, "", 1)
    )
    return quote + 1 if begun and told else last


def _names_speaker(context: ArticleAnalysis, verb: int, first: int, last: int) -> bool:
    """Tell whether words before a verb only tell who its subject is: "The head, Ida Lund, said in Riga that"."""
    who = subject(context, verb)
    return who is not None and who.first < last and _CLAUSE.isdisjoint(context.skeleton.shape[first:last])


def _subject(context: ArticleAnalysis, verb: int, cue: str) -> list[str]:
    """Return features of reporting nothing: whose verb it is, a person's, a paper's, nobody's to be seen."""
    mention = subject(context, verb)
    if mention is None:
        return ["none subject none", f"none subject none {cue}"]
    lower = context.skeleton.lower
    sort = mention.kind
    if mention.kind == PRONOUN:
        sort = lower[mention.first]
    elif mention.kind == NOUN:
        head = singular(lower[mention.head])
        sort = sort_of(head, "noun")
    side = mention.first > verb
    first = context.skeleton.sentences[context.skeleton.sentence[verb]][0]
    return [
        f"none subject {sort}", f"none subject {sort} {cue in CLAUSAL} {side}",
        f"none subject {sort} {_form(lower[verb])} {min(abs(verb - mention.last) // 2, 3)}",
        f"none subject begins {mention.first == first} {cue in CLAUSAL}",
    ]  # fmt: skip


def _following(skeleton: TokenizedArticle, at: int, number: int) -> str:
    """Return the classes of some words from word `at` on, none beyond its sentence: the next one says nothing of it."""
    last = skeleton.sentences[skeleton.sentence[at - 1]][1]
    return fold_shape(skeleton.shape[at : min(at + number, last)])


def _after(skeleton: TokenizedArticle, verb: int, last: int, cue: str) -> Iterator[Option]:
    """Yield the contents that begin and end at likely places behind a verb."""
    shape, lower = skeleton.shape, skeleton.lower
    form, clausal = _form(lower[verb]), cue in CLAUSAL
    after, formed = f"after {cue}", f"form {form}"
    helped = lower[verb - 1] if verb and shape[verb - 1] == shapes.AUXILIARY else ""
    ends = []
    for end, why in _ends(skeleton, verb, last):
        joint = lower[end] if end < len(lower) and shape[end] == shapes.CONNECTIVE else ""
        tail = f"tail {_following(skeleton, end, 3)}", f"tail2 {joint}", f"last {shape[end - 1]}"
        behind = f"behind {why} {_following(skeleton, end + 1, 2) if end < last else ''}"
        # "said it rained, adding that …": what the sentence says further has a verb of its own
        further = shape.find(shapes.CUE, end, last) >= 0
        joined = f"further {why} {further}", f"joined {why} {_JOINED.match(shape, end) is not None}"
        ends.append((end, f"end {why}", tail, behind, joined))
    for start, how in _starts(skeleton, verb, last):
        word = lower[start] if shape[start] in _SPELLED else shape[start]
        led = (
            after, f"{after} {how}", f"start {how}", f"starts {fold_shape(shape[start : start + 2])}",
            f"helped {helped} {how}", f"first {word} {clausal}", f"first {cue} {word}",
        )  # fmt: skip
        skipped, ruled = f"skipped {fold_shape(shape[verb + 1 : start])}", f"start {how} {clausal}"
        formstart = f"formstart {form} {how}"
        for end, why, tail, behind, joined in ends:
            body = shape[start:end]
            if end <= start or not body.strip(_MARKS):
                continue
            names = [
                why, f"size {min((end - start) // 4, 6)}", ruled,
                *_body(body, "after", clausal), *tail, skipped, formed, behind, *joined, formstart,
            ]  # fmt: skip
            yield Option(verb, ((start, end),), names, led)


@lru_cache(maxsize=1 << 12)
def _form(word: str) -> str:
    if word.endswith("ing"):
        return "ing"
    return "s" if word.endswith("s") else "ed"


def _general(skeleton: TokenizedArticle, verb: int, first: int, last: int, cue: str) -> list[str]:
    """Return features of reporting nothing: what verb it is, and what stands around it."""
    shape, lower = skeleton.shape, skeleton.lower
    form = _form(lower[verb])
    before = (
        lower[verb - 1] if verb > first and shape[verb - 1] in _SPELLED_BEFORE else shape[verb - 1 : verb]
    )
    return [
        "none bias", f"none cue {cue}", f"none form {form}", f"none cueform {cue} {form}",
        f"none before {before}", f"none next {_following(skeleton, verb + 1, 2)}",
        f"none beforeclass {fold_shape(shape[max(first, verb - 2) : verb])}",
        f"none nextword {lower[verb + 1] if verb + 1 < last and shape[verb + 1] in _SPELLED_AFTER else ''}",
        f"none clausal {cue in CLAUSAL}", f"none that {'that' in lower[verb + 1 : min(last, verb + 10)]}",
        f"none quotes {min(shape.count(shapes.QUOTE, first, last), 2)}", f"none left {min((last - verb) // 3, 4)}",
        f"none begin {verb == first}",
    ]  # fmt: skip


def _body(body: str, side: str, clausal: bool) -> tuple[str, ...]:
    verbs = body.count(shapes.AUXILIARY) + body.count(shapes.PAST) + body.count(shapes.CUE)
    return _counted(side, clausal, verbs, body.count(shapes.QUOTE), body.count(","))


@lru_cache(maxsize=1 << 12)
def _counted(side: str, clausal: bool, verbs: int, quotes: int, commas: int) -> tuple[str, ...]:
    return (
        f"{side} verbs {min(verbs, 2)}", f"{side} quotes {min(quotes, 2)}",
        f"{side} clausal {clausal} {verbs > 0}", f"{side} commas {min(commas, 3)}",
    )  # fmt: skip


def _starts(skeleton: TokenizedArticle, verb: int, last: int) -> list[tuple[int, str]]:
    """Return where the content after a verb may begin, with a name for each place."""
    shape, lower = skeleton.shape, skeleton.lower
    found = [(verb + 1, "next")]
    at = verb + 1
    while at < last and (shape[at] in _SKIPPED or shape[at : at + 2] == shapes.ON_DAY):
        at += 1
    if at > verb + 1:
        found.append((at, "skip"))
    if at < last and shape[at] == shapes.CONNECTIVE:
        found.append((at + 1, "prep " + lower[at]))
    for ahead in range(verb + 1, min(last, verb + 16)):
        if lower[ahead] == "that":
            found.append((ahead, "that"))
            break
        if shape[ahead] == shapes.RELATIVE or lower[ahead] in ("if", "whether"):
            found.append((ahead, "wh"))
            break
        if lower[ahead] == "to" and ahead > verb + 1:
            found.append((ahead, "to"))
        if shape[ahead] in _STATEMENT_END:
            break
    if at < last and shape[at] in _LISTENER_BEGIN:
        # "told the paper he would go": after the one who is told
        while at < last and shape[at] in _LISTENER:
            at += 1
        if at < last and at > verb + 1:
            found.append((at, "object"))
    seen: set[int] = set()
    return [pair for pair in found if pair[0] < last and not (pair[0] in seen or seen.add(pair[0]))]  # type: ignore[func-returns-value]


def _ends(skeleton: TokenizedArticle, verb: int, last: int) -> list[tuple[int, str]]:
    """Return where the content after a verb may end, with a name for each place."""
    shape, lower = skeleton.shape, skeleton.lower
    found = [(last, "sentence")]
    for match in _END.finditer(shape, verb + 2, min(last, verb + 70)):
        at, letter = match.start(), match[0]
        if letter != shapes.CONNECTIVE:
            found.append((at, letter if letter in _MARKS else shapes.QUOTE))
        elif lower[at] in _CLAUSE_ENDS and shape[at - 1] != ",":
            found.append((at, lower[at]))
    return found[:_MOST_ENDS]


def _before(skeleton: TokenizedArticle, verb: int, first: int, last: int, cue: str) -> list[Option]:
    """Return the contents that stand before "…, she said" and around ", she said, …"."""
    shape, lower = skeleton.shape, skeleton.lower
    comma = -1
    for at in range(verb - 1, max(first, verb - 40), -1):
        if shape[at] == "," or (shape[at] == shapes.QUOTE and shape[at + 1 : at + 2] != ","):
            comma = at if shape[at] == "," else at + 1
            between = shape[comma + 1 : verb] if shape[at] == "," else shape[comma:verb]
            if not _SUBJECT.isdisjoint(between) or not between.strip(shapes.PREVERB):
                break
    first = max(first, shape.rfind(":", first, comma) + 1)  # "Oslo did: it was ready, Lund said"
    if comma <= first + 1:
        return []
    between = shape[comma:verb].lstrip(",")
    subject = fold_shape(between)
    following = _following(skeleton, verb + 1, 2)
    found = []
    for begin, how in _begins(skeleton, first, comma):
        body = shape[begin:comma]
        if not body.strip(_MARKS):
            continue
        names = [
            f"before {cue}", f"before subject {subject}", f"before after {following}", f"before begin {how}",
            f"before size {min((comma - begin) // 3, 5)}", *_body(body, "before", cue in CLAUSAL),
            f"before form {_form(lower[verb])}", f"before rest {min(last - verb, 3)} {subject[:2]}",
        ]  # fmt: skip
        found.append(Option(verb, ((begin, comma),), names))
        if shape[verb + 1 : verb + 2] == "," and verb + 3 < last:
            found.append(
                Option(verb, ((begin, comma), (verb + 2, last)), ["both", *names, f"both {cue in CLAUSAL}"])
            )
    return found


def _begins(skeleton: TokenizedArticle, first: int, comma: int) -> list[tuple[int, str]]:
    """Return where a content before the comma at word `comma` may begin, with a name for each place."""
    shape, lower = skeleton.shape, skeleton.lower
    # not with "Asked about the dam, she said …"
    found = [(first, "sentence")] if lower[first] not in _OPENERS else []
    for at in range(first, min(comma, first + 30)):
        if shape[at] in ",;-" and at + 1 < comma:
            found.append((at + 1, shape[at]))
        if len(found) > 3:
            break
    if shape[first] == shapes.CONNECTIVE and lower[first] in ("but", "and"):
        found.append((first + 1, "but"))
    return found


def _according(skeleton: TokenizedArticle, verb: int, first: int, last: int) -> list[Option]:
    """Return the contents beside "according to"."""
    shape, found = skeleton.shape, []
    first = max(first, shape.rfind(":", first, verb) + 1)  # "Oslo's did: according to the palace, …"
    # "She wept; what he had done, according to the palace, was odd"
    apart = shape.rfind(";", first, verb) + 1
    first = apart if apart and shapes.FINITES.intersection(shape[apart:verb]) else first
    if verb - first <= 3:
        begun = verb
        for at in range(verb + 3, min(last, verb + 30)):
            if beside := _BESIDE.match(shape, at):
                begun = beside.end() - 1
            elif shape[at] == "," and at + 1 < last and shape[at + 1] != shapes.RELATIVE:
                names = [
                    f"acc after {at - verb < 8}",
                    f"acc next {fold_shape(shape[at + 1 : at + 3])}",
                    f"acc commas {shape.count(',', begun, at)}",
                ]
                found.append(Option(verb, ((at + 1, last),), names))
    else:
        end = verb - 1 if shape[verb - 1] in ",-" else verb
        for begin, how in _openings(skeleton, first, end):
            if shape[begin:end].strip(_MARKS):
                names = [
                    f"acc before {how}",
                    f"acc size {min((end - begin) // 4, 5)}",
                    f"acc comma {shape[verb - 1]}",
                ]
                found.append(Option(verb, ((begin, end),), names))
    return found


def _openings(skeleton: TokenizedArticle, first: int, end: int) -> list[tuple[int, str]]:
    shape, lower = skeleton.shape, skeleton.lower
    found = [(first, "sentence")]
    for at in range(first + 1, min(end, first + 60)):
        if shape[at] in ",;-" and at + 1 < end:
            found.append((at + 1, shape[at]))
        elif shape[at] == shapes.CONNECTIVE and lower[at] in ("but", "and", "while", "as"):
            found.append((at + 1, lower[at]))
        if len(found) > 6:
            break
    return found


def choose(found: list[Option], weights: Mapping[str, float]) -> tuple[Option, float]:
    """Return the likeliest content, and by how much it is likelier than none."""
    if len(found) < 2:
        return found[0], 0.0
    scored: list[float] = []
    led, before = found[0].led, total(weights, found[0].led)
    for option in found:
        if option.led is not led:
            led, before = option.led, total(weights, option.led)
        scored.append(total(weights, option.own, before))
    best = scored.index(max(scored[1:]), 1)
    return found[best], scored[best] - scored[0]
