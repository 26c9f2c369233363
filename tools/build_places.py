"""Builds the names of states and cities: `python -m tools.build_places` makes `places.txt` of the reading of quotes.

They come from Unicode's CLDR by way of Babel, which is 34 MB and is wanted for nothing else: so it is asked here, and
not on each reader's machine.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from tui.reading.quotes.languages import grammar

PLACES = Path(grammar.__file__).with_name("places.txt")
_HEAD = """\
# What words name states and cities in a language; made by tools/build_places.py.
# Data of the Unicode CLDR, © Unicode, Inc., used under the Unicode License V3 (https://www.unicode.org/license.txt).
"""
_UNIONS = frozenset({"EU", "EZ", "UN"})
_ISLANDS = re.compile(r"(?i)\b(?:island|isla|île|insel|о-в|остров)|inseln")
_CONTINENTS = ("Africa/", "America/", "Asia/", "Europe/")
# What names of states and cities hold beside what is theirs alone.
_NO_PLACES = frozenset(
    """
    republik république república республика republic region région región staaten states demokratische saint sankt
    inseln islands islas îles island union federated volksrepublik territorien territoires territorios südlich
    nueva nouvelle neue santa port north south east west city vatikanstadt
    """.split()
)


def places(language: str) -> list[str]:
    """Return the words that name states and cities in a language, lower case, in order."""
    from babel import Locale
    from babel.core import get_global

    locale = Locale(language)
    states = [name for code, name in locale.territories.items() if len(code) == 2 and code not in _UNIONS]
    names = [word for name in states if not _ISLANDS.search(name) for word in name.split()]
    told = {zone: zone_names.get("city") for zone, zone_names in locale.time_zones.items()}
    cities = (
        zone
        for zone in get_global("zone_territories")
        if zone.startswith(_CONTINENTS) and zone.count("/") == 1
    )
    names += [name for zone in cities if " " not in (name := told.get(zone) or zone.rpartition("/")[2])]
    return sorted({word.lower() for word in names if word[0].isupper() and len(word) > 3} - _NO_PLACES)


def main() -> None:
    """Write the table."""
    parts = [_HEAD]
    for language in grammar.LANGUAGES:
        parts.append(
            f"[{language}]\n" + textwrap.fill(" ".join(places(language)), 116, break_on_hyphens=False)
        )
    PLACES.write_text("\n".join(parts) + "\n", "utf-8")


if __name__ == "__main__":
    main()
