"""Outlet, where the page names it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from tui.core.model import STATED
from tui.reading.dates.publication_stamps import is_stamp
from tui.reading.media_names import ALSO_IN_NAMES, IN_NAMES, ONE_WORD
from tui.reading.page import standfirst
from tui.reading.page.byline import is_byline
from tui.reading.page.letterhead import (
    HEAD,
    NAME,
    OFFICE_WORD,
    OFFICES,
    OFFICES_LAST,
    SEATS,
    TITLE_WORD,
    is_body,
    is_part,
    letterhead,
    says_what,
    tells,
    written,
)

BELOW_HEADLINE = "inferred from what stands below the headline"
"""How an outlet is known that stands there."""

_FROM_TOP = "inferred from the top of the page"
_FROM_TAG = "inferred from the agency tag"
_COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
_COPYRIGHT_NOISE = re.compile(
    r"©|\([cC]\)|\b[Cc]opyright\b|\b(?:19|20)\d\d\b|\ball rights reserved\b.*|[-–—]\s*(?=\d|\s*$)|\b(?:by|since)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r",? \b(?:inc|llc|ltd|limited|gmbh|ag|corp|corporation|plc|media group|company|co|s\.?a|b\.?v|llp|pty)\b\.?.*$",
    re.IGNORECASE,
)
_MESSAGE = re.compile(rf"\b[Aa](?:n urgent)? [Mm]essage from (?P<name>{NAME})")
_LINK = re.compile(r"\bhyperlink to (?P<name>[\w.-]+\.\w{2,})", re.IGNORECASE)
TAG = re.compile(
    r"^(?:[A-ZÀ-Þ][\w .,/-]{0,40}?)?\((?P<name>[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3}|dpa|epd)\)(?=\s|\s*[-–—])"
)
_TRADEMARK = re.compile(rf"^(?P<name>{NAME}) is (?:a registered trademark|part of|owned by|published by)")
_SUPPORT = re.compile(
    rf"\b(?:[Ss]upport|[Ss]upporting|[Ff]ollow|[Ss]ubscribe to|[Jj]oin) (?P<name>{NAME})(?= on\b|,| for|\.|$)"
)
# What one of the patterns above needs, so that only the lines that hold it are searched.
_NAMING = (
    "©", "(c)", "(C)", "opyright", "COPYRIGHT", "essage from", "yperlink to", " is a registered", " is part of",
    " is owned by", " is published by", "upport", "ollow", "ubscribe to", "oin ",
)  # fmt: skip

_PAPER = re.compile(
    r"^(?:The )?(?:[A-ZÀ-Þ][\w’'-]+ ){1,3}"
    r"(?:Gazette|Post|Times|Herald|Mirror|Courier|Tribune|Journal|Observer|Chronicle|Telegraph|Examiner|Sentinel|Dispatch)$"
    r"|^The (?:Gazette|Herald|Mirror|Courier|Tribune|Observer|Chronicle|Examiner|Sentinel)"
    r" of (?:[A-ZÀ-Þ][\w’'-]+ ?){1,3}$"
)
# What papers, agencies and stations are called by, in the languages that are read.
_MEDIA = (
    IN_NAMES
    | ALSO_IN_NAMES
    | frozenset(
        "wire newswire independent advertiser mercury argus register record leader nachrichten blick kurier anzeiger "
        "tagblatt tageblatt rundschau allgemeine presse morgenpost abendblatt dépêche voix quotidien diario país "
        "mundo prensa noticias heraldo correo vanguardia agencia corriere gazzetta giornale messaggero stampa "
        "ledger mirador globe echo courrier écho nouvelliste jornal folha razón nación dagblad dagbladet courant gazeta brief".split()
    )
)
# Russian ones, which write them small: "Новая газета"
_SMALL_MEDIA = frozenset("вестник ведомости газета известия курьер обозреватель".split())
_ARTICLES = frozenset("the le la les der die das el il".split())
_ROMANCE = frozenset("le la les el il".split())  # in these languages what a paper is called by comes first
# "Press briefing" is what a text is, and "Policy Brief".
_GENRES = frozenset("conference briefing release statement availability gaggle pool kit room office".split())
_OF = frozenset("of du de des della del di am von".split())
# Those of one word, or without a word of the kind.
_AGENCIES = ONE_WORD | {
    "france 24",
    "ria novosti",
    "agence france-presse",
    "der spiegel",
    "al jazeera",
    "the guardian",
    "deutsche welle",
}
# Papers in one word: "Nordkurier", "Aftonbladet".
_COMPOUND = re.compile(
    r"[A-ZÀ-Þ](?:\w{2,}|\w+-)(?i:kurier|zeitung|blatt|anzeiger|nachrichten|rundschau|bote|presse|bladet|posten|tidende)$"
)
# Before "News" and the like: a part of an outlet and not its name.
_SECTION = frozenset(
    "local world business around across latest more top breaking national international politics political sports sport regional all "
    "our general other related published last the your email join follow read watch see visit get from in policy issue research".split()
)
_PARTING = re.compile(r"\s*[,|·•—–;:]\s*|\s+-\s+|\s+for\s+|\s{3,}|\t")  # a gap, as a printed head has
_MOST_WORDS = 3  # with capitals: a longer run is a person and an outlet side by side
_OFFICE_WORDS = 10
# "Quelle: Hafenbote"
_LABEL = re.compile(r"(?i:source|quelle|fuente|fonte|источник)\s*:\s*(?P<name>[A-ZÀ-ÞА-Я][^:/.,;()]{1,48})$")
_LEADING = 3  # lines below a headline that may say whose it is, by whom, and when

_EDGES = " .,;:|–—-•"
_NO_OUTLET = {"the", "ap photo", "we", "us", "it"}
# What offices call what they put out, and the part of their site where it stands.
_SORT = re.compile(
    r"(?:press|news|media) (?:releases?|room|statements?|briefings?|conferences?|office)(?:\W+(?:no\W*)?\d[\d/-]*)?",
    re.IGNORECASE,
)
_ENOUGH = 2  # votes: to be followed or supported is not enough to be the outlet


def _holding(lines: Sequence[str], cues: Sequence[str]) -> list[int]:
    """Return the numbers of the lines that hold one of `cues`."""
    page = "\n".join(lines)
    ends = list(accumulate(len(line) + 1 for line in lines))
    found = set()
    for cue in cues:
        at = page.find(cue)
        while at >= 0:
            found.add(bisect_right(ends, at))
            at = page.find(cue, at + 1)
    return sorted(found)


def is_paper(line: str) -> bool:
    """Tell whether a line is nothing but what reads like a newspaper's name."""
    line = line.strip()
    return len(line) <= 50 and _PAPER.match(line) is not None


