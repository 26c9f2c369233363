"""What leaves the program by a key: quotes with their source, addresses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.core.addresses import plain
from tui.core.model import AnnotatedEvent, Article, Quote
from tui.core.text import one_line
from tui.ui import format
from tui.ui.controllers.registry import Controller

if TYPE_CHECKING:
    from tui.ui.panes.quote_layout import QuoteRow


class ClipboardController(Controller):
    """The keys that copy and open."""

    def do_copy(self) -> None:
        if meant := self.meant():
            self.copy(*meant)

    def meant(self) -> tuple[str, str] | None:
        """Return what is meant as text and what it is: a quote with its source, or the source of the article."""
        context = self.context
        item = context.panes.quotes.chosen if context.panes.current == "quotes" else None
        quote = context.open.quote if context.panes.current != "events" else None
        article = item.article if item and item.article else context.open.article
        if article is None:
            return None
        if quote is None:
            return self._source(article), "Article"
        speaker = format.speaker_name(quote, context.briefing.speakers())
        return self._citation(context.listing.home_of(quote), quote, article), f"Quote of {speaker}"

    def copy_all(self, items: Sequence[QuoteRow]) -> None:
        """Copy several quotes, each with its source."""
        texts = [
            self._citation(self.context.listing.home_of(item.quote), item.quote, item.article)
            for item in items
            if item.quote and item.article
        ]
        config = self.context.program.config
        if texts and config.copy_as == "csl" and not config.copy:
            from tui.exchange.exporters.quotation import one_list

            texts = [one_list(texts)]
        if texts:
            self.copy("\n\n".join(texts), format.counted(len(items), "quote"))

    def _citation(self, annotated: AnnotatedEvent | None, quote: Quote, article: Article) -> str:
        """Return the quote with its source, in the reader's own form where config.toml has one."""
        form = self.context.program.config.copy
        speaker = format.speaker_name(quote, self.context.briefing.speakers())
        if not form:
            return self._formatted(annotated, article, quote) or format.citation(quote, article, speaker)
        from tui.settings.config import format_copy

        tags = self.context.open.tags
        tagged = annotated.tags(quote.id) if annotated else ()
        fields = {
            "quote": one_line(format.marked(quote)),
            "speaker": speaker,
            "outlet": article.outlet,
            "headline": article.headline,
            "author": article.author,
            "date": format.date(article.published),
            "url": article.url,
            "event": annotated.event.name if annotated else "",
            "tags": ", ".join(tags[tag].name for tag in tagged if tag in tags),
            "note": annotated.note(quote.id) if annotated else "",
        }
        return format_copy(form, fields)

    def _source(self, article: Article) -> str:
        """Return an article's source."""
        source = ", ".join(part for part in (article.outlet, format.date(article.published)) if part)
        told = one_line(f"{article.headline} {f'({source})' if source else ''} {article.url}")
        return self._formatted(self.context.open.annotated, article, None) or told

    def _formatted(self, annotated: AnnotatedEvent | None, article: Article, quote: Quote | None) -> str:
        """Return it in the format that config.toml names, "" for the plain one."""
        form = self.context.program.config.copy_as
        if form == "plain" or annotated is None:
            return ""
        from tui.exchange.exporters.dossier import Dossier
        from tui.exchange.exporters.quotation import copied

        return copied(Dossier.of(self.context.briefing), annotated, article, quote, form)

    def do_copy_url(self) -> None:
        if article := self.context.open.article:
            self.copy(one_line(article.url), "Address")

    def do_open_url(self) -> None:
        if article := self.context.open.article:
            if not plain(article.url):
                self.context.say(
                    f"{one_line(article.url)} is no address of the web (http or https); nothing was opened."
                )
                return
            self.context.app.open_url(article.url)
            self.context.say(f"Opened {article.url}")

    def copy(self, text: str, what: str) -> None:
        """Copy to the terminal's clipboard, which never answers, and to a file, which is there."""
        from tui.settings.atomic_files import private_folder, write_whole
        from tui.settings.paths import copied_file

        self.context.app.copy_to_clipboard(text)
        if self.context.app.is_web:
            self.context.say(
                f"{what} copied, where your browser lets pages copy; {self.context.key('export')} exports it as a file."
            )
            return
        path = copied_file()
        try:
            private_folder(path.parent)
            write_whole(path, f"{text}\n".encode("utf-8", "replace"), sync=False)
        except OSError:
            self.context.say(f"{what} copied.")
            return
        self.context.say(f"{what} copied; also in {path}")
