"""The text of an HTML page in blocks: the stretches between two borders of paragraphs, cells, headings and the like.

What extracts an article from a page gives back its text rewritten; blocks are the page's own words, whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any

from tui.core.text import words_in

_BORDERS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul".split()
)
_SILENT = (
    "script style noscript template svg iframe object embed select button textarea canvas map link nav "
    "footer".split()
)
BOXES = frozenset("nav footer form aside".split())
"""Elements whose text is none of the article."""
_SHUT = "noscript template button select svg".split()  # whose content is none, unless it is the page
_LISTS = frozenset("ul ol dl table".split())
_NAMED = frozenset({*_BORDERS, "a"})
_FURNITURE = re.compile(
    r"comment|disqus|related|recommend|share|social|promo|newsletter|sidebar|footer|\bnav|menu|breadcrumb|sponsor"
    r"|banner|cookie|consent|subscri|signup|most-?(?:read|popular)|trending|widget|outbrain|taboola|advert|\bads?\b"
    r"|caption|credit|byline|author-?(?:bio|info|box)|\btags?\b|toolbar|popup|modal|login|paywall"
    r"|read-?(?:more|next)|more-?(?:on|from|stories)|also|teaser"
)
_GALLERY = re.compile(r"\bgaller(?:y|ies)|-galler(?:y|ies)\b|slide-?show|carousel")
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_TITLES = ("h2", "h3", "h4", "h5")  # below the headline
_TELLING = frozenset("class id itemprop role".split())
_SPACES = re.compile(r"\s{2,}|[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")  # and what XML may not hold
_BREAK = "\v"  # stands for <br>; white space, as it is
_STOP = re.compile(r"[.!?…:。！？؟।][\"'”’»)\]]*$")
_END = 60  # characters of a text in which its full stop, and the marks behind it, stand
_SLUG = 4  # hyphens from which an id is the words of a heading, and no name of what is in a box
_LINKS = 4  # links from which a list of nothing else is a menu
_ARTICLE = 800  # characters of paragraphs outside of galleries from which these are beside the article
_PROSE = 80  # characters from which a hidden stretch is told as text that a script will show
_OWN = 25  # letters and digits from which a hidden paragraph that stands elsewhere as well is a copy


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a page's text: one line, the elements around it, and what these say of it.

    `links` is the share of its characters inside links, 0 to 1; `furniture` how many of the elements
    around it have a class, id or role that names furniture. `listed` is the number of the list or table
    it stands in, 0 for none.
    """

    text: str
    around: frozenset[str]
    links: float
    furniture: int
    listed: int = 0

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence does."""
        return _STOP.search(self.text) is not None

    @property
    def boxed(self) -> bool:
        """Whether it stands in what holds nothing of the article."""
        return not BOXES.isdisjoint(self.around)


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, without case: what two renderings of it have in common."""
    return "".join(words_in(text.casefold()))


def bare(tree: Any) -> None:
    """Take from a parsed page what nobody reads: scripts, comments, menus, what is hidden.

    Hidden prose that stands nowhere else on the page is left, and hidden no more: a script shows it. Of a
    version for narrow screens, only the paragraphs stay that no other has.
    """
    from lxml import etree

    etree.strip_elements(tree, etree.Comment, etree.ProcessingInstruction, "script", "style", with_tail=False)
    _open(tree)
    _unfold_answers(tree)
    etree.strip_elements(tree, *_SILENT, with_tail=False)
    _galleries(tree)
    for listed in list(tree.iter("ul", "ol")):
        if _menu(listed) and listed.getparent() is not None:
            listed.drop_tree()
    hidden = list(filter(_hides, tree.xpath("descendant::body/descendant::*[@hidden or @style]")))
    if not hidden:
        return
    whole = squeezed("".join(tree.itertext()))
    shown = Counter(map(_key, tree.iter("p")))
    for element in hidden:
        text = " ".join("".join(element.itertext()).split())
        prose = len(text) >= _PROSE and _STOP.search(text) and not _named_furniture(_names(element))
        own = squeezed(text)
        if prose and whole.count(own) < 2:
            element.attrib.pop("hidden", None)
            element.attrib.pop("style", None)
            for each in list(element.iter("p")):
                key = _key(each)
                if len(key) >= _OWN and shown[key] > 1 and each is not element:
                    shown[key] -= 1
                    each.drop_tree()
        elif element.getparent() is not None:
            whole = whole.replace(own, "", 1)  # its twin may be hidden too, and is none any more
            shown.subtract(map(_key, element.iter("p")))
            element.drop_tree()


def _key(paragraph: Any) -> str:
    return squeezed("".join(paragraph.itertext()))


def _open(tree: Any) -> None:
    """Take away the boxes of furniture that hold most of what a page's paragraphs say, and leave what is in them.

    A menu or a button that nobody closed goes on to the end of the page, a form may be all of it, and what stands in
    a noscript while a script is at work may be the article.
    """
    whole = sum(len(each.text_content()) for each in tree.iter("p"))
    for box in list(tree.iter(*_SHUT, *BOXES)):
        inside = sum(len(each.text_content()) for each in box.iter("p"))
        if inside >= _PROSE and inside * 2 > whole and box.getparent() is not None:
            box.drop_tag()


def _unfold_answers(tree: Any) -> None:
    """Show what a heading that is a button hides below it: the answer to a question, in a page of them."""
    for button in tree.xpath(f"descendant::button[ancestor::{' or ancestor::'.join(_TITLES)}]"):
        panel = next(each for each in button.iterancestors(*_TITLES)).getnext()
        if panel is not None and panel.tag in ("div", "p", "section"):
            panel.attrib.pop("hidden", None)
            panel.attrib.pop("style", None)
        button.drop_tag()