def is_source(line: str) -> bool:
    """Tell whether a line is nothing but an outlet, alone or with a day behind it: "Alpha Post, 3 November 2026"."""
    name, *behind = _PARTING.split(line.strip(), maxsplit=1)
    dated = len(line) <= 80 and any(is_stamp(part) for part in behind)
    return is_paper(line) or (dated and bool(name) and _is_title(name.split()))


def masthead(lines: Sequence[str], before: int) -> str:
    """Return the paper or office that stands on a line of its own at the very top, above line `before`; or ""."""
    top = [line.strip() for line in lines[:before] if line.strip()][:HEAD]
    found = {written(line) for line in top if is_paper(line) or is_office(line.split())}
    # Of several it is not known which one speaks: they may be links to other papers.
    return found.pop() if len(found) == 1 else ""


def head(lines: Sequence[str], headline: int) -> list[int]:
    """Return the numbers of the lines above the headline of a text that begins with whose or what it is; [] for others.

    They are few, and each says whose it is, what it is or when it came out: a page's menu has others.
    """
    above = [number for number in range(max(0, headline)) if lines[number].strip()]
    told = [written(lines[number].strip()) for number in above]
    rest = [line for line in told if not _LABEL.match(line)]
    whose = len(rest) < len(told) or any(
        is_source(line) or _is_title(line.split()) or is_body(line) or says_what(line) for line in told
    )
    own = all(_is_leading(line) or is_body(line) or says_what(line) or is_part(line) for line in rest)
    return above if whose and own and len(told) <= HEAD else []


def _in_head(lines: Sequence[str], headline: int) -> tuple[str, str]:
    """Return the outlet that stands above the headline of a text, and how it is known."""
    above = head(lines, headline)
    for number in above:
        if label := _LABEL.match(lines[number].strip()):
            return label["name"], STATED
    return beside_headline(lines, above), _FROM_TOP


def _is_title(words: Sequence[str]) -> bool:
    """Tell whether words read like the name of a paper, an agency or a station: "The Saltmarsh Herald", "Radio Delta"."""
    low = [word.casefold().removeprefix("l'").removeprefix("l’") for word in words]  # "L’Écho"
    # "Le Courrier du Large", "El Correo Austral"
    kind = low[low[0] in _ARTICLES and (low[0] in _ROMANCE or not _OF.isdisjoint(low[2:3])) and len(low) > 1]
    own = low[low[0] in _ARTICLES :]
    if own and own[0] in OFFICES:
        return is_office(words)
    return (
        " ".join(own) in SEATS
        or " ".join(low) in _AGENCIES
        or (len(own) == 1 and _COMPOUND.match(words[-1]) is not None)
        or (len(own) > 2 and own[-1] in OFFICES_LAST and all(map(str.istitle, words)) and not tells(own))
        or (
            len(words) > 1
            and sum(word[0].isupper() for word in words) <= _MOST_WORDS + 2 * (low[0] in _ARTICLES)
            and low[0] != "by"
            and low[-1] not in _GENRES
            and not (_MEDIA | _SMALL_MEDIA).isdisjoint((kind, low[-1]))
            and (low[0] not in _SECTION or (low[0] == "the" and len(words) > 2) or len(words) > 3)
            and all(TITLE_WORD.match(word) or word in _SMALL_MEDIA for word in words)
        )
    )


