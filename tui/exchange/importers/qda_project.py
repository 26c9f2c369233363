"""REFI-QDA projects, ours and other programs': https://www.qdasoftware.org (project exchange 1.0).

What is whole is taken in and what is not is named; nothing is guessed where ids do not agree.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tui.core.assessment import RELATIONS
from tui.core.edtf import is_date
from tui.core.speakers import parted
from tui.core.text import clean, one_line
from tui.exchange.importers import safe_xml
from tui.exchange.importers.deed_reader import Sidecar
from tui.exchange.importers.model import (
    AnnotationFile,
    AnnotationFileError,
    CodeDefinition,
    Document,
    ImportedLink,
    ImportedMarks,
    ImportedNote,
    ImportedQuote,
    ImportedTag,
    MissingQuote,
    SpeakerInfo,
    in_order,
    kind_at,
    moment,
    speaker_name,
)
from tui.exchange.importers.qda_codebook import QdaCode, codes
from tui.exchange.importers.qda_texts import CleanPlaces, ProjectTexts, fault_of, written_in
from tui.exchange.importers.safe_zip import DAMAGE, bytes_of, looked_at
from tui.exchange.sidecar import SIDECAR
from tui.reading.encoding import BadSourceError

_PROJECT_BYTES = 200_000_000
_FIELDS = ("outlet", "author", "published", "url", "language", "event", "event_date")


def read_project(path: Path) -> AnnotationFile:
    """Return what a .qdpx file says, or its project.qde alone. Raises `AnnotationFileError`: nothing of it holds then."""
    with path.open("rb") as file:
        if file.read(5).lstrip(b"\xef\xbb\xbf").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
            file.seek(0)
            return _Project(_root(file.read(_PROJECT_BYTES), path.name), ProjectTexts(None, {})).handed()
    try:
        with zipfile.ZipFile(path) as archive:
            inside = looked_at(archive)
            projects = [name for name in inside if name.endswith(".qde") and not name.startswith("__macosx/")]
            if len(projects) != 1:
                raise AnnotationFileError(
                    f"there are {len(projects)} projects in it instead of one (project.qde)"
                )
            raw = bytes_of(archive, inside[projects[0]], _PROJECT_BYTES)
            root = _root(raw, projects[0])
            # Zipped by hand, it all lies in a folder.
            above = projects[0].rpartition("/")[0]
            inside = {name.removeprefix(f"{above}/"): info for name, info in inside.items()}
            project = _Project(root, ProjectTexts(archive, inside))
            if info := inside.get(SIDECAR):
                project.look_beside(bytes_of(archive, info, _PROJECT_BYTES), raw)
            return project.handed()
    except DAMAGE as error:
        raise AnnotationFileError(f"it is no whole zip file ({one_line(str(error))[:120]})") from None


def _root(raw: bytes, what: str) -> Any:
    root = safe_xml.parsed(raw, one_line(what)[:80])
    if safe_xml.name(root) != "Project":
        raise AnnotationFileError(f"{one_line(what)[:80]} is no project: the root of one is Project")
    return root


@dataclass
class _Project:
    """A project under way."""

    root: Any
    texts: ProjectTexts
    left: list[str] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    placed: set[str] = field(default_factory=set)
    spoken: set[str] = field(default_factory=set)
    worded: set[str] = field(default_factory=set)
    beside: Sidecar = field(default_factory=Sidecar)
    described: int = 0
    stars: int = 0

    def look_beside(self, raw: bytes, project: bytes) -> None:
        """Take what our own export laid beside the project, unless the project was changed since."""
        try:
            self.beside = Sidecar.of(raw, project)
        except (ValueError, RecursionError) as error:
            self.left.append(f"{SIDECAR}: {one_line(str(error))[:80]}")

    def handed(self) -> AnnotationFile:
        """Return all of it. Raises `AnnotationFileError` where nothing is whole."""
        root = self.root
        self.ours = (root.get("origin") or "").startswith("briefing-tui")
        noted = safe_xml.within(root, "Notes", "Note")
        self.users = safe_xml.labels(root, "Users", "User")
        self.variables = safe_xml.labels(root, "Variables", "Variable")
        self.notes = dict(self._remarks(noted))
        # As QualCoder has it, a note on a text says itself on which words of it.
        self.about = {key: found for key, each in noted.items() if (found := _selection(each)) is not None}
        self.gone = {key: each for key, each in noted.items() if self._values(each).get("words_gone")}
        cases = list(safe_xml.children(safe_xml.child(root, "Cases"), "Case"))
        # A code with the id of a case says that what is coded with it is the case's, as NVivo has it.
        self.cases = {safe_xml.own_guid(case): speaker_name(safe_xml.label(case)) for case in cases}
        defined = list(codes(safe_xml.child(safe_xml.child(root, "CodeBook"), "Codes")))
        self.codes = {code.id: code.tag.name for code in reversed(defined) if code.id not in self.cases}
        self.speakers: dict[str, list[str]] = {}
        for case in cases:
            for each in {safe_xml.target(ref) for ref in safe_xml.children(case, "SelectionRef")}:
                self.speakers.setdefault(each, []).append(self.cases[safe_xml.own_guid(case)])
        links = tuple(self._links())
        self.follows = {link.other: link.id for link in links if link.relation == "continued"}
        texts, events = tuple(self._texts()), tuple(self._events())
        tags = tuple(self._tag(code) for code in defined if code.is_tag and code.id not in self.cases)
        people = tuple(self._person(case) for case in cases if self._speaks(case))
        ties = tuple(link for link in links if link.relation in RELATIONS)
        self._unplaced(cases, len(links) - len(ties) - len(self.follows))
        left = (*self.left, *(f"{count} × {what}" for what, count in self.faults.items() if count))
        if left and not (texts or tags):
            raise AnnotationFileError("; ".join(left[:3]))
        return AnnotationFile(
            codes=tags, texts=texts, events=events, people=people, ties=ties, left=left, held=self._held()
        )

    def _remarks(self, noted: dict[str, Any]) -> Iterator[tuple[str, ImportedNote]]:
        for key, node in noted.items():
            try:
                yield key, self._remark(node)
            except BadSourceError as why:
                self.left.append(f"a note: {why}")

    def _tag(self, code: QdaCode) -> CodeDefinition:
        """Return the tag of a code; notes on it belong to what it means."""
        said = (each.text for ref in code.notes if (each := self._note(ref)))
        about = "\n\n".join(dict.fromkeys(filter(None, (code.tag.description, *said))))
        return replace(code.tag, description=about, sign=self.beside.sign(code.tag.name))

    def _speaks(self, case: Any) -> bool:
        """Tell whether a case is somebody who says something."""
        own = safe_xml.own_guid(case)
        return safe_xml.child(case, "SelectionRef") is not None or own in self.spoken

    def _held(self) -> Counter[str]:
        held = written_in(self.root, self.cases, self.gone, self.follows)
        refs = ("NoteRef", "MemberNote")
        meant = {safe_xml.target(node) for node in self.root.iter() if safe_xml.name(node) in refs}
        held["note"] += self.described + len(self.notes.keys() - self.gone.keys() - meant)
        held["star"] += self.stars
        return held

    def _unplaced(self, cases: list[Any], links: int) -> None:
        """Name what has no place in a briefing."""
        for key in [key for key in self.notes if key not in self.gone and key not in self.placed]:
            self.left.append(
                f"the note “{one_line(self.notes[key].text)[:60]}”: it is on nothing that is here"
            )
        mute = [each for each in cases if not self._speaks(each)]
        parts = {
            "case that says nothing": len(mute),
            "link of another kind": links,
            "graph": len(list(safe_xml.children(safe_xml.child(self.root, "Graphs"), "Graph"))),
            "memo on the project": int(bool(safe_xml.text(self.root, "Description").strip())),
        }
        self.faults.update({what: count for what, count in parts.items() if count})

    def _links(self) -> Iterator[ImportedLink]:
        for each in safe_xml.children(safe_xml.child(self.root, "Links"), "Link"):
            origin, other = safe_xml.guid(each.get("originGUID")), safe_xml.target(each)
            if origin and other:
                yield ImportedLink(origin, safe_xml.label(each), other)

    def _person(self, case: Any) -> SpeakerInfo:
        values = self._values(case)
        aliases = tuple(filter(None, map(one_line, values.get("other_names", "").split("\n"))))
        note = self.texts.spent(clean(safe_xml.text(case, "Description")).strip())
        return SpeakerInfo(
            speaker_name(safe_xml.label(case)),
            aliases,
            one_line(values.get("role", "")),
            one_line(values.get("side", "")),
            "" if note == ", ".join(aliases) else note,
        )

    def _texts(self) -> Iterator[Document]:
        for node in safe_xml.children(self.root, "Sources"):
            for source in node:
                kind = safe_xml.name(source)
                title = safe_xml.label(source) or "Untitled"
                if kind == "TextSource" and self._is_rich(source):
                    self.left.append(f"{title}: its text is there only as a word processor's file")
                elif kind == "TextSource":
                    yield from self._readable(source, title)
                elif kind == "PDFSource" and (read := safe_xml.child(source, "Representation")) is not None:
                    yield from self._readable(read, title)
                    if safe_xml.child(source, "PDFSelection") is not None:
                        self.left.append(f"{title}: what was marked on the pages of the PDF, not in its text")
                elif kind:
                    self.left.append(f"{title}: no text ({kind.removesuffix('Source')})")

    @staticmethod
    def _is_rich(source: Any) -> bool:
        plain = source.get("plainTextPath") or safe_xml.child(source, "PlainTextContent") is not None
        return bool(source.get("richTextPath")) and not plain

    def _readable(self, source: Any, title: str) -> Iterator[Document]:
        try:
            yield self._text(source, title)
        except BadSourceError as why:
            self.left.append(f"{title}: {why}")

    def _text(self, source: Any, title: str) -> Document:
        raw = self.texts.words(source)
        text = clean(raw)
        values = {key: one_line(value) for key, value in self._values(source).items()}
        for key in ("published", "event_date"):
            if values.get(key) and not is_date(values[key]):
                del values[key]
        known = {key: values[key] for key in _FIELDS if values.get(key)}
        own = safe_xml.own_guid(source)
        basis = self.beside.basis(own)
        if basis is not None:
            known["event_date"] = self._event_day(own)
        passages = tuple(self._passages(source, title, raw, text))
        passages += tuple(self._noted(source, raw, text))
        marked = {each.id for each in passages}
        others = [self.beside.quote(key, text) for key in self.beside.quotes(own) if key not in marked]
        passages += tuple(each for each in others if each)
        starred = values.get("starred") == "yes"
        self.stars += starred
        mark = replace(self._mark(source, starred=starred), deeds=self.beside.deeds("articles", own))
        gone = tuple(self._gone(source))
        return Document(
            text=text,
            headline=title,
            origin=title,
            passages=passages,
            mark=mark,
            gone=gone,
            basis=basis,
            **known,
        )

    def _event_day(self, article: str) -> str:
        day = self.beside.about("articles", article).get("event_date", "")
        return day if isinstance(day, str) and is_date(day) else ""

    def _gone(self, source: Any) -> Iterator[MissingQuote]:
        """Yield the quotes whose words are gone, which we write as notes on their article."""
        for ref in safe_xml.children(source, "NoteRef"):
            node, note = self.gone.get(safe_xml.target(ref)), self._note(safe_xml.target(ref))
            if node is not None and note is not None:
                place = re.fullmatch(r"(\d{1,9})-(\d{1,9})", self._values(node)["words_gone"])
                start, end = (int(each) for each in place.groups()) if place else (0, 0)
                speakers = parted(one_line(self._values(node).get("speaker", "")))
                own = safe_xml.own_guid(node)
                mark = replace(self._mark(node), deeds=self.beside.deeds("quotes", own))
                yield MissingQuote(note.text, start, end, speakers, mark, own)

    def _passages(self, source: Any, title: str, raw: str, text: str) -> Iterator[ImportedQuote]:
        found: dict[str, tuple[list[tuple[int, int]], list[Any]]] = {}
        first: dict[str, str] = {}
        clean_places = CleanPlaces(raw)
        for node in safe_xml.children(source, "PlainTextSelection"):
            start, end = safe_xml.number(node, "startPosition"), safe_xml.number(node, "endPosition")
            if fault := fault_of(raw, start, end):
                self.left.append(f"{title}: a selection {fault}")
            if fault or start is None or end is None:
                continue
            place = (clean_places.at(start), clean_places.at(end))
            own = safe_xml.own_guid(node)
            if own in found:  # an id that two selections share is that of the first
                own = f"{own} {safe_xml.place(node)}"
            head = first.get(self.follows.get(own, ""), own)
            first[own] = head
            places, nodes = found.setdefault(head, ([], []))
            places.append(place)
            nodes.append(node)
        for own, (parts, nodes) in found.items():
            placed, node = in_order(parts), nodes[0]
            coded = [each for each in map(self._coded, node.iter()) if each in self.cases]
            self.spoken.update(coded)
            speakers = tuple(
                filter(
                    None, dict.fromkeys([*self.speakers.get(own, ()), *map(self.cases.__getitem__, coded)])
                )
            )
            creator, created = self._by(node)
            mark = replace(self._mark(node), deeds=self.beside.deeds("quotes", own))
            kind = kind_at(text, placed[0][0])
            yield self.beside.fitted(
                ImportedQuote(placed, speakers, kind, mark, own, creator=creator, created=created), text
            )

    def _noted(self, source: Any, raw: str, text: str) -> Iterator[ImportedQuote]:
        """Yield the words that notes on a text are about."""
        places = CleanPlaces(raw)
        for ref in map(safe_xml.target, safe_xml.children(source, "NoteRef")):
            start, end = self.about.get(ref, (None, None))
            if start is None or end is None or fault_of(raw, start, end) or (note := self._note(ref)) is None:
                continue
            self.worded.add(ref)
            place = (places.at(start), places.at(end))
            mark = ImportedMarks(notes=(note,))
            kind = kind_at(text, place[0])
            yield ImportedQuote((place,), (), kind, mark, ref, creator=note.creator, created=note.created)

    @staticmethod
    def _coded(node: Any) -> str:
        return safe_xml.target(node) if safe_xml.name(node) == "CodeRef" else ""

    def _mark(self, node: Any, *, starred: bool = False) -> ImportedMarks:
        creator, created = self._by(node)
        tags, notes = [], []
        for coding in safe_xml.children(node, "Coding"):
            wanted = safe_xml.target(safe_xml.child(coding, "CodeRef"))
            name = self.codes.get(wanted, "")
            if name:
                by, when = self._by(coding)
                tags.append(ImportedTag(name, when or created, by or creator))
            elif wanted not in self.cases:
                self.faults["coding with a code that is not in it"] += 1
            for note in self._notes(coding):
                notes.append(replace(note, text=f"{name}: {note.text}") if name else note)
        notes += self._notes(node)
        said = self.texts.spent(clean(safe_xml.text(node, "Description")).strip())
        # Our own descriptions tell what stands elsewhere, for programs that do not look there.
        if said and not self.ours:
            notes.insert(0, ImportedNote(said, created, creator))
            self.described += 1
        return ImportedMarks(tags=tuple(tags), notes=tuple(notes), starred=starred)

    def _notes(self, node: Any) -> list[ImportedNote]:
        """Return the notes that an element refers to, but those that are quotes."""
        refs = [safe_xml.target(ref) for ref in safe_xml.children(node, "NoteRef", "MemberNote")]
        elsewhere = self.gone.keys() | self.worded
        return [note for ref in refs if ref not in elsewhere and (note := self._note(ref)) and note.text]

    def _note(self, wanted: str) -> ImportedNote | None:
        note = self.notes.get(wanted)
        if note is None:
            self.faults["note that is not in it"] += 1
            return None
        self.texts.spent(note.text)
        self.placed.add(wanted)
        return note

    def _by(self, node: Any) -> tuple[str, str]:
        """Return who made something, "" for nobody who is named, and when."""
        user = safe_xml.guid(node.get("creatingUser") or node.get("modifyingUser"))
        name = self.users.get(user, "")
        when = node.get("creationDateTime") or node.get("modifiedDateTime") or ""
        return "" if name == "reader" else name, moment(when)

    def _remark(self, node: Any) -> ImportedNote:
        title = safe_xml.label(node) or "note"
        creator, created = self._by(node)
        has_text = node.get("plainTextPath") or safe_xml.child(node, "PlainTextContent") is not None
        text = self.texts.words(node) if has_text else title
        return ImportedNote(clean(text).strip(), created, creator)

    def _values(self, source: Any) -> dict[str, str]:
        values = {}
        for each in safe_xml.children(source, "VariableValue"):
            ref = safe_xml.child(each, "VariableRef")
            name = self.variables.get(safe_xml.target(ref), "")
            said = [
                clean("".join(part.itertext())).strip()
                for part in each
                if safe_xml.name(part).endswith("Value")
            ]
            if name and said:
                values[name] = said[0]
        return values

    def _events(self) -> Iterator[tuple[str, ImportedMarks]]:
        for each in safe_xml.children(safe_xml.child(self.root, "Sets"), "Set"):
            found = [
                self.codes.get(safe_xml.target(ref), "") for ref in safe_xml.children(each, "MemberCode")
            ]
            tags = tuple(ImportedTag(name) for name in found if name)
            self.faults["coding with a code that is not in it"] += len(found) - len(tags)
            notes = self._notes(each)
            said = clean(safe_xml.text(each, "Description")).strip()
            if said and not notes and not self.ours:
                notes = [ImportedNote(said)]
                self.described += 1
            name = safe_xml.label(each)
            deeds = self.beside.deeds("events", name)
            if tags or notes or deeds:
                yield name, ImportedMarks(tags=tags, notes=tuple(notes), deeds=deeds)


def _selection(note: Any) -> tuple[int | None, int | None] | None:
    found = safe_xml.child(note, "PlainTextSelection")
    if found is None:
        return None
    return safe_xml.number(found, "startPosition"), safe_xml.number(found, "endPosition")
