"""What the engine says of the sample and of a few invented texts stays the same to the byte.

A change that is meant is renewed by `PYTHONPATH=. python tests/reading/test_fingerprint.py`, which prints the
tables anew; read what changed (`briefing-tui extract --why`) before they are pasted in.
"""

from __future__ import annotations

import gc
import hashlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from tui.reading.quotes import find_quotes
from tui.reading.quotes.words.tokens import read_skeleton

SOURCES = Path(__file__).resolve().parents[2] / "data" / "sources"

# Each has another way to say who spoke: tags, inversion, pronouns, offices, hearsay, no marks, other marks, none.
TEXTS = {
    "council": """Council votes on the bridge

Mayor Helen Brandt and her deputy, Oskar Lund, met the press on Monday.

"The bridge will be closed in March," Brandt said. "We have no choice."

Lund told reporters that the repair would be "long and dear". "I walked over it," he added, "and it shook."

The city's spokeswoman, Ida Moreno, said the council had not been asked.

“That is simply wrong,” the spokeswoman said. “Nobody,” said she, “was told.”

According to the council, the work takes "two summers." One of the officials called it 'a shame'.
""",
    "hearsay": """Norwick – The Norwick Courier quoted Vera Stahl as saying the “so-called rescue” had failed.

Stahl, 58, who led the harbour until 2019, was quoted by the agency as saying: "They knew."

The daily reported this. "We never knew," Prime Minister Jan Oduya replied in a statement on Tuesday,
adding, "nor did she." In his book "The Long Quay" he wrote that he would go.

The French and Russian press reports spoke of "talks". Oduya denied that; he insisted that nobody had met him.
""",
    "transcript": """REPORTER: "MR KERN: Will you go?"

Minister Kern: «No. I stay», then left. „Das ist so“, she said; it was her last word.

"The first paragraph goes on, Anna Kern explained. It has no end.

"Here it does," she said. They doubted it. "It," the firm wrote @norwick, "is 5" wide."

''Typed marks,'' the letter read, ''count too.''

"The Harbour Closes," by the Courier's Ida Moreno, https://courier.example/1
""",
    "unmarked": """The council said it would vote in May, though the mayor doubted that. The road, Lund said, was safe.

She warned the ministry would close the school if nobody paid, a spokesman for the region told the Courier.

Analysts expect a long winter, the bank said in a report. Asked whether Lund had resigned, Moreno shrugged.

The agency reported that Lund had said the ferry sank, according to two people who were there.
""",
    "nothing": "A plain line.\n\nAnother one, with the word “bridge” in marks.",
}


def fingerprint(text: str) -> str:
    """Return 16 hex digits over every field of every record, in each choice of spans."""
    records = [
        [asdict(found) for found in find_quotes(text, spans=spans)] for spans in ("quoted", "content", "all")
    ]
    return hashlib.sha256(json.dumps(records, sort_keys=True).encode()).hexdigest()[:16]


def body_of(account: str) -> str:
    return (SOURCES / f"{account}.md").read_text(encoding="utf-8").split("---\n", 2)[2].strip()


OWN = {
    "council": "7e78af8871b4ece6",
    "hearsay": "5cf2a4a4cca3451b",
    "transcript": "788e4ee9cc0db817",
    "unmarked": "c3c5405d7955c445",
    "nothing": "f865256c77f3fc9f",
}
SAMPLE = {
    "2022-01-31-elysee": "1d3d7305edf88f9e",
    "2022-01-31-kremlin": "5978931a19c7888d",
    "2022-01-31-moscow-times": "2292d087daad088b",
    "2022-02-10-kremlin": "d7198e98648db54a",
    "2022-02-12-agencies": "7ab2dcb1b74b3fa3",
    "2022-02-12-elysee": "2d5da91b26604919",
    "2022-02-12-kremlin": "44619e6f898b200b",
    "2022-02-12-macron-twitter": "d0ab562b4b05ede1",
    "2022-02-20-elysee": "63ce5191c6195b6b",
    "2022-02-20-news-site": "5942391f1e9b1bb6",
    "2022-02-21-kremlin": "a817ce4a332f0eb4",
    "2022-02-21-news-site": "1baf70578f8ac7b9",
    "2025-07-01-caliber-az": "8de54404785c29c0",
    "2025-07-01-france": "fb7347a25daa0759",
    "2025-07-01-kremlin": "b4ec916ada3003b8",
    "2025-12-kremlin": "fa93e01b36f5e4b6",
    "2025-12-macron": "0ff8e3444551afe1",
    "2025-12-menafn": "77d8533c09c9b1d5",
}


@pytest.mark.parametrize("name", TEXTS)
def test_invented_texts_are_read_as_before(name: str) -> None:
    assert fingerprint(TEXTS[name]) == OWN[name]


@pytest.mark.parametrize("account", sorted(path.stem for path in SOURCES.glob("*.md")))
def test_the_sample_is_read_as_before(account: str) -> None:
    assert fingerprint(body_of(account)) == SAMPLE[account]


def test_a_break_that_a_name_goes_on_over_ends_its_paragraph() -> None:
    skeleton = read_skeleton("Ida Lund\n\n& Roth spoke.\n\nHe left.", [])
    assert dict(zip(skeleton.text, skeleton.paragraph, strict=True))["left"] == 2


def test_an_article_leaves_nothing_that_has_to_be_searched_for() -> None:
    # the search for garbage is off while one is read: what holds itself would stay until an import is done
    text = "\n\n".join(TEXTS.values())
    fingerprint(text)
    gc.collect()
    gc.disable()
    try:
        fingerprint(text)
        assert gc.collect() == 0
    finally:
        gc.enable()


if __name__ == "__main__":
    tables = {
        "OWN": {name: fingerprint(text) for name, text in TEXTS.items()},
        "SAMPLE": {path.stem: fingerprint(body_of(path.stem)) for path in sorted(SOURCES.glob("*.md"))},
    }
    for table, digests in tables.items():
        rows = "".join(f'    "{name}": "{digest}",\n' for name, digest in digests.items())
        sys.stdout.write(f"{table} = {{\n{rows}}}\n")