def is_office(words: Sequence[str]) -> bool:
    """Tell whether words are what an office is called in full: "The Ministry of Foreign Affairs of Norland"."""
    low = [word.casefold() for word in words]
    own = low[not _ARTICLES.isdisjoint(low[:1]) :]
    of = own[1:2] in (["for"], ["für"]) or not _OF.isdisjoint(own[1:2])
    return of and own[0] in OFFICES and 3 <= len(own) <= _OFFICE_WORDS and all(map(OFFICE_WORD.match, words))


def leading(lines: Sequence[str]) -> int:
    """Return how many of the first lines say whose an article is and when it came out, and nothing else."""
    count = next(
        (n for n, line in enumerate(lines[:_LEADING]) if not _is_leading(line)), len(lines[:_LEADING])
    )
    return count if count < len(lines) else 0


def _is_leading(line: str) -> bool:
    words = line.split()
    named = 0 < len(words) <= _OFFICE_WORDS and (is_source(line) or is_stamp(line) or _is_title(words))
    return named or is_byline(line)


def beside_headline(lines: Sequence[str], near: Sequence[int]) -> str:
    """Return the outlet that stands by itself, by the author or by the day on one of the lines `near`; "" for none.

    "The Saltmarsh Herald, 14 October 2026" names one, and "Geneva, 14 October 2026" a place. Of several none is taken.
    """
    short = (written(lines[number].strip()) for number in near if len(lines[number]) <= 120)
    parts = (part.split() for line in short for part in _PARTING.split(line))
    titles = (" ".join(words) for words in parts if words and _is_title(words))
    found = {title: None for title in titles if not _SORT.fullmatch(title)}
    return next(iter(found)) if len(found) == 1 else ""


def _claims(lines: Sequence[str], kept: Sequence[int]) -> Iterator[tuple[str, int, str]]:
    """Yield what a page says its outlet is called, with the votes that has and how it is known."""
    kept_set = set(kept)
    for number in _holding(lines, _NAMING):
        line = lines[number].strip()
        if number in kept_set or len(line) > 600:
            continue
        if len(line) < 160 and _COPYRIGHT.search(line):
            name = " ".join(_COPYRIGHT_NOISE.sub(" ", line).split()).strip(_EDGES)
            if name and name[0].isalpha() and len(name.split()) <= 6:
                yield name, 4, STATED
        for pattern, weight in ((_MESSAGE, 4), (_LINK, 3), (_TRADEMARK, 3), (_SUPPORT, 1)):
            if match := pattern.search(line):
                yield match["name"], weight, STATED
    if kept and (match := TAG.match(lines[kept[0]].strip())):
        yield match["name"], 2, STATED if match.start("name") == 1 else _FROM_TAG


def outlet(lines: Sequence[str], kept: Sequence[int], headline: int) -> tuple[str, str]:
    """Return the outlet's name and how it is known, ("", "") where the page does not name it.

    `kept` are the numbers of the lines of the body, and `headline` that of the headline's, -1 for none.
    """
    name, basis = _voted(lines, kept)
    first = standfirst.text_begins(lines, kept)
    top, how = masthead(lines, headline if headline >= 0 else first), _FROM_TOP
    if name and basis != _FROM_TAG:
        owned = top and f"{name} ".casefold().startswith(f"{top.removeprefix('The ')} ".casefold())
        return (top if owned else name), basis  # not the company of the paper: "Norland Post Media AS"
    # Who printed a text goes before the agency that they had it from.
    if not top:
        top, how = _in_head(lines, headline)
    below = beside_headline(lines, range(headline + 1, first)) if headline >= 0 else ""
    paper = any(each and not is_office(each.split()) for each in (top, below))
    if not paper and (body := letterhead(lines, first)):
        return body, "inferred from its letterhead"
    if top:
        return top, how
    return (below, BELOW_HEADLINE) if below else (name, basis)


def _voted(lines: Sequence[str], kept: Sequence[int]) -> tuple[str, str]:
    """Return the outlet that copyright lines and the like name most, and how it is known."""
    votes: Counter[str] = Counter()
    spelling: defaultdict[str, Counter[str]] = defaultdict(Counter)
    why: dict[str, str] = {}
    for claim, weight, basis in _claims(lines, kept):
        name = _COMPANY.sub("", claim).strip(_EDGES)
        if 2 <= len(name) <= 50 and name.lower() not in _NO_OUTLET:
            folded = name.casefold().removeprefix("the ")
            votes[folded] += weight
            spelling[folded][name] += weight
            why.setdefault(folded, basis)
    if max(votes.values(), default=0) < _ENOUGH:
        return "", ""
    best = max(votes, key=lambda name: (votes[name], -list(votes).index(name)))
    forms, kept_set = spelling[best], set(kept)
    for number, folded in enumerate("\n".join(lines).casefold().split("\n")):
        if best in folded and (number in kept_set or len(lines[number]) < 60):
            at = folded.index(best)
            forms[lines[number][at : at + len(best)]] += 1
    name = max(forms, key=lambda form: (form.casefold().startswith("the "), forms[form]))
    return name, why[best]
