"""How well and how fast quotes are found and given to their speakers.

    python -m benchmarks.quotes [--peer] [--failures N]

Scores the gold in ../shared with its own scorer, twice: under weights that never saw the article that
is scored ("unseen": five parts, each scored with what the other four taught; wants numpy), and under
the weights that ship, which were trained on all those articles but the pages of seeds_quoted. Then the
failures on unseen articles by class, and speed, memory and start in a process of its own. `--peer`
runs textacy on spaCy's small English model over the same articles, where both are installed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.calibration import print_audit, print_bins, verdicts
from benchmarks.quote_gold import GOLD, REPO, Doc, line, load, record, scorer

# gold file, spans; indirect attitudes that are no speech are minded in neither way
ROWS = [
    ("polnear_entgold", "quoted"),
    ("polnear_quoted", "quoted"),
    ("polnear_ent80_viewA", "content"),
    ("seeds_quoted", "quoted"),
]
_PROBE = """
import resource, sys, time
started = time.process_time()
from tui.reading.quotes import find_quotes
find_quotes('"Yes," he said.')
ready = time.process_time() - started
size, spent = 0, 0.0
with open(sys.argv[1], encoding="utf-8", newline="") as texts:
    while length := texts.readline():
        text = texts.read(int(length))
        started = time.process_time()
        find_quotes(text)
        spent += time.process_time() - started
        size += len(text.encode())
try:  # what the process itself took; the other figure holds what it was forked from
    with open("/proc/self/status") as status:
        peak = next(int(row.split()[1]) for row in status if row.startswith("VmHWM")) / 1024
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{size / 1000 / spent:.0f} KB a CPU second, {ready * 1000:.0f} ms CPU to start, {peak:.0f} MB peak")
"""
_PEER = """
import json, sys, time
try:
    import spacy, textacy.extract
    pipeline = spacy.load("en_core_web_sm")
except (ImportError, OSError) as problem:
    sys.exit(f"not run: {problem}")
spent = 0.0
size = 0
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for line in open(sys.argv[1], encoding="utf-8"):
        doc = json.loads(line)
        started = time.process_time()
        read = pipeline(doc["text"])
        found = list(textacy.extract.direct_quotations(read))
        spent += time.process_time() - started
        size += len(doc["text"].encode())
        quotes = [
            {"start": each.content.start_char, "end": each.content.end_char, "kind": "direct",
             "speaker_text": " ".join(token.text for token in each.speaker) or None,
             "speaker_start": each.speaker[0].idx if each.speaker else None,
             "speaker_end": each.speaker[-1].idx + len(each.speaker[-1]) if each.speaker else None}
            for each in found
        ]
        out.write(json.dumps({"id": doc["id"], "quotes": quotes}) + "\\n")
print(f"{size / 1000 / spent:.0f}")
"""


def shipped(name: str, spans: str) -> dict[str, list[Doc]]:
    """Return by article what is found under the weights that ship."""
    from tui.reading.quotes import find_quotes

    return {
        doc["id"]: [
            record(one)
            for one in find_quotes(doc["text"], spans="content" if spans == "content" else "quoted")
        ]
        for doc in load(name)
    }


def score(name: str, predicted: dict[str, list[Doc]], errors: list[Doc] | None = None) -> Doc:
    """Return what the scorer says; the failures are added to `errors`."""
    result: Doc = scorer().score(load(name), predicted, "viewA" in name, errors)
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


def failures(name: str, errors: list[Doc], shown: int) -> None:
    """Print how many failures there are of each class, and some of them."""
    texts = {doc["id"]: doc["text"] for doc in load(name)}
    classes: Counter[str] = Counter()
    for error in errors:
        kind = classify(error, texts[error["id"]])
        classes[kind] += 1
        if classes[kind] <= shown:
            about = error["gold"] or error["pred"]
            text = texts[error["id"]]
            print("     ", kind, "|", text[max(0, about["start"] - 120) : about["end"] + 80])
    for kind, count in classes.most_common():
        print(f"    {count:5} {kind}")


def calibration(name: str, predicted: dict[str, list[Doc]], shown: int) -> None:
    """Print what the confidences of one file's records are worth, and which contradict themselves."""
    pairs = [(one["confidence"], right) for one, right in verdicts(load(name), predicted)]
    print_bins(pairs)
    print_audit((one for found in predicted.values() for one in found), shown)


def peer(folder: Path) -> None:
    """Print speed and scores of textacy on spaCy, over the articles of polnear_entgold."""
    gold, found = GOLD / "polnear_entgold.jsonl", folder / "peer"
    done = subprocess.run(
        [sys.executable, "-c", _PEER, str(gold), str(found)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        print("textacy on spaCy:", (done.stderr.strip().splitlines() or ["not run"])[-1])
        return
    rows = [json.loads(row) for row in found.read_text("utf-8").splitlines()]
    scores = score("polnear_entgold", {row["id"]: row["quotes"] for row in rows})
    print(f"textacy on spaCy, polnear_entgold: {line(scores)}  {done.stdout.strip()} KB a CPU second")


def main() -> int:
    """Print scores, failures by class and speed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--peer", action="store_true", help="run textacy on spaCy beside it")
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="show N failures of each class")
    arguments = parser.parse_args()
    if not GOLD.is_dir():
        print("no ../shared/gold/quotes beside this checkout: nothing to score")
        return 0
    try:
        from benchmarks.train_quotes import unseen

        parts = unseen()
    except ModuleNotFoundError as missing:
        parts = {}
        print(f"unseen articles: not run, {missing.name} is not installed")
    for name, spans in ROWS:
        print(f"\n{name} ({spans})")
        never_seen = name == "seeds_quoted"
        ours, errors = shipped(name, spans), list[Doc]()
        if name in parts:
            print("  unseen       ", line(score(name, parts[name], errors)))
            calibration(name, parts[name], arguments.failures)
        print(
            "  unseen       " if never_seen else "  shipped, seen",
            line(score(name, ours, errors if never_seen else None)),
        )
        failures(name, errors, arguments.failures)
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "texts")
        with texts.open("w", encoding="utf-8", newline="") as out:
            out.writelines(f"{len(doc['text'])}\n{doc['text']}" for doc in load("polnear_quoted"))
        print(flush=True)
        subprocess.run([sys.executable, "-c", _PROBE, str(texts)], cwd=REPO, check=True)
        if arguments.peer:
            peer(Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
