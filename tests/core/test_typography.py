"""How the words of a quote are shown, and who said them."""

from dataclasses import replace

from tui.cli.listing import speaker_of
from tui.core.model import Quote
from tui.core.quote_state import cited_speaker
from tui.core.typography import quoted


def test_a_quote_is_shown_without_the_comma_of_the_sentence_it_stood_in() -> None:
    assert quoted("We will wait,", "direct") == "“We will wait”"
    assert quoted("We will wait, and see.", "mixed", "denied") == "denied: “We will wait, and see.”"
    assert quoted("that they would wait,", "indirect") == "that they would wait,"


def test_a_citation_tells_what_is_not_sure_of_its_speaker() -> None:
    sure = Quote(id="q", article="a", kind="direct", parts=(), confidence=0.9)
    assert cited_speaker(sure, "Ida Lund") == "Ida Lund"
    guess = replace(sure, confidence=0.3, kind="indirect", chain=("TASS",))
    assert cited_speaker(guess, "Ida Lund") == "Ida Lund (unsure), through TASS (not in their words)"
    assert (
        cited_speaker(replace(guess, edited=("speaker",), chain=(), confidence=1.0), "")
        == "nobody named (not in their words)"
    )


def test_a_list_of_quotes_has_a_mark_behind_a_guess() -> None:
    record = {"speaker": "Ida Lund", "confidence": 0.3, "edited": []}
    assert speaker_of(record) == "Ida Lund ?"
    assert (
        speaker_of({**record, "edited": ["speaker"], "confidence": 1.0})
        == speaker_of({**record, "confidence": 0.9})
        == "Ida Lund"
    )
