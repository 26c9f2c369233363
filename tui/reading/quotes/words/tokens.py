"""An article as a row of words, with each quoted stretch standing in it as one word.

What is written around quotes has a small grammar. To see it, the words outside the marks are put
into classes of one letter (see `shapes`), and a stretch is one letter too: `"No," he said.` is `QPV.`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import compress, count

from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import ALSO_NOUNS
from tui.reading.quotes.words.doubtful_words import (
    SENDERS,
    STATIONS,
    TELLING,
    is_first_name,
    is_member,
    is_no_name,
    is_object,
    is_surname,
    says,
)
from tui.reading.quotes.words.offices_table import COUNTRIES, MATTERS
from tui.reading.quotes.words.phrase_verbs import (
    BEFORE_NAMES,
    LEADING,
    PHRASES,
    join_phrase,
    joins_names,
    opener,
    qualifies,
    thing,
)
from tui.reading.quotes.words.quotation_marks import QuotedSpan, between
from tui.reading.quotes.words.word_classes import ABBREVIATIONS, CLASSES, SINGULAR

_BEFORE_IS = shapes.PRONOUN + shapes.RELATIVE + shapes.AUXILIARY  # makes a following 's an "is": "who's"
# tells that a sentence begins with a name
_AFTER_NAME = shapes.NAME + shapes.CUE + shapes.PAST + shapes.POSSESSIVE + ","
# Is a name where it has a capital: "the Chief said"
_NAME_IF_CAPITAL = (
    shapes.PARTICIPLE + shapes.NOUN + shapes.ADJECTIVE + shapes.CUE + shapes.ADVERB + shapes.OTHER
)
# Stays what it is, unless in capitals throughout
_SMALL_WORD = (
    shapes.DETERMINER + shapes.CONNECTIVE + shapes.AUXILIARY + shapes.RELATIVE + shapes.OTHER_PRONOUN
)
# A full stop without a space behind it: "was late.The mayor", but not "Prof.Lund", "example.com" or "Caliber.Az"
_UNSPACED = (
    r"(?!(?:(?<=[a-z]{4})|(?<=\s[a-z]{3})|(?<=\s[a-z]{2}))"
    r"\.(?!(?:Com|Org|Net|Edu|Gov|Info|Az|Am|Ge|Ru|Ua|Eu|Uk|Co|Io|Tv)\b)[A-Z][a-z ])"
)
_PARTY_MEMBERS = ("Democrat", "Republican")
_SPEAKERS = frozenset(("command", "advocate", "advocates"))  # and verbs
_CAPTION, _CAPTIONED = ("caption", "copyright"), ("Image", "Media")
_HEADLINED = frozenset(("SAYS", "SAID", "TELLS", "WARNS"))  # of a headline in capitals, and no names
_HOURS = ("a.m.", "p.m.")
_TOKEN = re.compile(
    # with the space before a word, at which every way would else be tried in vain
    r" ?("
    r"[A-Za-z]+(?=[ ,\n])"  # most are a plain word, which no other way reads otherwise: tried first, for speed
    r"|[,;:()\"“”]"  # stand for themselves: early, as they are many
    r"|\n+"
    rf"|(?:[a-z]+-)?(?:{'|'.join(ABBREVIATIONS)})\.(?=\s|['’]s\b)"  # also "then-Rep. Lund", "Lund Jr.’s"
    r"|(?<=\bon )X(?=\.)"  # where things are posted, and no initial
    r"|(?:[A-Z]\.)+(?:[A-Z](?![^\W_]))?"
    r"|[ap]\.m\."
    r"|['’](?:s|S|re|ve|ll|d|m)\b"
    r"|[@#]\w*[^\W_]"
    rf"|[^\W\d_][^\W_]*(?:(?:{_UNSPACED}[-&./](?=[^\W_])|['’](?!(?:s|S|re|ve|ll|d|m)\b)(?=[^\W_]))[^\W_]+)*"
    r"|(?:(?<![^\s(])\.)?\d+(?:[.,:]\d+)*(?:[^\W_]|-[^\W_]+)*"  # also "a .22 rifle"
    r"|[^\w\s]"
    r")"
)
_INITIAL = re.compile(r" [A-Z]\. [A-Z]")
_INITIALED = re.compile(r"\b\w*[A-Z]\w+ [A-Z]\. (?=[A-Z])")  # "Ida B. Lund", "the Varn X. Lund"
_PUNCTUATION = {
    **{mark: mark for mark in ",.:;()-"},
    **dict.fromkeys("!?…", "."),
    **dict.fromkeys("—–―", "-"),
    **dict.fromkeys("$£€%", shapes.NUMBER),
    **dict.fromkeys("’'", shapes.POSSESSIVE),
    "[": "(",
    "]": ")",
    "&": shapes.CONNECTIVE,
}
# "Saudi-led", "Kyiv-based"
_STATES_PARTICIPLES = tuple(
    f"-{word}"
    for word in "led backed based born installed aligned run controlled held occupied listed owned funded brokered"
    " mediated sponsored educated trained made appointed supported imposed".split()
)
_ADVERBS = ("ally", "tely", "cly", "ntly", "usly", "edly", "vely", "ingly")  # "Publicly, Lund …"
_SHORT = 6  # letters, of "Sally"
_TALKERS = shapes.PRONOUN + shapes.NAME + shapes.RELATIVE + shapes.PREVERB + ","
_ARTICLES = frozenset(("a", "an", "the", "my", "your", "no"))
_OWNERS = frozenset(("his", "her", "its", "their", "our"))
_ANSWERS = frozenset(("reply", "retort", "quip", "telling"))  # nouns behind them: "her reply was that"
_BEFORE_PLURAL = frozenset(
    "the these those his her their its our my some many several few both all same such"
    " two three four five six seven eight nine ten eleven twelve".split()
)
_NO_SUBJECT = shapes.POSSESSIVE + shapes.CUE
_ALSO_NOUNS = frozenset(("deputy", "chief", "general", "official", "executive", "veteran"))
_BEHIND = {
    "chief": ("of", "for", "in", "there", "here", "who"),
    "veteran": ("of",),
    "official": ("familiar", "close", "briefed", "with", "who", "at"),
}
_AFTER_NOUN = shapes.CUE + shapes.AUXILIARY + shapes.POSSESSIVE + ",.;"
_UNTOLD = shapes.OTHER + shapes.ADVERB
_ORDERING = frozenset(("last", "first", "next", "only", "then"))
# Of most small words and marks, which nothing around them makes another class of.
_SETTLED = frozenset(
    shapes.DETERMINER + shapes.PRONOUN + shapes.OTHER_PRONOUN + shapes.RELATIVE + shapes.CONNECTIVE
    + shapes.AUXILIARY + shapes.ADVERB + shapes.PARTICIPLE + shapes.TIME + shapes.NUMBER + shapes.NOUN + shapes.OTHER + ",;:"
)  # fmt: skip
_SMALL_BEGINNING = shapes.PRONOUN + shapes.DETERMINER
_NAME_PREFIXES = frozenset("al el ad an ar as ash at az ul ol ed es bin ibn abu".split())
# No sentence is longer: what is looked for in one is found in a time that does not grow with the text.
_LONGEST = 250
_IN_NAMES = frozenset(("&", "without", "against", "beyond"))  # "Doctors Without Borders"
# By what each is known where it is a verb of saying: "report" itself is looked up as a noun all over.
_NOUNS_ELSE = {**{word: word for word in ALSO_NOUNS}, "report": "reports"}
_UNSETTLED = MATTERS | _ORDERING | PHRASES | _IN_NAMES | STATIONS | _SPEAKERS | {"talks", "talk", *_HOURS}
_UNSETTLED |= _NOUNS_ELSE.keys()
_HOUSES = {"State": "House", "Government": "House", "No": "10"}  # which is in Downing Street
_OPENERS = frozenset(("Neither", "Either", "New", "Nothing", *LEADING))
_MONTH_OR_NAME = "May"
_ALSO_NAMES = frozenset(
    (
        "He",
        "She",
        "You",
        "Per",
        "Till",
        "Will",
        "Team",
        "Jan",
        "Sun",
        "Mar",
        "April",
        "June",
        "August",
        "Said",
    )
)
_N = shapes.NAME
_SELVES = frozenset(("himself", "herself", "itself", "themselves"))
_LONGER = frozenset(("longer",))
_STRESSED = shapes.HEAD + shapes.PRONOUN
_ENDS = frozenset(".?!…")
_NOWHERE, _EVERYWHERE, _WITHIN, _BEHIND_NO_ARTICLE = range(
    4
)  # within a sentence, whose first word has a capital
_Word = tuple[str, str, str, int]  # as written, in lower case, its class, and where that is settled
_STRETCH = ('"', '"', shapes.QUOTE, _NOWHERE)
_MOST = 1 << 15  # words, more than hundreds of articles have


@dataclass(slots=True, kw_only=True)
class TokenizedArticle:
    """Parallel lists, one entry a word: its `text`, `lower` case, `starts`, `ends`, sentence, paragraph.

    `shape` holds the classes as one string; `quotes[i]` is the place of the i-th stretch in it, and
    `sentences[s]` the range of words of sentence number `s`.
    """

    text: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    shape: str = ""
    quotes: list[int] = field(default_factory=list)
    stretch_at: dict[int, int] = field(default_factory=dict)
    sentence: list[int] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def word_before(self, at: int) -> str:
        """Return the word before another in lower case; "" for the first, whose neighbour is not the last of the text."""
        return self.lower[at - 1] if at else ""

    def article_first(self, at: int) -> int:
        """Return where a phrase begins whose first word but for "the" is word `at`."""
        return at - (self.word_before(at) == "the")

    def places(self, words: frozenset[str]) -> Iterator[int]:
        """Yield where one of some words in lower case stands; in C, as all words are looked at."""
        return compress(count(), map(words.__contains__, self.lower))


def read_skeleton(text: str, stretches: list[QuotedSpan]) -> TokenizedArticle:
    """Return the words of `text` outside `stretches`, classed, with a QUOTE for each stretch."""
    skeleton = TokenizedArticle()
    starts, ends = skeleton.starts, skeleton.ends
    words: list[_Word] = []
    models = _models(text)
    for number, (first, last) in enumerate(between(stretches, len(text))):
        found = [(match[1], match.start(1), match.end(1)) for match in _TOKEN.finditer(text, first, last)]
        found = [part for one in found for part in _parted(one, models)] if models else found
        words += [_CLASSED[word] for word, _, _ in found]
        starts += [start for _, start, _ in found]
        ends += [end for _, _, end in found]
        if number < len(stretches):
            stretch = stretches[number]
            skeleton.quotes.append(len(words))
            skeleton.stretch_at[len(words)] = number
            words.append(_STRETCH)
            starts.append(stretch.outer_start)
            ends.append(stretch.outer_end)
    skeleton.text = [word for word, _, _, _ in words]
    skeleton.lower = [low for _, low, _, _ in words]
    classes = [letter for _, _, letter, _ in words]
    _divide(text, skeleton, classes, [settled for _, _, _, settled in words], stretches)
    for at in skeleton.places(_SELVES):
        if 0 < at < len(classes) - 1 and classes[at - 1] in _STRESSED and classes[at + 1] in shapes.PREDICATE:
            classes[at] = shapes.ADVERB  # "the mayor herself said"
    for at in skeleton.places(_LONGER):
        if at and skeleton.lower[at - 1] == "no":
            classes[at - 1] = classes[at] = shapes.ADVERB  # "no longer denied"
    skeleton.shape = "".join(classes)
    return skeleton


def _models(text: str) -> set[int]:
    """Return where a letter is no initial, but the end of what is written without a full stop too: "the Varn X. Lund"."""
    if not _INITIAL.search(text):  # which is soon seen
        return set()
    found = {match.end() - 2: match[0][:-2] for match in _INITIALED.finditer(text)}
    names = {*found.values()}
    known = {name for name in names if re.search(rf"\b{re.escape(name)}(?: [a-z]|[,;:)])", text)}
    return {at for at, name in found.items() if name in known}


def _parted(word: tuple[str, int, int], models: set[int]) -> list[tuple[str, int, int]]:
    """Return a word, or its letter and its full stop where that ends a sentence."""
    text, start, end = word
    return [(text[:-1], start, end - 1), (text[-1:], end - 1, end)] if end - 1 in models else [word]


class _Words(dict[str, _Word]):
    """Words with what they are by themselves: the same stand in one article after the other, and are held once."""

    def __missing__(self, word: str) -> _Word:
        if len(self) >= _MOST:
            self.clear()
        low = word.lower()
        letter = CLASSES.get(low) or _class_of(word, low)
        found = self[word] = word, low, letter, _settled(word, low, letter)
        return found


_CLASSED = _Words()


def _settled(word: str, low: str, letter: str) -> int:
    """Return where nothing around a word makes another class of it: everywhere, or not where the names below say."""
    if low in _UNSETTLED or low in _ANSWERS or word == "PM":
        return _NOWHERE
    if letter == shapes.CUE:
        return _BEHIND_NO_ARTICLE if word == low and low[-1] != "s" else _NOWHERE
    if word == low:
        return _EVERYWHERE if letter in _SETTLED else _NOWHERE
    return _WITHIN if letter == shapes.NAME else _NOWHERE


def _class_of(word: str, low: str) -> str:
    first = word[word[0] == "." and len(word) > 1]
    if first == "\n":
        return shapes.BREAK
    if not first.isalnum():
        if len(low) > 1 and first in "'’":
            return shapes.POSSESSIVE if low[1:] == "s" else shapes.AUXILIARY
        return _PUNCTUATION.get(first, shapes.NAME if first in "@#" and len(word) > 1 else "-")
    if first.isdigit():
        return shapes.NUMBER
    if first.isupper():
        return shapes.ADJECTIVE if "-" in low and low.endswith(_STATES_PARTICIPLES) else shapes.NAME
    if word[1:2] in ("'", "’") and first in "dl" and word[2:3].isupper():
        return shapes.NAME  # "Maria d'Alva"
    if "-" in word and word.partition("-")[0] in _NAME_PREFIXES and word.partition("-")[2][:1].isupper():
        return shapes.NAME  # "al-Hariri"
    if low.endswith("ly"):
        return shapes.ADVERB
    if low.endswith("ed"):
        return shapes.PAST
    if low.endswith("ing"):
        return shapes.ING
    if "-" in low and CLASSES.get(low.rpartition("-")[2]) == shapes.NOUN:
        return shapes.NOUN
    return shapes.OTHER


def _divide(
    text: str, skeleton: TokenizedArticle, classes: list[str], settled: list[int], stretches: list[QuotedSpan]
) -> None:
    """Number sentences and paragraphs, and settle which capitals belong to names; for `settled` see `_settled`."""
    words, lower = skeleton.text, skeleton.lower
    breaks: list[int] = []  # as they are met: "\n& Co" makes a name of one
    first = 0
    size = len(words)
    fresh = True  # at a sentence's first word, where a capital says little
    for at, where in enumerate(settled):
        if (
            where
            and (where == _EVERYWHERE or (not fresh if where == _WITHIN else lower[at - 1] not in _ARTICLES))
            and at - first <= _LONGEST
        ):
            fresh = False
            continue
        letter, word, low = classes[at], words[at], lower[at]
        if letter == shapes.BREAK:
            if at > first:
                skeleton.sentences.append((first, at))
            skeleton.sentences.append((at, at + 1))
            breaks.append(at)
            first = at + 1
            fresh = True
            continue
        owned = at > 0 and (lower[at - 1] in _OWNERS or classes[at - 1] == shapes.POSSESSIVE)
        answer = owned and low in _ANSWERS and (low != "telling" or words[at + 1 : at + 2] in ([","], ["."]))
        article = at > 0 and lower[at - 1] in _ARTICLES and low not in SINGULAR
        if letter == shapes.CUE and (article or answer):
            classes[at] = letter = thing(lower[at])
        if lower[at] in ("talks", "talk") and at and classes[at - 1] not in _TALKERS:
            classes[at] = letter = shapes.OTHER  # "peace talks"
        if word == "PM" and (not at or classes[at - 1] != shapes.NUMBER):
            classes[at] = letter = shapes.NOUN  # "the British PM"
        elif low in STATIONS and at and lower[at - 1] in SENDERS:
            classes[at - 1], classes[at] = shapes.ADJECTIVE, shapes.NOUN  # "Iranian state TV"
            letter = shapes.NOUN
        elif word in _PARTY_MEMBERS and is_member(classes, at):
            pass  # "the panel's top Democrat, Ida Lund,"
        elif letter != shapes.NAME and words[at][0].isupper() and not fresh and word not in _HEADLINED:
            classes[at] = letter = _inside(words[at], lower[at], letter)
        if low in _IN_NAMES and joins_names(words, at):
            classes[at - 1] = classes[at] = letter = shapes.NAME
        if low in PHRASES:
            join_phrase(lower, classes, at, first)
            letter = classes[at]
            settled[at + 1 : at + 3] = [_NOWHERE] * len(settled[at + 1 : at + 3])  # of another class now
        if word in _HOUSES and words[at + 1 : at + 2] == [_HOUSES[word]]:
            classes[at] = letter = shapes.NAME  # "State House said"
        if fresh and word in BEFORE_NAMES and classes[at + 1 : at + 2] == [_N]:
            classes[at] = letter = BEFORE_NAMES[word]
        if fresh and word in _OPENERS:
            classes[at] = letter = opener(word, letter, lower[at + 1 : at + 2])
        if word == "WHO" and not "".join(words[max(0, at - 1) : at + 2]).isupper():
            classes[at] = letter = shapes.NAME  # the World Health Organization
            lower[at] = "who."
        if word in _ALSO_NAMES and is_first_name(words, classes, at, fresh=fresh):
            classes[at] = letter = shapes.NAME  # "Vice Premier He Lifen"
        if word == _MONTH_OR_NAME and is_surname(words, lower, classes, at):
            classes[at] = letter = shapes.NAME
        if (
            letter == shapes.CUE
            and low.endswith("s")
            and at > first
            and (
                lower[at - 1] in _BEFORE_PLURAL
                or classes[at - 1] in _NO_SUBJECT
                or is_object(classes, lower, at)
            )
        ):
            classes[at] = letter = shapes.OTHER  # "the talks", "the article's claims", "denied reports"
        if at == first + 1 and low in TELLING and classes[at + 1 : at + 2] == [shapes.CUE]:
            classes[at] = letter = shapes.NOUN  # "Media reports suggested"
        if word in _NOUNS_ELSE and at > first and says(classes, lower, at):
            classes[at] = letter = shapes.CUE
            lower[at] = _NOUNS_ELSE[word]
        if word in _SPEAKERS and classes[at + 1 : at + 2] == [shapes.CUE]:
            classes[at] = letter = shapes.NOUN  # "the army's southern command said", "rights advocates say"
        if (
            letter == shapes.ADJECTIVE
            and lower[at] in _ALSO_NOUNS
            and at + 1 < size
            and (classes[at + 1] in _AFTER_NOUN or lower[at + 1] in _BEHIND.get(word, ()))
        ):
            classes[at] = letter = shapes.NOUN if words[at].islower() else shapes.NAME
        if letter in _UNTOLD and at + 1 < size and qualifies(lower[at], lower[at + 1]):
            classes[at] = letter = shapes.ADJECTIVE if words[at].islower() else shapes.NAME
        if lower[at] in _ORDERING and at and classes[at - 1] in shapes.DETERMINER + shapes.POSSESSIVE:
            classes[at] = letter = shapes.ADJECTIVE  # "the last hospital"
        if letter == shapes.POSSESSIVE and at and classes[at - 1] in _BEFORE_IS:
            classes[at] = letter = shapes.AUXILIARY  # "he's"
        elif letter == shapes.POSSESSIVE and len(words[at]) == 1:
            # a bare apostrophe is a possessive only right after a plural's s
            close = at > 0 and skeleton.ends[at - 1] == skeleton.starts[at] and lower[at - 1].endswith("s")
            classes[at] = letter = shapes.POSSESSIVE if close else "-"
        if fresh and letter == shapes.NAME and at + 1 < size and is_no_name(words, classes, at):
            adverb = lower[at].endswith(_ADVERBS) and len(lower[at]) > _SHORT
            plain = classes[at + 1] not in _AFTER_NAME and lower[at] not in COUNTRIES  # "Beijing"
            classes[at] = letter = shapes.ADVERB if adverb else _first(lower[at]) if plain else letter
        fresh = letter in "-(" and fresh
        ended = letter == "." and (at + 1 >= size or classes[at + 1] != ")")
        if letter == ")" and at and classes[at - 1] == "." and text[skeleton.ends[at - 1] - 1] in _ENDS:
            ended = True
        if letter == shapes.QUOTE:
            ended = _quote_ends(text, stretches[skeleton.stretch_at[at]], words, classes, at)
        if low in _CAPTION and words[at - 1] in _CAPTIONED and at:
            classes[at - 1] = classes[at] = letter = "."
            ended = True  # "Image caption Ida Lund was there"
        if low in _HOURS and at + 1 < size and words[at + 1][0].isupper():
            ended = classes[at + 1] in _SMALL_BEGINNING  # "at 9 a.m. The mayor", but not "at 9 a.m. GMT"
        overlong = at - first > _LONGEST
        if (ended or overlong) and at + 1 < size and classes[at + 1] != shapes.BREAK:
            following = words[at + 1]
            if not overlong and (following[0].islower() or classes[at + 1] in ",:;.)"):
                continue
            skeleton.sentences.append((first, at + 1))
            first = at + 1
            fresh = True
    if first < size:
        skeleton.sentences.append((first, size))
    for number, (first, last) in enumerate(skeleton.sentences):
        skeleton.sentence += [number] * (last - first)
    breaks.append(size)  # the last paragraph needs none
    for number, at in enumerate(breaks):
        skeleton.paragraph += [number] * (min(at + 1, size) - len(skeleton.paragraph))


def _inside(word: str, low: str, letter: str) -> str:
    """Return the class of a capitalised word amid a sentence whose small form has class `letter`."""
    if letter == shapes.ADJECTIVE and "-" in low and low.endswith(_STATES_PARTICIPLES):
        return letter
    if letter in _NAME_IF_CAPITAL:
        return shapes.NAME
    if letter in _SMALL_WORD and not word.isupper():
        return letter
    return (
        letter
        if low not in ("may", "will", "it", "us", "am", "no")
        else (shapes.NAME if word.isupper() else letter)
    )


def _first(low: str) -> str:
    """Return the class of a capitalised word that begins a sentence and stands before no name or verb."""
    if len(low) > 4:
        for ending, letter in (("ing", shapes.ING), ("ed", shapes.PAST), ("ly", shapes.ADVERB)):
            if low.endswith(ending):
                return letter
    return shapes.NAME


def _quote_ends(text: str, stretch: QuotedSpan, words: list[str], classes: list[str], at: int) -> bool:
    """Tell whether a sentence ends with the stretch at word `at`."""
    last = text[stretch.end - 1]
    if last == "." or not stretch.closed:
        return True
    if last not in _ENDS or at + 1 >= len(words):
        return False
    following = classes[at + 1]
    # “Did you know?” He did. Names have a capital in any place.
    begins = words[at + 1][0].isupper() and words[at + 1] != "I" and following in _SMALL_BEGINNING
    return following == shapes.QUOTE or begins
