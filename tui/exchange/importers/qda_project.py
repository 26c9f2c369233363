"""REFI-QDA projects, ours and other programs': https://www.qdasoftware.org (project exchange 1.0).

Nothing is guessed where ids do not agree.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.core.assessment import RELATIONS
from tui.core.edtf import check_date
from tui.core.speakers import parted
from tui.core.text import clean, one_line
from tui.exchange.importers import safe_xml
from tui.exchange.importers.model import (
    AnnotationFile,
    AnnotationFileError,
    Document,
    ImportedLink,
    ImportedMarks,
    ImportedNote,
    ImportedQuote,
    MissingQuote,
    SpeakerInfo,
    in_order,
    kind_at,
    moment,
    speaker_name,
)
from tui.exchange.importers.qda_codebook import check_ids, codes
from tui.exchange.importers.safe_zip import DAMAGE, bytes_of, looked_at
from tui.reading.encoding import BadSourceError, decode

_PROJECT_BYTES, _TEXT_BYTES = 200_000_000, 50_000_000
# One text or note may be referred to from many places; this many letters they may come to in all.
_LETTERS = 400_000_000
_FIELDS = ("outlet", "author", "published", "url", "language", "event", "event_date")


def read_project(path: Path) -> AnnotationFile:
    """Return what a .qdpx file says, or its project.qde alone. Raises `AnnotationFileError`: nothing of it holds then."""
    with path.open("rb") as file:
        if file.read(5).lstrip(b"\xef\xbb\xbf").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
            file.seek(0)
            return _Project(_root(file.read(_PROJECT_BYTES), path.name), None, {}).handed()
    try:
        with zipfile.ZipFile(path) as archive:
            inside = looked_at(archive)
            projects = [name for name in inside if name.endswith(".qde") and not name.startswith("__macosx/")]
            if len(projects) != 1:
                raise AnnotationFileError(
                    f"there are {len(projects)} projects in it instead of one (project.qde)"
                )
            root = _root(bytes_of(archive, inside[projects[0]], _PROJECT_BYTES), projects[0])
            # Zipped by hand, it all lies in a folder.
            above = projects[0].rpartition("/")[0]
            inside = {name.removeprefix(f"{above}/"): info for name, info in inside.items()}
            return _Project(root, archive, inside).handed()
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
    archive: zipfile.ZipFile | None
    inside: dict[str, zipfile.ZipInfo]
    left: list[str] = field(default_factory=list)
    letters: int = 0

    def handed(self) -> AnnotationFile:
        """Return all of it."""
        root = self.root
        check_ids(root)
        noted = safe_xml.within(root, "Notes", "Note")
        self.users = safe_xml.labels(root, "Users", "User")
        self.codes = dict(codes(safe_xml.child(safe_xml.child(root, "CodeBook"), "Codes")))
        self.notes = {key: self._remark(each) for key, each in noted.items()}
        self.variables = safe_xml.labels(root, "Variables", "Variable")
        self.gone = {key: each for key, each in noted.items() if self._values(each).get("words_gone")}
        cases = list(safe_xml.children(safe_xml.child(root, "Cases"), "Case"))
        self.speakers: dict[str, list[str]] = {}
        for case in cases:
            name, refs = speaker_name(safe_xml.label(case)), safe_xml.children(case, "SelectionRef")
            for each in {safe_xml.guid(ref.get("targetGUID")) for ref in refs}:
                self.speakers.setdefault(each, []).append(name)
        links = tuple(self._links())
        self.follows = {link.other: link.id for link in links if link.relation == "continued"}
        texts = tuple(self._texts())
        return AnnotationFile(
            codes=tuple(code for code, used in self.codes.values() if used),
            texts=texts,
            events=tuple(self._events()),
            people=tuple(
                self._person(case) for case in cases if safe_xml.child(case, "SelectionRef") is not None
            ),
            ties=tuple(link for link in links if link.relation in RELATIONS),
            left=tuple(self.left),
        )

    def _links(self) -> Iterator[ImportedLink]:
        for each in safe_xml.children(safe_xml.child(self.root, "Links"), "Link"):
            if each.get("targetGUID") and each.get("originGUID"):
                yield ImportedLink(
                    safe_xml.guid(each.get("originGUID")),
                    safe_xml.label(each),
                    safe_xml.guid(each.get("targetGUID")),
                )

    def _person(self, case: Any) -> SpeakerInfo:
        values = self._values(case)
        aliases = tuple(filter(None, map(one_line, values.get("other_names", "").split("\n"))))
        note = self._spent(clean(safe_xml.text(case, "Description")).strip())
        return SpeakerInfo(
            speaker_name(safe_xml.label(case)),
            aliases,
            one_line(values.get("role", "")),
            "" if note == ", ".join(aliases) else note,
        )

    def _spent(self, text: str) -> str:
        self.letters += len(text)
        if self.letters > _LETTERS:
            raise AnnotationFileError("its texts and notes come to very much more than it holds")
        return text

    def _texts(self) -> Iterator[Document]:
        for node in safe_xml.children(self.root, "Sources"):
            for source in node:
                kind = safe_xml.name(source)
                title = safe_xml.label(source) or "Untitled"
                if kind == "TextSource" and self._is_rich(source):
                    self.left.append(f"{title}: its text is there only as a word processor's file")
                elif kind == "TextSource":
                    yield self._text(source, title)
                elif kind == "PDFSource" and (read := safe_xml.child(source, "Representation")) is not None:
                    yield self._text(read, title)
                    if safe_xml.child(source, "PDFSelection") is not None:
                        self.left.append(f"{title}: what was marked on the pages of the PDF, not in its text")
                elif kind:
                    self.left.append(f"{title}: no text ({kind.removesuffix('Source')})")

    @staticmethod
    def _is_rich(source: Any) -> bool:
        plain = source.get("plainTextPath") or safe_xml.child(source, "PlainTextContent") is not None
        return bool(source.get("richTextPath")) and not plain

    def _text(self, source: Any, title: str) -> Document:
        raw = self._words(source, title)
        text = clean(raw)
        values = {key: one_line(value) for key, value in self._values(source).items()}
        for key in ("published", "event_date"):
            try:
                check_date(values.get(key, ""))
            except ValueError:
                del values[key]
        known = {key: values[key] for key in _FIELDS if values.get(key)}
        passages = tuple(self._passages(source, title, raw, text))
        mark = self._mark(source, starred=values.get("starred") == "yes")
        gone = tuple(self._gone(source))
        return Document(
            text=text, headline=title, origin=title, passages=passages, mark=mark, gone=gone, **known
        )

    def _gone(self, source: Any) -> Iterator[MissingQuote]:
        """Yield the quotes whose words are gone, which we write as notes on their article."""
        for ref in safe_xml.children(source, "NoteRef"):
            node = self.gone.get(safe_xml.guid(ref.get("targetGUID")))
            if node is not None:
                place = re.fullmatch(r"(\d{1,9})-(\d{1,9})", self._values(node)["words_gone"])
                start, end = (int(each) for each in place.groups()) if place else (0, 0)
                speakers = parted(one_line(self._values(node).get("speaker", "")))
                mark, own = self._mark(node), safe_xml.own_guid(node)
                yield MissingQuote(self._note(ref).text, start, end, speakers, mark, own)

    def _words(self, source: Any, title: str) -> str:
        inline = safe_xml.child(source, "PlainTextContent")
        if inline is not None:
            return self._spent("".join(inline.itertext()))
        path = (source.get("plainTextPath") or "").strip()
        if not path:
            raise AnnotationFileError(f"the source “{title}” has no text")
        name = path.removeprefix("internal://").removeprefix("/").casefold()
        info = self.inside.get(f"sources/{name}") or self.inside.get(name)
        if not path.startswith("internal://") or info is None or self.archive is None:
            raise AnnotationFileError(f"the text of “{title}” is not in it ({one_line(path)[:80]})")
        data = bytes_of(self.archive, info, _TEXT_BYTES)
        try:
            # As it is: positions count its letters, line ends of every kind among them.
            return self._spent(data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            pass
        try:
            return self._spent(decode(data))
        except BadSourceError as error:
            raise AnnotationFileError(f"the text of “{title}”: {error}") from None

    def _passages(self, source: Any, title: str, raw: str, text: str) -> Iterator[ImportedQuote]:
        found: dict[str, tuple[list[tuple[int, int]], Any]] = {}
        first: dict[str, str] = {}
        for node in safe_xml.children(source, "PlainTextSelection"):
            start, end = safe_xml.number(node, "startPosition"), safe_xml.number(node, "endPosition")
            if end > len(raw):
                raise AnnotationFileError(
                    f"a selection of “{title}” ends at {end}, past its text ({len(raw)})"
                )
            if start > end:
                raise AnnotationFileError(
                    f"a selection of “{title}” ends at {end}, before its start ({start})"
                )
            if not raw[start:end].strip():
                self.left.append(f"{title}: a selection of no words at {start}")
                continue
            place = (start, end) if raw == text else (len(clean(raw[:start])), len(clean(raw[:end])))
            own = safe_xml.own_guid(node)
            head = first.get(self.follows.get(own, ""), own)
            first[own] = head
            if head == own:
                found[own] = ([place], node)
            else:
                found[head][0].append(place)
        for own, (parts, node) in found.items():
            placed, speakers = in_order(parts), tuple(self.speakers.get(own, ()))
            yield ImportedQuote(placed, speakers, kind_at(text, placed[0][0]), self._mark(node), own)

    def _mark(self, node: Any, *, starred: bool = False) -> ImportedMarks:
        codings = safe_xml.children(node, "Coding")
        tags = [self._code(safe_xml.child(coding, "CodeRef")) for coding in codings]
        notes = [
            self._note(ref)
            for ref in safe_xml.children(node, "NoteRef")
            if safe_xml.guid(ref.get("targetGUID")) not in self.gone
        ]
        said = self._spent(clean(safe_xml.text(node, "Description")).strip())
        # Our own descriptions repeat the notes, for programs that show no notes.
        if said and said != "\n\n".join(note.text for note in notes):
            notes.insert(0, ImportedNote(said))
        return ImportedMarks(tuple(dict.fromkeys(tags)), tuple(note for note in notes if note.text), starred)

    def _code(self, ref: Any) -> str:
        wanted = safe_xml.guid(ref.get("targetGUID") if ref is not None else None)
        if wanted not in self.codes:
            raise AnnotationFileError(f"something is coded with {wanted}, and there is no such code")
        return self.codes[wanted][0].name

    def _note(self, ref: Any) -> ImportedNote:
        wanted = safe_xml.guid(ref.get("targetGUID"))
        if wanted not in self.notes:
            raise AnnotationFileError(f"something has the note {wanted}, and there is no such note")
        self._spent(self.notes[wanted].text)
        return self.notes[wanted]

    def _remark(self, node: Any) -> ImportedNote:
        title = safe_xml.label(node) or "note"
        creator = self.users.get((node.get("creatingUser") or "").strip("{} ").casefold(), "")
        has_text = node.get("plainTextPath") or safe_xml.child(node, "PlainTextContent") is not None
        text = self._words(node, title) if has_text else title
        return ImportedNote(
            clean(text).strip(),
            moment(node.get("creationDateTime") or ""),
            "" if creator == "reader" else creator,
        )

    def _values(self, source: Any) -> dict[str, str]:
        values = {}
        for each in safe_xml.children(source, "VariableValue"):
            ref = safe_xml.child(each, "VariableRef")
            name = self.variables.get(safe_xml.guid(ref.get("targetGUID")) if ref is not None else "", "")
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
            tags = tuple(self._code(ref) for ref in safe_xml.children(each, "MemberCode"))
            notes = tuple(self._note(ref) for ref in safe_xml.children(each, "MemberNote"))
            said = clean(safe_xml.text(each, "Description")).strip()
            if said and not notes:
                notes = (ImportedNote(said),)
            if tags or notes:
                yield safe_xml.label(each), ImportedMarks(tags, notes)
