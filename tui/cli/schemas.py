"""`schema`: the JSON Schema of what a verb prints with --json, made from one table of records.

A field is text unless it says otherwise: `name:int`, `name:[record]` a list of records, `name?` not always there;
`+record` has the fields of another record too.
"""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from tui.cli.output import DONE, json_line

_STEP = "seq:int label"
_MARKS = "tags:[text] note notes:[note] starred:bool deeds:[deed]"
_RECORDS = {
    "note": "text creator created modified",
    "deed": "what value creator created modified",
    "part": "start:int end:int text",
    "who": "id name",
    "link": "relation inverse:bool quote article text",
    "gone": "id words motivation value",
    "event": f"id name date date_inferred:bool outlets:[text] articles:int sources:int quotes:int statements?:int {_MARKS}",
    "article": "id event event_name headline outlet author published published_basis url language origin imported"
    f" versions:int copy_of summary:bool words:int quotes:int read:bool {_MARKS}",
    "quote": "id article event event_name event_date event_date_inferred:bool headline outlet published"
    " published_basis url kind polarity text parts:[part] speaker speaker_id speakers:[who] speaker_text role cue why"
    " confidence:number candidates:[text] chain:[text] edited:[text] original translator status evidence reliability"
    f" credibility links:[link] {_MARKS} text_changed:bool words_before speaker_before words_gone:bool",
    "speaker": "id name role side aliases:[text] merged_into quotes:int statements?:int",
    "wording": "+quote score:number same record differs:[text]",
    "statement": "id event event_name event_date event_date_inferred:bool speaker setting day day_inferred:bool"
    " text kind polarity outlets:[text] sources:int wordings:[wording] offered:[wording]",
    "found": "+article quotes_found:[text] snippet",
    "shown event": "type +event basis:map accounts:[article]",
    "shown article": "type +article basis:map text said:[quote] changed_since? words_gone:[gone]",
    "shown quote": "type +quote context",
    "said": "id event_date event_date_inferred:bool outlet kind polarity cue edited:[text]"
    " confidence:number text",
    "shown speaker": "type +speaker notes:[note] words:[said]",
    "shown tag": "type +tag words:[said]",
    "shown statement": "type +statement",
    "raw page": "article raw",
    "version": "article number:int headline published imported source words:int text",
    "piece": "op text",
    "difference": "article number:int since headline:[piece] text:[piece]",
    "step": _STEP,
    "event step": f"{_STEP} events:[text]",
    "regrouping": "articles:int events:int moved:int new_events:int copies_changed:int named:int",
    "rereading": "article headline fields:[text] words_added:int words_removed:int quotes_added:int quotes_removed:int"
    " quotes_changed:int words_gone:int",
    "marked": "type id tags:[text] note notes:[note]",
    "assessment": "status? evidence? reliability? credibility? created creator",
    "status": "id status evidence reliability credibility history:[assessment]",
    "linked": "id links:[link]",
    "tag": "id name description quotes:int articles:int events:int speakers:int color sign",
    "group": "group clusters:[[text]]",
    "pair": "id same:bool score:number why",
    "claim": "side own_side own_side_sure:bool own_side_why relation why quote answers statement speaker text kind polarity"
    " cue outlets:[text] tellers:[text]",
    "account": "event claims:[claim]",
    "imported": "origin status article",
    "failed": "origin status reason",
    "archive taken": "origin status briefing title",
    "project taken": "origin status articles:[text] tags:int marked:int held:counts arrived:counts left:[text]",
    "failed entry": "url reason times:int",
    "feed": "url title added refreshed error entries:int failed:[failed entry] status?",
    "refreshed": "url title status new:int changed:int known:int failed:int given_up:int error",
    "format": "format suffix about loses missing",
    "exported": "format file lost",
    "kind of counts": "kind title",
    "count": "row column count:int statements?:[text] quotes:[text]",
    "pair of coders": "coders:[text] quotes:int both:int raw:number kappa:share differing:[text]",
    "agreement": "tag alpha:share pairs:[pair of coders]",
    "day": "day quotes:int",
    "reviewed": "quote article tags:[text]",
    "merged": "taken:int given:int conflicts:int late:int held:int barred:[text]",
    "archive left": "left",
    "archive made": "archive before:int version:int",
    "archive": "archive query role steps:int articles:int to_take:int to_give:int held:int barred:[text]",
    "archived article": "id event event_name day headline outlet author published url snippet",
    "conflict": "number:int what id field choices:[text]",
    "where": "briefing title events:int articles:int quotes:int statements?:int unread:int tagged:int notes:int starred:int"
    " tags:int speakers:int briefings config state",
    "briefing": "name title path last:bool shelf",
    "put in order": "done name",
    "mended": "done",
    "finding": "file what cure",
    "backup": "file title files:int bytes:int",
    "restored": "briefing name title files:int",
    "extracted quote": "start:int end:int text kind group:int speaker_text speaker_start:int speaker_end:int entity"
    " speakers:[text] cue_text cue_start:int cue_end:int polarity why? confidence?:number candidates?:[text]"
    " chain?:[text] role?",
    "cut": "first:int last:int reason",
    "extracted": "id title outlet author published published_basis text kept_lines:[int] quotes:[extracted quote]"
    " event_date? url? language? basis?:map cut?:[cut]",
    "grouped": "id event",
}
VERBS = {
    "import": "imported, failed, archive taken, project taken",
    "feeds": "feed, refreshed",
    "events": "event, event step",
    "articles": "article",
    "quotes": "quote, step",
    "statements": "statement, group, pair",
    "accounts": "account",
    "search": "found, archived article",
    "show": "shown event, shown article, shown quote, shown speaker, shown tag, shown statement,"
    " raw page, version, difference",
    "regroup": "regrouping",
    "reread": "rereading",
    "tag": "marked",
    "star": "step",
    "edit": "step",
    "note": "marked",
    "undo": "step",
    "redo": "step",
    "speakers": "speaker, step",
    "status": "status",
    "link": "linked",
    "tags": "tag, step",
    "export": "format, exported",
    "counts": "kind of counts, count, agreement",
    "review": "day, reviewed",
    "merge": "merged",
    "sync": "merged",
    "archive": "archive made, merged, archive, archive left",
    "conflicts": "conflict, step",
    "where": "where",
    "briefings": "briefing, put in order",
    "check": "mended, finding",
    "backup": "backup",
    "restore": "restored",
    "extract": "extracted",
    "group": "grouped",
}
_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "int": {"type": "integer"},
    "number": {"type": "number"},
    "share": {"type": ["number", "null"]},
    "bool": {"type": "boolean"},
    "map": {"type": "object", "additionalProperties": {"type": "string"}},
    "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
}