def _galleries(tree: Any) -> None:
    """Take galleries and carousels out of a page whose article stands outside of them; it may be one itself."""
    boxes = [each for each in tree.iter("div", "section", "ul", "ol") if _named_gallery(_names(each))]
    if not boxes:
        return
    inside = {paragraph for box in boxes for paragraph in box.iter("p")}
    outside = (" ".join(each.text_content().split()) for each in tree.iter("p") if each not in inside)
    if sum(len(text) for text in outside if len(text) >= _PROSE and _STOP.search(text)) >= _ARTICLE:
        for box in boxes:
            if box.getparent() is not None:
                box.drop_tree()


def without_spans(tree: Any) -> None:
    """Take the spans out of a page and leave their text, each stretch of it as one."""
    from lxml import etree

    etree.strip_tags(tree, "span")
    for element in tree.iter("*"):
        with suppress(ValueError):  # a character that may be read and not be set
            element.text, element.tail = element.text, element.tail


def shorten(tree: Any) -> None:
    """Leave of a page that is bare what tells something of its text, so that a reader is done with it sooner."""
    for element in tree.iter("*"):
        if element.attrib:
            telling = {name: value for name in _TELLING if (value := element.get(name))}
            element.attrib.clear()  # one by one, a name that is none would stop it
            element.attrib.update(telling)
        if element.text and len(element.text) > 1:
            element.text = _SPACES.sub(_space, element.text)
        if element.tail and len(element.tail) > 1:
            element.tail = _SPACES.sub(_space, element.tail)


def unfold(tree: Any) -> bool:
    """Take boxes of one kind that stand beside each other and hold paragraphs out of a page; tell whether there were any.

    A page made of modules has each paragraph in boxes of its own, and a reader that looks for the box with the most
    of them finds none. What was in them stands beside each other then, and may be boxes of one kind again.
    """
    repeated = []
    for parent in tree.iter("body", "main", "article", "section", "div"):
        boxes = list(parent.iterchildren("div", "section"))
        kinds = Counter((box.tag, _names(box)) for box in boxes) if len(boxes) > 1 else {}
        often = {names for (_, names), number in kinds.items() if number > 1 and not _named_furniture(names)}
        repeated += [box for box in boxes if often and (names := _names(box)) and names in often]
    repeated = [box for box in repeated if box.find(".//p") is not None]
    for box in repeated:
        box.drop_tag()
    return bool(repeated)


def blocks(tree: Any) -> list[Block]:
    """Return the blocks of a parsed page that is bare, in their order."""
    return list(_blocks(tree))


def _blocks(tree: Any) -> Iterator[Block]:
    from lxml import etree

    body = tree.find(".//body")
    parts: list[str] = []
    linked = 0
    around: list[tuple[frozenset[str], int, int]] = [(frozenset(), 0, 0)]
    lists = count(1)

    def ended() -> Iterator[Block]:
        nonlocal linked
        tags, furniture, listed = around[-1]
        said = "".join(parts)
        texts = [" ".join(part.split()) for part in (said.split("\n\n") if "pre" in tags else [said])]
        share = min(1.0, linked / max(1, sum(map(len, texts))))
        for text in filter(None, texts):
            yield Block(text, tags, share, furniture, listed)
        parts.clear()
        linked = 0

    for event, element in etree.iterwalk(tree if body is None else body, events=("start", "end")):
        tag = element.tag
        border = tag in _BORDERS
        if parts and (border or (tag == "br" and event == "end" and _breaks(parts))):
            yield from ended()
        if event == "start":
            tags, furniture, listed = around[-1]
            furniture += tag != "body" and _named_furniture(_names(element))
            if "articleBody" in element.get("itemprop", ""):
                tags = _with(tags, "main")
            around.append((_with(tags, tag), furniture, next(lists) if tag in _LISTS else listed))
            said = element.text
        else:
            around.pop()
            said = element.tail
            if tag == "br":
                parts.append(_BREAK)
        if said:
            parts.append(said)
            if "a" in around[-1][0]:
                linked += len(" ".join(said.split()))
    yield from ended()


def _breaks(parts: list[str]) -> bool:
    """Tell whether a line break after a text in `parts` ends a paragraph: the second of two, or one after a sentence."""
    text = ""
    for part in reversed(parts):  # its end tells, and a row of lines is no longer read anew at each
        text = part[-_END:] + text
        if len(text.strip(" \n")) >= _END:
            break
    return text.rstrip(" \n").endswith(_BREAK) or _STOP.search(text.rstrip()) is not None


def _menu(listed: Any) -> bool:
    """Tell whether a list holds links only, and no sentence among them."""
    links = list(listed.iter("a"))
    if len(links) < _LINKS:
        return False
    texts = ["".join(link.itertext()).strip() for link in links]
    whole = sum(map(len, "".join(listed.itertext()).split()))
    return sum(map(len, texts)) >= whole * 0.9 and not any(map(_STOP.search, texts))


def _hides(element: Any) -> bool:
    return element.get("hidden") is not None or _HIDING.search(element.get("style") or "") is not None


def _space(run: re.Match[str]) -> str:
    return "\n\n" if run[0].count("\n") > 1 else " "


def _names(element: Any) -> str:
    own = element.get("id") or ""
    called = "" if own.count("-") >= _SLUG else own
    return " ".join(filter(None, (element.get("class"), called, element.get("role"))))


@lru_cache(maxsize=4096)
def _named_furniture(names: str) -> bool:
    return _FURNITURE.search(names.lower()) is not None


@lru_cache(maxsize=4096)
def _named_gallery(names: str) -> bool:
    return _GALLERY.search(names.lower()) is not None


@lru_cache(maxsize=4096)
def _with(tags: frozenset[str], tag: str) -> frozenset[str]:
    return tags | {tag} if tag in _NAMED else tags
