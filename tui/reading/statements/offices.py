"""Which articles are an office's own words."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.core.model import Article
from tui.reading.quotes.names.bodies import BODY_NOUNS, SEATS, is_body
from tui.reading.statements.foreign_states import is_foreign_body

_RECORD = re.compile(
    r"\b(?:readout|transcript|verbatim|communiqu[eé]|press service|official website|federal public service"
    r"|(?:re)?transcription|compte[- ]rendu de l['’]entretien|im wortlaut|mitschrift|transcripción|стенограмма)\b",
    re.IGNORECASE,
)
# "Meridian News Agency", and not "Presidential Press Service".
_NEWS_AGENCY = re.compile(r"\b(?:news|press|wire) (?:agency|service|association)$", re.IGNORECASE)
_OFFICIAL = BODY_NOUNS | SEATS | {"presidential", "ministerial", "royal", "official"}
WORD = re.compile(r"[^\W_][\w’'-]*")


def is_record(article: Article) -> bool:
    """Tell whether an article is an office's own: a readout, a transcript, a ministry's page."""
    return is_own(article.headline, article.outlet)


def is_own(headline: str, outlet: str) -> bool:
    """Tell whether what an outlet prints under a headline is an office's own."""
    words = [word.lower() for word in WORD.findall(outlet)]
    if _NEWS_AGENCY.search(outlet) and _OFFICIAL.isdisjoint(words[:-2]):
        return bool(_RECORD.search(headline))
    pairs = {f"{a}-{b}" for a, b in pairwise(words)}
    # "Ministry of Finance, Kingdom of Norland"
    named = bool(SEATS & {*words, *pairs}) or any(is_body(each.lower().split()) for each in outlet.split(","))
    return named or is_foreign_body(outlet) or bool(_RECORD.search(f"{headline} {outlet}"))
