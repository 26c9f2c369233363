"""Names and nouns in the form in which they speak: Лаврова is Лавров, "des Ministeriums" the Ministerium."""

from __future__ import annotations

import re

_CASES = re.compile(r"(?:ым|им|ом|ем|ой|ей|ого|его|ому|ему|ую|юю|ая|яя|ий|ый|а|я|у|ю|е|и|ы|й|ь)$")


def name_key(word: str, language: str) -> str:
    """Return what the forms of one word of a name share; lower case goes in, and what comes out is no word."""
    if language == "ru":
        stem = _CASES.sub("", word)
        return stem if len(stem) > 1 else word
    if word.endswith("'"):
        return word[:-1]
    if language == "de" and len(word) > 4 and word.endswith("s") and word[-2] not in "sxz":
        return word[:-1]
    return word


# Word endings of a name behind "according to", and those in which it speaks; the first that fits counts.
_MALE = (
    (r"(ск|цк)(?:ого|им)$", r"\1ий"),
    (r"ого$", "ый"),
    (r"([оеё]в|[иы]н)(?:а|ым)$", r"\1"),
    (r"([^аеёиоуыэюя])[ое]м$", r"\1"),
    (r"ия$", "ий"),
    (r"ея$", "ей"),
    (r"([аоуы])я$", r"\1й"),
    (r"([^аеёиоуыэюя])а$", r"\1"),
    (r"([лрнт])я$", r"\1ь"),
)
_SHORTENED = {"Льва": "Лев", "Павла": "Павел", "Петра": "Пётр"}
_FEMALE = (
    (r"(ск|цк)ой$", r"\1ая"),
    (r"ой$", "а"),
    (r"ии$", "ия"),
    (r"([гкхжшщч])и$", r"\1а"),
    (r"ы$", "а"),
    (r"и$", "я"),
)


def nominative_name(name: str, *, female: bool) -> str:
    """Return a Russian name that stands in the genitive as it is otherwise."""
    last = name.rpartition(" ")[2]
    female = (
        female
        or bool(re.search(r"(?:[оеё]в|[иы]н|ск|цк)ой$", last))
        or name.partition(" ")[0].endswith(("ы", "и"))
    )
    return " ".join(
        _SHORTENED.get(word) or _bent(word, _FEMALE if female else _MALE) for word in name.split(" ")
    )


