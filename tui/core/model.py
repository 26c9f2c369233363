"""What a briefing is made of, as plain frozen records.

The names follow the W3C Web Annotation model (selectors, motivations), schema.org (headline,
author) and EDTF (dates). Nothing here reads, writes or draws.

Dates are EDTF level 1 strings: ``2025-07-01``, ``2025-12``, ``XXXX-02-12`` where the year is not
stated, and ``""`` for undated. A *basis* says how a field is known: ``stated``, ``inferred from …``
or ``set by you``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from typing import Literal, TypedDict, get_args

from tui.core.edtf import without_time
from tui.core.records import record

STATED = "stated"
SET_BY_READER = "set by you"
SUMMARY = "a summary from the feed"
"""How the text of an article is known whose page could not be read, in its basis as `text`."""
NO_OUTLET = "outlet not named"
"""What stands wherever an outlet would, where none is known."""

SETTLED = "articles"
"""The field of an event whose value is the ids of the articles that the reader lets stay in it."""
LAST_TITLE, FIRST_TITLE = "title", "begun"
"""The ids of titles: of what a briefing was called last, and of what the copy that shared it first was begun with."""
MERGE_FIELD = "merged"
"""The field of an event without articles whose value is the id of the event they were merged into."""
COLUMNS = "columns"
"""The field of an event whose value is the sides and outlets in the order in which the reader puts their columns."""
SURE_ENOUGH = 0.6  # a quote's confidence below this is shown as unsure

Kind = Literal["direct", "mixed", "indirect"]
KINDS: tuple[Kind, ...] = get_args(Kind)
TargetType = Literal["quote", "article", "event", "speaker"]
TARGET_TYPES: tuple[TargetType, ...] = get_args(TargetType)
# The W3C motivations, and one of our own: "reading" marks an article as read.
Motivation = Literal["tagging", "commenting", "bookmarking", "editing", "assessing", "linking", "reading"]
Status = Literal["unchecked", "seen", "matched", "disputed", "retracted"]
Relation = Literal["same", "translation", "paraphrase", "truncated", "contradicts", "denies", "different"]


def is_inferred(basis: str) -> bool:
    """Tell whether the basis of a field says that a rule found it, as "inferred from the dateline" does."""
    return basis.startswith("inferred")


@record(frozen=True, slots=True)
class Selector:
    """A place in an article's text: TextQuoteSelector and TextPositionSelector in one.

    `start` and `end` are offsets in code points into `Article.text`, `end` exclusive; `exact` are
    the words there, `prefix` and `suffix` up to 32 characters on either side.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Selector:
        """Return the selector of `text[start:end]`."""
        return cls(text[start:end], text[max(0, start - 32) : start], text[end : end + 32], start, end)


def joined_words(parts: Iterable[Selector]) -> str:
    """Return the words of all parts, joined by an ellipsis."""
    return " … ".join([part.exact for part in parts])


POLARITIES = (
    "denied",
    "rejected",
    "declined",
    "refused",
    "doubted",
    "asked",
    "urged",
    "urged against",
    "accused",
    "suspected",
    "ruled out",
    "open",
    "negated",
    "expressed",
)
"""What a cue makes of words that it does not assert.

"accused", "suspected": another is charged with them; "open": neither confirmed nor denied, not ruled out;
"negated": a "not" stands before those in marks; "expressed": they are the object of the verb, without which they
state nothing or something else ("threatened to", "thanked", "expressed regret that").
"""

DISPUTED = frozenset(("denied", "rejected", "doubted", "ruled out"))
"""Those by which words are told to be untrue; behind a "not" they are left open."""

_TOLD_BY_CUE = ("accused", "suspected", "negated", "expressed")

ASSERTED = "asserted"
"""What stands for no polarity wherever one is named."""


def stance(polarity: str, cue: str, edited: Collection[str]) -> str:
    """Return what is told before words that are not asserted: their polarity, "" for none.

    Of some it is the cue, which says whom or how: "accused the ministry of", "would not tolerate". So is it not
    where the polarity is the reader's own, for then the cue says something else.
    """
    return cue if polarity in _TOLD_BY_CUE and "polarity" not in edited and cue else polarity


