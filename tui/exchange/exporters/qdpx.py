"""`qdpx`: the briefing as a REFI-QDA project, for NVivo, ATLAS.ti, MAXQDA, QualCoder and others.

Articles are text sources, quotes selections in them (a selection for each part, linked), tags codes,
speakers cases, events sets. Positions are code points of the text, as the standard has it. Quotes whose
words are gone are notes on their article, with codes and notes of their own, as a note is a text too.

Programs want more than the schema does. QualCoder wants a time on every note, makes a blank annotation of a selection
that nothing is coded with, and reads codes on selections alone: so only quotes that something was written on are, and
tags of articles and events stand in variables too. What a case says it finds, as NVivo has it, by a code of its id.
What the format has no place for lies beside it (`qda_sidecar`), for our own import.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from tui.core.assessment import SYMMETRIC
from tui.core.model import AnnotatedEvent, Annotation, Article, Quote
from tui.core.quote_state import GONE
from tui.core.records import attributes
from tui.core.text import clean, one_line
from tui.exchange.exporters import qdc
from tui.exchange.exporters.dossier import Dossier, guid, marked_as
from tui.exchange.exporters.qda_sidecar import sidecar
from tui.exchange.exporters.qdc import described, element, made
from tui.exchange.exporters.serialize import blocks, filled
from tui.exchange.sidecar import SIDECAR

CONTINUED = "continued"
"""The name of the link from one part of a quote to the next."""
VARIABLES = (
    "outlet author published url language event event_date starred article_tags event_tags".split()  # of sources
)
ABOUT_SPEAKERS = ["other_names", "role", "side"]
ABOUT_GONE = ["words_gone", "speaker"]
"""Of a note that is a quote whose words are gone: where they were, as in "120-180", and who said them."""

_SPEAKERS = "speakers"  # the code above those of the cases
_NEVER = "1970-01-01T00:00:00Z"  # where no time is known, and one is wanted


def chunks(dossier: Dossier) -> Iterator[bytes]:
    """Yield the project: a zip file of `project.qde` and the sources' texts."""
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
            project = _Project(dossier=dossier, out=out)
            document = project.document()
            out.writestr(_info("project.qde"), document)
            out.writestr(_info(SIDECAR), sidecar(dossier, document))
        file.seek(0)
        yield from blocks(file)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)  # without the time: the same briefing makes the same file
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o100644 << 16
    return info


