"""The words of a wording as stems, and how much each tells: rare ones more than those that all news have."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*\d|\d")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")  # F.B.I. is FBI
_DOTTED = re.compile(r"\.[A-Za-z]\.")
COUNTED = (*range(2, 21), *range(30, 100, 10))
"""The numbers that most languages have a word for, but for "one", which is other things too."""
_COUNTED = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety
"""
NUMBERS = {"zero": "0"} | dict(zip(_COUNTED.split(), map(str, COUNTED), strict=True))
"""What those numbers are in figures, by their words."""
_SMALL = """
a an the and or but of to in on at by for from with as that this these those there here is are was were be been being am
do does did done doing have has had having will would shall should can could may might must not no nor so than then too
very just also if when while who whom whose which what where how why because about into over after before out up down
off again more most some any all each both such own same only other one s t d ll m re ve let said say says told saying
according called calling mr mrs ms dr i me my myself we us our ours ourselves he him his himself she her hers
herself they them their theirs themselves you your yours it its itself
"""
# Of other languages those beside the smallest, which `reading.language` has.
_SMALL_OTHERS = {
    "de": """
        dass ob wir ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines unser unsere unseren unserem
        mein meine euch uns mich mir ihm ihn ihnen diese dieser dieses diesen diesem jene jener jenes jenen jenem des
        einer eines einem einen eine welche welcher was wer wo wie wenn aber oder sondern denn weil damit sowie als bis ab
        an am zum zur vom beim ins über unter vor nach durch gegen um aus seit habe haben hatte hatten hätte hätten sei
        seien war waren wäre wären sind wird werde werden wurde wurden würde würden worden kann können könne könnte
        könnten muss müsse müssen müssten soll solle sollen sollte sollten will wolle wollen darf dürfe dürfen man nur
        noch schon sehr so auch da hier dort dann doch mehr alle alles jede jeder jedes jeden andere anderen selbst sagte
        sagt sagen
    """,
    "fr": """
        des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes il elle ils elles on nous vous
        je tu lui eux y en qui que quoi dont où si mais ou et donc car ne plus moins très aussi comme quand lorsque après
        avant avec sous sur dans par pour entre vers chez être est sont était étaient sera seront serait seraient été
        avoir a ai ont avait avaient aura auront aurait auraient peut peuvent pourrait doit doivent devait devrait tout
        tous toute toutes même autre autres dit
    """,
    "es": """
        un una unos unas al del lo le les se su sus nuestro nuestra nuestros nuestras mi mis este esta estos estas ese esa
        eso esos esas yo él ella ellos ellas nosotros usted ustedes que quien cuando como si pero o y porque aunque más
        menos muy también ya solo a ante bajo con desde durante en entre hacia hasta para por según sobre tras ser es son
        era eran fue fueron será serán sería sido está están estaba estaban haber ha han había habían habrá habría hay
        puede pueden podía podría debe deben debía debería todo toda todos todas otro otra otros otras dijo
    """,
    "ru": """
        и в во на с со к ко о об от до из у за по для при под над через что чтобы как так но а или если то же ли бы это
        этот эта эти этого этой этих тот та те того той тех он она оно они его ее её их ему ей им нас нам мы вы вас вам я
        меня мне свой своя своё свои своего своей своих наш наша наши нашего нашей наших который которая которое которые
        которого которой которых был была было были быть будет будут есть все всё весь вся всех уже еще ещё только также
        тоже может могут мог могли сказал сказала
    """,
}
_REFUSALS = {
    "en": "not no never without deny nothing none nor neither cannot",
    "fr": "pas jamais aucun aucune rien sans ni",
    "de": "nicht kein keine keinen keinem keiner keines nie niemals ohne weder nichts",
    "es": "no nunca jamás sin ningún ninguna nada tampoco",
    "ru": "не нет никогда без ни нельзя",
}
_ONE_AT_A_TIME = (
    Lock()
)  # a stemmer holds the word that it is at, and events are looked at from several threads
_STEMMERS = {"en": "english", "fr": "french", "de": "german", "ru": "russian", "es": "spanish"}
GRAIN = 1024
"""Of how many parts of 1 what a word weighs is a whole number: sums of them are exact, in whatever order and Python, so that
what ties does so wherever it is read."""
SMALL = 51 / GRAIN
"""What a word weighs that says nothing by itself, beside 1 for one that is in no table of common words."""


@cache
def _stemmer(language: str) -> object:
    import snowballstemmer

    return snowballstemmer.stemmer(_STEMMERS.get(language[:2], "english"))


@lru_cache(maxsize=50_000)
def stem(word: str, language: str = "en") -> str:
    """Return what the forms of a word, in lower case, have in common."""
    with _ONE_AT_A_TIME:
        return str(_stemmer(language).stemWord(word))  # type: ignore[attr-defined]


@cache
def small_stems(language: str = "en") -> frozenset[str]:
    """Return the stems that say nothing by themselves."""
    from tui.reading.language import small_words

    others = _SMALL_OTHERS.get(language[:2], "").split()
    of_language = (
        *small_words(language[:2]),
        *others,
        *(_REFUSALS.get(language[:2], "").split() if others else ()),
    )
    return frozenset(stem(word, language) for word in (*_SMALL.split(), *of_language))


@cache
def refusals(language: str = "en") -> frozenset[str]:
    """Return the stems that turn what stands around them into its opposite."""
    return frozenset(stem(word, language) for word in _REFUSALS.get(language[:2], _REFUSALS["en"]).split())


def stems(text: str, language: str = "en") -> list[str]:
    """Return the stems of the words of `text`, in order; numbers in figures, "n't" as a word of its own."""
    return [each for each, _ in stemmed(text, language)]


def stemmed(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Return the stems of the words of `text` as `stems` does, each with the word as it is written."""
    if _DOTTED.search(text):
        text = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), text)
    return [(each, word) for word in _WORD.findall(text) for each in _stems_of(word, language)]


@lru_cache(maxsize=50_000)
def _stems_of(word: str, language: str) -> tuple[str, ...]:
    word = word.lower().replace("’", "'")
    if word.endswith("n't"):
        whole = {"won't": "will", "can't": "can"}.get(word, word[:-3])
        return stem(whole, language), "not"
    word = word.split("'")[-1 if language[:2] == "fr" else 0]  # l'écluse, n'ouvrira; Lund's
    word = NUMBERS.get(word, word) if language[:2] == "en" else word
    return (word.strip(".,") if word[0].isdigit() else stem(word, language),)


@cache
def _common() -> dict[str, float]:
    """Return in what share of news texts the common stems stand, by stem; counted by `benchmarks.train_statements`."""
    found: dict[str, float] = {}
    for line in Path(__file__).with_name("common_words.txt").read_text("utf-8").splitlines():
        share, *words = line.split()
        found |= dict.fromkeys(words, float(share))
    return found


def rarity(word: str) -> float:
    """Return how much a stem tells (0 to 1): 1 where hardly any text has it."""
    from math import log

    share = _common().get(word)
    return 1.0 if share is None else log(1 / share) / log(1000)


@cache
def concepts() -> dict[str, tuple[int, ...]]:
    """Return the numbers of the concepts that a stem stands for, by stem: an outlet's probe is another's inquiry.

    A line of `concepts.txt` is one: words, of any part of speech, that a paraphrase puts in place of each other. A word
    may stand in several. Written for this program; English.
    """
    found: dict[str, list[int]] = {}
    lines = Path(__file__).with_name("concepts.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        for word in dict.fromkeys(map(stem, line.split())):
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}
