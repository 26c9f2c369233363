"""Where something was said, in French, German, Russian and Spanish."""

from __future__ import annotations

import pytest

from tui.core.model import Article, Quote, Selector
from tui.reading.statements.occasion import occasion_of

WORDS = "§§§"


@pytest.mark.parametrize(
    ("language", "text", "setting"),
    [
        ("de", "„§§§“, sagte Asger Holm dem Rundfunksender DR.", "told DR"),
        ("de", "Eva Holm sagte dem Sender „Odra Radio“, §§§.", "told Odra Radio"),
        ("de", "„§§§“, schrieb er auf X.", "on X"),
        ("de", "„§§§“, sagte Holm auf einer Pressekonferenz.", "at a press conference"),
        ("de", "„§§§“, sagte Holm der Ministerin.", ""),
        ("fr", "« §§§ », a écrit Eva Roth sur Telegram.", "on Telegram"),
        ("fr", "« §§§ », a raconté Roth à la radio publique RNZ.", "told RNZ"),
        ("fr", "« §§§ », a affirmé Roth à la BBC.", "told BBC"),
        ("fr", "« §§§ », a dit Roth lors d'une conférence de presse.", "at a press conference"),
        ("fr", "« §§§ », a dit Roth à la ministre.", ""),
        ("es", "«§§§», ha escrito en la red social X.", "on X"),
        (
            "es",
            "En declaraciones a Radio Cantábrico y en rueda de prensa dijo: «§§§».",
            "at a press conference",
        ),
        ("es", "«§§§», explicó Mora al diario El Faro.", "told El Faro"),
        ("es", "«§§§», explicó Mora al ministro.", ""),
        ("ru", "«§§§», — заявил он телеканалу «Восток 24».", "told Восток 24"),
        ("ru", "«§§§», — написал он в Telegram.", "on Telegram"),
        ("ru", "«§§§», — сказал он на брифинге.", "at a briefing"),
        ("ru", "«§§§», — сказал он министру.", ""),
    ],
)
def test_a_sentence_tells_where_something_was_said(language: str, text: str, setting: str) -> None:
    start = text.index(WORDS)
    quote = Quote(id="q", article="a", kind="direct", parts=(Selector.at(text, start, start + len(WORDS)),))
    article = Article(
        id="a", event="e", headline="", outlet="", text=text, language=language, quotes=(quote,)
    )
    assert occasion_of(article, quote).setting == setting
