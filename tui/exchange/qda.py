"""REFI-QDA projects and codebooks, ours and other programs'. Nothing is guessed where ids do not agree."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.desk import check_date
from tui.exchange import xml
from tui.exchange.codebook import color
from tui.exchange.records import (
    Code,
    Gone,
    Handed,
    HandedError,
    Mark,
    Passage,
    Person,
    Remark,
    Text,
    Tie,
    in_order,
    kind_at,
    moment,
)
from tui.exchange.zipped import DAMAGE, bytes_of, looked_at
from tui.reading.encoding import BadSourceError, decode
from tui.text import clean, one_line
from tui.trust_commands import RELATIONS

_PROJECT_BYTES, _TEXT_BYTES = 200_000_000, 50_000_000
# One text or note may be referred to from many places; this many letters they may come to in all.
_LETTERS = 400_000_000
_FIELDS = ("outlet", "author", "published", "url", "language", "event", "event_date")
_DEFINES = frozenset(
    "User Code Variable Case Set TextSource PictureSource PDFSource AudioSource VideoSource Note Link"
    " PlainTextSelection PDFSelection Representation Transcript Coding Graph Vertex Edge".split()
)


def read_codebook(raw: bytes) -> Handed:
    """Return the codes of a .qdc file. Raises `HandedError`."""
    root = xml.parsed(raw, "it")
    if xml.name(root) != "CodeBook":
        raise HandedError("it is no codebook: the root of one is CodeBook")
    _unique(root)
    codes = dict(_codes(xml.child(root, "Codes")))
    if not codes:
        raise HandedError("there is no code in it")
    return Handed(codes=tuple(code for code, used in codes.values() if used))


def read_project(path: Path) -> Handed:
    """Return what a .qdpx file says, or its project.qde alone. Raises `HandedError`: nothing of it holds then."""
    with path.open("rb") as file:
        if file.read(5).lstrip(b"\xef\xbb\xbf").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
            file.seek(0)
            return _Project(_root(file.read(_PROJECT_BYTES), path.name), None, {}).handed()
    try:
        with zipfile.ZipFile(path) as archive:
            inside = looked_at(archive)
            projects = [name for name in inside if name.endswith(".qde") and not name.startswith("__macosx/")]
            if len(projects) != 1:
                raise HandedError(f"there are {len(projects)} projects in it instead of one (project.qde)")
            root = _root(bytes_of(archive, inside[projects[0]], _PROJECT_BYTES), projects[0])
            # Zipped by hand, it all lies in a folder.
            above = projects[0].rpartition("/")[0]
            inside = {name.removeprefix(f"{above}/"): info for name, info in inside.items()}
            return _Project(root, archive, inside).handed()
    except DAMAGE as error:
        raise HandedError(f"it is no whole zip file ({one_line(str(error))[:120]})") from None


def _root(raw: bytes, what: str) -> Any:
    root = xml.parsed(raw, one_line(what)[:80])
    if xml.name(root) != "Project":
        raise HandedError(f"{one_line(what)[:80]} is no project: the root of one is Project")
    return root


def _unique(root: Any) -> None:
    seen: set[str] = set()
    for node in root.iter():
        if xml.name(node) not in _DEFINES or node.get("guid") is None:
            continue
        found = xml.guid(node.get("guid"))
        if found in seen:
            raise HandedError(f"the id {found} stands for two things in it")
        seen.add(found)


def _codes(parent: Any, above: str = "", depth: int = 0) -> Iterator[tuple[str, tuple[Code, bool]]]:
    """Yield codes by id, and whether something can be coded with them or they say something."""
    if depth > 100:
        raise HandedError("its codes lie too deep within each other")
    for node in xml.children(parent, "Code"):
        # Our levels are parted by a slash: one in another program's name is none.
        name = one_line(node.get("name") or "").replace("/", "-")
        if not name:
            raise HandedError("a code in it has no name")
        full = f"{above}/{name}" if above else name
        code = Code(full, clean(xml.text(node, "Description")).strip(), color(node.get("color") or ""))
        codable = (node.get("isCodable") or "true").strip().casefold() in ("true", "1")
        yield xml.own_guid(node), (code, codable or bool(code.description or code.color))
        yield from _codes(node, full, depth + 1)


@dataclass
class _Project:
    """A project under way."""

    root: Any
    archive: zipfile.ZipFile | None
    inside: dict[str, zipfile.ZipInfo]
    left: list[str] = field(default_factory=list)
    letters: int = 0

    def handed(self) -> Handed:
        """Return all of it."""
        root = self.root
        _unique(root)
        self.users = {
            xml.guid(each.get("guid")): one_line(each.get("name") or "")
            for each in xml.children(xml.child(root, "Users"), "User")
        }
        self.codes = dict(_codes(xml.child(xml.child(root, "CodeBook"), "Codes")))
        self.notes = {
            xml.guid(each.get("guid")): self._remark(each)
            for each in xml.children(xml.child(root, "Notes"), "Note")
        }
        self.variables = {
            xml.guid(each.get("guid")): one_line(each.get("name") or "")
            for each in xml.children(xml.child(root, "Variables"), "Variable")
        }
        self.gone = {
            xml.guid(each.get("guid")): each
            for each in xml.children(xml.child(root, "Notes"), "Note")
            if self._values(each).get("words_gone")
        }
        cases = list(xml.children(xml.child(root, "Cases"), "Case"))
        self.speakers = {
            xml.guid(ref.get("targetGUID")): one_line(case.get("name") or "")
            for case in cases
            for ref in xml.children(case, "SelectionRef")
        }
        links = tuple(self._links())
        self.follows = {link.other: link.id for link in links if link.relation == "continued"}
        texts = tuple(self._texts())
        used = tuple(code for code, used in self.codes.values() if used)
        return Handed(
            used,
            texts,
            events=tuple(self._events()),
            people=tuple(self._person(case) for case in cases if xml.child(case, "SelectionRef") is not None),
            ties=tuple(link for link in links if link.relation in RELATIONS),
            left=tuple(self.left),
        )

    def _links(self) -> Iterator[Tie]:
        for each in xml.children(xml.child(self.root, "Links"), "Link"):
            if each.get("targetGUID") and each.get("originGUID"):
                yield Tie(
                    xml.guid(each.get("originGUID")),
                    one_line(each.get("name") or ""),
                    xml.guid(each.get("targetGUID")),
                )

    def _person(self, case: Any) -> Person:
        values = self._values(case)
        aliases = tuple(
            one_line(name) for name in values.get("other_names", "").split("\n") if one_line(name)
        )
        note = self._spent(clean(xml.text(case, "Description")).strip())
        return Person(
            one_line(case.get("name") or ""),
            aliases,
            one_line(values.get("role", "")),
            "" if note == ", ".join(aliases) else note,
        )

    def _spent(self, text: str) -> str:
        self.letters += len(text)
        if self.letters > _LETTERS:
            raise HandedError("its texts and notes come to very much more than it holds")
        return text

    def _texts(self) -> Iterator[Text]:
        for node in xml.children(self.root, "Sources"):
            for source in node:
                kind = xml.name(source)
                title = one_line(source.get("name") or "") or "Untitled"
                if kind == "TextSource" and self._is_rich(source):
                    self.left.append(f"{title}: its text is there only as a word processor's file")
                elif kind == "TextSource":
                    yield self._text(source, title)
                elif kind == "PDFSource" and (read := xml.child(source, "Representation")) is not None:
                    yield self._text(read, title)
                    if xml.child(source, "PDFSelection") is not None:
                        self.left.append(f"{title}: what was marked on the pages of the PDF, not in its text")
                elif kind:
                    self.left.append(f"{title}: no text ({kind.removesuffix('Source')})")

    @staticmethod
    def _is_rich(source: Any) -> bool:
        plain = source.get("plainTextPath") or xml.child(source, "PlainTextContent") is not None
        return bool(source.get("richTextPath")) and not plain

    def _text(self, source: Any, title: str) -> Text:
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
        return Text(text, title, title, passages=passages, mark=mark, gone=gone, **known)

    def _gone(self, source: Any) -> Iterator[Gone]:
        """Yield the quotes whose words are gone, which we write as notes on their article."""
        for ref in xml.children(source, "NoteRef"):
            node = self.gone.get(xml.guid(ref.get("targetGUID")))
            if node is not None:
                place = re.fullmatch(r"(\d{1,9})-(\d{1,9})", self._values(node)["words_gone"])
                start, end = (int(each) for each in place.groups()) if place else (0, 0)
                speaker = one_line(self._values(node).get("speaker", ""))
                words = self._note(ref).text
                yield Gone(words, start, end, speaker, self._mark(node), xml.own_guid(node))

    def _words(self, source: Any, title: str) -> str:
        inline = xml.child(source, "PlainTextContent")
        if inline is not None:
            return self._spent("".join(inline.itertext()))
        path = (source.get("plainTextPath") or "").strip()
        if not path:
            raise HandedError(f"the source “{title}” has no text")
        name = path.removeprefix("internal://").removeprefix("/").casefold()
        info = self.inside.get(f"sources/{name}") or self.inside.get(name)
        if not path.startswith("internal://") or info is None or self.archive is None:
            raise HandedError(f"the text of “{title}” is not in it ({one_line(path)[:80]})")
        data = bytes_of(self.archive, info, _TEXT_BYTES)
        try:
            # As it is: positions count its letters, line ends of every kind among them.
            return self._spent(data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            pass
        try:
            return self._spent(decode(data))
        except BadSourceError as error:
            raise HandedError(f"the text of “{title}”: {error}") from None

    def _passages(self, source: Any, title: str, raw: str, text: str) -> Iterator[Passage]:
        found: dict[str, tuple[list[tuple[int, int]], Any]] = {}
        first: dict[str, str] = {}
        for node in xml.children(source, "PlainTextSelection"):
            start, end = xml.number(node, "startPosition"), xml.number(node, "endPosition")
            if end > len(raw):
                raise HandedError(f"a selection of “{title}” ends at {end}, past its text ({len(raw)})")
            if start > end:
                raise HandedError(f"a selection of “{title}” ends at {end}, before its start ({start})")
            if not raw[start:end].strip():
                self.left.append(f"{title}: a selection of no words at {start}")
                continue
            place = (start, end) if raw == text else (len(clean(raw[:start])), len(clean(raw[:end])))
            own = xml.own_guid(node)
            head = first.get(self.follows.get(own, ""), own)
            first[own] = head
            if head == own:
                found[own] = ([place], node)
            else:
                found[head][0].append(place)
        for own, (parts, node) in found.items():
            speaker = self.speakers.get(own, "")
            placed = in_order(parts)
            yield Passage(placed, speaker, kind_at(text, placed[0][0]), self._mark(node), own)

    def _mark(self, node: Any, *, starred: bool = False) -> Mark:
        tags = []
        for coding in xml.children(node, "Coding"):
            ref = xml.child(coding, "CodeRef")
            tags.append(self._code(ref))
        notes = [
            self._note(ref)
            for ref in xml.children(node, "NoteRef")
            if xml.guid(ref.get("targetGUID")) not in self.gone
        ]
        said = self._spent(clean(xml.text(node, "Description")).strip())
        # Our own descriptions repeat the notes, for programs that show no notes.
        if said and said != "\n\n".join(note.text for note in notes):
            notes.insert(0, Remark(said))
        return Mark(tuple(dict.fromkeys(tags)), tuple(note for note in notes if note.text), starred)

    def _code(self, ref: Any) -> str:
        wanted = xml.guid(ref.get("targetGUID") if ref is not None else None)
        if wanted not in self.codes:
            raise HandedError(f"something is coded with {wanted}, and there is no such code")
        return self.codes[wanted][0].name

    def _note(self, ref: Any) -> Remark:
        wanted = xml.guid(ref.get("targetGUID"))
        if wanted not in self.notes:
            raise HandedError(f"something has the note {wanted}, and there is no such note")
        self._spent(self.notes[wanted].text)
        return self.notes[wanted]

    def _remark(self, node: Any) -> Remark:
        title = one_line(node.get("name") or "") or "note"
        creator = self.users.get((node.get("creatingUser") or "").strip("{} ").casefold(), "")
        has_text = node.get("plainTextPath") or xml.child(node, "PlainTextContent") is not None
        text = self._words(node, title) if has_text else title
        return Remark(
            clean(text).strip(),
            moment(node.get("creationDateTime") or ""),
            "" if creator == "reader" else creator,
        )

    def _values(self, source: Any) -> dict[str, str]:
        values = {}
        for each in xml.children(source, "VariableValue"):
            ref = xml.child(each, "VariableRef")
            name = self.variables.get(xml.guid(ref.get("targetGUID")) if ref is not None else "", "")
            said = [
                clean("".join(part.itertext())).strip() for part in each if xml.name(part).endswith("Value")
            ]
            if name and said:
                values[name] = said[0]
        return values

    def _events(self) -> Iterator[tuple[str, Mark]]:
        for each in xml.children(xml.child(self.root, "Sets"), "Set"):
            tags = tuple(self._code(ref) for ref in xml.children(each, "MemberCode"))
            notes = tuple(self._note(ref) for ref in xml.children(each, "MemberNote"))
            said = clean(xml.text(each, "Description")).strip()
            if said and not notes:
                notes = (Remark(said),)
            if tags or notes:
                yield one_line(each.get("name") or ""), Mark(tags, notes)
