"""What several commands do: targets, tags and speakers made where there are none"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from tui.commands.base import Workspace
from tui.core.model import Annotation, AnnotationTarget, Article, Event, Motivation, Quote, Speaker, Tag
from tui.core.quote_state import USER_MOTIVATIONS, attributed_to, words_before
from tui.core.speakers import final_speaker, namesakes, parted, people_called, speaker_named, speakers_of
from tui.core.text import fold, one_line, pluralize

Span = tuple[int, int]
"""Offsets in code points into an article's text, the end exclusive."""


def target_of(thing: Event | Article | Quote | Speaker) -> AnnotationTarget:
    """Return the target that stands for an event, article, quote or speaker."""
    match thing:
        case Quote():
            place, rest = (thing.parts[0], thing.parts[1:]) if thing.parts else (None, None)
            return AnnotationTarget("quote", thing.id, thing.article, place, attributed_to(thing), rest)
        case Article():
            return AnnotationTarget("article", thing.id, thing.id)
        case Speaker():
            return AnnotationTarget("speaker", thing.id)
        case _:
            return AnnotationTarget("event", thing.id)


def count_targets(targets: Sequence[AnnotationTarget]) -> str:
    """Return "1 quote", "3 articles", "2 things"."""
    kinds = {target.type for target in targets}
    return pluralize(len(targets), kinds.pop() if len(kinds) == 1 else "thing")


def natural_id(motivation: Motivation, target_id: str, key: str = "") -> str:
    """Return the id of an annotation of which a target can have only one: two writers agree on it."""
    return ":".join(filter(None, (motivation, target_id, key)))


def add_annotation(
    workspace: Workspace,
    target: AnnotationTarget,
    motivation: Motivation,
    body: Mapping[str, object],
    annotation_id: str = "",
) -> Annotation:
    """Put what whoever works writes now; return it. "" is for an id that nothing has."""
    made = Annotation(
        id=annotation_id or workspace.new_id(),
        motivation=motivation,
        target=target,
        body=body,
        created=workspace.now(),
        creator=workspace.author,
    )
    workspace.put(made)
    return made


def set_annotation(
    workspace: Workspace,
    target: AnnotationTarget,
    motivation: Motivation,
    body: Mapping[str, object] | None,
    key: str = "",
) -> None:
    """Let a target have the one annotation with this natural id; with no `body`, not have it.

    It bears the name of whoever wrote it; a correction or a link that is made another, of whoever did that.
    """
    wanted = natural_id(motivation, target.id, key)
    old = next((each for each in workspace.annotations(target) if each.id == wanted), None)
    moved = False
    if body is not None and motivation in USER_MOTIVATIONS:
        target, moved = with_current_words(workspace, target)
    if body is None:
        if old:
            workspace.drop(old)
    elif old is None:
        # Reading is no work to be signed.
        by_whom = workspace.signed("") if motivation == "reading" else workspace
        add_annotation(by_whom, target, motivation, body, wanted)
    elif moved or dict(old.body) != dict(body):
        kept = target if moved else old.target
        by = workspace.author if motivation in ("editing", "linking") else old.creator
        workspace.put(replace(old, target=kept, body=body, modified=workspace.now(), creator=by))


def tag_too(workspace: Workspace, target: AnnotationTarget, tag_id: str) -> None:
    """Tag a target for who works: where somebody else gave it that tag, both did; done twice, it is so once."""
    by = workspace.author
    there = {
        each.creator: each
        for each in workspace.annotations(target)
        if each.motivation == "tagging" and each.body["tag"] == tag_id
    }
    if there and (not by or by in there):
        return
    if unknown := there.get(""):
        workspace.put(replace(unknown, creator=by, created=workspace.now()))
    else:
        set_annotation(workspace, target, "tagging", {"tag": tag_id}, f"{tag_id}:{by}" if there else tag_id)


def set_field(workspace: Workspace, target: AnnotationTarget, field: str, value: object) -> None:
    """Correct a field of a target; None lets it be again what the import found."""
    body = None if value is None else {"field": field, "value": value}
    set_annotation(workspace, target, "editing", body, field)


def with_current_words(workspace: Workspace, target: AnnotationTarget) -> tuple[AnnotationTarget, bool]:
    """Return a target with the words that a quote has now, and whether they changed since it was marked."""
    if target.type != "quote" or not (written := workspace.annotations(target)):
        return target, False
    quote = workspace.quote(target)
    return target_of(quote), bool(words_before(quote, written))


def tag_names(names: Sequence[str]) -> list[str]:
    """Return names fit for tags, each once."""
    found = {}
    for name in reversed(names):
        levels = (" ".join(level.split()) for level in one_line(name).lstrip("#").split("/"))
        plain = "/".join(level for level in levels if level)
        found[fold(plain)] = plain
    return [name for name in reversed(found.values()) if name]


def get_or_create_tags(workspace: Workspace, names: Sequence[str]) -> list[Tag]:
    """Return the tags of these names; those the codebook has not are made."""
    known = {fold(tag.name): tag for tag in workspace.tags().values()}
    found = []
    for name in tag_names(names):
        tag = known.get(fold(name))
        if tag is None:
            tag = known[fold(name)] = Tag(workspace.new_id(), name)
            workspace.put(tag)
        found.append(tag)
    return found