@dataclass(kw_only=True)
class _Project:
    """A project being put together: the schema wants its parts in one order, and we meet them in another."""

    dossier: Dossier
    out: zipfile.ZipFile
    users: dict[str, str] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    quotes: set[str] = field(default_factory=set)
    tied: list[tuple[str, str, str]] = field(default_factory=list)

    def document(self) -> bytes:
        """Write the texts into the archive; return the project's XML."""
        root = etree.Element(f"{{{qdc.PROJECT}}}Project", None, {None: qdc.PROJECT})
        root.set("name", one_line(self.dossier.title) or "Briefing")
        root.set("origin", qdc.ORIGIN)
        for key, value in qdc.time(self.dossier.made).items():
            root.set(key, value)
        parts = ("Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets")
        self.parts = {name: element(root, name) for name in parts}
        self._user("")
        root.set("creatingUserGUID", self.users[""])
        for name in VARIABLES + ABOUT_SPEAKERS + ABOUT_GONE:
            own = made("variable", name)
            element(self.parts["Variables"], "Variable", guid=own, name=name, typeOfVariable="Text")
        for annotated in self.dossier.events():
            self._event(annotated)
        for quote_id, other, relation in self.tied:
            if {quote_id, other} <= self.quotes:
                self._link(relation, guid(quote_id), guid(other), quote_id, other, relation)
        for speaker_id, selections in self.said.items():
            self._case(speaker_id, selections)
        self._codes()
        for part in self.parts.values():
            if not len(part):  # the schema knows no empty lists
                root.remove(part)
        return qdc.document(root)

    def _codes(self) -> None:
        if not self.dossier.tags and not self.said:
            return
        codes = element(self.parts["CodeBook"], "Codes")
        qdc.codes(codes, self.dossier.tags.values())
        if self.said:
            speakers = element(codes, "Code", guid=made("code", _SPEAKERS), name=_SPEAKERS, isCodable="false")
            for speaker_id in self.said:
                name = self.names[speaker_id]
                element(speakers, "Code", guid=guid(speaker_id), name=name, isCodable="true")

    def _time(self, *stamps: str) -> dict[str, str]:
        """Return the first of some times that is one as an attribute; some time it always is."""
        return next(filter(None, map(qdc.time, (*stamps, self.dossier.made, _NEVER))), {})

    def _event(self, annotated: AnnotatedEvent) -> None:
        event = annotated.event
        found = element(self.parts["Sets"], "Set", guid=guid(event.id), name=event.name or event.id)
        described(found, annotated.note(event.id))
        for tag in self._tags(annotated, event.id):
            element(found, "MemberCode", targetGUID=guid(str(tag.body["tag"])))
        for article in event.articles:
            element(found, "MemberSource", targetGUID=guid(article.id))
            self._source(annotated, article)
        for note in annotated.notes(event.id):
            element(found, "MemberNote", targetGUID=self._note(note))

    def _source(self, annotated: AnnotatedEvent, article: Article) -> None:
        name = f"{guid(article.id)}.txt"
        self.out.writestr(_info(f"sources/{name}"), clean(article.text).encode())
        source = element(
            self.parts["Sources"],
            "TextSource",
            guid=guid(article.id),
            name=article.headline or article.origin,
            plainTextPath=f"internal://{name}",
            creatingUser=self.users[""],
            **self._time(article.imported),
        )
        described(source, annotated.note(article.id))
        for quote in article.quotes:
            if self.dossier.every or annotated.annotations.get(quote.id):
                self._quote(source, annotated, quote, article.imported)
        self._codings(source, annotated, article.id)
        self._note_refs(source, annotated, article.id)
        for quote in article.gone:
            element(source, "NoteRef", targetGUID=self._gone(annotated, quote, article.imported))
        event = annotated.event
        tags = {
            "article_tags": "; ".join(self.dossier.tag_names(annotated, article.id)),
            "event_tags": "; ".join(self.dossier.tag_names(annotated, event.id)),
        }
        values = attributes(article, "outlet author published url language")
        starred = "yes" if annotated.starred(article.id) else ""
        self._values(
            source, {**values, "event": event.name, "event_date": event.date, "starred": starred, **tags}
        )

    @staticmethod
    def _values(parent: etree._Element, values: Mapping[str, str]) -> None:
        for key, value in filled(values).items():
            said = element(parent, "VariableValue")
            element(said, "VariableRef", targetGUID=made("variable", key))
            element(said, "TextValue").text = clean(value)

    def _quote(self, source: etree._Element, annotated: AnnotatedEvent, quote: Quote, imported: str) -> None:
        before = ""
        by = self._by(annotated, quote, imported)
        self._ties(annotated, quote)
        name = ", ".join(filter(None, (self.dossier.speaker_name(quote), quote.stance)))
        for number, part in enumerate(quote.parts):
            part_id = made("part", quote.id, str(number)) if number else guid(quote.id)
            selection = element(
                source,
                "PlainTextSelection",
                guid=part_id,
                name=f"{name}: {part.exact}"[:80] if name else part.exact[:80],
                startPosition=str(part.start),
                endPosition=str(part.end),
                **by,
            )
            described(selection, self._about(annotated, quote))
            self._codings(selection, annotated, quote.id, part_id)
            for called, speaker in self.dossier.attributed(quote):
                who = speaker.id if speaker else made("speaker", called)
                self.said.setdefault(who, []).append(part_id)
                self.names.setdefault(who, called)
                _code(selection, guid(who), made("coding", who, part_id), by)
            self._note_refs(selection, annotated, quote.id)
            if before:
                self._link(CONTINUED, before, part_id, part_id)
            before = part_id

    def _by(self, annotated: AnnotatedEvent, quote: Quote, imported: str) -> dict[str, str]:
        """Return who marked a quote first, and when: what other programs show of all that is on it."""
        written = annotated.annotations.get(quote.id, ())
        first = min(written, key=lambda each: each.created, default=None)
        creator, created = (first.creator, first.created) if first else ("", "")
        return {"creatingUser": self._user(creator), **self._time(created, imported)}

    def _about(self, annotated: AnnotatedEvent, quote: Quote) -> str:
        """Return the notes on a quote; where there are none and no tags, what else was written on it, if anything."""
        if said := annotated.note(quote.id):
            return said
        return "" if annotated.tags(quote.id) else marked_as(annotated, quote)

    def _ties(self, annotated: AnnotatedEvent, quote: Quote) -> None:
        self.quotes.add(quote.id)
        for each in annotated.of(quote.id, "linking"):
            other, relation = str(each.body["quote"]), str(each.body["relation"])
            # What holds both ways is written on both quotes, and goes out once.
            if not each.body.get("inverse") and (other, quote.id, relation) not in self.tied:
                self.tied.append((quote.id, other, relation))

    def _gone(self, annotated: AnnotatedEvent, quote: Quote, imported: str) -> str:
        self._ties(annotated, quote)
        words, name = clean(quote.words), self.dossier.speaker_name(quote)
        note = element(
            self.parts["Notes"],
            "Note",
            guid=guid(quote.id),
            name=f"{GONE}: {f'{name}: ' if name else ''}{one_line(words)}"[:120],
            **self._by(annotated, quote, imported),
        )
        element(note, "PlainTextContent").text = words
        self._codings(note, annotated, quote.id, guid(quote.id))
        self._note_refs(note, annotated, quote.id)
        place = f"{max(0, quote.parts[0].start)}-{max(0, quote.parts[-1].end)}"
        self._values(note, {"words_gone": place, "speaker": name})
        return guid(quote.id)

    def _link(self, name: str, origin: str, target: str, *key: str) -> None:
        element(
            self.parts["Links"],
            "Link",
            guid=made("link", *key),
            name=name,
            direction="Associative" if name in SYMMETRIC else "OneWay",
            originGUID=origin,
            targetGUID=target,
        )

    def _case(self, speaker_id: str, selections: list[str]) -> None:
        case = element(self.parts["Cases"], "Case", guid=guid(speaker_id), name=self.names[speaker_id])
        speaker = self.dossier.speakers.get(speaker_id)
        if speaker:
            names = self.dossier.other_names(speaker)
            noted = self.dossier.noted(speaker).note(speaker.id)
            described(case, noted or ", ".join(names))
            self._values(case, {"other_names": "\n".join(names), "role": speaker.role, "side": speaker.side})
        for selection in selections:
            element(case, "SelectionRef", targetGUID=selection)

    def _tags(self, annotated: AnnotatedEvent, target_id: str) -> Iterator[Annotation]:
        for each in annotated.of(target_id, "tagging"):
            if each.body["tag"] in self.dossier.tags:
                yield each

    def _codings(
        self, parent: etree._Element, annotated: AnnotatedEvent, target_id: str, part_id: str = ""
    ) -> None:
        for each in self._tags(annotated, target_id):
            by = {"creatingUser": self._user(each.creator), **self._time(each.created)}
            _code(parent, guid(str(each.body["tag"])), made("coding", each.id, part_id), by)

    def _note_refs(self, parent: etree._Element, annotated: AnnotatedEvent, target_id: str) -> None:
        for each in annotated.notes(target_id):
            element(parent, "NoteRef", targetGUID=self._note(each))

    def _note(self, each: Annotation) -> str:
        note_id = made("note", each.id)
        if note_id not in self.names:
            self.names[note_id] = each.id
            text = clean(str(each.body["value"]))
            note = element(
                self.parts["Notes"],
                "Note",
                guid=note_id,
                name=one_line(text)[:60],
                creatingUser=self._user(each.creator),
                **self._time(each.created),
            )
            element(note, "PlainTextContent").text = text
        return note_id

    def _user(self, name: str) -> str:
        if name not in self.users:
            self.users[name] = made("user", name)
            element(self.parts["Users"], "User", guid=self.users[name], name=name or "reader")
        return self.users[name]


def _code(parent: etree._Element, code: str, own: str, by: Mapping[str, str]) -> None:
    coding = element(parent, "Coding", guid=own, **by)
    element(coding, "CodeRef", targetGUID=code)
