"""How far quotes can be trusted, and how they are tied to one another.

States follow the way from an outlet's page to a primary record; reliability and credibility are the
two scales of the Admiralty code, kept apart because a good source can be wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.commands.base import Command, Workspace
from tui.commands.helpers import (
    add_annotation,
    check_word,
    count_targets,
    natural_id,
    set_annotation,
    with_current_words,
)
from tui.core.assessment import CREDIBILITY, RELATIONS, RELIABILITY, STATUS_NAMES, STATUSES, SYMMETRIC
from tui.core.model import AnnotationTarget, latest_assessment
from tui.core.text import clean


@dataclass(frozen=True)
class Assess(Command):
    """Say how far quotes can be trusted; what is None stays as it is.

    `status` is one of `STATUSES`, `evidence` an address or words; `reliability` is that of the source (A
    to F), `credibility` that of what it says (1 to 6), "" takes it back. An article has a reliability
    alone, which its quotes share. Each change is kept with who made it and when.
    """

    targets: Sequence[AnnotationTarget]
    status: str | None = None
    evidence: str = ""
    reliability: str | None = None
    credibility: str | None = None

    def label(self) -> str:
        said = [STATUS_NAMES.get(self.status or "", self.status or "")]
        said += [f"source {self.reliability.upper()}"] if self.reliability else []
        said += [f"words {self.credibility}"] if self.credibility else []
        what = ", ".join(filter(None, said)) or ("noted evidence" if self.evidence else "not rated")
        return f"Set {count_targets(self.targets)} to {what}"

    def apply(self, workspace: Workspace) -> None:
        body = self._body()
        for given in self.targets:
            target, moved = with_current_words(workspace, given)
            if target.type == "article" and body.keys() - {"reliability", "evidence"}:
                raise ValueError(
                    "an article is given the reliability of its source; the rest goes to a quote"
                )
            if target.type not in ("quote", "article"):
                raise ValueError("quotes have a status, articles the reliability of their source")
            now = {"status": "unchecked", **latest_assessment(workspace.annotations(target))}
            changed = {key: value for key, value in body.items() if now.get(key, "") != value}
            if "evidence" in body and changed:
                changed["evidence"] = body["evidence"]
                if target.type == "quote":
                    changed.setdefault("status", now["status"])
            if moved and not changed:  # saying it again confirms it for the words of today
                changed = {key: now[key] for key in ("status", "evidence") if now.get(key)}
            if changed:
                add_annotation(workspace, target, "assessing", changed)

    def _body(self) -> dict[str, str]:
        body: dict[str, str] = {}
        if self.status is not None:
            check_word(self.status, STATUSES)
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
class LinkQuotes(Command):
    """Say what `quote` is to another: the same words, a translation of it, … `relation` None unlinks them."""

    quote: AnnotationTarget
    other: AnnotationTarget
    relation: str | None

    def label(self) -> str:
        return f"Linked 2 quotes: {self.relation}" if self.relation else "Took the link of 2 quotes away"

    def apply(self, workspace: Workspace) -> None:
        if self.relation is not None and self.relation not in RELATIONS:
            raise ValueError(f"two quotes are linked as {', '.join(RELATIONS)}, not {self.relation!r}")
        if self.quote.id == self.other.id:
            raise ValueError("a quote cannot be linked to itself")
        for target, other, inverse in ((self.quote, self.other, False), (self.other, self.quote, True)):
            body: dict[str, object] | None = None
            if self.relation:
                # Only here: a link to a quote that is gone can be taken away.
                words = workspace.quote(other).words
                body = {
                    "relation": self.relation,
                    "quote": other.id,
                    "article": other.article,
                    "exact": words,
                }
                if inverse and self.relation not in SYMMETRIC:
                    body["inverse"] = True
            elif all(
                each.id != natural_id("linking", target.id, other.id)
                for each in workspace.annotations(target)
            ):
                raise ValueError("these two quotes are not linked")
            set_annotation(workspace, target, "linking", body, other.id)
