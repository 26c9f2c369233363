"""What the engine says of the sample and of a few invented texts stays the same to the byte.

A change that is meant is renewed by `PYTHONPATH=. python tests/reading/test_fingerprint.py`, which prints the
tables anew; read what changed (`briefing-tui extract --why`) before they are pasted in.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from tui.reading.quotes import find_quotes

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
    "council": "6e846a064617fd86",
    "hearsay": "4db90094606c4bf3",
    "transcript": "d6d845b1306cc72c",
    "unmarked": "5a1accd795a81bdd",
    "nothing": "f865256c77f3fc9f",
}
SAMPLE = {
    "2022-01-31-elysee": "9681fd8a0bc3c08e",
    "2022-01-31-kremlin": "30ccd073f77684a3",
    "2022-01-31-moscow-times": "cc58f1a0a5650366",
    "2022-02-10-kremlin": "0fa15bd010df326c",
    "2022-02-12-agencies": "512702c68bdec6e8",
    "2022-02-12-elysee": "428392d0f10150ea",
    "2022-02-12-kremlin": "116aad947e0f064a",
    "2022-02-12-macron-twitter": "d5973314397e20ce",
    "2022-02-20-elysee": "a02f398953a197f4",
    "2022-02-20-news-site": "ca7c0169bc47bdcf",
    "2022-02-21-kremlin": "cd0ca1b15c1d2c7e",
    "2022-02-21-news-site": "afd09656267ca0a3",
    "2025-07-01-caliber-az": "cfcd9a7ff8b66b87",
    "2025-07-01-france": "6a5b5e78e0ece56f",
    "2025-07-01-kremlin": "52fd8a37d40b632d",
    "2025-12-kremlin": "9cc5b9499360ff4c",
    "2025-12-macron": "6c8dbffcc28b718e",
    "2025-12-menafn": "35e82e2a2b80a04e",
}


@pytest.mark.parametrize("name", TEXTS)
def test_invented_texts_are_read_as_before(name: str) -> None:
    assert fingerprint(TEXTS[name]) == OWN[name]


@pytest.mark.parametrize("account", sorted(path.stem for path in SOURCES.glob("*.md")))
def test_the_sample_is_read_as_before(account: str) -> None:
    assert fingerprint(body_of(account)) == SAMPLE[account]


if __name__ == "__main__":
    tables = {
        "OWN": {name: fingerprint(text) for name, text in TEXTS.items()},
        "SAMPLE": {path.stem: fingerprint(body_of(path.stem)) for path in sorted(SOURCES.glob("*.md"))},
    }
    for table, digests in tables.items():
        rows = "".join(f'    "{name}": "{digest}",\n' for name, digest in digests.items())
        sys.stdout.write(f"{table} = {{\n{rows}}}\n")
