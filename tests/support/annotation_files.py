"""Other programs' projects as they might be, and what came of taking them in."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tui.core.model import AnnotatedEvent
from tui.exchange.importers.detect import handed_kind
from tui.store.briefing import Briefing
from tui.workflows.store_annotations import read, take
from tui.workflows.text_references import AnnotationImportResult

GUID = "11111111-1111-4111-8111-1111111111"
SPACE = 'xmlns="urn:QDA-XML:project:1.0"'


def handed(briefing: Briefing, path: Path) -> AnnotationImportResult:
    return take(briefing, read(path, handed_kind(path)), path.name)


def written(briefing: Briefing) -> dict[str, tuple[object, ...]]:
    """Return what is said of each quote, by its words, and of articles and events, by their names."""
    tags, speakers = briefing.tags(), briefing.speakers()
    said: dict[str, tuple[object, ...]] = {}

    def marks(annotated: AnnotatedEvent, target: str) -> tuple[object, ...]:
        return sorted(tags[tag].name for tag in annotated.tags(target)), annotated.note(target)

    for row in briefing.rows():
        annotated = briefing.annotated(row["id"])
        said[f"event {row['name']}"] = (row["date"], *marks(annotated, row["id"]))
        for article in annotated.event.articles:
            about = (article.outlet, article.author, article.published, article.url, article.text)
            said[f"article {article.headline}"] = (*about, *marks(annotated, article.id))
            for quote in article.quotes:
                who = "; ".join(sorted(speakers[each].name for each in quote.speakers))
                said[quote.words] = (who, quote.kind, *marks(annotated, quote.id))
                found_out = (annotated.assessment(quote.id, article.id), quote.original)
                said[f"about {quote.words}"] = found_out
    return said


def project(tmp_path: Path, xml: str, files: dict[str, str] | None = None) -> Path:
    path = tmp_path / "other.qdpx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", xml)
        for name, text in (files or {}).items():
            archive.writestr(name, text)
    return path


def source(selections: str = "", text: str = "<PlainTextContent>Wind and rain.</PlainTextContent>") -> str:
    return f'<Sources><TextSource guid="{GUID}01" name="Talk">{text}{selections}</TextSource></Sources>'


def whole(body: str, before: str = "") -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>{before}<Project {SPACE} name="Other">{body}</Project>'


CODES = f"""<CodeBook><Codes>
<Code guid="{GUID}0A" name="weather" isCodable="true" color="#0AF"><Description>Of skies</Description>
<Code guid="{{{GUID}0B}}" name="wind/gust" isCodable="true"/></Code></Codes></CodeBook>"""


def selection(start: object, end: object, code: str = "0b", guid: str = "02") -> str:
    return (
        f'<PlainTextSelection guid="{GUID}{guid}" startPosition="{start}" endPosition="{end}">'
        f'<Coding guid="{GUID}f{guid[-1]}"><CodeRef targetGUID="{GUID}{code}"/></Coding></PlainTextSelection>'
    )
