"""One quote or article as text for elsewhere: what the copy key gives, by the format in config.toml."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from tui.core.edtf import without_time
from tui.core.model import AnnotatedEvent, Article, Quote
from tui.core.quote_state import cited_speaker
from tui.core.text import clean, one_line
from tui.core.typography import quoted
from tui.exchange.exporters.biblatex import entry, latex
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.references import reference

_BEFORE = re.compile(r"([\\`*_\[\]<>])")


def copied(
    dossier: Dossier, annotated: AnnotatedEvent, article: Article, quote: Quote | None, form: str
) -> str:
    """Return a quote with its source, or the article's alone, as markdown, csl or latex."""
    match form:
        case "csl":
            return _csl(dossier, annotated, article, quote)
        case "latex":
            return _latex(dossier, annotated, article, quote)
        case _:
            return quote_in_markdown(dossier, article, quote)


def quote_in_markdown(dossier: Dossier, article: Article, quote: Quote | None) -> str:
    """Return a quote with its source, or the source alone, in Markdown."""
    headline = _plain(article.headline or "(no headline)")
    web = re.fullmatch(r"https?://[^\s<>]+", article.url)
    title = f"[{headline}](<{article.url}>)" if web else f"“{headline}”"
    source = ", ".join(
        part for part in (_plain(article.outlet), title, without_time(article.published)) if part
    )
    if quote is None:
        return source
    words = "\n> ".join(_plain(line) for line in _words(quote).split("\n"))
    return f"> {words}\n>\n> — {_plain(cited_speaker(quote, dossier.speaker_name(quote)))}, in: {source}"


def _csl(dossier: Dossier, annotated: AnnotatedEvent, article: Article, quote: Quote | None) -> str:
    item = reference(dossier, annotated, article)
    if quote is not None:
        said = f"{_words(quote)} — {cited_speaker(quote, dossier.speaker_name(quote))}"
        item["annote"] = one_line(said)
    return json.dumps([item], ensure_ascii=False, indent=1)


def one_list(lists: Iterable[str]) -> str:
    """Return several lists of CSL-JSON as one: an article is in it once, with all that is quoted of it."""
    items: dict[str, dict[str, Any]] = {}
    for item in (item for each in lists for item in json.loads(each)):
        before = items.setdefault(item["id"], item)
        if before is not item and item.get("annote"):
            before["annote"] = "\n".join(filter(None, (before.get("annote"), item["annote"])))
    return json.dumps(list(items.values()), ensure_ascii=False, indent=1)


def _latex(dossier: Dossier, annotated: AnnotatedEvent, article: Article, quote: Quote | None) -> str:
    item = reference(dossier, annotated, article)
    if quote is None:
        return entry(item, article).strip()
    words = latex(_words(quote)).replace("\n", "\n\n")
    who = latex(cited_speaker(quote, dossier.speaker_name(quote)))
    key = item["citation-key"]
    remark = "\n".join(f"% {line}" for line in entry(item, article).strip().split("\n"))  # for the .bib file
    return f"\\begin{{quote}}\n{words} --- {who}~\\cite{{{key}}}\n\\end{{quote}}\n\n{remark}"


def _words(quote: Quote) -> str:
    return quoted(clean(quote.words), quote.kind, quote.stance)


def _plain(text: str) -> str:
    return _BEFORE.sub(r"\\\1", one_line(text))
