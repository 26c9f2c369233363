"""The name in a label of a turn: "Mary Lund" of "LT. GEN. MARY LUND, NATO" and of "Rt Hon Mary Lund MP".

A name begins behind the last word that is a title; what a title is of ("Minister for Oceans of Tonga Mary Lund") goes
with it. A label that is all title holds no name: "President of the Council".
"""

from __future__ import annotations

import re
from itertools import takewhile

from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.own_names import AGENCIES
from tui.reading.quotes.names.titles import OFFICE_MATTERS
from tui.reading.quotes.words.offices_table import FIELDS, country_of
from tui.reading.quotes.words.turn_labels import RETIRED, initials, lowered
from tui.reading.quotes.words.word_classes import PEOPLE, TITLES, word_set

_FORMS_OF_ADDRESS = word_set("""
    hon rt right h.e hrh hh amb cdr cpt cpl cllr supt insp dir asst vp em dg pres sec
    sra shri smt dato datuk tan seri tun herr frau monsieur madame maître don doña presenter designate
    accused defendant witness juror counsel host anchor guest caller
    member elect male female voice unidentified ranking one two three
""")
_TITLES = TITLES | PEOPLE | _FORMS_OF_ADDRESS
_OF = word_set("of for to")
_LITTLE = _OF | word_set("the and & on in")
_PEERS = word_set("lord lady baroness baron earl viscount duke duchess")
_BEHIND = word_set("mp mep msp kc qc sc cbe obe dbe phd md esq jr sr")
_BODIES = BODY_NOUNS | word_set("assembly office programme program conference summit secretariat")
_LONGEST = 5  # words of a name
_OUTLETS_OWN = re.compile(r"^[A-Z]{2,5}['’][sS] (?=[A-Z])")  # "CNN's Ida Lund"
_OWNER = re.compile(r"['’]s?$")  # "Foreign Minister Ida Lund's remarks"
_OTHER = re.compile(r"\s+(?:[–—-]|from|FROM|at) .*")  # "Ida Lund from the Courier"


def name_in(label: str) -> str:
    """Return the name in a label, without its titles and as names are written, "" where it has none."""
    first, _, behind = _OTHER.sub("", label).partition(",")
    words = re.sub(RETIRED, "", _OUTLETS_OWN.sub("", first)).split()
    words = words[1:] if words[0] in ("The", "THE") else words
    after = behind.split()
    after = after[after[:1] in (["The"], ["THE"], ["the"]) :]
    if after and not _behind_titles(words) and _is_title(after[0]):
        words = after  # "Official Spokesperson, Ms. Ida Lund", "PREMIER OF NORLAND, THE HON. IDA LUND"
    return " ".join(_written(_behind_titles(words)))


def capitalised(name: str) -> str:
    """Return a name in capitals as names are written: "Ida Lund" of "IDA LUND"."""
    return " ".join(_written(name.split()))


def letters_for(name: str) -> set[str]:
    """Return the letters that stand for a name: "IL" for Ida Lund, "LR" for Ida Lund-Roth too."""
    surname = name.rpartition(" ")[2].replace("-", " ")
    return {initials(name)[-3:], initials(name.replace("-", " ")), initials(surname)} - {""}


def by_letters(name: str, before: str) -> str:
    """Return the full name that a text gives for "Fs Lund": of "Foreign Secretary Ida Lund"; "" where it gives none."""
    letters, _, surname = name.partition(" ")
    if " " in surname or not surname or not 1 < len(letters) < _LONGEST:
        return ""
    office = rf"((?:[A-Z][\w'’-]+ ){{{len(letters)}}})([^\W\d_a-z][\w'’-]+ {re.escape(surname)})\b"
    told = re.search(office, before)
    return told[2] if told and initials(told[1]) == letters.upper() else ""