@record(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words somebody is reported to have said; in several parts where the cue splits them.

    `speakers` are ids of `Speaker`: several where they say it together, in the order of the text; () for nobody
    named. `speaker_text` is what the article calls them at that place and `entity` whom that stands for, the
    names of several parted by "; " (`tui.core.speakers`). `why` says how the attribution was made and
    `confidence` (0 to 1) how sure it is; `candidates` are the other names that were weighed, best
    first, five at most. `role` is what the article says the speaker is ("French president") and
    `chain` names those the words came through, nearest the speaker first. `polarity` is what the cue makes of
    the words: "" where they are asserted, else one of `POLARITIES`. `edited` names the fields
    that are the reader's own ("added" for a quote they made themselves); `original`, the wording in the
    language it was said in, and `translator` always are. `gone`: its words are no longer in the article's
    text, and its parts say where they stood in an earlier one.
    """

    id: str
    article: str
    kind: Kind
    parts: tuple[Selector, ...]
    speakers: tuple[str, ...] = ()
    speaker_text: str = ""
    speaker_start: int = -1
    speaker_end: int = -1
    entity: str = ""
    cue: str = ""
    why: str = ""
    confidence: float = 1.0
    chain: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    role: str = ""
    polarity: str = ""
    original: str = ""
    translator: str = ""
    gone: bool = False

    @property
    def start(self) -> int:
        """Offset of the first part in the article's text."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Offset after the last part in the article's text."""
        return self.parts[-1].end

    @property
    def words(self) -> str:
        """The words of all parts, joined by an ellipsis."""
        return joined_words(self.parts)

    @property
    def stance(self) -> str:
        """What is told before its words, "" where they are asserted (`stance`)."""
        return stance(self.polarity, self.cue, self.edited)

    @property
    def unsure(self) -> bool:
        """Whether its speaker is a guess that nobody has confirmed."""
        return self.confidence < SURE_ENOUGH


@record(frozen=True, slots=True)
class CutLines:
    """Lines of the raw page that are not in the article: 0-based, `last` inclusive."""

    first: int
    last: int
    reason: str


@record(frozen=True, slots=True, kw_only=True)
class Article:
    """One outlet's report, cleaned of page furniture.

    `source` is the SHA-256 of the raw page kept in the store, `origin` the file name or address it
    came from, `cut` what was left out of it. `basis` says for each field how it is known.
    `versions` counts the earlier ones that are kept (`Briefing.versions`).
    `event_date` is the day of what it reports, as far as its own text says; `copy_of` the id of the
    article whose text it repeats: of those that print one text, the one published first. `gone` are the
    quotes the reader wrote on whose words a later version took out.
    """

    id: str
    event: str
    headline: str
    outlet: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    text: str = ""
    source: str = ""
    origin: str = ""
    imported: str = ""
    cut: tuple[CutLines, ...] = ()
    quotes: tuple[Quote, ...] = ()
    basis: Mapping[str, str] = field(default_factory=dict)
    versions: int = 0
    event_date: str = ""
    copy_of: str = ""
    gone: tuple[Quote, ...] = ()

    @property
    def all_quotes(self) -> tuple[Quote, ...]:
        """Its quotes, then those that are gone from it."""
        return (*self.quotes, *self.gone)

    def quote(self, quote_id: str) -> Quote | None:
        """Return one of all its quotes, None where it has none with this id."""
        return next((quote for quote in self.all_quotes if quote.id == quote_id), None)


@record(frozen=True, slots=True)
class Version:
    """An article as it read before its outlet changed it.

    `source` is the SHA-256 of its raw page, `imported` when that came in; `published` is EDTF.
    """

    headline: str
    text: str
    published: str = ""
    source: str = ""
    imported: str = ""


@record(frozen=True, slots=True)
class Event:
    """A happening, and the articles that report it."""

    id: str
    name: str
    date: str = ""
    articles: tuple[Article, ...] = ()
    basis: Mapping[str, str] = field(default_factory=dict)

    @property
    def date_inferred(self) -> bool:
        """Whether a rule found its date: no article states it, and the reader did not set it."""
        return bool(self.date) and self.basis.get("date", "") not in (STATED, SET_BY_READER)

    def article(self, article_id: str) -> Article | None:
        """Return one of its articles, None where it has none with this id."""
        return next((article for article in self.articles if article.id == article_id), None)


def reported(article: Article, event_date: str) -> str:
    """Return the day on which an article reports what is said in it: its own, or else its event's."""
    return without_time(article.published) or without_time(event_date)


@record(frozen=True, slots=True)
class Speaker:
    """Somebody, or an institution, that is quoted; `merged_into` redirects to another speaker.

    `role` is what the reader says they are, such as "Kremlin spokesman", and `side` for whom they speak, such as
    "Russia"; `merged_by` is who merged them, `merged` when (ISO 8601).
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    merged_into: str = ""
    role: str = ""
    merged_by: str = ""
    merged: str = ""
    side: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All they go by themselves, what they are called first."""
        return (self.name, *self.aliases)


@record(frozen=True, slots=True)
class Tag:
    """A code of the codebook.

    A / in the `name` parts its levels: ``topic/ceasefire`` lies below ``topic``. `color` is
    ``#rrggbb``, `sign` one character that says the same where there is no colour; "" for none.
    """

    id: str
    name: str
    description: str = ""
    color: str = ""
    sign: str = ""


@record(frozen=True, slots=True)
class SavedSearch:
    """A search that got a name; `query` is in the language of `tui.core.query.parser`."""

    id: str
    name: str
    query: str


@record(frozen=True, slots=True)
class Title:
    """What the briefing is called; there is one of either id (`LAST_TITLE`, `FIRST_TITLE`) at the most."""

    id: str = LAST_TITLE
    name: str = ""


@record(frozen=True, slots=True)
class AnnotationTarget:
    """What an annotation is about.

    `article` is the article a quote lies in ("" for an event); `selector` finds the words of the quote's
    first part again should the article be read anew, `rest` those of its other parts: None where it is not
    known whether it had any; `speaker` is whom the article gave them to when this was written (as
    `Quote.entity`), "" where it named nobody or that is not known.
    """

    type: TargetType
    id: str
    article: str = ""
    selector: Selector | None = None
    speaker: str = ""
    rest: tuple[Selector, ...] | None = None

    @property
    def parts(self) -> tuple[Selector, ...]:
        """Return all parts of the quote that are known."""
        return (self.selector, *(self.rest or ())) if self.selector else ()

    @property
    def words(self) -> str:
        """The words of all parts that are known, as those of a quote; "" for what is none."""
        return joined_words(self.parts)


@record(frozen=True, slots=True, kw_only=True)
class Annotation:
    """Something the reader wrote. `body` depends on the motivation:

    tagging: ``{"tag": Tag.id}`` · commenting: ``{"value": Markdown}`` · bookmarking: ``{}`` (a star)
    · reading: ``{"read": bool}``, with ``"changed": True`` where it was read before its outlet changed it
    · editing: ``{"field": name, "value": its new value}``; the fields
    ``deleted`` (of an article) and ``discarded`` (of a quote) hold ``True``, and so does ``added``,
    which makes a quote of the reader's own: beside it stand ``kind``, ``speaker`` and ``parts`` (selectors).
    The value of ``speaker`` is an id, or those of several parted by a blank; ``"as_read": True`` stands beside what
    nobody corrected, but an article said whose words are gone · assessing: one or more of
    ``{"status": Status, "evidence": address or words, "reliability": "A" to "F", "credibility": "1" to "6"}``,
    a record of each change; the latest counts · linking: ``{"relation": Relation, "quote": the other's id,
    "article": its article, "exact": its words, "inverse": True where the other quote is the subject}``, one on
    either quote.

    `creator` is who wrote it, "" where that is not known, as of what was written by earlier versions. A correction
    or a link that somebody else changed bears their name; a tag that two people gave is there for either.
    """

    id: str
    motivation: Motivation
    target: AnnotationTarget
    body: Mapping[str, object]
    created: str
    modified: str = ""
    creator: str = ""

    @property
    def last_written(self) -> str:
        """When it was written last."""
        return self.modified or self.created


class _Row(TypedDict):  # its fields are checked when a catalogue is read: what need not be there is apart
    id: str
    name: str
    date: str
    inferred: bool  # the date is not stated
    outlets: list[str]
    articles: int
    quotes: int


class EventRow(_Row, total=False):
    """A row of the catalogue: what the timeline shows of an event before it is opened.

    `sources` is how many texts its articles are, each and its copies counted once; it is there only
    where some are copies. `unnamed` is how many of its articles name no outlet, where others do. `quotes` counts what stands
    in several copies once.
    """

    sources: int
    unnamed: int


@record(frozen=True, slots=True)
class EventCounts:
    """What the reader did in one event: how many articles are unread, how many things are marked.

    Of the unread articles, `changed` were read before their outlets changed them.
    """

    unread: int = 0
    starred: int = 0
    tagged: int = 0
    notes: int = 0
    changed: int = 0


def by_target(annotations: Iterable[Annotation]) -> dict[str, tuple[Annotation, ...]]:
    """Return annotations by the id of their target."""
    found: dict[str, list[Annotation]] = {}
    for each in annotations:
        found.setdefault(each.target.id, []).append(each)
    return {target: tuple(those) for target, those in found.items()}


def latest_assessment(annotations: Iterable[Annotation]) -> dict[str, str]:
    """Return what assessing annotations, oldest first, say in the end; see `Annotation`."""
    found: dict[str, str] = {}
    for each in annotations:
        if each.motivation == "assessing":
            if "status" in each.body:
                found.pop("evidence", None)  # evidence speaks for the status it was given with
            found |= {key: str(value) for key, value in each.body.items()}
    return {key: value for key, value in found.items() if value}


@record(frozen=True, slots=True)
class AnnotatedEvent:
    """An event with the reader's corrections in it, and their annotations by target id.

    `orphans` are those on quotes that a later version of their article no longer has; the selector of
    each one's target holds the words it was about.
    """

    event: Event
    annotations: Mapping[str, tuple[Annotation, ...]] = field(default_factory=dict)
    orphans: tuple[Annotation, ...] = ()

    def of(self, target_id: str, motivation: Motivation) -> tuple[Annotation, ...]:
        """Return the annotations of one motivation on a quote, article or event."""
        return tuple(a for a in self.annotations.get(target_id, ()) if a.motivation == motivation)

    def tags(self, target_id: str) -> tuple[str, ...]:
        """Return the ids of the tags on a target, oldest first; one that several people gave it once."""
        return tuple(dict.fromkeys(str(a.body["tag"]) for a in self.of(target_id, "tagging")))

    def tag_names(self, target_id: str, codebook: Mapping[str, Tag]) -> list[str]:
        """Return the names of the tags on a target that are in the codebook, oldest first."""
        return [codebook[tag].name for tag in self.tags(target_id) if tag in codebook]

    def notes(self, target_id: str) -> tuple[Annotation, ...]:
        """Return the notes on a target, oldest first."""
        return self.of(target_id, "commenting")

    def note(self, target_id: str) -> str:
        """Return the notes on a target, a blank line between them."""
        return "\n\n".join(str(a.body["value"]) for a in self.notes(target_id))

    def starred(self, target_id: str) -> bool:
        """Tell whether the target is starred."""
        return bool(self.of(target_id, "bookmarking"))

    def assessment(self, quote_id: str, article_id: str = "") -> dict[str, str]:
        """Return what the reader said last of a quote: `status`, `evidence`, `reliability`, `credibility`.

        What is not said is not there. A reliability that is not the quote's own is its article's.
        """
        if quote_id not in self.annotations and article_id not in self.annotations:
            return {}
        found = latest_assessment(self.annotations.get(quote_id, ()))
        if not found.get("reliability") and article_id:
            theirs = latest_assessment(self.annotations.get(article_id, ())).get("reliability", "")
            found |= {"reliability": theirs} if theirs else {}
        return found

    def status(self, quote_id: str) -> str:
        """Return the `Status` of a quote."""
        return latest_assessment(self.annotations.get(quote_id, ())).get("status", "unchecked")

    def read(self, target_id: str) -> bool:
        """Tell whether an article is marked as read."""
        return any(a.body.get("read") for a in self.of(target_id, "reading"))

    def changed(self, article_id: str) -> bool:
        """Tell whether an article was read before its outlet changed it, and not since."""
        return any(a.body.get("changed") for a in self.of(article_id, "reading"))


@record(frozen=True, slots=True)
class FailedEntry:
    """An entry of a feed whose page could not be read: why, how many times, and when the feed says it is of."""

    reason: str
    times: int = 1
    published: str = ""


@record(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed the briefing is subscribed to; `url` is its identity.

    What the last look at it showed: `etag` and `modified` for asking whether there is anything newer,
    `refreshed` when it went well (ISO 8601, UTC), `error` half a sentence, "" when it did; `seen`
    says by a hash of its address what each entry was like. `failed` are, by address, the entries to be
    tried again.
    """

    url: str
    title: str = ""
    added: str = ""
    etag: str = ""
    modified: str = ""
    refreshed: str = ""
    error: str = ""
    seen: Mapping[str, str] = field(default_factory=dict)
    failed: Mapping[str, FailedEntry] = field(default_factory=dict)
