"""The pages of a Markdown export: one for the briefing, each event, each article and each speaker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from tui.core.edtf import NO_YEAR, without_time, year_of
from tui.core.model import NO_OUTLET, AnnotatedEvent, Article, Event, Quote, Speaker, reported
from tui.core.quote_state import GONE
from tui.core.speakers import SEVERAL
from tui.core.statements import Statement
from tui.core.text import one_line
from tui.core.typography import quoted
from tui.exchange.exporters.dossier import Dossier, LinkedQuote, guid, linked, told, verdict
from tui.exchange.exporters.markdown_text import address, callout, hashes, note, paragraphs, plain, short, tag
from tui.exchange.exporters.merge_notes import FENCE, dump
from tui.exchange.exporters.serialize import event_day

# Links know no escapes: what would end one early is written otherwise.
_IN_LINKS = str.maketrans("[]|", "()-")


class NotePage(NamedTuple):
    """A page: whose it is, and its text."""

    id: str
    text: str


@dataclass
class PageNames:
    """What pages are called, each asked for once; `stem` turns a wanted name into one that is free."""

    stem: Callable[[str, str], str]
    _known: dict[str, str] = field(default_factory=dict)

    def of(self, page_id: str, wanted: str = "") -> str:
        """Return the name of a page."""
        if page_id not in self._known:
            self._known[page_id] = self.stem(page_id, wanted)
        return self._known[page_id]

    def link(self, page_id: str, wanted: str, shown: str, block: str = "") -> str:
        """Return a link to a page, or to a block of it."""
        to = self.of(page_id, wanted) + (f"#^{block}" if block else "")
        text = one_line(shown).translate(_IN_LINKS)
        return f"[[{to}|{text}]]" if text not in ("", to) else f"[[{to}]]"


def every(dossier: Dossier, names: PageNames) -> Iterator[NotePage]:
    """Yield all pages of a folder."""
    said: dict[str, list[str]] = {}
    timeline: list[str] = []
    for annotated in dossier.events():
        event = annotated.event
        year = year_of(event.date) or NO_YEAR.capitalize()
        if f"## {year}" not in timeline:
            timeline += ["", f"## {year}", ""]
        outlets = sorted({article.outlet for article in event.articles if article.outlet})
        where = f" ({plain(', '.join(outlets))})" if outlets else ""
        timeline.append(f"- {plain(event_day(event))} {_event_link(names, event)}{where}")
        yield NotePage(event.id, _event(dossier, names, annotated))
        for article in event.articles:
            yield NotePage(article.id, _article(dossier, names, annotated, article))
            for quote in article.all_quotes:
                for speaker in dossier.said_by(quote):
                    said.setdefault(speaker.id, []).append(_said(names, event, article, quote))
    for speaker_id, lines in said.items():
        yield NotePage(speaker_id, _speaker(dossier, dossier.speakers[speaker_id], lines))
    yield _index(dossier, names, timeline, said)


def whole(dossier: Dossier) -> Iterator[str]:
    """Yield the briefing as one file; articles are there with their quotes, not with their texts."""
    names = PageNames(lambda page_id, _: page_id)
    said: dict[str, Speaker] = {}
    title = one_line(dossier.title)
    yield _head({"id": file_id(title), "type": "briefing", "title": title, "tags": _all_tags(dossier)})
    yield f"\n# {plain(dossier.title)}\n"
    for annotated in dossier.events():
        event, repeated = annotated.event, dossier.repeated(annotated)
        below = _held(repeated)
        yield f"\n## {plain(event_day(event) + ' ' + event.name)}\n\n"
        yield _joined(_marks(dossier, annotated, event.id))
        for article in event.articles:
            yield f"### {plain(article.headline or '(no headline)')}\n\n"
            yield _joined([_source(article), ""])
            yield _joined(_marks(dossier, annotated, article.id))
            for quote in article.all_quotes:
                if quote.id not in below:
                    yield _joined(_quote(dossier, names, annotated, quote, paged=False))
                said |= {speaker.id: speaker for speaker in dossier.said_by(quote)}
        shown = partial(_quote, dossier, names, annotated, paged=False)
        yield _joined(_statements(dossier, repeated, "###", shown))
    about = [_known(dossier, speaker) for speaker in said.values()]
    if any(about):
        yield _joined(["", "## Speakers", ""])
    for lines in filter(None, about):
        yield _joined(lines)


def file_id(title: str) -> str:
    """Return the id of a briefing in one file, by its title."""
    return guid(f"file {title}")


def index_id(dossier: Dossier) -> str:
    """Return the id of the page of the briefing as a whole."""
    return guid(f"index {dossier.title}")


def gone(page_id: str, before: dict[str, Any]) -> NotePage:
    """Return what is left of a page, by its front matter, when what it was of is no more."""
    title = str(before.get("title") or page_id)
    head = {"id": page_id, "type": str(before.get("type") or "page"), "title": title, "gone": True}
    lines = [f"# {plain(title)}", "", *callout("warning", "no longer in the briefing", [])]
    return NotePage(page_id, _head(head) + "\n" + _joined(lines))


def _known(dossier: Dossier, speaker: Speaker) -> list[str]:
    """Return what is known of a speaker beside their quotes, [] for nothing."""
    others = ", ".join(dossier.other_names(speaker))
    lines = [plain(each) for each in (speaker.role, speaker.side, others and f"also {others}") if each]
    lines = [line for each in lines for line in (each, "")]
    for each in dossier.noted(speaker).notes(speaker.id):
        lines += note(each)
    return [f"### {plain(speaker.name)}", "", *lines] if lines else []


def _event(dossier: Dossier, names: PageNames, annotated: AnnotatedEvent) -> str:
    event = annotated.event
    lines = [f"# {plain(event.name)}", "", plain(event_day(event)) or "undated", ""]
    lines += _marks(dossier, annotated, event.id)
    repeated = dossier.repeated(annotated)
    below = _held(repeated)
    for article in event.articles:
        outlet = f"{plain(article.outlet)}: " if article.outlet else ""
        link = names.link(article.id, _article_name(article), article.headline or "(no headline)")
        lines += [f"## {outlet}{link}", "", _source(article), ""]
        alone = [quote for quote in article.quotes if quote.id not in below]
        lines += [*(_embedded(names, quote) for quote in alone), *([""] if alone else [])]
    lines += _statements(dossier, repeated, "##", lambda quote: [_embedded(names, quote), ""])
    head = {**_common(dossier, annotated, event.id, "event", event.name), "date": without_time(event.date)}
    head["date_inferred"] = event.date_inferred
    return _head(head) + "\n" + _joined(lines)


def _article(dossier: Dossier, names: PageNames, annotated: AnnotatedEvent, article: Article) -> str:
    head = {
        **_common(dossier, annotated, article.id, "article", article.headline),
        "outlet": one_line(article.outlet),
        "author": one_line(article.author),
        "published": article.published,
        "url": one_line(article.url),
        "language": article.language,
        "event": f"[[{names.of(annotated.event.id)}]]",
    }
    lines = [f"# {plain(article.headline or '(no headline)')}", ""]
    lines += [f"{_event_link(names, annotated.event)} · {_source(article)}", ""]
    lines += _marks(dossier, annotated, article.id)
    if article.quotes or article.gone:
        lines += ["## Quotes", ""]
    for quote in article.all_quotes:
        lines += _quote(dossier, names, annotated, quote)
    if article.text:
        lines += ["## Text", "", *paragraphs(article.text)]
    return _head(head) + "\n" + _joined(lines)


def _speaker(dossier: Dossier, speaker: Speaker, lines: list[str]) -> str:
    head: dict[str, Any] = {
        "id": speaker.id,
        "type": "speaker",
        "title": one_line(speaker.name),
        "aliases": dossier.other_names(speaker),
        "role": one_line(speaker.role),
        "side": one_line(speaker.side),
    }
    body = [f"# {plain(speaker.name)}", ""]
    for each in dossier.noted(speaker).notes(speaker.id):
        body += note(each)
    return _head(head) + "\n" + _joined([*body, "## Quotes", "", *lines])


def _index(dossier: Dossier, names: PageNames, timeline: list[str], said: dict[str, list[str]]) -> NotePage:
    page_id = index_id(dossier)
    title = one_line(dossier.title)
    names.of(page_id, title)
    lines = [f"# {plain(title)}", *timeline, ""]
    if said:
        lines += ["## Speakers", ""]
        people = sorted((dossier.speakers[each].name, each) for each in said)
        lines += [f"- {names.link(each, name, name)} ({len(said[each])})" for name, each in people]
    head = {"id": page_id, "type": "briefing", "title": title, "tags": _all_tags(dossier)}
    return NotePage(page_id, _head(head) + "\n" + _joined(lines))


# Parts of pages


def _statements(
    dossier: Dossier, repeated: Sequence[Statement], level: str, shown: Callable[[Quote], list[str]]
) -> list[str]:
    """Return a section of these statements below headings of a level: the fullest wording of each, then the others."""
    lines = [f"{level} In several wordings", ""] if repeated else []
    for statement in repeated:
        quote = statement.base.quote
        who = (dossier.speaker_name(quote) or "nobody named") + " ?" * statement.unsure
        title = (who, statement.setting, f"{len(statement.wordings)} wordings")
        lines += [f"{level}# {plain(' · '.join(filter(None, title)))}", ""]
        for each in statement.wordings:
            outlet = plain(each.article.outlet) or NO_OUTLET
            lines += [f"{outlet}, {plain(told(each))}:", "", *shown(each.quote)]
    return lines


def _held(repeated: Iterable[Statement]) -> set[str]:
    """Return the ids of the quotes that stand in these statements."""
    return {each.quote.id for statement in repeated for each in statement.wordings}


def _embedded(names: PageNames, quote: Quote) -> str:
    return f"![[{names.of(quote.article)}#^{short(quote.id)}]]"


def _quote(
    dossier: Dossier, names: PageNames, annotated: AnnotatedEvent, quote: Quote, *, paged: bool = True
) -> list[str]:
    who = SEVERAL.join(
        names.link(speaker.id, name, name) if speaker and paged else plain(name)
        for name, speaker in dossier.attributed(quote) or [("nobody named", None)]
    )
    through = f", through {plain(', '.join(quote.chain))}" if quote.chain else ""
    star = " ★" if annotated.starred(quote.id) else ""
    words = paragraphs(quoted(quote.words, quote.kind))[:-1]
    tags = hashes(dossier.tag_names(annotated, quote.id))
    how = ", ".join(filter(None, (quote.kind, quote.stance)))
    unsure = " ?" if quote.unsure else ""
    title = f"{who}{unsure}{through} ({how}){star}{f', {GONE}' if quote.gone else ''}"
    about = _about(annotated, quote)
    about += [_tied(dossier, names if paged else None, each) for each in linked(annotated, quote.id)]
    extra = [line for part in (about, [tags] if tags else []) if part for line in ("", *part)]
    lines = callout("warning" if quote.gone else "quote", title, [*words, *extra], short(quote.id))
    for each in annotated.notes(quote.id):
        lines += note(each)
    return lines


def _about(annotated: AnnotatedEvent, quote: Quote) -> list[str]:
    """Return what was found out about a quote: its wording in another language, status, links."""
    lines = []
    if quote.original:
        by = f" (translated by {plain(quote.translator)})" if quote.translator else ""
        lines.append(f"Original: {plain(quote.original)}{by}")
    status, rating, evidence = verdict(annotated, quote)
    if status:
        said = (status, rating, address(evidence) or plain(evidence))
        lines.append(f"Status: {', '.join(filter(None, said))}")
    return lines


def _tied(dossier: Dossier, names: PageNames | None, link: LinkedQuote) -> str:
    """Return what a quote is to another, with a link to its block wherever that goes out too."""
    article, block = dossier.place(link), short(link.quote)
    shown = f"“{link.words}”"
    if article is None:
        return f"{link.relation} {plain(shown)}"
    if names is None:  # all in one file
        return f"{link.relation} [[#^{block}|{shown.translate(_IN_LINKS)}]]"
    return f"{link.relation} {names.link(article.id, _article_name(article), shown, block)}"


def _marks(dossier: Dossier, annotated: AnnotatedEvent, target_id: str) -> list[str]:
    tags = hashes(dossier.tag_names(annotated, target_id))
    lines = [tags, ""] if tags else []
    for each in annotated.notes(target_id):
        lines += note(each)
    return lines


def _said(names: PageNames, event: Event, article: Article, quote: Quote) -> str:
    words = one_line(f"{quote.stance}: {quote.words}" if quote.stance else quote.words)
    words = words if len(words) <= 200 else words[:199].rstrip() + "…"
    link = names.link(article.id, _article_name(article), words, short(quote.id))
    where = plain(", ".join(part for part in (reported(article, event.date), article.outlet) if part))
    return f"- {where + ': ' if where else ''}{link}{' (speaker ?)' * quote.unsure}"


def _source(article: Article) -> str:
    parts = (
        plain(article.outlet),
        plain(article.author),
        without_time(article.published),
        address(article.url),
    )
    return " · ".join(part for part in parts if part) or NO_OUTLET


def _event_link(names: PageNames, event: Event) -> str:
    return names.link(event.id, f"{without_time(event.date)} {event.name}", event.name)


def _article_name(article: Article) -> str:
    return " ".join((without_time(article.published), article.outlet, article.headline or article.id[:8]))


def _common(
    dossier: Dossier, annotated: AnnotatedEvent, target_id: str, kind: str, title: str
) -> dict[str, Any]:
    found: dict[str, Any] = {"id": target_id, "type": kind, "title": one_line(title)}
    found["tags"] = [tag(name) for name in dossier.tag_names(annotated, target_id)]
    found["starred"] = annotated.starred(target_id)
    return found


def _all_tags(dossier: Dossier) -> list[str]:
    return sorted({tag(each.name) for each in dossier.tags.values()} - {""}) if dossier.whole else []


def _head(values: dict[str, Any]) -> str:
    return FENCE + dump({key: value for key, value in values.items() if value}) + FENCE


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
