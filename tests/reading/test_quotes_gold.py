"""The figures on real articles do not fall below what was reached.

The weights were trained on these articles, all but the seeds: `benchmarks.quotes` has the figures on
articles that were not.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from tui.reading.quotes import find_quotes
from tui.reading.result import QuoteSpan


def record(one: QuoteSpan) -> dict[str, Any]:
    named = one.speaker_start >= 0
    return {
        "start": one.start,
        "end": one.end,
        "kind": one.kind,
        "speaker_text": one.speaker_text or None,
        "speaker_start": one.speaker_start if named else None,
        "speaker_end": one.speaker_end if named else None,
        "entity": one.entity or None,
    }


@pytest.mark.parametrize(
    ("name", "spans", "span", "mention", "person"),
    [
        ("polnear_entgold", "quoted", 97, 92, 92),
        ("seeds_quoted", "quoted", 98, 94, 94),
        ("polnear_ent80_viewA", "content", 76, 73, 72),
    ],
)
def test_figures(shared: Path, name: str, spans: str, span: float, mention: float, person: float) -> None:
    folder = shared / "gold" / "quotes"
    spec = importlib.util.spec_from_file_location("quotes_score", folder / "score.py")
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    docs = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
    predicted = {
        doc["id"]: [
            record(one)
            for one in find_quotes(doc["text"], spans="content" if spans == "content" else "quoted")
        ]
        for doc in docs
    }
    every = scorer.score(docs, predicted, spans == "content")["all"]
    assert every["lenient"]["F"] >= span
    assert every["e2e_mention"]["F"] >= mention
    assert every["e2e_entity"]["F"] >= person
