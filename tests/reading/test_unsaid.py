"""What is reported without marks and is no statement of anybody: deeds, names, places; and where a statement ends."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes


def reported(text: str) -> list[str]:
    """Return what is taken for said without marks."""
    return [one.text for one in find_quotes(text, spans="all") if one.kind == "indirect"]


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund posted a picture of her garden.",
        "Ida Lund announced the election date on Monday.",
        "Ida Lund called Ola Renn to concede the race.",
        "Ida Lund did not respond to questions about the dam.",
        "Ida Lund has not said whether she will stay.",
        "Ida Lund stopped short of saying that the dam had failed.",
        "The minister was criticised for not doing more about the dam.",
        "There was evidence to suggest that the dam had been weak.",
        "An earlier version of this article said that the dam was in Riga.",
        "The price varies according to who asks for it.",
        "The tariffs were a new step in a long trade dispute that has split the towns.",
        "Ida Lund said little about her time in Riga.",
    ],
)
def test_what_nobody_says_is_no_quote(text: str) -> None:
    assert not reported(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The dam was full, said Ida Lund, a judge in Riga.", ["The dam was full"]),
        (
            "Ida Lund said the work was done between March 3, 1974, and May 4, 1974, by the town.",
            ["the work was done between March 3, 1974, and May 4, 1974, by the town"],
        ),
        (
            "Ida Lund said the dam, or what was left of it, had been blown up on Monday.",
            ["the dam, or what was left of it, had been blown up on Monday"],
        ),
        ("After insisting that the dam was sound, the ministry closed it.", ["that the dam was sound"]),
        ("Ida Lund told The Norwick Star on Saturday that the dam was sound.", ["that the dam was sound"]),
        ("Ida Lund said in a statement it was aware of the leak.", ["it was aware of the leak"]),
        (
            "Several of the hurt were taken to Riga by bus, Ola Renn, the deputy director of the service, "
            "said in a statement.",
            ["Several of the hurt were taken to Riga by bus"],
        ),
        ("Hours later, President Lund, who had warned of a flood, met the mayor.", ["a flood"]),
        (
            "In a letter on Monday, Ida Lund claimed, falsely, that the dam was sound.",
            ["that the dam was sound"],
        ),
    ],
)
def test_a_statement_begins_and_ends_with_its_clause(text: str, said: list[str]) -> None:
    assert reported(text) == said


def test_what_is_not_denied_stays() -> None:
    assert reported("Ida Lund did not deny that the dam had failed.") == ["that the dam had failed"]
