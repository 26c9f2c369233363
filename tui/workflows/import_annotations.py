"""The command that takes in what another program wrote: codes, tags, notes and stars, in one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tui.commands.annotations import ARTICLE_FIELDS, EVENT_FIELDS, QUOTE_FIELDS
from tui.commands.assessment import Assess, LinkQuotes
from tui.commands.base import Command, Workspace
from tui.commands.helpers import (
    add_annotation,
    get_or_create_tags,
    set_annotation,
    speaker_ids,
    tag_names,
    tag_too,
)
from tui.commands.quotes import AddQuote, format_ranges
from tui.core.addresses import public
from tui.core.model import Annotation, AnnotationTarget, Selector, Tag, latest_assessment
from tui.core.speakers import SEVERAL, speaker_named
from tui.core.text import fold
from tui.exchange.importers.model import (
    CodeDefinition,
    ImportedDeed,
    ImportedLink,
    ImportedMarks,
    ImportedNote,
    ImportedQuote,
    ImportedTag,
    SpeakerInfo,
)

_CORRECTED = {"quote": QUOTE_FIELDS, "article": ARTICLE_FIELDS, "event": EVENT_FIELDS, "speaker": ()}


@dataclass(frozen=True, kw_only=True)
class ImportAnnotations(Command):
    """Add tags to the codebook, and marks to targets. What is there already stays as it is.

    `passages` are of articles, and become quotes of the reader's own with their marks. `people` are of
    speakers that are here, `ties` between passages: those, and the quotes in `places`, by their ids.
    """

    origin: str
    codes: Sequence[CodeDefinition] = ()
    marks: Sequence[tuple[AnnotationTarget, ImportedMarks]] = ()
    passages: Sequence[tuple[AnnotationTarget, ImportedQuote]] = ()
    people: Sequence[SpeakerInfo] = ()
    ties: Sequence[ImportedLink] = ()
    places: Mapping[str, AnnotationTarget] = field(default_factory=dict)

    def label(self) -> str:
        return f"Took in tags and notes of {self.origin}"

    def apply(self, workspace: Workspace) -> None:
        self._define(workspace)
        known = dict(self.places)
        tied: dict[tuple[str, str, str], ImportedDeed] = {}
        for target, given in [*self.marks, *self._quoted(workspace, known)]:
            by = workspace.signed(given.creator, given.created)
            for deed in given.deeds:
                if deed.motivation == "linking":
                    tied[target.id, deed.body["relation"], deed.body["quote"]] = deed
                else:
                    _repeat(workspace, target, deed)
            for tag in given.tags:
                _tag(workspace, target, tag)
            if given.starred:
                set_annotation(by, target, "bookmarking", {})
            _assess(by, target, dict(given.assessed))
            if given.read_speaker and not _is_corrected(workspace, target, "speaker"):
                value = _speakers(workspace, target, given.read_speaker)
                body = {"field": "speaker", "value": value, "as_read": True}
                set_annotation(workspace.signed(""), target, "editing", body, "speaker")
            for name, said in given.fields:
                corrected = {"field": name, "value": _corrected(workspace, target, name, said)}
                set_annotation(by, target, "editing", corrected, name)
            _note(workspace, target, given.notes)
        for person in self.people:
            _know(workspace, person)
        for tie in self.ties:
            if (quote := known.get(tie.id)) and (other := known.get(tie.other)) and quote.id != other.id:
                its = tied.get((quote.id, tie.relation, tie.other.replace("-", "")))
                by = workspace.signed(its.creator, its.created) if its else workspace.signed("")
                LinkQuotes(quote, other, tie.relation).apply(by)

    def _quoted(
        self, workspace: Workspace, known: dict[str, AnnotationTarget]
    ) -> Iterator[tuple[AnnotationTarget, ImportedMarks]]:
        made: dict[tuple[str, str], AnnotationTarget] = {}
        for article, passage in self.passages:
            borders = format_ranges(passage.parts)
            if (article.id, borders) not in made:  # else it is one text that is in the file twice
                quote_id = workspace.new_id()
                speakers = SEVERAL.join(passage.speakers)
                by = workspace.signed(passage.creator, passage.created)
                AddQuote(article, borders, speakers, passage.kind, quote_id, whole_names=True).apply(by)
                text = workspace.article(article.article).text
                first, *rest = (Selector.at(text, *part) for part in passage.parts)
                own = AnnotationTarget("quote", quote_id, article.article, first, rest=tuple(rest))
                made[article.id, borders] = own
            target = known[passage.id] = made[article.id, borders]
            yield target, passage.mark

    def _define(self, workspace: Workspace) -> None:
        known = {fold(tag.name): tag for tag in workspace.tags().values()}
        for code in self.codes:
            for name in tag_names([code.name]):
                tag = known.get(fold(name)) or Tag(workspace.new_id(), name)
                description, color = tag.description or code.description, tag.color or code.color
                new = replace(tag, description=description, color=color, sign=tag.sign or code.sign)
                if known.get(fold(name)) != new:
                    workspace.put(new)
                known[fold(name)] = new


def _corrected(workspace: Workspace, target: AnnotationTarget, field: str, said: str) -> object:
    """Return the value of a field as it is stored."""
    if field == "speaker":
        return _speakers(workspace, target, said)
    return public(said) if field == "url" else said


def _speakers(workspace: Workspace, quote: AnnotationTarget, names: str) -> str:
    return speaker_ids(workspace, names, workspace.article(quote.article), whole=True)


def _is_corrected(workspace: Workspace, target: AnnotationTarget, field: str) -> bool:
    return any(each.body.get("field") == field for each in workspace.annotations(target))


def _repeat(workspace: Workspace, target: AnnotationTarget, deed: ImportedDeed) -> None:
    """Do what was done elsewhere; what the reader did here themselves stays."""
    by = workspace.signed(deed.creator, deed.created)
    there = [each for each in workspace.annotations(target) if each.motivation == deed.motivation]
    match deed.motivation:
        case "tagging":
            _tag(workspace, target, ImportedTag(deed.body["tag"], deed.created, deed.creator))
        case "bookmarking":
            set_annotation(by, target, "bookmarking", {})
        case "editing":
            name, said = deed.body["field"], deed.body["value"]
            if _is_corrected(workspace, target, name) or name not in _CORRECTED[target.type]:
                return
            value = _corrected(workspace, target, name, said)
            set_annotation(by, target, "editing", {"field": name, "value": value}, name)
        case _ if not any((each.body, each.created) == (deed.body, by.now()) for each in there):
            add_annotation(by, target, "assessing", deed.body)


def _tag(workspace: Workspace, target: AnnotationTarget, given: ImportedTag) -> None:
    for tag in get_or_create_tags(workspace, [given.name]):
        tag_too(workspace.signed(given.creator, given.created), target, tag.id)


def _is_there(note: ImportedNote, written: Annotation) -> bool:
    same = written.motivation == "commenting" and written.body.get("value") == note.text
    by = not note.creator or note.creator == written.creator
    return same and by and (not note.created or note.created == written.created)


def _note(workspace: Workspace, target: AnnotationTarget, notes: Sequence[ImportedNote]) -> None:
    """Add notes to a target. Taken in twice, a note is there once; what two people wrote alike is there for either."""
    there = list(workspace.annotations(target)) if notes else []
    for note in notes:
        if not any(_is_there(note, each) for each in there):
            by = workspace.signed(note.creator, note.created)
            there.append(add_annotation(by, target, "commenting", {"value": note.text}))


def _know(workspace: Workspace, person: SpeakerInfo) -> None:
    """Add what is known of a speaker who is here; what the reader says of them stays."""
    speakers = workspace.speakers()
    speaker = speaker_named(person.name, speakers)
    if speaker is None:
        return
    taken = {fold(name) for each in speakers.values() for name in each.names}
    aliases = tuple(name for name in dict.fromkeys(person.aliases) if fold(name) not in taken)
    changed = replace(
        speaker,
        aliases=(*speaker.aliases, *aliases),
        role=speaker.role or person.role,
        side=speaker.side or person.side,
    )
    if changed != speaker:
        workspace.put(changed)
    if person.note:
        _note(workspace, AnnotationTarget("speaker", speaker.id), [ImportedNote(person.note)])


def _assess(workspace: Workspace, target: AnnotationTarget, said: dict[str, str]) -> None:
    """Take an assessment over where the reader has made none, as far as such a thing has one."""
    if target.type != "quote":
        rated = target.type == "article" and "reliability" in said
        said = {key: said[key] for key in ("reliability", "evidence") if rated and key in said}
    if said and not latest_assessment(workspace.annotations(target)):
        Assess(
            [target],
            said.get("status"),
            said.get("evidence", ""),
            said.get("reliability"),
            said.get("credibility"),
        ).apply(workspace)
