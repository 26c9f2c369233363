"""Bringing a note up to date that somebody wrote in: what was added stays, what was changed stays too.

Three texts are compared by line: `base`, as it was exported last, `theirs`, as it lies there now, and
`ours`, as it is to be. Where both sides changed the same lines ours comes first and theirs below it:
a line too many is easier to mend than a line lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

import yaml

FENCE = "---\n"
_FIELD = re.compile(r"""(?:"([^"]*)"|'([^']*)'|([^\s"'#&*!|>%@`{}\[\],?:-][^:\n]*?))\s*:(?=\s)""")


def merged(base: str | None, theirs: str, ours: str) -> str:
    """Return `theirs` brought up to date. Without a `base` all that ours has not is taken for added."""
    if base is None:
        base = _common(theirs, ours)
    (base_head, base_body), (head, body), (our_head, our_body) = map(_split, (base, theirs, ours))
    return _front(base_head, head, our_head) + _body(base_body, body, our_body)


def _common(theirs: str, ours: str) -> str:
    """Return what two texts share, as the text both might have come from."""
    (head, body), (our_head, our_body) = _split(theirs), _split(ours)
    lines, our_lines = _lines(body), _lines(our_body)
    shared = "".join(
        "".join(lines[block.a : block.a + block.size])
        for block in _matcher(lines, our_lines).get_matching_blocks()
    )
    known, fresh = fields(head), fields(our_head)
    both = {key: value for key, value in fresh.items() if known.get(key) == value}
    return (FENCE + dump(both) + FENCE if both else "") + shared


def _split(text: str) -> tuple[str, str]:
    """Return the front matter without its fences, and the rest."""
    if text.startswith(FENCE):
        end = text.find("\n" + FENCE, 3)
        if end >= 0:
            return text[len(FENCE) : end + 1], text[end + 1 + len(FENCE) :]
    return "", text


def fields(head: str) -> dict[str, Any]:
    """Return the fields of front matter, {} where it is none."""
    try:
        found = yaml.safe_load(head)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def dump(values: dict[str, Any]) -> str:
    """Return fields as front matter without its fences."""
    return str(yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)) if values else ""


def _front(base: str, theirs: str, ours: str) -> str:
    old, now, new = fields(base), fields(theirs), fields(ours)
    if theirs.strip() and not now:  # no YAML any more: it is left to whoever wrote it
        return FENCE + theirs + FENCE
    if not theirs.strip() and base.strip():
        return ""  # taken out on purpose
    values: dict[str, Any] = {}
    for key in dict.fromkeys([*now, *new]):
        if key not in now:
            if key not in old or old[key] != new[key]:
                values[key] = new[key]
        elif key not in new:
            if now[key] != old.get(key):
                values[key] = now[key]
        elif isinstance(now[key], list) and isinstance(new[key], list):
            values[key] = _list(old.get(key), now[key], new[key])
        else:
            values[key] = new[key] if now[key] == old.get(key) else now[key]
    if values == now:
        return FENCE + theirs + FENCE if theirs else ""
    return FENCE + _rewritten(theirs, now, values) + FENCE


def _rewritten(head: str, now: dict[str, Any], values: dict[str, Any]) -> str:
    """Return front matter with other values; lines of fields that stay, and remarks, are as they were."""
    lines: list[str] = []
    keep = True
    for line in head.splitlines(keepends=True):
        if line[:1] not in ("#", "\n"):
            found = _FIELD.match(line)
            key = (found[1] or found[2] or found[3]) if found else None
            if key is not None:
                keep = key in values and values[key] == now.get(key)
                if not keep and key in values:
                    lines.append(dump({key: values[key]}))
            if not keep:
                continue
        lines.append(line)
    lines.append(dump({key: value for key, value in values.items() if key not in now}))
    text = "".join(lines)
    return text if fields(text) == values else dump(values)


def _list(old: object, now: list[Any], new: list[Any]) -> list[Any]:
    before = old if isinstance(old, list) else []
    kept = [each for each in now if each in new or each not in before]
    return kept + [each for each in new if each not in now and each not in before]


def _body(base: str, theirs: str, ours: str) -> str:
    old, now, new = _lines(base), _lines(theirs), _lines(ours)
    found: list[str] = []
    for was, is_, to_be in _chunks(old, now, new):
        if is_ == was:
            found += to_be
        elif to_be in (was, is_):
            found += is_
        else:
            added = [line for line in _added(was, is_) if line not in to_be]
            found += [*to_be, *added]
    return "".join(found)


def _added(was: list[str], is_: list[str]) -> list[str]:
    """Return the lines that are new in `is_`, in order; one that only moved is not."""
    fresh = Counter(is_) - Counter(was)
    added: list[str] = []
    for kind, _, _, start, end in _matcher(was, is_).get_opcodes():
        for line in is_[start:end] if kind in ("insert", "replace") else ():
            if fresh[line] > 0:
                fresh[line] -= 1
                added.append(line)
    return added


def _chunks(
    old: list[str], now: list[str], new: list[str]
) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Yield stretches of the three texts that belong together, turns of the same and the different."""
    theirs, ours = _places(old, now), _places(old, new)
    b = t = o = 0
    for at in range(len(old)):
        if at in theirs and at in ours:
            if (at, theirs[at], ours[at]) != (b, t, o):
                yield old[b:at], now[t : theirs[at]], new[o : ours[at]]
            b, t, o = at, theirs[at], ours[at]
            yield old[b : b + 1], now[t : t + 1], new[o : o + 1]
            b, t, o = b + 1, t + 1, o + 1
    yield old[b:], now[t:], new[o:]


def _places(old: list[str], new: list[str]) -> dict[int, int]:
    """Return where the lines of a text stand in another.

    Those that both begin and end with are not left to difflib, which may take a line put in among like ones for many
    that moved.
    """
    most = min(len(old), len(new))
    begin = next((at for at in range(most) if old[at] != new[at]), most)
    end = next((at for at in range(most - begin) if old[-1 - at] != new[-1 - at]), most - begin)
    blocks = _matcher(old[begin : len(old) - end], new[begin : len(new) - end]).get_matching_blocks()
    places = {begin + block.a + i: begin + block.b + i for block in blocks for i in range(block.size)}
    places |= {at: at for at in range(begin)}
    return places | {len(old) - 1 - at: len(new) - 1 - at for at in range(end)}


def _matcher(a: list[str], b: list[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, a, b, autojunk=False)


def _lines(text: str) -> list[str]:
    """Return the lines of a text, each with its end; the last one gets one."""
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return [line + "\n" for line in lines]
