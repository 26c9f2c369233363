"""What a language's way of saying who spoke is told by: its words and endings, a table a language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import NamedTuple

from tui.reading.quotes.languages.declension import name_key

LANGUAGES = ("de", "es", "fr", "ru")
_MODULES = {"de": "german", "es": "spanish", "fr": "french", "ru": "russian"}
NEVER = re.compile(r"(?!)")


class Seat(NamedTuple):
    """What a seat is called, and the noun that the body there is called by: "Quai d'Orsay", "ministère"."""

    name: str
    noun: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The words of one language; all are lower case, forms are written out or made by `inflect`.

    A mark is a string of letters: `m` and `f` for the gender, `p` for several, `i` for somebody not yet told of,
    `s` for a possessive, `o` for a case that no subject stands in.
    """

    language: str
    cues: Mapping[str, str]
    """Verbs of saying, each form with what it makes of the words: "" or one of `core.model.POLARITIES`."""
    participles: frozenset[str]
    """Those of `cues` that are one only beside an auxiliary."""
    auxiliaries: frozenset[str]
    citing: frozenset[str]
    """Those of `cues` whose object is who spoke."""
    according: tuple[str, ...]
    """What stands before somebody whose words these are: "according to"."""
    outlets: re.Pattern[str]
    """Nouns for papers, agencies, stations."""
    cites: Mapping[str, str]
    """What stands before somebody whom another cites, "citing", with the verbs of which one follows, "" for none."""
    cited_by: tuple[str, ...]
    """What stands before the paper that somebody is cited by."""
    relaying: re.Pattern[str]
    """Those of `cues` beside which a paper only passes on who spoke."""
    told: re.Pattern[str]
    """What stands before the paper that something is told, "to the"; with `bends_names`, the papers so told."""
    theirs: Mapping[str, str]
    """What `according` holds with "his" or "her" in it, and the gender that tells."""
    impersonal: frozenset[str]
    """Words beside a verb, or verbs, of which nobody is the subject: where it is said follows."""
    behind: frozenset[str] = frozenset()
    """What stands behind somebody whose words these are: German "zufolge"."""
    pronouns: Mapping[str, str]
    determiners: Mapping[str, str]
    prepositions: frozenset[str]
    of: frozenset[str]
    """Prepositions that lead on to more of the same: "minister of …"."""
    little: frozenset[str]
    """Words that are no part of a name or of what somebody is: conjunctions, adverbs, auxiliaries, times."""
    joining: frozenset[str]
    that: frozenset[str]
    not_: frozenset[str]
    parted: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Verbs with a particle further on, that, and the polarity they have beside it: German "warf … vor"."""
    only_parted: Mapping[str, str] = field(default_factory=dict)
    """Verbs that say something with that particle alone: German "bot … an"."""
    opposing: frozenset[str] = frozenset()
    """Verbs that reject one of `claims` that a comma and its words follow: German "widersprach der Aussage, …"."""
    claims: frozenset[str] = frozenset()
    offering: re.Pattern[str] = NEVER
    """Those of `cues` whose infinitive is what their speaker says to be going to do: "promised to pay"."""
    telling: re.Pattern[str] = NEVER
    """Those of `cues` that take no person as object, so that ", said the mayor" tells whose the words before are."""
    infinitives: frozenset[str] = frozenset()
    """Infinitives that begin what a verb of saying reports of its subject: "denied having …"."""
    whether: frozenset[str] = frozenset()
    """Words that begin a question that is reported: "si"."""
    before_infinitives: frozenset[str] = frozenset()
    """What stands before the infinitive of what somebody is urged to do: "de"."""
    orders: re.Pattern[str] = NEVER
    """Infinitives."""
    calling: frozenset[str] = frozenset()
    """Verbs that urge somebody where such an infinitive stands behind: "llamó a …", which else names or rings up."""
    offices: re.Pattern[str]
    bodies: re.Pattern[str]
    seats: Mapping[str, Seat]
    """Seats that stand for a body, in each of their forms, the words parted by blanks: "quai d' orsay"."""
    females: re.Pattern[str]
    """Which of the offices are a woman's."""
    males: re.Pattern[str] = NEVER
    """Which of them are a man's."""
    male_names: re.Pattern[str] = NEVER
    female_names: re.Pattern[str] = NEVER
    """Whole names, in lower case, that tell whose they are."""
    feminine: re.Pattern[str] = NEVER
    """Other nouns that are feminine, so that their article tells the case."""
    adjectives: re.Pattern[str]
    oblique: re.Pattern[str] = NEVER
    """Which offices stand in a case that no subject stands in."""
    courtesies: Mapping[str, str]
    """What stands before a name and is no office, with the gender it tells: "Mme"."""
    particles: frozenset[str]
    complements: frozenset[str] = frozenset()
    """Capitalised words that say of what somebody is a minister."""
    cities: frozenset[str]
    """Seats of governments that Unicode's tables leave out."""
    titles: frozenset[str]
    """Nouns before a name in marks that nobody says: "the daily “…”"."""
    askers: Mapping[str, str]
    """Labels of a transcript that name nobody, and what they stand for."""
    answers: frozenset[str]
    """Those of who is asked."""
    summing: frozenset[str]
    """Words with which a sentence takes up what was just quoted: "so said …"."""
    plural: re.Pattern[str]
    """Which cues have several subjects."""
    verbs: re.Pattern[str] = NEVER
    """Forms that only verbs have."""
    reporting: re.Pattern[str] = NEVER
    """Finite verbs in a mood that only reported speech has: German "sei"."""
    distant: re.Pattern[str] = NEVER
    """Those that have it only where reported speech goes on: "würden"."""
    plain: re.Pattern[str] = NEVER
    """Finite verbs in no such mood."""
    nouns_have_capitals: bool = False
    nouns_behind_articles: bool = False
    """Whether what an article stands before is a noun and no verb."""
    not_stands_behind: bool = False
    two_surnames: bool = False
    """Whether people have the surnames of father and mother, and are called by the first of these."""
    bends_names: bool = False
    """Whether names stand in cases, too."""

    @property
    def places(self) -> frozenset[str]:
        """States and cities; in a language that bends names, the keys of them (`declension.name_key`)."""
        return places_of(self.language)