def codebook_tag(workspace: Workspace, tag_id: str) -> Tag:
    """Return a tag by its id. Raises ValueError when there is none."""
    tag = workspace.tags().get(tag_id)
    if tag is None:
        raise ValueError(f"there is no tag {tag_id}")
    return tag


def find_note(workspace: Workspace, target: AnnotationTarget, note_id: str) -> Annotation:
    """Return a note on a target. Raises ValueError when it is gone."""
    for annotation in workspace.annotations(target):
        if annotation.id == note_id and annotation.motivation == "commenting":
            return annotation
    raise ValueError("there is no such note any more")


NEW_SPEAKER = "+"
"""Before a name: it is that of somebody new, also where it is the surname of a speaker there is."""


_ID_LETTERS = 8  # of an id, as lists print it


def speaker_of_id(text: str, speakers: Mapping[str, Speaker]) -> Speaker | None:
    """Return whose id this is, or begins as lists print it; merges followed, None where it is nobody's."""
    wanted = text.removeprefix("^").replace("-", "").casefold()
    begun = [each for each in speakers if len(wanted) >= _ID_LETTERS and each.startswith(wanted)]
    return final_speaker(begun[0], speakers) if len(begun) == 1 else None


def speaker_meant(name: str, speakers: Mapping[str, Speaker], here: Collection[str] = ()) -> Speaker | None:
    """Return whose name, surname or id this is, None for somebody new. Raises ValueError where several have it.

    Of several who are called so, it is the one of those `here`, the ids of who speaks in the same article.
    """
    own = namesakes(name.removeprefix(NEW_SPEAKER).strip(), speakers)
    if len(own) > 1:
        if name.startswith(NEW_SPEAKER):
            return None
        meant = [each for each in own if each.id in here]
        if len(meant) == 1:
            return meant[0]
        raise ValueError(
            f"{len(own)} speakers are called “{name}”: name one by the id that `briefing-tui speakers` lists,"
            f" or {NEW_SPEAKER}{name} for somebody new"
        )
    if found := speaker_named(name.removeprefix(NEW_SPEAKER).strip(), speakers):
        return found
    if found := speaker_of_id(name, speakers):
        return found
    people = () if name.startswith(NEW_SPEAKER) else people_called(name, speakers)
    if len(people) > 1:
        some = " or ".join(each.name for each in people[:4])
        raise ValueError(
            f"“{name}” could be {some}: write the whole name, or {NEW_SPEAKER}{name} for somebody new"
        )
    return people[0] if people else None


def get_or_create_speaker(
    workspace: Workspace, name: str, *, whole: bool = False, here: Collection[str] = ()
) -> str:
    """Return the id of whom a name stands for, made if need be; a `whole` name is nobody's surname.

    Of several it is the one of those `here`, the ids of who speaks in the same article; "a spokesman" is of no other.
    """
    speakers = workspace.speakers()
    if known := _called(name, speakers, here) if whole else speaker_meant(name, speakers, here):
        return known.id
    speaker = Speaker(workspace.new_id(), name if whole else name.removeprefix(NEW_SPEAKER).strip())
    if not speaker.name:
        raise ValueError("a speaker needs a name")
    workspace.put(speaker)
    return speaker.id


def _called(name: str, speakers: Mapping[str, Speaker], here: Collection[str]) -> Speaker | None:
    from tui.reading.quotes.names.speakers import is_local  # only an import names whom no reader chose

    own = namesakes(name, speakers)
    meant = next((each for each in own if each.id in here), None)
    return meant or (None if own and is_local(name) else speaker_named(name, speakers))


def speaker_ids(
    workspace: Workspace, names: str, article: Article | None = None, *, whole: bool = False
) -> str:
    """Return the ids of the speakers that a line names, who speak in an `article`; made if need be.

    It is "" for nobody; a blank stands between several.
    """
    speakers = workspace.speakers()
    # Whoever is known by a name with a semicolon in it is one speaker.
    one = speaker_named(names, speakers) if names else None
    those = (names,) if one else parted(names)
    said = article.all_quotes if article else ()
    here = {each.id for quote in said for each in speakers_of(quote, speakers)}
    found = (get_or_create_speaker(workspace, name, whole=whole, here=here) for name in those)
    return " ".join(dict.fromkeys(found))


def parse_ranges(text: str, value: str) -> list[Span]:
    """Return the parts of a quote in `text` that `value` names, as in "120-180, 200-230".

    Raises ValueError where that is not what it says, or they do not lie in the text in order.
    """
    parts: list[Span] = []
    for part in value.split(","):
        numbers = re.fullmatch(r"\s*(\d{1,9})\s*[-–]\s*(\d{1,9})\s*", part)
        if not numbers:
            raise ValueError(f"{value!r} names no place in the text: write 120-180, or 120-180, 200-230")
        start, end = int(numbers[1]), int(numbers[2])
        if not (parts[-1][1] if parts else 0) <= start < end <= len(text):
            raise ValueError(f"{part.strip()} does not lie in the text in order (0-{len(text)})")
        parts.append((start, end))
    return parts


def check_word(word: str | None, known: Sequence[str]) -> None:
    """Raise ValueError when `word` is none of those a quote may be said to be."""
    if word not in known:
        raise ValueError(f"a quote is {', '.join(known[:-1])} or {known[-1]}, not {word!r}")
