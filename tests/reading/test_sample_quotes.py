"""Who says what in the sample: each fragment has the speaker and the kind a reader would give it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.reading.quotes import find_quotes

SOURCES = Path(__file__).resolve().parents[2] / "data" / "sources"
FRAGMENT = re.compile(r"“([^“”]*)”")
KREMLIN, ELYSEE, TASS, PARIS = "kremlin", "élysée", "tass", "paris"
PUTIN, MACRON, PESKOV, LAVROV = "vladimir putin", "emmanuel macron", "dmitry peskov", "sergey lavrov"
ZELENSKIY = "volodymyr zelenskiy"

# The fragments of each account in order: who says it and, where it is a clause of its own, "direct".
SAID: dict[str, list[str]] = {
    "2022-01-31-elysee": [ELYSEE],
    "2022-01-31-kremlin": [KREMLIN],
    "2022-01-31-moscow-times": [ZELENSKIY, ELYSEE],
    "2022-02-10-kremlin": [KREMLIN, KREMLIN],
    "2022-02-12-agencies": [f"{PESKOV} direct", PUTIN, TASS, TASS],
    "2022-02-12-elysee": [f"{MACRON} direct", PARIS],
    "2022-02-12-kremlin": [PUTIN, KREMLIN],
    "2022-02-12-macron-twitter": [f"{MACRON} direct", MACRON, f"{MACRON} direct", MACRON],
    "2022-02-20-elysee": [ELYSEE, ELYSEE],
    "2022-02-20-news-site": [ELYSEE],
    "2022-02-21-kremlin": [KREMLIN, PUTIN, KREMLIN, PUTIN, PUTIN],
    "2022-02-21-news-site": [KREMLIN, KREMLIN],
    "2025-07-01-caliber-az": [PESKOV, PESKOV, PESKOV, PUTIN],
    "2025-07-01-france": [PUTIN],
    "2025-07-01-kremlin": [f"{PESKOV} direct", f"{PESKOV} direct", PESKOV, PESKOV, f"{PUTIN} direct"],
    "2025-12-kremlin": [PESKOV, PESKOV, f"{PESKOV} direct", LAVROV, LAVROV],
    "2025-12-macron": [MACRON, MACRON, MACRON, MACRON],
    "2025-12-menafn": [MACRON, PESKOV],
}


def body_of(account: str) -> str:
    return (SOURCES / f"{account}.md").read_text(encoding="utf-8").split("---\n", 2)[2].strip()


def test_every_fragment_is_listed_here() -> None:
    counts = {path.stem: len(FRAGMENT.findall(body_of(path.stem))) for path in SOURCES.glob("*.md")}
    assert counts == {account: len(said) for account, said in SAID.items()}


@pytest.mark.parametrize("account", SAID)
def test_the_engine_hears_who_is_speaking(account: str) -> None:
    text = body_of(account)
    fragments = [match.group(1) for match in FRAGMENT.finditer(text)]
    wanted = [
        (fragment, who.removesuffix(" direct"), "direct" if who.endswith(" direct") else "mixed")
        for fragment, who in zip(fragments, SAID[account], strict=True)
    ]
    heard = [
        (quote.text.strip("“”"), quote.entity.casefold().removeprefix("the "), quote.kind)
        for quote in sorted(find_quotes(text), key=lambda quote: quote.start)
    ]
    assert heard == wanted
