"""In which language a text is: by its script, and among languages of one script by their smallest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from tui.core.model import STATED

FROM_WORDS = "inferred from its words"
SAMPLE = 4000  # characters that are looked at
_SHORT = 60  # words
_FEWEST_WORDS = 5
_LEAST_SHARE = 0.12  # of a text's words; running text has a quarter or more
_CODE = 3  # letters of a language's code; what is longer is its name, or none of a language
_AHEAD = 1.05  # times as many as the next language has; its neighbours share many
_FAR_AHEAD = 1.5  # so that nothing more need be asked
_SURELY_NOT_ENGLISH = 1.5  # times as many as English has

_WORD = re.compile(r"[^\W\d_]+")
# The letters of a script, or those that only one of its languages writes; the first that a good part of
# a text is written in decides.
_SCRIPTS: tuple[tuple[str, str, float], ...] = (
    ("ja", r"[\u3040-\u30ff]", 0.08),
    ("ko", r"[\uac00-\ud7af]", 0.2),
    ("zh", r"[\u3400-\u9fff]", 0.3),
    ("fa", "[پچژگ]", 0.02),
    ("ar", r"[\u0600-\u06ff]", 0.3),
    ("he", r"[\u0590-\u05ff]", 0.3),
    ("el", r"[\u0370-\u03ff]", 0.3),
    ("hy", r"[\u0530-\u058f]", 0.3),
    ("ka", r"[\u10a0-\u10ff]", 0.3),
    ("hi", r"[\u0900-\u097f]", 0.3),
    ("th", r"[\u0e00-\u0e7f]", 0.3),
    ("uk", "[іїєґ]", 0.03),
    ("ru", "[ыэё]", 0.01),
)
_LETTERS = tuple((language, re.compile(letters), share) for language, letters, share in _SCRIPTS)
_SMALL = {
    "en": "the of and to in that is was for on with he as his it at by from they which this but had not are be has",
    "fr": "le la les des du et un une que qui dans est pour pas sur au aux ce il elle avec ne par sont a été son"
    " l d qu à selon ses ont mais leur",
    "de": "der die das und den dem von mit ist im ein eine zu nicht auf für sich dass er sie es als auch hat bei",
    "es": "el la los las de que y en un una por con no se del al lo su para es como más pero sus fue ha",
    "it": "il la di che e un una per non del della dei le gli con si da alla nel è sono come anche ha al",
    "pt": "o a os as de que e um uma do da dos das em no na para com não se por ao mais foi são ele",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als hij bij door naar die was",
    "pl": "w i na z że nie się jest o jak po od za przez są dla który która oraz ale jego tym",
    "sv": "och att det i en som på är av för med till den har de inte om ett han var från sig vid efter",
    "da": "og i at det en den til er som på de med af for ikke der var et har men blev fra efter også",
    "no": "og i at det å er en på som til av for med har ikke de den fra var men ble etter også fram",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi ancak sonra ne kadar en dedi olduğu var",
    "ro": "și în de la a cu că pe nu din pentru este o un au fost mai care sunt prin după lui către",
    "cs": "se v na je že s z o ve k za by jako ale po jsou byl které od při",
    "ru": "и в не на что с по он как это к у из за от о для его она но было после все также",
    "bg": "и на в да се за от с не са че по е като до при това ще към след беше те",
    "sr": "и у је да се на за од са су не који то као из о али није по све",
}
# Further words that few other languages have, for a text too short to tell by its smallest.
_FURTHER = {
    "en": """
        said says who will would their there were been more when out about after him her we you not no
    """,
    "fr": """
        cette ces leur leurs nous vous je j qu n mais où aussi selon après était même deux lui sa ses
        notre avez quand sous très depuis tout avoir ainsi ai sans fait l d ministre conseil
        gouvernement pays guerre paix devant aucun aucune ancien ancienne dont vers chez toutes tous toute
        cela ceux mon mes avant votre non
    """,
    "de": """
        wir ihr ich aber ein oder nach über vor zur zum vom keine haben wird werden sind wurde einen
        einem einer eines ihre seine sein aus bis durch unter wenn noch nur schon gegen sagte alle frau
        nein nichts ab um wie gab bleibt uns
    """,
    "es": """
        pero sin hasta muy fue están han había dijo según también ya esto él ella señor hay sido dos
        años nada ahora nos gobierno ministro todas todos toda quiere sino
    """,
    "pt": """
        foi uma nos disse também são está dos das pelo pela ser tem nem já mas
    """,
    "it": """
        l d nel degli ha detto sono ma più anche questo questa dal ed ai essere gli
    """,
    "nl": """
        wij hebben worden deze zei hun heeft kan nog zich over maar bij geen
    """,
    "ro": """
        este sunt fost spus acest această iar lui sau fi va mai
    """,
}
# Letters beside those of the plain alphabet.
_MARKED = {
    "fr": "éèêëàâçùûîïôœ",
    "de": "äöüß",
    "es": "áéíóúñü",
    "pt": "ãõáéíóúâêôàç",
    "it": "àèéìòù",
    "nl": "ëïé",
    "ro": "ăâîșțşţ",
    "pl": "ąćęłńóśźż",
    "cs": "ěščřžýáíéúůňťď",
    "sv": "åäöé",
    "da": "åæøé",
    "no": "åæøé",
    "tr": "ğışçöü",
}
# Cyrillic letters that are no Russian ones, and one that Russian hardly ever writes.
_NOT_RUSSIAN = re.compile("[ђѓєіїјљњћќўџґъ]")
_CYRILLIC = re.compile("[а-яё]")
_LEAST_VOTES = 3
_LEAST_LETTERS = 28


def _by_word(*tables: dict[str, str]) -> dict[str, list[str]]:
    languages: dict[str, list[str]] = {}
    for table in tables:
        for language, words in table.items():
            for word in words.split():
                if language not in languages.setdefault(word, []):
                    languages[word].append(language)
    return languages


_LANGUAGES = _by_word(_SMALL)
_MORE_LANGUAGES = _by_word(_SMALL, _FURTHER)
_KNOWN = {*_SMALL, *(language for language, _, _ in _SCRIPTS)}


def small_words(language: str) -> tuple[str, ...]:
    """Return the smallest words of a language, () for one that is not known."""
    return tuple(_SMALL.get(language, "").split())


@lru_cache(maxsize=4)  # asked twice of each page: while it is read, and once it is
def language_of(text: str) -> str:
    """Return the language of a text as ISO 639-1, "" where it is too short or of none of those known here."""
    sample = text[:SAMPLE].lower()
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if not letters:
        return ""
    if not sample.isascii():
        kinds = "".join(set(sample))  # which letters of other scripts there are, if any, is soon seen
        for language, pattern, share in _LETTERS:
            if pattern.search(kinds) and len(pattern.findall(sample)) > share * letters:
                return language
    if len(words) < _SHORT:
        return _of_short_text(sample, words)
    votes: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for language in _LANGUAGES.get(word, ()):
            votes[language] += times
    return _winner(votes, _LEAST_SHARE * len(words), _AHEAD)


def _of_short_text(sample: str, words: list[str]) -> str:
    """Return the language of a text too short for its smallest words, by further words, letters and verbs of saying."""
    if len(words) < _FEWEST_WORDS:
        return ""
    cyrillic = len(_CYRILLIC.findall(sample))
    if cyrillic >= _LEAST_LETTERS and cyrillic > sum(map(len, words)) // 2:
        return "" if _NOT_RUSSIAN.search(sample) else "ru"
    votes = Counter(language for word in words for language in _MORE_LANGUAGES.get(word, ()))
    for word in words:
        if not word.isascii():
            marked = {letter for letter in word if not letter.isascii()}
            votes.update(language for language, letters in _MARKED.items() if marked <= set(letters))
    least = max(_LEAST_VOTES, _LEAST_SHARE * len(words))
    if not _winner(votes, least, _FAR_AHEAD):
        votes.update(_by_verbs(words))
    return _winner(votes, least, _AHEAD)


def _winner(votes: Counter[str], least: float, ahead: float) -> str:
    """Return the language with most votes where they are enough, and enough more than the next has; "" for none."""
    (best, first), (_, second) = [*votes.most_common(2), ("", 0), ("", 0)][:2]
    if best != "en" and first < _SURELY_NOT_ENGLISH * votes["en"]:
        return ""
    return best if first >= least and first >= ahead * second else ""


def _by_verbs(words: list[str]) -> Iterator[str]:
    """Yield the languages in which each word is a verb of saying; loading their tables takes a while."""
    from tui.reading.quotes.languages.grammar import LANGUAGES, grammar_of

    for language in LANGUAGES:
        cues = grammar_of(language).cues
        yield from (language for word in words if len(word) > 2 and word in cues)


def told_language(text: str, stated: str) -> tuple[str, str]:
    """Return the language of an article (ISO 639-1, "" for unknown) and how it is known ("" for not at all).

    `stated` is what its page says, which is often no more than what the page's template was made for: where
    the words are surely of another language they are right. Of a language that is not known here they tell
    nothing, for it may have a neighbour's words.
    """
    found = language_of(text)
    said = stated.lower().replace("_", "-").partition("-")[0]
    if said == found and found:
        return said, STATED
    if not found or (said not in _KNOWN and 0 < len(said) <= _CODE):
        return stated, STATED if stated else ""
    return found, FROM_WORDS
