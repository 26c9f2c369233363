"""What belongs together on a page by its elements is kept or left together."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tests.reading.test_html_body import HEADLINE, PARTS, article, page, paragraphs
from tests.support.growth import growth
from tui.reading.formats.html import read_html
from tui.reading.formats.html_blocks import Block, bare, blocks
from tui.reading.formats.html_kin import completed, own

STANDFIRST = "After a long night in the hall the lorries roll on, and the neighbours are not content"
GALLERY = "".join(
    f"<li><h3>{n}/9 Other news</h3><p>The ferry of the northern line was painted green for the {n}th time, which pleased "
    "the mayor of the port and all who had asked for it in a letter last year.</p></li>"
    for n in range(1, 9)
)


def of(text: str, *around: str, links: float = 0.0, furniture: int = 0, listed: int = 0) -> Block:
    return Block(text, frozenset({"body", *around}), links, furniture, listed)


BODY = [of(part, "p") for part in PARTS]


def test_a_list_most_of_which_is_kept_is_kept_whole() -> None:
    entries = [
        of(PARTS[1], "li", listed=1),
        of("Merle", "li", listed=1),
        of("Aas", "li", links=1.0, listed=1),
    ]
    assert completed([BODY[0], *entries, BODY[4]], {0, 1, 4}, set()) == [0, 1, 2, 3, 4]


def test_of_a_list_the_furniture_stays_out_and_one_that_holds_the_headline_is_none() -> None:
    share = of("Share", "li", furniture=1, listed=1)
    entries = [of(PARTS[1], "li", listed=1), of("Merle", "li", listed=1)]
    more = of("Read more", "td", links=1.0, listed=1)
    assert completed([BODY[0], *entries, share, more], {0, 1}, set()) == [0, 1, 2]
    assert completed([of(HEADLINE, "h1", "td", listed=1), *entries, share], {1}, {0}) == [1]


@pytest.mark.parametrize("between", [of("Leases", "h3"), of("lease = 10", "pre")])
def test_code_and_headings_between_two_paragraphs_stay(between: Block) -> None:
    assert completed([BODY[0], between, BODY[1]], {0, 2}, set()) == [0, 1, 2]


@pytest.mark.parametrize(
    "between", [of("Read more: salt", "h3"), of("Salt", "h3", links=1.0), of("Salt", "aside", "h3")]
)
def test_a_heading_of_something_else_stays_out(between: Block) -> None:
    assert completed([BODY[0], between, BODY[1]], {0, 2}, set()) == [0, 2]


def test_headings_that_head_nothing_are_left_out() -> None:
    assert completed([*BODY[:2], of("You may like", "h3"), of("Salt", "h4")], {0, 1, 2, 3}, set()) == [0, 1]


@pytest.mark.parametrize(
    ("below", "is_text"),
    [
        (STANDFIRST, True),
        ("March 4, 202412:45 PM UTCUpdated an hour ago", False),
        ("By Nora Lind in the hall of Merle", False),
    ],
)
def test_what_stands_right_below_the_headline_is_its_standfirst_but_no_byline(
    below: str, is_text: bool
) -> None:
    found = [of(HEADLINE, "h1"), of(below, "div"), of("Nora Lind", "div"), *BODY]
    assert (1 in completed(found, {3, 4, 5, 6, 7}, {0})) is is_text


def test_a_teaser_that_says_a_paragraph_again_is_said_once() -> None:
    html = article(f"<ul><li>{PARTS[0]}</li></ul>" + paragraphs(PARTS))
    assert read_html(html).text.count(PARTS[0]) == 1


def test_a_refrain_in_paragraphs_of_one_kind_is_said_as_often_as_it_is() -> None:
    assert completed([*BODY[:3], BODY[1], BODY[3], BODY[1]], range(6), set()) == [0, 1, 2, 3, 4, 5]


def blocks_of(html: str) -> list[Block]:
    tree = document_fromstring(html)
    bare(tree)
    return blocks(tree)


def test_a_gallery_beside_the_article_is_no_part_of_it_and_one_that_is_the_article_stays() -> None:
    widget = f"<div class='widget photo-gallery'><ul>{GALLERY}</ul></div>"
    shown = [block.text for block in blocks_of(article(paragraphs([*PARTS, *PARTS[::-1]]) + widget))]
    assert PARTS[4] in shown and not any("ferry" in text for text in shown)
    alone = page(f"<div class=gallery><h1>{HEADLINE}</h1><ul>{GALLERY}</ul></div>")
    assert sum("ferry" in block.text for block in blocks_of(alone)) == 8


@pytest.mark.parametrize(
    ("name", "furniture"), [("comments", 1), ("how-comments-on-the-lease-are-shared", 0)]
)
def test_the_words_of_a_heading_in_an_id_say_nothing_of_what_a_box_is(name: str, furniture: int) -> None:
    assert [each.furniture for each in blocks_of(f"<section id={name}><p>{PARTS[2]}</p></section>")] == [
        furniture
    ]


@pytest.mark.parametrize("title", ["{} - Rundblick", "Harbour Office :: {}"])
def test_a_page_of_tables_has_its_headline_and_nothing_of_its_menu(title: str) -> None:
    cells = "".join(f"<tr><td class=text>{part}</td></tr>" for part in PARTS)
    found = read_html(
        f"<html><head><title>{title.format(HEADLINE)}</title></head><body><table><tr><td>Menu</td><td><table>"
        f"<tr><td class=t>{HEADLINE}</td></tr><tr><td>5 March 2024</td></tr>{cells}</table></td></tr></table></body></html>"
    )
    assert (found.headline, found.published) == (HEADLINE, "2024-03-05")
    assert found.text.split("\n\n") == list(PARTS)


@pytest.mark.parametrize(
    ("below", "is_text"),
    [
        ("A teacher who counts gulls says that the town is theirs, and she would know.", False),
        (". 4 March 2019. Retrieved 2 May 2020.", True),  # the rest of a reference
    ],
)
def test_headlines_of_other_stories_with_a_line_on_each_are_left_out_below_an_article(
    below: str, is_text: bool
) -> None:
    stories = [of("Elsewhere in the paper", "h2")]
    for title in ("The gulls of Merle are back", "A lighthouse for two crowns", "Salt is dear again"):
        stories += [of(title, "h4", links=1.0), of(below, "p")]
    found = [*BODY, *stories]
    body = completed(found, range(len(found)), set())
    assert body == list(range(len(found) if is_text else len(BODY)))


def test_a_digest_of_headlines_with_a_few_lines_each_stays_whole() -> None:
    stories = [
        block
        for part in PARTS[:3]
        for block in (of("The gulls of Merle are back", "h4", links=1.0), of(part, "p"))
    ]
    found = [*BODY[3:], *stories]
    assert completed(found, range(len(found)), set()) == list(range(len(found)))


def test_a_heading_behind_a_caption_stays_and_so_does_a_sentence_of_a_list_in_a_box_with_a_name() -> None:
    caption = of("The works from the harbour", "figure", "figcaption")
    assert completed([BODY[0], caption, of("The lease", "h2"), BODY[1]], {0, 3}, set()) == [0, 2, 3]
    entries = [of(part, "li", furniture=1, listed=1) for part in (*PARTS[:3], "It has a roof.")]
    assert completed(entries, {0, 1, 2}, set()) == [0, 1, 2, 3]


def test_a_printed_page_of_many_paragraphs_takes_no_square_of_their_number() -> None:
    """Each block was looked for among all that are kept: a page of 3 MB took minutes."""
    assert growth(lambda count: own([BODY[0]] * count, list(range(count)), set()), 2_500, 20_000) < 20
