"""How the words of a quote are shown, and how they are cited."""

from tui.core.typography import cited, quoted


def test_a_quote_is_cited_without_the_comma_of_the_sentence_it_stood_in() -> None:
    assert quoted("We will wait,", "direct") == "“We will wait,”"
    assert cited("We will wait,", "direct") == "“We will wait”"
    assert cited("We will wait, and see.", "mixed", "denied") == "denied: “We will wait, and see.”"
    assert cited("that they would wait,", "indirect") == "that they would wait,"
