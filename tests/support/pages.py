"""Pages in our own words, for tests that import."""

from __future__ import annotations

MENU = "Home\nWorld\nBusiness\nSport\nSign in\n\n"
FOOT = "\nShare this article\n\nTerms of use\n"


def page(headline: str, *paragraphs: str, stamp: str = "") -> str:
    """Return a scraped page as text: menu, headline, stamp, paragraphs, foot."""
    body = "\n\n".join(paragraphs)
    return f"{MENU}{headline}\n\n{stamp}\n\n{body}\n{FOOT}"


HARBOUR = page(
    "Harbour workers end their strike in Norwick",
    "Dock workers in the port of Norwick went back to their cranes on Tuesday after eleven days.",
    "“We have what we came for, and nobody was left behind,” said Mara Lindqvist, who leads the union.",
    "The port authority said that forty ships were waiting outside the harbour, some of them for a week.",
    "“It will take until Sunday before the last of them is unloaded,” its director Paul Ekholm said.",
    stamp="5 March 2024 14:20",
)
FLOOD = page(
    "River bursts its banks at Tarn Mill and cuts off two villages",
    "The river Tarn rose by two metres within a night and cut the villages of Upper Mill and Lower Mill off.",
    "“I have lived here all my life and never saw water in my kitchen,” said Edith Crane, a teacher.",
    "Soldiers brought bread and batteries in boats, and the school was opened for those who had to leave.",
    stamp="18 November 2023",
)
NOTE = """\
---
id: 0123456789abcdef0123456789abcdef
headline: "Norwick port: what the strike cost"
outlet: Harbour Gazette
author: Jo Example
published: 2024-03-06
url: https://gazette.example/strike
event: Norwick strike
event_date: 2024-03-05
---

The strike in the port of Norwick cost the shipping lines some nine million, the Gazette reckons.

“Nobody will get that back,” said Paul Ekholm, the port’s director.
"""