def print_schema(args: Namespace) -> int:
    """Print the schema of a verb's records; return the exit status."""
    json_line(schema(args.name))
    return DONE


def schema(verb: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of each line that a verb prints with --json: one of its records."""
    used: dict[str, dict[str, Any]] = {}
    forms = [_reference(name, used) for name in VERBS[verb].split(", ")]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"briefing-tui {verb} --json",
        "anyOf": forms,
        "$defs": used,
    }


def _reference(name: str, used: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return what stands for a record; its definition joins `used`."""
    if name not in used:
        used[name] = {}  # a record within itself ends here
        used[name] = _definition(name, used)
    return {"$ref": f"#/$defs/{name.replace(' ', '%20')}"}


def _definition(name: str, used: dict[str, dict[str, Any]]) -> dict[str, Any]:
    fields = list(_fields(name).items())
    return {
        "type": "object",
        "properties": {field.removesuffix("?"): _type(kind, used) for field, kind in fields},
        "required": [field for field, _ in fields if not field.endswith("?")],
        "additionalProperties": False,
    }


def _fields(name: str) -> dict[str, str]:
    """Return the fields of a record with what they are; a later one replaces an earlier one of its name."""
    import re

    found: dict[str, str] = {}
    for plus, field, kind in re.findall(r"(\+?)([a-z_]+\??)(?::(\[+[a-z ]+\]+|[a-z]+))?", _RECORDS[name]):
        found |= _fields(field) if plus else {field: kind or "text"}
    return found


def _type(kind: str, used: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if kind.startswith("["):
        return {"type": "array", "items": _type(kind[1:-1], used)}
    return _TYPES.get(kind) or _reference(kind, used)
