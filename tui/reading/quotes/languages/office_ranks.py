"""Which offices one person cannot hold beside another, in all four languages, by the beginnings of the words."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ROOT = 5  # letters that the forms of a word share
# Of what everybody's office is, and so tells nothing: "the head of the department".
OWN = frozenset(
    "ведом минис прави кабин gouve gobie diplo regie ejecu exécu état estad minis регио стран".split()
)
# Seats and short names, and what the office there is said to be of.
_SAME = {
    "мид": "иност", "миноб": "оборо", "минфи": "финан", "минэк": "эконо", "кремл": "прези", "élysé": "prési",
}  # fmt: skip
# Who holds one of these holds none of the others; what else somebody is called may be said of any of them.
_RANKS = re.compile(
    r"(?P<state>pr[éeä]si[dz]|прези|roi|reine|könig|rey|reina|корол|emir|émir|эмир)"
    r"|(?P<minister>minis|министр?|canci)|(?P<head>premi|премь|kanz|chanc|канцл)"
    r"|(?P<member>déput|diput|abgeo|депут|sénat|senad|senat|сенат)|(?P<mayor>maire|alcal|bürge|мэр)"
    r"|(?P<envoy>ambas|embaj|botsc|посол|посл)|(?P<soldier>génér|gener|генер|colon|coron|oberst|полко|amira|almir)"
    r"|(?P<voice>porte-p|porta|voce|sprec)|(?P<court>juge|juez|juec|richt|судь|procu|fisca|staat|проку)"
    r"|(?P<governor>gouve|gober|губер)|(?P<witness>témoi|testi|zeug|свиде|einwo|bewoh|habit|vecin|жител)"
    r"|(?P<source>sourc|fuent|quell|источ|собес|insid|membr|miemb|mitgl|член)"
)


def roots(words: Iterable[str]) -> set[str]:
    """Return what the forms of words share."""
    return {_SAME.get(word[:_ROOT], word[:_ROOT]) for word in words}


def rank(stem: str) -> str:
    """Return which of the ranks the stem of an office is of, "" for none."""
    found = _RANKS.match(stem)
    return (found.lastgroup or "") if found else ""
