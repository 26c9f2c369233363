"""Scraped pages, invented here in the shapes real ones come in."""

from __future__ import annotations

from tui.reading.page import read_page

BAKERY = """instagram
facebook
search
Any use of materials is allowed only with a link to Harbour.example
Harbour Courier © 2031. .
CITY

Ministers of both islands talk about the ferry for three hours No timetable agreed

14 March 2031 09:20

A meeting between the two ministers of transport, asked for by the northern island, gave both sides the chance to \
speak about the ferry, the harbour office said on Friday.

Harbour spokeswoman Ida Brandt confirmed that the ministers had put forward their views at length and in detail.

“They did not agree on a timetable. It was a good opportunity to listen to each other,” she said.

The last known meeting of the two ministers took place in September 2028, and nothing came of it at the time.

By Oswin Tarrant

Harbour Courier
Views: 12

Liked the story? Share it on social media!
copy link
Follow us on Telegram
"""


def test_body_headline_stamp_author_and_outlet_of_a_page() -> None:
    reading = read_page(BAKERY)
    assert (
        reading.headline
        == "Ministers of both islands talk about the ferry for three hours No timetable agreed"
    )
    assert reading.text.startswith("A meeting between")
    assert reading.text.endswith("nothing came of it at the time.")
    assert reading.text.count("\n\n") == 3
    assert reading.published == "2031-03-14"
    assert reading.basis["published"] == "stated"
    assert reading.author == "Oswin Tarrant"
    assert reading.outlet == "Harbour Courier"
    assert reading.basis["outlet"] == "stated"