def holder_in(office: str, before: str) -> str:
    """Return the one who bears an office in the text `before` a transcript, "" where nobody or several do."""
    name, held = r"((?:[^\W\d_a-z][\w'’-]+ ?){2,4})", rf"(?i:{re.escape(office)})"
    honours = r"(?:(?:[Tt]he )?(?:Rt\.? )?Hon\.? )"  # "Prime Minister, The Hon Ida Lund"
    bearer = rf"\b{held} {name}|\b{held}, {honours}{name}"
    bearer += rf"|\b{held} (?:of|for) [\w ]{{2,40}}, {name}|\b[Tt]he {held}, {name}(?=,)"
    told = r"(?:the |its |their |our )?"  # "Ida Lund, Spokesman of the port"
    bearer += rf"|{name}, {told}{held}\b|{name} ?\((?:the )?{held}\)"
    found = {
        (name_in(one := _OWNER.sub("", next(filter(None, match.groups())).strip())) or one)
        for match in re.finditer(bearer, before)
    }
    return found.pop() if len(found) == 1 else ""


def _written(words: list[str]) -> list[str]:
    """Return the words of a name in capitals as names are written."""
    shouted = "".join(words).upper() == "".join(words)
    return [_capitalised(word) for word in words] if shouted else words


def _capitalised(word: str) -> str:
    if not word.isupper() or "/" in word or len(word) == 1 or word in AGENCIES:
        return word
    return word.lower() if word in ("OF", "THE") else lowered(word)


def _behind_titles(words: list[str]) -> list[str]:
    """Return the words of a name, [] where all are titles and what these are of."""
    while len(words) > 1 and words[-1].strip(".").casefold() in _BEHIND:
        words = words[:-1]
    last = max((n for n, word in enumerate(words) if _is_title(word)), default=-1)
    if 0 < last == len(words) - 1 and not _is_title(words[0]) and not _is_office_of(words):
        return words  # "Angus King"
    name = words[last + 1 :]
    if any(word.casefold() in _OF for word in name):
        name = name[_reach(name) :]
    peer = last >= 0 and words[last].casefold() in _PEERS  # "Lord Lund of Norwick"
    if last >= 0 and not peer and name[1:2] and name[1].casefold() == "of":
        name = name[:1]  # "PRIME MINISTER LUND OF NORLAND"
    if last >= 0 and (name[:1] == ["to"] or FIELDS.issuperset(word.casefold() for word in name)):
        return []  # "Secretary of State for Foreign Affairs"
    ofs = not _OF.isdisjoint(map(str.casefold, words))
    if last >= 0 and ofs and name and name[-1].casefold() in _BODIES:
        return []  # "Spokesman of the Federal Office"
    return [] if "".join(name).isdigit() else name  # "Speaker 1"


def _is_office_of(words: list[str]) -> bool:
    """Tell whether the words of a label are an office and whose it is: "NATO Secretary General", "Polish Premier"."""
    house = words[0].isupper() and not "".join(words).isupper()
    plain = [word.casefold().strip(".,") for word in words]
    of_body = not (BODY_NOUNS | _OF).isdisjoint(plain)
    return house or of_body or bool(country_of(plain)) or all(map(_is_title, words[-2:]))


def _reach(words: list[str]) -> int:
    """Return how many words belong to what an office is of: "of Foreign Affairs and Trade of Latvia"."""
    known = len(list(takewhile(_is_matter, words)))
    left = len(words) - known
    if known and words[known - 1].casefold() in _LITTLE:  # of something that no table has
        return known + 1 if _LONGEST > left > 2 else len(words)
    return known if left < _LONGEST else len(words)


def _is_matter(word: str) -> bool:
    plain = word.casefold().strip(",")
    return plain in _LITTLE or plain in OFFICE_MATTERS or plain in TITLES


def _is_title(word: str) -> bool:
    plain = word.casefold().strip(".,'’")
    return word == "HE" or plain in _TITLES or all(part in _TITLES for part in re.split(r"[-/]", plain))
