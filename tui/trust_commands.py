"""How far quotes can be trusted, and how they are tied to one another.

States follow the way from an outlet's page to a primary record; reliability and credibility are the
two scales of the Admiralty code, kept apart because a good source can be wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from tui.desk import Active, Desk, as_it_stands, mark, natural_id, things
from tui.model import Annotation, Relation, Status, Target, latest_assessment
from tui.text import clean

STATES: tuple[str, ...] = get_args(Status)
RELATIONS: tuple[str, ...] = get_args(Relation)
SYMMETRIC = frozenset({"same", "paraphrase", "contradicts"})
RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed by others",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}
_SAID = {
    "same": ("the same words as", ""),
    "translation": ("translation of", "translated as"),
    "paraphrase": ("paraphrase of", ""),
    "truncated": ("cut short from", "cut short as"),
    "contradicts": ("contradicts", ""),
    "denies": ("denies", "denied by"),
}


def said_of_link(relation: str, *, inverse: bool) -> str:
    """Return what a link says before the other quote's words: "translation of", "denied by"."""
    forth, back = _SAID.get(relation, (relation, ""))
    return (inverse and back) or forth


@dataclass(frozen=True)
class Assess(Active):
    """Say how far quotes can be trusted; what is None stays as it is.

    `status` is one of `STATES`, `evidence` an address or words; `reliability` is that of the source (A
    to F), `credibility` that of what it says (1 to 6), "" takes it back. An article has a reliability
    alone, which its quotes share. Each change is kept with `creator` and its time.
    """

    targets: Sequence[Target]
    status: str | None = None
    evidence: str = ""
    reliability: str | None = None
    credibility: str | None = None
    creator: str = ""

    def label(self) -> str:
        """Return what is done in one sentence."""
        said = [self.status or ""]
        said += [f"source {self.reliability.upper()}"] if self.reliability else []
        said += [f"words {self.credibility}"] if self.credibility else []
        what = ", ".join(filter(None, said)) or ("noted evidence" if self.evidence else "not rated")
        return f"Set {things(self.targets)} to {what}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        body = self._body()
        for given in self.targets:
            target, moved = as_it_stands(desk, given)
            if target.type == "article" and body.keys() - {"reliability", "evidence"}:
                raise ValueError(
                    "an article is given the reliability of its source; the rest goes to a quote"
                )
            if target.type not in ("quote", "article"):
                raise ValueError("quotes have a status, articles the reliability of their source")
            now = {"status": "unchecked", **latest_assessment(desk.annotations(target))}
            changed = {key: value for key, value in body.items() if now.get(key, "") != value}
            if "evidence" in body and changed:
                changed["evidence"] = body["evidence"]
                if target.type == "quote":
                    changed.setdefault("status", now["status"])
            if moved and not changed:  # saying it again confirms it for the words of today
                changed = {key: now[key] for key in ("status", "evidence") if now.get(key)}
            if changed:
                desk.put(
                    Annotation(desk.new_id(), "assessing", target, changed, desk.now(), "", self.creator)
                )

    def _body(self) -> dict[str, str]:
        body: dict[str, str] = {}
        if self.status is not None:
            if self.status not in STATES:
                raise ValueError(f"a quote is {', '.join(STATES[:-1])} or {STATES[-1]}, not {self.status!r}")
            body["status"] = self.status
        for key, value, known in (
            ("reliability", self.reliability, RELIABILITY),
            ("credibility", self.credibility, CREDIBILITY),
        ):
            if value is not None:
                if value and value.upper() not in known:
                    raise ValueError(f"the {key} is one of {' '.join(known)}, not {value!r}")
                body[key] = value.upper()
        if self.evidence.strip():
            body["evidence"] = clean(self.evidence).strip()
        if not body:
            raise ValueError("say a status, a reliability, a credibility or evidence")
        return body


@dataclass(frozen=True)
class LinkQuotes(Active):
    """Say what `quote` is to another: the same words, a translation of it, … `relation` None unlinks them."""

    quote: Target
    other: Target
    relation: str | None

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Linked 2 quotes: {self.relation}" if self.relation else "Took the link of 2 quotes away"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        if self.relation is not None and self.relation not in RELATIONS:
            raise ValueError(f"two quotes are linked as {', '.join(RELATIONS)}, not {self.relation!r}")
        if self.quote.id == self.other.id:
            raise ValueError("a quote cannot be linked to itself")
        for target, other, inverse in ((self.quote, self.other, False), (self.other, self.quote, True)):
            body: dict[str, object] | None = None
            if self.relation:
                said = desk.quote(other)  # only here: a link to a quote that is gone can be taken away
                body = {
                    "relation": self.relation,
                    "quote": other.id,
                    "article": other.article,
                    "exact": said.words,
                }
                if inverse and self.relation not in SYMMETRIC:
                    body["inverse"] = True
            elif natural_id("linking", target.id, other.id) not in {e.id for e in desk.annotations(target)}:
                raise ValueError("these two quotes are not linked")
            mark(desk, target, "linking", body, other.id)