def _bent(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, nominative_ending in endings:
        if re.search(ending, word):
            return re.sub(ending, nominative_ending, word)
    return word


_RUSSIAN_NOUNS = (
    (r"(ств)(?:а|е|у|ом)$", r"\1о"),
    (r"((?:[цсмтлрд]|компан)и)(?:и|ю|ей)$", r"\1я"),
    (r"(?i)(кремл)(?:е|я|ю)$", r"\1ь"),
    (r"(?i)(союз)(?:е|а|у)$", r"\1"),
    (r"ворц(?:е|а)$", "ворец"),
    (r"(служб|палат|столиц|рад|прокуратур|глав)(?:е|ы|у)$", r"\1а"),
    (
        r"(?i)(дом|офис|мид|штаб|совет|комитет|парламент|центр|департамент|госдеп|пентагон|банк|суд)(?:е|а)$",
        r"\1",
    ),
    (r"(представител|секретар|руководител|председател)(?:я|ю|ем)$", r"\1ь"),
    (r"([нтрк])(?:а|у|ом)$", r"\1"),
)
_RUSSIAN_ADJECTIVES = (
    (r"([кгхжшщ])(?:ом|ого|ому|им)$", r"\1ий"),
    (r"(?:ом|ого|ому|ым)$", "ый"),
    (r"ой$", "ая"),
)
_NEUTER = re.compile(
    r"(?:ium|amt|ement|haus|parlament|ident|komitee|büro|gericht|institut|zentrum)$", re.IGNORECASE
)


def nominative(words: str, language: str, after: str = "") -> str:
    """Return what somebody is as the subject of a sentence; `after` is the article before `words`."""
    if language == "ru":
        return _russian(words)
    return _german(words, after)


def _russian(words: str) -> str:
    """Bend the words up to the first noun; what follows says whose it is and stays."""
    parts = words.split(" ")
    for number, word in enumerate(parts):
        bent = _bent(word, _RUSSIAN_ADJECTIVES) if number + 1 < len(parts) else word
        if bent != word:
            parts[number] = bent
            continue
        parts[number] = _bent(word, _RUSSIAN_NOUNS)
        if parts[number].endswith("о"):
            parts[:number] = [re.sub(r"(?:ый|ий)$", "ое", part) for part in parts[:number]]
        break
    return " ".join(parts)


def _german(words: str, after: str) -> str:
    parts = words.split(" ")
    article = parts[0].lower()
    if article in ("einem", "einen", "eines", "einer"):
        parts[0] = "eine" if article == "einer" else "ein"
        if len(parts) > 1 and article != "einer":
            adjectives = next((at for at in range(1, len(parts)) if parts[at][:1].isupper()), 1)
            neuter = bool(_NEUTER.search(parts[adjectives]))
            parts[1:adjectives] = [
                re.sub(r"(?<=e)[nrms]$", "s" if neuter else "r", one) for one in parts[1:adjectives]
            ]
            weak = re.sub(r"(?<=at|st|nt|ot)en$", "", parts[adjectives])
            parts[adjectives] = re.sub(r"(?<=eamt)en$|(?<=esandt)en$|(?<=rdnet)en$", "er", weak)
        return " ".join(parts)
    noun = next(
        (
            number
            for number, part in enumerate(parts)
            if part[:1].isupper() and not _weak_adjective(parts, number)
        ),
        len(parts) - 1,
    )
    oblique = after in ("des", "dem", "den", "vom", "im", "beim", "zum")
    if oblique and after == "des":
        parts[noun] = (
            re.sub(r"(?<=[a-zäöü])(?:(?<=[mst])es|s)$", "", parts[noun])
            if not parts[noun].endswith(("ss", "us"))
            else parts[noun]
        )
    neuter = bool(_NEUTER.search(parts[noun]))
    for number in range(noun):
        if oblique:
            parts[number] = re.sub(r"en$", "es" if neuter else "er", parts[number])
        elif after == "das":
            parts[number] = re.sub(r"e$", "es", parts[number])
        elif after == "der" and parts[number].endswith("en"):
            parts[number] = parts[number][:-1]
    return " ".join(parts)


def _weak_adjective(parts: list[str], number: int) -> bool:
    return (
        number + 1 < len(parts)
        and bool(re.search(r"(?:e|en|er|es)$", parts[number]))
        and parts[number + 1][:1].isupper()
    )


def verb_gender(verb: str) -> str:
    """Return whose gender a Russian verb in the past is of, m or f; "" where it does not tell."""
    if verb.endswith(("ла", "лась")):
        return "f"
    return "m" if verb.endswith(("л", "лся", "ёк", "ек", "ерг", "нёс")) else ""


# First names of men that tell a case: none of their forms is a woman's name.
_MEN = """
    олег иван пётр сергей андрей алексей николай михаил владимир дмитрий игорь юрий борис виктор павел максим антон
    артём григорий константин роман егор кирилл степан фёдор тимур руслан рустам марат эдуард аркадий анатолий
    леонид геннадий вадим виталий вячеслав ярослав тарас богдан остап арсен тигран левон давид самвел георгий
    нурлан ерлан бахтияр фархад рашид ильхам эльчин ровшан карл мустафа хасан ахмед
"""


def _forms(name: str) -> tuple[str, str]:
    """Return the genitive and the dative of a man's first name."""
    stem = {"павел": "павл", "пётр": "петр"}.get(name, name)
    if stem[-1] in "йь":
        return stem[:-1] + "я", stem[:-1] + "ю"
    return (stem[:-1] + "ы", stem[:-1] + "е") if stem[-1] == "а" else (stem + "а", stem + "у")


_MENS_CASES = {form: case for name in _MEN.split() for form, case in zip(_forms(name), "gd", strict=True)}


def case_of_man(first_name: str) -> str:
    """Return g for a Russian man's first name in the genitive, d in the dative, "" for neither; lower case."""
    return _MENS_CASES.get(first_name, "")
