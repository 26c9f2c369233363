"""How well and how fast quotes are found and given to their speakers.

    python benchmarks/quotes.py [--peer] [--failures N]

Scores the gold in ../shared with its own scorer, measures speed, memory and start in a process of
its own, and counts the failures by class. `--peer` runs textacy on spaCy's small English model beside
it, over the same articles in the same run, where both are installed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parents[1]
GOLD = REPO.parent / "shared" / "gold" / "quotes"
sys.path.insert(0, str(REPO))

Doc = dict[str, Any]

# gold file, spans, scorer's options, (row of the result, field) -> what to reach
ROWS = [
    ("polnear_entgold", "quoted", []),
    ("polnear_quoted", "quoted", []),
    ("polnear_ent80_viewA", "content", ["--speech-only"]),
    ("seeds_quoted", "quoted", []),
]
_PROBE = """
import resource, sys, time
started = time.process_time()
from tui.reading.quotes import find_quotes
find_quotes('"Yes," he said.')
ready = time.process_time() - started
texts = open(sys.argv[1], encoding="utf-8").read().split("\\0")
started = time.process_time()
for text in texts:
    find_quotes(text)
spent = time.process_time() - started
size = sum(len(text.encode()) for text in texts) / 1000
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{size / spent:.0f} KB a CPU second, {ready * 1000:.0f} ms CPU to start, {peak:.0f} MB peak")
"""
_PEER = """
import sys, time
try:
    import spacy, textacy.extract
    pipeline = spacy.load("en_core_web_sm")
except (ImportError, OSError) as problem:
    print("textacy on spaCy: not installed here"); raise SystemExit
texts = open(sys.argv[1], encoding="utf-8").read().split("\\0")[:20]
started = time.process_time()
for text in texts:
    list(textacy.extract.direct_quotations(pipeline(text)))
spent = time.process_time() - started
print(f"textacy on spaCy: {sum(len(text.encode()) for text in texts) / 1000 / spent:.0f} KB a CPU second")
"""


def load(name: str) -> list[Doc]:
    """Return the gold articles of one file."""
    with (GOLD / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def predict(docs: list[Doc], spans: str, target: Path) -> None:
    """Write what is found in some articles, in the form the scorer reads."""
    from tui.reading.quotes import find_quotes

    with target.open("w", encoding="utf-8") as out:
        for doc in docs:
            found = find_quotes(doc["text"], spans="content" if spans == "content" else "quoted")
            records = [
                {
                    "start": one.start, "end": one.end, "text": one.text, "kind": one.kind, "why": one.why,
                    "speaker_text": one.speaker_text or None, "entity": one.entity or None,
                    "speaker_start": one.speaker_start if one.speaker_start >= 0 else None,
                    "speaker_end": one.speaker_end if one.speaker_start >= 0 else None,
                }
                for one in found
            ]  # fmt: skip
            out.write(json.dumps({"id": doc["id"], "quotes": records}, ensure_ascii=False) + "\n")


def score(name: str, predicted: Path, options: list[str], errors: Path) -> Doc:
    """Return what the scorer says; the failures go to `errors`."""
    command = [sys.executable, str(GOLD / "score.py"), str(GOLD / f"{name}.jsonl"), str(predicted)]
    done = subprocess.run(
        [*command, "--json", "--errors", str(errors), *options], capture_output=True, text=True, check=True
    )
    result: Doc = json.loads(done.stdout)
    return result


def classify(error: Doc, text: str) -> str:
    """Return the class of one failure."""
    gold = error["gold"] or {}
    if error["what"] == "spurious":
        return "scare quote, title or term taken for speech" if not gold else "borders"
    if error["what"] == "missed":
        return "fragment missed" if gold["text"].count(" ") < 3 else "missed"
    speaker = (gold.get("speaker_text") or "").lower()
    start = gold["speaker_start"]
    if gold.get("speaker_pronoun"):
        predicted = (error["pred"] or {}).get("speaker_text") or ""
        return "pronoun, wrong person" if predicted.lower() == speaker else "pronoun, wrong mention"
    if start is not None and "\n" in text[min(start, gold["start"]) : max(start, gold["start"])]:
        return "speaker in another paragraph"
    if not gold.get("names_in_speaker"):
        return "institution, document or common noun"
    between = text[min(start, gold["start"]) : max(start, gold["start"])]
    if any(mark in between for mark in '"“”'):
        return "another quote in between"
    return "name, same paragraph"


def main() -> int:
    """Print scores, speed and failures by class."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--peer", action="store_true", help="measure textacy on spaCy beside it")
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="show N failures of each class")
    arguments = parser.parse_args()
    if not GOLD.is_dir():
        print("no ../shared/gold/quotes beside this checkout: nothing to score")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        predicted, errors, texts = (Path(folder) / name for name in ("predicted", "errors", "texts"))
        for name, spans, options in ROWS:
            docs = load(name)
            started = time.process_time()
            predict(docs, spans, predicted)
            spent = time.process_time() - started
            result = score(name, predicted, options, errors)
            every, pronouns = result["all"], result["pronoun_gold"]
            indirect = result.get("indirect", {}).get("lenient", {}).get("F", "–")
            print(f"\n{name} ({spans})")
            print(
                f"  span {every['lenient']['F']}  mention {every['e2e_mention']['F']}"
                f"  person {every['e2e_entity']['F']}  pronouns {pronouns['resolved_right']}"
                f"/{pronouns['with_entity']}  indirect {indirect}"
                f"  {sum(len(doc['text'].encode()) for doc in docs) / 1000 / spent:.0f} KB/s"
            )
            by_id = {doc["id"]: doc["text"] for doc in docs}
            classes: Counter[str] = Counter()
            for line in errors.read_text("utf-8").splitlines():
                error = json.loads(line)
                kind = classify(error, by_id[error["id"]])
                classes[kind] += 1
                if classes[kind] <= arguments.failures:
                    shown = error["gold"] or error["pred"]
                    print(
                        "     ",
                        kind,
                        "|",
                        by_id[error["id"]][max(0, shown["start"] - 120) : shown["end"] + 80],
                    )
            for kind, count in classes.most_common():
                print(f"  {count:5} {kind}")
        texts.write_text("\0".join(doc["text"] for doc in load("polnear_quoted")), "utf-8")
        print()
        for program in (_PROBE, _PEER) if arguments.peer else (_PROBE,):
            subprocess.run([sys.executable, "-c", program, str(texts)], cwd=REPO, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
