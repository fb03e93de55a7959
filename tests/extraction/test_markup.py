# ruff: noqa: E501 - sentences are kept whole

from datetime import date

from factsheet.extraction.reading.article import read_article
from factsheet.extraction.reading.markup import guess_form, read_text


def test_html_gives_its_blocks_and_its_title() -> None:
    page = "<html><head><title>Talks &amp; war</title><style>p{}</style></head><body><nav>Home</nav><p>One <b>two</b>.</p><p>Three.</p></body></html>"
    assert read_text(page, "html") == ("One two.\n\nThree.", "Talks & war")


def test_markdown_loses_its_marks() -> None:
    text = "# Talks\n\nThe **army** and [rebels](x.html) met.\n\n> So *he* said."
    assert read_text(text, "markdown") == ("Talks\n\nThe army and rebels met.\n\nSo he said.", "Talks")


def test_the_form_is_guessed_by_name_or_beginning() -> None:
    assert [guess_form("a.html", ""), guess_form("a.md", ""), guess_form("-", "<!DOCTYPE html>"), guess_form("a.txt", "x")] == [
        "html", "markdown", "html", "text",
    ]  # fmt: skip


def test_abbreviations_end_no_sentence_and_wrapped_lines_go_on() -> None:
    text = "Gen. A. Petrov of the U.S. army met Mr. Li on Nov. 3 in the town and then he\nleft for St. Petersburg. He slept.\n"
    article = read_article(text, date(2024, 11, 29))
    assert [text[s.start : s.end] for s in article.sentences] == [
        "Gen. A. Petrov of the U.S. army met Mr. Li on Nov. 3 in the town and then he\nleft for St. Petersburg.",
        "He slept.",
    ]
