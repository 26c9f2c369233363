"""Words of an article as weighted terms: what grouping and the search for copies compare."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import log

_WORD = re.compile(r"[^\W_]+")
# Scripts written without spaces: a run of them is taken apart into pairs of letters.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")

# Words that say nothing about what happened; the weights would play them down in a large briefing,
# but in one of five articles they would outweigh the story.
_STOP = """
a about above according across added after again against all almost alone along already also although
always am among an and another any anyone anything are around as asked at away back be became because
become been before behind being below between both but by came can cannot could did didn do does doesn
doing don done down during each either else enough even ever every few first for from further get give
given go going got had has have having he her here hers herself him himself his how however i if in
indeed into is isn it its itself just last least less let like ll made make many may me might mine more
most mr mrs ms much must my myself near neither never next no nobody none nor not nothing now of off
often on once one only onto or other others our ours ourselves out over own per perhaps put quite rather
re really s said same say says see seem seemed seems several she should since so some someone something
still such t take tell than that the their theirs them themselves then there these they thing things
this those though through thus to told too toward towards two under until up upon us ve very via was
wasn way we well went were what when where whether which while who whole whom whose why will with within
without won would yet you your yours yourself
"""
STOP = frozenset(_STOP.split())


def words(text: str) -> list[str]:
    """Return the words of `text` in order, case folded; unspaced scripts give overlapping letter pairs."""
    found = _WORD.findall(text.casefold())
    if text.isascii() or not _UNSPACED.search(text):
        return found
    out: list[str] = []
    for word in found:
        if _UNSPACED.search(word) and len(word) > 2:
            out.extend(word[i : i + 2] for i in range(len(word) - 1))
        else:
            out.append(word)
    return out


def terms(title: str, text: str) -> dict[str, float]:
    """Return the words and word pairs of an article, each with 1 + log of how often it stands there."""
    kept = [w for w in words(f"{title}\n{text}") if w not in STOP and len(w) > 1]
    counts = Counter(kept)
    counts.update(map(" ".join, pairwise(kept)))
    return {term: 1.0 + log(n) if n > 1 else 1.0 for term, n in counts.items()}
