"""The gold of quotes, and its own scorer"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parents[1]

GOLD = REPO.parent / "shared" / "gold" / "quotes"

Doc = dict[str, Any]


def load(name: str) -> list[Doc]:
    """Return the gold articles of one file."""
    with (GOLD / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def scorer() -> Any:
    """Return the scorer that lies beside the gold, as a module."""
    spec = importlib.util.spec_from_file_location("quotes_score", GOLD / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def record(one: Any) -> Doc:
    """Return what was found in the form the scorer reads."""
    named = one.speaker_start >= 0
    return {
        "start": one.start, "end": one.end, "kind": one.kind, "speaker_text": one.speaker_text or None,
        "speaker_start": one.speaker_start if named else None,
        "speaker_end": one.speaker_end if named else None, "entity": one.entity or None, "confidence": one.confidence,
    }  # fmt: skip


def line(scores: Doc) -> str:
    """Return scores on one line."""
    every, pronouns = scores["all"], scores["pronoun_gold"]
    shown = (
        f"span {every['lenient']['F']}  mention {every['e2e_mention']['F']}"
        f"  person {every['e2e_entity']['F']}"
        f"  pronouns {pronouns['resolved_right']}/{pronouns['with_entity']}"
    )
    if "indirect" in scores:
        shown += f"  indirect span {scores['indirect']['lenient']['F']}"
    return shown
