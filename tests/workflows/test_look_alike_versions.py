"""A tagged quote whose speaker leaves the article, while somebody else says the same words in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.cli.parser import main
from tui.commands.annotations import AddTags, target_of
from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources

HEAD = """---
title: Two mayors count the boats
outlet: The Quay
date: 2025-09-02
url: https://quay.example/boats
language: en
---
The mayors of both shores met on Monday to count the boats that were late this summer.

"""
HERS = "“Every third boat came late this summer, and nobody said why,” said Ada Lund, the mayor of the north shore.\n\n"
HIS = "“Every third boat came late this summer, and nobody said why,” said Otto Reim, the mayor of the south shore.\n\n"
TAIL = "The line will publish its own count in October, and the mayors will meet again before the winter.\n"


@pytest.mark.parametrize(
    ("before", "after"), [(HERS + HIS, HIS), (HIS + HERS, HIS), (HERS + HIS, HIS + HERS)]
)
def test_a_tag_stays_with_whom_it_was_given_to(
    tmp_path: Path, before: str, after: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "boats.md"
    page.write_text(HEAD + before + TAIL, encoding="utf-8")
    briefing = Briefing.open(tmp_path / "store", create=True)
    import_sources(briefing, [page])
    hers = next(quote for _, _, quote in briefing.quotes() if quote.entity == "Ada Lund")
    his = next(quote for _, _, quote in briefing.quotes() if quote.entity == "Otto Reim")
    briefing.do(AddTags([target_of(hers)], ["northern claim"]))
    page.write_text(HEAD + after + TAIL, encoding="utf-8")
    done = import_sources(briefing, [page])
    briefing.close()
    assert done.changed
    assert main(["--store", str(tmp_path / "store"), "quotes", "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    tagged = [record for record in records if record["tags"]]
    assert [(record["id"], record["words_gone"]) for record in tagged] == [(hers.id, HERS not in after)]
    assert all(record["text_changed"] is False for record in tagged)
    (kept,) = [record for record in records if record["speaker"] == "Otto Reim"]
    assert (kept["id"], kept["tags"]) == (his.id, [])
    assert done.lost == (HERS not in after)
