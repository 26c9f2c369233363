"""`status` and `link`: how far a quote can be trusted, and what it has to do with another."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from tui.cli.context import carry_out, find, open_briefing, short
from tui.cli.output import DONE, USAGE, VerbError, answer, json_line, line
from tui.commands.assessment import Assess, LinkQuotes
from tui.core.assessment import RATINGS, said_of_link
from tui.core.model import AnnotatedEvent, Annotation, AnnotationTarget
from tui.core.text import clean, one_line
from tui.exchange.json_records import Record, links_of


def status(args: Namespace) -> int:
    """Print what was said of a quote's status, or say something of it."""
    changes = (args.state, args.evidence, args.reliability, args.credibility)
    changed = any(change is not None for change in changes)
    with open_briefing(args, reading=not changed) as briefing:
        target = find(briefing, args.id)
        if target.type not in ("quote", "article"):
            raise VerbError(f"{args.id} is no quote; only quotes have a status, articles a reliability")
        label = ""
        if changed:
            command = Assess([target], args.state, args.evidence or "", args.reliability, args.credibility)
            label = one_line(carry_out(briefing, command).label)
        annotated = briefing.around(target)
        if args.json:
            json_line(_record(annotated, target))
        elif label:
            line(label)
        else:
            _print(annotated, target)
    return DONE


def link(args: Namespace) -> int:
    """Link two quotes, or take their link away."""
    if bool(args.relation) == args.remove:
        raise VerbError("link: give a relation, or --remove", USAGE)
    with open_briefing(args) as briefing:
        quote, other = find(briefing, args.id), find(briefing, args.other)
        if quote.type != "quote" or other.type != "quote":
            raise VerbError("link: give the ids of two quotes")
        step = carry_out(briefing, LinkQuotes(quote, other, args.relation or None))
        answer(
            args, {"id": quote.id, "links": links_of(briefing.around(quote), quote.id)}, one_line(step.label)
        )
    return DONE


def print_links(links: Iterable[Record]) -> None:
    """Print what a quote is linked to, a line each."""
    for each in links:
        said = said_of_link(each["relation"], inverse=each["inverse"])
        line(f"⇄ {said} “{one_line(each['text'])}”  {short(each['quote'])}")


def _record(annotated: AnnotatedEvent, target: AnnotationTarget) -> dict[str, object]:
    now = annotated.assessment(target.id, target.article)
    history = [
        {
            **{key: clean(str(value)) for key, value in each.body.items()},
            "created": each.created,
            "creator": clean(each.creator),
        }
        for each in annotated.of(target.id, "assessing")
    ]
    return {
        "id": target.id,
        "status": annotated.status(target.id) if target.type == "quote" else "",
        "evidence": clean(now.get("evidence", "")),
        "reliability": now.get("reliability", ""),
        "credibility": now.get("credibility", ""),
        "history": history,
    }


def _print(annotated: AnnotatedEvent, target: AnnotationTarget) -> None:
    now = annotated.assessment(target.id, target.article)
    if target.type == "quote":
        line(annotated.status(target.id))
    for key, scale in RATINGS.items():
        if now.get(key):
            line(f"{key}  {now[key]} {scale.get(now[key], '')}".rstrip())
    for each in annotated.of(target.id, "assessing"):
        line(_told(each))


def _told(each: Annotation) -> str:
    body = {key: one_line(str(value)) for key, value in each.body.items()}
    evidence = body.pop("evidence", "")
    said = ", ".join(value if key == "status" else f"{key} {value or '–'}" for key, value in body.items())
    who = f" by {one_line(each.creator)}" if each.creator else ""
    return f"  {each.created[:16].replace('T', ' ')}  {said}{who}{f': {evidence}' if evidence else ''}"