def inflect(stems: str, endings: str) -> set[str]:
    """Return each stem with each of the endings; "-" is none."""
    return {stem + ending.strip("-") for stem in stems.split() for ending in endings.split()}


def with_gender(male: str, female: str, either: str = "") -> dict[str, str]:
    """Return words with the gender that they tell."""
    told = {"m": male, "f": female, "": either}
    return {word: gender for gender, words in told.items() for word in words.split()}


def by_mark(words: Mapping[str, str]) -> dict[str, str]:
    """Return words, or phrases parted by commas, with the mark that they are listed under."""
    return {each: mark for mark, listed in words.items() for each in phrases(listed)}


def seats(names: Mapping[str, str]) -> dict[str, Seat]:
    """Return seats by the nouns of their bodies: "ministère" to names parted by commas, each with its further forms."""
    found = {}
    for noun, listed in names.items():
        for forms in listed.split(","):
            name, *others = (" ".join(form.split()) for form in forms.split("|"))
            words = (form.lower().replace("d'", "d' ") for form in (name, *others))
            found.update(dict.fromkeys(words, Seat(name, noun)))
    return found


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of a list: what commas part, or else white space."""
    parts = text.split(",") if "," in text else text.split()
    return tuple(" ".join(each.split()) for each in parts if each.strip())


def combined(*parts: Iterable[str]) -> tuple[str, ...]:
    """Return the phrases of one of each of the parts, in order, of which "" is none: "nach", "Angaben", "von"."""
    return tuple(" ".join(filter(None, words)) for words in product(*parts))


def nouns(stems: str, endings: str, before: str = "", *, bare: bool = True) -> re.Pattern[str]:
    """Return what matches a stem with one of the endings, with `bare` with none too, and with the pattern `before` it."""
    ending = f"(?:{'|'.join(endings.split())})" + "?" * bare
    return re.compile(f"{before}(?:{'|'.join(stems.split())}){ending}")


def either(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """Return what matches as one of the patterns does."""
    return re.compile("|".join(f"(?:{each.pattern})" for each in patterns))


def with_polarity(polarity: str, forms: Collection[str]) -> dict[str, str]:
    """Return forms of verbs with what they make of the words they report."""
    return dict.fromkeys(forms, polarity)


def alternatives(*patterns: str) -> re.Pattern[str]:
    """Return what matches a word that one of the patterns, parted by white space, matches whole."""
    return re.compile("|".join(f"(?:{each})" for pattern in patterns for each in pattern.split()))


@lru_cache
def grammar_of(language: str) -> Grammar:
    """Return the table of a language of `LANGUAGES`."""
    table: Grammar = import_module(f"{__package__}.{_MODULES[language]}").GRAMMAR
    return table


@lru_cache
def places_of(language: str) -> frozenset[str]:
    """Return the words that name states and cities in a language, from Unicode's tables; lower case."""
    table = Path(__file__).with_name("places.txt").read_text("utf-8")
    words = {*table.partition(f"[{language}]\n")[2].partition("\n[")[0].split(), *grammar_of(language).cities}
    return frozenset(name_key(word, language) for word in words) if language == "ru" else frozenset(words)
