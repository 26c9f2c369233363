"""What must hold of the cases of who said what: by the number of the case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from benchmarks.case_desk import Desk, Faults, Row, differ, paragraphs, speakers
from benchmarks.own_gold import fold
from tui.core.model import SURE_ENOUGH


def _secretary(at: Desk) -> Faults:
    at.imported("a.md")
    quotes = at.rows("quotes")
    yield from differ("speakers", speakers(quotes), ["marc rubin", "marc rubin", "peter hagen"])


def _spokesmen(at: Desk) -> Faults:
    at.imported("6.md")
    counted = Counter(row["speaker_id"] for row in at.rows("quotes"))
    yield from differ("quotes of each speaker", sorted(counted.values()), [1, 2])


def _moved_tag(at: Desk) -> Faults:
    at.imported("v1.md")
    brandt = next((row for row in at.rows("quotes") if "brandt" in row["speaker"].casefold()), None)
    if brandt is None:
        yield "Brandt has no quote"
        return
    at.run("tag", brandt["id"], "northern claim")
    at.imported("v2.md")
    after = [row for row in at.rows("quotes") if row["tags"]]
    for row in after:
        if "brandt" not in row["speaker"].casefold() and not row["text_changed"]:
            yield f"the tag is on a quote of {row['speaker']}, and nothing is told"
        elif not (row["words_gone"] or row["text_changed"]):
            yield "the tagged quote is no orphan"
    untagged = [row for row in at.rows("quotes") if "falk" in row["speaker"].casefold()]
    yield from differ("Falk’s quotes", len(untagged), 1)


def _conference(at: Desk) -> Faults:
    at.imported("kremlin.txt")
    direct = Counter(fold(row["speaker"]) for row in at.rows("quotes") if row["kind"] == "direct")
    for name in ("viktor sorokin", "erik holm", "marta lind"):
        if not direct[name]:
            yield f"{name} said nothing; there are {dict(direct)}"
    yield from (f"the speaker is {name!r}" for name in direct if name in ("i", "question", ""))


def _interview(at: Desk) -> Faults:
    at.imported("interview.txt")
    raw = (at.case / "interview.txt").read_text(encoding="utf-8")
    asked = [line for line in raw.splitlines() if line.startswith("Q: ")]
    for row in at.articles():
        yield from (f"lost: {line[:10]}…" for line in asked if line[3:].split(",")[0] not in row["text"])


def _q_elements(at: Desk) -> Faults:
    at.imported("13q.html")
    hers = [
        row for row in at.rows("quotes") if row["kind"] == "direct" and "ida brandt" in fold(row["speaker"])
    ]
    yield from differ("direct words of Ida Brandt", sum(len(row["parts"]) for row in hers) >= 2, True)
    yield from differ("paragraphs", [len(paragraphs(row)) for row in at.articles()], [6])


def _block_quote(at: Desk) -> Faults:
    at.imported("08blockquote.html")
    hers = [
        row for row in at.rows("quotes") if row["kind"] == "direct" and "ida brandt" in fold(row["speaker"])
    ]
    yield from differ("direct quotes of Ida Brandt", len(hers) >= 1, True)


def _lead_ins(at: Desk) -> Faults:
    at.imported("a.md")
    said = {" ".join(row["text"].split()[:2]): fold(row["speaker"]) for row in at.rows("quotes")}
    yield from differ("after “And from”", said.get("Vera brings"), "rosa worms")
    yield from differ("after “From the desk of”", said.get("The market"), "john dahl")


def _offices(at: Desk) -> Faults:
    ministries = {f"{state} {kind} ministry" for state, kind in _MINISTRIES}
    yield from differ("b.txt", set(speakers(at.spoken("b.txt", "--spans", "content"))), ministries)
    for name, heads in (
        ("c.txt", ["emmanuel macron", "volodymyr zelenskyy", "andriy yermak", "xi jinping"]),
        ("h.txt", ["emmanuel macron", "vladimir putin"]),
    ):
        # An office that the text gives to nobody may stand as it is written, with a "?".
        for row, head in zip(at.spoken(name), heads, strict=True):
            if fold(row["entity"]) != head and not (
                row["entity"] == row["speaker_text"] and row["confidence"] < SURE_ENOUGH
            ):
                yield f"{name}: {row['entity']} is not {head}"
    yield from differ("j.txt", len(set(speakers(at.spoken("j.txt")))), 9)
    talks = at.spoken("f.txt", "--spans", "content")
    irna = [row for row in talks if "araqchi" in fold(row["entity"]) and "IRNA" in " ".join(row["chain"])]
    yield from differ("f.txt: Araqchi through IRNA", len(irna), 2)
    for names in (
        ("elysee",),
        ("kremlin",),
        ("french presidency",),
        ("macron", "merz", "starmer"),
        ("france", "germany"),
    ):
        if not any(all(name in each for name in names) for each in speakers(talks)):
            yield f"f.txt: nobody is {' and '.join(names)}"


_MINISTRIES = (("russian", "defense"), ("russian", "foreign"), ("french", "foreign"), ("german", "foreign"))


def _diplomacy(at: Desk) -> Faults:
    yield from _readout(at.spoken("01_readout.txt", "--spans", "content"))
    holders = {
        "the minister": "annalena baerbock",
        "the chinese foreign minister": "wang yi",
        "the chancellor": "olaf scholz",
    }
    for row in at.spoken("03_office.txt", "--spans", "content"):
        wanted = holders.get(row["speaker_text"].casefold())
        if wanted and fold(row["entity"]) != wanted:
            yield f"03: {row['speaker_text']} is {row['entity']}"
    denials = at.spoken("05_denial.txt", "--spans", "content")
    turned = [row for row in denials if row["polarity"] != "asserted"]
    yield from differ("05: denied and the like", len(turned) >= 4, True)
    for row in denials:
        if re.search(r"den(?:y|ied)|refut|declin|rule out", row["cue_text"]) and row not in turned:
            yield f"05: {row['cue_text']!r} reads as an assertion"
    posts = at.spoken("07_telegram.txt", "--spans", "content")
    for row in posts:
        if "chief of staff" in row["speaker_text"] and fold(row["entity"]).endswith("macron"):
            yield "07: the chief of staff is Macron"
    yield from differ("07: Gladkov", "vyacheslav gladkov" in speakers(posts), True)
    turns = Counter("miller" in each for each in speakers(at.spoken("09_briefing.txt", "--spans", "content")))
    yield from differ("09: turns of Miller", turns[True] >= 4, True)
    joint = at.spoken("11_joint_bullets.txt", "--spans", "content")
    several = [
        each for each in speakers(joint) if "barrot" in each and "wadephul" in each and "lammy" in each
    ]
    yield from differ("11: three together", len(several) >= 1, True)
    yield from differ("11: bullets", sum("g7" in each for each in speakers(joint)) >= 3, True)
    yield from differ("11: Russia speaks", "russia" in speakers(joint), False)


def _readout(rows: Sequence[Row]) -> Faults:
    said = Counter(speakers(rows))
    palace = sum(number for name, number in said.items() if name in ("elysee", "elysee palace"))
    yield from differ("01: the Élysée", palace >= 2, True)
    for name in ("french presidency", "kremlin"):
        yield from differ(f"01: {name}", said[name] >= 1, True)
    for name, through in (("macron", ""), ("putin", "kremlin")):
        theirs = [row for row in rows if fold(row["entity"]).endswith(name)]
        carried = [row for row in theirs if through in fold(" ".join(row["chain"])) and row["chain"]]
        yield from differ(f"01: {name} through another", bool(carried), True)


SPEAKERS: dict[str, Callable[[Desk], Faults]] = {
    "03": _secretary,
    "05": _spokesmen,
    "22": _moved_tag,
    "23": _conference,
    "25": _interview,
    "39": _q_elements,
    "40": _block_quote,
    "47": _lead_ins,
    "58": _offices,
    "59": _diplomacy,
}
